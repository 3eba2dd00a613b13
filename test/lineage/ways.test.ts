import { describe, expect, it } from 'vitest';
import { resolve } from '../../src/lineage/resolve.ts';
import type { Identity, Reference } from '../../src/model.ts';
import { edge, evidence, model, origins } from './builders.ts';

const arrows = (lineage: readonly { readonly from: string; readonly relation: string; readonly to: string }[]) =>
  lineage.map(({ from, relation, to }) => `${from} ${relation} ${to}`);

describe('a fallback', () => {
  const there = evidence('a.yaml', 2);

  it('shows the way to the name that it leads to', () => {
    const seen = [edge('gpt-4o', 'fallback', 'Qwen/Qwen3-8B', there), model('Qwen/Qwen3-8B', { evidence: there })];
    const [subject, ...others] = resolve(seen, origins());
    expect(arrows(subject?.lineage ?? [])).toEqual(['gpt-4o fallback Qwen/Qwen3-8B']);
    expect(others).toEqual([]);
  });

  it('says nothing more of the name that it starts from in the same file', () => {
    const seen = [model('gpt-4o'), edge('gpt-4o', 'fallback', 'Qwen/Qwen3-8B', there), model('Qwen/Qwen3-8B', { evidence: there })];
    expect(resolve(seen, origins()).map(({ reference }) => reference.evidence.region?.startLine)).toEqual([2]);
  });

  it('says it where the name is used elsewhere', () => {
    const target = model('Qwen/Qwen3-8B', { evidence: there });
    const seen = [model('default', { evidence: evidence('app.py', 9) }), edge('default', 'fallback', 'Qwen/Qwen3-8B', there), target];
    expect(resolve(seen, origins()).map(({ reference }) => reference.evidence.path)).toEqual(['a.yaml', 'app.py']);
  });

  it('shows a few of many starts', () => {
    const many = Array.from({ length: 9 }, (_, index) => edge(`m${index}`, 'fallback', 'Qwen/Qwen3-8B', there));
    const [subject] = resolve([...many, model('Qwen/Qwen3-8B', { evidence: there })], origins());
    expect(subject?.lineage).toHaveLength(3);
  });
});

describe('a host that a route names', () => {
  const identify = (reference: Reference): Identity => {
    const identity = origins().identify(model('Qwen/Qwen3-8B'));
    const vendor = reference.kind === 'model' && reference.provider === 'vendor';
    return vendor ? { ...identity, operatorKind: 'vendor' } : { ...identity, outcome: 'unknown' };
  };
  const world = { ...origins(), identify };

  it('is a statement of its own where it is the vendor, whatever model is asked for', () => {
    const [subject, ...others] = resolve(
      [edge('openrouter/meta-llama/llama-3', 'served-by', 'vendor'), edge('llama', 'served-by', 'other')],
      world,
    );
    expect(arrows(subject?.lineage ?? [])).toEqual(['openrouter/meta-llama/llama-3 served-by vendor']);
    expect(others).toEqual([]);
  });

  it('is no other name of the model', () => {
    expect(resolve([model('llama'), edge('llama', 'served-by', 'Qwen/Qwen3-8B', evidence('a.yaml', 2))], origins())).toEqual([]);
  });
});
