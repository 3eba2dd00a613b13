// Terraform's `for_each`: inside its block `each.value` is one of the things that are gone through, wherever those are written.
import { EACH } from '../../formats/hcl-dialect.ts';
import { get, type MapNode, type Node, type ScalarNode, type Tree } from '../../formats/nodes.ts';
import { variablesIn } from './interpolate.ts';

/** The tree with the path of the items in place of `each.value` and `each.key`. */
export function withLoops(tree: Tree): Tree {
  return { ...tree, roots: tree.roots.map((root) => inside(root, [], null)) };
}

function inside(node: Node, route: readonly string[], items: string | null): Node {
  if (node.kind === 'scalar') return items ? asItem(node, items) : node;
  if (node.kind === 'list') return { ...node, items: node.items.map((item) => inside(item, route, items)) };
  return node.kind === 'map' ? insideMap(node, route, items) : node;
}

function insideMap(map: MapNode, route: readonly string[], items: string | null): Node {
  const loop = get(map, LOOP);
  const inner = loop ? itemsOf(loop, route) : items;
  return {
    ...map,
    entries: map.entries.map(({ key, value }) => ({
      key,
      value: key.value === LOOP ? value : inside(value, [...route, key.value], inner),
    })),
  };
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

const ITEM = /^\$\{each\.(?:value|key)((?:\.[\w-]{1,100}){0,8})\}$/;

function asItem(node: ScalarNode, items: string): ScalarNode {
  const steps = ITEM.exec(node.value)?.[1];
  if (steps === undefined) return node;
  const value = `\${${items}${steps}}`;
  return { ...node, value, jumps: [0, node.start, value.length - 1, Math.max(node.start, node.end - 1)] };
}
