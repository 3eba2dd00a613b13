// HOCON (Typesafe Config, as Akka, Play and Lagom read it): JSON whose quotes, commas, colons and outer braces may be left out.
import { decode } from './json.ts';
import { type Entry, MAX_DEPTH, mapOf, type Node, type Problem, type ScalarNode, scalar, type Tree, typeOf } from './nodes.ts';

interface State {
  readonly text: string;
  readonly problems: Problem[];
  at: number;
}

/** The entries of an object, and the objects within that dotted keys made: `a.b` and `a.c` stand beside each other. */
interface Scope {
  readonly entries: Entry[];
  readonly tables: Map<string, Scope>;
}

const SPACE = /(?:[\s,;\ufeff]|#[^\n]*|\/\/[^\n]*)*/y;
const BLANK = /[ \t\r]*/y;
const INCLUDE = /include[ \t]+(?:(?:required|file|url|classpath)\(|"|')[^\n]*/y;
const QUOTED = /"(?:[^"\\\n]|\\.)*"/y;
/** A substitution, or a word up to what ends it. A single `/` goes on: only two begin a comment. */
const BARE = /(?:\$\{[^}\n]*\}|:\/\/|(?!\/\/)[^\s"{}[\],#=:+]|[:=+](?![\s"{[]))+/y;
const KEY = /(?:(?!\/\/)[^\s"{}[\],#=:+.]|\+(?!=))+/y;

export function parseHocon(text: string): Tree {
  const state: State = { text, problems: [], at: 0 };
  const roots: Node[] = [];
  take(state, SPACE);
  if (text[state.at] === '[') roots.push(readList(state, 0));
  else roots.push(mapOf(readEntries(state, 0), 0, text.length));
  return { roots: roots.filter((root) => root.kind !== 'map' || root.entries.length > 0), problems: state.problems };
}

/** Only the first: what follows is often its consequence. */
function report({ problems }: State, detail: string, offset: number): void {
  if (problems.length === 0) problems.push({ detail, offset });
}

function take(state: State, pattern: RegExp): string | null {
  pattern.lastIndex = state.at;
  const found = pattern.exec(state.text)?.[0] ?? null;
  state.at += found?.length ?? 0;
  return found;
}

/** To the brace that closes them, which is left; a brace around the whole file is gone through. */
function readEntries(state: State, depth: number): Entry[] {
  const scope: Scope = { entries: [], tables: new Map() };
  for (take(state, SPACE); state.at < state.text.length; take(state, SPACE)) {
    const sign = state.text[state.at];
    if (sign === '}' && depth > 0) break;
    if (depth === 0 && (sign === '{' || sign === '}')) state.at++;
    else if (take(state, INCLUDE) === null) readField(state, scope, depth);
  }
  return scope.entries;
}

function readField(state: State, scope: Scope, depth: number): void {
  const from = state.at;
  const keys = readKeys(state);
  take(state, BLANK);
  const isGiven = take(state, /\+?=|:/y) !== null;
  if (keys.length === 0 || (!isGiven && state.text[state.at] !== '{')) {
    skipLine(state, from);
    return;
  }
  take(state, isGiven ? SPACE_BEFORE : BLANK);
  const value = readValue(state, depth);
  if (value) insert(scope, keys, value);
}

/** A value may begin on the line below its sign. */
const SPACE_BEFORE = /(?:\s|#[^\n]*|\/\/[^\n]*)*/y;

function skipLine(state: State, from: number): void {
  report(state, 'a line that is no key and value', from);
  take(state, /[^\n}]*/y);
  if (state.at === from) state.at++;
}

function readKeys(state: State): ScalarNode[] {
  const keys: ScalarNode[] = [];
  for (let start = state.at; ; start = state.at) {
    const quoted = take(state, QUOTED);
    if (quoted !== null) keys.push(decode(state.text, start + 1, state.at - 1));
    else {
      const bare = take(state, KEY);
      if (bare !== null) keys.push(scalar(bare, start, state.at));
    }
    if (take(state, /\./y) === null && state.at === start) return keys.slice(0, MAX_DEPTH);
  }
}

function insert(scope: Scope, keys: readonly ScalarNode[], value: Node): void {
  let inner = scope;
  for (const key of keys.slice(0, -1)) {
    const known = inner.tables.get(key.value);
    const table = known ?? { entries: [], tables: new Map<string, Scope>() };
    if (!known) {
      inner.tables.set(key.value, table);
      inner.entries.push({ key, value: mapOf(table.entries, key.start, key.end) });
    }
    inner = table;
  }
  const key = keys.at(-1);
  if (key) inner.entries.push({ key, value });
}

/** Pieces that stand on one line are one value: `${base} { more }`, `[1] [2]`, `http:// ${host}`. */
function readValue(state: State, depth: number): Node | null {
  const pieces: Node[] = [];
  for (take(state, BLANK); state.at < state.text.length; take(state, BLANK)) {
    const piece = readPiece(state, depth);
    if (!piece) break;
    pieces.push(piece);
  }
  const [first] = pieces;
  const last = pieces.at(-1);
  if (!first || !last || first === last) return first ?? null;
  const maps = pieces.flatMap((piece) => (piece.kind === 'map' ? piece.entries : []));
  if (maps.length > 0) return mapOf(maps, first.start, last.end);
  const lists = pieces.filter((piece) => piece.kind === 'list');
  if (lists.length > 0) return { kind: 'list', items: lists.flatMap(({ items }) => items), start: first.start, end: last.end };
  return scalar(state.text.slice(first.start, last.end), first.start, last.end);
}

function readPiece(state: State, depth: number): Node | null {
  const { text, at } = state;
  if (text[at] === '{' || text[at] === '[') return depth < MAX_DEPTH ? readNested(state, depth + 1) : cut(state);
  if (text.startsWith('"""', at)) return readBlock(state);
  if (text[at] === '"') {
    if (take(state, QUOTED) !== null) return decode(text, at + 1, state.at - 1);
    report(state, 'a string that is not closed', at);
    take(state, /[^\n]*/y);
    const value = text.slice(at + 1, state.at).trimEnd();
    return scalar(value, at + 1, at + 1 + value.length);
  }
  const word = take(state, BARE) ?? take(state, /[=:+]/y);
  return word === null ? null : substituted(scalar(word, at, state.at, typeOf(word)));
}

/** `${?NAME}` is `${NAME}` that may be absent. */
function substituted(node: ScalarNode): ScalarNode {
  if (!node.value.includes('${?')) return node;
  const jumps = [0, node.start];
  let removed = 0;
  for (const { index } of node.value.matchAll(/\$\{\?/g)) jumps.push(index + 2 - removed++, node.start + index + 3);
  return { ...node, value: node.value.replaceAll('${?', '${'), jumps };
}

function readNested(state: State, depth: number): Node {
  if (state.text[state.at] === '[') return readList(state, depth);
  const start = state.at++;
  const entries = readEntries(state, depth);
  close(state, '}', start);
  return mapOf(entries, start, state.at);
}

function readList(state: State, depth: number): Node {
  const start = state.at++;
  const items: Node[] = [];
  for (take(state, SPACE); state.at < state.text.length && state.text[state.at] !== ']'; take(state, SPACE)) {
    const from = state.at;
    const item = readValue(state, depth);
    if (item) items.push(item);
    else if (state.at === from && state.text[state.at] === '}') break;
    else if (state.at === from) state.at++;
  }
  close(state, ']', start);
  return { kind: 'list', items, start, end: state.at };
}

function close(state: State, sign: string, start: number): void {
  if (state.text[state.at] === sign) state.at++;
  else report(state, `no ${sign} closes what is opened here`, start);
}

function cut(state: State): null {
  report(state, 'nested too deeply', state.at);
  state.at = state.text.length;
  return null;
}

/** Three quotes: nothing is escaped, and quotes before the last three are part of it. */
function readBlock(state: State): ScalarNode {
  const start = state.at + 3;
  const found = state.text.indexOf('"""', start);
  if (found < 0) report(state, 'a string that is not closed', state.at);
  let end = found < 0 ? state.text.length : found;
  while (found >= 0 && state.text[end + 3] === '"') end++;
  state.at = Math.min(state.text.length, end + 3);
  return scalar(state.text.slice(start, end), start, end);
}
