// A fingerprint that survives the move of a file: what is referred to and under which keys, without the path.
import { createHash } from 'node:crypto';
import type { Finding } from '../../model.ts';
import { nameOf } from '../words.ts';

const DIGITS = 16;

export function referenceFingerprint({ rule, subject }: Finding): string {
  const { reference, identity } = subject;
  const keys = reference.evidence.route.filter((key) => !key.startsWith('['));
  const parts = ['waybillReference/v1', rule, reference.kind, identity.model ?? nameOf(reference), ...keys];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, DIGITS);
}
