import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { identify } from '../../src/catalog/identify.ts';
import { catalog } from './own.ts';

const lines = (name: string) =>
  readFileSync(new URL(`../../fixtures/identify/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !/^#(?: |$)/.test(line));

describe('near misses', () => {
  const texts = lines('near-misses.txt');
  it('are many', () => {
    expect(texts.length).toBeGreaterThanOrEqual(300);
    expect(new Set(texts).size).toBe(texts.length);
  });
  it('are all unknown', () => {
    const claimed = texts.map((text) => [text, identify(catalog, text)] as const).filter(([, { outcome }]) => outcome !== 'unknown');
    expect(claimed.map(([text, { vendor, because }]) => `${text}: ${vendor} (${because})`)).toEqual([]);
  });
});

describe('names on their own', () => {
  it.each(lines('positives.txt').map((line) => line.split(' ')))('%s %s %s', (vendor, family, name = '') => {
    expect(identify(catalog, name)).toMatchObject({ outcome: 'identified', vendor, family });
  });
});
