// A table of what exists is not a choice. Files that list many models with prices and limits would else drown what is used.
import type { Usage } from '../../model.ts';
import { isDenial } from '../config/roles.ts';
import type { Code } from './code.ts';
import { isEnumerated } from './enumerations.ts';
import type { Site } from './spot.ts';
import { countsOf } from './tally.ts';

/** A list shorter than this may be somebody's selection. */
const FEWEST_NAMES = 15;
const FEWEST_FACTS = 3;

/** What else a path says stays: what a test or a document lists is no catalogue of the product. */
const CLOSED: ReadonlySet<Usage> = new Set(['test', 'docs', 'vendored', 'generated']);

/** Usage that the place in the file tells: a table of models, a list of what is not to be used, or what the path says. */
export function usageOf(code: Code, site: Site): Usage {
  const { usage } = code.reading.document;
  if (site.route.some(isDenied) || isDenied(site.callee)) return 'denylist';
  if (CLOSED.has(usage)) return usage;
  return isEnumerated(code, site) || site.scopes.some((open) => isTable(code, open)) ? 'catalogue' : usage;
}

function isDenied(name: string): boolean {
  return isDenial(name) || /block_?list|black_?list|deny_?list|disallow|unsupported|banned/i.test(name);
}

/** Names with prices and limits, or many names. */
function isTable(code: Code, open: number): boolean {
  const close = code.skeleton.links[open] ?? -1;
  if (close < 0 || close - open < FEWEST_NAMES) return false;
  const { names, facts } = countsOf(code);
  const within = (column: Int32Array) => (column[close] ?? 0) - (column[open] ?? 0);
  return within(names) >= FEWEST_NAMES || (within(facts) >= FEWEST_FACTS && within(names) >= FEWEST_FACTS);
}
