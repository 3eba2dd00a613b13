// Knowledge comes compiled from `dist/knowledge.json`. YAML is read only where that file does not exist yet (tests before the
// first build) or where the user brings rules of his own.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../util/errors.ts';
import { unpacked } from './artefact.ts';
import type { Knowledge } from './facts.ts';
import { filesOf, ownRules, packageRoot } from './files.ts';
import type { FactsFile } from './source.ts';

export { ownRules };

const DIRECTORIES = ['libraries', 'lineage', 'names', 'platforms', 'vendors'];

/** @throws UsageError with file, line and a next step for the first mistake in a file of facts. */
export async function loadKnowledge(extraRulesDirs: readonly string[] = []): Promise<Knowledge> {
  const root = packageRoot();
  const artefact = join(root, 'dist', 'knowledge.json');
  if (extraRulesDirs.length === 0 && isFresh(artefact, root)) return unpacked(readFileSync(artefact, 'utf8'));
  return compiled([ownRules(), ...extraRulesDirs]);
}

/** The files of facts below a directory of rules, in a fixed order. */
export function readFacts(directory: string): FactsFile[] {
  return DIRECTORIES.flatMap((name) => filesOf(directory, name));
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
