// The skeleton of a source file: where its strings, comments and brackets are. What lies between them is plain code.
import type { CompiledForm, Language } from './language.ts';

/** A string without code in it. */
export const STRING = 0;
export const COMMENT = 1;
/** `(`, `[`, `{` and what closes them. */
export const OPEN = 2;
export const CLOSE = 3;
/** A string with code in it: TEMPLATE, PIECE, HOLE, ..., HOLE_END, PIECE, TEMPLATE_END. */
export const TEMPLATE = 4;
export const PIECE = 5;
export const HOLE = 6;
export const HOLE_END = 7;
export const TEMPLATE_END = 8;
/** A character, a regular expression, a quoted identifier. */
export const OPAQUE = 9;

export type TokenKind = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** Columns of a table of tokens, in the order of the text. Typed arrays, since a bundle has millions of them. */
export interface Skeleton {
  readonly text: string;
  readonly language: Language;
  readonly forms: readonly CompiledForm[];
  readonly count: number;
  readonly kinds: Uint8Array;
  /** Quotes and prefixes included. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The innermost opening token around a token, or -1. */
  readonly parents: Int32Array;
  /** For an opening token the closing one and vice versa, -1 where there is none; for a string, the lengths of its two ends. */
  readonly links: Int32Array;
  /** For strings and templates, the index of their form. */
  readonly formIds: Uint8Array;
}

/** The lengths of a string's opening (with prefix) and closing, in one number; a closing of 0 says that it never ended. */
export function packEnds(opening: number, closing: number): number {
  return (opening << 8) | closing;
}

export function innerStart({ starts, links }: Skeleton, token: number): number {
  return (starts[token] ?? 0) + ((links[token] ?? 0) >> 8);
}

export function innerEnd({ ends, links }: Skeleton, token: number): number {
  return (ends[token] ?? 0) - ((links[token] ?? 0) & 255);
}

export function isUnterminated({ links }: Skeleton, token: number): boolean {
  return ((links[token] ?? 0) & 255) === 0;
}

/** The last token that starts at or before an offset, or -1. */
export function tokenAt({ starts, count }: Skeleton, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The token behind a bracket group, a template or a single token. */
export function tokenAfter({ kinds, links, count }: Skeleton, token: number): number {
  const kind = kinds[token];
  if (kind !== OPEN && kind !== TEMPLATE && kind !== HOLE) return token + 1;
  const end = links[token] ?? -1;
  return end < 0 ? count : end + 1;
}

/** The opening token of the group that ends with a token; the token itself if it ends none. */
export function groupStart({ kinds, links }: Skeleton, token: number): number {
  const kind = kinds[token];
  if (kind !== CLOSE && kind !== TEMPLATE_END && kind !== HOLE_END) return token;
  const start = links[token] ?? -1;
  return start < 0 ? token : start;
}
