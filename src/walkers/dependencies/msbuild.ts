// .NET projects and what they share: package references, central versions, and the older `packages.config`.
import { child, descendants, type Element, parseXml } from '../../formats/lockfile/xml.ts';
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
  for (const element of descendants(root, new Set(Object.keys(ELEMENTS)))) yield* listedIn(element);
}

function* listedIn(element: Element): Generator<Listed> {
  const { id, direct } = ELEMENTS[element.name] ?? { id: 'Include', direct: true };
  const name = element.attributes.get(id) ?? element.attributes.get('Update');
  if (!name || name.value.trim() === '' || /[$@%]\(/.test(name.value)) return;
  const requirement = settingOf(element, 'VersionOverride') ?? settingOf(element, 'Version') ?? settingOf(element, 'version');
  const [, exact = null] = /^\[?(\d{1,9}(?:\.\d{1,9}){1,3}(?:-[\w.-]{1,60})?)\]?$/.exec(requirement ?? '') ?? [];
  yield listed(name, [element.name, name.value], { requirement, version: exact, scope: scopeOf(element), direct });
}

/** As an attribute or as an element. */
function settingOf(element: Element, name: string): string | null {
  return element.attributes.get(name)?.value ?? child(element, name)?.text?.value ?? null;
}

function scopeOf(element: Element): PackageScope {
  if (settingOf(element, 'developmentDependency') === 'true') return 'development';
  return settingOf(element, 'PrivateAssets')?.toLowerCase() === 'all' ? 'build' : 'runtime';
}
