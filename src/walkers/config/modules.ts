// What one file of infrastructure gives to another: the arguments of modules, their outputs, files of parameters.
import type { Entry, Node, ScalarNode } from '../../formats/nodes.ts';
import { entriesOf, follow, get, itemsOf, stringOf } from '../../formats/nodes.ts';
import { variablesIn } from './interpolate.ts';
import { isModelLike, isUrl } from './looks.ts';
import { bicepFile, moduleDirectory, symbolOf } from './naming-infrastructure.ts';
import { isConstant, roleOf } from './roles.ts';
import { type Reading, type Spot, sightEdge } from './sight.ts';

/** All blocks of a kind: a key may occur more than once. */
function blocksOf(root: Node, kind: string): readonly Entry[] {
  return entriesOf(root).flatMap(({ key, value }) => (key.value === kind ? entriesOf(value) : []));
}

export function readModules(reading: Reading, root: Node, spot: Spot): void {
  const { path } = reading.document;
  const directories = new Map<string, string>();
  for (const { key, value } of blocksOf(root, 'module')) {
    const directory = moduleDirectory(path, stringOf(get(value, 'source'))?.value ?? '');
    if (directory === null) continue;
    directories.set(key.value, directory);
    const given = entriesOf(value).filter(({ key: name }) => name.value !== 'source');
    give(reading, given, { ...spot, route: ['module', key.value] }, (name) => symbolOf(directory, `var.${name}`));
  }
  readOutputs(reading, root, spot, directories);
  readInputs(reading, root, spot);
  for (const { key } of blocksOf(root, 'variable')) readEnvironment(reading, key, spot);
}

/** Terragrunt: `inputs` are the variables of the module that `terraform { source }` names. */
function readInputs(reading: Reading, root: Node, spot: Spot): void {
  const source = stringOf(get(get(root, 'terraform'), 'source'))?.value ?? '';
  const directory = moduleDirectory(reading.document.path, source.replace('//', '/'));
  if (directory !== null)
    give(reading, entriesOf(get(root, 'inputs')), { ...spot, route: ['inputs'] }, (name) => symbolOf(directory, `var.${name}`));
}

/** `TF_VAR_name` in the environment is the variable. */
function readEnvironment(reading: Reading, key: ScalarNode, spot: Spot): void {
  const from = reading.naming.refers(`var.${key.value}`);
  const role = roleOf(key.value);
  if (!from || (role !== 'model' && role !== 'endpoint')) return;
  sightEdge(reading, key, { ...spot, route: ['variable'] }, { from, relation: 'alias', to: `env:TF_VAR_${key.value}` });
}

/** `module.name.output`, wherever it stands in the file that calls the module. */
function readOutputs(reading: Reading, node: Node, spot: Spot, directories: ReadonlyMap<string, string>): void {
  const inner = node.kind === 'alias' ? null : follow(node);
  if (!inner || directories.size === 0) return;
  if (inner.kind === 'scalar') {
    for (const { name } of variablesIn(inner.value)) readOutput(reading, inner, spot, { name, directories });
  } else if (inner.kind === 'list') for (const item of inner.items) readOutputs(reading, item, spot, directories);
  else for (const { key, value } of inner.entries) readOutputs(reading, value, { ...spot, route: [...spot.route, key.value] }, directories);
}

interface Output {
  readonly name: string;
  /** The directory, or in Bicep the file, of each module. */
  readonly directories: ReadonlyMap<string, string>;
}

/** Terraform: `module.name.output`; Bicep: `name.outputs.output`. */
const OUTPUT = /^(?:module\.([\w-]{1,100})\.|([A-Za-z_]\w{0,100})\.outputs\.)(.{1,100})$/;

function readOutput(reading: Reading, node: ScalarNode, spot: Spot, { name, directories }: Output): void {
  const [, module, own, output] = OUTPUT.exec(name) ?? [];
  const place = directories.get(module ?? own ?? '');
  const from = reading.naming.refers(name);
  if (from && output !== undefined && place !== undefined)
    sightEdge(reading, node, spot, { from, relation: 'alias', to: symbolOf(place, `${module ? 'output' : 'outputs'}.${output}`) });
}

const DEEPEST = 4;

/** Each argument that is a model, an address or a name for one is what the parameter of the other file holds. */
function give(reading: Reading, entries: readonly Entry[], spot: Spot, symbol: (name: string) => string, depth = 0): void {
  for (const { key, value } of entries) {
    const within = { ...spot, route: [...spot.route, key.value] };
    if (value.kind === 'map' && depth < DEEPEST)
      give(reading, entriesOf(value), within, (name) => symbol(`${key.value}.${name}`), depth + 1);
    else for (const text of textsOf(value)) giveText(reading, text, within, symbol(key.value));
  }
}

/** The value, or those that a list or a call is made of: `readEnvironmentVariable('NAME', 'default')`. */
function textsOf(value: Node): readonly ScalarNode[] {
  const text = stringOf(value);
  return text ? [text] : itemsOf(value).flatMap((item) => stringOf(item) ?? itemsOf(item).flatMap((inner) => stringOf(inner) ?? []));
}

function giveText(reading: Reading, text: ScalarNode, spot: Spot, from: string): void {
  const [variable] = variablesIn(text.value);
  const to = variable ? reading.naming.refers(variable.name) : text.value;
  const says = variable !== undefined || (to !== null && !isConstant(to) && (isModelLike(to) || isUrl(to)));
  if (to && says) sightEdge(reading, text, spot, { from, relation: 'alias', to });
}

/** Bicep: `module name './file.bicep' = { params: ... }`, and the file that gives parameters to the one it uses. */
export function readBicepModules(reading: Reading, root: Node, spot: Spot): void {
  const { path, text } = reading.document;
  const files = new Map<string, string>();
  for (const { key, value } of blocksOf(root, 'module')) {
    for (const { key: file, value: body } of entriesOf(value)) {
      const target = bicepFile(path, file.value);
      if (target) files.set(key.value, target);
      const route = ['module', key.value, file.value, 'params'];
      if (target) give(reading, entriesOf(get(bodyOf(body), 'params')), { ...spot, route }, (name) => symbolOf(target, name));
    }
  }
  readOutputs(reading, root, spot, files);
  const used = bicepFile(path, USING.exec(text)?.[1] ?? '');
  if (used) give(reading, blocksOf(root, 'param'), { ...spot, route: ['param'] }, (name) => symbolOf(used, name));
}

/** Behind a condition or in a loop: `= if (on) { ... }`, `= [for one in all: { ... }]`. */
function bodyOf(node: Node, depth = 0): Node | null {
  if (node.kind === 'map' || depth > DEEPEST) return node;
  for (const item of itemsOf(node)) {
    const body = bodyOf(item, depth + 1);
    if (body?.kind === 'map') return body;
  }
  return null;
}

const USING = /^[ \t]{0,20}using[ \t]{1,20}'([^'\r\n]{1,300})'/m;
