// Tables that give models other names (`ALIASES = {"r1": "vendor/model-r1"}`), and where the same file asks for one by such a name.
import { innerEnd, innerStart, STRING } from '../../formats/code/tokens.ts';
import { slice } from '../../formats/nodes.ts';
import { isWrapper, roleOf } from '../config/roles.ts';
import { type Spot, sightEdge, sightModel } from '../config/sight.ts';
import { besideOf } from './beside.ts';
import { type Code, remembered } from './code.ts';
import type { Reader } from './literals.ts';
import { siteOf } from './site.ts';
import type { Site } from './spot.ts';

/** What a table of names is called; other objects are settings. */
const TABLE = /alias|short(?:hands?|cuts?|names?)?$|nick_?names?$|(?:map|mapping|models?|llms?|presets?|registry|catalog)s?$/i;
const ALIAS = /^[A-Za-z0-9][\w./:-]{1,60}$/;
/** Such a name of such a table means something in the whole tree; any other means it in its file only. */
const EVERYWHERE = /alias|short|nick/i;
const DISTINCTIVE = /^(?=.{6,60}$)(?=.*[A-Za-z])(?=.*[\d/_.:-])[\w./:-]+$/;

/** The symbols of the names that tables of this file give. */
const aliases = (_: Code) => new Map<string, string>();

interface Row {
  readonly table: string;
  readonly alias: string;
}

export function sightAlias({ code, literal: { node }, site }: Reader, name: string, spot: Spot): void {
  const row = rowOf(site);
  if (row === null || row.alias.toLowerCase() === name.toLowerCase() || spot.usage === 'denylist') return;
  const symbol = `symbol:${code.reading.document.path}#${row.table}["${row.alias}"]`;
  remembered(code, aliases).set(row.alias, symbol);
  sightEdge(code.reading, node, spot, { from: symbol, relation: 'alias', to: name });
  if (EVERYWHERE.test(row.table) && DISTINCTIVE.test(row.alias) && spot.usage !== 'catalogue')
    sightEdge(code.reading, node, spot, { from: row.alias, relation: 'alias', to: name });
}

/** `TABLE.alias`, or `TABLE.alias.model` where the table says more of each. */
function rowOf({ context, route, isKey }: Site): Row | null {
  if (context !== 'entry' || isKey) return null;
  const last = route.at(-1) ?? '';
  const isNested = route.length > 2 && (isWrapper(last) || roleOf(last) === 'model');
  const alias = route.at(isNested ? -2 : -1) ?? '';
  const table = route.at(isNested ? -3 : -2) ?? '';
  const isAlias = ALIAS.test(alias) && roleOf(alias) === null && !isWrapper(alias);
  return isAlias && TABLE.test(table) ? { table, alias } : null;
}

const MOST = 200;

/** Texts of this file that ask for a model by such a name. */
export function sightAliased(code: Code): void {
  const names = remembered(code, aliases);
  if (names.size === 0) return;
  const { skeleton } = code;
  let count = 0;
  for (let token = 0; token < skeleton.count && count < MOST; token++) {
    const from = innerStart(skeleton, token);
    const to = innerEnd(skeleton, token);
    if (skeleton.kinds[token] !== STRING || to - from < 2 || to - from > 60) continue;
    const symbol = names.get(skeleton.text.slice(from, to));
    if (symbol === undefined) continue;
    count++;
    const site = siteOf(skeleton, token, token);
    if (asks(site)) sightUse(code, slice(code.source, from, to), { site, symbol });
  }
}

function asks({ key, isKey, context }: Site): boolean {
  return !isKey && key !== null && roleOf(key) === 'model' && /^(?:argument|default|assignment)$/.test(context);
}

function sightUse(code: Code, node: ReturnType<typeof slice>, { site, symbol }: { readonly site: Site; readonly symbol: string }): void {
  const { document } = code.reading;
  const { endpoint, provider } = besideOf(code, site);
  const route = [...code.routeAt(node.start), ...site.route];
  const spot: Spot = { route, usage: document.usage, context: site.context, endpoint, provider };
  sightModel(code.reading, node, spot, { call: site.call });
  sightEdge(code.reading, node, spot, { from: `symbol:${document.path}#${node.value}`, relation: 'alias', to: symbol });
}
