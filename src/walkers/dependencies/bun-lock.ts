// Bun's lockfile as text: a package is a tuple whose first element is `name@version`; its key is the path of names to it.
import type { Document } from '../../formats/document.ts';
import { parseJson } from '../../formats/json.ts';
import { type Entry, entriesOf, get, itemsOf, type Node, type ScalarNode, slice, stringOf } from '../../formats/nodes.ts';
import type { PackageScope } from '../../model.ts';
import { type Graph, type GraphBuilder, graphBuilder } from '../../util/graph.ts';
import { dependencyWalker, type Listed, type Listing, listed, type Trouble } from './listing.ts';
import { duplicates, troublesOf } from './trees.ts';

export const bunLock = dependencyWalker({
  name: 'bun-lock',
  reads: 'Bun lockfiles (`bun.lock`)',
  files: /(?:^|\/)bun\.lock$/,
  ecosystem: 'npm',
  list,
});

const NEWEST = 2;

function list({ text }: Document): Listing {
  const tree = parseJson(text);
  const [root] = tree.roots;
  return { entries: [...troublesOf(tree), ...entries(root)], graph: () => graphOf(root) };
}

function* entries(root: Node | undefined): Generator<Listed | Trouble> {
  const version = get(root, 'lockfileVersion');
  if (version?.kind === 'scalar' && !(Number(version.value) <= NEWEST)) {
    yield { code: 'unknown-lockfile-version', detail: `lockfileVersion ${version.value.slice(0, 20)} is not known`, offset: version.start };
  }
  const packages = entriesOf(get(root, 'packages'));
  yield* duplicates(packages);
  for (const { key, value } of packages) {
    const found = identify(value);
    if (found) yield listed(found.name, ['packages', key.value], { version: found.version, key: key.value });
  }
}

function identify(value: Node): { readonly name: ScalarNode; readonly version: string | null } | null {
  const text = stringOf(itemsOf(value)[0]);
  const at = text?.value.indexOf('@', 1) ?? -1;
  if (!text || at < 0) return null;
  const version = text.value.slice(at + 1);
  return version.startsWith('workspace:') ? null : { name: slice(text, 0, at), version };
}

const GROUPS: Readonly<Record<string, PackageScope>> = {
  dependencies: 'runtime',
  optionalDependencies: 'optional',
  peerDependencies: 'peer',
  devDependencies: 'development',
};

function graphOf(root: Node | undefined): Graph {
  const graph = graphBuilder();
  const packages = entriesOf(get(root, 'packages'));
  for (const { key, value } of packages) graph.node(key.value, identify(value)?.name.value ?? key.value);
  for (const { value } of entriesOf(get(root, 'workspaces'))) addRoots(graph, value);
  for (const entry of packages) addEdges(graph, entry);
  return graph.build();
}

function addRoots(graph: GraphBuilder, workspace: Node): void {
  const own = stringOf(get(workspace, 'name'))?.value ?? '';
  for (const [group, scope] of Object.entries(GROUPS)) {
    for (const { key } of entriesOf(get(workspace, group))) {
      const node = resolve(graph, own, key.value);
      if (node !== undefined) graph.root(node, scope);
    }
  }
}

function addEdges(graph: GraphBuilder, { key, value }: Entry): void {
  const from = graph.find(key.value);
  const needs = itemsOf(value).find((item) => item.kind === 'map');
  // A peer of what runs is installed beside it, and runs.
  for (const group of ['dependencies', 'optionalDependencies', 'peerDependencies']) {
    for (const { key: name } of entriesOf(get(needs, group))) {
      const to = resolve(graph, key.value, name.value);
      if (from !== undefined && to !== undefined) graph.edge(from, to, group === 'optionalDependencies' ? 'optional' : 'runtime');
    }
  }
}

/** Below the package's own path first, then below those around it. */
function resolve(graph: GraphBuilder, from: string, name: string): number | undefined {
  for (let path = from; ; path = around(path)) {
    const found = graph.find(path === '' ? name : `${path}/${name}`);
    if (found !== undefined || path === '') return found;
  }
}

/** `a/@scope/b` stands below `a`. */
function around(path: string): string {
  const outer = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const start = outer.lastIndexOf('/') + 1;
  return outer[start] === '@' ? outer.slice(0, Math.max(0, start - 1)) : outer;
}
