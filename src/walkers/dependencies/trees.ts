// What all readers of located trees need: the parser's complaints, and keys that stand twice.
import type { Entry, Node, Tree } from '../../formats/nodes.ts';
import type { Trouble } from './listing.ts';

export function* troublesOf({ problems }: Tree): Generator<Trouble> {
  for (const { detail, offset } of problems) yield { code: 'unreadable-part', detail, offset };
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
