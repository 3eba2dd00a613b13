// What all readers of located trees need: the parser's complaints, and keys that stand twice.
import { parseBlockYaml } from '../../formats/lockfile/block-yaml.ts';
import type { Entry, Node, Tree } from '../../formats/nodes.ts';
import { parseYaml } from '../../formats/yaml.ts';
import type { Trouble } from './listing.ts';

export function* troublesOf({ roots, problems }: Tree): Generator<Trouble> {
  for (const { detail, offset } of problems) yield { code: 'unreadable-part', detail, offset };
  for (const root of roots) yield* repeats(root);
}

/** Plain values under a key that stands twice, at any depth. Tables may be written in several pieces; whoever reads them checks those. */
function* repeats(node: Node): Generator<Trouble> {
  if (node.kind === 'list') for (const item of node.items) yield* repeats(item);
  if (node.kind !== 'map') return;
  if (node.entries.length > 1 && hasRepeated(node.entries))
    yield* duplicates(node.entries.filter(({ key, value }) => value.kind !== 'map' && key.value !== '<<'));
  for (const { value } of node.entries) if (value.kind === 'map' || value.kind === 'list') yield* repeats(value);
}

/** Maps of a lockfile are many and most of them short: comparing a few keys is less work than a set of them. */
const FEW = 8;

function hasRepeated(entries: readonly Entry[]): boolean {
  if (entries.length > FEW) return new Set(entries.map(({ key }) => key.value)).size < entries.length;
  for (let at = 1; at < entries.length; at++) {
    for (let before = 0; before < at; before++) if (entries[at]?.key.value === entries[before]?.key.value) return true;
  }
  return false;
}

/** What YAML refuses as a whole because of one line is read line by line. */
export function readYaml(text: string): Tree {
  const tree = parseYaml(text);
  return tree.problems.length > 0 ? { roots: parseBlockYaml(text).roots, problems: tree.problems } : tree;
}

/** A line that none of the forms fits which the format has. */
export function strangeLine({ start }: { readonly start: number }, expected: string): Trouble {
  return { code: 'unreadable-part', detail: `not ${expected}`, offset: start };
}

export function* duplicates(entries: readonly Entry[]): Generator<Trouble> {
  const seen = new Set<string>();
  for (const { key } of entries) {
    if (seen.has(key.value)) yield { code: 'duplicate-key', detail: 'the key stands twice', offset: key.start };
    seen.add(key.value);
  }
}

/** A lockfile of a version that this reader was not written for; it is read all the same. */
export function* unknownVersion(node: Node | null, known: RegExp): Generator<Trouble> {
  if (node?.kind !== 'scalar' || known.test(node.value)) return;
  yield { code: 'unknown-lockfile-version', detail: `version ${node.value.slice(0, 20)} is not known`, offset: node.start };
}
