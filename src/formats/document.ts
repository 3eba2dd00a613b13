// A file's text on its way to the walkers, with the places that made it worth reading.
import type { Usage } from '../model.ts';
import { type LineIndex, lineIndex } from '../util/lines.ts';

export interface Document {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** Decoded text as it stands in the file, line ends included, without a byte order mark. */
  readonly text: string;
  /** UTF-16 offsets of the prefilter's hits, ascending; null means that everything is to be looked at. */
  readonly hits: readonly number[] | null;
  /** What the path says about the use of the file. */
  readonly usage: Usage;
}

const indexes = new WeakMap<Document, LineIndex>();

/** The document's line index, built on first use. */
export function linesOf(document: Document): LineIndex {
  const known = indexes.get(document);
  if (known) return known;
  const built = lineIndex(document.text);
  indexes.set(document, built);
  return built;
}

/** Whether a hit starts in [start, end); true where everything is to be looked at. */
export function isHit({ hits }: Document, start: number, end: number): boolean {
  if (!hits) return true;
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low < hits.length && (hits[low] ?? 0) < end;
}
