// How a value is called elsewhere, where the language of the file gives names of its own: Terraform's variables and locals,
// the values of a Helm chart, the properties of Spring, the parameters of CloudFormation, the inputs of a workflow.

export interface Naming {
  /** The nodes that stand for the value at a route of keys. */
  binds(route: readonly string[]): readonly string[];
  /** The node that a variable's name stands for; null where it is a variable of the environment. */
  refers(name: string): string | null;
}

const NONE: Naming = { binds: () => [], refers: () => null };

const NAMINGS: readonly (readonly [RegExp, (path: string) => Naming])[] = [
  [/\.(?:tf|tofu|tfvars)(?:\.\w{2,10})?$/i, terraform],
  [/(?:^|\/)templates\/.{1,200}\.(?:ya?ml|tpl|txt|json)$/i, helmTemplate],
  [/(?:^|\/)values[\w.-]{0,60}\.ya?ml(?:\.\w{2,10})?$/i, helmValues],
  [/(?:^|\/)(?:application|bootstrap)[\w.-]{0,60}\.(?:ya?ml|properties)$/i, spring],
  [/(?:^|\/)(?:GNU)?makefile[\w.-]{0,40}$|(?:^|\/)\.?justfile$|\.(?:mk|mak|just)$|(?:^|\/)taskfile[\w.-]{0,20}\.ya?ml$/i, recipes],
  [/(?:^|\/)(?:group_vars|host_vars|vars|defaults)\/(?:[\w.-]{1,60}\/)?[\w.-]{1,60}\.ya?ml$/i, recipes],
  [/\.(?:ya?ml|json)$/i, parameters],
];

export function namingOf(path: string): Naming {
  return NAMINGS.find(([pattern]) => pattern.test(path))?.[1](path) ?? NONE;
}

export function directoryOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function symbol(directory: string, name: string): string {
  return `symbol:${directory === '' ? '.' : directory}#${name}`;
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

function terraform(path: string): Naming {
  const directory = directoryOf(path);
  const isValues = /\.tfvars/i.test(path);
  return {
    binds(route) {
      const [kind, name, attribute, ...rest] = route;
      if (isList(route)) return [];
      if (isValues) return ownersOf(directory).map((owner) => symbol(owner, `var.${route.join('.')}`));
      if (kind === 'variable' && attribute === 'default') return [symbol(directory, ['var', name, ...rest].join('.'))];
      return kind === 'locals' ? [symbol(directory, ['local', ...route.slice(1)].join('.'))] : [];
    },
    refers: (name) => (/^(?:var|local|module|each|data|path)\./.test(name) ? symbol(directory, name) : null),
  };
}

/** A variable of a module in another directory of the tree, as Terraform's `source` names it. */
export function moduleVariable(path: string, source: string, name: string): string | null {
  if (!/^\.{1,2}\//.test(source)) return null;
  const parts = directoryOf(path)
    .split('/')
    .filter((part) => part !== '');
  for (const step of source.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.' && step !== '') parts.push(step);
  }
  return symbol(parts.join('/'), `var.${name}`);
}

function helmTemplate(path: string): Naming {
  const chart = path.slice(0, Math.max(0, path.lastIndexOf('templates/') - 1));
  return { binds: () => [], refers: (name) => (name.startsWith('.Values.') ? symbol(chart, name) : null) };
}

function helmValues(path: string): Naming {
  const chart = directoryOf(path);
  return { ...NONE, binds: (route) => (isList(route) || route.length === 0 ? [] : [symbol(chart, `.Values.${route.join('.')}`)]) };
}

/** `${app.model}` in one profile, `app.model` in another or in the code. */
function spring(): Naming {
  return { ...NONE, binds: (route) => (isList(route) || route.length < 2 ? [] : [`env:${route.join('.')}`]) };
}

/** Variables of recipes, whatever their case; Task writes them below `vars`. */
function recipes(): Naming {
  return {
    ...NONE,
    binds(route) {
      const [name, ...more] = route[0] === 'vars' ? route.slice(1) : route;
      return name && more.length === 0 ? [`env:${name}`] : [];
    },
  };
}

function parameters(path: string): Naming {
  return {
    binds(route) {
      const [kind, name, attribute] = route;
      if (kind === 'Parameters' && attribute === 'Default' && name) return [name, `env:${name}`];
      const inputs = Math.max(route.lastIndexOf('inputs'), route.lastIndexOf('matrix'));
      const input = route[inputs + 1];
      const isGiven = route[inputs] === 'matrix' || route.at(-1) === 'default';
      return inputs >= 0 && input && isGiven && route.length - inputs <= 3 ? [`symbol:${path}#${route[inputs]}.${input}`] : [];
    },
    refers: (name) => (/^(?:inputs|matrix)\./.test(name) ? `symbol:${path}#${name}` : null),
  };
}

function isList(route: readonly string[]): boolean {
  return route.some((step) => step.startsWith('['));
}
