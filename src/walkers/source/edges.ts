// What the names of a file say about each other: a constant and its value, a variable and its default.
import type { Spot } from '../config/sight.ts';
import { sightEdge } from '../config/sight.ts';
import type { Reader } from './literals.ts';

const IDENTIFIER = /^[A-Za-z_$][\w$]{0,100}$/;

export function sightNames({ code, literal: { node }, site }: Reader, name: string, spot: Spot): void {
  const { path } = code.reading.document;
  if (site.variable !== null && IDENTIFIER.test(site.variable)) {
    sightEdge(code.reading, node, spot, { from: `env:${site.variable}`, relation: 'alias', to: name });
  }
  const isDefinition = site.context === 'assignment' || (site.context === 'default' && site.scopes.length === 0) || site.variable !== null;
  if (isDefinition && site.key !== null && site.route.length === 1 && IDENTIFIER.test(site.key)) {
    sightEdge(code.reading, node, spot, { from: `symbol:${path}#${site.key}`, relation: 'alias', to: name });
  }
}
