import { describe, expect, it } from 'vitest';
import { inlineSuppressions, openPolicy } from '../../src/policy/policy.ts';
import { applied, finding, policyOf } from './findings.ts';

const weights = finding({
  rule: 'alibaba-weights',
  level: 'warning',
  path: 'models/load.py',
  fingerprint: 'fedcba9876543210:1',
  known: { vendor: 'alibaba', exposure: 'weights' },
});
const tested = finding({ path: 'test/app.test.ts', usage: 'test', fingerprint: '1111111111111111:1' });
const all = [finding(), weights, tested];
const dispositions = async (yaml: string) => applied(all, await policyOf(yaml)).out.map(({ disposition }) => disposition);

describe('no policy', () => {
  it('leaves everything as it is', () => expect(applied(all, openPolicy)).toEqual({ out: all, notices: [] }));
});

describe('permission', () => {
  it.each<readonly [string, readonly string[]]>([
    ['vendor: alibaba', ['active', 'suppressed', 'active']],
    ['rule: deepseek-endpoint', ['suppressed', 'active', 'suppressed']],
    ['rule: weights', ['active', 'suppressed', 'active']],
    ['exposure: weights', ['active', 'suppressed', 'active']],
    ['usage: [test, docs]', ['active', 'active', 'suppressed']],
    ['path: "src/**"', ['suppressed', 'active', 'active']],
    ['path: ["src/**", "models/*"]', ['suppressed', 'suppressed', 'active']],
    ['{ vendor: deepseek, usage: test }', ['active', 'active', 'suppressed']],
    ['{ vendor: alibaba, usage: test }', ['active', 'active', 'active']],
    ['rule: end', ['active', 'active', 'active']],
    ['path: src', ['active', 'active', 'active']],
  ])('%s', async (what, expected) => {
    const entry = what.startsWith('{') ? what : `{ ${what} }`;
    expect(await dispositions(`allow:\n  - ${entry}\n`)).toEqual(expected);
  });

  it('drops nothing and says why', async () => {
    const { out } = applied(all, await policyOf('allow:\n  - { vendor: alibaba, reason: evaluated in May }\n  - { usage: test }\n'));
    expect(out).toHaveLength(all.length);
    expect(out.map(({ reason }) => reason)).toEqual([null, 'evaluated in May', 'Allowed by waybill.yaml:3.']);
  });
});

describe('denial', () => {
  it('raises the score where something is in use, and says so', async () => {
    const policy = await policyOf('deny:\n  - { vendor: deepseek, verdict: prohibited, reason: contract }\n');
    const { out } = applied(all, policy);
    expect(out.map(({ score, level }) => [score.score, level])).toEqual([
      [9.5, 'error'],
      [weights.score.score, 'warning'],
      [tested.score.score, 'note'],
    ]);
    expect(out[0]?.message).toBe('Prompts go to DeepSeek. Policy (waybill.yaml:2) says prohibited: contract.');
    expect(out[0]?.fingerprint).toBe(all[0]?.fingerprint);
  });

  it('never lowers', async () => {
    const { out } = applied([finding()], await policyOf('deny:\n  - { vendor: deepseek, verdict: review }\n'));
    expect(out[0]?.score.score).toBe(finding().score.score);
  });

  it('is stronger than permission', async () => {
    expect(await dispositions('allow:\n  - { vendor: [deepseek, alibaba] }\ndeny:\n  - { rule: endpoint }\n')).toEqual([
      'active',
      'suppressed',
      'active',
    ]);
  });
});

describe('a suppression', () => {
  const suppress = (more: string) => `suppress:\n  - { rule: deepseek-endpoint, reason: migrating, owner: team-a, ${more} }\n`;

  it('holds for its rule and path until its last day', async () => {
    const { out, notices } = applied(all, await policyOf(suppress('path: "src/**", expires: 2026-11-25')));
    expect(out.map(({ disposition, reason }) => [disposition, reason])).toEqual([
      ['suppressed', 'migrating (team-a, until 2026-11-25)'],
      ['active', null],
      ['active', null],
    ]);
    expect(notices).toEqual([]);
  });

  it('may name a fingerprint', async () => {
    expect(await dispositions(suppress('fingerprint: "1111111111111111:1", expires: 2027-01-01'))).toEqual([
      'active',
      'active',
      'suppressed',
    ]);
    expect(await dispositions(suppress('fingerprint: "1111111111111111:2", expires: 2027-01-01'))).toEqual(['active', 'active', 'active']);
  });

  it('does not hold for another rule', async () => {
    expect(await dispositions(suppress('path: "models/**", expires: 2027-01-01'))).toEqual(['active', 'active', 'active']);
  });

  it('that has ended holds no more, loudly', async () => {
    const { out, notices } = applied(all, await policyOf(suppress('path: "**", expires: 2026-11-24')));
    expect(out.map(({ disposition }) => disposition)).toEqual(['active', 'active', 'active']);
    expect(notices).toEqual(['suppression-expired waybill.yaml:2 the suppression of deepseek-endpoint by team-a ended on 2026-11-24']);
  });

  it('that holds for nothing is told', async () => {
    const { notices } = applied(all, await policyOf(suppress('path: "old/**", expires: 2027-01-01')));
    expect(notices).toEqual(['suppression-unused waybill.yaml:2 the suppression of deepseek-endpoint by team-a holds for nothing']);
  });

  it('holds against a denial', async () => {
    const { out } = applied([finding()], await policyOf(`${suppress('path: "**", expires: 2027-01-01')}deny:\n  - { vendor: deepseek }\n`));
    expect(out[0]).toMatchObject({ disposition: 'suppressed', level: 'error' });
  });
});

describe('a comment', () => {
  const comments = (text: string) => new Map([['src/app.py', inlineSuppressions(text)]]);
  const run = (text: string, policy = openPolicy) => applied([finding()], policy, { ignores: comments(text) });

  it('accepts what stands in its line or below it', () => {
    for (const text of ['\n\nx = 1  # waybill: ignore[deepseek-endpoint] known\n', '\n# waybill: ignore[endpoint] known\nx = 1\n'])
      expect(run(text).out[0]).toMatchObject({ disposition: 'suppressed' });
    expect(run('\n\nx = 1  # waybill: ignore[deepseek-endpoint] known\n').out[0]?.reason).toBe('known (comment in line 3)');
  });

  it('does not accept another rule, line or file', () => {
    for (const text of ['\n\nx  # waybill: ignore[moonshot-endpoint] known\n', 'x  # waybill: ignore[deepseek-endpoint] known\n\n\n'])
      expect(run(text).out[0]?.disposition).toBe('active');
    const elsewhere = new Map([['src/other.py', inlineSuppressions('\n\nx # waybill: ignore[endpoint] known')]]);
    expect(applied([finding()], openPolicy, { ignores: elsewhere }).notices).toEqual([
      'suppression-unused src/other.py:3 the comment about endpoint holds for nothing',
    ]);
  });

  it.each([
    ['endpiont', 'endpiont, which does not exist: did you mean endpoint?'],
    ['deepseek-endpiont', 'deepseek-endpiont, which does not exist: did you mean deepseek-endpoint?'],
    ['licence-of-weights', 'licence-of-weights, which does not exist: `waybill rules list` shows the rules'],
  ])('that names no rule is told of: %s', (name, says) => {
    const told = `suppression-unknown src/app.py:3 the comment names the rule ${says}`;
    expect(run(`\n\nx # waybill: ignore[${name}] known\n`)).toMatchObject({ out: [{ disposition: 'active' }], notices: [told] });
    expect(run(`\n\nx # waybill: ignore[${name}, endpoint] known\n`)).toMatchObject({
      out: [{ disposition: 'suppressed' }],
      notices: [told],
    });
    expect(run(`\n\nx # waybill: ignore[${name}, endpoint]\n`).notices).toEqual([told, expect.stringContaining('gives no reason')]);
  });

  it('without a reason does not hold', () => {
    expect(run('\n\nx # waybill: ignore[endpoint]\n')).toMatchObject({
      out: [{ disposition: 'active' }],
      notices: ['suppression-without-reason src/app.py:3 the comment about endpoint gives no reason, so it does not hold'],
    });
  });

  it('can be forbidden', async () => {
    const policy = await policyOf('inline-suppressions: false\n');
    expect(run('\n\nx # waybill: ignore[endpoint] known\n', policy)).toMatchObject({
      out: [{ disposition: 'active' }],
      notices: ['suppression-forbidden src/app.py:3 the policy does not let a comment suppress endpoint'],
    });
  });
});

describe('the baseline', () => {
  const policy = { ...openPolicy, baseline: new Set(['0123456789abcdef:1']) };

  it('holds what it knew, and nothing else', () => {
    expect(applied(all, policy).out.map(({ disposition }) => disposition)).toEqual(['baseline', 'active', 'active']);
    expect(applied([finding({ fingerprint: '0123456789abcdef:2' })], policy).out[0]?.disposition).toBe('active');
  });

  it('comes after a suppression', async () => {
    const allowing = { ...(await policyOf('allow:\n  - { vendor: deepseek }\n')), baseline: policy.baseline };
    expect(applied([finding()], allowing).out[0]?.disposition).toBe('suppressed');
  });
});
