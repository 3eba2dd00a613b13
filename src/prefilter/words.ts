// Which words a path must hold for a walker's expression to match it: for expressions with open ends (`Dockerfile(?:\\..*)?$`).
import type { Node } from './pattern.ts';

/** Shorter words stand in every path. */
const SHORTEST = 3;

/** Lower-case words, one of which every match of one of these alternatives contains; null where nothing can be said. */
export function wordsOf(alternatives: readonly (readonly Node[])[]): readonly string[] | null {
  const words = alternatives.map(fromRow);
  return words.some((some) => some === null) ? null : words.flatMap((some) => some ?? []);
}

/** Of a row of nodes, that which says most: a run of text, or the words of a group that cannot be left out. */
function fromRow(nodes: readonly Node[]): readonly string[] | null {
  let best: readonly string[] | null = null;
  let run = '';
  for (const node of nodes) {
    run = node.kind === 'text' && !node.optional ? run + node.text : '';
    const words = node.kind === 'group' && !node.optional ? wordsOf(node.alternatives) : [run];
    if (words && shortest(words) >= SHORTEST && shortest(words) > shortest(best ?? [''])) best = words;
  }
  return best;
}

function shortest(words: readonly string[]): number {
  return Math.min(...words.map(({ length }) => length));
}
