// TOML with positions, tolerant: a line that cannot be read is passed over, what stands around it is kept.
import { type Entry, MAX_DEPTH, type MapNode, mapOf, type Node, type ScalarNode, scalar, type Tree, typeOf } from './nodes.ts';
import { type Cursor, readString } from './toml-strings.ts';

/** A table under construction; its entries are filled while the text is read. */
type Table = MapNode & { readonly entries: Entry[] };

export function parseToml(text: string): Tree {
  const cursor: Cursor = { text, at: 0, problem: null };
  const root = tableAt(0, text.length);
  let table = root;
  for (skipSpace(cursor, true); cursor.at < text.length; skipSpace(cursor, true)) {
    const from = cursor.at;
    if (text[from] === '[') table = readHeader(cursor, root);
    else readPair(cursor, table);
    skipSpace(cursor, false);
    if (cursor.at < text.length && !/[\r\n]/.test(text[cursor.at] ?? '') && !isHeader(cursor)) {
      cursor.problem ??= { detail: 'not TOML', offset: cursor.at };
      skipLine(cursor);
    }
    if (cursor.at === from) cursor.at++;
  }
  const problems = cursor.problem ? [cursor.problem] : [];
  return { roots: root.entries.length > 0 ? [mapOf(root.entries, 0, text.length)] : [], problems };
}

function tableAt(start: number, end: number): Table {
  return { kind: 'map', entries: [], start, end };
}

function skipSpace(cursor: Cursor, lines: boolean): void {
  const { text } = cursor;
  for (; cursor.at < text.length; cursor.at++) {
    const code = text.charCodeAt(cursor.at);
    if (code === 35) cursor.at = lineEnd(text, cursor.at) - 1;
    else if (code !== 32 && code !== 9 && code !== 0xfeff && !(lines && (code === 10 || code === 13))) return;
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function skipLine(cursor: Cursor): void {
  cursor.at = lineEnd(cursor.text, cursor.at);
}

/** `[a.b]` and `[[a.b]]`: the table that the following lines fill. */
function readHeader(cursor: Cursor, root: Table): Table {
  const start = cursor.at;
  const double = cursor.text.startsWith('[[', cursor.at);
  cursor.at += double ? 2 : 1;
  const keys = readKeys(cursor);
  skipSpace(cursor, false);
  const close = cursor.at;
  while (cursor.text[cursor.at] === ']') cursor.at++;
  if (keys.length === 0 || cursor.at - close !== (double ? 2 : 1))
    cursor.problem ??= { detail: 'the name of a table is not closed as it was opened', offset: start };
  const last = keys.at(-1);
  if (!last) return tableAt(cursor.at, cursor.at);
  return enter(descend(root, keys.slice(0, -1)), last, double);
}

function readKeys(cursor: Cursor): ScalarNode[] {
  const keys: ScalarNode[] = [];
  do {
    if (keys.length > 0) cursor.at++;
    skipSpace(cursor, false);
    const key = readKey(cursor);
    if (!key) break;
    keys.push(key);
    skipSpace(cursor, false);
  } while (cursor.text[cursor.at] === '.' && keys.length < MAX_DEPTH);
  return keys;
}

const BARE = /[\w\-\u0080-\uffff]{1,400}/y;

function readKey(cursor: Cursor): ScalarNode | null {
  const quote = cursor.text[cursor.at];
  if (quote === '"' || quote === "'") return readString(cursor, quote);
  BARE.lastIndex = cursor.at;
  const word = BARE.exec(cursor.text)?.[0];
  if (!word) return null;
  cursor.at += word.length;
  return scalar(word, cursor.at - word.length, cursor.at);
}

function descend(table: Table, keys: readonly ScalarNode[]): Table {
  return keys.reduce<Table>((inner, key) => enter(inner, key, false), table);
}

/** The table under a key, made where it is missing; of an array of tables a new or the last one. */
function enter({ entries }: Table, key: ScalarNode, item: boolean): Table {
  const known = find(entries, key.value);
  if (known?.kind === 'map' && !item) return known as Table;
  if (known?.kind === 'list') {
    const last = known.items.at(-1);
    if (!item && last?.kind === 'map') return last as Table;
    const next = mapOf([], key.start, key.end);
    (known.items as Node[]).push(next);
    return next as Table;
  }
  const made = mapOf([], key.start, key.end);
  entries.push({ key, value: item ? { kind: 'list', items: [made], start: key.start, end: key.end } : made });
  return made as Table;
}

/** Only the last ones are asked for: headers that return to a table far above start a second one, and nothing is quadratic. */
function find(entries: readonly Entry[], key: string): Node | null {
  for (let at = entries.length - 1; at >= Math.max(0, entries.length - 64); at--) {
    if (entries[at]?.key.value === key) return entries[at]?.value ?? null;
  }
  return null;
}

function readPair(cursor: Cursor, table: Table): void {
  const start = cursor.at;
  const keys = readKeys(cursor);
  const last = keys.at(-1);
  skipSpace(cursor, false);
  if (!last || cursor.text[cursor.at] !== '=') {
    cursor.problem ??= { detail: 'not TOML', offset: start };
    return;
  }
  cursor.at++;
  skipSpace(cursor, false);
  const value = readValue(cursor, 0);
  if (!value) cursor.problem ??= { detail: 'a value is missing', offset: start };
  else descend(table, keys.slice(0, -1)).entries.push({ key: last, value });
}

function readValue(cursor: Cursor, depth: number): Node | null {
  const lead = cursor.text[cursor.at];
  if (lead === '"' || lead === "'") return readString(cursor, lead);
  if (depth >= MAX_DEPTH) return skipRest(cursor);
  if (lead === '[') return readArray(cursor, depth);
  if (lead === '{') return readInline(cursor, depth);
  return readWord(cursor);
}

function skipRest(cursor: Cursor): null {
  cursor.problem ??= { detail: `nested deeper than ${MAX_DEPTH}`, offset: cursor.at };
  cursor.at = cursor.text.length;
  return null;
}

const WORD = /[^\s,#=[\]{}"']{1,400}/y;

function readWord(cursor: Cursor): ScalarNode | null {
  WORD.lastIndex = cursor.at;
  const word = WORD.exec(cursor.text)?.[0];
  if (!word) return null;
  cursor.at += word.length;
  return scalar(word, cursor.at - word.length, cursor.at, typeOf(word));
}

function readArray(cursor: Cursor, depth: number): Node {
  const start = cursor.at++;
  const items: Node[] = [];
  for (skipCommas(cursor); cursor.at < cursor.text.length && cursor.text[cursor.at] !== ']'; skipCommas(cursor)) {
    const item = isHeader(cursor) ? null : readValue(cursor, depth + 1);
    if (!item) break;
    items.push(item);
  }
  if (cursor.text[cursor.at] === ']') cursor.at++;
  return { kind: 'list', items, start, end: cursor.at };
}

const HEADER = /\[{1,2}[^\S\n]{0,9}[\w.\-"' ]{1,200}\]{1,2}[^\S\n]{0,9}\r?\n\s{0,99}[\w.\-"']{1,200}[^\S\n]{0,9}=/y;

/** No value looks like a header with a key below it: whatever was open before it was never closed. */
function isHeader(cursor: Cursor): boolean {
  const { text, at } = cursor;
  HEADER.lastIndex = at;
  if (text[at] !== '[' || text[at - 1] !== '\n' || !HEADER.test(text)) return false;
  cursor.problem ??= { detail: 'a list or table above does not end', offset: at };
  return true;
}

function readInline(cursor: Cursor, depth: number): Node {
  const start = cursor.at++;
  const table = tableAt(start, start);
  for (skipCommas(cursor); cursor.at < cursor.text.length && cursor.text[cursor.at] !== '}'; skipCommas(cursor)) {
    const keys = readKeys(cursor);
    const last = keys.at(-1);
    skipSpace(cursor, false);
    if (!last || cursor.text[cursor.at] !== '=') break;
    cursor.at++;
    skipSpace(cursor, false);
    const value = readValue(cursor, depth + 1);
    if (!value) break;
    descend(table, keys.slice(0, -1)).entries.push({ key: last, value });
  }
  if (cursor.text[cursor.at] === '}') cursor.at++;
  return mapOf(table.entries, start, cursor.at);
}

function skipCommas(cursor: Cursor): void {
  for (skipSpace(cursor, true); cursor.text[cursor.at] === ','; skipSpace(cursor, true)) cursor.at++;
}
