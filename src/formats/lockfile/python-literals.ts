// The string literals of a list or dictionary in Python source, without running or parsing the rest of it.
import { type ScalarNode, scalar } from '../nodes.ts';

export interface Literal {
  readonly text: ScalarNode;
  /** The dictionary key that it stands under, or null. */
  readonly key: string | null;
}

/** A bracket that is never closed is given up here. */
const LONGEST = 100_000;

/** The literals between the bracket at `start` and the one that closes it; a literal that a colon follows is a key. `end` is where that bracket stands. */
export function literalsWithin(text: string, start: number): { readonly literals: readonly Literal[]; readonly end: number } {
  const found: Literal[] = [];
  let key: string | null = null;
  let depth = 0;
  const limit = Math.min(text.length, start + LONGEST);
  let at = start;
  for (; at < limit; at++) {
    const char = text[at] ?? '';
    if (char === '#') at = lineEnd(text, at);
    else if ('[({'.includes(char)) depth++;
    else if ('])}'.includes(char)) {
      depth--;
      if (depth <= 0) break;
    } else if (char === '"' || char === "'") {
      const literal = readLiteral(text, at);
      at = literal.end + literal.quotes - 1;
      if (/^\s{0,50}:/.test(text.slice(at + 1, at + 60))) key = literal.value;
      else found.push({ text: scalar(literal.value, literal.start, literal.end), key });
    }
  }
  return { literals: found, end: at };
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function readLiteral(text: string, at: number) {
  const quote = text[at] ?? '"';
  const triple = quote.repeat(3);
  const mark = text.startsWith(triple, at) ? triple : quote;
  const start = at + mark.length;
  const found = text.indexOf(mark, start);
  const limit = mark === quote ? lineEnd(text, start) : text.length;
  const end = found < 0 ? limit : Math.min(found, limit);
  return { value: text.slice(start, end), start, end, quotes: mark.length };
}
