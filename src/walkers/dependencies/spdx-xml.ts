// SPDX documents as XML: the same fields as in JSON, as elements.
import { child, childrenOf, type Element, parseXml } from '../../formats/xml.ts';
import { bomListing, type Component } from './bom.ts';
import { dependencyWalker } from './listing.ts';
import { NO_GROUP } from './spdx.ts';
import { arrowsOf, type Relationship, rootsOf } from './spdx-relations.ts';

export const spdxXml = dependencyWalker({
  name: 'spdx-xml',
  reads: 'SPDX documents (XML)',
  files: /\.xml$/i,
  signals: ['<spdxVersion>'],
  ecosystem: 'generic',
  list: (document) => {
    const { root: top, problem } = parseXml(document.text);
    const root = child(top, 'spdxVersion') ? top : null;
    return bomListing(document, {
      components: () => packagesIn(root),
      arrows: () => arrowsOf(relationshipsIn(root)),
      roots: () => [...childrenOf(root, 'documentDescribes').flatMap(({ text }) => text?.value ?? []), ...rootsOf(relationshipsIn(root))],
      troubles: root && problem ? [{ code: 'unreadable-part', ...problem }] : [],
    });
  },
});

/** `<packages>` is one package, or holds several. */
function* packagesIn(root: Element | null): Generator<Component> {
  let index = 0;
  for (const list of childrenOf(root, 'packages')) {
    const nested = childrenOf(list, 'packages');
    for (const element of nested.length > 0 ? nested : [list]) {
      const component = packageOf(element, ['packages', `[${index++}]`]);
      if (component) yield component;
    }
  }
}

function packageOf(element: Element, route: readonly string[]): Component | null {
  const name = child(element, 'name')?.text;
  if (!name) return null;
  const references = childrenOf(element, 'externalRefs').map((one) => child(one, 'externalRefs') ?? one);
  const purl = references.find((one) => child(one, 'referenceType')?.text?.value === 'purl');
  return {
    id: child(element, 'SPDXID')?.text?.value ?? '',
    name: name.value,
    place: { start: name.start, end: name.end },
    version: child(element, 'versionInfo')?.text?.value ?? null,
    purl: child(purl, 'referenceLocator')?.text?.value ?? null,
    ...NO_GROUP,
    route,
  };
}

function* relationshipsIn(root: Element | null): Generator<Relationship> {
  for (const list of childrenOf(root, 'relationships')) {
    const nested = childrenOf(list, 'relationships');
    for (const element of nested.length > 0 ? nested : [list]) {
      const word = (name: string) => child(element, name)?.text?.value ?? '';
      yield { from: word('spdxElementId'), type: word('relationshipType'), to: word('relatedSpdxElement') };
    }
  }
}
