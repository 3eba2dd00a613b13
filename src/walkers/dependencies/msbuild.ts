// .NET projects and what they share: package references, central versions, and the older `packages.config`.

import { type ScalarNode, slice } from '../../formats/nodes.ts';
import { child, descendants, type Element, parseXml } from '../../formats/xml.ts';
import type { PackageScope } from '../../model.ts';
import { dependencyWalker, type Listed, listed, type Trouble } from './listing.ts';

export const msbuild = dependencyWalker({
  name: 'msbuild',
  reads: '.NET projects (`*.csproj`, `*.fsproj`, `*.vbproj`, `*.props`, `*.targets`, `packages.config`)',
  files: /\.(?:cs|fs|vb)proj$|(?:^|\/)(?:Directory\.(?:Packages|Build)\.(?:props|targets)|packages\.config)$|\.(?:props|targets|nuspec)$/i,
  ecosystem: 'nuget',
  list: ({ text }) => ({ entries: list(text) }),
});

/** The element, the attribute that names the package, and whether it says that the project uses it. */
const ELEMENTS: Readonly<Record<string, { readonly id: string; readonly direct: boolean }>> = {
  PackageReference: { id: 'Include', direct: true },
  GlobalPackageReference: { id: 'Include', direct: true },
  PackageVersion: { id: 'Include', direct: false },
  DotNetCliToolReference: { id: 'Include', direct: true },
  package: { id: 'id', direct: true },
  dependency: { id: 'id', direct: true },
};

function* list(text: string): Generator<Listed | Trouble> {
  const { root, problem } = parseXml(text);
  if (problem && root) yield { code: 'unreadable-part', ...problem };
  const properties = propertiesOf(root);
  for (const element of descendants(root, new Set(Object.keys(ELEMENTS)))) yield* listedIn(element, properties);
}

/** Of a property that is written several times, under conditions, none is known. */
function propertiesOf(root: Element | null): ReadonlyMap<string, string | null> {
  const properties = new Map<string, string | null>();
  for (const group of descendants(root, new Set(['PropertyGroup']))) {
    for (const { name, text } of group.children)
      properties.set(name.toLowerCase(), properties.has(name.toLowerCase()) ? null : (text?.value ?? null));
  }
  return properties;
}

function* listedIn(element: Element, properties: ReadonlyMap<string, string | null>): Generator<Listed> {
  const { id, direct } = ELEMENTS[element.name] ?? { id: 'Include', direct: true };
  const names = element.attributes.get(id) ?? element.attributes.get('Update');
  if (!names) return;
  const written = settingOf(element, 'VersionOverride') ?? settingOf(element, 'Version') ?? settingOf(element, 'version');
  const requirement =
    written?.replace(/\$\(([\w.-]{1,100})\)/g, (whole, name: string) => properties.get(name.toLowerCase()) ?? whole) ?? null;
  const [, exact = null] = /^\[?(\d{1,9}(?:\.\d{1,9}){1,3}(?:-[\w.-]{1,60})?)\]?$/.exec(requirement ?? '') ?? [];
  for (const name of itemsIn(names))
    yield listed(name, [element.name, name.value], { requirement, version: exact, scope: scopeOf(element), direct });
}

/** Items may stand in one attribute, with semicolons between them; some are computed elsewhere. */
function itemsIn(names: ScalarNode): readonly ScalarNode[] {
  return [...names.value.matchAll(/[^;]{1,300}/g)].flatMap(({ 0: item, index }) => {
    const start = index + item.length - item.trimStart().length;
    return item.trim() === '' || /[$@%]\(/.test(item) ? [] : slice(names, start, start + item.trim().length);
  });
}

/** As an attribute or as an element. */
function settingOf(element: Element, name: string): string | null {
  return element.attributes.get(name)?.value ?? child(element, name)?.text?.value ?? null;
}

function scopeOf(element: Element): PackageScope {
  if (settingOf(element, 'developmentDependency') === 'true') return 'development';
  return settingOf(element, 'PrivateAssets')?.toLowerCase() === 'all' ? 'build' : 'runtime';
}
