// uv's lockfile. The project and its workspaces are packages too, known by a source within the tree.
import { entriesOf, get, itemsOf, type Node, stringOf } from '../../formats/nodes.ts';
import { parseToml } from '../../formats/toml.ts';
import { dependencyWalker } from './listing.ts';
import { type Locked, lockListing, type Need, needsOfTables, wordOf } from './python.ts';
import { troublesOf, unknownVersion } from './trees.ts';

export const uvLock = dependencyWalker({
  name: 'uv-lock',
  reads: 'uv lockfiles (`uv.lock`)',
  files: /(?:^|\/)uv\.lock$/,
  ecosystem: 'pypi',
  list: ({ text }) => {
    const tree = parseToml(text);
    const [root] = tree.roots;
    const { entries, graph } = lockListing(itemsOf(get(root, 'package')).flatMap(lockedIn));
    return { entries: [...troublesOf(tree), ...unknownVersion(get(root, 'version'), /^1$/), ...entries], graph };
  },
});

function lockedIn(node: Node): Locked[] {
  const name = stringOf(get(node, 'name'));
  if (!name) return [];
  const source = get(node, 'source');
  const own = ['virtual', 'editable', 'directory'].some((key) => get(source, key) !== null);
  const version = wordOf(get(node, 'version'));
  return [{ name, version, scope: null, route: ['package', name.value], needs: [...needsOf(node)], own }];
}

function* needsOf(node: Node): Generator<Need> {
  yield* needsOfTables(get(node, 'dependencies'));
  for (const { value } of entriesOf(get(node, 'optional-dependencies'))) yield* needsOfTables(value, 'optional');
  for (const { value } of entriesOf(get(node, 'dev-dependencies'))) yield* needsOfTables(value, 'development');
}
