// npm's manifest and its cousins': what a project asks for, with workspaces' catalogs and overrides.
import type { Document } from '../../formats/document.ts';
import { parseJson } from '../../formats/json.ts';
import { type Entry, entriesOf, get, itemsOf, type Node, type ScalarNode, slice, stringOf } from '../../formats/nodes.ts';
import type { PackageScope } from '../../model.ts';
import { dependencyWalker, type Listed, listed, type Trouble } from './listing.ts';
import { settings } from './settings.ts';
import { duplicates, troublesOf } from './trees.ts';

export const packageJson = dependencyWalker({
  name: 'package-json',
  reads: 'npm manifests (`package.json`), their workspaces’ catalogs, overrides and resolutions',
  files: /(?:^|\/)package\.json$/,
  ecosystem: 'npm',
  complete: true,
  list: (document) => ({ entries: list(document) }),
  rest: (document) => settings(document, parseJson(document.text).roots, NO_SETTINGS),
});

const NO_SETTINGS =
  'name version description keywords readme readmeFilename author contributors maintainers repository homepage bugs license funding files main module browser bin man exports imports types typings engines packageManager dependencies devDependencies optionalDependencies peerDependencies peerDependenciesMeta bundledDependencies bundleDependencies overrides resolutions pnpm workspaces catalog catalogs'.split(
    ' ',
  );

const GROUPS: Readonly<Record<string, PackageScope>> = {
  dependencies: 'runtime',
  devDependencies: 'development',
  optionalDependencies: 'optional',
  peerDependencies: 'peer',
};

function* list({ text }: Document): Generator<Listed | Trouble> {
  const tree = parseJson(text);
  const [root] = tree.roots;
  yield* troublesOf(tree);
  for (const [group, scope] of Object.entries(GROUPS)) {
    const entries = entriesOf(get(root, group));
    yield* duplicates(entries);
    for (const entry of entries) yield* npmPackage(entry, [group], scope);
  }
  yield* listBundled(root);
  yield* listCatalogs(root);
  for (const path of [['overrides'], ['resolutions'], ['pnpm', 'overrides']]) {
    yield* listOverrides(path.reduce<Node | null>(get, root ?? null), path, 0);
  }
}

/** An entry whose key is a package's name and whose value is a range, unless it is the range that names the package. */
export function* npmPackage({ key, value }: Entry, route: readonly string[], scope: PackageScope): Generator<Listed> {
  const range = stringOf(value);
  const where = [...route, key.value];
  const alias = range && aliasIn(range);
  if (alias) yield listed(alias.name, where, { ...rangeOf(alias.range), scope, direct: true });
  else yield listed(key, where, { ...rangeOf(range?.value ?? null), scope, direct: true });
}

/** The package that `npm:@scope/name@^1.0.0` installs under another name. */
export function aliasIn(node: ScalarNode): { readonly name: ScalarNode; readonly range: string | null } | null {
  const [, lead = '', name, range] = /^(npm:)(@?[^@\s]{1,214})(?:@(.{1,200}))?$/.exec(node.value) ?? [];
  if (!name) return null;
  return { name: slice(node, lead.length, lead.length + name.length), range: range ?? null };
}

const EXACT = /^[=v]{0,2}(\d{1,9}\.\d{1,9}\.\d{1,9}(?:[-+][\w.+-]{1,100})?)$/;

/** A range that allows one version names it. */
export function rangeOf(range: string | null): { readonly requirement: string | null; readonly version: string | null } {
  const written = range?.trim() || null;
  return { requirement: written, version: EXACT.exec(written ?? '')?.[1] ?? null };
}

function* listBundled(root: Node | undefined): Generator<Listed> {
  const known = new Set(
    ['dependencies', 'optionalDependencies'].flatMap((group) => entriesOf(get(root, group)).map(({ key }) => key.value)),
  );
  for (const group of ['bundledDependencies', 'bundleDependencies']) {
    for (const [index, item] of itemsOf(get(root, group)).entries()) {
      const name = stringOf(item);
      if (name && !known.has(name.value)) yield listed(name, [group, `[${index}]`], { scope: 'runtime', direct: true });
    }
  }
}

/** Bun keeps catalogs beside or within `workspaces`. */
function* listCatalogs(root: Node | undefined): Generator<Listed> {
  for (const path of [[], ['workspaces']]) {
    yield* catalogsIn(path.reduce<Node | null>(get, root ?? null), path);
  }
}

/** A catalog is a list of ranges that the manifests of a workspace refer to. */
export function* catalogsIn(node: Node | null, route: readonly string[]): Generator<Listed> {
  for (const entry of entriesOf(get(node, 'catalog'))) yield* npmPackage(entry, [...route, 'catalog'], 'runtime');
  for (const { key, value } of entriesOf(get(node, 'catalogs'))) {
    for (const entry of entriesOf(value)) yield* npmPackage(entry, [...route, 'catalogs', key.value], 'runtime');
  }
}

const MAX_LEVELS = 10;

/** `{"parent": {"name": "1.0.0"}}`, `"parent/name"`, `"parent>name@1"`: only the last name is a package that is replaced. */
export function* listOverrides(node: Node | null, route: readonly string[], level: number): Generator<Listed> {
  if (level > MAX_LEVELS) return;
  for (const { key, value } of entriesOf(node)) {
    const where = [...route, key.value];
    if (value.kind === 'map') {
      yield* listOverrides(value, where, level + 1);
      continue;
    }
    const range = stringOf(value);
    const alias = range && aliasIn(range);
    const name = alias?.name ?? lastName(key);
    if (name) yield listed(name, where, { ...rangeOf(alias ? alias.range : (range?.value ?? null)), direct: false });
  }
}

function lastName(key: ScalarNode): ScalarNode | null {
  const [, name] = /(?:^|[/>])((?:@[^/@\s>]{1,214}\/)?[^/@\s>*.][^/@\s>*]{0,213})(?:@[^>/]{0,200})?$/.exec(key.value) ?? [];
  if (!name) return null;
  const start = key.value.lastIndexOf(name);
  return slice(key, start, start + name.length);
}
