// A thread that helps to read a tree; the build makes a program of it.
import { parentPort, workerData } from 'node:worker_threads';
import { fileReader } from '../discover/files.ts';
import { pathsIn, takeLast } from './blocks.ts';
import { createReader } from './read.ts';
import type { Assignment, Place, Result } from './threads.ts';

const { root, maxFileBytes }: Place = workerData;
const source = { read: fileReader(root, maxFileBytes) };
/** Blocks that are reported at once: a message costs more than reading a quiet block. */
const AT_ONCE = 32;

parentPort?.on('message', ({ blocks, wanted }: Assignment) => {
  const read = createReader(source, wanted);
  const pathsOf = pathsIn(blocks);
  let results: Result[] = [];
  const report = (last: boolean) => parentPort?.postMessage({ results, last });
  for (const block of takeLast(blocks)) {
    results.push([block, pathsOf(block).map(read)]);
    if (results.length < AT_ONCE) continue;
    report(false);
    results = [];
  }
  report(true);
});
