// How a path must end for a walker's expression to match it, read off the expression. It only spares expressions that cannot
// match: what is not understood counts as matching everything.
import type { Node } from './pattern.ts';

interface Tail {
  readonly text: string;
  /** `$` stands behind it. */
  readonly anchored: boolean;
  /** Nothing is known of what stands before it. */
  readonly closed: boolean;
}

const MOST_TAILS = 200;
/** Lower-case endings, one of which every match of one of these alternatives has; null where nothing can be said. */
export function suffixesOf(alternatives: readonly (readonly Node[])[]): readonly string[] | null {
  const tails = expandAll(alternatives, [{ text: '', anchored: false, closed: false }]);
  if (tails.length > MOST_TAILS || tails.some(({ anchored, text }) => !anchored || text === '')) return null;
  return tails.map(({ text }) => text);
}

function expandAll(alternatives: readonly (readonly Node[])[], tails: readonly Tail[]): readonly Tail[] {
  return alternatives.flatMap((nodes) => nodes.reduceRight(prepend, tails));
}

/** Everything of a tail that is closed or not anchored stays as it is: more knowledge would not be sound. */
function prepend(tails: readonly Tail[], node: Node): readonly Tail[] {
  if (tails.length > MOST_TAILS) return tails;
  const done = tails.filter(({ closed }) => closed);
  const open = tails.filter(({ closed }) => !closed);
  if (open.length === 0) return tails;
  return [...done, ...(node.optional ? open : []), ...grown(node, open)];
}

function grown(node: Node, open: readonly Tail[]): readonly Tail[] {
  if (node.kind === 'group') return expandAll(node.alternatives, open);
  if (node.kind === 'unknown') return open.map((tail) => ({ ...tail, closed: true }));
  if (node.kind === 'end') return open.map((tail) => ({ ...tail, anchored: tail.text === '', closed: tail.text !== '' }));
  return open.map((tail) => ({ ...tail, text: node.text + tail.text, closed: !tail.anchored }));
}
