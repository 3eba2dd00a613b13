// Where a statement starts, in languages that end it with a semicolon and in those that end it with the line.
import { groupStart, type Skeleton } from './tokens.ts';

const MOST_STEPS = 80;
const LONGEST = 2000;

export interface StatementStart {
  readonly from: number;
  /** The first token at or behind `from`. */
  readonly first: number;
}

export function statementStart(code: Skeleton, token: number): StatementStart {
  const { text, starts, ends, parents } = code;
  const parent = parents[token] ?? -1;
  const floor = parent < 0 ? 0 : (ends[parent] ?? 0);
  let first = token;
  let at = starts[token] ?? 0;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const previous = first - 1;
    const from = Math.max(previous > parent && previous >= 0 ? (ends[previous] ?? 0) : floor, at - LONGEST);
    const boundary = lastBoundary(text, from, at);
    if (boundary >= 0) return { from: boundary, first };
    if (previous <= parent || previous < 0) return { from, first };
    // A block that ends just before ends a statement, too.
    if (text[(ends[previous] ?? 1) - 1] === '}' && /\n/.test(text.slice(ends[previous], at))) return { from: ends[previous] ?? 0, first };
    first = groupStart(code, previous);
    at = starts[first] ?? 0;
  }
  return { from: at, first };
}

/** The offset behind the last end of a statement in a range, or -1. */
function lastBoundary(text: string, from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) {
    const code = text.charCodeAt(at);
    if (code === 59) return at + 1;
    if (code === 10 && endsStatement(text, at)) return at + 1;
  }
  return -1;
}

const GOES_ON_BEFORE = /(?:[=+\-*/%&|?,.<>^~\\([{]|\b(?:or|and|return))$/;
const GOES_ON_AFTER = /^(?:[.?:&|+*/=<>)\]},-]|(?:or|and)\b)/;

function endsStatement(text: string, newline: number): boolean {
  const before = text.slice(Math.max(0, newline - 100), newline).trimEnd();
  if (before === '') return true;
  const after = text.slice(newline + 1, newline + 101).trimStart();
  return !GOES_ON_BEFORE.test(before) && !GOES_ON_AFTER.test(after);
}
