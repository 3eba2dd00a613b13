// The story: what is there, what can matter, what it says, whose it is, what to think of it, what the user wants done.
import { type Catalog, createCatalog } from './catalog/catalog.ts';
import { identifier } from './catalog/identify.ts';
import { loadKnowledge } from './catalog/load.ts';
import { discover } from './discover/discover.ts';
import type { Tree } from './discover/tree.ts';
import type { Document } from './formats/document.ts';
import { askHub } from './lineage/hub.ts';
import { withoutDoubles } from './lineage/images.ts';
import { learnedNames, newlySeen } from './lineage/learned.ts';
import { placed } from './lineage/placed.ts';
import { type Origins, resolve, unresolved } from './lineage/resolve.ts';
import type { Level, Notice, ScanReport, Sighting, Subject } from './model.ts';
import {
  applyPolicy,
  type InlineSuppression,
  inlineSuppressions,
  knownFrom,
  loadPolicy,
  openPolicy,
  type Policy,
} from './policy/policy.ts';
import { prefilter } from './prefilter/prefilter.ts';
import { judge } from './rules/judge.ts';
import { loadRules, type RuleSet } from './rules/load.ts';
import { by } from './util/sort.ts';
import { version } from './util/version.ts';
import { walkers } from './walkers/index.ts';
import { walk } from './walkers/walk.ts';

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
  const knowledge = await loadKnowledge(options.rulesDirs);
  const rules = await loadRules(knowledge, options.rulesDirs);
  const policy = await loadPolicy({ root: listed.root, ...options, rules: rules.rules });
  const tree = withoutPolicy(listed, policy);
  const catalog = createCatalog(knowledge);
  const report = await scanTree(counting(tree, options.onProgress), { ...options, catalog, rules, policy, notices });
  return { report, failOn: policy.failOn };
}

export interface TreeOptions {
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
  const { catalog, rules, policy = openPolicy, today, hub = null } = options;
  const notices = [...(options.notices ?? [])];
  const note = (notice: Notice) => notices.push(notice);
  const origins = originsOf(catalog);
  const { sightings, ignores, coverage } = look(tree, { origins, catalog, note });
  const inventory = await understand(sightings, { origins, hub, note });
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
    coverage,
  };
}

interface Looking {
  readonly origins: Origins;
  readonly catalog: Pick<Catalog, 'literals' | 'libraryLiterals'>;
  readonly note: (notice: Notice) => void;
}

/** What all files say. A name that the tree itself gives to a model is looked for in a second search, which is cheap: it has few names. */
function look(tree: Tree, { origins, catalog: { literals, libraryLiterals }, note }: Looking) {
  const ignores = new Map<string, readonly InlineSuppression[]>();
  const seen = ({ path, text }: Document) => {
    const comments = inlineSuppressions(text);
    if (comments.length > 0) ignores.set(path, comments);
  };
  const selected = prefilter(tree, { walkers, literals, libraryLiterals }, note);
  const sightings = walk(selected.claims, { note, seen });
  const names = learnedNames(sightings, origins);
  // Gaps of the second search are those of the first.
  const again = names.length > 0 ? walk(prefilter(tree, { walkers, literals: names }, () => {}).claims, { note: () => {}, seen }) : [];
  const all = placed([...sightings, ...newlySeen(again, sightings, names)], tree.paths);
  return { sightings: all, ignores, coverage: selected.coverage() };
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
    derivative: (name) => catalog.derivative(name)?.derivative ?? null,
    hub: new Map(),
  };
}

/** A policy speaks about models and uses none. */
function withoutPolicy(tree: Tree, { path }: Policy): Tree {
  if (path === null || !tree.paths.includes(path)) return tree;
  return { ...tree, paths: tree.paths.filter((other) => other !== path), skipped: { ...tree.skipped, policy: 1 } };
}

/** Reads tell how far a scan is: files are read in the order of their paths. */
function counting(tree: Tree, onProgress: ScanOptions['onProgress']): Tree {
  if (!onProgress) return tree;
  const total = tree.paths.length;
  const positions = new Map(tree.paths.map((path, index) => [path, index]));
  return {
    ...tree,
    read: (path, into, position) => {
      if (position === 0) onProgress(positions.get(path) ?? 0, total);
      return tree.read(path, into, position);
    },
  };
}
