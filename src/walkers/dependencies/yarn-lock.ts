// Yarn's lockfiles: version 1 in a format of its own, later ones ("Berry") in YAML. A block's key lists the descriptors
// (name and range) that it answers; only the first one's name is the package's place.
import type { Document } from '../../formats/document.ts';
import { parseBlockYaml } from '../../formats/lockfile/block-yaml.ts';
import { descriptorsOf, parseYarn } from '../../formats/lockfile/yarn.ts';
import { type Entry, entriesOf, get, type Node, type ScalarNode, slice } from '../../formats/nodes.ts';
import { type Graph, type GraphBuilder, graphBuilder } from '../../util/graph.ts';
import { dependencyWalker, type Listed, type Listing, listed, type Trouble } from './listing.ts';
import { duplicates, troublesOf } from './trees.ts';

export const yarnLock = dependencyWalker({
  name: 'yarn-lock',
  reads: 'Yarn lockfiles (`yarn.lock`), version 1 and Berry',
  files: /(?:^|\/)yarn\.lock$/,
  ecosystem: 'npm',
  list,
});

const NEWEST = 20;

function list({ text }: Document): Listing {
  const isBerry = /^__metadata:/m.test(text.slice(0, 5000));
  const tree = isBerry ? parseBlockYaml(text) : parseYarn(text);
  const [root] = tree.roots;
  const blocks = entriesOf(root).filter(({ key }) => key.value !== '__metadata');
  return { entries: [...troublesOf(tree), ...entries(root, blocks)], graph: () => graphOf(blocks) };
}

function* entries(root: Node | undefined, blocks: readonly Entry[]): Generator<Listed | Trouble> {
  const version = get(get(root, '__metadata'), 'version');
  if (version?.kind === 'scalar' && !(Number(version.value.replace(/c\d{1,4}$/, '')) <= NEWEST)) {
    yield { code: 'unknown-lockfile-version', detail: `version ${version.value.slice(0, 20)} is not known`, offset: version.start };
  }
  yield* duplicates(blocks);
  for (const block of blocks) {
    const [first] = descriptorsOf(block.key);
    if (!first || isWorkspace(block)) continue;
    const { name, range } = split(first);
    yield listed(name, [block.key.value], { version: field(block.value, 'version'), requirement: range, key: block.key.value });
  }
}

function field(node: Node, name: string): string | null {
  const found = get(node, name);
  return found?.kind === 'scalar' && found.value !== '' ? found.value : null;
}

/** The project itself or one of its workspaces. */
function isWorkspace({ key, value }: Entry): boolean {
  return field(value, 'linkType') === 'soft' || /@(?:workspace|link|portal):/.test(key.value);
}

/** `name@range`, `name@npm:range`, `alias@npm:name@range` */
function split(descriptor: ScalarNode): { readonly name: ScalarNode; readonly range: string | null } {
  const { value } = descriptor;
  const [, lead = '', real] = /^([^@]?[^@]{0,214}@npm:)(@?[^@\s]{1,214})@/.exec(value) ?? [];
  const start = real ? lead.length : 0;
  const at = value.indexOf('@', 1);
  const end = real ? start + real.length : at < 0 ? value.length : at;
  return { name: slice(descriptor, start, end), range: value.slice(end + 1).replace(/^npm:/, '') || null };
}

function graphOf(blocks: readonly Entry[]): Graph {
  const graph = graphBuilder();
  const byDescriptor = new Map<string, string>();
  for (const { key } of blocks) {
    const descriptors = descriptorsOf(key);
    const [first] = descriptors;
    if (first) graph.node(key.value, split(first).name.value);
    // Berry binds a local package to who asks for it: `name@file:x.tgz::locator=...`.
    for (const { value } of descriptors) byDescriptor.set(value.replace(/::.*$/, ''), key.value);
  }
  for (const { key } of blocks) addPatched(graph, key, byDescriptor);
  const workspaces = new Set(blocks.filter(isWorkspace).map(({ key }) => key.value));
  for (const block of blocks) addEdges(graph, block, { byDescriptor, workspaces });
  return graph.build();
}

/** `name@patch:name@npm%3A1.0.0#...`: Yarn puts it in the place of what it was made from, and nobody asks for it by that name. */
function addPatched(graph: GraphBuilder, key: ScalarNode, byDescriptor: ReadonlyMap<string, string>): void {
  for (const { value } of descriptorsOf(key)) {
    const [, source] = /@patch:([^#]{1,400})#/.exec(value) ?? [];
    const from = source && graph.find(byDescriptor.get(source.replace(/%3A/gi, ':')) ?? '');
    const to = graph.find(key.value);
    if (from !== undefined && from !== '' && to !== undefined) graph.edge(from, to);
  }
}

interface Index {
  readonly byDescriptor: ReadonlyMap<string, string>;
  readonly workspaces: ReadonlySet<string>;
}

function addEdges(graph: GraphBuilder, { key, value }: Entry, { byDescriptor, workspaces }: Index): void {
  const from = graph.find(key.value);
  for (const [group, scope] of [
    ['dependencies', 'runtime'],
    ['optionalDependencies', 'optional'],
  ] as const) {
    for (const { key: name, value: range } of entriesOf(get(value, group))) {
      if (range.kind !== 'scalar') continue;
      const found = byDescriptor.get(`${name.value}@${range.value}`) ?? byDescriptor.get(`${name.value}@npm:${range.value}`);
      const to = found === undefined ? undefined : graph.find(found);
      if (from === undefined || to === undefined || found === undefined) continue;
      if (!workspaces.has(key.value)) graph.edge(from, to, scope);
      else if (!workspaces.has(found)) graph.root(to, scope);
    }
  }
}
