// Command lines, cut into words as a POSIX shell would, with the place of every character. Nothing is expanded.
import { type Entry, jumpsWithin, rawOffset, type ScalarNode, scalar, slice } from './nodes.ts';

export interface Command {
  /** `NAME=value` before the command's name, or behind `export`, `env`, `set`. */
  readonly assignments: readonly Entry[];
  readonly words: readonly ScalarNode[];
  /** The text that `<<WORD` feeds to the command. */
  readonly heredocs: readonly ScalarNode[];
}

interface Cursor {
  readonly source: ScalarNode;
  at: number;
  readonly commands: Command[];
  words: ScalarNode[];
  /** Delimiters of the here-documents that start on the next line, and the command they belong to. */
  pending: { readonly delimiter: string; readonly into: ScalarNode[] }[];
  heredocs: ScalarNode[];
}

/** Cuts a text of any number of lines. Words keep the coordinates of the text around `source`. */
export function splitCommands(source: ScalarNode): readonly Command[] {
  const cursor: Cursor = { source, at: 0, commands: [], words: [], pending: [], heredocs: [] };
  while (cursor.at < source.value.length) step(cursor);
  finish(cursor);
  return cursor.commands;
}

/** The words of an argument list that is written as a list: `["vllm", "serve", "org/name"]`. */
export function commandOf(words: readonly ScalarNode[]): Command {
  return { assignments: [], words, heredocs: [] };
}

const SEPARATORS = new Set([';', '&', '|', '(', ')', '`']);

function step(cursor: Cursor): void {
  const { value } = cursor.source;
  const char = value[cursor.at] ?? '';
  if (char === '\n') newline(cursor);
  else if (char === ' ' || char === '\t' || char === '\r') cursor.at++;
  else if (char === '\\' && /[\r\n]/.test(value[cursor.at + 1] ?? '')) cursor.at += value[cursor.at + 1] === '\r' ? 3 : 2;
  else if (char === '#') cursor.at = lineEnd(value, cursor.at);
  else if (SEPARATORS.has(char)) {
    cursor.at++;
    finish(cursor);
  } else if (char === '$' && value[cursor.at + 1] === '(' && expressionEnd(value, cursor.at) === 0) {
    cursor.at += 2;
    finish(cursor);
  } else if (value.startsWith('<<', cursor.at) && expressionEnd(value, cursor.at) === 0 && heredoc(cursor)) return;
  else word(cursor);
}

function lineEnd(value: string, from: number): number {
  const end = value.indexOf('\n', from);
  return end < 0 ? value.length : end;
}

const HEREDOC = /<<-?[ \t]{0,8}\\?(["']?)([A-Za-z_][\w.-]{0,60})\1/y;

function heredoc(cursor: Cursor): boolean {
  HEREDOC.lastIndex = cursor.at;
  const found = HEREDOC.exec(cursor.source.value);
  if (!found) return false;
  cursor.at += found[0].length;
  cursor.pending.push({ delimiter: found[2] ?? '', into: cursor.heredocs });
  return true;
}

/** Ends the command, and passes the here-documents that it opened. */
function newline(cursor: Cursor): void {
  cursor.at++;
  finish(cursor);
  for (const { delimiter, into } of cursor.pending) {
    const start = cursor.at;
    const end = heredocEnd(cursor, delimiter);
    into.push(slice(cursor.source, start, end));
  }
  cursor.pending = [];
}

function heredocEnd(cursor: Cursor, delimiter: string): number {
  const { value } = cursor.source;
  while (cursor.at < value.length) {
    const from = cursor.at;
    const end = lineEnd(value, from);
    cursor.at = end + 1;
    if (value.slice(from, Math.min(end, from + 200)).trim() === delimiter) return from;
  }
  return value.length;
}

const PREFIXES = new Set(['export', 'env', 'set', 'declare', 'local', 'readonly', 'setx', 'setenv', 'typeset']);
const ASSIGNMENT = /^([A-Za-z_][A-Za-z0-9_]{0,100})=/;

function finish(cursor: Cursor): void {
  const { words, heredocs } = cursor;
  cursor.words = [];
  cursor.heredocs = [];
  if (words.length === 0 && heredocs.length === 0) return;
  const pair = pairOf(words);
  if (pair) {
    cursor.commands.push({ assignments: [pair], words: [], heredocs });
    return;
  }
  const assignments: Entry[] = [];
  let first = 0;
  for (; first < words.length; first++) {
    const word = words[first] as ScalarNode;
    const entry = assignmentOf(word);
    if (entry) assignments.push(entry);
    else if (!PREFIXES.has(word.value) && !(assignments.length > 0 && word.value.startsWith('-'))) break;
  }
  cursor.commands.push({ assignments, words: words.slice(first), heredocs });
}

/** `set -gx NAME value` (fish), `setx NAME value`, `setenv NAME value`, `$env:NAME = value`. */
function pairOf(words: readonly ScalarNode[]): Entry | null {
  const [first, ...rest] = words;
  const [sign, only, ...more] = rest;
  const variable = /^\$env:(?=[A-Za-z_]\w{0,100}$)/i.exec(first?.value ?? '')?.[0];
  if (first && variable && sign?.value === '=' && only && more.length === 0)
    return { key: slice(first, variable.length, first.value.length), value: only };
  if (!/^(?:set|setx|setenv|Set-Item)$/.test(first?.value ?? '')) return null;
  const plain = rest.filter(({ value }) => !/^-{1,2}[A-Za-z]/.test(value));
  const [key, value] = plain;
  return key && value && plain.length === 2 && /^[A-Z_][A-Z0-9_]{1,100}$/.test(key.value) ? { key, value } : null;
}

/** `NAME=value` as an entry. */
export function assignmentOf(word: ScalarNode): Entry | null {
  const name = ASSIGNMENT.exec(word.value)?.[1];
  if (name === undefined) return null;
  return { key: slice(word, 0, name.length), value: slice(word, name.length + 1, word.value.length) };
}

/** Reads one word; quotes are taken off wherever they stand in it. */
function word(cursor: Cursor): void {
  const { source } = cursor;
  const { value } = source;
  let text = '';
  const jumps: number[] = [];
  const append = (from: number, to: number) => {
    const inside = jumpsWithin(source, from, to);
    for (let at = 0; at < inside.length; at += 2) jumps.push(text.length + (inside[at] ?? 0), inside[at + 1] ?? 0);
    text += value.slice(from, to);
  };
  while (cursor.at < value.length) {
    const char = value[cursor.at] ?? '';
    const expression = expressionEnd(value, cursor.at);
    if (expression > 0) {
      append(cursor.at, expression);
      cursor.at = expression;
      continue;
    }
    if (char === ' ' || char === '\t' || char === '\n' || char === '\r' || SEPARATORS.has(char)) break;
    if (char === '$' && value[cursor.at + 1] === '(') break;
    const quoted = char === '"' || char === "'";
    if (char === '\\' && /[\r\n]/.test(value[cursor.at + 1] ?? '')) break;
    const from = quoted || char === '\\' ? cursor.at + 1 : cursor.at;
    const to = quoted ? quoteEnd(value, from, char) : char === '\\' ? from + 1 : bareEnd(value, from);
    for (const piece of char === '"' ? unescaped(value, from, to) : [{ from, to }]) append(piece.from, piece.to);
    cursor.at = quoted ? to + 1 : to;
  }
  const start = jumps[1] ?? rawOffset(source, cursor.at);
  const lastDecoded = jumps.at(-2) ?? 0;
  const end = (jumps.at(-1) ?? start) + text.length - lastDecoded;
  cursor.words.push({ ...scalar(text, start, Math.max(start, end)), jumps });
}

/** What stands between double quotes, without the backslashes that say of the next character that it is one. */
function* unescaped(value: string, from: number, to: number): Iterable<{ readonly from: number; readonly to: number }> {
  let start = from;
  for (let at = value.indexOf('\\', from); at >= 0 && at + 1 < to; at = value.indexOf('\\', at + 2)) {
    if (!/["\\$`]/.test(value[at + 1] ?? '')) continue;
    if (at > start) yield { from: start, to: at };
    start = at + 1;
  }
  yield { from: start, to };
}

function bareEnd(value: string, from: number): number {
  let at = from + 1;
  while (at < value.length && !/[\s"'\\;&|()`]/.test(value[at] ?? '') && !/^(?:\$\(|\$?\{\{|<< ?[a-z])/.test(value.slice(at, at + 4))) at++;
  return at;
}

const EXPRESSION = /\$\([A-Za-z_]\w{0,80}\)|\$?\{\{[^{}\n]{1,300}\}\}|<<[ ]{0,4}(?:pipeline\.)?parameters\.[\w-]{1,100}[ ]{0,4}>>/y;

/** The end of what is filled in before a shell sees the line: `${{ inputs.model }}`, `{{ model }}`, `<< parameters.model >>`, make's `$(MODEL)`; 0 if there is none. */
function expressionEnd(value: string, at: number): number {
  if (value[at] !== '$' && value[at] !== '{' && value[at] !== '<') return 0;
  EXPRESSION.lastIndex = at;
  return EXPRESSION.test(value) ? EXPRESSION.lastIndex : 0;
}

function quoteEnd(value: string, from: number, quote: string): number {
  for (let at = from; at < value.length; at++) {
    if (value[at] === '\\' && quote === '"') at++;
    else if (value[at] === quote) return at;
  }
  return value.length;
}
