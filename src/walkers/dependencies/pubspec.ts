// Dart's manifest.
import { entriesOf, get, type Node } from '../../formats/nodes.ts';
import type { PackageScope } from '../../model.ts';
import { dependencyWalker, type Listed, listed, type Trouble } from './listing.ts';
import { wordOf } from './python.ts';
import { duplicates, readYaml, troublesOf } from './trees.ts';

export const pubspec = dependencyWalker({
  name: 'pubspec',
  reads: 'Dart manifests (`pubspec.yaml`)',
  files: /(?:^|\/)pubspec(?:_overrides)?\.ya?ml$/,
  ecosystem: 'pub',
  list: ({ text }) => ({ entries: list(text) }),
});

const GROUPS: Readonly<Record<string, PackageScope>> = {
  dependencies: 'runtime',
  dev_dependencies: 'development',
  dependency_overrides: 'runtime',
};

function* list(text: string): Generator<Listed | Trouble> {
  const tree = readYaml(text);
  yield* troublesOf(tree);
  for (const [group, scope] of Object.entries(GROUPS)) {
    const entries = entriesOf(get(tree.roots[0], group));
    yield* duplicates(entries);
    for (const { key, value } of entries) {
      const requirement = requirementOf(value);
      const [, exact = null] = /^(\d{1,9}\.\d{1,9}\.\d{1,9}[\w.+-]{0,60})$/.exec(requirement ?? '') ?? [];
      yield listed(key, [group, key.value], { requirement, version: exact, scope, direct: group !== 'dependency_overrides' });
    }
  }
}

/** `^1.0.0`, or a table with a version, a path, a repository or a host. */
function requirementOf(value: Node): string | null {
  return wordOf(value) ?? wordOf(get(value, 'version'));
}
