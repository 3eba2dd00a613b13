// How a value is called elsewhere, where the language of the file gives names of its own: Terraform's variables and locals,
// the values of a Helm chart, the properties of Spring, the parameters of CloudFormation, the inputs of a workflow.

import { EACH } from '../../formats/hcl-dialect.ts';
import { armParameters, armTemplate, bake, bicep, directoryOf, symbolOf, terraform } from './naming-infrastructure.ts';
import { isConstant } from './roles.ts';
import { LOOP, loopAt } from './tasks.ts';

export interface Naming {
  /** The nodes that stand for the value at a route of keys. */
  binds(route: readonly string[]): readonly string[];
  /** The node that a variable's name stands for; null where it is a variable of the environment. */
  refers(name: string): string | null;
}

const NONE: Naming = { binds: () => [], refers: () => null };

const NAMINGS: readonly (readonly [RegExp, (path: string) => Naming])[] = [
  [/\.(?:tf|tofu|tfvars)(?:\.\w{2,10})?$/i, terraform],
  [/(?:^|[/.-])bake[\w.-]{0,40}\.hcl$/i, bake],
  [/\.(?:hcl|nomad)$/i, terraform],
  [/\.bicep(?:param)?$/i, bicep],
  [/^(?!.*(?:supervisor|nginx|apache|httpd|\.d\/)).{1,400}\.(?:conf|hocon)$/i, hocon],
  [/(?:^|[/.-])parameters[\w.-]{0,40}\.json$/i, armParameters],
  [/(?:^|\/)templates\/.{1,200}\.(?:ya?ml|tpl|txt|json)$/i, helmTemplate],
  [/\.(?:sh|bash|zsh|ksh|bats|command|slurm|sbatch)$/i, shell],
  [/(?:^|\/)values[\w.-]{0,60}\.ya?ml(?:\.\w{2,10})?$/i, helmValues],
  [/(?:^|\/)(?:application|bootstrap)[\w.-]{0,60}\.(?:ya?ml|properties)$/i, spring],
  [/(?:^|\/)(?:GNU)?makefile[\w.-]{0,40}$|(?:^|\/)\.?justfile$|\.(?:mk|mak|just)$|(?:^|\/)taskfile[\w.-]{0,20}\.ya?ml$/i, recipes],
  [/(?:^|\/)(?:group_vars|host_vars|vars|defaults)\/(?:[\w.-]{1,60}\/)?[\w.-]{1,60}\.ya?ml$/i, () => ({ ...NONE, binds: variableAt })],
  [/(?:^|\/)samconfig[\w.-]{0,40}\.(?:toml|ya?ml)$/i, overrides],
  [/\.json$/i, (path) => both(armTemplate(path), parameters(path))],
  [/\.ya?ml$/i, parameters],
];

export function namingOf(path: string): Naming {
  return NAMINGS.find(([pattern]) => pattern.test(path))?.[1](path) ?? NONE;
}

function both(one: Naming, other: Naming): Naming {
  return { binds: (route) => [...one.binds(route), ...other.binds(route)], refers: (name) => one.refers(name) ?? other.refers(name) };
}

function helmTemplate(path: string): Naming {
  const chart = path.slice(0, Math.max(0, path.lastIndexOf('templates/') - 1));
  return { binds: () => [], refers: (name) => (name.startsWith('.Values.') ? symbolOf(chart, name) : null) };
}

function helmValues(path: string): Naming {
  const chart = directoryOf(path);
  return { ...NONE, binds: (route) => (isList(route) || route.length === 0 ? [] : [symbolOf(chart, `.Values.${route.join('.')}`)]) };
}

/** `${app.model}` in one profile, `app.model` in another or in the code. */
function spring(): Naming {
  return { ...NONE, binds: (route) => (isList(route) || route.length < 2 ? [] : [`env:${route.join('.')}`]) };
}

/** `${llm.model}` is another place of the same configuration, which may lie in a file that this one includes. */
function hocon(path: string): Naming {
  const place = directoryOf(path);
  return {
    binds: (route) => (isList(route) || isConstant(route.join()) ? [] : [symbolOf(place, `hocon.${route.join('.')}`)]),
    refers: (name) => (isConstant(name) ? null : symbolOf(place, `hocon.${name}`)),
  };
}

/** A variable in small letters is the script's own; it may be set more than once. */
function shell(path: string): Naming {
  return {
    binds: ([name = '', ...more]) => (more.length === 0 && /^[a-z_]\w{0,80}$/.test(name) ? [`env:${path}#${name}`] : []),
    refers: (name) => (/^[a-z_]\w{0,80}$/.test(name) ? `env:${path}#${name}` : null),
  };
}

/** Variables of recipes, whatever their case; Task writes them below `vars`. */
function recipes(): Naming {
  return {
    ...NONE,
    binds(route) {
      const [name, ...more] = route.slice(route.lastIndexOf('vars') + 1);
      return name && more.length === 0 ? [`env:${name}`] : [];
    },
  };
}

/** `models: [{ name: ... }]` gives `models.name`, whichever item is meant. */
function variableAt(route: readonly string[]): readonly string[] {
  const name = route.filter((step) => !step.startsWith('[')).join('.');
  return name === '' ? [] : [`env:${name}`];
}

/** What the settings of SAM give to the parameters of a template. */
function overrides(): Naming {
  return { ...NONE, binds: (route) => (/^parameter[-_]overrides$/.test(route.at(-2) ?? '') ? [`env:${route.at(-1)}`] : []) };
}

function parameters(path: string): Naming {
  return {
    binds(route) {
      const [kind, name, attribute] = route;
      if (kind === 'Parameters' && attribute === 'Default' && name) return [name, `env:${name}`];
      if (kind === 'Mappings' && route.length === 4) return mapped(route).map((one) => `symbol:${path}#${one}`);
      const inputs = Math.max(route.lastIndexOf('inputs'), route.lastIndexOf('matrix'));
      const input = route[inputs + 1];
      const isGiven = route[inputs] === 'matrix' || route.at(-1) === 'default';
      const given = inputs >= 0 && input && isGiven && route.length - inputs <= 3 ? [`symbol:${path}#${route[inputs]}.${input}`] : [];
      return [...given, ...declared(path, route)];
    },
    refers(name) {
      if (/^var\./.test(name)) return `env:${name}`;
      return /^(?:inputs|matrix|parameters|self|Mappings|loop)\./.test(name) ? `symbol:${path}#${name}` : null;
    },
  };
}

/** A value of CloudFormation's `Mappings`, by its keys, of which either may be computed where it is looked up. */
function mapped([kind, map, first, second]: readonly string[]): readonly string[] {
  return [first, EACH].flatMap((one) => [second, EACH].map((other) => [kind, map, one, other].join('.')));
}

/** Parameters and variables of pipelines, variables of Databricks bundles, keys of a ConfigMap, and any other place that Serverless refers to. */
function declared(path: string, route: readonly string[]): readonly string[] {
  if (path.endsWith('.json')) return [];
  const [kind, name] = route.at(-1) === 'default' ? route.slice(-3) : route.slice(-2);
  if (kind === 'parameters') return [`symbol:${path}#parameters.${name}`];
  const isOfBundle = route.at(-1) === 'default' || route[0] === 'targets';
  if (kind === 'variables') return [isOfBundle ? `env:var.${name}` : `env:${name}`];
  if (kind === 'data' && route.length === 2) return [`env:${name}`];
  const loop = route.findLastIndex((step) => LOOP.test(step));
  if (loop >= 0) return [`symbol:${path}#${loopAt(route.slice(0, loop + 1), route.slice(loop + 1))}`];
  const vars = route.findLastIndex((step) => VARS.test(step));
  if (vars >= 0) return variableAt(route.slice(vars + 1));
  return /(?:^|\/)serverless[\w.-]{0,40}\.ya?ml$/i.test(path) && !isList(route) ? [`symbol:${path}#self.${route.join('.')}`] : [];
}

/** Where a play or a task of Ansible sets variables. */
const VARS = /^(?:vars|(?:ansible\.builtin\.)?set_fact)$/;

function isList(route: readonly string[]): boolean {
  return route.some((step) => step.startsWith('['));
}
