// One piece of source code being read, and what is remembered about it.
import type { Skeleton } from '../../formats/code/tokens.ts';
import { COMMENT, HOLE, OPAQUE, OPEN, PIECE, STRING, TEMPLATE, tokenAt } from '../../formats/code/tokens.ts';
import type { ScalarNode } from '../../formats/nodes.ts';
import type { Reading } from '../config/sight.ts';

export interface Code {
  readonly reading: Reading;
  readonly skeleton: Skeleton;
  /** The skeleton's text in the coordinates of the document. */
  readonly source: ScalarNode;
  /** The start of the route of what stands at an offset: the cell of a notebook. */
  readonly routeAt: (offset: number) => readonly string[];
  /** The purl type of what the language imports, or null. */
  readonly ecosystem: string | null;
  /** How much was seen before it: what other pieces of a file say is none of its own. */
  readonly first: number;
  /** First tokens of literals that were read. */
  readonly done: Set<number>;
  /** Addresses that touch a hit, as sighted. */
  readonly addresses: Set<string>;
}

/** Whether an offset is in code proper: not in a string or comment. */
export function isPlainCode({ skeleton }: Code, offset: number): boolean {
  const token = tokenAt(skeleton, offset);
  if (token < 0 || offset >= (skeleton.ends[token] ?? 0)) return true;
  const kind = skeleton.kinds[token];
  return kind !== STRING && kind !== COMMENT && kind !== PIECE && kind !== OPAQUE;
}

/** The bracket that holds an offset in plain code, or -1. */
export function bracketAt({ skeleton }: Code, offset: number): number {
  const token = tokenAt(skeleton, offset);
  if (token < 0) return -1;
  const kind = skeleton.kinds[token];
  return kind === OPEN || kind === HOLE || kind === TEMPLATE ? token : (skeleton.parents[token] ?? -1);
}

/** The first token at or behind an offset. */
export function tokenFrom({ skeleton }: Code, offset: number): number {
  const token = tokenAt(skeleton, offset);
  return token >= 0 && skeleton.starts[token] === offset ? token : token + 1;
}

/** No statement that is looked for is longer, and a file may be one line. */
const LONGEST_LINE = 1000;

/** The line that holds an offset, cut at a distance on either side. */
export function lineAround(text: string, offset: number): { readonly start: number; readonly text: string } {
  const floor = Math.max(0, offset - LONGEST_LINE);
  const start = floor + text.slice(floor, offset).lastIndexOf('\n') + 1;
  const rest = text.slice(offset, offset + LONGEST_LINE);
  const end = rest.indexOf('\n');
  return { start, text: text.slice(start, offset) + (end < 0 ? rest : rest.slice(0, end)) };
}

const memory = new WeakMap<Code, Map<(code: Code) => unknown, unknown>>();

/** What a function says about the code, asked once. */
export function remembered<T>(code: Code, tell: (code: Code) => T): T {
  let known = memory.get(code);
  if (!known) {
    known = new Map();
    memory.set(code, known);
  }
  if (!known.has(tell)) known.set(tell, tell(code));
  return known.get(tell) as T;
}
