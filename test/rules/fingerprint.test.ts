import { describe, expect, it } from 'vitest';
import type { Subject } from '../../src/model.ts';
import { fingerprints } from '../../src/rules/fingerprint.ts';
import { judge } from '../../src/rules/judge.ts';
import { dependency, endpoint, model, rules, step, subject } from './subjects.ts';

const route = ['model_list', '[0]', 'litellm_params', 'model'];
const at = { path: 'litellm.yaml', line: 4, column: 14, route };
const base = subject(model({ name: 'openrouter/qwen/qwen3-8b', at }), { vendor: 'alibaba', model: 'qwen3-8b', operatorKind: 'router' });
const of = (...subjects: readonly Subject[]) =>
  fingerprints(subjects.map((item) => ({ rule: 'alibaba-router-model', subject: item, grouped: false })));
const again = (more: object, known: object = {}) =>
  subject(model({ name: 'openrouter/qwen/qwen3-8b', at: { ...at, ...more } }), { ...base.identity, ...known });

describe('a fingerprint', () => {
  it('stays as it is between versions', () => expect(of(base)).toEqual(['49301441c0ab42f1:1']));

  it('does not change with lines, columns, rows, spelling, certainty, usage or lineage', () => {
    const [expected] = of(base);
    expect(of(again({ line: 90, column: 3 }))).toEqual([expected]);
    expect(of(again({ route: ['model_list', '[7]', 'litellm_params', 'model'] }))).toEqual([expected]);
    expect(of(again({}, { certainty: 'weak', model: 'QWEN3-8b' }))).toEqual([expected]);
    expect(of(again({ usage: 'test' }))).toEqual([expected]);
    expect(of({ ...base, lineage: [step('a', 'b')] })).toEqual([expected]);
  });

  it('changes with the file, the keys and what is referred to', () => {
    const all = [base, again({ path: 'b.yaml' }), again({ route: ['default', 'model'] }), again({}, { model: 'qwen3-14b' })];
    expect(new Set(all.flatMap((item) => of(item))).size).toBe(all.length);
  });

  it('changes with the rule', () => {
    const pair = ['a', 'b'].map((rule) => ({ rule, subject: base, grouped: false }));
    expect(new Set(fingerprints(pair)).size).toBe(2);
  });

  it('numbers equal ones in the order of the file', () => {
    const marks = of(base, again({ line: 9 }), again({ path: 'b.yaml' }), again({ line: 12 }));
    expect(marks.map((mark) => mark.split(':')[1])).toEqual(['1', '2', '1', '3']);
  });

  it('is about the host of a URL and the package of any version', () => {
    const url = (text: string) => of(subject(endpoint({ url: text })));
    expect(url('https://API.deepseek.com/v1')).toEqual(url('https://api.deepseek.com/anthropic?x=1'));
    expect(url('https://api.deepseek.com')).not.toEqual(url('https://api.moonshot.cn'));
    expect(of(subject(dependency({ version: '1.0.0' })))).toEqual(of(subject(dependency({ version: '2.0.0' }))));
  });

  it('of a list does not change with its rows', () => {
    const row = (name: string, line: number) =>
      subject(model({ name, at: { usage: 'catalogue', line, route: [name] } }), { vendor: 'alibaba', operatorKind: 'unknown' });
    const [first] = judge([row('qwen-max', 4), row('qwen-plus', 5)], rules);
    const [later] = judge([row('qwen-turbo', 1), row('qwen-max', 2)], rules);
    expect(first?.fingerprint).toBe(later?.fingerprint);
  });
});
