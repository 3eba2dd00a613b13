// LiteLLM's proxy configuration: aliases, fallbacks and groups are arrows; what stands in `litellm_params` is what answers.
import { at, type Entry, entriesOf, follow, get, itemsOf, mapOf, type Node, type ScalarNode, stringOf } from '../../formats/nodes.ts';
import type { Relation } from '../../model.ts';
import { embeddedTree } from './embedded.ts';
import { type Reading, type Spot, sightEdge, sightModel } from './sight.ts';
import { structured } from './structured.ts';
import { END } from './suffix.ts';
import { readTree } from './tree.ts';

const FALLBACKS = /^(?:context_window_|content_policy_)?fallbacks$/;
const SETTINGS = ['litellm_settings', 'router_settings', 'general_settings'] as const;
/** The same in the objects of LiteLLM's operator. */
const OF_OBJECT = ['litellmSettings', 'routerSettings'] as const;

export const litellm = structured({
  name: 'litellm',
  reads: 'LiteLLM proxy configurations: model_list, fallbacks, aliases',
  files: new RegExp(String.raw`\.(?:ya?ml|json)${END}`, 'i'),
  signals: ['litellm_params', 'litellm_settings', 'model_group_alias', 'LiteLLMProxy'],
  gate: 'always',
  prefixed: /./,
  owns: ['model_list', ...SETTINGS],
  extra(reading, root, spot) {
    for (const { node, route } of proxies(root, [], 0)) readProxy(reading, node, { ...spot, route });
  },
});

interface Proxy {
  readonly node: Node;
  readonly route: readonly string[];
}

/** How deep a configuration may be embedded: in a chart's values, in a ConfigMap's text. */
const DEEPEST = 6;

/** The configuration itself, or those within the values of a chart or the data of a ConfigMap. */
function proxies(node: Node, route: readonly string[], depth: number): readonly Proxy[] {
  if (get(node, 'model_list') || [...SETTINGS, ...OF_OBJECT].some((section) => section !== 'general_settings' && get(node, section)))
    return [{ node, route }];
  if (depth >= DEEPEST) return [];
  return entriesOf(node).flatMap(({ key, value }) => {
    const inner = value.kind === 'scalar' && value.value.includes('model_list') ? embeddedTree(value, key.value) : value;
    return inner ? proxies(inner, [...route, key.value], depth + 1) : [];
  });
}

function readProxy(reading: Reading, proxy: Node, spot: Spot): void {
  const aliases = readModels(reading, itemsOf(get(proxy, 'model_list')), { ...spot, route: [...spot.route, 'model_list'] });
  for (const section of [...SETTINGS, ...OF_OBJECT]) {
    const settings = get(proxy, section);
    if (settings) readSettings(reading, settings, { ...spot, route: [...spot.route, section] }, aliases);
  }
}

/** Gives the aliases that clients may ask for. */
function readModels(reading: Reading, items: readonly Node[], spot: Spot): ReadonlySet<string> {
  const aliases = new Set<string>();
  items.forEach((item, index) => {
    const within = { ...spot, route: [...spot.route, `[${index}]`] };
    const alias = stringOf(get(item, 'model_name'))?.value.trim() ?? '';
    const model = stringOf(at(item, 'litellm_params', 'model'));
    const base = stringOf(at(item, 'model_info', 'base_model'));
    if (alias) aliases.add(alias);
    const rest = entriesOf(item).filter(({ key }) => key.value !== 'model_name' && key.value !== 'model_info');
    readTree(reading, [mapOf(rest, item.start, item.end)], within);
    if (model) sightEdge(reading, model, { ...within, route: [...within.route, 'litellm_params', 'model'] }, arrow(alias, 'alias', model));
    if (base)
      readTarget(
        reading,
        base,
        { ...within, route: [...within.route, 'model_info', 'base_model'] },
        { from: [alias], relation: 'same', known: aliases },
      );
  });
  return aliases;
}

function arrow(from: string, relation: Relation, to: ScalarNode) {
  return { from, relation, to: to.value.trim() };
}

function readSettings(reading: Reading, settings: Node, spot: Spot, aliases: ReadonlySet<string>): void {
  const rest: Entry[] = [];
  for (const entry of entriesOf(settings)) {
    const { key, value } = entry;
    const within = { ...spot, route: [...spot.route, key.value] };
    if (FALLBACKS.test(key.value)) readFallbacks(reading, value, within, aliases);
    else if (key.value === 'default_fallbacks') {
      readTargets(reading, value, within, { from: [...aliases].slice(0, MOST_ALIASES), relation: 'fallback', known: aliases });
    } else if (key.value === 'model_group_alias') readGroups(reading, value, within, aliases);
    else rest.push(entry);
  }
  readTree(reading, [mapOf(rest, settings.start, settings.end)], spot);
}

const MOST_ALIASES = 200;

interface Targets {
  readonly from: readonly string[];
  readonly relation: Relation;
  /** Names that are aliases of this file: the arrow is enough. */
  readonly known: ReadonlySet<string>;
}

/** `fallbacks: [{ alias: [name, ...] }]` */
function readFallbacks(reading: Reading, value: Node, spot: Spot, known: ReadonlySet<string>): void {
  for (const item of itemsOf(value)) {
    for (const { key, value: targets } of entriesOf(item)) {
      readTargets(reading, targets, { ...spot, route: [...spot.route, key.value] }, { from: [key.value], relation: 'fallback', known });
    }
  }
}

/** `model_group_alias: { alias: name }` or `{ alias: { model: name } }` */
function readGroups(reading: Reading, value: Node, spot: Spot, known: ReadonlySet<string>): void {
  for (const { key, value: target } of entriesOf(value)) {
    const name = stringOf(follow(target)) ?? stringOf(get(target, 'model'));
    if (name) readTarget(reading, name, { ...spot, route: [...spot.route, key.value] }, { from: [key.value], relation: 'alias', known });
  }
}

function readTargets(reading: Reading, value: Node, spot: Spot, targets: Targets): void {
  for (const item of itemsOf(value)) {
    const name = stringOf(item) ?? stringOf(get(item, 'model'));
    if (name) readTarget(reading, name, spot, targets);
  }
}

function readTarget(reading: Reading, name: ScalarNode, spot: Spot, { from, relation, known }: Targets): void {
  if (!known.has(name.value.trim())) sightModel(reading, name, spot);
  for (const source of from) sightEdge(reading, name, spot, arrow(source, relation, name));
}
