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

/** Globs as people type them after `--exclude`: `*.py` is meant wherever it lies, `docs` and `docs/` with all that is below. */
export function asTyped(globs: readonly string[]): readonly string[] {
  return globs.flatMap((glob) => {
    const name = glob
      .trim()
      .replace(/^(?:\.\/)+/, '')
      .replace(/\/+$/, '');
    if (name === '' || name === '.') return glob.trim() === '' ? [glob] : ['**'];
    const anchored = name.startsWith('/') ? [name.replace(/^\/+/, '')] : name.includes('/') ? [name] : [name, `**/${name}`];
    return anchored.flatMap((place) => [place, `${place}/**`]);
  });
}
