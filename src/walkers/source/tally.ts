// How many names of models a file holds up to each of its tokens: a question about any bracket is answered by a subtraction.
import { innerEnd, innerStart, type Skeleton, STRING } from '../../formats/code/tokens.ts';
import { isHit } from '../../formats/document.ts';
import { rawOffset } from '../../formats/nodes.ts';
import { isModelLike, isPlainlyModelLike } from '../config/looks.ts';
import { type Code, remembered } from './code.ts';

const FACTS =
  /\b(?:(?:input|output|prompt|completion|cached?)_?(?:cost|price)\w{0,20}|pricing|price|(?:cost|price)_?per\w{0,20}|max_?(?:input_?|output_?|completion_?|context_?)?(?:tokens|length)|context_?(?:window|length|size|limit)|contextWindow|maxTokens)\b["']?\s{0,4}[:=]/gi;

export interface Counts {
  /** Texts with a version that look like a model's name. */
  readonly names: Int32Array;
  /** Names that touch a hit, and others that look like a model's name. */
  readonly members: Int32Array;
  /** Addresses. */
  readonly addresses: Int32Array;
  /** Prices and limits. */
  readonly facts: Int32Array;
}

export function countsOf(code: Code): Counts {
  return remembered(code, count);
}

function count(code: Code): Counts {
  const { skeleton } = code;
  const size = skeleton.count + 1;
  const found = {
    names: new Int32Array(size),
    members: new Int32Array(size),
    addresses: new Int32Array(size),
    facts: new Int32Array(size),
  };
  const facts = Array.from(skeleton.text.matchAll(FACTS), ({ index }) => index);
  let fact = 0;
  for (let token = 0; token < skeleton.count; token++) {
    const start = skeleton.starts[token] ?? 0;
    while (fact < facts.length && (facts[fact] ?? 0) < start) fact++;
    found.facts[token] = fact;
    found.names[token + 1] = (found.names[token] ?? 0) + (isNameLike(skeleton, token) ? 1 : 0);
    found.addresses[token + 1] = (found.addresses[token] ?? 0) + (/^https:\/\/\w/.test(textOf(skeleton, token)) ? 1 : 0);
    found.members[token + 1] = (found.members[token] ?? 0) + (isMember(code, token) ? 1 : 0);
  }
  return found;
}

function isNameLike(skeleton: Skeleton, token: number): boolean {
  const text = textOf(skeleton, token);
  return /\d/.test(text) && /[-/:]/.test(text) && isModelLike(text);
}

/** A name without a version is one only where it touches a hit. */
export function isMember({ skeleton, source, reading }: Code, token: number): boolean {
  const text = textOf(skeleton, token);
  if (text === '') return false;
  const start = rawOffset(source, skeleton.starts[token] ?? 0);
  const isKnown = isHit(reading.document, start, rawOffset(source, skeleton.ends[token] ?? 0));
  return isKnown ? isPlainlyModelLike(text) : isNameLike(skeleton, token);
}

/** Empty where it is no string, or none of a name's length. */
function textOf(skeleton: Skeleton, token: number): string {
  if (skeleton.kinds[token] !== STRING) return '';
  const from = innerStart(skeleton, token);
  const to = innerEnd(skeleton, token);
  return to - from < 4 || to - from > 100 ? '' : skeleton.text.slice(from, to);
}
