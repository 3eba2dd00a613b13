// What a secret looks like: whose key it may be, never what it is.
import type { CredentialShape } from '../model.ts';

/** Leads are short words before a separator: `sk-`, `sk-acme-`, `sk-or-v1-`. More than three would be the secret itself. */
const LEAD = /^(?:[a-z]{1,6}\d?[-_]){1,3}/i;
const SHORTEST = 16;
const LONGEST = 600;
const PLACEHOLDER =
  /your|example|placeholder|change.?me|replace|insert|dummy|fake|sample|redacted|secret.?key|api.?key|goes.?here|xxx|\.\.\.|\*\*|^(?:test|none|null|empty|token|todo|my)\b|1234567/i;

/** Null where no literal secret is written: a placeholder, a variable, a path, a sentence, nothing. */
export function shapeOf(written: string): CredentialShape | null {
  const value = written.trim().replace(/^bearer\s{1,4}/i, '');
  if (value.length < SHORTEST || value.length > LONGEST) return null;
  if (!/^[-\w.~+/=]+$/.test(value) || /^(?:[a-z]+:)?\/|^\.|^os\.environ|^process\.env|^env[./]/i.test(value)) return null;
  if (PLACEHOLDER.test(value)) return null;
  const prefix = LEAD.exec(value)?.[0] ?? '';
  const rest = value.slice(prefix.length);
  if (rest.length < SHORTEST - 4 || !/\d/.test(rest) || new Set(rest).size < 6) return null;
  return { prefix, alphabet: alphabetOf(rest), length: rest.length };
}

function alphabetOf(text: string): CredentialShape['alphabet'] {
  if (/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(text)) return 'hex';
  if (/^[0-9A-Za-z]+$/.test(text)) return 'alphanumeric';
  return /^[-\w]+$/.test(text) ? 'base64url' : 'other';
}
