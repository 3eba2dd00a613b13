// Eight buckets of short literals as nibble masks: a byte may stand at a position if one bit is left after its low and its high
// nibble's masks are and-ed. Literals that look alike share a bucket, so that a bucket lets little else through.
import { frequencyOf } from './windows.ts';

const BUCKETS = 8;
export const POSITIONS = 4;

/** Per position, 16 bits each: which low and which high nibbles may occur. */
interface Bucket {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

const EMPTY: Bucket = { low: [0, 0, 0, 0], high: [0, 0, 0, 0] };

/** The 128 bytes of masks for windows of 3 or 4 bytes, folded to lower case: low and high nibbles of the first position, then of the next. */
export function masksOf(windows: readonly Uint8Array[]): Uint8Array {
  const buckets: Bucket[] = new Array(BUCKETS).fill(EMPTY);
  for (const window of windows) {
    const grown = buckets.map((bucket) => grow(bucket, window));
    const added = grown.map((bucket, at) => cost(bucket) - cost(buckets[at] ?? EMPTY));
    const cheapest = added.indexOf(Math.min(...added));
    buckets[cheapest] = grown[cheapest] ?? EMPTY;
  }
  return encode(buckets);
}

function grow({ low, high }: Bucket, window: Uint8Array): Bucket {
  const bytesAt = (at: number) => (at < window.length ? spellings(window[at] ?? 0) : null);
  return {
    low: low.map((mask, at) => bytesAt(at)?.reduce((sum, byte) => sum | (1 << (byte & 15)), mask) ?? 0xffff),
    high: high.map((mask, at) => bytesAt(at)?.reduce((sum, byte) => sum | (1 << (byte >> 4)), mask) ?? 0xffff),
  };
}

function spellings(byte: number): readonly number[] {
  return byte >= 97 && byte <= 122 ? [byte, byte - 32] : [byte];
}

/** How likely text is to pass, as the product over the positions. */
function cost({ low, high }: Bucket): number {
  let product = 1;
  for (let at = 0; at < POSITIONS; at++) product *= share(low[at] ?? 0, high[at] ?? 0);
  return product;
}

function share(low: number, high: number): number {
  let sum = 0;
  for (let upper = 0; upper < 16; upper++) {
    if (!(high & (1 << upper))) continue;
    for (let lower = 0; lower < 16; lower++) if (low & (1 << lower)) sum += frequencyOf((upper << 4) | lower);
  }
  return sum;
}

function encode(buckets: readonly Bucket[]): Uint8Array {
  const bytes = new Uint8Array(POSITIONS * 32);
  for (const [bit, { low, high }] of buckets.entries()) {
    for (let at = 0; at < POSITIONS; at++) {
      for (let nibble = 0; nibble < 16; nibble++) {
        addBits(bytes, at * 32 + nibble, (((low[at] ?? 0) >> nibble) & 1) << bit);
        addBits(bytes, at * 32 + 16 + nibble, (((high[at] ?? 0) >> nibble) & 1) << bit);
      }
    }
  }
  return bytes;
}

function addBits(bytes: Uint8Array, at: number, bits: number): void {
  bytes[at] = (bytes[at] ?? 0) | bits;
}
