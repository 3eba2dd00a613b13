// HCL (Terraform, Packer, Nomad): attributes, blocks and objects as a tree. Expressions are not evaluated: what they are made of
// is kept, string by string.
import { BICEP, type Dialect, decoratorAt, dialectOf, stepsAt, typeEnd } from './hcl-dialect.ts';
import { decode } from './json.ts';
import { type Entry, MAX_DEPTH, mapOf, type Node, type Problem, type ScalarNode, scalar, type Tree, typeOf, variable } from './nodes.ts';

export function parseBicep(text: string): Tree {
  return parse(text, BICEP);
}

export function parseHcl(text: string): Tree {
  return parse(text, dialectOf(text));
}

interface Cursor {
  readonly text: string;
  readonly dialect: Dialect;
  at: number;
  depth: number;
  problem: Problem | null;
}

function parse(text: string, dialect: Dialect): Tree {
  const cursor: Cursor = { text, dialect, at: 0, depth: 0, problem: null };
  const entries: Entry[] = [];
  while (cursor.at < text.length) {
    const from = cursor.at;
    for (const entry of readBody(cursor)) entries.push(entry);
    // A closing brace too many, or a character of no meaning.
    if (cursor.at === from || cursor.at < text.length) cursor.at++;
  }
  return { roots: entries.length > 0 ? [mapOf(entries, 0, text.length)] : [], problems: cursor.problem ? [cursor.problem] : [] };
}

/** Passes blanks, line ends, commas and comments. */
function skip(cursor: Cursor): void {
  const { text } = cursor;
  for (; cursor.at < text.length; cursor.at++) {
    const char = text[cursor.at];
    if (char === '#' || (char === '/' && text[cursor.at + 1] === '/')) cursor.at = lineEnd(text, cursor.at) - 1;
    else if (char === '/' && text[cursor.at + 1] === '*') {
      const end = text.indexOf('*/', cursor.at);
      cursor.at = end < 0 ? text.length : end + 1;
    } else if (!/[\s,]/.test(char ?? '')) return;
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

const NAME = /[A-Za-z_(][\w.\-()]{0,200}/y;

/** Attributes and blocks up to a closing brace, which is left in place. */
function readBody(cursor: Cursor): Entry[] {
  const entries: Entry[] = [];
  for (skip(cursor); cursor.at < cursor.text.length && cursor.text[cursor.at] !== '}'; skip(cursor)) {
    const from = cursor.at;
    const entry = readEntry(cursor);
    if (entry) entries.push(entry);
    else if (cursor.at === from) {
      cursor.problem ??= { detail: 'neither an attribute nor a block', offset: from };
      cursor.at = lineEnd(cursor.text, from);
    }
  }
  return entries;
}

function readEntry(cursor: Cursor): Entry | null {
  if (cursor.dialect.typed) skipDecorators(cursor);
  const keys = readKeys(cursor);
  const [key] = keys;
  if (!key) return null;
  if (cursor.dialect.typed) cursor.at = typeEnd(cursor.text, cursor.at, key.value);
  const char = cursor.text[cursor.at];
  if (char === '{') return nest(keys, readBlock(cursor));
  // A list without a sign before it, in the text of protocol buffers.
  if (char === '[') return nest(keys, readList(cursor, ']'));
  if (char !== '=' && char !== ':') return null;
  cursor.at++;
  const value = readExpression(cursor) ?? scalar('', cursor.at, cursor.at, 'null');
  // Bicep: `param name type = value`, `resource name 'type' = value`; a module's file says whose parameters it takes.
  return nest(keys.slice(0, key.value === 'module' && /^\.|\.bicep$/.test(keys[2]?.value ?? '') ? 3 : 2), value);
}

/** `@allowed([ ... ])`, over as many lines as it takes. */
function skipDecorators(cursor: Cursor): void {
  for (let at = decoratorAt(cursor.text, cursor.at); at !== null; at = decoratorAt(cursor.text, cursor.at)) {
    cursor.at = at;
    readList(cursor, ')');
    skip(cursor);
  }
}

/** A name and a block's labels, which become keys: `resource "type" "name"`. */
function readKeys(cursor: Cursor): ScalarNode[] {
  const keys: ScalarNode[] = [];
  for (; keys.length < 8; skipBlanks(cursor)) {
    const computed = cursor.text[cursor.at] === '(' && cursor.text[cursor.at + 1] === cursor.dialect.quote;
    if (computed) cursor.at++;
    if (cursor.text[cursor.at] === cursor.dialect.quote) {
      keys.push(readString(cursor));
      if (computed && cursor.text[cursor.at] === ')') cursor.at++;
      continue;
    }
    NAME.lastIndex = cursor.at;
    const word = NAME.exec(cursor.text)?.[0];
    if (!word) break;
    keys.push(scalar(word, cursor.at, cursor.at + word.length));
    cursor.at += word.length;
  }
  return keys;
}

function skipBlanks(cursor: Cursor): void {
  while (cursor.text[cursor.at] === ' ' || cursor.text[cursor.at] === '\t') cursor.at++;
}

function nest(keys: readonly ScalarNode[], block: Node): Entry {
  const [first, ...rest] = keys;
  const inner = rest.reduceRight<Node>((value, key) => mapOf([{ key, value }], key.start, value.end), block);
  return { key: first ?? scalar('', block.start, block.start), value: inner };
}

function readBlock(cursor: Cursor): Node {
  const start = cursor.at;
  if (COMPUTED.test(cursor.text.slice(start, start + 80))) return readList(cursor, '}');
  cursor.at++;
  if (cursor.depth >= MAX_DEPTH) {
    cursor.problem ??= { detail: `nested deeper than ${MAX_DEPTH}`, offset: start };
    cursor.at = cursor.text.length;
    return mapOf([], start, start);
  }
  cursor.depth++;
  const entries = readBody(cursor);
  cursor.depth--;
  if (cursor.text[cursor.at] === '}') cursor.at++;
  return mapOf(entries, start, cursor.at);
}

/** `{ for key, value in map : key => value }` has no attributes of its own. */
const COMPUTED = /^\{\s{0,60}for\s/;

/** One value, or a list of the values that an expression is made of. */
function readExpression(cursor: Cursor): Node | null {
  skipBlanks(cursor);
  const start = cursor.at;
  const parts: Node[] = [];
  for (; cursor.at < cursor.text.length; skipBlanks(cursor)) {
    const char = cursor.text[cursor.at] ?? '';
    if (/[\n\r,\])}#]/.test(char)) break;
    const from = cursor.at;
    const part = readPart(cursor, char);
    if (part) parts.push(part);
    if (cursor.at === from) cursor.at++;
  }
  if (parts.length <= 1) return parts[0] ?? null;
  return { kind: 'list', items: parts, start, end: cursor.at };
}

const WORD = /[\w.\-*]{1,400}/y;

function readPart(cursor: Cursor, char: string): Node | null {
  if (char === cursor.dialect.quote) return readString(cursor);
  if (char === '{') return readBlock(cursor);
  if (char === '[' || char === '(') return readList(cursor, char === '[' ? ']' : ')');
  if (char === '<' && cursor.text[cursor.at + 1] === '<') return readHeredoc(cursor);
  WORD.lastIndex = cursor.at;
  const word = WORD.exec(cursor.text)?.[0];
  if (!word) return null;
  const start = cursor.at;
  cursor.at += word.length;
  const type = typeOf(word);
  if (type !== 'string') return scalar(word, start, cursor.at, type);
  // A name that is not quoted is a reference or a function, never a text: `var.name` is `"${var.name}"`.
  if (!cursor.dialect.reference.test(word) || cursor.text[cursor.at] === '(') return null;
  const { path, end } = stepsAt(cursor.text, cursor.at);
  cursor.at = end;
  return variable({ ...scalar(word, start, end), value: word + path });
}

function readList(cursor: Cursor, close: string): Node {
  const start = cursor.at++;
  const items: Node[] = [];
  if (cursor.depth >= MAX_DEPTH) {
    cursor.at = cursor.text.length;
    return { kind: 'list', items, start, end: start };
  }
  cursor.depth++;
  for (skip(cursor); cursor.at < cursor.text.length && cursor.text[cursor.at] !== close; skip(cursor)) {
    const from = cursor.at;
    const item = readExpression(cursor);
    if (item) items.push(item);
    if (cursor.at === from) cursor.at++;
  }
  cursor.depth--;
  cursor.at++;
  return { kind: 'list', items, start, end: Math.min(cursor.at, cursor.text.length) };
}

/** `${ ... }` within a string may hold strings of its own. */
function readString(cursor: Cursor): ScalarNode {
  const { text, dialect } = cursor;
  if (text.startsWith("'''", cursor.at)) return readVerbatim(cursor);
  const start = cursor.at + 1;
  let end = start;
  for (let open = 0; end < text.length; end++) {
    const char = text[end];
    if (char === '\n') break;
    if (char === '\\') end++;
    else if (char === '{' && (open > 0 || text[end - 1] === '$' || text[end - 1] === '%')) open++;
    else if (char === '}' && open > 0) open--;
    else if (char === dialect.quote && open === 0) break;
  }
  end = Math.min(end, text.length);
  if (text[end] !== dialect.quote) cursor.problem ??= { detail: 'a string does not end', offset: start };
  cursor.at = Math.min(text.length, text[end] === dialect.quote ? end + 1 : end);
  return decode(text, start, end);
}

/** Three quotes: a text over several lines, in Bicep. */
function readVerbatim(cursor: Cursor): ScalarNode {
  const start = cursor.at + 3;
  const found = cursor.text.indexOf("'''", start);
  const end = found < 0 ? cursor.text.length : found;
  cursor.at = Math.min(cursor.text.length, end + 3);
  return scalar(cursor.text.slice(start, end), start, end);
}

const HEREDOC = /<<-?([A-Za-z_]\w{0,60})[ \t]{0,8}\r?\n/y;

function readHeredoc(cursor: Cursor): Node | null {
  const { text } = cursor;
  HEREDOC.lastIndex = cursor.at;
  const found = HEREDOC.exec(text);
  if (!found) return null;
  const start = cursor.at + found[0].length;
  let at = start;
  while (at < text.length) {
    const end = lineEnd(text, at);
    if (text.slice(at, Math.min(end, at + 200)).trim() === found[1]) break;
    at = end + 1;
  }
  cursor.at = Math.min(text.length, lineEnd(text, at));
  return scalar(text.slice(start, Math.min(at, text.length)), start, Math.min(at, text.length));
}
