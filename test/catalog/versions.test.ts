import { describe, expect, it } from 'vitest';
import { compareGems, compareMaven, compareNuget } from '../../src/catalog/version-order.ts';
import { holdsFor } from '../../src/catalog/versions.ts';

describe('a range of versions', () => {
  it.each([
    ['npm', '>=1.2 <2', '1.10.0', true],
    ['npm', '>=1.2 <2', '2.0.0', false],
    ['npm', '^0.3.0', '0.4.0', false],
    ['npm', '>=1.2', 'v1.4.0', true],
    ['cargo', '~1.4', '1.4.9', true],
    ['golang', '<0.5.0', 'v0.4.1+incompatible', true],
    ['golang', '>=0.5.0', 'v0.5.0-20240102150405-abcdef012345', false],
    ['golang', '<2', 'v0.0.0-20240102150405-abcdef012345', true],
    ['cargo', '1.4', '1.9.0', true],
    ['cargo', '0.4', '0.5.0', false],
    ['cargo', '>=1, <1.5', '1.5.0', false],
    ['composer', '~1.2', '1.9.0', true],
    ['composer', '~1.2.3', '1.3.0', false],
    ['composer', '^1.0 || ^2.0', '2.4.0', true],
    ['hex', '~> 1.2', '1.9.0', true],
    ['hex', '~> 1.2.3', '1.3.0', false],
    ['hex', '>= 1.0.0 and < 2.0.0', '2.0.0', false],
    ['conda', '=1.4', '1.4.9', true],
    ['conda', '=1.4', '1.5.0', false],
    ['conda', '>=1.2,<2', '1.10', true],
    ['maven', '<2', '1.9.4.RELEASE', true],
    ['maven', '[1.0,2.0)', '2.0', false],
    ['maven', '[1.0,2.0)', '2.0-rc1', true],
    ['maven', '[1.0,2.0)', '1.0-SNAPSHOT', false],
    ['maven', '(,1.0],[1.2,)', '1.1', false],
    ['maven', '(,1.0],[1.2,)', '1.3', true],
    ['maven', '[1.5]', '1.5.0', true],
    ['maven', '[1.5]', '1.5.1', false],
    ['maven', '>=1.0.0-alpha1', '1.0.0-beta1', true],
    ['maven', '>=1.0.0', '1.0.0-M2', false],
    ['maven', '<1.0.0.0', '1.0.0-alpha1', true],
    ['gem', '>1.4', '1.4', false],
    ['gem', '~> 2.1', '2.9.9', true],
    ['gem', '~> 2.1', '3.0.0', false],
    ['gem', '~> 2.1', '3.0.0.pre1', false],
    ['gem', '~> 2.1.3', '2.2', false],
    ['gem', '~> 2.1.3', '2.1.10', true],
    ['gem', '~> 2', '2.9', true],
    ['gem', '>= 1.0, < 2', '2.0.0.rc1', true],
    ['gem', '>= 1.0', '1.0.0.pre', false],
    ['gem', '!= 1.0', '1.0.0', false],
    ['cocoapods', '~> 0.4.1', '0.4.9', true],
    ['nuget', '[1.0,2.0)', '2.0.0', false],
    ['nuget', '[1.0,2.0)', '1.9.9.9', true],
    ['nuget', '(1.0,)', '1.0.0.0', false],
    ['nuget', '1.2', '1.1.9', false],
    ['nuget', '1.2', '3.0.0', true],
    ['nuget', '(,1.0]', '1.0.0-beta', true],
    ['nuget', '[1.0.0-beta.2,)', '1.0.0-Beta.11', true],
    ['nuget', '<1.2.3.4', '1.2.3.3', true],
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
    for (const ecosystem of ['npm', 'pypi', 'gem', 'nuget', 'cargo', 'composer', 'hex', 'conda', 'golang'])
      expect([ecosystem, holdsFor(ecosystem, range, version)]).toEqual([ecosystem, true]);
  });
});

describe('an order of versions', () => {
  const ORDERS = {
    maven: [
      compareMaven,
      '1.0-alpha-1 1.0-alpha-2 1.0-beta-1 1.0-milestone-1 1.0-rc1 1.0-rc2 1.0-SNAPSHOT 1.0 1.0-sp 1.0-jre 1.0-1 1.0.1-rc1 1.0.1 1.2 1.10 2.0.0.M1 2',
    ],
    gems: [compareGems, '0.9 1.0.a 1.0.b1 1.0.b2 1.0.rc1 1.0 1.0.1 1.9 1.10 2.0.0-beta 2'],
    nuget: [compareNuget, '0.9.0 1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.2 1.0.0-alpha.11 1.0.0-beta 1.0.0 1.0.0.1 1.0.1 1.10.0'],
  } as const;

  it.each(Object.entries(ORDERS))('of %s', (_, [compare, written]) => {
    const versions = written.split(' ');
    for (const [low, left] of versions.entries()) {
      for (const [high, right] of versions.entries()) {
        expect([left, right, Math.sign(compare(left, right) ?? Number.NaN)]).toEqual([left, right, Math.sign(low - high)]);
      }
    }
  });

  it.each([
    [compareMaven, ['1', '1.0', '1.0.0', '1-ga', '1.final', '1.0.RELEASE', '1-0']],
    [compareMaven, ['1-a1', '1-alpha-1', '1.0-alpha1']],
    [compareMaven, ['1-cr2', '1-rc2', '1.0.0.RC2']],
    [compareGems, ['1', '1.0', 'v1.0.0']],
    [compareNuget, ['1.0', '1.0.0', '1.0.0.0', '1.0.0+build.5']],
  ] as const)('%o calls %j the same', (compare, versions) => {
    for (const left of versions) for (const right of versions) expect([left, right, compare(left, right)]).toEqual([left, right, 0]);
  });

  it('is none where a text is no version', () => {
    expect([compareGems('latest', '1'), compareNuget('$(Version)', '1'), compareNuget('1.*', '1'), compareMaven('', '')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
