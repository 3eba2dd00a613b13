// What stands beside a value in its map and says who answers: the endpoint and the provider.
import { at, type Entry, entriesOf, follow, get, type MapNode, slice, stringOf, variable } from '../../formats/nodes.ts';
import { assignmentOf } from '../../formats/shell.ts';
import { variablesIn } from './interpolate.ts';
import { isHost, isUrl, urlsIn } from './looks.ts';
import { isAside, ownProvider, type Purpose, purposesIn } from './purposes.ts';
import { roleOf, stemOf, wordsOf } from './roles.ts';

interface Neighbour {
  /** The words of its key that say whose it is. */
  readonly stem: string;
  readonly url: string;
}

export interface Scope {
  readonly endpoints: readonly Neighbour[];
  /** How many keys and tokens stand there. */
  readonly credentials?: number;
  readonly provider: string | null;
  readonly purposes?: readonly Purpose[];
}

export const NO_SCOPE: Scope = { endpoints: [], provider: null };

/** Maps that hold the settings of what the map around them names. */
const SETTINGS =
  /^(?:(?:litellm |init |model |override |extra |client |connection |network )?(?:options|config|params|parameters|kwargs|settings|args|info)|env|environment|request options|init parameters)$/;
export function isSettings(key: string): boolean {
  return SETTINGS.test(wordsOf(key));
}

/** Larger maps are tables, not the settings of one thing. */
const LARGEST = 300;

export function scopeOf(map: MapNode, outer: Scope): Scope {
  if (map.entries.length > LARGEST) return outer;
  const own = neighbours(map, 1);
  const provider = providerOf(map) ?? outer.provider;
  const purposes = purposesIn(map);
  if (own.length === 0 && provider === outer.provider && purposes.length === 0) return outer;
  const credentials = map.entries.filter(({ key }) => roleOf(key.value) === 'credential').length;
  const inherited = purposes.length > 0 ? { purposes } : outer.purposes && { purposes: outer.purposes };
  return { endpoints: own.length > 0 ? own : outer.endpoints, credentials, provider, ...inherited };
}

/** The map's own entries, and those of the maps that it merges (`<<`). */
function allEntries(map: MapNode, depth = 0): readonly Entry[] {
  if (depth > 3 || !map.entries.some(({ key }) => key.value === '<<')) return map.entries;
  const merged = map.entries.flatMap(({ key, value }) => {
    if (key.value !== '<<') return [];
    const source = follow(value);
    return source?.kind === 'list' ? source.items.map(follow) : [source];
  });
  return [...map.entries, ...merged.flatMap((inner) => (inner?.kind === 'map' ? allEntries(inner, depth + 1) : []))];
}

function neighbours(map: MapNode, depth: number): Neighbour[] {
  return allEntries(map).flatMap(({ key, value }) => {
    const inner = follow(value);
    if (inner?.kind === 'map') return depth > 0 && isSettings(key.value) ? neighbours(inner, depth - 1) : [];
    if (inner?.kind === 'list' && depth > 0 && isSettings(key.value)) return neighbours(environmentOf(inner.items), 0);
    if (roleOf(key.value) !== 'endpoint') return [];
    const [only, ...others] = inner?.kind === 'list' ? inner.items : [inner];
    const url = only?.kind === 'scalar' && others.length === 0 ? addressOf(only.value) : null;
    return url ? [{ stem: stemOf(key.value), url }] : [];
  });
}

/** The written address, or the default of the variable that stands for it. */
export function addressOf(written: string): string | null {
  const value = written.trim();
  if (isUrl(value) || isHost(value)) return value;
  const [first, ...others] = urlsIn(value);
  // Of several the name of a model does not say which one is asked.
  if (others.some(({ text }) => text !== first?.text)) return null;
  if (first && first.start === 0) return first.text;
  const [variable] = variablesIn(value);
  // The arrows of the tree may tell later what the variable holds.
  if (variable && !variable.fallback) return variable.start === 0 && variable.end === value.length ? `env:${variable.name}` : null;
  if (!variable?.fallback) return null;
  const fallback = value.slice(variable.fallback.start, variable.fallback.end);
  return isUrl(fallback) || isHost(fallback) ? fallback + value.slice(variable.end) : null;
}

/** The type of a node in a workflow: `@scope/nodes.lmChatName`, `chatName`, `nameChat`. */
const NODE_TYPE = /^(?:[@\w./-]{0,80}\.)?((?:lm|lmChat|chat|embeddings|llm)[A-Z]\w{2,40}|(?:groq|aws|azure)Chat(?:[A-Z]\w{2,40})?)$/;

/** `author/plugin/provider`, as Dify writes it. */
const OF_PLUGIN = /^[\w-]{1,40}\/[\w-]{1,40}\/([\w-]{2,40})$/;

/** Channels of one-api and its kin: the kind of server is a number, and the models stand in one value. */
function channelOf(map: MapNode): string | null {
  const type = get(map, 'type');
  const isChannel = type?.kind === 'scalar' && /^\d{1,3}$/.test(type.value) && stringOf(get(map, 'models')) && get(map, 'key');
  return isChannel ? `new-api-${type.value}` : null;
}

function providerOf(map: MapNode): string | null {
  const channel = channelOf(map);
  if (channel) return channel;
  for (const { key, value } of allEntries(map)) {
    const written = stringOf(
      roleOf(key.value) === 'provider' ? (stringOf(value) ?? get(value, 'name') ?? get(value, 'id')) : value,
    )?.value.trim();
    const type = key.value === 'type' || (key.value === 'name' && get(map, 'inputs')) ? NODE_TYPE.exec(written ?? '')?.[1] : undefined;
    if (type) return type;
    if (key.value === 'format' && isAzureModel(map)) return 'azure';
    if (roleOf(key.value) !== 'provider' || isAside(key.value) || isMaker(key.value, written)) continue;
    if (written && /^[\w@/.:-]{2,80}$/.test(written)) return OF_PLUGIN.exec(written)?.[1] ?? written;
  }
  return null;
}

/** `vendor: Alibaba` says who made it, as people write it; not by whose interface it is asked. */
function isMaker(key: string, written = ''): boolean {
  return /vendor$/i.test(key) && /^[A-Z]/.test(written);
}

const AZURE_MODEL = new Set(['format', 'name', 'version', 'publisher', 'source', 'sourceAccount', 'callRateLimit']);

/**
 * `format`, `name` and `version` are how a deployment in Azure names its model: whoever made it, Azure answers. The version may be
 * left out; then the format must look like the name of who made it, as `GGUF` does not.
 */
function isAzureModel(map: MapNode): boolean {
  const keys = map.entries.map(({ key }) => key.value);
  const isMaker = /^[A-Z][\w .-]{0,40}[a-z]/.test(stringOf(get(map, 'format'))?.value ?? '');
  return keys.includes('name') && (keys.includes('version') || isMaker) && keys.every((key) => AZURE_MODEL.has(key));
}

/** The endpoint that belongs to a key: the one whose words agree; none where several could. */
export function endpointFor({ endpoints: all, credentials = 0, purposes }: Scope, key: string, isFar = false): string | null {
  if (all.length === 0) return null;
  const stem = stemOf(key);
  const own = ownProvider(purposes, key);
  if (own !== null && !PROTOCOL.test(own)) return all.find((one) => one.stem === stem && stem !== '')?.url ?? null;
  // Of several tokens, the one with a name of its own need not be for an address that has none.
  const isOther = credentials > 1 && stem !== '' && !NO_SERVER.test(stem.replaceAll(' ', '-')) && roleOf(key) === 'credential';
  const endpoints = isOther ? all.filter((neighbour) => neighbour.stem !== '') : all;
  const exact = endpoints.filter((neighbour) => neighbour.stem === stem);
  // From other lines of a script the address of somebody says nothing of a name that is nobody's.
  const isNear = ({ stem: own }: Neighbour) => !isFar || stem !== '' || NO_SERVER.test(own.replaceAll(' ', '-'));
  const close = exact.length > 0 ? exact : endpoints.filter((one) => isNear(one) && isCompatible(one.stem, stem));
  const urls = new Set(close.map(({ url }) => url));
  return urls.size === 1 ? (close[0]?.url ?? null) : null;
}

/** A provider that is called so may have any address. */
const PROTOCOL = /^(?:open-?_?ai(?:[-_ ]?(?:api)?[-_ ]?(?:compatible|compat|like|native))?|anthropic|custom|litellm|generic|compatible)$/i;

/** Names of protocols, which many speak, and words that say nothing of a server. */
const NO_SERVER = /^(?:openai|open-ai|anthropic|hf|hugging-?face|served|)$/;

/** RAGFlow says behind a model whom it asks, by its own name for them: `name@factory`, `name@instance@factory`. */
const OF_RAGFLOW = /^(?:llm|embd|rerank)_id$/;
const FACTORY = /^[^@\s]{1,160}@(?:[^@\s]{1,60}@)?([A-Za-z\d][\w.-]{1,40})$/;

/**
 * `GROQ_MODEL=name`: the words before say whom it is asked from, where nothing else does. Not where the name is one of weights,
 * which has an owner in mixed case or a size behind a colon: then the words before are the model's own.
 */
export function providerFor(scope: Scope, key: string, { endpoint, name }: Asked): string | null {
  const provider = ownProvider(scope.purposes, key) ?? scope.provider;
  const factory = OF_RAGFLOW.test(key) ? FACTORY.exec(name)?.[1] : undefined;
  if (factory !== undefined) return `ragflow-${factory.toLowerCase()}`;
  if (provider || endpoint || !/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(key)) return provider;
  const isWeights = name.includes('/') ? /[A-Z]/.test(name) : /:(?!free$)/.test(name);
  const words = stemOf(key)
    .split(' ')
    .join('-')
    .replace(/^(azure)-.*/, '$1');
  return isWeights || NO_SERVER.test(words) ? null : words;
}

interface Asked {
  readonly endpoint: string | null;
  readonly name: string;
}

function isCompatible(one: string, other: string): boolean {
  return one === '' || other === '' || one.startsWith(`${other} `) || other.startsWith(`${one} `);
}

/** `NAME=value` strings and `{ name, value }` maps as the map that they are meant to be; empty if the list is none. */
export function environmentOf(items: readonly (Entry['value'] | null)[]): MapNode {
  const entries = items.flatMap((item) => environmentEntry(item));
  return { kind: 'map', entries, start: entries[0]?.key.start ?? 0, end: entries.at(-1)?.value.end ?? 0 };
}

const NAME = /^[A-Za-z_][\w.-]{1,100}$/;

/** A parameter of a pipeline: a name, a type and a default. */
function defaultIn(own: readonly Entry[]): Entry | undefined {
  return own.every(({ key }) => /^(?:name|type|default|displayName|description)$/.test(key.value))
    ? own.find(({ key, value }) => key.value === 'default' && stringOf(value))
    : undefined;
}

/** `NAME="value"` as one word: the quotes are none of the value. */
function unquoted(value: Entry['value']): Entry['value'] {
  if (value.kind !== 'scalar' || !/^(["']).*\1$/.test(value.value)) return value;
  return slice(value, 1, value.value.length - 1);
}

function environmentEntry(item: Entry['value'] | null): Entry[] {
  const node = follow(item);
  if (node?.kind === 'scalar') {
    const entry = assignmentOf(node);
    return entry ? [{ ...entry, value: unquoted(entry.value) }] : [];
  }
  const own = entriesOf(node);
  // What holds lists of its own is more than a variable: a key of a gateway, with the models it is for.
  if (own.some(({ value }) => value.kind === 'list')) return [];
  const name = own.find(({ key }) => /^(?:name|key|Name|Key|ParameterKey)$/.test(key.value));
  const value = own.find(({ key }) => /^(?:value|Value|ParameterValue)$/.test(key.value)) ?? defaultIn(own);
  const key = stringOf(name?.value);
  // Kubernetes: the value of another name, in a map of settings.
  const referred = stringOf(at(node, 'valueFrom', 'configMapKeyRef', 'key'));
  if (key && referred && !referred.jumps && NAME.test(key.value)) return [{ key, value: variable(referred) }];
  return key && value && NAME.test(key.value) ? [{ key, value: value.value }] : [];
}
