// Knowledge comes compiled from `dist/knowledge.json`. YAML is read only where that file does not exist yet (tests before the
// first build) or where the user brings rules of his own.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../util/errors.ts';
import { unpacked } from './artefact.ts';
import type { Knowledge } from './facts.ts';
import type { FactsFile } from './source.ts';

const DIRECTORIES = ['lineage', 'names', 'platforms', 'vendors'];

/** @throws UsageError with file, line and a next step for the first mistake in a file of facts. */
export async function loadKnowledge(extraRulesDirs: readonly string[] = []): Promise<Knowledge> {
  const root = packageRoot();
  const artefact = join(root, 'dist', 'knowledge.json');
  if (extraRulesDirs.length === 0 && isFresh(artefact, root)) return unpacked(readFileSync(artefact, 'utf8'));
  return compiled([join(root, 'rules'), ...extraRulesDirs]);
}

/** The directory of waybill's own rules. */
export function ownRules(): string {
  return join(packageRoot(), 'rules');
}

/** The files of facts below a directory of rules, in a fixed order. */
export function readFacts(directory: string): FactsFile[] {
  return DIRECTORIES.flatMap((name) => {
    const folder = join(directory, name);
    if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
    const files = readdirSync(folder).filter((file) => /\.ya?ml$/.test(file));
    return files.toSorted().map((file) => ({ path: `${name}/${file}`, text: readFileSync(join(folder, file), 'utf8') }));
  });
}

/** In a source tree, YAML that was edited after the build wins; an installed package has no source tree. */
function isFresh(artefact: string, root: string): boolean {
  if (!existsSync(artefact)) return false;
  if (!import.meta.url.endsWith('/src/catalog/load.ts')) return true;
  const built = statSync(artefact).mtimeMs;
  const folders = DIRECTORIES.map((name) => join(root, 'rules', name)).filter((folder) => existsSync(folder));
  const files = folders.flatMap((folder) => [folder, ...readdirSync(folder).map((file) => join(folder, file))]);
  return files.every((file) => statSync(file).mtimeMs < built);
}

async function compiled(directories: readonly string[]): Promise<Knowledge> {
  const { compileKnowledge } = await import('./compile.ts');
  const { knowledge, problems } = compileKnowledge(directories.flatMap(readFacts));
  const [first, ...others] = problems;
  if (!first) return knowledge;
  const more = others.length > 0 ? ` (and ${others.length} more: see \`waybill knowledge check\`)` : '';
  throw new UsageError(`${first.what}${more}`, { code: 'invalid-facts', where: `${first.path}:${first.line}`, hint: first.fix });
}

/** The nearest directory upwards that has a `package.json`: the same for `src/`, for a bundle in `dist/` and for an installed package. */
function packageRoot(): string {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(directory, 'package.json')) && dirname(directory) !== directory) directory = dirname(directory);
  return directory;
}
