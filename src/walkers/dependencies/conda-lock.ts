// conda-lock's file: packages of conda and pip, one entry a platform.
import { parseBlockYaml } from '../../formats/lockfile/block-yaml.ts';
import { entriesOf, get, itemsOf, type Node, stringOf } from '../../formats/nodes.ts';
import { type Graph, graphBuilder } from '../../util/graph.ts';
import { dependencyWalker, type Listed, listed } from './listing.ts';
import { wordOf } from './python.ts';
import { normalName } from './requirements.ts';
import { troublesOf, unknownVersion } from './trees.ts';

export const condaLock = dependencyWalker({
  name: 'conda-lock',
  reads: 'conda lockfiles (`conda-lock.yml`)',
  files: /(?:^|\/)[\w.-]{0,60}conda-lock\.ya?ml$/,
  ecosystem: 'conda',
  list: ({ text }) => {
    const tree = parseBlockYaml(text);
    const [root] = tree.roots;
    const packages = itemsOf(get(root, 'package'));
    const troubles = [...troublesOf(tree), ...unknownVersion(get(root, 'version'), /^1$/)];
    return { entries: [...troubles, ...packages.flatMap(listedIn)], graph: () => graphOf(packages) };
  },
});

function listedIn(node: Node): Listed[] {
  const name = stringOf(get(node, 'name'));
  if (!name) return [];
  const category = wordOf(get(node, 'category')) ?? 'main';
  const scope =
    wordOf(get(node, 'optional')) === 'true' && category === 'main' ? 'optional' : category === 'main' ? 'runtime' : 'development';
  const ecosystem = wordOf(get(node, 'manager')) === 'pip' ? 'pypi' : 'conda';
  return [listed(name, ['package', name.value], { version: wordOf(get(node, 'version')), scope, ecosystem, key: keyOf(node, name.value) })];
}

function keyOf(node: Node, name: string): string {
  return `${wordOf(get(node, 'platform')) ?? ''} ${normalName(name)}`;
}

function graphOf(packages: readonly Node[]): Graph {
  const graph = graphBuilder();
  const nameOf = (node: Node) => wordOf(get(node, 'name')) ?? '';
  for (const node of packages) graph.node(keyOf(node, nameOf(node)), nameOf(node));
  for (const node of packages) {
    const from = graph.find(keyOf(node, nameOf(node)));
    for (const { key } of entriesOf(get(node, 'dependencies'))) {
      const to = graph.find(keyOf(node, key.value));
      if (from !== undefined && to !== undefined) graph.edge(from, to);
    }
  }
  return graph.build();
}
