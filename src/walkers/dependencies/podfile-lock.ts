// CocoaPods' lockfile: `Name (1.0)`, with what it needs below it, and what the project asks for.
import { parseBlockYaml } from '../../formats/lockfile/block-yaml.ts';
import { entriesOf, get, itemsOf, type Node, type ScalarNode, slice } from '../../formats/nodes.ts';
import { type Graph, graphBuilder } from '../../util/graph.ts';
import { dependencyWalker, listed, type Trouble } from './listing.ts';
import { duplicates, strangeLine, troublesOf } from './trees.ts';

export const podfileLock = dependencyWalker({
  name: 'podfile-lock',
  reads: 'CocoaPods lockfiles (`Podfile.lock`)',
  files: /(?:^|\/)(?:Podfile\.lock|Pods\/Manifest\.lock)$/,
  ecosystem: 'cocoapods',
  list: ({ text }) => {
    const tree = parseBlockYaml(text);
    const [root] = tree.roots;
    const pods = podsOf(root).map(({ pod, version }) => listed(pod, ['PODS', pod.value], { version, key: pod.value }));
    return {
      entries: [...troublesOf(tree), ...duplicates(entriesOf(root)), ...strange(root), ...pods],
      graph: () => graphOf(root),
    };
  },
});

function* strange(root: Node | undefined): Generator<Trouble> {
  for (const item of itemsOf(get(root, 'PODS'))) {
    const text = entriesOf(item)[0]?.key ?? item;
    if (text.kind !== 'scalar' || !/^[^\s()]{1,300}(?: \([^()]{1,100}\))?$/.test(text.value))
      yield strangeLine(item, 'a pod with its version');
  }
}

interface Pod {
  readonly pod: ScalarNode;
  readonly version: string | null;
  readonly needs: readonly Node[];
}

function podsOf(root: Node | undefined): Pod[] {
  return itemsOf(get(root, 'PODS')).flatMap((item) => {
    const [entry] = entriesOf(item);
    const text = entry ? entry.key : item;
    const named = text.kind === 'scalar' ? split(text) : null;
    return named ? [{ ...named, needs: entry ? itemsOf(entry.value) : [] }] : [];
  });
}

/** `Name/Subspec (1.0)`: a part of a pod counts as the pod. */
function split(text: ScalarNode): { readonly pod: ScalarNode; readonly version: string | null } | null {
  const [, name, version] = /^([\w.+-]{1,100})(?:\/[\w./+-]{1,200})?(?: \(([^)]{1,100})\))?/.exec(text.value) ?? [];
  return name ? { pod: slice(text, 0, name.length), version: version ?? null } : null;
}

function graphOf(root: Node | undefined): Graph {
  const graph = graphBuilder();
  const pods = podsOf(root);
  for (const { pod } of pods) graph.node(pod.value, pod.value);
  const nodeOf = (item: Node) => (item.kind === 'scalar' ? graph.find(split(item)?.pod.value ?? '') : undefined);
  for (const item of itemsOf(get(root, 'DEPENDENCIES'))) {
    const node = nodeOf(item);
    if (node !== undefined) graph.root(node, 'runtime');
  }
  for (const { pod, needs } of pods) {
    const from = graph.find(pod.value);
    for (const need of needs) {
      const to = nodeOf(need);
      if (from !== undefined && to !== undefined && from !== to) graph.edge(from, to);
    }
  }
  return graph.build();
}
