// What Python's manifests and lockfiles share.
import { type Entry, entriesOf, get, itemsOf, type Node, type ScalarNode, stringOf } from '../../formats/nodes.ts';
import type { PackageScope } from '../../model.ts';
import { type GraphBuilder, graphBuilder } from '../../util/graph.ts';
import type { Listed } from './listing.ts';
import { listed } from './listing.ts';
import { normalName, requirementIn, versionOf } from './requirements.ts';

/** A list of requirements as strings; what is not a string (`{include-group = ...}`) is none. */
export function* requirementList(node: Node | null, route: readonly string[], scope: PackageScope): Generator<Listed> {
  for (const [index, item] of itemsOf(node).entries()) {
    const text = stringOf(item);
    const entry = text && requirementIn(text, { scope, route: [...route, `[${index}]`] });
    if (entry) yield entry;
  }
}

/** A table of such lists, one a group. */
export function* requirementTable(node: Node | null, route: readonly string[], scope: PackageScope): Generator<Listed> {
  for (const { key, value } of entriesOf(node)) yield* requirementList(value, [...route, key.value], scope);
}

/** A table of `name = "range"` or `name = { version = "range", optional = true }`, as Poetry and Pipenv write it. */
export function* rangeTable(node: Node | null, route: readonly string[], scope: PackageScope): Generator<Listed> {
  for (const { key, value } of entriesOf(node)) {
    if (key.value === 'python') continue;
    const [first = value] = itemsOf(value);
    const range = first.kind === 'scalar' ? first.value : wordOf(get(first, 'version'));
    const isOptional = wordOf(get(first, 'optional')) === 'true';
    yield listed(key, [...route, key.value], { ...poetryRange(range), scope: isOptional ? 'optional' : scope, direct: true });
  }
}

function poetryRange(range: string | null) {
  const exact = /^\d{1,9}(?:\.\d{1,9}){1,4}(?:[a-z.+-][\w.+-]{0,60})?$/i.test(range ?? '');
  return exact ? { requirement: range, version: range } : versionOf(range);
}

export function wordOf(node: Node | null | undefined): string | null {
  return node?.kind === 'scalar' && node.value !== '' ? node.value : null;
}

/** A package of a lockfile with what it needs. */
export interface Locked {
  readonly name: ScalarNode;
  readonly version: string | null;
  readonly scope: PackageScope | null;
  readonly route: readonly string[];
  readonly needs: readonly Need[];
  /** The project's own package: not listed, but what it needs is direct. */
  readonly own?: boolean;
}

export interface Need {
  readonly name: string;
  readonly version: string | null;
  readonly scope: PackageScope;
}

function keyOf({ name, version }: Locked): string {
  return `${normalName(name.value)}@${version ?? ''}`;
}

/** Lists what a lockfile locks, and its graph. Names may stand several times with versions for several platforms. */
export function lockListing(packages: readonly Locked[]) {
  const entries = packages
    .filter(({ own }) => !own)
    .map((locked) => listed(locked.name, locked.route, { version: locked.version, scope: locked.scope, key: keyOf(locked) }));
  return { entries, graph: () => graphOf(packages).build() };
}

function graphOf(packages: readonly Locked[]): GraphBuilder {
  const graph = graphBuilder();
  const byName = new Map<string, string[]>();
  for (const locked of packages) {
    const key = keyOf(locked);
    if (graph.find(key) !== undefined) continue;
    graph.node(key, locked.name.value);
    const name = normalName(locked.name.value);
    byName.set(name, [...(byName.get(name) ?? []).slice(0, 20), key]);
  }
  for (const locked of packages) {
    for (const need of locked.needs) addEdge(graph, locked, { need, keys: byName.get(normalName(need.name)) ?? [] });
  }
  return graph;
}

function addEdge(graph: GraphBuilder, locked: Locked, { need, keys }: { readonly need: Need; readonly keys: readonly string[] }): void {
  const from = graph.find(keyOf(locked));
  const exact = need.version === null ? undefined : graph.find(`${normalName(need.name)}@${need.version}`);
  const targets = exact === undefined ? keys.map((key) => graph.find(key)) : [exact];
  for (const to of targets) {
    if (from === undefined || to === undefined || from === to) continue;
    if (locked.own) graph.root(to, need.scope);
    else graph.edge(from, to);
  }
}

/** `name = ">=1"` or `name = { version = ">=1", optional = true }`: the keys are what is needed. */
export function needsOfTable(node: Node | null): Need[] {
  return entriesOf(node).map(({ key }: Entry) => ({ name: key.value, version: null, scope: 'runtime' }));
}

/** `["name>=1", ...]` */
export function needsOfStrings(node: Node | null): Need[] {
  return itemsOf(node).flatMap((item) => {
    const [name] = /^[A-Za-z0-9][\w.-]{0,200}/.exec(stringOf(item)?.value ?? '') ?? [];
    return name ? [{ name, version: null, scope: 'runtime' as const }] : [];
  });
}

/** `[{ name = "name", version = "1.0" }, ...]` */
export function needsOfTables(node: Node | null, scope: PackageScope = 'runtime'): Need[] {
  return itemsOf(node).flatMap((item) => {
    const name = wordOf(get(item, 'name'));
    return name ? [{ name, version: wordOf(get(item, 'version')), scope }] : [];
  });
}

/** Groups that a lockfile names: everything but the main one is for development. */
export function scopeOfGroups(node: Node | null, main: string): PackageScope | null {
  const groups = itemsOf(node).flatMap((item) => wordOf(item) ?? []);
  if (groups.length === 0) return null;
  return groups.includes(main) ? 'runtime' : 'development';
}
