// Where files of rules and facts are, and their text, under the names that whoever reads a message about them knows.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../util/errors.ts';
import { readRegular } from '../util/regular.ts';
import type { FactsFile } from './source.ts';

/** The YAML files in one part (`vendors`, `risks`) of a directory of rules, by name; none where there is no such part. */
export function filesOf(directory: string, part: string): FactsFile[] {
  const folder = join(directory, part);
  if (!existsSync(folder)) return [];
  const names = listed(folder).filter((name) => /\.ya?ml$/.test(name));
  return names.toSorted().map((name) => {
    const path = join(shownAs(directory), part, name).split(sep).join('/');
    const found = readRegular(join(folder, name), { links: true });
    if ('text' in found) return { path, text: found.text };
    throw unusable(path, `this file of rules or facts ${found.why}`);
  });
}

/** The directory of waybill's own rules. */
export function ownRules(): string {
  return join(packageRoot(), 'rules');
}

/** The nearest directory upwards that has a `package.json`: the same for `src/`, for a bundle in `dist/` and for an installed package. */
export function packageRoot(): string {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(directory, 'package.json')) && dirname(directory) !== directory) directory = dirname(directory);
  return directory;
}

/** As the user wrote it; waybill's own is the same wherever it is installed. */
function shownAs(directory: string): string {
  return resolve(directory) === ownRules() ? 'rules' : directory;
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const isFile = error instanceof Error && 'code' in error && error.code === 'ENOTDIR';
    throw unusable(folder, `this part of the rules ${isFile ? 'is no folder' : 'cannot be read'}`);
  }
}

function unusable(where: string, what: string): UsageError {
  return new UsageError(what, {
    code: 'unusable-rules',
    where,
    hint: 'a directory of rules has folders, and in them YAML files that can be read: put one in its place, or remove it',
  });
}
