// Several names in one text: with commas between them, or a list of words as Ruby and Elixir write it.
import type { Context } from '../../model.ts';
import { modelIn, touches } from '../config/listed.ts';
import { type Range, sightModel } from '../config/sight.ts';
import { besideOf } from './beside.ts';
import type { Code } from './code.ts';
import { type Reader, spotOf } from './literals.ts';

import { isName } from './worth.ts';

/** `%w[a b]`, `~w(a b)`. */
export function isWordList({ skeleton }: Code, token: number): boolean {
  const start = skeleton.starts[token] ?? 0;
  return /^[%~][wW]\W/.test(skeleton.text.slice(start, start + 3));
}

/** Several names in one text. False where none of them is one. */
export function readParts(reader: Reader, parts: readonly Range[]): boolean {
  const { code, literal, site } = reader;
  const { node } = literal;
  const before = code.reading.out.length;
  for (const part of parts) {
    if (!touches(code.reading, node, part)) continue;
    const range = modelIn(code.reading, node, part);
    if (!range || !isName({ ...reader, isForced: true }, node.value.slice(range.start, range.end))) continue;
    const beside = besideOf(code, site);
    const spot = spotOf(code, site, node, { ...beside, provider: beside.provider ?? range.provider });
    sightModel(code.reading, node, { ...spot, context: inList(site.context) }, { range, call: site.call });
  }
  return code.reading.out.length > before;
}

function inList(context: Context): Context {
  return context === 'text' || context === 'value' || context === 'assignment' ? 'entry' : context;
}
