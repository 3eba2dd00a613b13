import { describe, expect, it } from 'vitest';
import { patternProblem } from '../../src/catalog/patterns.ts';

describe('a pattern', () => {
  it.each([
    'qwen\\d{1,3}',
    '(?:code)?qwen[-_]?\\d{1,3}(?:[-_.][-\\w.]{0,120})?',
    '(?:\\d{3}){1,9}',
    '(?:-[a-z]{1,9}){1,2}',
    '(?=a)[^)(]{0,9}\\)',
    'a?b{2}[+*?]',
    '(?<year>\\d{4})-x',
  ])('%s is bounded', (pattern) => {
    expect(patternProblem(pattern)).toBeNull();
  });

  it.each([
    ['qwen.*', 'unbounded'],
    ['[a-z]+', 'unbounded'],
    ['\\d{2,}', 'unbounded'],
    ['(?:a{1,3}){1,5}', 'within a repetition'],
    ['(?:(?:ab{0,2})?c){0,9}', 'within a repetition'],
    ['(a|b{0,9})*', 'unbounded'],
    ['a{0,900}', 'a count above'],
    ['(a)\\1', 'back reference'],
    ['(', 'not a regular expression'],
    [`a${'b'.repeat(3000)}`, 'longer than'],
  ])('%s is refused: %s', (pattern, why) => {
    expect(patternProblem(pattern)).toContain(why);
  });
});
