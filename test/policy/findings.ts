// Findings for a policy to decide on.
import type { Finding, Identity, Notice, Rule } from '../../src/model.ts';
import { type ApplyOptions, applyPolicy, knownFrom, type Policy, readPolicy } from '../../src/policy/policy.ts';
import { score } from '../../src/score/score.ts';
import { endpoint, identity, model } from '../rules/subjects.ts';

export const TODAY = '2026-11-25';

interface Told extends Partial<Omit<Finding, 'subject'>> {
  readonly path?: string;
  readonly line?: number;
  readonly usage?: Finding['subject']['reference']['evidence']['usage'];
  readonly known?: Partial<Identity>;
}

export function finding({ path = 'src/app.py', line = 3, usage = 'runtime', known = {}, ...more }: Told = {}): Finding {
  const at = { path, line, usage };
  const reference = known.exposure === 'weights' ? model({ at }) : endpoint({ at });
  return {
    rule: 'deepseek-endpoint',
    level: 'error',
    score: score({
      D: 'vendor-endpoint-outside-prc',
      W: 'vendor-hosted-mutable',
      X: 'none',
      E: usage === 'test' ? 'test-or-fixture' : 'production-runtime',
      C: 'pattern',
    }),
    message: 'Prompts go to DeepSeek.',
    subject: { reference, identity: identity(known), lineage: [] },
    also: [],
    fingerprint: '0123456789abcdef:1',
    disposition: 'active',
    reason: null,
    ...more,
  };
}

/** Rules of the findings, and one whose name is the start of another's. */
export const rules = ['alibaba', 'any', 'deepseek', 'moonshot'].flatMap((vendor) =>
  ['agent-endpoint', 'credential', 'end', 'endpoint', 'weights'].map(
    (name) => ({ id: `${vendor}-${name}`, class: name, vendor }) as unknown as Rule,
  ),
);
export const known = knownFrom(rules);

export const policyOf = (text: string, today = TODAY): Promise<Policy> => readPolicy({ path: 'waybill.yaml', text }, { today, known });

/** What the policy makes of the findings, and what it had to say. */
export function applied(findings: readonly Finding[], policy: Policy, options: Partial<ApplyOptions> = {}) {
  const notices: Notice[] = [];
  const out = applyPolicy(findings, policy, { today: TODAY, note: (notice) => notices.push(notice), known, ...options });
  return { out, notices: notices.map(({ code, path, line, detail }) => `${code} ${path}:${line} ${detail}`) };
}
