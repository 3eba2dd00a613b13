// Offsets to lines and columns. The index is built once a document and only when somebody asks.
import type { Region } from '../model.ts';

/** The offsets at which lines start. `\r\n`, `\n` and a lone `\r` each end one line. */
export type LineIndex = readonly number[];

export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** The 0-based number of the line that holds an offset. */
export function lineAt(index: LineIndex, offset: number): number {
  let low = 0;
  let high = index.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The region between two offsets in UTF-16 code units; `end` is exclusive. */
export function regionOf(index: LineIndex, start: number, end: number): Region {
  const first = lineAt(index, start);
  const last = lineAt(index, Math.max(start, end - 1));
  return {
    startLine: first + 1,
    startColumn: start - (index[first] ?? 0) + 1,
    endLine: last + 1,
    endColumn: end - (index[last] ?? 0) + 1,
  };
}
