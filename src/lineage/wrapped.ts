// `${NAME:-acme-large}` is seen twice: as what the variable holds, and as what it holds where nobody sets it. Where both are one model,
// the name that is written tells it.
import type { Subject } from '../model.ts';

export function withoutWrapping(subjects: readonly Subject[]): Subject[] {
  const plain = new Map<string, Subject[]>();
  for (const subject of subjects) {
    const key = lineOf(subject);
    if (key === null || isWrapping(subject)) continue;
    const known = plain.get(key);
    if (known) known.push(subject);
    else plain.set(key, [subject]);
  }
  return subjects.filter((subject) => {
    const key = isWrapping(subject) ? lineOf(subject) : null;
    return key === null || !plain.get(key)?.some((inner) => isWithin(inner, subject) && isSame(inner, subject));
  });
}

function isWrapping({ reference }: Subject): boolean {
  return reference.kind === 'model' && /^\$\{/.test(reference.name);
}

function lineOf({ reference: { kind, evidence } }: Subject): string | null {
  return kind === 'model' && evidence.region ? `${evidence.path} ${evidence.region.startLine}` : null;
}

function isWithin(inner: Subject, outer: Subject): boolean {
  const one = inner.reference.evidence.region;
  const other = outer.reference.evidence.region;
  return (
    one !== null &&
    other !== null &&
    one.startColumn > other.startColumn &&
    one.endLine <= other.endLine &&
    one.endColumn <= other.endColumn
  );
}

function isSame({ identity: one }: Subject, { identity: other }: Subject): boolean {
  return one.model !== null && one.model === other.model && one.vendor === other.vendor;
}
