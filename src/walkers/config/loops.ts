// Terraform's `for_each`: inside its block `each.value` is one of the things that are gone through, wherever those are written;
// inside a `dynamic` block the block's own name stands for `each`.
import { EACH } from '../../formats/hcl-dialect.ts';
import { get, type MapNode, type Node, type ScalarNode, type Tree } from '../../formats/nodes.ts';
import { variablesIn } from './interpolate.ts';

/** The tree with the path of the items in place of `each.value` and `each.key`. */
export function withLoops(tree: Tree): Tree {
  return { ...tree, roots: tree.roots.map((root) => inside(root, [], [])) };
}

interface Loop {
  readonly items: string;
  /** What stands for an item: `each`, the name of a dynamic block, or, as `iterator`, a word that the format keeps to itself. */
  readonly name: string | null;
}

function inside(node: Node, route: readonly string[], loops: readonly Loop[]): Node {
  if (node.kind === 'scalar') return asItem(node, loops);
  if (node.kind === 'list') return { ...node, items: node.items.map((item) => inside(item, route, loops)) };
  return node.kind === 'map' ? insideMap(node, route, loops) : node;
}

function insideMap(map: MapNode, route: readonly string[], loops: readonly Loop[]): Node {
  const over = get(map, LOOP);
  const inner = over ? [{ items: itemsOf(over, route), name: nameOf(map, route) }, ...loops] : loops;
  return {
    ...map,
    entries: map.entries.map(({ key, value }) => ({
      key,
      value: key.value === LOOP ? inside(value, [...route, LOOP], loops) : inside(value, [...route, key.value], inner),
    })),
  };
}

function nameOf(map: MapNode, route: readonly string[]): string | null {
  if (route.at(-2) !== 'dynamic') return 'each';
  return get(map, 'iterator') ? null : (route.at(-1) ?? null);
}

const LOOP = 'for_each';

/** The path of what is gone through: a variable or local, or the loop's own list or map. */
function itemsOf(loop: Node, route: readonly string[]): string {
  return `${nameIn(loop, 0) ?? [...route, LOOP].join('.')}.${EACH}`;
}

/** The first name in the expression: `toset(var.models)`. */
function nameIn(node: Node, depth: number): string | null {
  if (node.kind === 'scalar') return variablesIn(node.value)[0]?.name ?? null;
  if (node.kind !== 'list' || depth > 3) return null;
  for (const item of node.items) {
    const name = nameIn(item, depth + 1);
    if (name) return name;
  }
  return null;
}

const ITEM = /^\$\{([A-Za-z_]\w{0,60})\.(?:value|key)((?:\.[\w-]{1,100}){0,8})\}$/;

function asItem(node: ScalarNode, loops: readonly Loop[]): ScalarNode {
  const [, name, steps = ''] = ITEM.exec(node.value) ?? [];
  const loop = loops.find((one) => one.name === name || (one.name === null && name !== 'each'));
  if (!loop) return node;
  const value = `\${${loop.items}${steps}}`;
  return { ...node, value, jumps: [0, node.start, value.length - 1, Math.max(node.start, node.end - 1)] };
}
