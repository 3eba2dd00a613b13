// How far a name reaches that is given a value within a function or a class.
import { kindOf } from '../../formats/code/frame.ts';
import { OPEN } from '../../formats/code/tokens.ts';
import { bracketAt, type Code, remembered } from './code.ts';

/** A function, a class or a block: offsets of what it holds, and the code that leads to it. */
interface Scope {
  readonly start: number;
  readonly end: number;
  readonly head: string;
}

/** Tells of an offset whether the name that is given a value at another is known there. */
export function reachOf(code: Code, given: number): (at: number) => boolean {
  const scope = scopeAt(code, given);
  return scope === null ? () => true : (at) => at >= scope.start && at < scope.end;
}

/** Whether `self` is the same at both, or of a class that extends the first. */
export function isOfOneClass(code: Code, given: number, used: number): boolean {
  const first = classAt(code, given);
  const second = classAt(code, used);
  if (first === null || second === null) return first === second;
  return (
    first.name === second.name || new RegExp(String.raw`[^\w$]${first.name.replaceAll('$', String.raw`\$`)}(?![\w$])`).test(second.head)
  );
}

export function classNameAt(code: Code, offset: number): string | null {
  return classAt(code, offset)?.name ?? null;
}

const INDENTED: ReadonlySet<string> = new Set([
  'python',
  'ruby',
  'gdscript',
  'lua',
  'elixir',
  'julia',
  'nim',
  'fsharp',
  'ocaml',
  'haskell',
  'elm',
  'coffeescript',
  'visualbasic',
  'vim',
]);

/** Null: all of the file. */
function scopeAt(code: Code, offset: number): Scope | null {
  if (INDENTED.has(code.skeleton.language.name)) return indentedAt(code, offset);
  return code.skeleton.language.braceBlocks ? blockAt(code, offset) : null;
}

const LONGEST_HEAD = 240;

/** The block in braces that holds an offset; entries of an object are none. */
function blockAt(code: Code, offset: number): Scope | null {
  for (let open = bracketAt(code, offset); open >= 0; open = code.skeleton.parents[open] ?? -1) {
    const scope = blockOf(code, open);
    if (scope && !/\bcompanion\s{1,4}object\s{0,4}$|\b(?:namespace|extern|package)\b[^{};()]{0,80}$/.test(scope.head)) return scope;
  }
  return null;
}

function blockOf({ skeleton }: Code, open: number): Scope | null {
  const { text, starts, ends, kinds, links } = skeleton;
  const start = starts[open] ?? 0;
  if (kinds[open] !== OPEN || text[start] !== '{' || kindOf(skeleton, open) !== 'statement') return null;
  const close = links[open] ?? -1;
  const before = text.slice(Math.max(0, start - LONGEST_HEAD), start);
  return { start, end: close < 0 ? text.length : (ends[close] ?? text.length), head: /[^{};]{0,240}$/.exec(before)?.[0] ?? '' };
}

interface Class {
  readonly name: string;
  readonly head: string;
}

/** At the start of a line, behind words such as `export` only: comments and types say the same words. */
const LINE = String.raw`(?:^|\n)[ \t]{0,80}(?:[\w@$().:[\]"'<>,=-]{1,80}[ \t]{1,4}){0,8}`;
const CLASS = new RegExp(
  String.raw`${LINE}(?:class|object|enum|struct|interface|record|extension|actor|module|mod|namespace|mixin|trait|protocol)\s{1,4}((?:[A-Za-z_$][\w$]{0,80}::){0,4}[A-Za-z_$][\w$]{0,80})`,
);
const IMPL =
  /(?:^|\n)[ \t]{0,80}(?:unsafe[ \t]{1,4})?impl\b(?:\s{0,4}<[^{};]{0,80}>)?\s{1,4}(?:[\w:<>, ]{1,80}\sfor\s{1,4})?([A-Za-z_]\w{0,80})/;

function classAt(code: Code, offset: number): Class | null {
  if (INDENTED.has(code.skeleton.language.name)) {
    for (let scope = indentedAt(code, offset); scope; scope = indentedAt(code, scope.start)) {
      const name = CLASS.exec(scope.head)?.[1];
      if (name !== undefined) return { name, head: scope.head };
    }
    return null;
  }
  for (let open = bracketAt(code, offset); open >= 0; open = code.skeleton.parents[open] ?? -1) {
    const head = blockOf(code, open)?.head ?? parametersOf(code, open);
    const name = (IMPL.exec(head) ?? CLASS.exec(head))?.[1];
    if (name !== undefined) return { name, head };
  }
  return null;
}

/** `class Chat(val model: String = "...")`. */
function parametersOf({ skeleton: { text, starts } }: Code, open: number): string {
  const start = starts[open] ?? 0;
  const before = text.slice(Math.max(0, start - LONGEST_HEAD), start);
  return text[start] === '(' ? (/\b(?:class|record|struct)\s{1,4}[\w$]{1,80}(?:<[^<>]{0,80}>)?\s{0,4}$/.exec(before)?.[0] ?? '') : '';
}

interface Line {
  readonly start: number;
  readonly indent: number;
  /** Its code, from the first word on, cut. */
  readonly text: string;
}

/** Lines that are neither empty nor a comment. */
function linesOf({ skeleton: { text } }: Code): readonly Line[] {
  return Array.from(text.matchAll(/^([ \t]{0,200})([^\s#][^\n]{0,200})/gm), ({ 1: blank = '', 2: rest = '', index }) => ({
    start: index,
    indent: blank.replaceAll('\t', '    ').length,
    text: rest,
  }));
}

function lineBefore(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const HEAD =
  /^(?:(?:async|private|public|protected|static|local)\s{1,4}){0,3}(?:def|defp|class|module|function|func)\b|\bfunction\s?\([^()]{0,120}\)\s{0,4}$|\bdefmodule\b/;
const FARTHEST = 20_000;

const scopes = (_: Code) => new Map<number, Scope | null>();

/** What the function or class that holds a line has above it, by its indentation. Before its own head lies what holds it. */
function indentedAt(code: Code, offset: number): Scope | null {
  const lines = remembered(code, linesOf);
  const first = lineBefore(lines, offset);
  let indent = lines[first]?.indent ?? 0;
  // The end of a list of parameters stands where their function does.
  for (let at = first - 1; at >= 0 && indent > 0 && first - at < FARTHEST; at--) {
    const line = lines[at];
    if (!line || line.indent >= indent) continue;
    if (HEAD.test(line.text)) return scopeFrom(code, at);
    indent = /^[)\]}]/.test(line.text) ? line.indent + 1 : line.indent;
  }
  return null;
}

function scopeFrom(code: Code, head: number): Scope | null {
  const known = remembered(code, scopes);
  const cached = known.get(head);
  if (cached !== undefined) return cached;
  const lines = remembered(code, linesOf);
  const { start = 0, indent = 0, text = '' } = lines[head] ?? {};
  let end = head + 1;
  while (end < lines.length && ((lines[end]?.indent ?? 0) > indent || /^[)\]}]/.test(lines[end]?.text ?? ''))) end++;
  const scope = { start, end: lines[end]?.start ?? code.skeleton.text.length, head: text };
  known.set(head, scope);
  return scope;
}
