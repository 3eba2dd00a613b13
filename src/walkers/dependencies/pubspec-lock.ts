// Dart's lockfile: it says who is direct, not who needs whom.
import { parseBlockYaml } from '../../formats/lockfile/block-yaml.ts';
import { entriesOf, get, stringOf } from '../../formats/nodes.ts';
import { dependencyWalker, type Listed, listed, type Trouble } from './listing.ts';
import { wordOf } from './python.ts';
import { duplicates, troublesOf } from './trees.ts';

export const pubspecLock = dependencyWalker({
  name: 'pubspec-lock',
  reads: 'Dart lockfiles (`pubspec.lock`)',
  files: /(?:^|\/)pubspec\.lock$/,
  ecosystem: 'pub',
  list: ({ text }) => ({ entries: list(text) }),
});

function* list(text: string): Generator<Listed | Trouble> {
  const tree = parseBlockYaml(text);
  const [root] = tree.roots;
  yield* troublesOf(tree);
  const packages = entriesOf(get(root, 'packages'));
  yield* duplicates(packages);
  for (const { key, value } of packages) {
    const kind = stringOf(get(value, 'dependency'))?.value ?? 'transitive';
    const scope = kind === 'direct dev' ? 'development' : 'runtime';
    yield listed(key, ['packages', key.value], { version: wordOf(get(value, 'version')), scope, direct: kind !== 'transitive' });
  }
}
