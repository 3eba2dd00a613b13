import { describe, expect, it } from 'vitest';
import { resolve } from '../../src/lineage/resolve.ts';
import type { Identity, Reference } from '../../src/model.ts';
import { edge, evidence, model, origins } from './builders.ts';

/** Says nothing but where it would be asked. */
function identify(reference: Reference): Identity {
  const known = origins().identify(model('qwen-max'));
  if (reference.kind !== 'model' || reference.name !== 'qwen-max') return { ...known, outcome: 'unknown' };
  return { ...known, because: `asked at ${reference.endpoint}.` };
}

const world = { ...origins(), identify };
const at = (line: number, path = 'a.toml') => ({ evidence: evidence(path, line) });
const alias = edge('fast', 'alias', 'qwen-max', evidence('a.toml', 2));

describe('an alias whose arrow stands beside the entry that it is about', () => {
  it('is asked where the entry says', () => {
    const entry = model('qwen-max', { ...at(3), endpoint: 'https://one.example' });
    const [subject] = resolve([model('fast', at(1)), alias, entry], world);
    expect(subject?.identity.because).toContain('https://one.example');
  });

  it('is asked nowhere in particular if two entries disagree, or the entry is another file’s', () => {
    const entries = ['one', 'two'].map((host, index) => model('qwen-max', { ...at(3 + index), endpoint: `https://${host}.example` }));
    expect(resolve([model('fast', at(1)), alias, ...entries], world)[0]?.identity.because).toContain('null');
    const other = model('qwen-max', { ...at(3, 'b.toml'), endpoint: 'https://one.example' });
    expect(resolve([model('fast', at(1)), alias, other], world)[0]?.identity.because).toContain('null');
  });
});
