// Platforms know one result a rule, file and line, and a person wants to read one.
import type { Finding } from '../model.ts';

/** Findings of one rule on one line as one: the gravest, or of equals the first, which the others follow. */
export function byLine(findings: readonly Finding[]): readonly Finding[] {
  const lines = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const line = lines.get(key);
    if (line) line.push(finding);
    else lines.set(key, [finding]);
  }
  return [...lines.values()].map(asOne);
}

/** What is accepted does not speak for what is not. */
function keyOf({ rule, disposition, subject }: Finding): string {
  const { path, region } = subject.reference.evidence;
  return JSON.stringify([rule, disposition, path, region?.startLine ?? 0]);
}

function asOne(findings: readonly Finding[]): Finding {
  const grave = findings.reduce((most, finding) => (finding.score.score > most.score.score ? finding : most));
  const others = findings.filter((finding) => finding !== grave);
  return { ...grave, also: [...grave.also, ...others.flatMap(({ subject, also }) => [subject, ...also])] };
}
