// The standard lockfile of Python (PEP 751).
import { get, itemsOf, type Node, stringOf } from '../../formats/nodes.ts';
import { parseToml } from '../../formats/toml.ts';
import type { PackageScope } from '../../model.ts';
import { dependencyWalker } from './listing.ts';
import { type Locked, lockListing, needsOfTables, wordOf } from './python.ts';
import { troublesOf, unknownVersion } from './trees.ts';

export const pylock = dependencyWalker({
  name: 'pylock',
  reads: 'standard Python lockfiles (`pylock.toml`, `pylock.NAME.toml`)',
  files: /(?:^|\/)pylock(?:\.[^./]{1,100})?\.toml$/,
  ecosystem: 'pypi',
  list: ({ text }) => {
    const tree = parseToml(text);
    const [root] = tree.roots;
    const { entries, graph } = lockListing(itemsOf(get(root, 'packages')).flatMap(lockedIn));
    return { entries: [...troublesOf(tree), ...unknownVersion(get(root, 'lock-version'), /^1\.\d/), ...entries], graph };
  },
});

function lockedIn(node: Node): Locked[] {
  const name = stringOf(get(node, 'name'));
  if (!name) return [];
  const own = get(node, 'directory') !== null;
  const needs = needsOfTables(get(node, 'dependencies'));
  const scope = scopeOf(wordOf(get(node, 'marker')) ?? '');
  return [{ name, version: wordOf(get(node, 'version')), scope, route: ['packages', name.value], needs, own }];
}

/** A marker says for which extras or groups a package is installed (`'dev' in dependency_groups`); the group `default` is always. */
function scopeOf(marker: string): PackageScope | null {
  const groups = [...marker.matchAll(/["']([\w.-]{1,100})["']\s{1,5}in\s{1,5}(extras|dependency_groups)\b/g)];
  if (groups.length === 0 || groups.some(([, group]) => group === 'default')) return null;
  return groups.some(([, , kind]) => kind === 'extras') ? 'optional' : 'development';
}
