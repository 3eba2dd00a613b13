// Globs over paths with `/`. Loaded only when a glob is given: it costs more than listing a small tree.

export type PathTest = (path: string) => boolean;

/** True for a path that matches one of the globs; a leading dot is a character like others. */
export async function globTest(globs: readonly string[]): Promise<PathTest> {
  const { default: picomatch } = await import('picomatch');
  return picomatch([...globs], { dot: true });
}
