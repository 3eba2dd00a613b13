// Cuts the inside of a bracket into its arguments or entries, and finds the call that a bracket belongs to.
import {
  CLOSE,
  COMMENT,
  groupStart,
  HOLE,
  innerEnd,
  innerStart,
  OPAQUE,
  OPEN,
  type Skeleton,
  STRING,
  TEMPLATE,
  tokenAfter,
} from './tokens.ts';

/** One argument or entry: the offsets between two separators, and its first token (which may lie behind it, if it has none). */
export interface Slot {
  readonly from: number;
  readonly to: number;
  readonly first: number;
}

const cuts = new WeakMap<Skeleton, Map<number, readonly Slot[]>>();

/** The slots of a bracket, cut once. */
export function slotsOf(code: Skeleton, open: number): readonly Slot[] {
  let known = cuts.get(code);
  if (!known) {
    known = new Map();
    cuts.set(code, known);
  }
  const cached = known.get(open);
  if (cached) return cached;
  const slots = cut(code, open);
  known.set(open, slots);
  return slots;
}

/** A bracket that is never closed is read no further than this. */
const UNCLOSED = 200;

export function closeOf({ links, count }: Skeleton, open: number): number {
  const closing = links[open] ?? -1;
  return closing >= 0 ? closing : Math.min(count, open + UNCLOSED);
}

function cut(code: Skeleton, open: number): readonly Slot[] {
  const { text, starts, ends, count } = code;
  const last = closeOf(code, open);
  const slots: Slot[] = [];
  let from = ends[open] ?? 0;
  let at = from;
  let first = open + 1;
  for (let token = open + 1; token <= last; ) {
    const to = token < count ? (starts[token] ?? 0) : text.length;
    for (; at < to; at++) {
      const char = text.charCodeAt(at);
      if (char !== 44 && char !== 59) continue;
      slots.push({ from, to: at, first });
      from = at + 1;
      first = token;
    }
    if (token >= last) break;
    token = tokenAfter(code, token);
    at = ends[token - 1] ?? at;
  }
  const end = last < count ? (starts[last] ?? at) : text.length;
  if (end > from && /\S/.test(text.slice(from, Math.min(end, from + 500)))) slots.push({ from, to: end, first });
  return slots;
}

/** The index of the slot that holds an offset, or -1. */
export function slotIndex(slots: readonly Slot[], offset: number): number {
  let low = 0;
  let high = slots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slots[middle]?.to ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const slot = slots[low];
  return slot && slot.from <= offset ? low : -1;
}

const LONGEST_TAIL = 160;
/** Names, and what joins them, up to the end of a piece of code: `client.chat`, `Client::new`, `$x->y`, `foo!`, `Map<String, X>`. */
const CHAIN = /(?:[\w$@!.\\]|\?(?!\w)|::(?:<[^<>()]{0,60}>)?|->|&\.)+(?:<[^<>(){};]{1,80}(?:<[^<>(){};]{0,40}>)?>)?$/;

/** Words that lead to a list or a group rather than being called: `return [...].join(`. */
const LEADS = /^(?:return|throw|await|yield|typeof|case|else|in|of|and|or|not|if|new)$/;

/** What a module gives is called by no name: `require("debug")("app")` requires one module. */
const LOADS = /^(?:require|import)$/;

export interface Callee {
  /** As written, without arguments: `client.chat.completions.create`; empty where none stands before the bracket. */
  readonly name: string;
  readonly start: number;
}

/** What stands directly before a bracket. */
export function calleeOf(code: Skeleton, open: number): Callee {
  let name = '';
  let token = open;
  let start = code.starts[open] ?? 0;
  let begin = start;
  for (let hops = 0; hops < 12; hops++) {
    const floor = Math.max(token > 0 ? (code.ends[token - 1] ?? 0) : 0, start - LONGEST_TAIL);
    const gap = code.text.slice(floor, start);
    if (hops === 0 && gap === '' && isCalled(code, token - 1)) {
      token = groupStart(code, token - 1);
      start = code.starts[token] ?? 0;
      continue;
    }
    const trimmed = hops === 0 ? gap.replace(/[ \t]{1,8}$/, '') : gap.trimEnd();
    const found = CHAIN.exec(trimmed)?.[0] ?? '';
    if (found === '' || (hops > 0 && LEADS.test(found)) || (token !== open && name === '' && LOADS.test(found))) break;
    name = found.replace(/<.*$/, '') + name;
    begin = floor + trimmed.length - found.length;
    start = begin;
    if (!/^(?:\.|::|->|\?\.|!\.|&\.|\[)/.test(name)) break;
    const before = skipBack(code, { token, start });
    if (!before) break;
    ({ token, start } = before);
  }
  return {
    name: name
      .replace(/\s+/g, '')
      .replace(/^[.!?&]+|^::|^->/, '')
      .replace(/\?\.$/, '')
      .replace(/^!+/, ''),
    start: begin,
  };
}

/** `make()(...)` calls what a call gave. */
function isCalled({ text, kinds, starts }: Skeleton, token: number): boolean {
  return kinds[token] === CLOSE && text[starts[token] ?? 0] === ')';
}

/** From `.name` to behind the bracket or line end before it. */
function skipBack(
  code: Skeleton,
  { token, start }: { readonly token: number; readonly start: number },
): { token: number; start: number } | null {
  const floor = token > 0 ? (code.ends[token - 1] ?? 0) : 0;
  const between = code.text.slice(Math.max(floor, start - LONGEST_TAIL), start);
  if (between.trim() !== '') return { token, start: start - (between.length - between.trimEnd().length) };
  const previous = token - 1;
  if (previous < 0) return null;
  if (code.kinds[previous] === COMMENT) return { token: previous, start: code.starts[previous] ?? 0 };
  if (code.kinds[previous] !== CLOSE) return null;
  const group = groupStart(code, previous);
  return group === previous ? null : { token: group, start: code.starts[group] ?? 0 };
}

const LONGEST_LEAD = 1200;
const MOST_TOKENS = 80;

/** The code between two offsets on one nesting level: comments gone, strings short, brackets hollow but for a single string in them. */
export function flatten(code: Skeleton, from: number, to: number, first: number): string {
  const { text, starts, ends, count } = code;
  let flat = '';
  let at = from;
  for (let token = first, steps = 0; token < count && (starts[token] ?? 0) < to && steps < MOST_TOKENS; steps++) {
    if (flat.length > LONGEST_LEAD) break;
    flat += text.slice(at, Math.min(starts[token] ?? at, at + LONGEST_LEAD));
    flat += brief(code, token);
    token = tokenAfter(code, token);
    at = Math.max(at, ends[token - 1] ?? to);
  }
  if (at < to) flat += text.slice(Math.max(at, to - LONGEST_LEAD), to);
  return flat.replace(/\s{1,200}/g, ' ').trim();
}

function brief(code: Skeleton, token: number): string {
  const kind = code.kinds[token];
  if (kind === STRING) return quotedBrief(code, token);
  if (kind === COMMENT) return ' ';
  if (kind === OPAQUE) return "''";
  if (kind === TEMPLATE) return '"*"';
  if (kind !== OPEN && kind !== HOLE) return '';
  const char = code.text[(code.ends[token] ?? 1) - 1] ?? '(';
  const inside = code.kinds[token + 1] === STRING ? quotedBrief(code, token + 1) : '';
  return char === '[' ? `[${inside}]` : char === '{' ? '{}' : `(${inside})`;
}

function quotedBrief(code: Skeleton, token: number): string {
  const from = innerStart(code, token);
  return `"${code.text.slice(from, Math.min(innerEnd(code, token), from + 100)).replace(/["\n]/g, ' ')}"`;
}
