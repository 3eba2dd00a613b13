// A table of what exists is not a choice: files that list many models with their prices and limits.
import { type Entry, entriesOf, follow, itemsOf, type MapNode, type Node } from '../../formats/nodes.ts';
import type { Usage } from '../../model.ts';
import { isModelLike } from './looks.ts';
import { isDenial, roleOf, wordsOf } from './roles.ts';
import { isSettings } from './scope.ts';

/** A list shorter than this may be somebody's selection. */
export const FEWEST = 20;
/** How many children are looked at. */
const SAMPLE = 200;
const FACT =
  /(?:^| )(?:price|prices|pricing|cost|costs|(?:max|min|context|input|output) (?:\w+ )?(?:tokens?|length|window|limit|size)|context|context window|modalit(?:y|ies)|release date|knowledge|released|quota|ratio|dimensions?|litellm provider|owned by|created)(?: |$)/;
/** Leads of names (`gpt`, `claude`): a list with this many is a list of what there is. */
const MANY_LEADS = 8;

/**
 * True where a map or list has 20 children or more and either half of them tell facts about a model (price, context, limits),
 * or they are names with eight different first words; and for what may be chosen under `key`.
 */
export function isCatalogue(node: Node, key = ''): boolean {
  if (isAllowance(node, key)) return true;
  const children = childrenOf(node);
  if (isDrawing(children)) return false;
  if (isDirectory(children)) return true;
  if (children.length < FEWEST)
    return modelsWithin(node) >= FEWEST || isRoll(node, children) || isMenu(node, children) || isCabinet(node, children);
  // Of a large file only some children were read.
  const sample = children.filter(({ value }) => value.kind !== 'scalar' || value.type !== 'null').slice(0, SAMPLE);
  if (sample.length === 0) return false;
  if (sample.filter(({ value }) => tellsFacts(value)).length * 2 >= sample.length) return true;
  const names = sample.map(({ name }) => name).filter((name) => isModelLike(name) && !UNIQUE.test(name));
  return names.length * 2 >= sample.length && isVaried(node, names);
}

/** The values that a schema, a form or a template lets somebody choose from; of one alone there is no choice. */
function isAllowance(node: Node, key: string): boolean {
  if (node.kind !== 'list' || node.items.length < 2) return false;
  return /^(?:enum|allowed_?values|choices)$/i.test(key) || (key === 'options' && node.items.every(({ kind }) => kind === 'scalar'));
}

const DESCRIBES = /^(?:type|description|selector|schema|required|format|summary|properties)$/;

/** What stands below a key that forbids, and what a description of a field shows to its readers, is used otherwise than what is around. */
export function usageOf({ key, value }: Entry, map: MapNode, usage: Usage): Usage {
  if (isDenial(key.value) && follow(value)?.kind !== 'scalar') return 'denylist';
  const isShown = /^examples?$/i.test(key.value) && map.entries.some((other) => DESCRIBES.test(other.key.value));
  return isShown && (usage === 'runtime' || usage === 'deploy') ? 'example' : usage;
}

/** Nodes of a workflow, which an editor drew somewhere: many things with ids, and each of them is used. */
function isDrawing(children: readonly Child[]): boolean {
  const placed = children.filter(({ value }) => entriesOf(value).some(({ key }) => /^(?:position|pos|positionAbsolute)$/.test(key.value)));
  return placed.length * 2 > children.length;
}

/** A list of objects that are models of many makers, and of which none is given a key: what there is, not what is used. */
const SHORTEST_ROLL = 15;
const MANY_MAKERS = 6;

function isRoll(node: Node, children: readonly Child[]): boolean {
  if (node.kind !== 'list' || children.length < SHORTEST_ROLL || children.some(({ value }) => hasKey(value))) return false;
  const names = children.filter(({ name, value }) => value.kind === 'map' && isModelLike(name)).map(({ name }) => name);
  return names.length * 2 >= children.length && leadsOf(names).size >= MANY_MAKERS;
}

/** A few models of several makers with words for those who choose, and none of what asking one takes. */
const SHORTEST_MENU = 5;
const FEWEST_MAKERS = 3;

function isMenu(node: Node, children: readonly Child[]): boolean {
  if (node.kind !== 'list' || children.length < SHORTEST_MENU || !children.every(({ value }) => isDescribed(value))) return false;
  const names = children.map(({ name }) => name).filter(isModelLike);
  return names.length === children.length && leadsOf(names).size >= FEWEST_MAKERS;
}

function isDescribed(value: Node): boolean {
  const keys = entriesOf(value).map(({ key }) => key.value);
  const isAsked = (key: string) => /^(?:model|provider|prompt)$/i.test(key) || roleOf(key) === 'endpoint' || roleOf(key) === 'credential';
  return keys.some((key) => /^(?:label|desc(?:ription)?|display_?name|tagline)$/i.test(key)) && !keys.some(isAsked);
}

/** Providers with their addresses, most of them with one of their own. */
const SHORTEST_DIRECTORY = 10;

function isDirectory(children: readonly Child[]): boolean {
  if (children.length < SHORTEST_DIRECTORY) return false;
  const hosts = children.slice(0, SAMPLE).flatMap(({ value }) => hostOf(value) ?? []);
  return hosts.length * 2 >= Math.min(children.length, SAMPLE) && new Set(hosts).size >= SHORTEST_DIRECTORY - 2;
}

/** Models by name below their providers, each with facts. */
const FEWEST_DRAWERS = 5;

function isCabinet(node: Node, children: readonly Child[]): boolean {
  if (node.kind !== 'map' || children.length < FEWEST_DRAWERS) return false;
  const inner = children.flatMap(({ value }) => (value.kind === 'map' ? childrenOf(value) : []));
  return inner.length >= FEWEST && inner.filter(({ value }) => tellsFacts(value)).length * 10 >= inner.length * 9;
}

function hostOf(value: Node): string | null {
  if (hasKey(value)) return null;
  for (const { key, value: inner } of entriesOf(value)) {
    const host = inner.kind === 'scalar' && roleOf(key.value) === 'endpoint' ? /^https:\/\/([^/\s:]+)/.exec(inner.value)?.[1] : undefined;
    if (host) return host.split('.').slice(-2).join('.');
  }
  return null;
}

/** Somebody gave it a key of his own. */
function hasKey(value: Node): boolean {
  return entriesOf(value).some(
    ({ key, value: inner }) =>
      /^(?:api_?-?keys?(?:[_-]entries)?|key|token|secret)$/i.test(key.value) ||
      (inner.kind === 'map' && isSettings(key.value) && hasKey(inner)),
  );
}

/** Identifiers that a machine drew. */
const UNIQUE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function leadsOf(names: readonly string[]): ReadonlySet<string | undefined> {
  return new Set(names.map((name) => /[a-z]+/i.exec(name.split('/').at(-1) ?? '')?.[0].toLowerCase()));
}

interface Child {
  readonly name: string;
  readonly value: Node;
}

function childrenOf(node: Node): readonly Child[] {
  if (node.kind === 'map') return node.entries.map(({ key, value }) => ({ name: key.value, value }));
  return itemsOf(node).map((value) => ({ name: nameOf(value), value }));
}

function nameOf(value: Node): string {
  const named =
    value.kind === 'scalar' ? value : entriesOf(value).find(({ key }) => /^(?:id|model|name|model_name|slug)$/.test(key.value))?.value;
  return named?.kind === 'scalar' ? named.value : '';
}

function tellsFacts(value: Node): boolean {
  return entriesOf(value).some(({ key, value: inner }) => FACT.test(wordsOf(key.value)) || (inner.kind === 'map' && tellsCost(inner)));
}

function tellsCost(value: Node): boolean {
  return entriesOf(value).some(({ key }) => /^(?:input|output|prompt|completion|context)$/.test(key.value));
}

/** Keys of a map are names of anything; only items of a list, or keys with a version in them, are counted. */
function isVaried(node: Node, names: readonly string[]): boolean {
  const counted = node.kind === 'list' ? names : names.filter((name) => /\d/.test(name));
  return counted.length >= FEWEST && leadsOf(counted).size >= MANY_LEADS;
}

/** A few providers with long lists of models each: counted through the keys that hold models. */
function modelsWithin(node: Node): number {
  const children = childrenOf(node);
  if (children.length < 6) return 0;
  const counts = children.map(({ value }) => {
    if (hasKey(value)) return 0;
    const models = entriesOf(follow(value)).find(({ key, value: inner }) => roleOf(key.value) === 'model' && inner.kind !== 'scalar');
    return models ? childrenOf(models.value).length : 0;
  });
  return counts.filter((count) => count > 0).length >= 6 ? counts.reduce((sum, count) => sum + count, 0) : 0;
}
