// What the readers of risk files share: a mapping's keys, and where to report what is wrong.
import type { ParsedFile, Path } from '../catalog/source.ts';
import { nearest } from '../util/nearest.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** Collects what is wrong with one file. */
export interface Report {
  readonly file: ParsedFile;
  readonly wrong: (path: Path, what: string, fix: string) => void;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function unknownKeys(
  fields: Fields,
  path: Path,
  { allowed, report }: { readonly allowed: readonly string[]; readonly report: Report },
): void {
  for (const key of Object.keys(fields).filter((item) => !allowed.includes(item)))
    report.wrong([...path, key], `unknown key "${dotted([...path, key])}"`, meant(key, allowed));
}

/** The next step for a word that is not in a closed set. */
export function meant(word: string, allowed: readonly string[]): string {
  const near = nearest(word, allowed);
  return near === null ? `use one of ${allowed.join(', ')}` : `did you mean "${near}"?`;
}

export function dotted(path: Path): string {
  return path.filter((key) => typeof key === 'string').join('.');
}
