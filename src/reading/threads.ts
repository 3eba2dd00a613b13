// Larger trees are read from both ends: this thread goes through the files in order while others start at the last one. What a
// helper did not finish is read here, so that a scan with helpers says the same as one without.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Tree } from '../discover/tree.ts';
import { builtFile } from '../util/built.ts';
import { BLOCK, type Blocks, blocksOf, filesBegun, takeFirst } from './blocks.ts';
import { createReader, joined, type Reading, type Wanted } from './read.ts';

/** Fewer files are read before a thread has started. */
const FEWEST = 1500;
const MOST_THREADS = 3;
/** Room for what is soon thrown away; left alone, each would keep some 40 MB for it. */
const YOUNG_MB = 4;

/** What a thread is told when it starts. */
export interface Place {
  readonly root: string;
  readonly maxFileBytes: number;
}

/** What it is asked, once a search. */
export interface Assignment {
  readonly blocks: Blocks;
  readonly wanted: Wanted;
}

/** A block's number and what was read in it. */
export type Result = readonly [number, Reading];

interface Report {
  readonly results: readonly Result[];
  /** There was no free block left. */
  readonly last: boolean;
}

export interface ReadersOptions {
  /** From how many files on it is worth a thread. */
  readonly fewest?: number;
  readonly threads?: number;
  readonly onProgress?: ((done: number, total: number) => void) | null;
}

export interface Readers {
  /** What these files of the tree say where something that is wanted stands in them. */
  read(paths: readonly string[], wanted: Wanted): Promise<Reading>;
  close(): void;
}

/** Helpers take a while to start, so a tree is opened as soon as it is listed. */
export function openReaders(tree: Tree, options: ReadersOptions = {}): Readers {
  const workers = startWorkers(tree, options);
  return {
    read: (paths, wanted) => read(paths, { tree, wanted, workers: workers.filter(isAlive), onProgress: options.onProgress ?? null }),
    close: () => {
      for (const worker of workers) void worker.terminate();
    },
  };
}

interface Job {
  readonly tree: Tree;
  readonly wanted: Wanted;
  readonly workers: readonly Worker[];
  readonly onProgress: ((done: number, total: number) => void) | null;
}

async function read(paths: readonly string[], { tree, wanted, workers, onProgress }: Job): Promise<Reading> {
  const blocks = blocksOf(paths);
  const results = new Map<number, Reading>();
  const helped = workers.map((worker) => helping(worker, { blocks, wanted }, results));
  const reader = createReader(tree, wanted);
  const readBlock = (block: number) => results.set(block, reader(paths.slice(block * BLOCK, (block + 1) * BLOCK)));
  for (const block of takeFirst(blocks)) {
    onProgress?.(filesBegun(blocks), paths.length);
    readBlock(block);
  }
  await Promise.all(helped);
  for (const block of blocks.states.keys()) if (!results.has(block)) readBlock(block);
  return joined([...results].sort(([one], [other]) => one - other).map(([, reading]) => reading));
}

function startWorkers({ root, onDisk, paths }: Tree, options: ReadersOptions): Worker[] {
  const { fewest = FEWEST, threads = Math.min(MOST_THREADS, availableParallelism() - 1) } = options;
  const program = onDisk && threads > 0 && paths.length >= fewest ? builtFile('reading/worker.js') : null;
  if (!onDisk || !program) return [];
  const workerData: Place = { root, ...onDisk };
  return Array.from({ length: threads }, () => {
    const worker = new Worker(program, { workerData, execArgv: [], env: {}, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    worker.unref();
    // One that fails leaves its blocks to be read here.
    worker.on('error', () => {});
    return worker;
  });
}

/** Until the thread has told all that it read, or has ended. */
function helping(worker: Worker, assignment: Assignment, results: Map<number, Reading>): Promise<void> {
  worker.ref();
  worker.postMessage(assignment);
  return new Promise((resolve) => {
    const end = () => {
      worker.off('message', take);
      worker.off('exit', end);
      worker.unref();
      resolve();
    };
    const take = (report: Report) => {
      for (const [block, reading] of report.results) results.set(block, reading);
      if (report.last) end();
    };
    worker.on('message', take);
    worker.on('exit', end);
  });
}

/** What has ended has no number any more. */
function isAlive({ threadId }: Worker): boolean {
  return threadId >= 0;
}
