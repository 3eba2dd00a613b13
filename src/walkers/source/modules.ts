// What a name of a file stands for in another file of the tree, as far as the file itself says: by its imports, or by a class
// or package that is named after its file. Which file that is, only the tree can tell.
import { type Code, remembered } from './code.ts';
import { type Imported, importsOf } from './names.ts';

/** The start of a place that is the end of a path, and of one that is a path from the root; neither has an extension. */
const SOMEWHERE = '?/';
const HERE = './';

/**
 * The places of a dotted name in other files, such as `./src/config#MODEL` or `?/app/settings#model`. What stands before the
 * `#` may be a file and names within it: `./src/config/limits#model` is `limits.model` in `src/config.ts`, too. There are
 * several where a file takes all that some modules define.
 */
export function placesOfName(code: Code, parts: readonly string[]): readonly string[] {
  const { name } = code.skeleton.language;
  const [first = ''] = parts;
  const imported = importsOf(code).get(first) ?? modulesOf(code).get(first);
  const rest = parts.slice(1);
  if (imported) {
    const module = pathOf(code, imported.module);
    if (module === null) return [];
    return placed(module, imported.name === null || module.endsWith('/*') ? rest : [imported.name, ...rest]);
  }
  if (name === 'go') return parts.length === 1 && isPackageLevel(first) ? placed(`${HERE}${folderOf(code)}*`, parts) : [];
  if (name === 'rust' && parts.length > 1) return inCrate(parts);
  if (parts.length > 1) return CLASSES.has(name) && /^[A-Z]/.test(parts.at(-2) ?? '') ? inClass(name, parts) : [];
  return isAmbient(code, first) ? ambientOf(code).flatMap((module) => placed(module, parts)) : [];
}

const CLASSES: ReadonlySet<string> = new Set(['java', 'kotlin', 'scala', 'groovy', 'csharp', 'swift', 'dart', 'php', 'ruby']);

function placed(module: string, names: readonly string[]): readonly string[] {
  const name = names.at(-1);
  return name === undefined ? [] : [`${[module, ...names.slice(0, -1)].join('/').replace(/^\?\/\//, SOMEWHERE)}#${name}`];
}

/** `Constants.MODEL` stands in the file that is named after the class. */
function inClass(language: string, parts: readonly string[]): readonly string[] {
  const classes = parts.slice(0, -1).filter((part) => /^[A-Z]/.test(part));
  const files = language === 'ruby' || language === 'dart' ? classes.map(snake) : classes;
  return placed(`${SOMEWHERE}${files.join('/')}`, parts.slice(-1));
}

function snake(name: string): string {
  return name.replace(/([a-z\d])(?=[A-Z])/g, '$1_').toLowerCase();
}

function inCrate(parts: readonly string[]): readonly string[] {
  const path = parts.filter((part) => !/^(?:crate|super|self)$/.test(part));
  return path.length > 1 && path.length <= parts.length ? placed(`${SOMEWHERE}${path.slice(0, -1).join('/')}`, path.slice(-1)) : [];
}

/** A constant that the file does not define itself, by the look of its name. */
function isAmbient(code: Code, name: string): boolean {
  return CONSTANT.test(name) && !remembered(code, ownConstants).has(name);
}

const CONSTANT = /^(?:[A-Z][A-Z0-9]*_[A-Z0-9_]+|MODELS?|k[A-Z]\w{2,}|default[A-Z]\w+)$/;
const ASSIGNED = /\b([A-Zkd]\w{2,80})\s{0,4}(?::[^=\n;,(){}]{0,60})?=(?![=>])/g;

function ownConstants({ skeleton: { text } }: Code): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(ASSIGNED), ([, name = '']) => name));
}

const PYTHON_ALL = /^[ \t]{0,20}from[ \t]{1,4}([\w.]{1,200})[ \t]{1,4}import[ \t]{1,4}\*/gm;
const CLASS_ALL = /^[ \t]{0,20}import[ \t]{1,4}(?:static[ \t]{1,4})?((?:\w{1,60}\.){1,12})[*_];?[ \t]{0,8}\r?$/gm;
const CSHARP_ALL = /^[ \t]{0,20}(?:global[ \t]{1,4})?using[ \t]{1,4}static[ \t]{1,4}(?:\w{1,60}\.){0,12}(\w{1,80})[ \t]{0,4};/gm;
const DART = /^[ \t]{0,20}import[ \t]{1,4}["'](?:package:\w{1,80}\/)?([\w./-]{1,200})\.dart["']/gm;

/** Modules of which a file knows every constant without naming it. */
function ambientOf(code: Code): readonly string[] {
  return remembered(code, findAmbient);
}

function findAmbient(code: Code): readonly string[] {
  const { text, language } = code.skeleton;
  const folder = folderOf(code);
  const all = (pattern: RegExp) => Array.from(text.matchAll(pattern), ([, module = '']) => module);
  if (language.name === 'python') return all(PYTHON_ALL).map((module) => pythonPath(folder, module));
  if (language.name === 'rust')
    return [...modulesOf(code)].flatMap(([, { module, name }]) => (name === '*' ? (pathOf(code, module) ?? []) : []));
  if (language.name === 'csharp') return all(CSHARP_ALL).map((name) => SOMEWHERE + name);
  if (language.name === 'dart')
    return all(DART).map(
      (path) =>
        SOMEWHERE +
        path
          .split('/')
          .filter((part) => !/^\.{1,2}$/.test(part))
          .join('/'),
    );
  // A module of Swift is all of its files.
  if (language.name === 'swift') return [SOMEWHERE];
  if (!/^(?:java|kotlin|groovy|scala)$/.test(language.name)) return [];
  const whole = all(CLASS_ALL).map((owner) => SOMEWHERE + owner.slice(0, -1).replaceAll('.', '/'));
  const outside = language.name === 'java' ? [] : [`${HERE}${folder}*`];
  return [...whole.map((path) => (/(?:^|\/)[A-Z]\w*$/.test(path) ? path : `${path}/*`)), ...outside];
}

/** Other files of a Go package share what stands outside of their functions; a short name is more often a variable within one. */
function isPackageLevel(name: string): boolean {
  return /^(?:[A-Z]\w{2,}|default[A-Z]\w+|\w*[a-z]Model(?:Name|ID)?)$/.test(name);
}

function folderOf({ reading: { document } }: Code): string {
  return document.path.slice(0, document.path.lastIndexOf('/') + 1);
}

/** The file or folder that a module stands for, or null where it is a package of somebody else. */
function pathOf(code: Code, module: string): string | null {
  const { name } = code.skeleton.language;
  if (name === 'python') return pythonPath(folderOf(code), module);
  if (name === 'javascript') return scriptPath(folderOf(code), module);
  if (name === 'go') return `${SOMEWHERE}${module}/*`;
  return (
    SOMEWHERE +
    module
      .split(/::|\.|\\/)
      .filter((part) => !/^(?:crate|super|self|)$/.test(part))
      .join('/')
  );
}

function pythonPath(folder: string, module: string): string {
  const [, dots = '', name = ''] = /^(\.{0,8})(.*)$/.exec(module) ?? [];
  const names = name === '' ? [] : name.split('.');
  if (dots === '') return SOMEWHERE + names.join('/');
  const folders = folder.split('/').slice(0, -1);
  return HERE + [...folders.slice(0, Math.max(0, folders.length - dots.length + 1)), ...names].join('/');
}

/** `@/lib/x`, `~/x` and `$lib/x` are what a project's settings make of them, mostly the end of a path. JavaScript names the built file. */
function scriptPath(folder: string, module: string): string | null {
  const bare = module.replace(/\.(?:[cm]?[jt]sx?|vue|svelte)$/, '');
  const alias = /^(?:[@~#$]|[@$~#]?(?:src|app|lib))\/(.+)$/.exec(bare);
  if (alias) return `${SOMEWHERE}${bare.startsWith('$') ? bare.slice(1) : alias[1]}`;
  if (!/^\.{1,2}(?:\/|$)/.test(bare)) return null;
  const folders = folder.split('/').slice(0, -1);
  for (const part of bare.split('/')) {
    if (part === '..') folders.pop();
    else if (part !== '.' && part !== '') folders.push(part);
  }
  return HERE + folders.join('/');
}

interface Module extends Omit<Imported, 'name'> {
  /** Null: the module itself. */
  readonly name: string | null;
}

const PYTHON =
  /^[ \t]{0,20}import[ \t]{1,4}([\w.]{1,120}(?:[ \t]{1,4}as[ \t]{1,4}\w{1,80})?(?:,[ \t]{0,4}[\w.]{1,120}(?:[ \t]{1,4}as[ \t]{1,4}\w{1,80})?){0,12})/gm;
const GO = /^[ \t]{0,20}(?:import[ \t]{1,4})?(?:(\w{1,60})[ \t]{1,4})?"((?:[\w.-]{1,80}\/){1,12}[\w.-]{1,80})"/gm;
const STATIC = /^[ \t]{0,20}import[ \t]{1,4}(?:static[ \t]{1,4})?((?:\w{1,60}\.){1,12})(\w{1,80});?[ \t]{0,8}\r?$/gm;
const RUST = /^[ \t]{0,20}(?:pub(?:\(\w{1,20}\))?[ \t]{1,4})?use[ \t]{1,4}([\w:*{},\s]{3,2000});/gm;

/** Modules by the names under which a file knows them, in languages where an import does not list what it takes. */
export function modulesOf(code: Code): ReadonlyMap<string, Module> {
  return remembered(code, findModules);
}

function findModules(code: Code): ReadonlyMap<string, Module> {
  const { text, language } = code.skeleton;
  const found = new Map<string, Module>();
  if (language.name === 'python') {
    for (const { 1: list = '' } of text.matchAll(PYTHON)) {
      for (const [, module = '', alias] of list.matchAll(/([\w.]+)(?:[ \t]+as[ \t]+(\w+))?/g)) {
        const [root = ''] = module.split('.');
        found.set(alias ?? root, { module: alias === undefined ? root : module, name: null });
      }
    }
  } else if (language.name === 'go') {
    for (const { 1: alias, 2: module = '' } of text.matchAll(GO)) found.set(alias ?? packageOf(module), { module, name: null });
  } else if (language.name === 'rust') {
    for (const { 1: tree = '' } of text.matchAll(RUST)) addTree(found, tree);
  } else if (/^(?:java|kotlin|groovy|scala)$/.test(language.name)) {
    for (const { 1: owner = '', 2: name = '' } of text.matchAll(STATIC))
      found.set(name, /^[A-Z][a-z]/.test(name) ? { module: owner + name, name: null } : { module: owner.slice(0, -1), name });
  }
  return found;
}

/** The name of a Go package by custom: without its version, and without the language that its folder may name. */
function packageOf(module: string): string {
  const path = module.replace(/\/v\d{1,2}$/, '');
  return path.slice(path.lastIndexOf('/') + 1).replace(/^go-|-go$/, '');
}

/** `crate::{a, b::{self, MODEL as M}, c::*}`. */
function addTree(found: Map<string, Module>, tree: string): void {
  const around = [''];
  let path = '';
  for (const [token] of tree.matchAll(/[{},]|(?:[^{},\s]|\s{1,40}as\s{1,40})+/g)) {
    if (token === '{') around.push(path);
    else if (token === '}') around.pop();
    else if (token !== ',') {
      path = (around.at(-1) ?? '') + token;
      addTaken(found, path);
    }
  }
}

function addTaken(found: Map<string, Module>, taken: string): void {
  const [, path = '', written = '', alias = written] = /^((?:\w+::)+)(\w+|\*)(?:\s+as\s+(\w+))?$/.exec(taken) ?? [];
  if (path === '' || /^(?:std|core|alloc)::/.test(path)) return;
  const module = path.slice(0, -2);
  if (written === 'self') found.set(alias === 'self' ? module.slice(module.lastIndexOf(':') + 1) : alias, { module, name: null });
  else found.set(alias === '*' ? `* ${module}` : alias, { module, name: written });
}
