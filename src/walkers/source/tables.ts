// A table of what exists is not a choice. Files that list many models with prices and limits would else drown what is used.
import { kindOf } from '../../formats/code/frame.ts';
import type { Usage } from '../../model.ts';
import { isDenial } from '../config/roles.ts';
import type { Code } from './code.ts';
import { isEnumerated } from './enumerations.ts';
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
  return isEnumerated(code, site) || site.scopes.some((open) => isTable(code, open)) ? 'catalogue' : usage;
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
