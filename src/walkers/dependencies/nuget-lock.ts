// NuGet's lockfile: packages by target framework, each direct, transitive, central or a project.
import { parseJson } from '../../formats/json.ts';
import { type Entry, entriesOf, get, type Node } from '../../formats/nodes.ts';
import { type Graph, graphBuilder } from '../../util/graph.ts';
import { dependencyWalker, type Listed, listed, type Trouble } from './listing.ts';
import { wordOf } from './python.ts';
import { duplicates, troublesOf, unknownVersion } from './trees.ts';

export const nugetLock = dependencyWalker({
  name: 'nuget-lock',
  reads: 'NuGet lockfiles (`packages.lock.json`)',
  files: /(?:^|\/)packages(?:\.[\w.-]{1,60})?\.lock\.json$/,
  ecosystem: 'nuget',
  list: ({ text }) => {
    const tree = parseJson(text);
    const [root] = tree.roots;
    const frameworks = entriesOf(get(root, 'dependencies'));
    return {
      entries: [...troublesOf(tree), ...unknownVersion(get(root, 'version'), /^[12]$/), ...entries(frameworks)],
      graph: () => graphOf(frameworks),
    };
  },
});

function* entries(frameworks: readonly Entry[]): Generator<Listed | Trouble> {
  for (const { key: framework, value } of frameworks) {
    yield* duplicates(entriesOf(value));
    for (const { key, value: found } of entriesOf(value)) {
      if (typeOf(found) === 'Project') continue;
      const route = ['dependencies', framework.value, key.value];
      const rest = {
        version: wordOf(get(found, 'resolved')),
        requirement: wordOf(get(found, 'requested')),
        key: keyOf(framework.value, key.value),
      };
      yield listed(key, route, { ...rest, direct: typeOf(found) === 'Direct' });
    }
  }
}

function typeOf(node: Node): string | null {
  return wordOf(get(node, 'type'));
}

/** Names differ in nothing but case. */
function keyOf(framework: string, name: string): string {
  return `${framework} ${name.toLowerCase()}`;
}

function graphOf(frameworks: readonly Entry[]): Graph {
  const graph = graphBuilder();
  for (const { key: framework, value } of frameworks) {
    for (const { key, value: found } of entriesOf(value)) {
      const node = graph.node(keyOf(framework.value, key.value), key.value);
      if (typeOf(found) === 'Direct' || typeOf(found) === 'Project') graph.root(node, 'runtime');
    }
    for (const { key, value: found } of entriesOf(value)) {
      const from = graph.find(keyOf(framework.value, key.value));
      for (const { key: needed } of entriesOf(get(found, 'dependencies'))) {
        const to = graph.find(keyOf(framework.value, needed.value));
        if (from !== undefined && to !== undefined) graph.edge(from, to);
      }
    }
  }
  return graph.build();
}
