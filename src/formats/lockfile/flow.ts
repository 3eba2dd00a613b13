// Flow collections on one line: `{node: '>=18', os: [linux, darwin]}`.
import { type Entry, MAX_DEPTH, mapOf, type Node, type ScalarNode, scalar, typeOf } from '../nodes.ts';

interface Cursor {
  readonly text: string;
  readonly end: number;
  at: number;
}

export function readFlow(text: string, start: number, end: number): Node {
  return readNode({ text, end, at: start }, 0);
}

function readNode(cursor: Cursor, depth: number): Node {
  blank(cursor);
  const lead = cursor.text[cursor.at];
  if (depth < MAX_DEPTH && lead === '{') return readMap(cursor, depth);
  if (depth < MAX_DEPTH && lead === '[') return readList(cursor, depth);
  return readScalar(cursor, /[,}\]]/);
}

function readMap(cursor: Cursor, depth: number): Node {
  const start = cursor.at++;
  const entries: Entry[] = [];
  for (blank(cursor); isInside(cursor, '}'); blank(cursor)) {
    const from = cursor.at;
    const key = readScalar(cursor, /[,}]|:(?=\s)/);
    if (cursor.text[cursor.at] === ':') {
      cursor.at++;
      entries.push({ key, value: readNode(cursor, depth + 1) });
    }
    if (cursor.at === from) cursor.at++;
  }
  cursor.at++;
  return mapOf(entries, start, Math.min(cursor.at, cursor.end));
}

function readList(cursor: Cursor, depth: number): Node {
  const start = cursor.at++;
  const items: Node[] = [];
  for (blank(cursor); isInside(cursor, ']'); blank(cursor)) {
    const from = cursor.at;
    items.push(readNode(cursor, depth + 1));
    if (cursor.at === from) cursor.at++;
  }
  cursor.at++;
  return { kind: 'list', items, start, end: Math.min(cursor.at, cursor.end) };
}

function isInside({ text, at, end }: Cursor, close: string): boolean {
  return at < end && text[at] !== close;
}

function blank(cursor: Cursor): void {
  while (cursor.at < cursor.end && /[\s,]/.test(cursor.text[cursor.at] ?? '')) cursor.at++;
}

function readScalar(cursor: Cursor, stop: RegExp): ScalarNode {
  const { text, end } = cursor;
  const start = cursor.at;
  const quote = text[start];
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, start + 1);
    const last = close < 0 || close >= end ? end : close;
    cursor.at = last + 1;
    return scalar(text.slice(start + 1, last), start + 1, last);
  }
  const length = text.slice(start, end).search(stop);
  cursor.at = length < 0 ? end : start + length;
  const value = text.slice(start, cursor.at).trimEnd();
  return scalar(value, start, start + value.length, typeOf(value));
}
