// Poetry's lockfile. It does not say what the project asked for, so that is what no other package needs.
import { get, itemsOf, type Node, stringOf } from '../../formats/nodes.ts';
import { parseToml } from '../../formats/toml.ts';
import type { PackageScope } from '../../model.ts';
import { dependencyWalker } from './listing.ts';
import { type Locked, lockListing, needsOfTable, scopeOfGroups, wordOf } from './python.ts';
import { troublesOf, unknownVersion } from './trees.ts';

export const poetryLock = dependencyWalker({
  name: 'poetry-lock',
  reads: 'Poetry lockfiles (`poetry.lock`)',
  files: /(?:^|\/)poetry\.lock$/,
  ecosystem: 'pypi',
  list: ({ text }) => {
    const tree = parseToml(text);
    const [root] = tree.roots;
    const packages = itemsOf(get(root, 'package')).flatMap(lockedIn);
    const { entries, graph } = lockListing(packages);
    const version = get(get(root, 'metadata'), 'lock-version');
    return { entries: [...troublesOf(tree), ...unknownVersion(version, /^[12]\.\d/), ...entries], graph };
  },
});

function lockedIn(node: Node): Locked[] {
  const name = stringOf(get(node, 'name'));
  if (!name) return [];
  const version = wordOf(get(node, 'version'));
  return [{ name, version, scope: scopeOf(node), route: ['package', name.value], needs: needsOfTable(get(node, 'dependencies')) }];
}

function scopeOf(node: Node): PackageScope | null {
  if (wordOf(get(node, 'optional')) === 'true') return 'optional';
  const category = wordOf(get(node, 'category'));
  if (category) return category === 'main' ? 'runtime' : 'development';
  return scopeOfGroups(get(node, 'groups'), 'main');
}
