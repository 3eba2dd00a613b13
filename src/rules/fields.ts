// What the readers of risk files share: a mapping's keys, and where to report what is wrong.
import type { ParsedFile, Path } from '../catalog/source.ts';
import { meant, named } from '../util/misfit.ts';

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
    report.wrong([...path, key], `unknown key "${named([...path, key])}"`, meant(key, allowed));
}
