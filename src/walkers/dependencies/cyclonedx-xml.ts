// CycloneDX bills of materials as XML.
import { child, childrenOf, type Element, parseXml } from '../../formats/xml.ts';
import { type Arrow, bomListing, type Component } from './bom.ts';
import { scopeOf } from './cyclonedx.ts';
import { dependencyWalker } from './listing.ts';

export const cyclonedxXml = dependencyWalker({
  name: 'cyclonedx-xml',
  reads: 'CycloneDX bills of materials (XML)',
  files: /\.xml$/i,
  signals: ['cyclonedx.org/schema/bom'],
  ecosystem: 'generic',
  list: (document) => {
    const { root: top, problem } = parseXml(document.text);
    const root = top?.name === 'bom' ? top : null;
    return bomListing(document, {
      components: () => componentsIn(child(root, 'components'), ['components']),
      arrows: () => arrowsIn(root),
      roots: () => [child(root, 'metadata', 'component')?.attributes.get('bom-ref')?.value ?? ''].filter(Boolean),
      troubles: root && problem ? [{ code: 'unreadable-part', ...problem }] : [],
    });
  },
});

function* componentsIn(list: Element | null, route: readonly string[]): Generator<Component> {
  for (const [index, element] of childrenOf(list, 'component').entries()) {
    const where = [...route, `[${index}]`];
    const own = componentOf(element, where);
    if (own) yield own;
    yield* componentsIn(child(element, 'components'), [...where, 'components']);
  }
}

function componentOf(element: Element, route: readonly string[]): Component | null {
  const text = (name: string) => child(element, name)?.text ?? null;
  const name = text('name');
  if (!name) return null;
  const group = text('group');
  return {
    id: element.attributes.get('bom-ref')?.value ?? '',
    name: name.value,
    place: { start: name.start, end: name.end },
    group: group?.value ?? null,
    groupPlace: group && { start: group.start, end: group.end },
    version: text('version')?.value ?? null,
    purl: text('purl')?.value ?? null,
    isModel: element.attributes.get('type')?.value === 'machine-learning-model',
    scope: scopeOf(text('scope')?.value ?? null),
    route,
  };
}

function* arrowsIn(root: Element | null): Generator<Arrow> {
  for (const element of childrenOf(child(root, 'dependencies'), 'dependency')) {
    const from = element.attributes.get('ref')?.value;
    for (const target of childrenOf(element, 'dependency')) {
      const to = target.attributes.get('ref')?.value;
      if (from !== undefined && to !== undefined) yield { from, to, scope: 'runtime' };
    }
  }
}
