// A table of what exists is not a choice. Files that list many models with prices and limits would else drown what is used.
import { kindOf } from '../../formats/code/frame.ts';
import { calleeOf } from '../../formats/code/slots.ts';
import { OPEN } from '../../formats/code/tokens.ts';
import type { Usage } from '../../model.ts';
import { isDenial } from '../config/roles.ts';
import { type Code, remembered } from './code.ts';
import { isEnumerated } from './enumerations.ts';
import { isChoice } from './menus.ts';
import type { Site } from './spot.ts';
import { countsOf } from './tally.ts';

/** A list shorter than this may be somebody's selection. */
const FEWEST_NAMES = 15;
const FEWEST_FACTS = 3;
/** Who serves so many addresses lists whom it can ask. */
const FEWEST_ADDRESSES = 10;

/** What else a path says stays: what a test or a document lists is no catalogue of the product. */
const CLOSED: ReadonlySet<Usage> = new Set(['test', 'docs', 'vendored', 'generated']);

/** Usage that the place in the file tells: a table of models, a list of what is not to be used, or what the path says. */
export function usageOf(code: Code, site: Site): Usage {
  const { usage } = code.reading.document;
  if (site.route.some(isDenied) || isDenied(site.callee)) return 'denylist';
  if (CLOSED.has(usage)) return usage;
  if (isInTests(code, site)) return 'test';
  if (isDescribed(code, site)) return 'docs';
  const isListed =
    isEnumerated(code, site) || isChoice(code, site) || site.scopes.some((open) => isTable(code, open)) || isRegistered(code, site);
  return isListed ? 'catalogue' : usage;
}

/** Elixir describes a module and its functions in attributes, with examples. */
function isDescribed({ skeleton: { language } }: Code, { route: [name = ''] }: Site): boolean {
  return language.name === 'elixir' && /^(?:module|type|short)?doc$/.test(name);
}

function isDenied(name: string): boolean {
  return isDenial(name) || /block_?list|black_?list|deny_?list|disallow|unsupported|banned/i.test(name);
}

/** Rust keeps tests beside what they test. */
const TESTS = /#\[cfg\((?:all\()?test\b[^\]\n]{0,60}\]\s{0,40}(?:pub\s)?mod\s\w{1,60}\s{0,4}$/;

const DEEPEST = 100;

function isInTests({ skeleton }: Code, { token }: Site): boolean {
  if (skeleton.language.name !== 'rust' || token < 0) return false;
  let open = token;
  // Only modules of the file itself are looked at: the outermost bracket.
  for (let depth = 0; depth < DEEPEST && (skeleton.parents[open] ?? -1) >= 0; depth++) open = skeleton.parents[open] ?? -1;
  const start = skeleton.starts[open] ?? 0;
  return TESTS.test(skeleton.text.slice(Math.max(0, start - 160), start));
}

/** Names with prices and limits, many names, or many addresses. */
function isTable(code: Code, open: number): boolean {
  const close = code.skeleton.links[open] ?? -1;
  if (close < 0 || close - open < FEWEST_ADDRESSES) return false;
  const { names, facts, addresses } = countsOf(code);
  const within = (column: Int32Array) => (column[close] ?? 0) - (column[open] ?? 0);
  if (within(addresses) >= FEWEST_ADDRESSES && /^(?:list|object)$/.test(kindOf(code.skeleton, open))) return true;
  return within(names) >= FEWEST_NAMES || (within(facts) >= FEWEST_FACTS && within(names) >= FEWEST_FACTS);
}

/** As many calls of one function, each with names, enter them somewhere. */
const FEWEST_CALLS = 10;
const FEWEST_REGISTERED = 40;

/** Among many names that are given to calls: `{ name: Model(...), ... }`, or one call after another on the file's top level. */
function isRegistered(code: Code, { token }: Site): boolean {
  const { skeleton } = code;
  let open = token < 0 ? -1 : (skeleton.parents[token] ?? -1);
  for (let depth = 0; depth < DEEPEST_TABLE && open >= 0; depth++) {
    const kind = kindOf(skeleton, open);
    // What a function does is no table, however many names it knows.
    if (kind === 'statement' || kind === 'parameters') return false;
    if (/^(?:list|object)$/.test(kind) && namesIn(code, open) >= FEWEST_NAMES) return true;
    if (kind === 'call' && (skeleton.parents[open] ?? -1) < 0) return registriesOf(code).has(calleeOf(skeleton, open).name);
    open = skeleton.parents[open] ?? -1;
  }
  return false;
}

const DEEPEST_TABLE = 8;

function namesIn(code: Code, open: number): number {
  const close = code.skeleton.links[open] ?? -1;
  const { names } = countsOf(code);
  return close < 0 ? 0 : (names[close] ?? 0) - (names[open] ?? 0);
}

/** What is called again and again on the top level, with many names in all. */
function registriesOf(code: Code): ReadonlySet<string> {
  return remembered(code, findRegistries);
}

function findRegistries(code: Code): ReadonlySet<string> {
  const { skeleton } = code;
  const found = new Map<string, { calls: number; names: number }>();
  for (let token = 0; token < skeleton.count; token++) {
    if (skeleton.kinds[token] !== OPEN || (skeleton.parents[token] ?? -1) >= 0) continue;
    const names = namesIn(code, token);
    const callee = names > 0 ? calleeOf(skeleton, token).name : '';
    if (callee === '') continue;
    const { calls, names: before } = found.get(callee) ?? { calls: 0, names: 0 };
    found.set(callee, { calls: calls + 1, names: before + names });
  }
  return new Set([...found].flatMap(([callee, { calls, names }]) => (calls >= FEWEST_CALLS && names >= FEWEST_REGISTERED ? [callee] : [])));
}
