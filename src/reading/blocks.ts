// The files of a tree in blocks, of which each thread takes the next that is free: the scan itself from the first on, its helpers
// from the last. Whoever takes a block reads it; the order of the blocks is the order of the outcome.

/** Small enough that nobody waits long for the last one. */
export const BLOCK = 16;

const FREE = 0;
const TAKEN = 1;

/** In memory that threads share, since a copy each would be the most of their memory. */
export interface Blocks {
  readonly count: number;
  /** In UTF-8, one after the other, each followed by a zero byte. */
  readonly paths: Uint8Array;
  readonly states: Int32Array;
  /** How many blocks were taken, which is asked before each block. */
  readonly taken: Int32Array;
}

export function blocksOf(paths: readonly string[]): Blocks {
  const text = `${paths.join('\0')}\0`;
  const bytes = Buffer.from(new SharedArrayBuffer(Buffer.byteLength(text)));
  bytes.write(text);
  const count = Math.ceil(paths.length / BLOCK);
  return { count: paths.length, paths: new Uint8Array(bytes.buffer), states: sharedNumbers(count), taken: sharedNumbers(1) };
}

function sharedNumbers(count: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT));
}

/** Numbers of blocks that were free until now. */
export function* takeFirst(blocks: Blocks): Generator<number> {
  for (let block = 0; block < blocks.states.length; block++) if (take(blocks, block)) yield block;
}

export function* takeLast(blocks: Blocks): Generator<number> {
  for (let block = blocks.states.length - 1; block >= 0; block--) if (take(blocks, block)) yield block;
}

function take({ states, taken }: Blocks, block: number): boolean {
  const isFree = Atomics.compareExchange(states, block, FREE, TAKEN) === FREE;
  if (isFree) Atomics.add(taken, 0, 1);
  return isFree;
}

/** How many files were begun, by whomever. */
export function filesBegun({ taken, count }: Blocks): number {
  return Math.min(count, Atomics.load(taken, 0) * BLOCK);
}

/** The paths of a block, for a thread that was given no others. */
export function pathsIn({ paths, count }: Blocks): (block: number) => string[] {
  const bytes = Buffer.from(paths.buffer, paths.byteOffset, paths.length);
  const ends = endsIn(bytes, count);
  const pathAt = (file: number) => bytes.toString('utf8', file === 0 ? 0 : (ends[file - 1] ?? 0) + 1, ends[file]);
  return (block) => {
    const first = block * BLOCK;
    return Array.from({ length: Math.min(BLOCK, count - first) }, (_, at) => pathAt(first + at));
  };
}

function endsIn(bytes: Uint8Array, count: number): Uint32Array {
  const ends = new Uint32Array(count);
  for (let file = 0, at = -1; file < count; file++) {
    at = bytes.indexOf(0, at + 1);
    ends[file] = at;
  }
  return ends;
}
