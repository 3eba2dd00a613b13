// What makes a finding the same finding tomorrow: rule, place without line, and what is referred to. Lines, columns, scores,
// messages and lineage change without the finding becoming another one, so none of them is in it.
import { createHash } from 'node:crypto';
import type { Reference, Subject } from '../model.ts';

/** Goes up when the recipe changes; then all findings are new. */
const VERSION = 'v1';
const DIGITS = 16;

export interface Fingerprinted {
  readonly rule: string;
  readonly subject: Subject;
  /** One finding stands for a whole list of names of one family. */
  readonly grouped: boolean;
}

/** Fingerprints of findings in the order of their file: equal ones are told apart by their number. */
export function fingerprints(findings: readonly Fingerprinted[]): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = digest(finding);
    const ordinal = (seen.get(key) ?? 0) + 1;
    seen.set(key, ordinal);
    return `${key}:${ordinal}`;
  });
}

function digest({ rule, subject, grouped }: Fingerprinted): string {
  const { reference, identity } = subject;
  const { path, route } = reference.evidence;
  // A list's own place is its file: its rows come and go.
  const what = grouped ? ['group', identity.family ?? ''] : [reference.kind, identityName(subject), ...keysOf(reference.kind, route)];
  return createHash('sha256')
    .update(JSON.stringify([VERSION, rule, path, ...what]))
    .digest('hex')
    .slice(0, DIGITS);
}

/** Rows of lists are known by what they hold, not by their number. A credential's name says it all, whatever it is given to. */
function keysOf(kind: Reference['kind'], route: readonly string[]): string[] {
  return kind === 'credential' ? [] : route.filter((key) => !/^\[\d*\]$/.test(key));
}

function identityName({ reference, identity }: Subject): string {
  return (reference.kind === 'model' && identity.model !== null ? identity.model : writtenName(reference)).toLowerCase();
}

function writtenName(reference: Reference): string {
  switch (reference.kind) {
    case 'model':
    case 'credential':
    case 'package':
      return reference.name;
    case 'endpoint':
      return hostOf(reference.url);
    case 'artefact':
      return reference.name ?? '';
  }
}

function hostOf(url: string): string {
  return /^(?:[a-z][a-z0-9+.-]{0,20}:)?(?:\/\/)?([^/?#\s]{1,253})/i.exec(url)?.[1] ?? url;
}
