// Cargo's lockfile. Crates without a source are the project's own.
import { get, itemsOf, type Node, stringOf } from '../../formats/nodes.ts';
import { parseToml } from '../../formats/toml.ts';
import { type Graph, graphBuilder } from '../../util/graph.ts';
import { dependencyWalker, type Listed, listed } from './listing.ts';
import { wordOf } from './python.ts';
import { troublesOf, unknownVersion } from './trees.ts';

export const cargoLock = dependencyWalker({
  name: 'cargo-lock',
  reads: 'Cargo lockfiles (`Cargo.lock`)',
  files: /(?:^|\/)Cargo\.lock$/,
  ecosystem: 'cargo',
  list: ({ text }) => {
    const tree = parseToml(text);
    const [root] = tree.roots;
    const packages = itemsOf(get(root, 'package'));
    const entries = [...troublesOf(tree), ...unknownVersion(get(root, 'version'), /^[1-4]$/), ...packages.flatMap(listedIn)];
    return { entries, graph: () => graphOf(packages) };
  },
});

function listedIn(node: Node): Listed[] {
  const name = stringOf(get(node, 'name'));
  if (!name || isOwn(node)) return [];
  return [listed(name, ['package', name.value], { version: wordOf(get(node, 'version')), key: keyOf(node) })];
}

function isOwn(node: Node): boolean {
  return get(node, 'source') === null;
}

/** Two packages may differ in nothing but where they come from; the commit of a repository is not part of that. */
function keyOf(node: Node): string {
  const source = (wordOf(get(node, 'source')) ?? '').replace(/#.*$/, '');
  return `${nameOf(node)} ${wordOf(get(node, 'version')) ?? ''} (${source})`;
}

function nameOf(node: Node): string {
  return wordOf(get(node, 'name')) ?? '';
}

/** A need is written `name`, `name version` or `name version (source)`: as much as tells it from others. */
function graphOf(packages: readonly Node[]): Graph {
  const graph = graphBuilder();
  const byNeed = new Map<string, number>();
  for (const node of packages) {
    const key = keyOf(node);
    const id = graph.node(key, nameOf(node));
    for (const need of [key, key.slice(0, key.lastIndexOf(' (')), nameOf(node)]) byNeed.set(need, id);
  }
  for (const node of packages) {
    const from = graph.find(keyOf(node));
    for (const item of itemsOf(get(node, 'dependencies'))) {
      const need = (wordOf(item) ?? '').replace(/#[^)]{0,100}/, '');
      const to = byNeed.get(need) ?? byNeed.get(need.replace(/ \(.*$/, ''));
      if (from === undefined || to === undefined) continue;
      if (isOwn(node)) graph.root(to, 'runtime');
      else graph.edge(from, to);
    }
  }
  return graph.build();
}
