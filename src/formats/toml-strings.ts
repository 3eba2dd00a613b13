// The strings of TOML: of one line or of several, with escapes or without.
import { decode } from './json.ts';
import { type Problem, type ScalarNode, scalar } from './nodes.ts';

export interface Cursor {
  readonly text: string;
  at: number;
  problem: Problem | null;
}

export function readString(cursor: Cursor, quote: string): ScalarNode {
  const triple = quote.repeat(3);
  return cursor.text.startsWith(triple, cursor.at) ? readLong(cursor, quote, triple) : readShort(cursor, quote);
}

/** A string of one line; without its closing quote it ends with the line. */
function readShort(cursor: Cursor, quote: string): ScalarNode {
  const { text } = cursor;
  const start = cursor.at + 1;
  let end = start;
  for (; end < text.length; end++) {
    const char = text[end];
    if (char === quote || char === '\n') break;
    if (char === '\\' && quote === '"') end++;
  }
  end = Math.min(end, text.length);
  if (text[end] !== quote) cursor.problem ??= { detail: 'a string does not end', offset: start };
  cursor.at = text[end] === quote ? end + 1 : end;
  return quote === '"' ? decode(text, start, end) : scalar(text.slice(start, end), start, end);
}

function readLong(cursor: Cursor, quote: string, triple: string): ScalarNode {
  const { text } = cursor;
  let start = cursor.at + 3;
  if (text[start] === '\r') start++;
  if (text[start] === '\n') start++;
  let end = text.indexOf(triple, start);
  while (end >= 0 && quote === '"' && text[end - 1] === '\\' && text[end - 2] !== '\\') end = text.indexOf(triple, end + 1);
  if (end < 0) {
    cursor.problem ??= { detail: 'a string does not end', offset: start };
    end = text.length;
  }
  // One or two quotes may stand before the closing three.
  while (text[end + 3] === quote) end++;
  cursor.at = Math.min(text.length, end + 3);
  return quote === '"' ? decode(text, start, end) : scalar(text.slice(start, end), start, end);
}
