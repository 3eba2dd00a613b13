// Comments and docstrings: only names that stand there as names, and addresses. What prose says about vendors is no use of them.
import { isHit } from '../../formats/document.ts';
import { rawEnd, rawOffset, type ScalarNode } from '../../formats/nodes.ts';
import type { Context } from '../../model.ts';
import { isPlainlyModelLike, urlsIn } from '../config/looks.ts';
import { type Spot, sightEndpoint, sightModel } from '../config/sight.ts';
import type { Code } from './code.ts';

const TOKEN = /[A-Za-z0-9@][\w@./:+-]{3,199}/g;
const MOST = 200;
/** Much text, such as a licence or a changelog, is not searched for names. */
const LONGEST = 20_000;

export function readDocumentation(code: Code, node: ScalarNode, context: Context): void {
  if (node.value.length > LONGEST) return;
  const spot = spotAt(code, node, context);
  const taken: { start: number; end: number }[] = [];
  for (const { start, end } of urlsIn(node.value)) {
    taken.push({ start, end });
    if (touches(code, node, start, end)) sightEndpoint(code.reading, node, spot, { start, end });
  }
  let count = 0;
  for (const { 0: found, index } of node.value.matchAll(TOKEN)) {
    const name = found.replace(/[.:/+-]+$/, '');
    const end = index + name.length;
    if (taken.some((url) => index < url.end && end > url.start) || !touches(code, node, index, end)) continue;
    if (!isName(name) || ++count > MOST) continue;
    sightModel(code.reading, node, spot, { range: { start: index, end } });
  }
}

function spotAt(code: Code, node: ScalarNode, context: Context): Spot {
  const { usage } = code.reading.document;
  const isOpen = usage === 'runtime' || usage === 'deploy' || usage === 'developer-tool' || usage === 'build';
  return { route: code.routeAt(node.start), usage: isOpen ? 'docs' : usage, context, endpoint: null, provider: null };
}

function touches({ reading }: Code, node: ScalarNode, start: number, end: number): boolean {
  return isHit(reading.document, rawOffset(node, start), rawEnd(node, end));
}

/** In prose, a name needs a sign that no sentence has: an owner, or a version behind a hyphen or colon. */
function isName(name: string): boolean {
  if (!isPlainlyModelLike(name) || /^[A-Z_0-9]+$/.test(name) || /\/\/|^@|\.\w{1,4}\//.test(name)) return false;
  if (/^(?:[\w.-]{2,60}\/){1,4}[\w.:-]{2,100}$/.test(name)) return /\d/.test(name) && /[-.]/.test(name.slice(name.lastIndexOf('/')));
  return !name.includes('/') && /[A-Za-z][-:]?[\w.]*\d/.test(name) && /[-:]/.test(name);
}
