// JSON of any size, read from the front to the back without a tree: the caller asks for what it wants, the rest is passed
// over at the speed of one comparison a character. What is not JSON, such as the marks of a merge conflict, is passed over too.
import { decode } from '../json.ts';
import { MAX_DEPTH, type Problem } from '../nodes.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface JsonReader {
  readonly text: string;
  at: number;
  depth: number;
  problem: Problem | null;
}

export function openJson(text: string, at = 0): JsonReader {
  return { text, at, depth: 0, problem: null };
}

/** Without quotes, escapes undone. */
export function textOf({ text }: JsonReader, { start, end }: Span): string {
  const raw = text.slice(start, end);
  return raw.includes('\\') ? decode(text, start, end).value : raw;
}

/** Visits the members of an object; a value that the visitor leaves alone is passed over. */
export function members(reader: JsonReader, visit: (key: Span) => void): void {
  if (!enter(reader, 123)) return;
  for (let index = 0; !leave(reader, index); index++) {
    const key = readString(reader);
    blank(reader);
    if (!key || code(reader) !== 58) {
      fail(reader, key ? 'a colon is missing' : 'a key is missing');
      nextLine(reader);
      continue;
    }
    reader.at++;
    blank(reader);
    visitValue(reader, () => visit(key));
  }
}

/** Visits the elements of an array. */
export function elements(reader: JsonReader, visit: (index: number) => void): void {
  if (!enter(reader, 91)) return;
  for (let index = 0; !leave(reader, index); index++) {
    const from = reader.at;
    visitValue(reader, () => visit(index));
    if (reader.at === from) nextLine(reader);
  }
}

/** The string that comes next; null where it is another value, which is passed over. */
export function stringValue(reader: JsonReader): Span | null {
  blank(reader);
  const value = readString(reader);
  if (!value) skip(reader);
  return value;
}

/** The number or word that comes next, or the string. */
export function wordValue(reader: JsonReader): string {
  blank(reader);
  const from = reader.at;
  const value = readString(reader);
  if (value) return textOf(reader, value);
  skip(reader);
  return reader.text.slice(from, Math.min(reader.at, from + 40)).trim();
}

/** Passes over one value. */
export function skip(reader: JsonReader): void {
  blank(reader);
  const { text } = reader;
  let depth = 0;
  let before = 0;
  for (; reader.at < text.length; reader.at++) {
    const next = text.charCodeAt(reader.at);
    if (next <= 32 && depth > 0) continue;
    if (next === 44 && (before === 44 || isOpening(before))) fail(reader, 'a comma too many');
    else if ((next === 34 || isOpening(next)) && before !== 0 && before !== 44 && before !== 58 && !isOpening(before))
      fail(reader, 'a comma is missing');
    before = next;
    if (next === 34) readString(reader);
    else if (next === 123 || next === 91) depth++;
    else if (next === 125 || next === 93) {
      if (depth === 0) return;
      depth--;
    } else if (depth > 0 || (next !== 44 && next > 32)) continue;
    else return;
    if (next === 34) reader.at--;
    if (depth === 0) {
      reader.at++;
      return;
    }
  }
}

function isOpening(next: number): boolean {
  return next === 123 || next === 91;
}

function visitValue(reader: JsonReader, visit: () => void): void {
  const from = reader.at;
  visit();
  if (reader.at === from) skip(reader);
}

function enter(reader: JsonReader, bracket: number): boolean {
  blank(reader);
  if (code(reader) !== bracket) return false;
  if (reader.depth >= MAX_DEPTH) {
    fail(reader, `nested deeper than ${MAX_DEPTH}`);
    return false;
  }
  reader.depth++;
  reader.at++;
  return true;
}

/** Steps over what stands before a member or element; true behind the closing bracket, or at the end of the text. */
function leave(reader: JsonReader, index: number): boolean {
  const commas = blank(reader, Math.min(index, 1));
  const next = code(reader);
  const atEnd = reader.at >= reader.text.length;
  const isClosed = next === 125 || next === 93;
  if (commas < Math.min(index, 1) && !isClosed && !atEnd) fail(reader, 'a comma is missing');
  if (!atEnd && !isClosed) return false;
  if (atEnd) fail(reader, 'the text ends before the value does');
  else reader.at++;
  reader.depth--;
  return true;
}

function code({ text, at }: JsonReader): number {
  return text.charCodeAt(at);
}

function fail(reader: JsonReader, detail: string): void {
  reader.problem ??= { detail, offset: Math.min(reader.at, reader.text.length) };
}

/** Steps over white space, commas and the lines that mark a conflict; tells how many commas there were, NaN where a mark hides it. */
function blank(reader: JsonReader, most = Number.POSITIVE_INFINITY): number {
  const { text } = reader;
  let commas = 0;
  for (; reader.at < text.length; reader.at++) {
    const next = text.charCodeAt(reader.at);
    if (isMark(next) && (reader.at === 0 || text.charCodeAt(reader.at - 1) === 10)) {
      const end = text.indexOf('\n', reader.at);
      reader.at = end < 0 ? text.length - 1 : end;
      commas = Number.NaN;
    } else if (next === 44) {
      commas++;
      if (commas > most) fail(reader, 'a comma too many');
    } else if (next > 32 && next !== 0xfeff) break;
  }
  return commas;
}

function isMark(next: number): boolean {
  return next === 60 || next === 61 || next === 62 || next === 124;
}

function nextLine(reader: JsonReader): void {
  const end = reader.text.indexOf('\n', reader.at);
  reader.at = end < 0 ? reader.text.length : end + 1;
}

/** A string lies on one line: without its closing quote it ends there. */
function readString(reader: JsonReader): Span | null {
  if (code(reader) !== 34) return null;
  const { text } = reader;
  const start = reader.at + 1;
  for (let end = start; end < text.length; end++) {
    const next = text.charCodeAt(end);
    if (next === 34) {
      reader.at = end + 1;
      return { start, end };
    }
    if (next === 92) end++;
    else if (next === 10) return unclosed(reader, start, end);
  }
  return unclosed(reader, start, text.length);
}

function unclosed(reader: JsonReader, start: number, end: number): Span {
  fail(reader, 'a string does not end');
  reader.at = end;
  return { start, end };
}
