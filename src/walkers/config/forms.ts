// Maps that stand for something else: a change of JSON Patch (RFC 6902), as Kustomize makes them, and the functions of CloudFormation.
import { EACH } from '../../formats/hcl-dialect.ts';
import {
  type Entry,
  get,
  itemsOf,
  type MapNode,
  type Node,
  type ScalarNode,
  scalar,
  slice,
  stringOf,
  variable,
} from '../../formats/nodes.ts';

const CHANGES = /^(?:add|replace|test)$/;
/** The place of an item in a list: a number, or `-` behind the last. */
const ITEM = /^(?:\d{1,6}|-)$/;

/** What an operation sets, as the entry that it makes in the object; null for any other map. */
export function patchEntry(map: MapNode): Entry | null {
  return parameterEntry(map) ?? operationEntry(map);
}

/** A parameter of Triton: `{ key: "name" value: { string_value: "text" } }`. */
function parameterEntry(map: MapNode): Entry | null {
  const [key, value] = [stringOf(get(map, 'key')), stringOf(get(get(map, 'value'), 'string_value'))];
  return key && value && map.entries.length === 2 ? { key, value } : null;
}

function operationEntry(map: MapNode): Entry | null {
  const operation = stringOf(get(map, 'op'));
  const path = stringOf(get(map, 'path'));
  const value = map.entries.find(({ key }) => key.value === 'value')?.value;
  if (!path || !value || !CHANGES.test(operation?.value ?? '') || !path.value.startsWith('/')) return null;
  const steps = path.value.split('/');
  const isItem = ITEM.test(steps.at(-1) ?? '');
  const key = stepAt(path, isItem ? steps.slice(0, -1) : steps);
  return { key, value: isItem ? listOf([value], value) : value };
}

function stepAt(path: ScalarNode, steps: readonly string[]): ScalarNode {
  const end = steps.join('/').length;
  const step = steps.at(-1) ?? '';
  return { ...slice(path, end - step.length, end), value: step.replaceAll('~1', '/').replaceAll('~0', '~') };
}

function listOf(items: readonly Node[], { start, end }: Node): Node {
  return { kind: 'list', items, start, end };
}

/** What a function of CloudFormation gives, as far as it can be told: a reference, a text, the list of what it may be; null for any other map. */
export function referenceIn(map: MapNode): Node | null {
  const [entry, ...more] = map.entries;
  if (!entry || more.length > 0) return null;
  const { key, value } = entry;
  if (key.value === 'Ref') return parameterOf(stringOf(value));
  if (key.value === 'Fn::Sub') return stringOf(value) ?? stringOf(itemsOf(value)[0]);
  if (key.value === 'Fn::Join') return joined(value);
  if (key.value === 'Fn::FindInMap') return foundIn(value);
  return key.value === 'Fn::If' || key.value === 'Fn::Select' ? listOf(itemsOf(value).slice(1), value) : null;
}

/** `{ "Ref": "Parameter" }` is the value of the parameter. */
function parameterOf(name: ScalarNode | null): ScalarNode | null {
  return name && /^\w{1,100}$/.test(name.value) ? variable(name) : null;
}

/** `[delimiter, [part, ...]]`: one text, in which what refers to something is a variable. */
function joined(value: Node): ScalarNode | null {
  const [delimiter, parts] = itemsOf(value);
  if (delimiter?.kind !== 'scalar' || itemsOf(parts).length === 0) return null;
  const jumps: number[] = [];
  let text = '';
  for (const part of itemsOf(parts)) {
    const piece = part.kind === 'map' ? referenceIn(part) : part;
    if (text !== '') text += delimiter.value;
    jumps.push(text.length, piece?.start ?? part.start);
    text += piece?.kind === 'scalar' ? piece.value : UNTOLD;
  }
  return { ...scalar(text, parts?.start ?? value.start, parts?.end ?? value.end), jumps };
}

/** A part that nothing of the template tells. */
const UNTOLD = '${x}';

/** `[map, key, key]` is a value below `Mappings`; a key that is computed may be any. */
function foundIn(value: Node): ScalarNode | null {
  const [map, ...keys] = itemsOf(value).slice(0, 3);
  const [first, last] = [map, keys.at(-1)];
  if (!first || !last || keys.length < 2 || !isStep(first)) return null;
  const path = `Mappings.${[first, ...keys].map((step) => (isStep(step) ? step.value : EACH)).join('.')}`;
  return variable({ ...scalar(path, first.start, last.end) });
}

function isStep(node: Node): node is ScalarNode {
  return node.kind === 'scalar' && /^[\w-]{1,100}$/.test(node.value);
}
