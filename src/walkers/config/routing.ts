// What a router may choose from: the filters that OpenRouter and its kin take beside a model.
import { get, itemsOf, type MapNode, stringOf } from '../../formats/nodes.ts';
import { type Reading, type Spot, sightEdge } from './sight.ts';

const FILTERS = ['only', 'order', 'ignore', 'allow_fallbacks', 'allowFallbacks'] as const;

export function isFilter(map: MapNode): boolean {
  return FILTERS.some((filter) => get(map, filter) !== null);
}

/** What else stands in the map is read like anything else. */
export function withoutFilters(map: MapNode): MapNode {
  return { ...map, entries: map.entries.filter(({ key }) => !FILTERS.some((filter) => filter === key.value && filter !== 'ignore')) };
}

/** An order is a wish unless falling back is forbidden; what is told is told of the model beside the filter. */
export function readFilter(reading: Reading, filter: MapNode, spot: Spot): void {
  const fallbacks = get(filter, 'allow_fallbacks') ?? get(filter, 'allowFallbacks');
  const isClosed = fallbacks?.kind === 'scalar' && fallbacks.value === 'false';
  const key = get(filter, 'only') ? 'only' : isClosed ? 'order' : null;
  if (!key || !spot.model) return;
  for (const item of itemsOf(get(filter, key))) {
    const host = stringOf(item);
    if (host)
      sightEdge(
        reading,
        host,
        { ...spot, route: [...spot.route, key] },
        { from: spot.model, relation: 'served-by', to: host.value.trim() },
      );
  }
}
