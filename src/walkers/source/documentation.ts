// Comments and docstrings: only names that stand there as names, and addresses. What prose says about vendors is no use of them.
import { isHit } from '../../formats/document.ts';
import { rawEnd, rawOffset, type ScalarNode } from '../../formats/nodes.ts';
import type { Context, Usage } from '../../model.ts';
import { isPlainlyModelLike, urlsIn } from '../config/looks.ts';
import { type Reading, rootSpot, type Spot, sightEndpoint, sightModel } from '../config/sight.ts';
import type { Code } from './code.ts';

const TOKEN = /(?:(?:~|\.{1,2})?\/)?[A-Za-z0-9@][\w@./:+-]{3,199}/g;
const MOST = 200;
/** Much text, such as a licence or a changelog, is not searched for names. */
const LONGEST = 20_000;

export function readDocumentation({ reading, routeAt }: Code, node: ScalarNode, context: Context): void {
  readProse(reading, node, { ...rootSpot(reading.document, context), route: routeAt(node.start) });
}

/** What a page shows is prose, too. */
export function readProse(reading: Reading, node: ScalarNode, at: Spot): void {
  if (node.value.length > LONGEST) return;
  const spot = { ...at, usage: proseUsage(at.usage) };
  const taken: { start: number; end: number }[] = [];
  for (const { start, end } of urlsIn(node.value)) {
    taken.push({ start, end });
    if (touches(reading, node, start, end)) sightEndpoint(reading, node, spot, { start, end });
  }
  let count = 0;
  for (const { 0: found, index } of node.value.matchAll(TOKEN)) {
    const name = found.replace(/[.:/+-]+$/, '');
    const end = index + name.length;
    if (taken.some((url) => index < url.end && end > url.start) || !touches(reading, node, index, end)) continue;
    if (!isName(name) || ++count > MOST) continue;
    sightModel(reading, node, spot, { range: { start: index, end } });
  }
}

function proseUsage(usage: Usage): Usage {
  return usage === 'runtime' || usage === 'deploy' || usage === 'developer-tool' || usage === 'build' ? 'docs' : usage;
}

function touches({ document }: Reading, node: ScalarNode, start: number, end: number): boolean {
  return isHit(document, rawOffset(node, start), rawEnd(node, end));
}

const PATH = /^(?:~|\.{1,2})?\//;

/** In prose, a name needs a sign that no sentence has: an owner, or a version behind a hyphen or colon. */
function isName(written: string): boolean {
  const name = written.replace(PATH, '');
  if (!isPlainlyModelLike(name) || /^[A-Z_0-9]+$/.test(name) || /\/\/|^@|\.\w{1,4}\//.test(name)) return false;
  if (/^(?:[\w.-]{2,60}\/){1,4}[\w.:-]{2,100}$/.test(name)) return /\d/.test(name) && /[-.]/.test(name.slice(name.lastIndexOf('/')));
  return !name.includes('/') && /[A-Za-z][-:]?[\w.]*\d/.test(name) && /[-:]/.test(name);
}
