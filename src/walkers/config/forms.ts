// Maps that stand for something else: a change of JSON Patch (RFC 6902), as Kustomize makes them, and a reference of CloudFormation.
import { type Entry, get, type MapNode, type Node, type ScalarNode, slice, stringOf, variable } from '../../formats/nodes.ts';

const CHANGES = /^(?:add|replace|test)$/;
/** The place of an item in a list: a number, or `-` behind the last. */
const ITEM = /^(?:\d{1,6}|-)$/;

/** What an operation sets, as the entry that it makes in the object; null for any other map. */
export function patchEntry(map: MapNode): Entry | null {
  const operation = stringOf(get(map, 'op'));
  const path = stringOf(get(map, 'path'));
  const value = map.entries.find(({ key }) => key.value === 'value')?.value;
  if (!path || !value || !CHANGES.test(operation?.value ?? '') || !path.value.startsWith('/')) return null;
  const steps = path.value.split('/');
  const isItem = ITEM.test(steps.at(-1) ?? '');
  const key = stepAt(path, isItem ? steps.slice(0, -1) : steps);
  return { key, value: isItem ? listOf(value) : value };
}

function stepAt(path: ScalarNode, steps: readonly string[]): ScalarNode {
  const end = steps.join('/').length;
  const step = steps.at(-1) ?? '';
  return { ...slice(path, end - step.length, end), value: step.replaceAll('~1', '/').replaceAll('~0', '~') };
}

function listOf(value: Node): Node {
  return { kind: 'list', items: [value], start: value.start, end: value.end };
}

/** `{ "Ref": "Parameter" }` is the value of the parameter. */
export function referenceIn(map: MapNode): ScalarNode | null {
  const [entry, ...more] = map.entries;
  const name = entry?.key.value === 'Ref' && more.length === 0 ? stringOf(entry.value) : null;
  return name && /^\w{1,100}$/.test(name.value) ? variable(name) : null;
}
