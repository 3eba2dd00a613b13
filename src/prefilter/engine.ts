// The search as a value: literals in, a memory to read files into and a scan over it out. One engine serves one prefilter.
import { readFileSync } from 'node:fs';
import { builtFile } from '../util/built.ts';
import {
  BLOOM,
  CHUNK,
  ENTRIES,
  ENTRY,
  FOLD,
  GRAM,
  hash,
  LONG,
  LONG_HEADS,
  layOut,
  MASKS,
  MOST_HITS,
  SHORT_HEADS,
  SHORTEST,
  STRIDE,
} from './layout.ts';
import { masksOf, POSITIONS } from './masks.ts';
import { rarestWindow } from './windows.ts';

/** Offsets (ascending by pass, not overall) and the literals that start there; `complete` is false where there were too many to list. */
export interface Hits {
  readonly offsets: Uint32Array;
  readonly literals: Uint32Array;
  readonly complete: boolean;
}

export interface Engine {
  /** CHUNK bytes of the search's own memory: read into it, then scan. */
  readonly input: Uint8Array;
  /** How much of the end of a chunk must be seen again before the next, so that no literal is cut. */
  readonly overlap: number;
  /** Searches the first `length` bytes of the input. */
  scan(length: number): Hits;
  hasZero(length: number): boolean;
  /** Which literals were met since the last call, by index; counts also those hits that were too many to list. */
  takeSeen(): readonly number[];
}

interface Exports {
  configure(literals: number, seen: number, hits: number, capacity: number): void;
  enable(short: boolean, long: boolean): void;
  scan(start: number, length: number): number;
  hasZero(start: number, length: number): number;
}

/** The part of the standard that is used; the types of Node leave it to those of browsers. */
declare const WebAssembly: {
  readonly Memory: new (descriptor: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

/** One place in a literal at which it is recognised: its gram there, and how far its start lies before. */
interface Entry {
  readonly literal: number;
  readonly gram: number;
  readonly back: number;
}

/** Lower case for ASCII only, in UTF-8: what the search compares. */
export function fold(literal: string): Uint8Array {
  return new TextEncoder().encode(literal.replace(/[A-Z]/g, (letter) => letter.toLowerCase()));
}

/** Throws where a literal has fewer than three bytes. */
export function createEngine(texts: readonly string[]): Engine {
  const literals = texts.map(fold);
  const tooShort = literals.findIndex(({ length }) => length < SHORTEST);
  if (tooShort >= 0) throw new Error(`The literal ${JSON.stringify(texts[tooShort])} has fewer than ${SHORTEST} bytes`);
  const short = literals.flatMap((literal, index) => (literal.length < LONG ? [shortEntry(literal, index)] : []));
  const long = literals.flatMap((literal, index) => (literal.length < LONG ? [] : longEntries(literal, index)));
  const layout = layOut(literals, short.length + long.length);
  const memory = new WebAssembly.Memory({ initial: layout.pages });
  const search = new WebAssembly.Instance(compiled(), { env: { memory } }).exports as Exports;
  const bytes = new Uint8Array(memory.buffer);
  const words = new Uint32Array(memory.buffer);
  writeLiterals(literals, layout, { bytes, words });
  writeEntries(short, { words, first: 1, heads: SHORT_HEADS, bits: 12 });
  writeEntries(long, { words, first: 1 + short.length, heads: LONG_HEADS, bits: 13 });
  for (const { gram } of long) {
    const at = BLOOM + hash(gram, 13);
    bytes[at] = (bytes[at] ?? 0) | (1 << (hash(gram, 16) & 7));
  }
  bytes.set(masksOf(short.map(({ literal, back }) => literals[literal]?.subarray(back, back + POSITIONS) ?? new Uint8Array())), MASKS);
  search.configure(layout.literals, layout.seen, layout.hits, MOST_HITS);
  search.enable(short.length > 0, long.length > 0);
  return {
    input: bytes.subarray(layout.input, layout.input + CHUNK),
    overlap: Math.max(SHORTEST, ...literals.map(({ length }) => length)) - 1,
    scan: (length) => hitsAt(words, layout.hits >> 2, search.scan(layout.input, length)),
    hasZero: (length) => search.hasZero(layout.input, length) !== 0,
    takeSeen: () => takeSeen(bytes.subarray(layout.seen, layout.seen + literals.length)),
  };
}

function shortEntry(literal: Uint8Array, index: number): Entry {
  const width = Math.min(POSITIONS, literal.length);
  const back = rarestWindow(literal, width, width);
  return { literal: index, gram: gramAt(literal, back) & 0xffffff, back };
}

function longEntries(literal: Uint8Array, index: number): Entry[] {
  const first = rarestWindow(literal, LONG, GRAM);
  return Array.from({ length: STRIDE }, (_, step) => ({ literal: index, gram: gramAt(literal, first + step), back: first + step }));
}

/** Four bytes, little-endian, case folded as coarsely as the search does it. */
function gramAt(literal: Uint8Array, at: number): number {
  const byte = (offset: number) => literal[at + offset] ?? 0;
  return (byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24) | 0x20202020) >>> 0;
}

function writeLiterals(
  literals: readonly Uint8Array[],
  layout: { readonly literals: number; readonly text: number },
  { bytes, words }: { readonly bytes: Uint8Array; readonly words: Uint32Array },
): void {
  for (let byte = 0; byte < 256; byte++) bytes[FOLD + byte] = byte >= 65 && byte <= 90 ? byte + 32 : byte;
  let at = layout.text;
  for (const [index, literal] of literals.entries()) {
    words.set([at, literal.length], (layout.literals >> 2) + index * 2);
    bytes.set(literal, at);
    at += literal.length;
  }
}

interface Table {
  readonly words: Uint32Array;
  /** The number of the first entry; 0 ends a chain. */
  readonly first: number;
  readonly heads: number;
  readonly bits: number;
}

function writeEntries(entries: readonly Entry[], { words, first, heads, bits }: Table): void {
  for (const [index, { literal, gram, back }] of entries.entries()) {
    const number = first + index;
    const head = (heads >> 2) + hash(gram, bits);
    words.set([literal, words[head] ?? 0, gram, back], (ENTRIES + number * ENTRY) >> 2);
    words[head] = number;
  }
}

const NO_HITS: Hits = { offsets: new Uint32Array(), literals: new Uint32Array(), complete: true };

function hitsAt(words: Uint32Array, at: number, count: number): Hits {
  if (count === 0) return NO_HITS;
  const listed = Math.min(count, MOST_HITS);
  const offsets = new Uint32Array(listed);
  const literals = new Uint32Array(listed);
  for (let index = 0; index < listed; index++) {
    offsets[index] = words[at + index * 2] ?? 0;
    literals[index] = words[at + index * 2 + 1] ?? 0;
  }
  return { offsets, literals, complete: count <= MOST_HITS };
}

function takeSeen(flags: Uint8Array): readonly number[] {
  const seen: number[] = [];
  for (let at = flags.indexOf(1); at >= 0; at = flags.indexOf(1, at + 1)) seen.push(at);
  flags.fill(0);
  return seen;
}

let module: object | null = null;

function compiled(): object {
  if (module) return module;
  const place = builtFile('teddy.wasm');
  if (!place) throw new Error('teddy.wasm is missing; npm run build makes it');
  module = new WebAssembly.Module(readFileSync(place));
  return module;
}
