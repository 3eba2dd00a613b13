// Gradle's version catalogs: libraries by module, or by group and name, with versions of their own or shared ones.
import { at, type Entry, entriesOf, get, type Node, type ScalarNode, slice, stringOf } from '../../formats/nodes.ts';
import { parseToml } from '../../formats/toml.ts';
import { dependencyWalker, type Listed, type Trouble } from './listing.ts';
import { mavenPackage } from './maven.ts';
import { wordOf } from './python.ts';
import { duplicates, troublesOf } from './trees.ts';

export const versionCatalog = dependencyWalker({
  name: 'version-catalog',
  reads: 'Gradle version catalogs (`*.versions.toml`)',
  files: /(?:^|\/)[\w.-]{1,60}\.versions\.toml$/,
  ecosystem: 'maven',
  list: ({ text }) => ({ entries: list(text) }),
});

function* list(text: string): Generator<Listed | Trouble> {
  const tree = parseToml(text);
  yield* troublesOf(tree);
  const [root] = tree.roots;
  const versions = get(root, 'versions');
  const libraries = entriesOf(get(root, 'libraries'));
  yield* duplicates(libraries);
  for (const entry of libraries) yield* library(entry, versions);
}

function* library({ key, value }: Entry, versions: Node | null): Generator<Listed> {
  const notation = stringOf(value) ?? stringOf(get(value, 'module'));
  const [group, artifact, written] = notation ? parts(notation) : [stringOf(get(value, 'group')), stringOf(get(value, 'name')), null];
  if (!group || !artifact) return;
  const version = written?.value ?? versionOf(get(value, 'version'), versions);
  yield mavenPackage({ group, artifact, version, scope: 'runtime', route: ['libraries', key.value] });
}

/** `group:artifact:version` */
function parts(notation: ScalarNode): readonly (ScalarNode | null)[] {
  const [group = '', artifact = '', version] = notation.value.split(':', 3);
  const at = group.length + 1;
  const end = at + artifact.length;
  if (artifact === '') return [];
  return [slice(notation, 0, group.length), slice(notation, at, end), version ? slice(notation, end + 1, end + 1 + version.length) : null];
}

function versionOf(node: Node | null, versions: Node | null): string | null {
  const shared = wordOf(get(node, 'ref'));
  const found = shared === null ? node : at(versions, shared);
  for (const key of ['strictly', 'require', 'prefer']) {
    const rich = wordOf(get(found, key));
    if (rich) return rich;
  }
  return wordOf(found);
}
