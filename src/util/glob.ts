// Globs over paths with `/`. Loaded only when a glob is given: it costs more than listing a small tree.

import { UsageError } from './errors.ts';

export type PathTest = (path: string) => boolean;

/** True for a path that matches one of the globs; a leading dot is a character like others. */
export async function globTest(globs: readonly string[]): Promise<PathTest> {
  if (globs.some((glob) => glob.trim() === ''))
    throw new UsageError('an empty glob matches nothing', {
      code: 'empty-glob',
      hint: "write one such as '**/*.py', or leave the flag out",
    });
  const { default: picomatch } = await import('picomatch');
  return picomatch([...globs], { dot: true });
}
