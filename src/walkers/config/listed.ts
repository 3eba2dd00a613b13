// One part of a list in a text: `+name=What is shown<64000>`, `name->deployment`, `alias=name`, `alias:name`.

import { isHit } from '../../formats/document.ts';
import { rawEnd, rawOffset, type ScalarNode } from '../../formats/nodes.ts';
import { isModelLike, isPlainlyModelLike } from './looks.ts';
import type { Range, Reading } from './sight.ts';

export interface Listed extends Range {
  /** What stands before the name and may be who answers: `ollama` of `ollama:name`. */
  readonly provider: string | null;
}

/** `=`, `=>` or `->` between two names, of which one is nobody's of the catalog. */
const BETWEEN = /=>|->|=/;
const PROVIDER = /^[a-z][a-z_-]{2,20}$/;

/** The model of a part; null where it is taken out of a list (`-name`). */
export function modelIn(reading: Pick<Reading, 'document'>, node: ScalarNode, { start, end }: Range): Listed | null {
  const part = node.value.slice(start, end);
  if (/^-/.test(part)) return null;
  const first = start + (/^\+(?=[\w@])/.exec(part)?.[0].length ?? 0);
  const arrow = BETWEEN.exec(part);
  if (!arrow) return behindAlias(reading, node, { start: first, end });
  const left = { start: first, end: start + arrow.index };
  const right = { start: start + arrow.index + arrow[0].length, end };
  return touches(reading, node, left) || !touches(reading, node, right) ? { ...left, provider: null } : { ...right, provider: null };
}

function behindAlias(reading: Pick<Reading, 'document'>, node: ScalarNode, whole: Range): Listed {
  const colon = node.value.indexOf(':', whole.start);
  const left = { start: whole.start, end: colon };
  const right = { start: colon + 1, end: whole.end };
  const isAlias = colon > 0 && colon < whole.end - 2 && !touches(reading, node, left) && touches(reading, node, right);
  if (!isAlias || node.value.startsWith('//', right.start) || !isModelLike(node.value.slice(right.start, right.end)))
    return { ...whole, provider: null };
  const alias = node.value.slice(left.start, left.end);
  return { ...right, provider: PROVIDER.test(alias) ? alias : null };
}

export function touches({ document }: Pick<Reading, 'document'>, node: ScalarNode, { start, end }: Range): boolean {
  return isHit(document, rawOffset(node, start), rawEnd(node, end));
}

/** The parts of a text that is nothing but names with commas or semicolons between them, each of which may have another name. */
export function modelsListed(reading: Reading, node: ScalarNode): readonly Listed[] {
  if (!LIST.test(node.value)) return [];
  return Array.from(node.value.matchAll(/[^,;\s]{1,200}/g), ({ 0: part, index }) => ({ start: index, end: index + part.length })).flatMap(
    (part) => {
      const model = touches(reading, node, part) ? modelIn(reading, node, part) : null;
      return model && isPlainlyModelLike(node.value.slice(model.start, model.end)) ? [model] : [];
    },
  );
}

const LIST = /^[\w@.:/+=>-]{2,200}(?:\s?[,;]\s?[\w@.:/+=>-]{2,200}){1,100}[,;]?$/;
