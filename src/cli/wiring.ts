// The stages as the commands ask for them. Each is loaded when it is asked for: `waybill --version` reads no knowledge.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem as FactsProblem } from '../catalog/source.ts';
import { count } from '../report/words.ts';
import type { Pipeline } from '../rules/check.ts';
import { UsageError } from '../util/errors.ts';
import type { Stages } from './stages.ts';

/** Cases have no suppressions, so the day does not matter. */
const CASE_DAY = '2000-01-01';

export const stages: Stages = {
  scan: async (options) => {
    for (const directory of options.rulesDirs ?? []) rulesFolder(directory);
    return (await import('../scan.ts')).scan(options);
  },
  rules: async (directories) => (await ruleSet(directories)).rules,
  checkRules: async (given) => {
    const [{ checkRules }, { ownRules }] = await Promise.all([import('../rules/check.ts'), import('../catalog/load.ts')]);
    const directory = given === null ? ownRules() : folder(given);
    const { files, cases, problems } = await checkRules(directory, lazily(given === null ? [] : [directory]));
    if (files === 0) throw empty('rules', directory, 'risks/');
    return {
      checked: `${count(files, 'file of rules', 'files of rules')}${cases > 0 ? `, ${count(cases, 'case')}` : ''}`,
      problems: problems.map(problem),
    };
  },
  explain: async (rule, directories) => {
    const [{ explain }, rules] = await Promise.all([import('../rules/document.ts'), ruleSet(directories)]);
    return explain(rule, rules);
  },
  identifier: async (directories, platform) => {
    const [{ createCatalog }, { identify }] = await Promise.all([import('../catalog/catalog.ts'), import('../catalog/identify.ts')]);
    const catalog = createCatalog(await knowledge(directories));
    if (platform !== null) (await import('./platform.ts')).checkPlatform(catalog, platform);
    return (name) => identify(catalog, name, { platform, expected: true });
  },
  checkKnowledge: async (given) => {
    const [{ checkKnowledge }, { ownRules, readFacts }] = await Promise.all([import('../catalog/check.ts'), import('../catalog/load.ts')]);
    const directory = given === null ? ownRules() : folder(given);
    const files = readFacts(directory).length;
    if (files === 0) throw empty('facts', directory, 'vendors/, names/, platforms/ or lineage/');
    return { checked: count(files, 'file of facts', 'files of facts'), problems: (await checkKnowledge(directory)).map(problem) };
  },
};

async function knowledge(directories: readonly string[]) {
  const { loadKnowledge } = await import('../catalog/load.ts');
  for (const directory of directories) rulesFolder(directory);
  return loadKnowledge(directories);
}

async function ruleSet(directories: readonly string[]) {
  const { loadRules } = await import('../rules/load.ts');
  return loadRules(await knowledge(directories), directories);
}

/** Built when the first case runs: what is wrong in the rules themselves is to be listed, all of it, before. */
function lazily(directories: readonly string[]): Pipeline {
  let built: Promise<Pipeline> | null = null;
  return async (files) => {
    built ??= pipeline(directories);
    return (await built)(files);
  };
}

/** Files in memory through every stage, as the cases of rules are. */
async function pipeline(directories: readonly string[]): Promise<Pipeline> {
  const [{ createCatalog }, { memoryTree }, { scanTree }] = await Promise.all([
    import('../catalog/catalog.ts'),
    import('../discover/tree.ts'),
    import('../scan.ts'),
  ]);
  const rules = await ruleSet(directories);
  const catalog = createCatalog(await knowledge(directories));
  return (files) => scanTree(memoryTree(files), { catalog, rules, today: CASE_DAY });
}

function folder(path: string): string {
  const found = existsSync(path);
  if (found && statSync(path).isDirectory()) return path;
  const [what, hint] = found ? ['not a folder', 'name the folder that holds it'] : ['no such folder', 'check the spelling'];
  throw new UsageError(what, { code: 'missing-path', where: path, hint });
}

const PARTS = ['risks', 'vendors', 'names', 'platforms', 'libraries', 'lineage'];

/** A folder that holds no rules was named by mistake: the scan would look as if they held. */
function rulesFolder(path: string): void {
  folder(path);
  if (!PARTS.some((part) => existsSync(join(path, part)))) throw empty('rules', path, `${PARTS.slice(0, -1).join('/, ')}/ or lineage/`);
}

function empty(what: 'rules' | 'facts', directory: string, folders: string): UsageError {
  return new UsageError(`no files of ${what}`, { code: `no-${what}`, where: directory, hint: `name a folder that holds ${folders}` });
}

function problem({ path, line, what, fix }: FactsProblem) {
  return { where: `${path}:${line}`, message: `${what}; ${fix}` };
}
