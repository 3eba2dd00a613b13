// Where things lie in the search's memory; assembly/teddy.ts holds the same addresses.

/** Bytes of one read. Files up to this size, nearly all, are read and searched in one go. */
export const CHUNK = 1 << 20;
/** What a 16-byte step may read beyond the end. */
export const SLACK = 64;
/** More hits than these in one chunk are not worth listing: the document is then looked at as a whole. */
export const MOST_HITS = 100_000;

export const MASKS = 1024;
export const FOLD = 2048;
export const BLOOM = 4096;
export const SHORT_HEADS = 16_384;
export const LONG_HEADS = 32_768;
export const ENTRIES = 65_536;
export const ENTRY = 16;

export const STRIDE = 4;
export const GRAM = 4;
/** From this length on, one of STRIDE neighbouring grams falls on a visited position. */
export const LONG = GRAM + STRIDE - 1;
/** Shorter literals cannot be told from noise. */
export const SHORTEST = 3;

const FACTOR = 0x9e3779b1;

/** Multiplicative hash of a gram, its upper `bits` bits. */
export function hash(gram: number, bits: number): number {
  return Math.imul(gram, FACTOR) >>> (32 - bits);
}

export interface Layout {
  readonly literals: number;
  readonly text: number;
  readonly seen: number;
  readonly hits: number;
  readonly input: number;
  readonly pages: number;
}

export function layOut(literals: readonly Uint8Array[], entries: number): Layout {
  const sizes = {
    entries: (entries + 1) * ENTRY,
    literals: literals.length * 8,
    text: literals.reduce((sum, { length }) => sum + length, 0),
    seen: literals.length,
    hits: MOST_HITS * 8,
  };
  const at = { literals: align(ENTRIES + sizes.entries), text: 0, seen: 0, hits: 0, input: 0 };
  at.text = at.literals + sizes.literals;
  at.seen = at.text + sizes.text;
  at.hits = align(at.seen + sizes.seen);
  at.input = align(at.hits + sizes.hits) + SLACK;
  return { ...at, pages: Math.ceil((at.input + CHUNK + SLACK) / 65_536) };
}

function align(address: number): number {
  return (address + 63) & ~63;
}
