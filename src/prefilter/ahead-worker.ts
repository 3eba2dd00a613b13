// The thread that searches from the end; the build makes a program of it.
import { workerData } from 'node:worker_threads';
import { fileReader } from '../discover/files.ts';
import { type Assignment, BLOCK, DONE, FREE, NOT_QUIET, TAKEN } from './ahead.ts';
import { createEngine } from './engine.ts';
import { search } from './search.ts';

const { root, maxFileBytes, literals, paths, blocks, sizes }: Assignment = workerData;
const names = Buffer.from(paths.buffer, paths.byteOffset, paths.length);
const ends = endsOf(names);
const engine = createEngine(literals);
const source = { read: fileReader(root, maxFileBytes) };

for (let block = blocks.length - 1; block >= 0; block--) {
  if (Atomics.compareExchange(blocks, block, FREE, TAKEN) !== FREE) continue;
  const end = Math.min(sizes.length, (block + 1) * BLOCK);
  for (let job = block * BLOCK; job < end; job++) sizes[job] = quietSize(nameOf(job));
  Atomics.store(blocks, block, DONE);
}

function endsOf(bytes: Uint8Array): Uint32Array {
  const found = new Uint32Array(sizes.length);
  for (let job = 0, at = -1; job < found.length; job++) {
    at = bytes.indexOf(0, at + 1);
    found[job] = at;
  }
  return found;
}

function nameOf(job: number): string {
  return names.toString('utf8', job === 0 ? 0 : (ends[job - 1] ?? 0) + 1, ends[job]);
}

/** Whatever is not plainly quiet is left to the scan: hits, binary files, and files that cannot be read. */
function quietSize(path: string): number {
  try {
    const { binary, seen, size } = search(engine, source, path);
    return binary || seen.length > 0 || size > 0x7fffffff ? NOT_QUIET : size;
  } catch {
    return NOT_QUIET;
  }
}
