// Where a literal stands: what is called with it, what it is assigned to, under which keys, and what is done with it.
import { type Frame, frameOf } from '../../formats/code/frame.ts';
import { HOLE, type Skeleton, TEMPLATE } from '../../formats/code/tokens.ts';
import { behind, NOWHERE, type Site } from './spot.ts';
import { atAttribute, atStatement } from './statement.ts';
import { inCall, inGroup, inHole, inList, inObject, inParameters, inSubscript } from './within.ts';

const DEEPEST = 12;

/** `first` and `last` are the tokens of the literal, which may be several strings in a row. */
export function siteOf(code: Skeleton, first: number, last: number, depth = 0): Site {
  if (depth > DEEPEST) return NOWHERE;
  const frame = frameOf(code, first);
  const site = read(code, frame, last, depth);
  return { ...site, token: first, context: isComparedAfter(code, frame, last) ? 'comparison' : site.context };
}

function read(code: Skeleton, frame: Frame, last: number, depth: number): Site {
  const { kind, open } = frame;
  const attribute = atAttribute(code, frame);
  if (attribute) return attribute;
  if (kind === 'statement') return atStatement(code, frame);
  const around = () => siteOf(code, open, code.links[open] ?? open, depth + 1);
  if (kind === 'call') return inCall(code, frame, around());
  if (kind === 'parameters') return inParameters(code, frame);
  if (kind === 'object') return inObject(code, frame, around(), last);
  if (kind === 'list') return inList(code, frame, around(), last);
  if (kind === 'subscript') return inSubscript(code, frame, around());
  if (kind === 'hole') return inHole(code, frame, aroundHole(code, open, depth));
  return inGroup(code, frame, around());
}

/** A hole's surroundings are those of the string around it. */
function aroundHole(code: Skeleton, open: number, depth: number): Site {
  const template = code.parents[open] ?? -1;
  if (template < 0 || code.kinds[template] !== TEMPLATE || code.kinds[open] !== HOLE) return NOWHERE;
  return siteOf(code, template, code.links[template] ?? template, depth + 1);
}

const COMPARED = /^\s{0,10}(?:[!=]==?\s|[!=]=|\bnot in\b|\bin\s|<>)/;

function isComparedAfter(code: Skeleton, { kind }: Frame, last: number): boolean {
  const text = behind(code, last);
  if (kind === 'statement' && /^\s{0,10}\|\s{0,10}$/.test(text)) return code.language.braceBlocks === true;
  if (/^\s{0,10}=>/.test(text)) return kind === 'statement' && code.language.braceBlocks === true;
  return COMPARED.test(text) || (kind === 'statement' && /^\s{0,10}->/.test(text) && code.language.braceBlocks === true);
}
