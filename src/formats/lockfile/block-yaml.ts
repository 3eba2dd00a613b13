// The YAML that tools write into lockfiles: blocks by indentation, one entry a line, flow collections on one line. Read line by
// line, so that a line of something else, such as the mark of a merge conflict, costs only itself. No anchors, no folding.
import { MAX_DEPTH, mapOf, type Node, type Problem, type ScalarNode, scalar, type Tree, typeOf } from '../nodes.ts';
import { readFlow } from './flow.ts';

interface Frame {
  readonly indent: number;
  readonly entries: Pair[] | null;
  readonly items: Node[] | null;
}

/** An entry whose value may still become a block. */
interface Pair {
  readonly key: ScalarNode;
  value: Node;
}

interface Reader {
  readonly text: string;
  readonly roots: Node[];
  readonly stack: Frame[];
  /** More indented lines belong to a scalar or flow collection of several lines. */
  scalarIndent: number;
  problem: Problem | null;
}

export function parseBlockYaml(text: string): Tree {
  const reader: Reader = { text, roots: [], stack: [], scalarIndent: -1, problem: null };
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; ) {
    const end = lineEnd(text, at);
    const last = text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    readLine(reader, at, last);
    at = end + 1;
  }
  return { roots: reader.roots, problems: reader.problem ? [reader.problem] : [] };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

const MARK = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/;

function readLine(reader: Reader, lineStart: number, end: number): void {
  const { text, stack } = reader;
  let at = lineStart;
  while (at < end && text.charCodeAt(at) === 32) at++;
  const indent = at - lineStart;
  if (at >= end || text.charCodeAt(at) === 35) return;
  if (reader.scalarIndent >= 0 && indent > reader.scalarIndent) return;
  reader.scalarIndent = -1;
  if (indent === 0 && (MARK.test(text.slice(at, Math.min(end, at + 8))) || isSeparator(reader, at, end))) return;
  if (stack.length > MAX_DEPTH) return;
  readContent(reader, at, { indent, end });
}

function isSeparator({ text, stack }: Reader, at: number, end: number): boolean {
  if (!text.startsWith('---', at) || end - at > 4) return false;
  stack.length = 0;
  return true;
}

interface Line {
  readonly indent: number;
  readonly end: number;
}

function readContent(reader: Reader, start: number, { indent, end }: Line): void {
  const { text } = reader;
  let at = start;
  let column = indent;
  while (text.charCodeAt(at) === 45 && (at + 1 >= end || text.charCodeAt(at + 1) === 32)) {
    const list = listAt(reader, column, at);
    const from = at;
    at++;
    while (at < end && text.charCodeAt(at) === 32) at++;
    column += at - from;
    if (at >= end) return;
    const colon = keyEnd(text, at, end);
    if (colon < 0 && text.charCodeAt(at) !== 45) {
      list.push(readValue(reader, at, { indent, end }));
      return;
    }
    reader.stack.push({ indent: column, ...container(list, at, text.charCodeAt(at) === 45) });
  }
  const from = text.startsWith('? ', at) ? at + 2 : at;
  const colon = keyEnd(text, from, end);
  if (colon >= 0) readPair(reader, from, { colon, end, indent: column });
  else if (!isBracket(text, from, end) && (text.charCodeAt(from) === 45 || !goesOn(reader, column)))
    fail(reader, 'neither a key nor an item', from);
}

/** Formatters draw `{ integrity: ... }` apart: its keys then read as those of a block. */
function isBracket(text: string, from: number, end: number): boolean {
  return end - from <= 2 && /^[[\]{}],?$/.test(text.slice(from, end));
}

function fail(reader: Reader, detail: string, offset: number): void {
  reader.problem ??= { detail, offset };
}

/** More indented than a key or item with a plain value, a line is the rest of that. */
function goesOn({ stack }: Reader, indent: number): boolean {
  const top = stack.at(-1);
  const last = top?.entries?.at(-1)?.value ?? top?.items?.at(-1);
  return top !== undefined && indent > top.indent && last?.kind === 'scalar' && last.type !== 'null';
}

function container(list: Node[], at: number, isList: boolean): Omit<Frame, 'indent'> {
  if (isList) {
    const items: Node[] = [];
    list.push({ kind: 'list', items, start: at, end: at });
    return { entries: null, items };
  }
  const entries: Pair[] = [];
  list.push(mapOf(entries, at, at));
  return { entries, items: null };
}

function listAt(reader: Reader, indent: number, at: number): Node[] {
  const { stack } = reader;
  while ((stack.at(-1)?.indent ?? -1) > indent) stack.pop();
  const top = stack.at(-1);
  if (top?.items && top.indent === indent) return top.items;
  const earlier = top?.entries?.at(-1)?.value;
  // An item that is indented otherwise than those before it.
  if (earlier?.kind === 'list') fail(reader, 'an item where none can stand', at);
  const items = earlier?.kind === 'list' ? (earlier.items as Node[]) : [];
  if (earlier?.kind !== 'list') place(reader, { kind: 'list', items, start: at, end: at });
  stack.push({ indent, entries: null, items });
  return items;
}

function mapAt(reader: Reader, indent: number, at: number): Pair[] {
  const { stack } = reader;
  while ((stack.at(-1)?.indent ?? -1) > indent || (stack.at(-1)?.indent === indent && stack.at(-1)?.items)) stack.pop();
  const top = stack.at(-1);
  if (top?.entries && top.indent === indent) return top.entries;
  const entries: Pair[] = [];
  place(reader, mapOf(entries, at, at));
  stack.push({ indent, entries, items: null });
  return entries;
}

/** A block is the value of the entry above it, or an item of the list around it. */
function place(reader: Reader, node: Node): void {
  const { roots, stack } = reader;
  const top = stack.at(-1);
  const last = top?.entries?.at(-1);
  // A value, or an item, that already stands there has no room for a block below it.
  if ((last && last.value.kind === 'scalar' && last.value.type !== 'null') || (top?.items && node.kind === 'map'))
    fail(reader, 'a key where none can stand', node.start);
  if (last) last.value = node;
  else if (top?.items) top.items.push(node);
  else roots.push(node);
}

interface PairLine extends Line {
  readonly colon: number;
}

function readPair(reader: Reader, at: number, { colon, end, indent }: PairLine): void {
  const entries = mapAt(reader, indent, at);
  let from = colon + 1;
  while (from < end && reader.text.charCodeAt(from) === 32) from++;
  const key = unquote(reader.text, at, colon);
  entries.push({ key, value: readValue(reader, from, { indent, end }) });
}

function readValue(reader: Reader, start: number, { indent, end }: Line): Node {
  const { text } = reader;
  const lead = text.charCodeAt(start);
  if (start >= end) return scalar('', start, start, 'null');
  if (lead === 123 || lead === 91) {
    const node = readFlow(text, start, end);
    const close = lead === 123 ? 125 : 93;
    if (node.kind !== 'scalar' && text.charCodeAt(node.end - 1) !== close) reader.scalarIndent = indent;
    return node;
  }
  if (lead === 124 || lead === 62) {
    reader.scalarIndent = indent;
    return scalar('', start, start, 'null');
  }
  if ((lead === 34 || lead === 39) && isOpen(text, start, end)) reader.scalarIndent = indent;
  return unquote(text, start, end);
}

/** A quoted scalar goes on in the next line. */
function isOpen(text: string, start: number, end: number): boolean {
  const close = text.indexOf(text[start] ?? '"', start + 1);
  return close < 0 || close >= end;
}

/** The scalar between two offsets, without its quotes, its comment and the blanks around it. */
export function unquote(text: string, start: number, end: number): ScalarNode {
  const quote = text.charCodeAt(start);
  if (quote === 34 || quote === 39) {
    const close = text.indexOf(text[start] ?? '"', start + 1);
    const stop = close < 0 || close > end ? end : close;
    return scalar(text.slice(start + 1, stop), start + 1, stop);
  }
  const comment = text.slice(start, end).indexOf(' #');
  let stop = comment < 0 ? end : start + comment;
  while (stop > start && text.charCodeAt(stop - 1) <= 32) stop--;
  const value = text.slice(start, stop);
  return scalar(value, start, stop, typeOf(value));
}

/** The offset of the colon behind a key, or -1. */
function keyEnd(text: string, start: number, end: number): number {
  const quote = text.charCodeAt(start);
  if (quote === 34 || quote === 39) {
    const close = text.indexOf(text[start] ?? '"', start + 1);
    return close > 0 && close < end && text.charCodeAt(close + 1) === 58 ? close + 1 : -1;
  }
  if (quote === 123 || quote === 91) return -1;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) === 58 && (at + 1 >= end || text.charCodeAt(at + 1) === 32)) return at;
  }
  return -1;
}
