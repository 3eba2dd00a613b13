// Reads a tree: what an earlier scan knows of its files is recalled, the rest is read.
import type { Tree } from '../discover/tree.ts';
import { type CacheOptions, openCache } from './cache.ts';
import { joined, type Reading, type Wanted } from './read.ts';
import { openThreads, type ThreadsOptions } from './threads.ts';

export interface ReadersOptions extends ThreadsOptions {
  /** Where what was read is kept for the next scan; absent: nowhere. It changes no outcome. */
  readonly cache?: CacheOptions | null;
}

export interface Readers {
  /** What these files of the tree say where something that is wanted stands in them. */
  read(paths: readonly string[], wanted: Wanted): Promise<Reading>;
  close(): void;
}

export function openReaders(tree: Tree, options: ReadersOptions = {}): Readers {
  const threads = openThreads(tree, options);
  const cache = openCache(tree, options.cache ?? null);
  return {
    close: threads.close,
    read: async (paths, wanted) => {
      const earlier = cache?.(wanted, paths);
      if (!earlier) return joined(paths, await threads.read(paths, wanted));
      const outcomes = new Map(earlier.outcomes);
      const left = paths.filter((path) => !outcomes.has(path));
      const read = await threads.read(left, wanted);
      for (const [at, path] of left.entries()) outcomes.set(path, read[at] ?? 0);
      if (left.length > 0) earlier.keep(outcomes);
      return joined(
        paths,
        paths.map((path) => outcomes.get(path) ?? 0),
      );
    },
  };
}
