// Searches one file: in one read where it fits, in overlapping chunks where it does not.
import type { Tree } from '../discover/tree.ts';
import { decode, encodingOf } from '../formats/text.ts';
import type { Engine, Hits } from './engine.ts';

/** Where files are read from. */
export type Source = Pick<Tree, 'read'>;

/** What was found in a file's bytes; `binary` files are not searched. */
export interface Searched {
  readonly binary: boolean;
  /** Of the file. */
  readonly size: number;
  /** Indexes of the literals that occur. */
  readonly seen: readonly number[];
  /** Byte offsets of hits that pass `keep`, ascending, each once; null where there are too many to list. */
  offsets(keep: (literal: number) => boolean): Uint32Array | null;
  /** The bytes that the offsets count, which are the search's own memory: valid until the next search. */
  bytes(): Uint8Array;
}

/** How far a zero byte is looked for. */
const HEAD = 8192;

/** Runs for every file of a tree, so the common case, one read and no hit, makes next to nothing for the collector. */
export function search(engine: Engine, source: Source, path: string): Searched {
  const { input } = engine;
  const first = source.read(path, input, 0);
  if (first > 1 && encodingOf(input) !== 'utf-8')
    return searchDecoded(
      engine,
      readAll(input, first, (into, at) => source.read(path, into, at)),
    );
  if (engine.hasZero(Math.min(first, HEAD))) return { ...QUIET, binary: true, size: first };
  if (first < input.length) {
    const hits = engine.scan(first);
    if (hits.offsets.length === 0) return { ...QUIET, size: first, bytes: () => input.subarray(0, first) };
    return found(engine, { parts: [{ hits, base: 0 }], size: first, bytes: () => input.subarray(0, first) });
  }
  const read: Reader = (into, position) => source.read(path, into, position);
  const { parts, size } = searchChunks(engine, first, read);
  return found(engine, { parts, size, bytes: () => readWhole(size, read) });
}

const NOTHING = new Uint32Array();
const QUIET: Searched = { binary: false, size: 0, seen: [], offsets: () => NOTHING, bytes: () => new Uint8Array() };

/** Reads one file from a position on. */
type Reader = (into: Uint8Array, position: number) => number;

interface Part {
  readonly hits: Hits;
  /** The position of the chunk in the file. */
  readonly base: number;
}

function searchChunks(engine: Engine, first: number, read: Reader): { readonly parts: readonly Part[]; readonly size: number } {
  const { input, overlap } = engine;
  const parts: Part[] = [];
  let base = 0;
  let length = first;
  for (;;) {
    const hits = engine.scan(length);
    if (hits.offsets.length > 0) parts.push({ hits, base });
    if (length < input.length) return { parts, size: base + length };
    input.copyWithin(0, length - overlap, length);
    base += length - overlap;
    length = overlap + read(input.subarray(overlap), base + overlap);
  }
}

/** UTF-16 is searched as UTF-8; the offsets then count those bytes. */
function searchDecoded(engine: Engine, raw: Uint8Array): Searched {
  const bytes = Buffer.from(decode(raw).text, 'utf8');
  const read: Reader = (into, position) => bytes.copy(into, 0, position, position + into.length);
  const { parts } = searchChunks(engine, read(engine.input, 0), read);
  return found(engine, { parts, size: raw.length, bytes: () => bytes });
}

interface Found {
  readonly parts: readonly Part[];
  readonly size: number;
  bytes(): Uint8Array;
}

function found(engine: Engine, { parts, size, bytes }: Found): Searched {
  const isEmpty = parts.every(({ hits }) => hits.offsets.length === 0);
  return {
    binary: false,
    size,
    bytes,
    seen: isEmpty ? [] : engine.takeSeen(),
    offsets: (keep) => (isEmpty ? NOTHING : parts.every(({ hits }) => hits.complete) ? merge(parts, keep) : null),
  };
}

/** Chunks overlap and the search makes two passes: what was found twice counts once. */
function merge(parts: readonly Part[], keep: (literal: number) => boolean): Uint32Array {
  const kept: number[] = [];
  for (const { hits, base } of parts) {
    for (const [at, offset] of hits.offsets.entries()) if (keep(hits.literals[at] ?? 0)) kept.push(base + offset);
  }
  const sorted = Uint32Array.from(kept).sort();
  return sorted.filter((offset, at) => offset !== sorted[at - 1]);
}

function readAll(head: Uint8Array, length: number, read: Reader): Uint8Array {
  const chunks = [head.slice(0, length)];
  let size = length;
  for (let got = length; got === head.length; size += got) {
    got = read(head, size);
    chunks.push(head.slice(0, got));
  }
  return Buffer.concat(chunks);
}

function readWhole(size: number, read: Reader): Uint8Array {
  const bytes = new Uint8Array(size);
  return bytes.subarray(0, read(bytes, 0));
}
