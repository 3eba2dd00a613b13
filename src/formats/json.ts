// JSON as it is written in the wild: comments, trailing commas, single quotes and bare keys are read, a truncated text yields
// what stood before the cut. A scanner of our own, because libraries that keep positions read a tenth as fast.
import { containerEnd } from './json-skip.ts';
import { type Entry, MAX_DEPTH, type Node, type Problem, type ScalarNode, scalar, type Tree, typeOf } from './nodes.ts';

/** Where the scanner stands; the only thing that changes while it reads. */
interface Cursor {
  readonly text: string;
  /** Offsets that are of interest, ascending; null: all of the text is. */
  readonly wanted: readonly number[] | null;
  at: number;
  /** Index of the first wanted offset that is not yet behind. */
  next: number;
  problem: Problem | null;
}

/** From this size on, containers without anything of interest are passed over without a tree. */
const LARGE = 1_000_000;
/** Deeper containers are read: looking for the end of each would read the same text again and again. */
const DEEPEST_LOOK = 6;

/** Reads every value of a text: one, or one a line as in JSON Lines. Only the first problem is kept. */
export function parseJson(text: string, hits: readonly number[] | null = null): Tree {
  const cursor: Cursor = { text, wanted: text.length < LARGE ? null : hits, at: 0, next: 0, problem: null };
  const roots: Node[] = [];
  for (skipBlank(cursor); cursor.at < text.length; skipBlank(cursor)) {
    const node = readValue(cursor, 0);
    if (!node) break;
    if (isBare(node, text)) {
      cursor.problem ??= { detail: 'not JSON', offset: node.start };
      break;
    }
    roots.push(node);
  }
  return { roots, problems: cursor.problem ? [cursor.problem] : [] };
}

/** A bare word outside of any container: what follows is another language. */
function isBare(node: Node, text: string): boolean {
  return node.kind === 'scalar' && node.type === 'string' && !/["']/.test(text[node.start - 1] ?? '');
}

function fail(cursor: Cursor, detail: string): null {
  cursor.problem ??= { detail, offset: Math.min(cursor.at, cursor.text.length) };
  return null;
}

function skipBlank(cursor: Cursor): void {
  const { text } = cursor;
  for (; cursor.at < text.length; cursor.at++) {
    const code = text.charCodeAt(cursor.at);
    if (code === 47 && skipComment(cursor)) continue;
    if (code > 32 && code !== 0xa0 && code !== 0xfeff) return;
  }
}

/** Leaves the cursor on the comment's last character. */
function skipComment(cursor: Cursor): boolean {
  const { text } = cursor;
  const next = text.charCodeAt(cursor.at + 1);
  if (next !== 47 && next !== 42) return false;
  const end = next === 47 ? text.indexOf('\n', cursor.at) : text.indexOf('*/', cursor.at + 2);
  cursor.at = end < 0 ? text.length - 1 : next === 47 ? end : end + 1;
  return true;
}

function readValue(cursor: Cursor, depth: number): Node | null {
  const code = cursor.text.charCodeAt(cursor.at);
  if (cursor.wanted && (code === 123 || code === 91)) {
    const passed = depth <= DEEPEST_LOOK ? passBy(cursor, cursor.wanted) : null;
    if (passed) return passed;
  }
  switch (code) {
    case 123:
      return depth < MAX_DEPTH ? readMap(cursor, depth) : skipDeep(cursor);
    case 91:
      return depth < MAX_DEPTH ? readList(cursor, depth) : skipDeep(cursor);
    case 34:
    case 39:
      return readString(cursor);
    default:
      return readWord(cursor);
  }
}

function readMap(cursor: Cursor, depth: number): Node {
  const start = cursor.at++;
  const entries: Entry[] = [];
  for (let index = 0; !isAtClose(cursor, 125, index); index++) {
    const entry = readEntry(cursor, depth);
    if (entry) entries.push(entry);
    else skipLine(cursor);
  }
  return { kind: 'map', entries, start, end: cursor.at };
}

function readEntry(cursor: Cursor, depth: number): Entry | null {
  const key = readKey(cursor);
  if (!key) return null;
  const end = cursor.at;
  skipBlank(cursor);
  if (cursor.text.charCodeAt(cursor.at) !== 58) {
    fail(cursor, 'a colon is missing');
    // Only the line of what is no key is given up, not the next one.
    cursor.at = end;
    return null;
  }
  cursor.at++;
  skipBlank(cursor);
  const value = readValue(cursor, depth + 1);
  return value && { key, value };
}

/** After what cannot be read, such as a template's directive: the next line may be whole again. */
function skipLine(cursor: Cursor): void {
  const end = cursor.text.indexOf('\n', cursor.at);
  cursor.at = end < 0 ? cursor.text.length : end + 1;
}

function readList(cursor: Cursor, depth: number): Node {
  const start = cursor.at++;
  const items: Node[] = [];
  for (let index = 0; !isAtClose(cursor, 93, index); index++) {
    const item = readValue(cursor, depth + 1);
    if (item) items.push(item);
    else skipLine(cursor);
  }
  return { kind: 'list', items, start, end: cursor.at };
}

/** Steps over commas; true behind the closing bracket, or where the container can only be given up. */
function isAtClose(cursor: Cursor, close: number, index: number): boolean {
  let commas = 0;
  for (skipBlank(cursor); cursor.text.charCodeAt(cursor.at) === 44; skipBlank(cursor)) {
    commas++;
    if (commas > Math.min(index, 1)) fail(cursor, 'a comma too many');
    cursor.at++;
  }
  const code = cursor.text.charCodeAt(cursor.at);
  if (code === close) {
    cursor.at++;
    return true;
  }
  if (Number.isNaN(code)) return fail(cursor, 'the text ends before the value does') === null;
  // The other kind of bracket: left for the container outside.
  if (code === 125 || code === 93) return fail(cursor, 'a bracket does not match') === null;
  if (commas < Math.min(index, 1)) fail(cursor, 'a comma is missing');
  return false;
}

function readKey(cursor: Cursor): ScalarNode | null {
  const code = cursor.text.charCodeAt(cursor.at);
  return code === 34 || code === 39 ? readString(cursor) : readWord(cursor);
}

const WORD = /[^\s,:{}[\]"'`/]{1,400}/y;

function readWord(cursor: Cursor): ScalarNode | null {
  WORD.lastIndex = cursor.at;
  const word = WORD.exec(cursor.text)?.[0];
  if (!word) return fail(cursor, 'a value is missing');
  const start = cursor.at;
  cursor.at += word.length;
  return scalar(word, start, cursor.at, typeOf(word));
}

function readString(cursor: Cursor): ScalarNode {
  const { text } = cursor;
  const quote = text[cursor.at] ?? '"';
  const start = ++cursor.at;
  let end = text.indexOf(quote, start);
  for (let slash = nextEscape(text, start, end); slash >= 0; ) {
    const from = slash + 2;
    if (end >= 0 && end < from) end = text.indexOf(quote, from);
    slash = nextEscape(text, from, end);
  }
  if (end < 0) {
    end = text.length;
    fail(cursor, 'a string does not end');
  }
  cursor.at = end + 1;
  return decode(text, start, end);
}

function nextEscape(text: string, from: number, end: number): number {
  const limit = end < 0 ? text.length : end;
  for (let at = from; at < limit; at++) if (text.charCodeAt(at) === 92) return at;
  return -1;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', 0: '\0', v: '\v' };

/** Undoes the escapes between two offsets; also for the double-quoted strings of other formats. */
export function decode(text: string, start: number, end: number): ScalarNode {
  const first = nextEscape(text, start, end);
  if (first < 0) return scalar(text.slice(start, end), start, end);
  let value = text.slice(start, first);
  const jumps = [0, start];
  for (let at = first; at < end; ) {
    const [decoded, length] = decodeEscape(text, at);
    jumps.push(value.length, at);
    value += decoded;
    const from = Math.min(at + length, end);
    const next = nextEscape(text, from, end);
    jumps.push(value.length, from);
    at = next < 0 ? end : next;
    value += text.slice(from, at);
  }
  return { ...scalar(value, start, end), jumps };
}

function decodeEscape(text: string, at: number): readonly [string, number] {
  const kind = text[at + 1] ?? '';
  const digits = kind === 'u' ? 4 : kind === 'U' ? 8 : kind === 'x' ? 2 : 0;
  const hex = text.slice(at + 2, at + 2 + digits);
  if (digits > 0 && hex.length === digits && /^[0-9a-f]+$/i.test(hex)) {
    const code = Number.parseInt(hex, 16);
    return [code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code), 2 + digits];
  }
  // A line that goes on: TOML and properties drop the indentation, and nobody misses it elsewhere.
  if (kind === '\n' || kind === '\r') return ['', 1 + (/^\s{1,1000}/.exec(text.slice(at + 1, at + 1001))?.[0].length ?? 1)];
  return [ESCAPES[kind] ?? kind, 2];
}

/** A container in which nothing is wanted, as null; or null where something is. */
function passBy(cursor: Cursor, wanted: readonly number[]): Node | null {
  while ((wanted[cursor.next] ?? Number.POSITIVE_INFINITY) < cursor.at) cursor.next++;
  const start = cursor.at;
  const end = containerEnd(cursor.text, start, wanted[cursor.next] ?? cursor.text.length);
  if (end < 0) return null;
  cursor.at = end;
  return scalar('', start, end, 'null');
}

/** Passes a value that is nested too deeply, without recursion. */
function skipDeep(cursor: Cursor): Node | null {
  fail(cursor, `nested deeper than ${MAX_DEPTH}`);
  const start = cursor.at;
  const end = containerEnd(cursor.text, start, cursor.text.length);
  cursor.at = end < 0 ? cursor.text.length : end;
  return scalar('', start, cursor.at, 'null');
}
