import { describe, expect, it } from 'vitest';
import { byLine } from '../../src/report/by-line.ts';
import { reporters } from '../../src/report/index.ts';
import { evidence, finding, findings, identity, model, report, subject } from './sample.ts';

const score = { ...(findings[0] as (typeof findings)[number]).score };
const at = (line: number, name: string, grave: number) =>
  finding({
    rule: 'alibaba-weights',
    subject: subject(model(name, evidence('a.yaml', line, `{a: «${name}»}`)), identity()),
    score: { ...score, score: grave },
  });
const [weak, grave, equal, next] = [at(4, 'qwen-a', 2), at(4, 'qwen-b', 8), at(4, 'qwen-c', 8), at(5, 'qwen-d', 2)];

describe('byLine', () => {
  it('lets the gravest of a rule speak for its line, the first of equals', () => {
    expect(byLine([weak, grave, equal, next])).toEqual([{ ...grave, also: [weak.subject, equal.subject] }, next]);
  });

  it('leaves apart what another rule says and what is accepted', () => {
    const rest = [weak, { ...grave, rule: 'alibaba-endpoint' }, { ...equal, disposition: 'suppressed' as const }];
    expect(byLine(rest)).toEqual(rest);
  });

  it('is how lines are shown to platforms and persons; the JSON report has them all', () => {
    const options = { width: 100, color: false, inactive: true, brief: false };
    const whole = report({ findings: [weak, grave, equal, next], notices: [] });
    expect(JSON.parse(reporters.sarif(whole, options)).runs[0].results).toHaveLength(2);
    expect(reporters.text(whole, options)).toContain('2 errors in 1 file');
    expect(JSON.parse(reporters.json(whole, options)).findings).toHaveLength(4);
  });
});
