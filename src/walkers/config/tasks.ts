// Loops of Ansible: inside a task `item` is one of the things that it goes through, wherever those are written.
import { get, type MapNode, type Node, rewritten, type ScalarNode, stringOf, type Tree } from '../../formats/nodes.ts';

/** The keys of a task that hold what it goes through. */
export const LOOP = /^(?:loop|with_(?:items|list|flattened|sequence|nested))$/;

/** The name of the items of a list at a route; `steps` lead on from an item. */
export function loopAt(route: readonly string[], steps: readonly string[]): string {
  const place = route.map((step) => step.replace(/[^\w-]/g, ''));
  return ['loop', ...place, ...steps.filter((step) => !step.startsWith('['))].join('.');
}

/** The tree with the path of the items in place of `item`. */
export function withItems(tree: Tree): Tree {
  return { ...tree, roots: tree.roots.map((root) => inside(root, [], [])) };
}

interface Loop {
  readonly items: string;
  readonly name: string;
}

function inside(node: Node, route: readonly string[], loops: readonly Loop[]): Node {
  if (node.kind === 'scalar') return loops.reduce(asItem, node);
  if (node.kind === 'list') return { ...node, items: node.items.map((item, index) => inside(item, [...route, `[${index}]`], loops)) };
  return node.kind === 'map' ? insideMap(node, route, loops) : node;
}

function insideMap(map: MapNode, route: readonly string[], loops: readonly Loop[]): Node {
  const over = map.entries.find(({ key }) => LOOP.test(key.value));
  const items = over && itemsOf(over.value, [...route, over.key.value]);
  const inner = items ? [{ items, name: stringOf(get(get(map, 'loop_control'), 'loop_var'))?.value ?? 'item' }, ...loops] : loops;
  return {
    ...map,
    entries: map.entries.map(({ key, value }) => ({ key, value: inside(value, [...route, key.value], key === over?.key ? loops : inner) })),
  };
}

/** A list that is written here, or the variable that holds it: `{{ models | default([]) }}`. */
function itemsOf(over: Node, route: readonly string[]): string | null {
  if (over.kind === 'list') return loopAt(route, []);
  const text = stringOf(over)?.value ?? '';
  return /^\s{0,8}\{\{-?\s{0,8}([A-Za-z_]\w{0,80}(?:\.\w{1,80}){0,4})\s{0,8}(?:\||-?\}\})/.exec(text)?.[1] ?? null;
}

const ITEM = /\{\{-?\s{0,8}([A-Za-z_]\w{0,80})((?:\.\w{1,80}|\[["']\w{1,80}["']\]){0,4})\s{0,8}(?:\|[^{}]{0,200})?\}\}/g;

function asItem(node: ScalarNode, { items, name }: Loop): ScalarNode {
  if (!node.value.includes(name)) return node;
  const found = Array.from(node.value.matchAll(ITEM), ({ 0: whole, 1: word, 2: steps = '', index }) => {
    const text = `\${${items}${steps.replace(/\[["'](\w{1,80})["']\]/g, '.$1')}}`;
    return word === name ? [{ start: index, end: index + whole.length, text }] : [];
  });
  return rewritten(node, found.flat());
}
