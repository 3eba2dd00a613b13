// pnpm's lockfile, versions 5 to 9. A package's key holds its name, its version and the peers it was resolved with; packages
// that differ only in their peers are one.
import type { Document } from '../../formats/document.ts';
import { parseBlockYaml } from '../../formats/lockfile/block-yaml.ts';
import { type Entry, entriesOf, get, type Node, type ScalarNode, slice, stringOf } from '../../formats/nodes.ts';
import type { PackageScope } from '../../model.ts';
import { type Graph, type GraphBuilder, graphBuilder } from '../../util/graph.ts';
import { dependencyWalker, type Listed, type Listing, listed, type Trouble } from './listing.ts';
import { duplicates, troublesOf } from './trees.ts';

const KNOWN = { oldest: 5, newest: 9 };

export const pnpmLock = dependencyWalker({
  name: 'pnpm-lock',
  reads: 'pnpm lockfiles (`pnpm-lock.yaml`), versions 5 to 9',
  files: /(?:^|\/)pnpm-lock\.ya?ml$/,
  ecosystem: 'npm',
  list,
});

function list({ text }: Document): Listing {
  const tree = parseBlockYaml(text);
  const { roots } = tree;
  return { entries: [...troublesOf(tree), ...entries(roots)], graph: () => graphOf(roots) };
}

function* entries(roots: readonly Node[]): Generator<Listed | Trouble> {
  for (const root of roots) {
    yield* checkVersion(root);
    const packages = entriesOf(get(root, 'packages'));
    yield* duplicates(packages);
    const specifiers = specifiersOf(root);
    const optional = optionalIn(root);
    for (const entry of packages) {
      const found = listedAs(entry, specifiers);
      yield found.key !== undefined && optional.has(found.key) ? { ...found, scope: 'optional' } : found;
    }
  }
}

/** Since version 9 the flag stands where the needs stand, once for each set of peers. */
function optionalIn(root: Node): ReadonlySet<string> {
  const optional = new Set<string>();
  const needed = new Set<string>();
  for (const { key, value } of entriesOf(get(root, 'snapshots')))
    (scopeOf(value) === 'optional' ? optional : needed).add(baseOf(key.value));
  return new Set([...optional].filter((base) => !needed.has(base)));
}

function* checkVersion(root: Node): Generator<Trouble> {
  const version = get(root, 'lockfileVersion');
  if (version?.kind !== 'scalar') return;
  const major = Math.trunc(Number(version.value));
  if (major >= KNOWN.oldest && major <= KNOWN.newest) return;
  yield { code: 'unknown-lockfile-version', detail: `lockfileVersion ${version.value.slice(0, 20)} is not known`, offset: version.start };
}

function listedAs({ key, value }: Entry, specifiers: ReadonlyMap<string, string>): Listed {
  const { name, version } = identify(key, value);
  const base = baseOf(key.value);
  return listed(name, ['packages', key.value], { version, scope: scopeOf(value), key: base, requirement: specifiers.get(base) ?? null });
}

/** `/name/1.0.0_peer@1.0.0`, `/name@1.0.0(peer@1.0.0)`, `name@1.0.0`; a package from elsewhere says its name inside. */
function identify(key: ScalarNode, value: Node): { readonly name: ScalarNode; readonly version: string | null } {
  const own = stringOf(get(value, 'name'));
  const ownVersion = get(value, 'version');
  const known = ownVersion?.kind === 'scalar' ? ownVersion.value : null;
  if (own) return { name: own, version: known };
  const base = baseOf(key.value);
  const lead = base.startsWith('/') ? 1 : 0;
  const at = base.indexOf('@', lead + 1);
  const slash = base.lastIndexOf('/');
  // Before version 6 a slash stood between name and version.
  const end = at > 0 ? at : slash > lead ? slash : base.length;
  return { name: slice(key, lead, end), version: known ?? (base.slice(end + 1) || null) };
}

/** Without the peers. */
function baseOf(path: string): string {
  const open = path.indexOf('(');
  if (open >= 0) return path.slice(0, open);
  const [, base] = /^(\/(?:@[^/]{1,214}\/)?[^/@]{1,214}\/[^_]{1,200})_/.exec(path) ?? [];
  return base ?? path;
}

function scopeOf(value: Node): PackageScope | null {
  const flag = (name: string) => {
    const found = get(value, name);
    return found?.kind === 'scalar' ? found.value : null;
  };
  if (flag('dev') === 'true') return 'development';
  if (flag('optional') === 'true') return 'optional';
  return flag('dev') === 'false' ? 'runtime' : null;
}

const GROUPS: Readonly<Record<string, PackageScope>> = {
  dependencies: 'runtime',
  optionalDependencies: 'optional',
  devDependencies: 'development',
};

/** One directory of the project. Without workspaces the file itself is the only one. */
function importersOf(root: Node): readonly Node[] {
  const importers = entriesOf(get(root, 'importers'));
  return importers.length > 0 ? importers.map(({ value }) => value) : [root];
}

interface Wanted {
  readonly name: string;
  /** Version or key of what the name stands for. */
  readonly target: string;
  readonly specifier: string | null;
  readonly scope: PackageScope;
}

function* wantedBy(node: Node): Generator<Wanted> {
  const specifiers = get(node, 'specifiers');
  for (const [group, scope] of Object.entries(GROUPS)) {
    for (const { key, value } of entriesOf(get(node, group))) {
      const target = value.kind === 'map' ? get(value, 'version') : value;
      const specifier = value.kind === 'map' ? get(value, 'specifier') : specifiers && get(specifiers, key.value);
      if (target?.kind !== 'scalar' || target.value.startsWith('link:')) continue;
      yield { name: key.value, target: target.value, scope, specifier: specifier?.kind === 'scalar' ? specifier.value : null };
    }
  }
}

/** The keys under which a wanted package may stand: by name and version, as all new files have it, or as it is. */
function* keysOf({ name, target }: Wanted): Generator<string> {
  const base = baseOf(target);
  yield `${name}@${base}`;
  yield `/${name}@${base}`;
  yield `/${name}/${base.split('_', 1)[0] ?? base}`;
  yield base;
  yield baseOf(`/${target}`);
}

function specifiersOf(root: Node): ReadonlyMap<string, string> {
  const specifiers = new Map<string, string>();
  for (const importer of importersOf(root)) {
    for (const wanted of wantedBy(importer)) {
      for (const key of keysOf(wanted)) if (wanted.specifier && !specifiers.has(key)) specifiers.set(key, wanted.specifier);
    }
  }
  return specifiers;
}

function graphOf(roots: readonly Node[]): Graph {
  const graph = graphBuilder();
  for (const root of roots) {
    const packages = entriesOf(get(root, 'packages'));
    for (const { key, value } of packages) graph.node(baseOf(key.value), identify(key, value).name.value);
  }
  for (const root of roots) {
    for (const importer of importersOf(root)) {
      for (const wanted of wantedBy(importer)) {
        const node = find(graph, wanted);
        if (node !== undefined) graph.root(node, wanted.scope);
      }
    }
    // Since version 9 what a package needs stands apart from what it is.
    for (const group of ['packages', 'snapshots']) addEdges(graph, entriesOf(get(root, group)));
  }
  return graph.build();
}

function addEdges(graph: GraphBuilder, packages: readonly Entry[]): void {
  for (const { key, value } of packages) {
    const from = graph.find(baseOf(key.value));
    if (from === undefined) continue;
    for (const wanted of wantedBy(value)) {
      const to = wanted.scope === 'development' ? undefined : find(graph, wanted);
      if (to !== undefined) graph.edge(from, to);
    }
  }
}

function find(graph: GraphBuilder, wanted: Wanted): number | undefined {
  for (const key of keysOf(wanted)) {
    const node = graph.find(key);
    if (node !== undefined) return node;
  }
  return undefined;
}
