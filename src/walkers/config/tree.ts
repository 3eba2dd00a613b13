// Reads a tree of keys and values whose format says nothing about models: keys give roles, neighbours give context.
import { type Entry, get, type ListNode, MAX_DEPTH, type MapNode, type Node, type ScalarNode, stringOf } from '../../formats/nodes.ts';
import { commandOf } from '../../formats/shell.ts';
import { isCatalogue, usageOf } from './catalogue.ts';
import { readCommand, readCommandLine } from './command.ts';
import { embeddedTree } from './embedded.ts';
import { patchEntry, referenceIn } from './forms.ts';
import { isDomain, isEmpty, isPlainlyModelLike } from './looks.ts';
import { isDeclared, isDisplayName, isLabel, isModelName, isNamedAfter, modelsTold, modelWithin, sightAlias } from './names.ts';
import { isGatewayAlias, sightRun } from './objects.ts';
import { isBody, isProgram, readProgram } from './program.ts';
import { addressOfDefault, providersOf } from './providers.ts';
import { isConstant, isOutput, isWrapper, type Role, roleOf } from './roles.ts';
import { askedIn, isFilter, isMapping, readFallbacks, readFilter, withoutFilters } from './routing.ts';
import { endpointFor, environmentOf, isSettings, NO_SCOPE, providerFor, type Scope, scopeOf } from './scope.ts';
import { isHitNode, type Reading, rootSpot, type Spot, sightCredential, sightEndpoint, sightModel } from './sight.ts';
import { isArguments, isCommandLine } from './tools.ts';
import { readScalar, readUrls } from './value.ts';

/** What is handed down on the way into the tree. */
interface Visit {
  readonly spot: Spot;
  readonly scope: Scope;
  /** The role of the key outside, for lists and for wrappers such as `{ default: ... }`. */
  readonly role: Role | null;
  readonly key: ScalarNode | null;
  readonly amongModels: boolean;
  readonly owner?: ScalarNode | null;
  readonly providers: ReadonlyMap<string, string>;
  readonly depth: number;
  /** It is named here, or data: nothing below names a model that is used. */
  readonly quiet: boolean;
  readonly later: (node: ScalarNode, spot: Spot) => void;
}

export function readTree(reading: Reading, roots: readonly Node[], spot: Spot = rootSpot(reading.document)): void {
  const scope: Scope = { endpoints: spot.endpoint ? [{ stem: '', url: spot.endpoint }] : [], provider: spot.provider };
  const before = reading.out.length;
  const hints: { readonly node: ScalarNode; readonly spot: Spot }[] = [];
  const later = (node: ScalarNode, where: Spot) => void hints.push({ node, spot: where });
  for (const root of roots) {
    const providers = providersOf(root);
    visit(reading, root, { spot, scope, role: null, key: null, amongModels: false, providers, depth: 0, quiet: false, later });
  }
  const told = modelsTold(reading, before);
  for (const hint of hints) if (!isNamedAfter(hint.node.value, told)) sightModel(reading, hint.node, hint.spot);
}

function visit(reading: Reading, written: Node, state: Visit): void {
  if (state.depth > MAX_DEPTH) return;
  const node = written.kind === 'map' ? (referenceIn(written) ?? written) : written;
  if (node.kind === 'scalar') visitScalar(reading, node, state);
  else if (node.kind === 'map') visitMap(reading, node, asTable(node, state));
  else if (node.kind === 'list') visitList(reading, node, asTable(node, state));
}

function asTable(node: MapNode | ListNode, state: Visit): Visit {
  if (state.spot.usage === 'catalogue' || state.spot.usage === 'denylist' || !isCatalogue(node, state.spot.route.at(-1))) return state;
  return { ...state, spot: { ...state.spot, usage: 'catalogue' } };
}

function visitScalar(reading: Reading, node: ScalarNode, state: Visit): void {
  const { spot, role, key, amongModels, depth } = state;
  const inner = embeddedTree(node, spot.route.at(-1) ?? '');
  if (inner) {
    visit(reading, inner, { ...state, scope: isMapping(spot) ? state.scope : NO_SCOPE, depth: depth + 1 });
    return;
  }
  if (state.quiet) {
    readUrls(reading, node, spot);
    return;
  }
  if (isProgram(spot.route.at(-1) ?? '') || (role === null && node.type === 'string' && isBody(node.value))) {
    readProgram(reading, node, spot);
    return;
  }
  const isText = node.type === 'string' && role !== 'credential' && isCommandLine(node.value);
  if (isText) readCommandLine(reading, node, spot);
  else
    readScalar(reading, node, role === 'model' ? withProvider(reading, node, state) : spot, {
      role,
      key,
      amongModels,
      owner: state.owner ?? null,
      later: state.later,
    });
}

/** The tool itself reads what stands before the first slash as the provider. Not the owner of weights, which is written in mixed case. */
function fromPrefix(spot: Spot, name: string): Spot {
  if (!spot.prefixed || spot.endpoint || spot.provider) return spot;
  const provider = /^([a-z][a-z0-9_-]{1,40})\/[^A-Z]{1,150}$/.exec(name)?.[1];
  return provider && !/^(?:openai|custom|hosted_vllm|hugging_?face)$/.test(provider) ? { ...spot, provider } : spot;
}

/** `ds/name`, or `provider: ds` beside the name, where the tree says elsewhere who `ds` is. */
function withProvider(reading: Reading, node: ScalarNode, { spot, providers, key }: Visit): Spot {
  const { value } = node;
  if (spot.endpoint || providers.size === 0) return fromPrefix(spot, value.trim());
  const provider = spot.provider ?? /^[^/,]{0,80}(?=[/,])/.exec(value)?.[0] ?? '';
  const endpoint = providers.get(provider);
  if (endpoint) return { ...spot, provider, endpoint };
  const only = key && isHitNode(reading, node) ? addressOfDefault(key.value, value, providers) : null;
  return only ? { ...spot, endpoint: only } : fromPrefix(spot, value.trim());
}

function visitMap(reading: Reading, map: MapNode, state: Visit): void {
  const scope = scopeOf(map, state.scope);
  const amongModels = state.role === 'model' || holdsModel(map, 1);
  const words = commandWords(map);
  const within = { ...state, scope, amongModels };
  if (words.length > 0) readCommand(reading, commandOf(words), { ...state.spot, route: [...state.spot.route, 'command'] });
  const model = modelWithin(reading, map);
  const inside = {
    ...within,
    spot: { ...state.spot, ...environmentsIn(map, state.spot), ...(model && { model: model.node.value.trim() }), ...askedIn(map) },
  };
  readFallbacks(reading, map, inside.spot);
  const patch = patchEntry(map);
  for (const entry of patch ? [patch] : map.entries) {
    if (isGatewayAlias(entry, map) || entry.key.value === '$schema') continue;
    const isShown = model && entry.value !== model.node && isDisplayName(entry.key.value, model);
    if (isShown && entry.value.kind === 'scalar' && !isModelName(reading, entry, { map, route: state.spot.route })) {
      sightAlias(reading, entry.value, model, { ...state.spot, route: [...state.spot.route, entry.key.value] });
    } else if (words.length === 0 || !COMMAND_KEYS.has(entry.key.value)) visitEntry(reading, entry, inside, map);
  }
}

/** What a workflow sets for the commands below it. */
function environmentsIn(map: MapNode, { environments = [] }: Spot): Pick<Spot, 'environments'> {
  const set = map.entries.filter(({ key, value }) => ENVIRONMENT.test(key.value) && value.kind === 'map');
  const scopes = set.flatMap(({ value }) => (value.kind === 'map' ? scopeOf(value, NO_SCOPE) : []));
  return { environments: [...scopes, ...environments].slice(0, MOST_ENVIRONMENTS) };
}

const ENVIRONMENT = /^(?:env|environment|variables|vars)$/;
const MOST_ENVIRONMENTS = 6;

const COMMAND_KEYS = new Set(['command', 'args']);

/** A command whose words are written under two keys: containers of Kubernetes, servers of MCP. */
function commandWords(map: MapNode): readonly ScalarNode[] {
  const command = get(map, 'command');
  const args = get(map, 'args');
  if (!command || args?.kind !== 'list') return [];
  const words = [...(command.kind === 'list' ? command.items : [command]), ...args.items];
  const scalars = words.filter((word) => word.kind === 'scalar');
  return scalars.length === words.length && !/\s/.test(scalars[0]?.value ?? '') ? scalars : [];
}

/** Whether the map, or the settings in it, name a model. */
function holdsModel(map: MapNode, depth: number): boolean {
  return map.entries.some(({ key, value }) => {
    if (roleOf(key.value) === 'model') return saysSomething(value);
    return depth > 0 && value.kind === 'map' && isSettings(key.value) && holdsModel(value, depth - 1);
  });
}

function saysSomething(value: Node): boolean {
  return value.kind !== 'scalar' || (value.type === 'string' && !isEmpty(value.value));
}

/** One word: `acme:`, `acmeCloud:`; not the name of a service or of a model. */
const VENDOR_KEY = /^(?!services$)[A-Za-z]{3,20}$/;

function visitEntry(reading: Reading, { key, value }: Entry, outer: Visit, map: MapNode): void {
  const isOfVendor = VENDOR_KEY.test(key.value) && isHitNode(reading, key);
  const isListed = outer.role === 'credential' && isOfVendor;
  const own = isListed ? 'credential' : roleWithin(key, outer, map);
  const role = isModelName(reading, { key, value }, { map, route: outer.spot.route }) ? 'model' : own;
  const endpoint = endpointFor(outer.scope, key.value);
  const spot: Spot = {
    ...outer.spot,
    route: [...outer.spot.route, key.value],
    usage: usageOf({ key, value }, map, outer.spot.usage),
    endpoint,
    provider:
      role === 'model' ? providerFor(outer.scope, key.value, { endpoint, name: stringOf(value)?.value ?? '' }) : outer.scope.provider,
  };
  if (role === 'provider' && value.kind === 'map' && isFilter(value)) {
    readFilter(reading, value, spot);
    visit(reading, withoutFilters(value), { ...outer, spot, role, key, depth: outer.depth + 1 });
    return;
  }
  readKey(reading, key, value, { ...outer, spot });
  // A key below `providers`, or one that is a vendor's name, is the provider of all that stands below it.
  const isProvider = value.kind === 'map' && !isSettings(key.value) && (outer.role === 'provider' || (role === null && isOfVendor));
  const provider = isProvider ? key.value : null;
  const scope = provider ? { ...outer.scope, provider } : outer.scope;
  // A wrapper passes on the key that it wraps, whose words count; a name in a map of no role is a name.
  const passes = isWrapper(key.value) && role === outer.role && (role !== null || key.value !== 'name');
  const named = outer.key && passes ? outer.key : key;
  const quiet = outer.quiet || (role === null && isOutput(key.value));
  const owner = isListed ? outer.key : isProvider && isOfVendor ? key : (outer.owner ?? null);
  visit(reading, value, { ...outer, spot, scope, role, key: named, owner, depth: outer.depth + 1, quiet });
}

/** The key's own role, or that of the key around it where this one only wraps. */
function roleWithin(key: ScalarNode, { role, key: outer, spot: { route } }: Visit, map: MapNode): Role | null {
  const own = roleOf(key.value);
  // A label repeats what an object is about.
  if (own === 'model' && isLabel(route)) return null;
  if (own === 'model' && /^models?$/i.test(key.value)) return own;
  // `vendor.api.key` of Spring.
  if (key.value === 'key' && outer?.value === 'api') return 'credential';
  if (role && role !== 'provider' && outer && isWrapper(key.value) && !isName(key, map)) return role;
  return own;
}

/** A display name: the map has a key that says it better. */
function isName({ value }: ScalarNode, map: MapNode): boolean {
  if (value !== 'name' && value !== 'default' && value !== 'source') return false;
  return map.entries.some(({ key }) => key.value !== value && (roleOf(key.value) === 'model' || /^(?:id|uri|value)$/.test(key.value)));
}

/** Keys that are hosts, or models' names: below `models`, or anywhere if they look like nothing else. */
function readKey(reading: Reading, key: ScalarNode, value: Node, { spot, role, quiet }: Visit): void {
  if (role === 'model' && sightRun(reading, { key, value }, spot)) return;
  if (!isHitNode(reading, key)) return;
  // What may be reached: a program's exceptions, a firewall's list.
  if (isDomain(key.value)) sightEndpoint(reading, key, spot);
  if (value.kind === 'map' && isConstant(key.value) && isDeclared(key.value, value)) sightCredential(reading, key, spot);
  if (quiet || isConstant(key.value) || !isPlainlyModelLike(key.value) || roleOf(key.value)) return;
  const isListed = role === 'model' && value.kind !== 'scalar';
  const model = value.kind === 'map' ? modelWithin(reading, value) : null;
  if (model) sightAlias(reading, key, model, spot);
  else if (isListed || /\d.*[-/:.]|[-/:.].*\d|\/|^[a-z]+\d/i.test(key.value) || (/-/.test(key.value) && value.kind !== 'map'))
    sightModel(reading, key, spot);
}

function visitList(reading: Reading, list: ListNode, state: Visit): void {
  const { items } = list;
  const words = items.filter((item) => item.kind === 'scalar');
  if (words.length === items.length && (words.some(({ value }) => /^-{1,2}[A-Za-z]/.test(value)) || isArguments(state.spot.route))) {
    readCommand(reading, commandOf(words), state.spot);
    return;
  }
  const environment = environmentOf(items);
  if (environment.entries.length > 0 && environment.entries.length * 2 >= items.length) {
    visitMap(reading, environment, { ...state, role: null, key: null });
    // A name alone is passed on with the value that it has outside.
    for (const word of words) if (isConstant(word.value)) visitScalar(reading, word, { ...state, role: null, key: null });
    return;
  }
  items.forEach((item, index) => {
    visit(reading, item, { ...state, spot: { ...state.spot, route: [...state.spot.route, `[${index}]`] }, depth: state.depth + 1 });
  });
}
