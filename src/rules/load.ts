// Risks come compiled from `dist/risks.json`. YAML is read only where that file is older than its sources, or where the user
// brings rules of his own.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Knowledge } from '../catalog/facts.ts';
import { ownRules } from '../catalog/load.ts';
import { UsageError } from '../util/errors.ts';
import { by } from '../util/sort.ts';
import type { Risk } from './risk.ts';
import { createRuleSet, type RuleSet } from './ruleset.ts';

export type { RuleSet } from './ruleset.ts';

/** @throws UsageError with file, line and a next step for the first mistake in a file of risks. */
export async function loadRules(knowledge: Knowledge, extraRulesDirs: readonly string[] = []): Promise<RuleSet> {
  return createRuleSet(await loadRisks(extraRulesDirs), knowledge);
}

/** A user's risk of the same class takes the place of waybill's own. */
export async function loadRisks(extraRulesDirs: readonly string[] = []): Promise<readonly Risk[]> {
  const own = ownRules();
  const artefact = join(dirname(own), 'dist', 'risks.json');
  const shipped = isFresh(artefact, join(own, 'risks')) ? (JSON.parse(readFileSync(artefact, 'utf8')) as Risk[]) : await compiled(own);
  const byClass = new Map(shipped.map((risk) => [risk.class, risk]));
  for (const directory of extraRulesDirs) for (const risk of await compiled(directory)) byClass.set(risk.class, risk);
  return [...byClass.values()].toSorted(by((risk) => risk.class));
}

/** An installed package has no sources that could be newer. */
function isFresh(artefact: string, folder: string): boolean {
  if (!existsSync(artefact)) return false;
  if (!import.meta.url.endsWith('/src/rules/load.ts')) return true;
  const built = statSync(artefact).mtimeMs;
  return [folder, ...readdirSync(folder).map((file) => join(folder, file))].every((path) => statSync(path).mtimeMs < built);
}

async function compiled(directory: string): Promise<readonly Risk[]> {
  const { compileRisks } = await import('./compile.ts');
  const { risks, problems } = compileRisks(directory);
  const [first] = problems;
  if (first === undefined) return risks;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more; \`waybill rules check\` lists them)` : '';
  throw new UsageError(`${first.what}${more}`, { code: 'invalid-risk', where: `${first.path}:${first.line}`, hint: first.fix });
}
