// What the names of a file say about each other: a constant and its value, a variable and its default, a name that another
// file of the tree gives its value.
import { slice } from '../../formats/nodes.ts';
import { rootSpot, type Spot, sightEdge, sightModel } from '../config/sight.ts';
import type { Code } from './code.ts';
import type { Reader } from './literals.ts';
import { placeOfName } from './modules.ts';
import type { Site } from './spot.ts';
import { usesOf } from './uses.ts';

const IDENTIFIER = /^[A-Za-z_$][\w$]{0,100}$/;
const DEEPEST = 4;

export function sightNames({ code, literal: { node }, site }: Reader, name: string, spot: Spot): void {
  const { path } = code.reading.document;
  if (site.variable !== null && IDENTIFIER.test(site.variable)) {
    sightEdge(code.reading, node, spot, { from: `env:${site.variable}`, relation: 'alias', to: name });
  }
  const symbol = symbolOf(site, spot);
  if (symbol !== null) sightEdge(code.reading, node, spot, { from: `symbol:${path}#${symbol}`, relation: 'alias', to: name });
}

/** Under what name other files know a value: a constant, an attribute of a class, an entry of an object. */
function symbolOf({ context, scopes, variable, key, route, isKey }: Site, { usage }: Spot): string | null {
  if (key === null || isKey || route.length > DEEPEST || usage === 'catalogue' || usage === 'denylist') return null;
  const names = route[0] === 'exports' ? route.slice(1) : route;
  if (names.length === 0 || !names.every((part) => IDENTIFIER.test(part))) return null;
  const isDefinition = context === 'assignment' || (context === 'default' && scopes.length === 0) || variable !== null;
  return (isDefinition && names.length === 1) || context === 'entry' ? names.join('.') : null;
}

/** Endings that give the text of a member of an enumeration. */
const UNWRAPS = /(?:\.|->)(?:value|id|rawValue|name|code)$/;

/** A model's name that another file of this tree defines is what that file says it is. */
export function sightImported(code: Code): void {
  const { document } = code.reading;
  for (const [written, { start, end, call, context, endpoint, provider, revision, remoteCode }] of usesOf(code)) {
    const parts = written
      .replace(UNWRAPS, '')
      .split(/[^\w$]+/)
      .filter((part) => part !== '');
    const place = placeOfName(code, parts);
    if (place === null) continue;
    const node = slice(code.source, start, end);
    const spot = { ...rootSpot(document, context), endpoint, provider, route: [...code.routeAt(node.start), ...parts] };
    sightModel(code.reading, node, spot, { call, revision, remoteCode });
    sightEdge(code.reading, node, spot, { from: `symbol:${document.path}#${node.value}`, relation: 'alias', to: `symbol:${place}` });
  }
}
