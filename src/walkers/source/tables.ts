// A table of what exists is not a choice. Files that list many models with prices and limits would else drown what is used.
import { innerEnd, innerStart, type Skeleton, STRING } from '../../formats/code/tokens.ts';
import { isHit } from '../../formats/document.ts';
import { rawOffset } from '../../formats/nodes.ts';
import type { Usage } from '../../model.ts';
import { isModelLike } from '../config/looks.ts';
import { isDenial } from '../config/roles.ts';
import { type Code, remembered } from './code.ts';
import type { Site } from './spot.ts';

/** A list shorter than this may be somebody's selection. */
const FEWEST_NAMES = 15;
const FEWEST_FACTS = 3;
const FACTS =
  /\b(?:(?:input|output|prompt|completion|cached?)_?(?:cost|price)\w{0,20}|pricing|price|(?:cost|price)_?per\w{0,20}|max_?(?:input_?|output_?|completion_?|context_?)?(?:tokens|length)|context_?(?:window|length|size|limit)|contextWindow|maxTokens)\b["']?\s{0,4}[:=]/gi;

/** Usage that the place in the file tells: a table of models, a list of what is not to be used, or what the path says. */
export function usageOf(code: Code, site: Site): Usage {
  const { document } = code.reading;
  if (site.route.some(isDenied) || isDenied(site.callee)) return 'denylist';
  const isOpen = document.usage !== 'test' && document.usage !== 'docs' && document.usage !== 'vendored' && document.usage !== 'generated';
  return isOpen && site.scopes.some((open) => isTable(code, open)) ? 'catalogue' : document.usage;
}

function isDenied(name: string): boolean {
  return isDenial(name) || /block_?list|black_?list|deny_?list|disallow|unsupported|banned/i.test(name);
}

function isTable(code: Code, open: number): boolean {
  const { skeleton } = code;
  const close = skeleton.links[open] ?? -1;
  if (close < 0 || close - open < FEWEST_NAMES) return false;
  const { names, hits, facts } = remembered(code, sums);
  const within = (column: Int32Array) => (column[close] ?? 0) - (column[open] ?? 0);
  if (within(facts) >= FEWEST_FACTS && within(names) >= FEWEST_FACTS) return true;
  return within(names) >= FEWEST_NAMES && within(hits) < within(names) && within(hits) * 2 <= within(names) * 1.8;
}

interface Sums {
  /** How many texts before a token look like a model's id, how many of them touch a hit, how many facts are told. */
  readonly names: Int32Array;
  readonly hits: Int32Array;
  readonly facts: Int32Array;
}

/** Counted once, so that a question about any bracket is answered by a subtraction. */
function sums(code: Code): Sums {
  const { skeleton, source, reading } = code;
  const size = skeleton.count + 1;
  const found = { names: new Int32Array(size), hits: new Int32Array(size), facts: new Int32Array(size) };
  const facts = Array.from(skeleton.text.matchAll(FACTS), ({ index }) => index);
  let fact = 0;
  for (let token = 0; token < skeleton.count; token++) {
    const start = skeleton.starts[token] ?? 0;
    while (fact < facts.length && (facts[fact] ?? 0) < start) fact++;
    const isName = isNameLike(skeleton, token);
    const end = skeleton.ends[token] ?? start;
    const isHitName = isName && isHit(reading.document, rawOffset(source, start), rawOffset(source, end));
    found.facts[token] = fact;
    found.names[token + 1] = (found.names[token] ?? 0) + (isName ? 1 : 0);
    found.hits[token + 1] = (found.hits[token] ?? 0) + (isHitName ? 1 : 0);
  }
  return found;
}

function isNameLike(skeleton: Skeleton, token: number): boolean {
  if (skeleton.kinds[token] !== STRING) return false;
  const from = innerStart(skeleton, token);
  const to = innerEnd(skeleton, token);
  if (to - from < 4 || to - from > 100) return false;
  const text = skeleton.text.slice(from, to);
  return /\d/.test(text) && /[-/:]/.test(text) && isModelLike(text);
}
