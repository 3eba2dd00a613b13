// Composer's lockfile. It does not say what the project asked for, so that is what no other package needs.
import { parseJson } from '../../formats/json.ts';
import { entriesOf, get, itemsOf, type Node, stringOf } from '../../formats/nodes.ts';
import type { PackageScope } from '../../model.ts';
import { type Graph, graphBuilder } from '../../util/graph.ts';
import { dependencyWalker, type Listed, listed } from './listing.ts';
import { wordOf } from './python.ts';
import { troublesOf } from './trees.ts';

export const composerLock = dependencyWalker({
  name: 'composer-lock',
  reads: 'Composer lockfiles (`composer.lock`)',
  files: /(?:^|\/)composer\.lock$/,
  ecosystem: 'composer',
  list: ({ text }) => {
    const tree = parseJson(text);
    const [root] = tree.roots;
    return { entries: [...troublesOf(tree), ...list(root)], graph: () => graphOf(root) };
  },
});

const GROUPS: Readonly<Record<string, PackageScope>> = { packages: 'runtime', 'packages-dev': 'development' };

function* list(root: Node | undefined): Generator<Listed> {
  for (const [group, scope] of Object.entries(GROUPS)) {
    for (const node of itemsOf(get(root, group))) {
      const name = stringOf(get(node, 'name'));
      if (name) yield listed(name, [group, name.value], { version: wordOf(get(node, 'version')), scope, key: name.value.toLowerCase() });
    }
  }
}

function graphOf(root: Node | undefined): Graph {
  const graph = graphBuilder();
  const packages = Object.keys(GROUPS).flatMap((group) => itemsOf(get(root, group)));
  for (const node of packages) {
    const name = wordOf(get(node, 'name'));
    if (name) graph.node(name.toLowerCase(), name);
  }
  for (const node of packages) {
    const from = graph.find((wordOf(get(node, 'name')) ?? '').toLowerCase());
    for (const { key } of entriesOf(get(node, 'require'))) {
      const to = graph.find(key.value.toLowerCase());
      if (from !== undefined && to !== undefined) graph.edge(from, to);
    }
  }
  return graph.build();
}
