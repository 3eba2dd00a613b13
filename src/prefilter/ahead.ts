// Large trees are searched from both ends: while the scan goes through the files in order, other threads start at the last one and
// tell which files hold nothing. They decide nothing else, so the outcome is the same without them.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Tree } from '../discover/tree.ts';
import { builtFile } from './built.ts';

/** Fewer files are searched before a thread has started. */
const FEWEST = 20_000;
const MOST_THREADS = 3;
/** They make next to nothing for the collector; left alone, each would keep some 40 MB for it. */
const YOUNG_MB = 4;

export const BLOCK = 64;
export const FREE = 0;
export const TAKEN = 1;
export const DONE = 2;
/** In place of a size: the file is not known to hold nothing. */
export const NOT_QUIET = -1;

/** What a thread is given. Blocks of jobs go from free to taken to done; sizes are written before that. */
export interface Assignment {
  readonly root: string;
  readonly maxFileBytes: number;
  readonly literals: readonly string[];
  /** In UTF-8, one after the other, each followed by a zero byte: shared, since a copy a thread would be the most of its memory. */
  readonly paths: Uint8Array;
  readonly blocks: Int32Array;
  readonly sizes: Int32Array;
}

export interface AheadOptions {
  readonly literals: readonly string[];
  /** From how many files on it is worth a thread. */
  readonly fewest?: number;
  readonly threads?: number;
}

export interface Ahead {
  /** The size of a file that was found to hold no literal, or null where it has to be searched. To be asked in order. */
  quietSize(job: number): number | null;
  /** When all threads have ended. */
  readonly ended: Promise<unknown>;
  stop(): void;
}

const NOBODY: Ahead = { quietSize: () => null, ended: Promise.resolve(), stop: () => {} };

export function searchAhead({ root, onDisk }: Tree, paths: readonly string[], options: AheadOptions): Ahead {
  const { literals, fewest = FEWEST, threads = Math.min(MOST_THREADS, availableParallelism() - 1) } = options;
  const program = onDisk && paths.length >= fewest ? builtFile('search-ahead.js') : null;
  if (!onDisk || !program || threads < 1) return NOBODY;
  const blocks = new Int32Array(new SharedArrayBuffer(Math.ceil(paths.length / BLOCK) * 4));
  const sizes = new Int32Array(new SharedArrayBuffer(paths.length * 4)).fill(NOT_QUIET);
  const workerData: Assignment = { root, ...onDisk, literals, paths: sharedPaths(paths), blocks, sizes };
  const workers = Array.from({ length: threads }, () => start(program, workerData));
  return {
    quietSize: (job) => {
      // Nobody waits: what another thread is still busy with is simply searched here too.
      const before = Atomics.compareExchange(blocks, Math.floor(job / BLOCK), FREE, TAKEN);
      const size = before === DONE ? (sizes[job] ?? NOT_QUIET) : NOT_QUIET;
      return size === NOT_QUIET ? null : size;
    },
    ended: Promise.all(workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve)))),
    stop: () => {
      for (const worker of workers) void worker.terminate();
    },
  };
}

function sharedPaths(paths: readonly string[]): Uint8Array {
  const joined = `${paths.join('\0')}\0`;
  const bytes = Buffer.from(new SharedArrayBuffer(Buffer.byteLength(joined)));
  bytes.write(joined);
  return new Uint8Array(bytes.buffer);
}

function start(program: URL, workerData: Assignment): Worker {
  const worker = new Worker(program, { workerData, execArgv: [], env: {}, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
  worker.unref();
  // A thread that fails leaves its files to be searched here.
  worker.on('error', () => {});
  return worker;
}
