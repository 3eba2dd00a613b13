// Findings as the policy sees them. Denial beats permission; a suppression, which has an owner and an end, beats both; the
// baseline comes last.
import type { Finding, Notice } from '../model.ts';
import { raised } from '../score/score.ts';
import type { InlineSuppression } from './inline.ts';
import { correction, type Known } from './known.ts';
import type { Policy, Statement, Suppression } from './open.ts';

export interface ApplyOptions {
  /** ISO date. */
  readonly today: string;
  readonly note: (notice: Notice) => void;
  /** Comments by path; absent: none were read. */
  readonly ignores?: ReadonlyMap<string, readonly InlineSuppression[]>;
  /** What a comment may name. */
  readonly known: Known;
}

interface World extends ApplyOptions {
  readonly policy: Policy;
  /** Suppressions and comments that held for something. */
  readonly used: Set<Suppression | InlineSuppression>;
}

/** Every finding comes back, in the same order. */
export function applyPolicy(findings: readonly Finding[], policy: Policy, options: ApplyOptions): Finding[] {
  const world: World = { ...options, policy, used: new Set() };
  const judged = findings.map((finding) => disposed(denied(finding, policy), world));
  tellSuppressions(world);
  tellComments(world);
  return judged;
}

/** Says the verdict where everybody reads it; a finding's level follows its score. */
function denied(finding: Finding, { deny, path }: Policy): Finding {
  const statement = deny.find((item) => means(item, finding));
  if (!statement) return finding;
  const score = raised(finding.score, statement.verdict);
  const why = statement.reason === null ? '' : `: ${statement.reason}`;
  const message = `${finding.message} Policy (${path}:${statement.line}) says ${statement.verdict}${why}.`;
  return { ...finding, score, level: score.level, message };
}

function disposed(finding: Finding, world: World): Finding {
  const reason = suppressedBy(finding, world) ?? ignoredBy(finding, world) ?? allowedBy(finding, world.policy);
  if (reason !== null) return { ...finding, disposition: 'suppressed', reason };
  if (world.policy.baseline.has(finding.fingerprint)) return { ...finding, disposition: 'baseline', reason: 'It is in the baseline.' };
  return finding;
}

function suppressedBy(finding: Finding, { policy, today, used }: World): string | null {
  const fitting = policy.suppressions.filter((item) => fits(item, finding));
  for (const item of fitting) used.add(item);
  const holding = fitting.find(({ expires }) => expires >= today);
  return holding ? `${holding.reason} (${holding.owner}, until ${holding.expires})` : null;
}

function fits({ rule, path, fingerprint }: Suppression, finding: Finding): boolean {
  if (!isRule(rule, finding)) return false;
  if (fingerprint !== null && fingerprint !== finding.fingerprint) return false;
  return path === null || path(finding.subject.reference.evidence.path);
}

function ignoredBy(finding: Finding, { policy, ignores, used }: World): string | null {
  const { path, region } = finding.subject.reference.evidence;
  if (!policy.inline || region === null) return null;
  const comments = ignores?.get(path) ?? [];
  const comment = comments.find(({ covers, rules }) => covers === region.startLine && rules.some((rule) => isRule(rule, finding)));
  if (!comment) return null;
  used.add(comment);
  return comment.reason === '' ? null : `${comment.reason} (comment in line ${comment.line})`;
}

function allowedBy(finding: Finding, { allow, deny, path }: Policy): string | null {
  if (deny.some((statement) => means(statement, finding))) return null;
  const statement = allow.find((item) => means(item, finding));
  return statement ? (statement.reason ?? `Allowed by ${path}:${statement.line}.`) : null;
}

function means(statement: Statement, finding: Finding): boolean {
  const { identity, reference } = finding.subject;
  return (
    includes(statement.vendor, vendorOf(finding)) &&
    (statement.rule.length === 0 || statement.rule.some((rule) => isRule(rule, finding))) &&
    includes(statement.exposure, identity.exposure) &&
    includes(statement.usage, reference.evidence.usage) &&
    (statement.path === null || statement.path(reference.evidence.path))
  );
}

function includes<T>(wanted: readonly T[], value: T): boolean {
  return wanted.length === 0 || wanted.includes(value);
}

/** Rules about names that do not tell the vendor are called `any-<class>`. */
function vendorOf({ subject: { identity } }: Finding): string {
  return identity.vendor ?? 'any';
}

/** By id or by class. */
function isRule(name: string, finding: Finding): boolean {
  return finding.rule === name || finding.rule === `${vendorOf(finding)}-${name}`;
}

function tellSuppressions({ policy, today, used, note }: World): void {
  for (const item of policy.suppressions) {
    const { rule, owner, expires, line } = item;
    const place = { kind: 'notice', path: policy.path, line } as const;
    if (expires < today)
      note({ ...place, code: 'suppression-expired', detail: `the suppression of ${rule} by ${owner} ended on ${expires}` });
    else if (!used.has(item))
      note({ ...place, code: 'suppression-unused', detail: `the suppression of ${rule} by ${owner} holds for nothing` });
  }
}

function tellComments(world: World): void {
  for (const [path, comments] of world.ignores ?? [])
    for (const comment of comments) {
      const place = { kind: 'notice', path, line: comment.line } as const;
      for (const { code, detail } of said(comment, world)) world.note({ ...place, code, detail });
    }
}

function said(comment: InlineSuppression, { policy, used, known }: World): readonly Pick<Notice, 'code' | 'detail'>[] {
  const rules = comment.rules.join(', ');
  if (!policy.inline) return [{ code: 'suppression-forbidden', detail: `the policy does not let a comment suppress ${rules}` }];
  const strangers = comment.rules.flatMap((rule) => {
    const hint = correction('rule', rule, known);
    return hint === null
      ? []
      : [{ code: 'suppression-unknown', detail: `the comment names the rule ${rule}, which does not exist: ${hint}` }];
  });
  if (!used.has(comment))
    return strangers.length > 0 ? strangers : [{ code: 'suppression-unused', detail: `the comment about ${rules} holds for nothing` }];
  if (comment.reason !== '') return strangers;
  const detail = `the comment about ${rules} gives no reason, so it does not hold`;
  return [...strangers, { code: 'suppression-without-reason', detail }];
}
