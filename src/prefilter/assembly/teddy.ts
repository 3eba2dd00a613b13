// The search itself, in AssemblyScript, over bytes that were read straight into this memory. The host lays the memory out
// (../engine.ts writes the tables, ../layout.ts holds the same addresses); nothing is allocated here.
//
// Two passes over a buffer. Literals of 7 bytes and more: every 4th position is hashed, 4 bytes at a time, into a bit table that
// holds the 4 grams of a 7-byte window of each literal, so that one of them must fall on a visited position. Its cost does not
// grow with the number of literals. Shorter literals, of which there are few: nibble masks over 16 bytes a step ("Teddy").

const MASKS: usize = 1024;
const FOLD: usize = 2048;
const BLOOM: usize = 4096;
const SHORT_HEADS: usize = 16384;
const LONG_HEADS: usize = 32768;
const ENTRIES: usize = 65536;
const STRIDE: usize = 4;
const TO_LOWER: u32 = 0x20202020;
const FACTOR: u32 = 0x9e3779b1;

let literals: usize = 0;
let seen: usize = 0;
let hits: usize = 0;
let capacity: i32 = 0;
let shorts: bool = false;
let longs: bool = false;
let count: i32 = 0;

export function configure(literalsAt: usize, seenAt: usize, hitsAt: usize, hitCapacity: i32): void {
  literals = literalsAt;
  seen = seenAt;
  hits = hitsAt;
  capacity = hitCapacity;
}

export function enable(short: bool, long: bool): void {
  shorts = short;
  longs = long;
}

/** Compares one literal, case folded, and records it. */
function check(id: usize, at: usize, start: usize, end: usize): void {
  const record = literals + (id << 3);
  const address = <usize>load<u32>(record);
  const length = <usize>load<u32>(record, 4);
  if (at < start || at + length > end) return;
  for (let k: usize = 0; k < length; k++) {
    if (load<u8>(FOLD + <usize>load<u8>(at + k)) !== load<u8>(address + k)) return;
  }
  store<u8>(seen + id, 1);
  if (count < capacity) {
    const slot = hits + ((<usize>count) << 3);
    store<u32>(slot, <u32>(at - start));
    store<u32>(slot, <u32>id, 4);
    count++;
  } else {
    count = capacity + 1;
  }
}

function chain(head: usize, key: u32, p: usize, start: usize, end: usize): void {
  let next = load<u32>(head);
  while (next) {
    const entry = ENTRIES + ((<usize>next) << 4);
    if (load<u32>(entry, 8) === key) check(<usize>load<u32>(entry), p - <usize>load<u32>(entry, 12), start, end);
    next = load<u32>(entry, 4);
  }
}

function probeLong(p: usize, start: usize, end: usize): void {
  const key = load<u32>(p) | TO_LOWER;
  chain(LONG_HEADS + ((<usize>((key * FACTOR) >>> 19)) << 2), key, p, start, end);
}

function probeShort(p: usize, start: usize, end: usize): void {
  const key = (load<u32>(p) | TO_LOWER) & 0xffffff;
  chain(SHORT_HEADS + ((<usize>((key * FACTOR) >>> 20)) << 2), key, p, start, end);
}

/** Whether the bit of the four bytes at `p` is set: in bit 0, the other bits are noise. */
function bloom(p: usize): u32 {
  const hash = (load<u32>(p) | TO_LOWER) * FACTOR;
  return <u32>load<u8>(BLOOM + <usize>(hash >>> 19)) >>> ((hash >>> 16) & 7);
}

function scanLong(start: usize, end: usize): void {
  for (let p = start; p < end; p += STRIDE * 4) {
    const a = bloom(p);
    const b = bloom(p + STRIDE);
    const c = bloom(p + STRIDE * 2);
    const d = bloom(p + STRIDE * 3);
    if (((a | b | c | d) & 1) === 0) continue;
    if (a & 1) probeLong(p, start, end);
    if (b & 1) probeLong(p + STRIDE, start, end);
    if (c & 1) probeLong(p + STRIDE * 2, start, end);
    if (d & 1) probeLong(p + STRIDE * 3, start, end);
  }
}

function nibbles(x: v128, low: v128, high: v128): v128 {
  return v128.and(i8x16.swizzle(low, v128.and(x, i8x16.splat(15))), i8x16.swizzle(high, i8x16.shr_u(x, 4)));
}

function scanShort(start: usize, end: usize): void {
  const low0 = v128.load(MASKS);
  const high0 = v128.load(MASKS, 16);
  const low1 = v128.load(MASKS, 32);
  const high1 = v128.load(MASKS, 48);
  const low2 = v128.load(MASKS, 64);
  const high2 = v128.load(MASKS, 80);
  const low3 = v128.load(MASKS, 96);
  const high3 = v128.load(MASKS, 112);
  for (let p = start; p < end; p += 16) {
    let found = nibbles(v128.load(p), low0, high0);
    found = v128.and(found, nibbles(v128.load(p, 1), low1, high1));
    found = v128.and(found, nibbles(v128.load(p, 2), low2, high2));
    found = v128.and(found, nibbles(v128.load(p, 3), low3, high3));
    if (!v128.any_true(found)) continue;
    let bits = <u32>i8x16.bitmask(i8x16.eq(found, i8x16.splat(0))) ^ 0xffff;
    while (bits) {
      probeShort(p + <usize>ctz(bits), start, end);
      bits &= bits - 1;
    }
  }
}

/** Searches [start, start + length), which must be followed by 32 bytes that may be read. Returns the number of hits, capacity + 1 if there are more. */
export function scan(start: usize, length: usize): i32 {
  count = 0;
  const end = start + length;
  if (longs) scanLong(start, end);
  if (shorts) scanShort(start, end);
  return count;
}

/** Whether a zero byte is in [start, start + length), as in binary files. */
export function hasZero(start: usize, length: usize): bool {
  const end = start + length;
  let p = start;
  for (; p + 16 <= end; p += 16) {
    if (!i8x16.all_true(v128.load(p))) return true;
  }
  for (; p < end; p++) {
    if (load<u8>(p) === 0) return true;
  }
  return false;
}
