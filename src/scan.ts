// The story: what is there, what can matter, what it says, whose it is, what to think of it, what the user wants done.
import { relative, resolve as resolvePath } from 'node:path';
import { type Catalog, createCatalog } from './catalog/catalog.ts';
import { identifier } from './catalog/identify.ts';
import { loadKnowledge } from './catalog/load.ts';
import { parentFacts } from './catalog/parents.ts';
import { discover } from './discover/discover.ts';
import type { Tree } from './discover/tree.ts';
import { askHub } from './lineage/hub.ts';
import { withoutDoubles } from './lineage/images.ts';
import { learnedNames, newlySeen } from './lineage/learned.ts';
import { placed } from './lineage/placed.ts';
import { type Origins, resolve, unresolved } from './lineage/resolve.ts';
import type { Coverage, Level, Notice, ScanReport, Sighting, Subject } from './model.ts';
import { applyPolicy, knownFrom, loadPolicy, openPolicy, type Policy } from './policy/policy.ts';
import type { Reading, Wanted } from './reading/read.ts';
import { openReaders, type Readers, type ReadersOptions } from './reading/readers.ts';
import { judge } from './rules/judge.ts';
import { loadRules, type RuleSet } from './rules/load.ts';
import { by } from './util/sort.ts';
import { version } from './util/version.ts';

export interface ScanOptions {
  /** Directories and files. */
  readonly paths: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Directories of further facts and rules, in the form of `rules/`. */
  readonly rulesDirs?: readonly string[];
  /** A `waybill.yaml`; null: the one in the root, if there is one. */
  readonly configFile?: string | null;
  /** An earlier JSON report; what it holds is not new. */
  readonly baselineFile?: string | null;
  /** ISO date that suppressions are compared with. */
  readonly today: string;
  /** Base URL of a Hugging Face Hub to ask about unknown repositories; null: nobody is asked. */
  readonly hub?: string | null;
  /** A directory for what is worth keeping for the next scan of the same tree; null: nothing is kept. It changes no finding. */
  readonly cacheDir?: string | null;
  readonly onProgress?: ((done: number, total: number) => void) | null;
}

/** `failOn`: the least level that the policy calls a failure. */
export interface ScanOutcome {
  readonly report: ScanReport;
  readonly failOn: Level;
}

/** @throws UsageError for a path, policy or rule that the user can put right. */
export async function scan(options: ScanOptions): Promise<ScanOutcome> {
  const notices: Notice[] = [];
  const listed = await discover(options, (notice) => notices.push(notice));
  const cache = options.cacheDir ? { directory: resolvePath(options.cacheDir) } : null;
  const tree = cache ? withoutFolder(listed, cache.directory) : listed;
  const readers = openReaders(tree, { ...options, cache });
  try {
    const knowledge = await loadKnowledge(options.rulesDirs);
    const rules = await loadRules(knowledge, options.rulesDirs);
    const policy = await loadPolicy({ root: listed.root, ...options, rules: rules.rules });
    const report = await reportOn(withoutPolicy(tree, policy), readers, {
      ...options,
      catalog: createCatalog(knowledge),
      rules,
      policy,
      notices,
    });
    return { report, failOn: policy.failOn };
  } finally {
    readers.close();
  }
}

export interface TreeOptions extends ReadersOptions {
  readonly catalog: Catalog;
  readonly rules: RuleSet;
  /** Absent: nothing is allowed, denied or suppressed. */
  readonly policy?: Policy;
  readonly today: string;
  readonly hub?: string | null;
  /** What was noticed while listing the tree. */
  readonly notices?: readonly Notice[];
}

/** Scans a tree that is already listed: a directory, or files in memory. */
export async function scanTree(tree: Tree, options: TreeOptions): Promise<ScanReport> {
  const readers = openReaders(tree, options);
  try {
    return await reportOn(tree, readers, options);
  } finally {
    readers.close();
  }
}

async function reportOn(tree: Tree, readers: Readers, options: TreeOptions): Promise<ScanReport> {
  const { catalog, rules, policy = openPolicy, today, hub = null } = options;
  const origins = originsOf(catalog);
  const reading = await readTwice((wanted) => readers.read(tree.paths, wanted), catalog, origins);
  const notices = [...(options.notices ?? []), ...reading.notices];
  const note = (notice: Notice) => notices.push(notice);
  const inventory = await understand(placed(reading.sightings, tree.paths), { origins, hub, note });
  const ignores = new Map(reading.ignores);
  const findings = applyPolicy(judge(inventory, rules), policy, { today, note, ignores, known: knownFrom(rules.rules) });
  return {
    schema: 'waybill-report-1',
    waybill: version,
    knowledge: { version: catalog.version, checked: catalog.checked },
    prefix: tree.prefix,
    rules: rules.rules,
    findings,
    inventory,
    notices: notices.toSorted(
      by(
        (n) => n.path ?? '',
        (n) => n.line ?? 0,
        (n) => n.code,
        (n) => n.detail,
      ),
    ),
    coverage: coverageOf(tree, reading),
  };
}

/** A name that the tree itself gives to a model is looked for in a second search, which is cheap: it has few names. */
async function readTwice(read: (wanted: Wanted) => Promise<Reading>, { literals, libraryLiterals }: Catalog, origins: Origins) {
  const first = await read({ literals, libraryLiterals });
  const names = learnedNames(first.sightings, origins);
  if (names.length === 0) return first;
  const again = await read({ literals: names });
  // Gaps of the second search are those of the first.
  return {
    ...first,
    sightings: [...first.sightings, ...newlySeen(again.sightings, first.sightings, names)],
    ignores: [...first.ignores, ...again.ignores],
  };
}

function coverageOf({ skipped: unlisted }: Tree, { counts }: Reading): Coverage {
  const skipped = { ...unlisted };
  for (const [reason, files] of Object.entries(counts.skipped)) skipped[reason] = (skipped[reason] ?? 0) + files;
  const left = Object.values(skipped).reduce((sum, files) => sum + files, 0);
  return { ...counts, skipped, listed: counts.searched + left };
}

interface Understanding {
  readonly origins: Origins;
  readonly hub: string | null;
  readonly note: (notice: Notice) => void;
}

async function understand(sightings: readonly Sighting[], { origins, hub, note }: Understanding): Promise<Subject[]> {
  const answers = hub === null ? origins.hub : await askHub(unresolved(sightings, origins), { url: hub, note });
  return withoutDoubles(resolve(sightings, { ...origins, hub: answers }), sightings);
}

function originsOf(catalog: Catalog): Origins {
  return {
    identify: identifier(catalog),
    derivative: parentFacts(catalog),
    hub: new Map(),
  };
}

/** A cache that lies in the tree holds what an earlier scan read of it: nobody's use of a model. */
function withoutFolder(tree: Tree, folder: string): Tree {
  const below = `${relative(tree.root, folder).replaceAll('\\', '/')}/`;
  return tree.paths.some((path) => path.startsWith(below))
    ? { ...tree, paths: tree.paths.filter((path) => !path.startsWith(below)) }
    : tree;
}

/** A policy speaks about models and uses none. */
function withoutPolicy(tree: Tree, { path }: Policy): Tree {
  if (path === null || !tree.paths.includes(path)) return tree;
  return { ...tree, paths: tree.paths.filter((other) => other !== path), skipped: { ...tree.skipped, policy: 1 } };
}
