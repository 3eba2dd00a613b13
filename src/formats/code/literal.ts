// The text that a string literal means, with the place of every character. Strings that are joined to it are part of it.
import { type Jumps, relocate, type ScalarNode, scalar } from '../nodes.ts';
import { groupStart, HOLE, innerEnd, innerStart, PIECE, type Skeleton, STRING, TEMPLATE, TEMPLATE_END, tokenAfter } from './tokens.ts';

export interface Literal {
  /** Its value holds `*` where something is computed at run time. */
  readonly node: ScalarNode;
  readonly partial: boolean;
  /** The first and the last token of the chain of joined strings. */
  readonly first: number;
  readonly last: number;
}

const MOST_JOINED = 64;
const LONGEST = 200_000;

/** `source` holds the skeleton's text in the coordinates of the document. */
export function literalOf(code: Skeleton, token: number, source: ScalarNode): Literal {
  const first = chainStart(code, token);
  const draft: Draft = { code, text: '', jumps: [], partial: isComputedBefore(code, first) };
  if (draft.partial) star(draft, innerOf(code, first).from);
  let last = first;
  for (let steps = 0; steps < MOST_JOINED && draft.text.length < LONGEST; steps++) {
    read(draft, last);
    const next = joinedAfter(code, last);
    if (next === 'computed') star(draft, Math.max(innerOf(code, last).from, innerOf(code, last).to - 1));
    if (typeof next !== 'number') break;
    last = next;
  }
  return { node: relocate(nodeOf(draft, first, last), source) as ScalarNode, partial: draft.partial, first, last: endOf(code, last) };
}

interface Draft {
  readonly code: Skeleton;
  text: string;
  readonly jumps: number[];
  partial: boolean;
}

function nodeOf({ code, text, jumps }: Draft, first: number, last: number): ScalarNode {
  const start = innerOf(code, first).from;
  const end = innerOf(code, last).to;
  const shifted: Jumps | null = jumps.length === 2 && jumps[0] === 0 && jumps[1] === start ? null : jumps;
  return { ...scalar(text, start, Math.max(start, end)), jumps: shifted };
}

/** Without quotes. */
function innerOf(code: Skeleton, token: number): { readonly from: number; readonly to: number } {
  if (code.kinds[token] !== TEMPLATE) return { from: innerStart(code, token), to: innerEnd(code, token) };
  const from = code.ends[token] ?? 0;
  return { from, to: code.starts[endOf(code, token)] ?? from };
}

function endOf(code: Skeleton, token: number): number {
  return tokenAfter(code, token) - 1;
}

function star(draft: Draft, at: number): void {
  draft.jumps.push(draft.text.length, at);
  draft.text += '*';
  draft.partial = true;
}

function read(draft: Draft, token: number): void {
  const { code } = draft;
  if (code.kinds[token] !== TEMPLATE) {
    append(draft, { from: innerStart(code, token), to: innerEnd(code, token), form: code.formIds[token] ?? 255 });
    return;
  }
  const end = endOf(code, token);
  for (let part = token + 1; part < end; ) {
    if (code.kinds[part] === HOLE) starHole(draft, part);
    else if (code.kinds[part] === PIECE)
      append(draft, { from: code.starts[part] ?? 0, to: code.ends[part] ?? 0, form: code.formIds[part] ?? 255 });
    part = tokenAfter(code, part);
  }
}

/** A name that ends with a hole ends where the hole does. */
function starHole(draft: Draft, hole: number): void {
  const { code, text } = draft;
  const end = code.ends[endOf(code, hole)] ?? 0;
  star(draft, text === '' ? (code.starts[hole] ?? 0) : end - 1);
}

interface Part {
  readonly from: number;
  readonly to: number;
  readonly form: number;
}

function append(draft: Draft, { from, to, form }: Part): void {
  const { code } = draft;
  const written = code.forms[form]?.form;
  const text = code.text.slice(from, Math.min(to, from + LONGEST));
  draft.jumps.push(draft.text.length, from);
  const mark = written && !written.raw && (written.escape === '\\' || written.escape === '`') ? written.escape : null;
  if (mark !== null && text.includes(mark)) decode(draft, { text, from, mark });
  else draft.text += text;
  if (written?.variable) hideVariables(draft, written.variable, from);
}

const SIMPLE: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0', b: '\b', f: '\f', v: '\v' };

function decode(draft: Draft, { text, from, mark }: { readonly text: string; readonly from: number; readonly mark: string }): void {
  let done = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, done)) {
    draft.text += text.slice(done, at);
    const { value, length } = escaped(text, at);
    draft.jumps.push(draft.text.length, from + at);
    draft.text += value;
    done = at + length;
    draft.jumps.push(draft.text.length, from + done);
  }
  draft.text += text.slice(done);
}

function escaped(text: string, at: number): { readonly value: string; readonly length: number } {
  const next = text[at + 1] ?? '';
  const code = /^(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]{1,6})\}|U([0-9a-fA-F]{8}))/.exec(text.slice(at + 1, at + 12));
  if (code) {
    const point = Number.parseInt(code[1] ?? code[2] ?? code[3] ?? code[4] ?? '', 16);
    return { value: point <= 0x10ffff ? String.fromCodePoint(point) : '?', length: 1 + code[0].length };
  }
  if (next === '\n' || next === '\r') return { value: '', length: text.startsWith('\r\n', at + 1) ? 3 : 2 };
  return { value: SIMPLE[next] ?? next, length: 2 };
}

/** `$name` within the text is computed; only where the text has no escapes, so that places stay simple. */
function hideVariables(draft: Draft, variable: RegExp, from: number): void {
  const start = draft.jumps.at(-2) ?? 0;
  if (draft.jumps.at(-1) !== from) return;
  const text = draft.text.slice(start);
  draft.text = draft.text.slice(0, start);
  let done = 0;
  for (const { 0: name, index } of text.matchAll(variable)) {
    draft.text += text.slice(done, index);
    star(draft, from + (draft.text === '' ? index : index + name.length - 1));
    done = index + name.length;
    draft.jumps.push(draft.text.length, from + done);
  }
  draft.text += text.slice(done);
}

function isString({ kinds }: Skeleton, token: number): boolean {
  return kinds[token] === STRING || kinds[token] === TEMPLATE;
}

function chainStart(code: Skeleton, token: number): number {
  let first = token;
  for (let steps = 0; steps < MOST_JOINED; steps++) {
    const previous = first - 1;
    if (previous < 0 || (code.kinds[previous] !== STRING && code.kinds[previous] !== TEMPLATE_END)) return first;
    const start = groupStart(code, previous);
    if (joinedAfter(code, start) !== first) return first;
    first = start;
  }
  // A longer chain is read in parts, so that each of its strings is read once.
  return token;
}

/** The string that a string is joined to; `computed` where it is joined to something else. */
function joinedAfter(code: Skeleton, token: number): number | 'computed' | null {
  const next = tokenAfter(code, token);
  const end = code.ends[next - 1] ?? 0;
  const to = next < code.count ? (code.starts[next] ?? end) : Math.min(code.text.length, end + 200);
  const gap = code.text.slice(end, Math.min(to, end + 200)).trim();
  const isNext = next < code.count && code.parents[next] === code.parents[token] && isString(code, next) && to - end < 200;
  if (gap === '') return code.language.adjacent && isNext && isSameStatement(code, end, to, next) ? next : null;
  if (isNext && code.language.joins.test(gap)) return next;
  const operator = /^[^\w\s"'()[\]{},;:]{1,2}/.exec(gap)?.[0] ?? '';
  // PHP and Elixir join with signs that are also something else: `.` needs a variable behind it.
  return operator !== '' && code.language.joins.test(operator) && /^.{1,2}\s?[\w$@([]/.test(gap.slice(operator.length - 1))
    ? 'computed'
    : null;
}

/** Outside brackets, a new line is a new statement. */
function isSameStatement(code: Skeleton, from: number, to: number, token: number): boolean {
  return (code.parents[token] ?? -1) >= 0 || !code.text.slice(from, to).includes('\n');
}

function isComputedBefore(code: Skeleton, token: number): boolean {
  const start = code.starts[token] ?? 0;
  const floor = token > 0 ? (code.ends[token - 1] ?? 0) : 0;
  const before = code.text.slice(Math.max(floor, start - 40), start).trimEnd();
  const operator = /[^\w\s"'()[\]{},;:]{1,2}$/.exec(before)?.[0] ?? '';
  if (operator === '' || !code.language.joins.test(operator)) return false;
  const rest = before.slice(0, -operator.length).trimEnd();
  return rest === '' ? token > 0 : /[\w$)\]"'`]$/.test(rest);
}
