// What the names of a file say about each other: a constant and its value, a variable and its default, a name that another
// file of the tree gives its value.
import { type ScalarNode, slice } from '../../formats/nodes.ts';
import { rootSpot, type Spot, sightEdge, sightModel } from '../config/sight.ts';
import { loadingOf } from './beside.ts';
import { reboundOf } from './bindings.ts';
import { type Code, remembered } from './code.ts';
import type { Reader } from './literals.ts';
import { membersOf } from './members.ts';
import { placesOfName } from './modules.ts';
import type { Site } from './spot.ts';
import { allUsesOf } from './uses.ts';

const IDENTIFIER = /^[A-Za-z_$][\w$]{0,100}$/;
/** What a table calls a row. */
const KEY = /^[A-Za-z_$][\w$-]{0,100}$/;
const DEEPEST = 4;

export function sightNames({ code, literal: { node }, site }: Reader, name: string, spot: Spot): void {
  if (site.variable !== null && IDENTIFIER.test(site.variable)) {
    sightEdge(code.reading, node, spot, { from: `env:${site.variable}`, relation: 'alias', to: name });
  }
  sightSymbol({ code, node, site }, name, spot);
}

interface Defined {
  readonly code: Code;
  readonly node: ScalarNode;
  readonly site: Site;
}

/** What a constant, an attribute or an entry stands for: the name of a model, or an address. */
export function sightSymbol({ code, node, site }: Defined, name: string, spot: Spot): void {
  const { path } = code.reading.document;
  const symbol = symbolOf(site, spot) ?? memberOf(code, site);
  if (symbol === null) return;
  const owner = symbol.includes('.') ? null : classOf(code, site);
  for (const known of owner === null ? [symbol] : [symbol, `${owner}.${symbol}`])
    sightEdge(code.reading, node, spot, { from: `symbol:${path}#${known}`, relation: 'alias', to: name });
}

/** Under what name other files know a value: a constant, an attribute of a class, an entry of an object. */
function symbolOf({ context, scopes, variable, key, route, isKey }: Site, { usage }: Spot): string | null {
  if (key === null || isKey || route.length > DEEPEST || usage === 'denylist') return null;
  const names = route[0] === 'exports' ? route.slice(1) : route;
  const [first = '', ...rest] = names;
  if (!IDENTIFIER.test(first) || !rest.every((part) => KEY.test(part))) return null;
  const isDefinition = context === 'assignment' || (context === 'default' && scopes.length === 0) || variable !== null;
  // Of a table's rows, other files take one by a name that the table gives it.
  return (isDefinition && names.length === 1) || (context === 'entry' && names.length > (usage === 'catalogue' ? 1 : 0))
    ? names.join('.')
    : null;
}

const CLASS =
  /\b(?:class|object|enum|struct|interface|record|extension|impl|module|mixin)\s{1,4}([A-Za-z_]\w{0,80})(?:\s{0,4}[<(:][^{};]{0,160}|\s{1,4}[^{};]{0,160})?$/;

/** The class that holds a constant, where the language has brackets around it. */
function classOf({ skeleton: { text, starts, parents } }: Code, { token }: Site): string | null {
  let open = token < 0 ? -1 : (parents[token] ?? -1);
  // A member of an enumeration is given its value in brackets.
  if (text[starts[open] ?? -1] === '(') open = parents[open] ?? -1;
  const before = (at: number) => text.slice(Math.max(0, (starts[at] ?? 0) - 240), starts[at] ?? 0);
  if (open >= 0 && /\bcompanion\s{1,4}object\s{0,4}$/.test(before(open))) open = parents[open] ?? -1;
  return open < 0 || text[starts[open] ?? 0] !== '{' ? null : (CLASS.exec(before(open))?.[1] ?? null);
}

/** `enum Models { FAST("acme-large") }`: a member is what it is made with. */
function memberOf({ skeleton: { text, starts, parents } }: Code, { context, token, call }: Site): string | null {
  const open = context === 'argument' && token >= 0 ? (parents[token] ?? -1) : -1;
  const outer = open < 0 ? -1 : (parents[open] ?? -1);
  if (outer < 0 || call === null || !/^[A-Z]\w{0,80}$/.test(call) || text[starts[outer] ?? 0] !== '{') return null;
  const start = starts[outer] ?? 0;
  return /\benum\b[^{};]{0,200}$/.test(text.slice(Math.max(0, start - 240), start)) ? call : null;
}

/** Endings that give the text of a member of an enumeration. */
const UNWRAPS = /(?:\.|->)(?:value|id|rawValue|name|code)$/;

/** `MODELS.get("fast-one", other)` is the row `fast-one` of `MODELS`. */
export function partsOf(name: string): readonly string[] {
  const plain = name.replace(UNWRAPS, '').replace(/\.get\((["'][\w$-]{1,90}["'])[^()]{0,70}\)/g, '[$1]');
  return plain.match(/(?<=["'])[\w$-]+(?=["'])|[\w$]+/g) ?? [];
}

/** What a file imports of a dotted name. */
export function firstOf({ name }: { readonly name: string }): string {
  return partsOf(name)[0] ?? '';
}

/** A model's name that another file of this tree defines is what that file says it is. */
export function sightImported(code: Code): void {
  const { document } = code.reading;
  const members = remembered(code, membersOf);
  const uses = allUsesOf(code);
  const rebound = reboundOf(code, uses.map(firstOf));
  for (const { name, start, end, call, context, endpoint, provider, ...beside } of uses) {
    const parts = partsOf(name);
    if (rebound.has(parts[0] ?? '')) continue;
    if (members.has(start + name.replace(UNWRAPS, '').length)) continue;
    const places = placesOfName(code, parts);
    if (places.length === 0) continue;
    const node = slice(code.source, start, end);
    const spot = { ...rootSpot(document, context), endpoint, provider, route: [...code.routeAt(node.start), ...parts] };
    sightModel(code.reading, node, spot, { call, ...loadingOf(beside) });
    for (const place of places)
      sightEdge(code.reading, node, spot, { from: `symbol:${document.path}#${node.value}`, relation: 'alias', to: `symbol:${place}` });
  }
}
