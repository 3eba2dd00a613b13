// PDM's lockfile. A package with extras stands twice; both are one.
import { get, itemsOf, type Node, stringOf } from '../../formats/nodes.ts';
import { parseToml } from '../../formats/toml.ts';
import { dependencyWalker } from './listing.ts';
import { type Locked, lockListing, needsOfStrings, scopeOfGroups, wordOf } from './python.ts';
import { troublesOf, unknownVersion } from './trees.ts';

export const pdmLock = dependencyWalker({
  name: 'pdm-lock',
  reads: 'PDM lockfiles (`pdm.lock`)',
  files: /(?:^|\/)pdm\.lock$/,
  ecosystem: 'pypi',
  list: ({ text }) => {
    const tree = parseToml(text);
    const [root] = tree.roots;
    const { entries, graph } = lockListing(itemsOf(get(root, 'package')).flatMap(lockedIn));
    const version = get(get(root, 'metadata'), 'lock_version');
    return { entries: [...troublesOf(tree), ...unknownVersion(version, /^[1-4](?:\.|$)/), ...entries], graph };
  },
});

function lockedIn(node: Node): Locked[] {
  const name = stringOf(get(node, 'name'));
  if (!name) return [];
  const needs = needsOfStrings(get(node, 'dependencies'));
  const scope = scopeOfGroups(get(node, 'groups'), 'default');
  return [{ name, version: wordOf(get(node, 'version')), scope, route: ['package', name.value], needs }];
}
