// What a router may choose from: the filters that OpenRouter and its kin take beside a model, and what is asked if the first one fails.
import {
  at,
  type Entry,
  entriesOf,
  follow,
  get,
  itemsOf,
  type MapNode,
  type Node,
  type ScalarNode,
  stringOf,
} from '../../formats/nodes.ts';
import { isComputed } from './interpolate.ts';
import { isModelLike } from './looks.ts';
import { roleOf, wordsOf } from './roles.ts';
import { type Reading, type Spot, sightEdge } from './sight.ts';

const FILTERS = ['only', 'order', 'ignore', 'allow_fallbacks', 'allowFallbacks'] as const;

export function isFilter(map: MapNode): boolean {
  return FILTERS.some((filter) => get(map, filter) !== null);
}

/** What else stands in the map is read like anything else. */
export function withoutFilters(map: MapNode): MapNode {
  return { ...map, entries: map.entries.filter(({ key }) => !FILTERS.some((filter) => filter === key.value && filter !== 'ignore')) };
}

/** The host that stands for all others: the route is not limited to those that are named. */
const ANY = '*';

/** The hosts that a filter names, and whether no other one may answer. */
export interface Filter {
  readonly only: readonly ScalarNode[];
  readonly order: readonly ScalarNode[];
  readonly ignore: readonly ScalarNode[];
  readonly isFixed: boolean;
}

export function readFilter(reading: Reading, filter: MapNode, spot: Spot): void {
  const fallbacks = get(filter, 'allow_fallbacks') ?? get(filter, 'allowFallbacks');
  const isFixed = fallbacks?.kind === 'scalar' && fallbacks.value === 'false';
  const [only, order, ignore] = [hostsIn(filter, 'only'), hostsIn(filter, 'order'), hostsIn(filter, 'ignore')];
  sightFilter(reading, { only, order, ignore, isFixed }, spot);
}

/** An order is a wish unless falling back is forbidden; what is told is told of the model beside the filter. */
export function sightFilter(reading: Reading, { only, order, ignore, isFixed }: Filter, spot: Spot): void {
  const { asked } = spot;
  if (!asked) return;
  const hosts = only.length > 0 ? only : order;
  const within = { ...spot, route: [...spot.route, only.length > 0 ? 'only' : 'order'] };
  for (const host of hosts) sightEdge(reading, host, within, servedBy(asked, hostOf(host.value)));
  const without: Spot = { ...spot, usage: 'denylist', route: [...spot.route, 'ignore'] };
  for (const host of ignore) sightEdge(reading, host, without, servedBy(asked, hostOf(host.value)));
  const [first] = hosts;
  if (first && only.length === 0 && !isFixed) sightEdge(reading, first, within, servedBy(asked, ANY));
}

function hostsIn(filter: MapNode, key: string): readonly ScalarNode[] {
  return itemsOf(get(filter, key)).flatMap((item) => stringOf(item) ?? []);
}

/** `deepinfra/turbo` is a variant of a host. */
function hostOf(written: string): string {
  return written.trim().replace(/\/.{0,60}$/, '');
}

function servedBy(from: string, to: string) {
  return { from, relation: 'served-by', to } as const;
}

/** The model that the settings of a map ask for, whoever makes it. */
export function askedIn(map: MapNode): Pick<Spot, 'asked'> {
  const named = nameIn(map);
  return named ? { asked: named.value.trim() } : {};
}

function nameIn(node: Node | null | undefined): ScalarNode | null {
  const entry = entriesOf(node).find(
    ({ key, value }) => roleOf(key.value) === 'model' && !FALLBACK.test(wordsOf(key.value)) && isName(value),
  );
  return entry ? stringOf(entry.value) : null;
}

function isName(node: Node): boolean {
  const name = stringOf(node)?.value.trim() ?? '';
  return isModelLike(name) && !isComputed(name);
}

/** What a gateway's channels and clients call such a table. */
const MAPPING = /(?:^| )models? (?:mappings?|map|aliases|alias|redirects?|overrides|group alias)$/;

/** Whether what stands there is such a table. */
export function isMapping({ route }: Spot): boolean {
  return MAPPING.test(wordsOf(route.at(-1) ?? ''));
}

/** `model_mapping: { asked: answers }`: a client's name for a model is served by another one. */
function readMapping(reading: Reading, map: MapNode, spot: Spot): void {
  for (const { key, value } of map.entries) {
    const name = isName(value) ? stringOf(value) : null;
    const from = key.value.trim();
    if (name && isModelLike(from)) sightEdge(reading, name, inside(spot, key.value), { from, relation: 'alias', to: name.value.trim() });
  }
}

function inside(spot: Spot, key: string): Spot {
  return { ...spot, route: [...spot.route, key] };
}

const FALLBACK = /(?:^| )fall ?backs?(?: |$)/;

/** `fallback_models: [name]` beside a model, and the later ones of a gateway's targets: a route that may be taken. */
export function readFallbacks(reading: Reading, map: MapNode, spot: Spot): void {
  for (const entry of map.entries) {
    if (FALLBACK.test(wordsOf(entry.key.value))) readBeside(reading, entry, spot);
  }
  if (falls(map)) readTargets(reading, map, spot);
  if (isMapping(spot)) readMapping(reading, map, spot);
}

function readBeside(reading: Reading, { key, value }: Entry, spot: Spot): void {
  if (!spot.asked) return;
  const inner = follow(value);
  for (const item of inner?.kind === 'list' ? inner.items : [value]) {
    const name = isName(item) ? stringOf(item) : nameIn(item);
    if (name) sightEdge(reading, name, { ...spot, route: [...spot.route, key.value] }, fallback(spot.asked, name));
  }
}

/** Portkey: `strategy: { mode: fallback }`; OpenRouter: `route: fallback`. */
function falls(map: MapNode): boolean {
  const said = [at(map, 'strategy', 'mode'), get(map, 'mode'), get(map, 'route')].map((node) => stringOf(node)?.value);
  return said.includes('fallback');
}

interface Target {
  readonly name: ScalarNode;
  readonly route: readonly string[];
}

function readTargets(reading: Reading, map: MapNode, spot: Spot): void {
  for (const key of ['targets', 'options', 'models']) {
    const targets = itemsOf(get(map, key)).flatMap((item, index) => targetOf(item, [key, `[${index}]`]) ?? []);
    const first = spot.asked ?? targets[0]?.name.value.trim();
    if (!first) continue;
    for (const { name, route } of targets) sightEdge(reading, name, { ...spot, route: [...spot.route, ...route] }, fallback(first, name));
  }
}

function targetOf(item: Node, route: readonly string[]): Target | null {
  const own = isName(item) ? stringOf(item) : null;
  if (own) return { name: own, route };
  const overridden = nameIn(get(item, 'override_params'));
  const name = overridden ?? nameIn(item);
  return name && { name, route: overridden ? [...route, 'override_params', 'model'] : [...route, 'model'] };
}

function fallback(from: string, name: ScalarNode) {
  return { from, relation: 'fallback', to: name.value.trim() } as const;
}
