// Where, in the form that every platform takes: a relative, percent-encoded URI and a region on one line.
import type { Location, PhysicalLocation, Region } from 'sarif';
import type { Evidence } from '../../model.ts';
import { cut, plain, plainAligned } from '../plain.ts';

/** The name under which the repository's root stands in `originalUriBaseIds`. */
export const SOURCE_ROOT = '%SRCROOT%';
const LONGEST_SNIPPET = 400;

/** Relative to the repository's root, which is above the scanned root by `prefix`. */
export function uriOf(path: string, prefix: string): string {
  const whole = prefix === '' ? path : `${prefix}/${path}`;
  return whole
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .filter((segment) => segment !== '')
    .map(encodeURIComponent)
    .join('/');
}

export function physical(evidence: Evidence, prefix: string): PhysicalLocation {
  return { artifactLocation: { uri: uriOf(evidence.path, prefix), uriBaseId: SOURCE_ROOT }, region: regionOf(evidence) };
}

/** With the route of keys as the logical place, which tells more than a line in a long configuration. */
export function primary(evidence: Evidence, prefix: string): Location {
  const place: Location = { physicalLocation: physical(evidence, prefix) };
  if (evidence.route.length === 0) return place;
  return { ...place, logicalLocations: [{ fullyQualifiedName: plain(dotted(evidence.route)), kind: 'member' }] };
}

export function dotted(route: readonly string[]): string {
  return route.reduce((whole, key) => (whole === '' || key.startsWith('[') ? whole + key : `${whole}.${key}`), '');
}

/**
 * One line only: GitHub annotates a pull request only if all lines of an alert are in the diff. A file without lines
 * (a binary one) is line 1, or its results would have no fingerprint.
 */
function regionOf({ region, excerpt }: Evidence): Region {
  if (region === null) return { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
  const { startLine, startColumn } = region;
  const lineEnd = Math.max(startColumn, excerpt.startColumn + excerpt.text.length);
  const endColumn = region.endLine === startLine ? region.endColumn : lineEnd;
  const from = startColumn - excerpt.startColumn;
  const text = from < 0 ? '' : plainAligned(excerpt.text).slice(from, from + endColumn - startColumn);
  const place = { startLine, startColumn, endLine: startLine, endColumn };
  return text.trim() === '' ? place : { ...place, snippet: { text: cut(text, LONGEST_SNIPPET) } };
}
