// How the languages of infrastructure name values: variables, locals and outputs of Terraform, parameters of Bicep and of Azure's templates.
import { EACH } from '../../formats/hcl-dialect.ts';
import type { Naming } from './naming.ts';

export function directoryOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** `place` is a directory or a file of the tree. */
export function symbolOf(place: string, name: string): string {
  return `symbol:${place === '' ? '.' : place}#${name}`;
}

/** A file of values may lie beside the module or in a folder below it, one for each environment. */
function ownersOf(directory: string): readonly string[] {
  const owners = [directory];
  for (let at = directory; at !== '' && owners.length < 3; ) {
    at = directoryOf(at);
    owners.push(at);
  }
  return owners;
}

export function terraform(path: string): Naming {
  const directory = directoryOf(path);
  const owners = /\.tfvars/i.test(path) ? ownersOf(directory) : null;
  return {
    binds(route) {
      const name = owners ? ['var', ...route] : nameOf(route);
      const names = name ? namesAt(name) : [];
      return (owners ?? [directory]).flatMap((owner) => names.map((one) => symbolOf(owner, one)));
    },
    refers: (name) => (/^(?:var|local|module|each|data|path|resource)\./.test(name) ? symbolOf(directory, name) : null),
  };
}

/** The steps by which the value at a route is named elsewhere. */
function nameOf([kind = '', name = '', attribute, ...rest]: readonly string[]): readonly string[] | null {
  if (kind === 'variable' && attribute === 'default') return ['var', name, ...rest];
  if (kind === 'locals') return ['local', name, ...(attribute === undefined ? [] : [attribute]), ...rest];
  if (kind === 'output' && attribute === 'value') return ['output', name, ...rest];
  const steps = [kind, name, ...(attribute === undefined ? [] : [attribute]), ...rest];
  return steps.includes('for_each') ? steps : null;
}

/** The name itself, and that of any item where a list or map lies on the way to it. */
function namesAt(steps: readonly string[]): readonly string[] {
  const named = steps.filter((step, index) => !isItem(step) || !isItem(steps[index + 1] ?? '')).map((step) => (isItem(step) ? EACH : step));
  const loop = Math.max(1, named.indexOf('for_each'));
  const item = named.map((step, index) => (index === loop + 1 ? EACH : step));
  return [...new Set([named.join('.'), item.join('.')])];
}

function isItem(step: string): boolean {
  return step.startsWith('[');
}

/** The directory of a module of the same tree, as Terraform's `source` names it; null for one from elsewhere. */
export function moduleDirectory(path: string, source: string): string | null {
  return /^\.{1,2}\//.test(source) ? resolved(directoryOf(path), source) : null;
}

/** The file that `module name './file.bicep'` or `using` names. */
export function bicepFile(path: string, written: string): string | null {
  return /\.bicep$/.test(written) && !/^[a-z]+:/i.test(written) ? resolved(directoryOf(path), written) : null;
}

function resolved(directory: string, relative: string): string {
  const parts = directory.split('/').filter((part) => part !== '');
  for (const step of relative.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.' && step !== '') parts.push(step);
  }
  return parts.join('/');
}

/** The environment sets what a variable of Docker Bake has no other value for. */
export function bake(): Naming {
  return {
    binds: ([kind, name, attribute, ...rest]) =>
      kind === 'variable' && attribute === 'default' && rest.length === 0 ? [`env:${name}`] : [],
    refers: () => null,
  };
}

export function bicep(path: string): Naming {
  return {
    // Either branch of a condition, any item of a list; an output is called as those who use the file call it.
    binds([kind = '', ...rest]) {
      if (kind === 'resource') return rest.length < 2 || rest.some(isItem) ? [] : [symbolOf(path, rest.join('.'))];
      const steps = kind === 'output' ? ['outputs', ...rest] : rest;
      return /^(?:param|var|output)$/.test(kind) ? [symbolOf(path, steps.filter((step) => !isItem(step)).join('.'))] : [];
    },
    refers: (name) => (/^[A-Za-z_][\w.]{0,200}$/.test(name) ? symbolOf(path, name) : null),
  };
}

/** `[parameters('name')]` and `[variables('name')]` of a template. */
export function armTemplate(path: string): Naming {
  return {
    binds([kind, name = '', ...rest]) {
      if (kind === 'parameters' && rest.length === 1 && rest[0] === 'defaultValue') return [symbolOf(path, name)];
      return kind === 'variables' && !rest.some(isItem) ? [symbolOf(path, ['variables', name, ...rest].join('.'))] : [];
    },
    refers(name) {
      const [, kind, rest = ''] = /^(parameters|variables)\.(.{1,200})$/.exec(name) ?? [];
      return kind === undefined ? null : symbolOf(path, kind === 'parameters' ? rest : name);
    },
  };
}

/** What a template is called where its file of parameters does not say it. */
const TEMPLATES = ['main', 'azuredeploy', 'template', 'mainTemplate', 'deploy'];

/** `main.parameters.json`, `azuredeploy.parameters.dev.json`: for the template of that name, in the same folder or the one around it. */
export function armParameters(path: string): Naming {
  const directory = directoryOf(path);
  const stem = /([^/]{1,100}?)[.-]parameters/i.exec(path.slice(directory.length))?.[1]?.replace(/^\//, '');
  const stems = stem && !/^(?:dev|test|staging|prod\w{0,10})$/i.test(stem) ? [stem] : TEMPLATES;
  const files = [directory, directoryOf(directory)].flatMap((at) =>
    stems.flatMap((one) => ['bicep', 'json'].map((end) => (at === '' ? `${one}.${end}` : `${at}/${one}.${end}`))),
  );
  return {
    binds: ([kind, name = '', value, ...rest]) =>
      kind === 'parameters' && value === 'value' && rest.length === 0 ? [...new Set(files)].map((file) => symbolOf(file, name)) : [],
    refers: () => null,
  };
}
