// Where the characters of a decoded YAML scalar stand in the text: indentation, folding and escapes were removed.
import type { Jumps } from './nodes.ts';

/** Styles as the event parser numbers them. */
export const PLAIN = 1;
export const SINGLE = 2;
export const DOUBLE = 3;
export const LITERAL = 4;
export const FOLDED = 5;

/** Where a scalar stands, without its quotes or the header of its block. */
export interface Written {
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly style: number;
  readonly indent: number;
}

interface Walk {
  /** Offsets into the decoded value and the raw text. */
  decoded: number;
  raw: number;
  readonly jumps: number[];
}

/** Null where the value stands in the text as it is. */
export function jumpsOf(text: string, { valueStart, valueEnd, style, indent }: Written, value: string): Jumps | null {
  if (text.startsWith(value, valueStart)) return null;
  const walk: Walk = { decoded: 0, raw: valueStart, jumps: [] };
  while (walk.decoded < value.length && walk.raw < valueEnd) {
    if (style === LITERAL) literalLine(text, value, walk, indent);
    else step(text, value, walk, style);
  }
  return walk.jumps.length > 0 ? walk.jumps : [0, valueStart];
}

function mark({ jumps, decoded, raw }: Walk): void {
  const last = jumps.length - 2;
  if (last >= 0 && raw - (jumps[last + 1] ?? 0) === decoded - (jumps[last] ?? 0)) return;
  jumps.push(decoded, raw);
}

function literalLine(text: string, value: string, walk: Walk, indent: number): void {
  for (let spaces = 0; spaces < indent && text[walk.raw] === ' '; spaces++) walk.raw++;
  mark(walk);
  const end = value.indexOf('\n', walk.decoded);
  const next = text.indexOf('\n', walk.raw);
  walk.decoded = end < 0 ? value.length : end + 1;
  walk.raw = next < 0 ? text.length : next + 1;
}

function step(text: string, value: string, walk: Walk, style: number): void {
  const code = text.charCodeAt(walk.raw);
  if (isBlank(code) && (style === FOLDED || foldsAt(text, walk.raw))) {
    fold(text, value, walk);
    return;
  }
  if (style === DOUBLE && code === 92) {
    passEscape(text, walk);
    return;
  }
  mark(walk);
  if (style === SINGLE && code === 39) walk.raw++;
  walk.raw++;
  walk.decoded++;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** Whether the blanks at an offset lead to the end of a line. */
function foldsAt(text: string, raw: number): boolean {
  let at = raw;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  return text.charCodeAt(at) === 10 || text.charCodeAt(at) === 13;
}

/** Blanks on both sides: however they were folded, the next word is the same. */
function fold(text: string, value: string, walk: Walk): void {
  mark(walk);
  while (isBlank(text.charCodeAt(walk.raw))) walk.raw++;
  while (isBlank(value.charCodeAt(walk.decoded))) walk.decoded++;
}

function passEscape(text: string, walk: Walk): void {
  const kind = text[walk.raw + 1] ?? '';
  if (kind === '\n' || kind === '\r') {
    walk.raw += 2;
    while (isBlank(text.charCodeAt(walk.raw))) walk.raw++;
    return;
  }
  mark(walk);
  const digits = kind === 'x' ? 2 : kind === 'u' ? 4 : kind === 'U' ? 8 : 0;
  const wide = digits === 8 && Number.parseInt(text.slice(walk.raw + 2, walk.raw + 10), 16) > 0xffff;
  walk.raw += 2 + digits;
  walk.decoded += wide ? 2 : 1;
}
