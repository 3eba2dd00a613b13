// A fingerprint that survives the move of a file: what is referred to and under which keys, without the path.
import { createHash } from 'node:crypto';
import type { Finding, Reference } from '../../model.ts';

const DIGITS = 16;

export function referenceFingerprint({ rule, subject }: Finding): string {
  const { reference, identity } = subject;
  const keys = reference.evidence.route.filter((key) => !key.startsWith('['));
  const parts = ['waybillReference/v1', rule, reference.kind, (identity.model ?? writtenName(reference)).toLowerCase(), ...keys];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, DIGITS);
}

/** Without a version, which changes, and without a path. */
function writtenName(reference: Reference): string {
  return reference.kind === 'endpoint' ? reference.url : (reference.name ?? '');
}
