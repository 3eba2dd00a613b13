// Providers that a file sets up under names of its own, for models that it asks by these names.
import { type Entry, follow, get, itemsOf, type Node, stringOf } from '../../formats/nodes.ts';
import { roleOf, wordsOf } from './roles.ts';
import { NO_SCOPE, scopeOf } from './scope.ts';

/** How deep they may stand: `language_models.openai_compatible.NAME.api_url`. */
const DEEPEST = 4;
const MOST = 2000;

/** The address of each, by name; a name that is used twice says nothing. */
export function providersOf(root: Node): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const { name, url } of addressed(root, 0)) {
    if ((addresses.get(name) ?? url) !== url) ambiguous.add(name);
    addresses.set(name, url);
    if (addresses.size > MOST) break;
  }
  for (const name of ambiguous) addresses.delete(name);
  return addresses;
}

interface Addressed {
  readonly name: string;
  readonly url: string;
}

function* addressed(node: Node, depth: number): Generator<Addressed> {
  if (node.kind !== 'map' || depth >= DEEPEST) return;
  for (const { key, value } of node.entries) {
    if (value.kind === 'list' && roleOf(key.value) === 'provider') yield* listed(value);
    if (value.kind !== 'map') continue;
    const url = ownAddress(value.entries);
    if (url) yield { name: key.value, url };
    yield* addressed(value, depth + 1);
  }
}

/** Members of a list are known by what they call themselves. */
function* listed(pool: Node): Generator<Addressed> {
  for (const item of itemsOf(pool)) {
    const value = follow(item);
    const name = stringOf(get(value, 'name') ?? get(value, 'id'))?.value;
    const url = value?.kind === 'map' ? ownAddress(value.entries) : null;
    if (name && url) yield { name, url };
  }
}

export function ownAddress(entries: readonly Entry[]): string | null {
  return scopeOf({ kind: 'map', entries, start: 0, end: 0 }, NO_SCOPE).endpoints[0]?.url ?? null;
}

const DEFAULT = /^default models?$/;
const CLIENT = /(?:^|[_.-])(?:open_?ai|anthropic|llm)(?:$|[_.-])/i;

/**
 * Who answers for the default model of an application, where it sets up one client of a protocol in another block:
 * `openai: { api_base_urls: [...] }` and `ui: { default_models: ... }`. A tag is of a model that runs elsewhere.
 */
export function addressOfDefault(key: string, name: string, providers: ReadonlyMap<string, string>): string | null {
  if (!DEFAULT.test(wordsOf(key)) || name.includes(':')) return null;
  const urls = new Set([...providers].flatMap(([client, url]) => (CLIENT.test(client) ? [url] : [])));
  const [url, ...others] = urls;
  return url !== undefined && others.length === 0 ? url : null;
}
