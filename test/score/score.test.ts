import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Score } from '../../src/model.ts';
import { type Factors, score } from '../../src/score/score.ts';
import * as table from '../../src/score/table.ts';

type Case = { name: string; factors: Factors } & Pick<Score, 'score' | 'band' | 'level' | 'base'>;
const cases = JSON.parse(readFileSync(new URL('../../fixtures/score/calibration.json', import.meta.url), 'utf8')) as Case[];

describe('calibration', () => {
  it('has the 28 worked cases', () => expect(cases).toHaveLength(28));
  it.each(cases)('$name', ({ factors, score: value, band, level, base }) => {
    const result = score(factors);
    expect(result).toMatchObject({ score: value, band, level });
    expect(result.base).toBeCloseTo(base, 2);
  });
});

const scales = {
  D: table.dataPath,
  W: table.weightsControl,
  X: table.codeArtefact,
  L: table.designation,
  K: table.licenceConflict,
  E: table.usageClass,
  C: table.evidenceCertainty,
  policy: { none: 0, review: 1, restricted: 2, prohibited: 3 },
};
const ordered = (scale: object) => (Object.entries(scale) as [string, number][]).sort((a, b) => a[1] - b[1]).map(([key]) => key);
const anyFactors = fc.record(Object.fromEntries(Object.entries(scales).map(([axis, scale]) => [axis, fc.constantFrom(...ordered(scale))])));

describe('the formula', () => {
  it.each(Object.entries(scales))('never falls when %s rises', (axis, scale) => {
    const keys = ordered(scale);
    fc.assert(
      fc.property(anyFactors, fc.nat(keys.length - 2), (factors, step) => {
        const lower = score({ ...factors, [axis]: keys[step] } as unknown as Factors);
        const higher = score({ ...factors, [axis]: keys[step + 1] } as unknown as Factors);
        expect(higher.score).toBeGreaterThanOrEqual(lower.score);
      }),
    );
  });

  it('is never exactly 9.0, and stays between 0 and 10', () => {
    fc.assert(
      fc.property(anyFactors, (factors) => {
        const { score: value } = score(factors as unknown as Factors);
        expect(value).not.toBe(9);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(10);
      }),
    );
  });

  it('does not let a policy raise a test fixture', () => {
    const factors: Factors = {
      D: 'prc-operated-or-prc-stored-endpoint',
      W: 'vendor-hosted-mutable',
      X: 'none',
      E: 'test-or-fixture',
      C: 'resolved',
    };
    expect(score({ ...factors, policy: 'prohibited' }).score).toBe(score(factors).score);
  });

  it('prints a term for every factor, with its value', () => {
    const { terms } = score({
      D: 'none',
      W: 'vendor-official-weights',
      Wadj: ['unpinned-mutable-ref'],
      X: 'none',
      E: 'deployment-config',
      C: 'resolved',
    });
    expect(terms.map(({ factor }) => factor).join('')).toBe('DWXLKEC');
    expect(terms[1]).toEqual({ factor: 'W', key: 'vendor-official-weights + unpinned-mutable-ref', value: 5 });
  });
});
