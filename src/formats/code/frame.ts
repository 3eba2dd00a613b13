// What directly surrounds a token: the bracket that holds it, what that bracket is, and the code that leads to the token.
import { type Callee, calleeOf, closeOf, flatten, slotIndex, slotsOf } from './slots.ts';
import { statementStart } from './statement.ts';
import { CLOSE, COMMENT, HOLE, OPEN, type Skeleton } from './tokens.ts';

export type FrameKind = 'statement' | 'call' | 'parameters' | 'group' | 'list' | 'subscript' | 'object' | 'hole';

export interface Frame {
  readonly kind: FrameKind;
  /** The bracket around the token, or -1. */
  readonly open: number;
  /** The flattened code from the last separator or the statement's start to the token. */
  readonly lead: string;
  /** What stands before the bracket; empty for statements. */
  readonly callee: Callee;
  /** Which argument, item or entry it is, or -1. */
  readonly index: number;
}

const NOBODY: Callee = { name: '', start: 0 };

export function frameOf(code: Skeleton, token: number): Frame {
  const open = code.parents[token] ?? -1;
  const kind = open < 0 ? 'statement' : kindOf(code, open);
  const start = code.starts[token] ?? 0;
  if (kind === 'statement') {
    const { from, first } = statementStart(code, token);
    return { kind, open, lead: flatten(code, from, start, first), callee: NOBODY, index: -1 };
  }
  const slots = slotsOf(code, open);
  const index = slotIndex(slots, start);
  const slot = slots[index];
  const lead = slot ? flatten(code, slot.from, start, slot.first) : '';
  return { kind, open, lead, callee: kind === 'hole' ? NOBODY : calleeOf(code, open), index };
}

const kinds = new WeakMap<Skeleton, Map<number, FrameKind>>();

/** What a bracket is, told from what stands before and behind it. */
export function kindOf(code: Skeleton, open: number): FrameKind {
  let known = kinds.get(code);
  if (!known) {
    known = new Map();
    kinds.set(code, known);
  }
  const cached = known.get(open);
  if (cached) return cached;
  const kind = decide(code, open);
  known.set(open, kind);
  return kind;
}

function decide(code: Skeleton, open: number): FrameKind {
  if (code.kinds[open] === HOLE) return 'hole';
  if (code.kinds[open] !== OPEN) return 'group';
  const char = code.text[code.starts[open] ?? 0];
  if (char === '(') return roundKind(code, open);
  if (char === '[') return squareKind(code, open);
  return code.language.onlyBlocks || (code.language.braceBlocks && isBlock(code, open)) ? 'statement' : 'object';
}

const KEYWORD =
  /^(?:if|elif|elsif|else|for|foreach|while|switch|match|return|and|or|not|in|is|when|catch|await|yield|typeof|assert|with|case|function|fn|func|def|fun|unless|until|sizeof|new|do|try|throw|raise|print|echo|lambda|async|of|import|using|lock|guard|where|let|select|from|values|as|then|var|const|val|puts|go|defer|except|finally|extends|implements)$/i;
const CALLED = /^(?:import|print|sizeof|lock|from|func|function|fn|select|values)$/i;
const DEFINES = /(?:^|[\s(,=])(?:class|record|struct|def|defp|defmacro|function\*?|fn|func|fun|constructor|sub|proc)$/;

function roundKind(code: Skeleton, open: number): FrameKind {
  const callee = calleeOf(code, open);
  if (code.language.name === 'go' && /^(?:const|var)$/.test(callee.name)) return 'statement';
  const before = code.text.slice(Math.max(0, callee.start - 60), callee.start).trimEnd();
  if (callee.name === '' || (KEYWORD.test(callee.name) && !CALLED.test(callee.name) && !isCapital(code, callee.name)))
    return isParameterList(code, open, true) ? 'parameters' : 'group';
  const isMember = code.text[callee.start] === '.';
  // On one line, since the line above may be a comment that ends with such a word.
  const isDefined = DEFINES.test(before) && !/^\s*\n/.test(code.text.slice(Math.max(0, callee.start - 60) + before.length, callee.start));
  if (isDefined || (!isMember && /^(?:func|function|fn|constructor|initialize|__init__|init|param)$/i.test(callee.name)))
    return 'parameters';
  // Go's methods stand behind a receiver.
  if (/\bfunc \([^()]{1,80}\)$/.test(before)) return 'parameters';
  return isParameterList(code, open, false) || isTyped(code, open, before) ? 'parameters' : 'call';
}

/** `New(...)` and `With(...)` are functions where case counts. */
function isCapital({ language }: Skeleton, name: string): boolean {
  return /^[A-Z][a-z]/.test(name) && language.name !== 'powershell' && language.name !== 'sql';
}

/** `Type name(...) {`: a definition in languages that write the type first. */
function isTyped(code: Skeleton, open: number, before: string): boolean {
  if (!code.language.braceBlocks || code.language.methods) return false;
  const word = /(?:^|\s)([A-Za-z_]\w*)(?:<[^<>]{0,80}>|\[\]|\?)?$/.exec(before)?.[1] ?? '';
  if (word === '' || KEYWORD.test(word) || /^(?:static|public|private|override)$/.test(word)) return false;
  const end = code.ends[closeOf(code, open)] ?? code.text.length;
  return /^\s{0,20}(?:async\s*)?(?:\{|=>)/.test(code.text.slice(end, end + 60));
}

function isParameterList(code: Skeleton, open: number, isBare: boolean): boolean {
  if (!code.language.methods && !isBare) return false;
  const close = closeOf(code, open);
  const end = code.ends[close] ?? code.text.length;
  const behind = code.text.slice(end, end + 120);
  if (/^\s{0,20}(?::\s?[^={};()]{1,80})?=>/.test(behind)) return true;
  return !isBare && code.language.methods === true && /^\s{0,20}(?::\s?[^={};()]{1,80})?\{/.test(behind) && !/^\s*\{\s*\{/.test(behind);
}

function squareKind(code: Skeleton, open: number): FrameKind {
  const start = code.starts[open] ?? 0;
  const before = code.text.slice(Math.max(0, start - 40), start);
  if (!/[\w)\]$?]$/.test(before) && !/["']$/.test(before)) return 'list';
  const word = /[A-Za-z_$]\w*$/.exec(before)?.[0] ?? '';
  return KEYWORD.test(word) ? 'list' : 'subscript';
}

const DECLARES =
  /(?:^|\s)(?:class|interface|struct|enum|impl|trait|namespace|module|object|package|extends|implements|where|func|fn|fun|def|if|for|while|loop|switch|match|select|union|unsafe|else|guard|do|try|catch|finally|protocol|extension|record|mod|extern|defer|go|async|function|static|get|set|init|foreach|using|lock)(?:\s|$|:)/;
const OBJECT_WORD = /(?:^|\W)(?:return|yield|default|case|in|of|typeof|await|throw|extends|not|and|or)$/;

/** Statements rather than entries between braces. */
function isBlock(code: Skeleton, open: number): boolean {
  const start = code.starts[open] ?? 0;
  const behind = beforeComments(code, open);
  const before = code.text.slice(Math.max(0, behind - 200), behind).trimEnd();
  const last = before.at(-1) ?? '';
  if (last === ')' && code.language.initializers && isBehindNew(code, open)) return false;
  if (last === '' || last === ')' || last === ';' || last === '{' || last === '}') return last !== '{' || !isInObject(code, open);
  if (/(?:=>|->)$/.test(before)) return true;
  if (!/[\w>\]?]/.test(last)) return false;
  // A choice or a fallback; the mark of a type that may be null stands directly behind it.
  if (OBJECT_WORD.test(before) || /\s\?{1,2}$/.test(before)) return false;
  const { from, first } = statementStart(code, open);
  const lead = flatten(code, from, start, first);
  if (DECLARES.test(lead.replace(/^.*=\s/, ''))) return true;
  const type = /(?:\[\]|[\w\].:>]+)$/.exec(before)?.[0] ?? '';
  return !/[A-Z\].]|::/.test(type) && !/^(?:.*[=(,:]\s?)?(?:\[\]|map\[)/.test(lead) && !/[=(,]\s?\[\]\w+$/.test(before);
}

/** `new Type(...) { Name = value }`. */
function isBehindNew(code: Skeleton, open: number): boolean {
  if (code.kinds[open - 1] !== CLOSE) return false;
  const start = code.starts[code.links[open - 1] ?? -1] ?? 0;
  return /\bnew(?:\s{1,4}[\w.<>?, ]{1,120})?\s{0,4}$/.test(code.text.slice(Math.max(0, start - 140), start));
}

/** Where the code before a bracket ends: comments that stand between say nothing of it. */
function beforeComments({ text, kinds, starts, ends }: Skeleton, open: number): number {
  let at = starts[open] ?? 0;
  for (let token = open - 1; token >= 0 && kinds[token] === COMMENT; token--) {
    if (/\S/.test(text.slice(ends[token], at))) break;
    at = starts[token] ?? 0;
  }
  return at;
}

function isInObject(code: Skeleton, open: number): boolean {
  const parent = code.parents[open] ?? -1;
  // From the outside in, so that a file of nothing but brackets needs no deep stack.
  const known = kinds.get(code);
  const unknown: number[] = [];
  for (let at = parent; at >= 0 && !known?.has(at); at = code.parents[at] ?? -1) unknown.push(at);
  for (let at = unknown.pop(); at !== undefined; at = unknown.pop()) kindOf(code, at);
  return parent >= 0 && kindOf(code, parent) !== 'statement';
}
