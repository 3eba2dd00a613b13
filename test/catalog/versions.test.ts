import { describe, expect, it } from 'vitest';
import { holdsFor } from '../../src/catalog/versions.ts';

describe('a range of versions', () => {
  it.each([
    ['npm', '>=1.2 <2', '1.10.0', true],
    ['npm', '>=1.2 <2', '2.0.0', false],
    ['npm', '^0.3.0', '0.4.0', false],
    ['npm', '>=1.2', 'v1.4.0', true],
    ['cargo', '~1.4', '1.4.9', true],
    ['golang', '<0.5.0', 'v0.4.1+incompatible', true],
    ['maven', '<2', '1.9.4.RELEASE', true],
    ['gem', '>1.4', '1.4', false],
    ['pypi', '>=1.2,<2', '1.10.0', true],
    ['pypi', '<2', '2.0.0.dev1', false],
    ['pypi', '~=1.4', '1.9.post1', true],
    ['pypi', '==1.4.*', '1.5', false],
  ])('of %s: %s holds for %s: %s', (ecosystem, range, version, holds) => {
    expect(holdsFor(ecosystem, range, version)).toBe(holds);
  });

  it.each([
    ['no range', undefined, '1.0.0'],
    ['no version', '<1', null],
    ['a version that is none', '<1', 'latest'],
    ['a range that is none', 'whatever', '1.0.0'],
  ])('holds where there is %s', (_, range, version) => {
    expect([holdsFor('npm', range, version), holdsFor('pypi', range, version)]).toEqual([true, true]);
  });
});
