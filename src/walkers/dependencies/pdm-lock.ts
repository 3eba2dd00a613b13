// PDM's lockfile. A package with extras stands twice; both are one.
import { get, itemsOf, type Node, stringOf } from '../../formats/nodes.ts';
import { parseToml } from '../../formats/toml.ts';
import type { PackageScope } from '../../model.ts';
import { dependencyWalker } from './listing.ts';
import { type Locked, lockListing, needsOfStrings, wordOf } from './python.ts';
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
  const groups = itemsOf(get(node, 'groups')).flatMap((item) => wordOf(item) ?? []);
  const scope = groups.length === 0 ? null : scopeOf(groups);
  return [{ name, version: wordOf(get(node, 'version')), scope, route: ['package', name.value], needs }];
}

/** The file does not tell the project's extras from its groups for development; those have names of their own. */
function scopeOf(groups: readonly string[]): PackageScope {
  if (groups.includes('default')) return 'runtime';
  return groups.every((group) => DEVELOPMENT.test(group)) ? 'development' : 'optional';
}

const DEVELOPMENT =
  /(?:^|[-_])(?:dev|develop(?:ment)?|tests?|testing|lint(?:ing|er|ers)?|docs?|typing|types|format(?:ting)?|ci|build|tools?|tox|nox|release)(?:$|[-_\d])/i;
