// What a name of a file stands for in another file of the tree, as far as the file itself says: by its imports, or by a class
// or package that is named after its file. Which file that is, only the tree can tell.
import { type Code, remembered } from './code.ts';
import { type Imported, importsOf } from './names.ts';

/** The start of a place that is the end of a path, and of one that is a path from the root; neither has an extension. */
const SOMEWHERE = '?/';
const HERE = './';

/**
 * The place of a dotted name in another file, such as `./src/config#MODEL` or `?/app/settings#model`, or null. What stands
 * before the `#` may be a file and names within it: `./src/config/limits#model` is `limits.model` in `src/config.ts`, too.
 */
export function placeOfName(code: Code, parts: readonly string[]): string | null {
  const { name } = code.skeleton.language;
  const [first = ''] = parts;
  const imported = importsOf(code).get(first) ?? modulesOf(code).get(first);
  const rest = parts.slice(1);
  if (imported) {
    const module = pathOf(code, imported.module);
    if (module === null) return null;
    return imported.name === null || module.endsWith('/*') ? placed(module, rest) : placed(module, [imported.name, ...rest]);
  }
  if (name === 'rust') return inCrate(parts);
  if (name === 'go') return parts.length === 1 && isPackageLevel(first) ? placed(`${HERE}${folderOf(code)}*`, parts) : null;
  return parts.length > 1 && CLASSES.has(name) && /^[A-Z]/.test(parts.at(-2) ?? '') ? inClass(name, parts) : null;
}

const CLASSES: ReadonlySet<string> = new Set(['java', 'kotlin', 'scala', 'groovy', 'csharp', 'swift', 'dart', 'php', 'ruby']);

function placed(module: string, names: readonly string[]): string | null {
  const name = names.at(-1);
  return name === undefined ? null : `${[module, ...names.slice(0, -1)].join('/')}#${name}`;
}

/** `Constants.MODEL` stands in the file that is named after the class. */
function inClass(language: string, parts: readonly string[]): string | null {
  const classes = parts.slice(0, -1).filter((part) => /^[A-Z]/.test(part));
  const files = language === 'ruby' || language === 'dart' ? classes.map(snake) : classes;
  return placed(`${SOMEWHERE}${files.join('/')}`, parts.slice(-1));
}

function snake(name: string): string {
  return name.replace(/([a-z\d])(?=[A-Z])/g, '$1_').toLowerCase();
}

function inCrate(parts: readonly string[]): string | null {
  const path = parts.filter((part) => !/^(?:crate|super|self)$/.test(part));
  return path.length > 1 && path.length <= parts.length ? placed(`${SOMEWHERE}${path.slice(0, -1).join('/')}`, path.slice(-1)) : null;
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
const RUST =
  /^[ \t]{0,20}(?:pub(?:\(\w{1,20}\))?[ \t]{1,4})?use[ \t]{1,4}((?:\w{1,60}::){1,8})(\{[^{};]{1,400}\}|\w{1,80}(?:[ \t]{1,4}as[ \t]{1,4}\w{1,80})?)[ \t]{0,4};/gm;

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
    for (const { 1: alias, 2: module = '' } of text.matchAll(GO))
      found.set(alias ?? module.slice(module.lastIndexOf('/') + 1), { module, name: null });
  } else if (language.name === 'rust') {
    for (const { 1: path = '', 2: names = '' } of text.matchAll(RUST)) addRust(found, path, names);
  } else if (/^(?:java|kotlin|groovy|scala)$/.test(language.name)) {
    for (const { 1: owner = '', 2: name = '' } of text.matchAll(STATIC))
      if (!/^[A-Z][a-z]/.test(name)) found.set(name, { module: owner.slice(0, -1), name });
  }
  return found;
}

function addRust(found: Map<string, Module>, path: string, names: string): void {
  if (!/^(?:crate|super|self)\b/.test(path)) return;
  for (const part of names.split(/[{},]/)) {
    const [, name = '', alias = name] = /^(\w+)(?:\s+as\s+(\w+))?$/.exec(part.trim()) ?? [];
    if (name !== '') found.set(alias, { module: path.slice(0, -2), name });
  }
}
