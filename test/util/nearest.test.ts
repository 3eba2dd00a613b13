import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/util/nearest.ts';

describe('the word that was meant', () => {
  it.each([
    ['exposre', 'exposure'],
    ['oeprator', 'operator'],
    ['Kind', 'kind'],
    ['loction', 'location'],
  ])('%s is %s', (word, expected) => expect(nearest(word, ['kind', 'operator', 'exposure', 'location'])).toBe(expected));

  it('is none if all are far', () => {
    expect(nearest('colour', ['kind', 'operator'])).toBeNull();
    expect(nearest('a', ['b'])).toBeNull();
    expect(nearest('', ['kind'])).toBeNull();
    expect(nearest('kind', [])).toBeNull();
  });

  it('is the first of equals', () => expect(nearest('cat', ['bat', 'hat'])).toBe('bat'));
});
