// Larger trees are read from both ends: this thread goes through the files in order while others start at the last one. What a
// helper did not finish is read here, so that a scan with helpers says the same as one without.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Tree } from '../discover/tree.ts';
import { builtFile } from '../util/built.ts';
import { BLOCK, type Blocks, blocksOf, filesBegun, takeFirst } from './blocks.ts';
import { createReader, type Outcome, type Wanted } from './read.ts';

/** In milliseconds: a thread takes a hundred to start, and then has everything to compile that this one has compiled. */
const WORTH = 400;
/** The first files say little of the others. */
const FIRST_LOOK = 50;
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

/** A block's number and what became of its files. */
export type Result = readonly [number, readonly Outcome[]];

interface Report {
  readonly results: readonly Result[];
  /** There was no free block left. */
  readonly last: boolean;
}

export interface ThreadsOptions {
  /** Other threads help where this thread would need longer for what is left, in milliseconds. It changes no outcome. */
  readonly worth?: number;
  readonly threads?: number;
  readonly onProgress?: ((done: number, total: number) => void) | null;
}

export interface Threads {
  /** What becomes of these files of the tree, one by one. */
  read(paths: readonly string[], wanted: Wanted): Promise<readonly Outcome[]>;
  close(): void;
}

export function openThreads(tree: Tree, { worth = WORTH, threads = threadsHere(), onProgress = null }: ThreadsOptions): Threads {
  const workers: Worker[] = [];
  return {
    read: (paths, wanted) => read(paths, { tree, wanted, workers, worth, threads, onProgress }),
    close: () => {
      for (const worker of workers) void worker.terminate();
    },
  };
}

function threadsHere(): number {
  return Math.min(MOST_THREADS, availableParallelism() - 1);
}

interface Job extends Required<ThreadsOptions> {
  readonly tree: Tree;
  readonly wanted: Wanted;
  /** Those that were started, which are kept for the next search. */
  readonly workers: Worker[];
}

async function read(paths: readonly string[], { tree, wanted, workers, worth, threads, onProgress }: Job): Promise<Outcome[]> {
  const blocks = blocksOf(paths);
  const results = new Map<number, readonly Outcome[]>();
  const help = (worker: Worker) => helping(worker, { blocks, wanted }, results);
  const helped = workers.filter(isAlive).map(help);
  const isLong = workers.length > 0 ? () => false : longWork(blocks.states.length, worth);
  const reader = createReader(tree, wanted);
  const readBlock = (block: number) => results.set(block, paths.slice(block * BLOCK, (block + 1) * BLOCK).map(reader));
  for (const block of takeFirst(blocks)) {
    if (isLong(results.size)) helped.push(...startWorkers(tree, threads, workers).map(help));
    onProgress?.(filesBegun(blocks), paths.length);
    readBlock(block);
  }
  await Promise.all(helped);
  for (const block of blocks.states.keys()) if (!results.has(block)) readBlock(block);
  return [...results].sort(([one], [other]) => one - other).flatMap(([, outcomes]) => outcomes);
}

/** Asked before each block: true once, when what is left would take long at the pace so far. */
function longWork(count: number, worth: number): (done: number) => boolean {
  const start = performance.now();
  let isKnown = false;
  return (done) => {
    const passed = performance.now() - start;
    if (isKnown || passed < Math.min(FIRST_LOOK, worth)) return false;
    isKnown = worth === 0 || (passed / done) * (count - done) > worth;
    return isKnown;
  };
}

function startWorkers({ root, onDisk }: Tree, threads: number, workers: Worker[]): readonly Worker[] {
  const program = onDisk && threads > 0 ? builtFile('reading/worker.js') : null;
  if (!onDisk || !program) return [];
  try {
    while (workers.length < threads) workers.push(startWorker(program, { root, ...onDisk }));
  } catch {
    // A machine that has no thread left: whatever has started helps.
  }
  return workers;
}

function startWorker(program: URL, workerData: Place): Worker {
  const worker = new Worker(program, { workerData, execArgv: [], env: {}, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
  worker.unref();
  // One that fails leaves its blocks to be read here.
  worker.on('error', () => {});
  return worker;
}

/** Until the thread has told all that it read, or has ended. */
function helping(worker: Worker, assignment: Assignment, results: Map<number, readonly Outcome[]>): Promise<void> {
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
      for (const [block, outcomes] of report.results) results.set(block, outcomes);
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
