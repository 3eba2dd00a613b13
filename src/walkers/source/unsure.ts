// Where the lexer cannot be sure: a bracket that nothing closes, a text that its line cuts off. It goes on behind either, so that
// no later literal is lost; what may be lost is the text itself, or what is around the literals behind the bracket.
import { HOLE, isUnterminated, OPEN, type Skeleton, STRING, TEMPLATE } from '../../formats/code/tokens.ts';
import { isHit } from '../../formats/document.ts';
import { rawOffset } from '../../formats/nodes.ts';
import { notice } from '../evidence.ts';
import type { Code } from './code.ts';

/** At most one a file, and only where something is named that may be misunderstood. */
export function noteUnsure(code: Code): void {
  const { reading, skeleton, source } = code;
  const { document } = reading;
  if (!document.hits || reading.seen.has('unsure')) return;
  for (let token = 0; token < skeleton.count; token++) {
    const detail = doubtAt(skeleton, token);
    if (detail === null) continue;
    const from = rawOffset(source, skeleton.starts[token] ?? 0);
    const to = skeleton.kinds[token] === STRING ? rawOffset(source, skeleton.ends[token] ?? 0) : source.end;
    if (!isHit(document, from, to)) continue;
    reading.seen.add('unsure');
    reading.out.push(notice(document, 'unsure-syntax', detail, from));
    return;
  }
}

/** A here-document needs no closing of its own. */
const HEREDOC = 255;

function doubtAt(skeleton: Skeleton, token: number): string | null {
  const kind = skeleton.kinds[token];
  if (kind === STRING && skeleton.formIds[token] !== HEREDOC && isUnterminated(skeleton, token))
    return 'a text ends with its line and was not read; what follows was';
  const isOpen = (kind === OPEN || kind === HOLE || kind === TEMPLATE) && (skeleton.links[token] ?? -1) < 0;
  return isOpen ? 'a bracket is not closed; what is behind it was read, but may belong to something else than it seems' : null;
}
