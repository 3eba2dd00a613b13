// SPDX 3 documents: one flat graph of JSON-LD elements. A trained model is an element of its own kind.
import { parseJson } from '../../formats/json.ts';
import { get, itemsOf, type Node, stringOf } from '../../formats/nodes.ts';
import type { PackageScope } from '../../model.ts';
import { type Arrow, bomListing, type Component } from './bom.ts';
import { dependencyWalker } from './listing.ts';
import { wordOf } from './python.ts';
import { troublesOf } from './trees.ts';

export const spdx3 = dependencyWalker({
  name: 'spdx3',
  reads: 'SPDX documents (version 3, JSON-LD)',
  files: /\.(?:json|jsonld)$/i,
  signals: ['spdx.org/rdf/3', 'software_Package'],
  ecosystem: 'generic',
  list: (document) => {
    const tree = parseJson(document.text);
    const elements = itemsOf(get(tree.roots[0], '@graph'));
    return bomListing(document, {
      components: () => componentsIn(elements),
      arrows: () => arrowsIn(elements),
      roots: () => rootsIn(elements),
      troubles: elements.length > 0 ? [...troublesOf(tree)] : [],
    });
  },
});

const MODEL = /^ai_AIPackage$/;
const PACKAGE = /^(?:software_Package|ai_AIPackage|dataset_DatasetPackage)$/;

function typeOf(element: Node): string {
  return wordOf(get(element, 'type')) ?? wordOf(get(element, '@type')) ?? '';
}

function* componentsIn(elements: readonly Node[]): Generator<Component> {
  for (const [index, element] of elements.entries()) {
    const name = stringOf(get(element, 'name'));
    const type = typeOf(element);
    if (!name || !PACKAGE.test(type)) continue;
    yield {
      id: idOf(element),
      name: name.value,
      place: { start: name.start, end: name.end },
      group: null,
      groupPlace: null,
      version: wordOf(get(element, 'software_packageVersion')),
      purl: wordOf(get(element, 'software_packageUrl')) ?? purlOf(element),
      isModel: MODEL.test(type),
      scope: null,
      route: ['@graph', `[${index}]`],
    };
  }
}

function idOf(element: Node): string {
  return wordOf(get(element, 'spdxId')) ?? wordOf(get(element, '@id')) ?? '';
}

function purlOf(element: Node): string | null {
  const identifier = itemsOf(get(element, 'externalIdentifier')).find((one) => wordOf(get(one, 'externalIdentifierType')) === 'packageUrl');
  return wordOf(get(identifier, 'identifier'));
}

const SCOPES: Readonly<Record<string, PackageScope>> = {
  runtime: 'runtime',
  build: 'build',
  development: 'development',
  test: 'development',
};
const NEEDS = /^(?:dependsOn|contains|hasDynamicLink|hasStaticLink|hasOptionalDependency|hasProvidedDependency|hasPrerequisite)$/;

function* arrowsIn(elements: readonly Node[]): Generator<Arrow> {
  for (const element of elements) {
    const type = wordOf(get(element, 'relationshipType')) ?? '';
    const from = wordOf(get(element, 'from'));
    if (from === null || !NEEDS.test(type)) continue;
    const scope = type === 'hasOptionalDependency' ? 'optional' : (SCOPES[wordOf(get(element, 'scope')) ?? ''] ?? 'runtime');
    for (const item of itemsOf(get(element, 'to'))) {
      const to = wordOf(item);
      if (to !== null) yield { from, to, scope };
    }
  }
}

function* rootsIn(elements: readonly Node[]): Generator<string> {
  for (const element of elements) {
    if (!/^(?:SpdxDocument|software_Sbom|Bom)$/.test(typeOf(element))) continue;
    yield idOf(element);
    for (const item of itemsOf(get(element, 'rootElement'))) yield wordOf(item) ?? '';
  }
}
