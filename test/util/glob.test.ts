import { describe, expect, it } from 'vitest';
import { asTyped, globTest } from '../../src/util/glob.ts';

const matches = (glob: string, path: string) => globTest([glob])(path);

describe('a glob', () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['a/b.py', ['a/b.py'], ['a/b_py', 'a/b.pyi', 'x/a/b.py', 'A/b.py']],
    ['*.py', ['a.py', '.py', '.hidden.py'], ['a/b.py', 'a.pyc']],
    ['a*b*c', ['abc', 'aXbXc', 'abbcbc'], ['ab', 'acb', 'a/b/c']],
    ['?.ts', ['a.ts'], ['.ts', 'ab.ts', '/.ts']],
    ['**', ['a', 'a/b/c', '.git/x'], []],
    ['**/*.ts', ['a.ts', 'a/b/.c.ts'], ['a.tsx']],
    ['docs/**', ['docs/a', 'docs/a/b.md'], ['mydocs/a', 'src/docs/a']],
    ['**/test/**/*.py', ['test/a.py', 'a/test/b/c.py'], ['test.py', 'a/tests/b.py']],
    ['a/**/b/**/c', ['a/b/c', 'a/x/b/y/z/c', 'a/b/b/c'], ['a/c', 'b/c']],
    ['a**c', ['ac', 'abbc'], ['a/c']],
    ['[a-c]x[!0-9]', ['axb', 'cx-'], ['dxb', 'ax1']],
    ['[]x]', [']', 'x'], ['y']],
    ['[^a]', ['b'], ['a']],
    ['a.{ts,tsx}', ['a.ts', 'a.tsx'], ['a.js', 'a.{ts,tsx}']],
    ['{src,lib/{a,b}}/*.py', ['src/x.py', 'lib/a/x.py', 'lib/b/x.py'], ['lib/x.py', 'a/x.py']],
    ['app/(group)/{id}/[/x', ['app/(group)/{id}/[/x'], ['app/group/id/x']],
    ['a{b', ['a{b'], ['ab']],
    ['\\*\\[a\\]\\{b,c\\}', ['*[a]{b,c}'], ['x[a]{b,c}']],
    ['\\!a', ['!a'], ['a']],
    ['모델/*.yaml', ['모델/큰.yaml'], ['모델/x/y.yaml']],
  ])('%s', (glob, hits, misses) => {
    expect(hits.filter((path) => !matches(glob, path))).toEqual([]);
    expect(misses.filter((path) => matches(glob, path))).toEqual([]);
  });

  it.each([
    ['', 'an empty glob matches nothing'],
    [' ', 'an empty glob matches nothing'],
    ['!docs/**', 'the glob !docs/** says what is not meant'],
    ['{a,b}'.repeat(20), 'has too many alternatives'],
    [`${'{a,'.repeat(400)}${'}'.repeat(400)}x{1,2,3}`, 'has too many alternatives'],
  ])('is refused where it can only be a mistake: %s', (glob, why) => {
    expect(() => globTest([glob])).toThrow(why);
  });

  it('cannot be made to try for ever', () => {
    const path = `${'a'.repeat(250)}/${'a/'.repeat(1000)}${'a'.repeat(250)}`;
    for (const glob of [
      `${'*a'.repeat(100)}x`,
      '(a+)+x',
      '+(+(a|aa))x',
      `${'**/*a/'.repeat(80)}x`,
      `**/${'*a'.repeat(90)}x`,
      `${'**/'.repeat(300)}x`,
    ])
      expect(matches(glob, path)).toBe(false);
    expect(matches(`${'**/*a'.repeat(1)}/**/${'*a'.repeat(100)}`, path)).toBe(true);
  });

  it('may stand beside others', () => {
    const test = globTest(['*.py', 'docs/**']);
    expect(['a.py', 'docs/x', 'b.ts'].map(test)).toEqual([true, true, false]);
    expect(globTest([])('a')).toBe(false);
  });
});

describe('globs as people type them', () => {
  it.each([
    ['*.py', ['*.py', '*.py/**', '**/*.py', '**/*.py/**']],
    ['./src/a/', ['src/a', 'src/a/**']],
    ['/docs', ['docs', 'docs/**']],
    ['.', ['**']],
    [' ', [' ']],
  ])('%j', (glob, meant) => {
    expect(asTyped([glob])).toEqual(meant);
  });
});
