// Cargo's manifest: tables of crates, also for single platforms, workspaces and patches.
import { at, type Entry, entriesOf, get, type Node, stringOf } from '../../formats/nodes.ts';
import { parseToml } from '../../formats/toml.ts';
import type { PackageScope } from '../../model.ts';
import { dependencyWalker, type Listed, listed, type Trouble } from './listing.ts';
import { wordOf } from './python.ts';
import { duplicates, troublesOf } from './trees.ts';

export const cargoToml = dependencyWalker({
  name: 'cargo-toml',
  reads: 'Cargo manifests (`Cargo.toml`)',
  files: /(?:^|\/)Cargo\.toml$/,
  ecosystem: 'cargo',
  list: ({ text }) => ({ entries: list(text) }),
});

const GROUPS: Readonly<Record<string, PackageScope>> = {
  dependencies: 'runtime',
  'dev-dependencies': 'development',
  'build-dependencies': 'build',
};

function* list(text: string): Generator<Listed | Trouble> {
  const tree = parseToml(text);
  yield* troublesOf(tree);
  const [root] = tree.roots;
  yield* groups(root, []);
  yield* groups(get(root, 'workspace'), ['workspace']);
  for (const { key, value } of entriesOf(get(root, 'target'))) yield* groups(value, ['target', key.value]);
  for (const { key, value } of entriesOf(get(root, 'patch'))) {
    for (const entry of entriesOf(value)) yield { ...crate(entry, ['patch', key.value], 'runtime'), direct: false };
  }
}

function* groups(node: Node | null | undefined, route: readonly string[]): Generator<Listed | Trouble> {
  for (const [group, scope] of Object.entries(GROUPS)) {
    const entries = entriesOf(at(node, group));
    yield* duplicates(entries);
    for (const entry of entries) yield crate(entry, [...route, group], scope);
  }
}

/** `name = "1.0"` or `name = { package = "real-name", version = "1.0", optional = true }` */
function crate({ key, value }: Entry, route: readonly string[], scope: PackageScope): Listed {
  const requirement = wordOf(value) ?? wordOf(get(value, 'version'));
  const [, exact = null] = /^=\s{0,5}(\d{1,9}\.\d{1,9}\.\d{1,9}[\w.+-]{0,60})$/.exec(requirement ?? '') ?? [];
  const optional = wordOf(get(value, 'optional')) === 'true';
  const name = stringOf(get(value, 'package')) ?? key;
  return listed(name, [...route, key.value], { requirement, version: exact, scope: optional ? 'optional' : scope, direct: true });
}
