// How a mistake is told, everywhere: what is wrong and what to do begin small, as commander's own do, and end without a full stop.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../src');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join(root, path), 'utf8'));
const texts = (pattern: RegExp) => sources.flatMap((source) => [...source.matchAll(pattern)].map(([, text = '']) => text));

describe('the words of a mistake', () => {
  it.each<readonly [string, RegExp]>([
    ['what is wrong', /new UsageError\(\s*['"`](.*?)['"`],/g],
    ['what to do', /\bhint(?: =|:) (?:.* [?:] )?['"`]([^'"`]+.*?)['"`](?:[,;}]| })/g],
  ])('begin small and end without a full stop: %s', (_, pattern) => {
    const told = texts(pattern);
    expect(told.length).toBeGreaterThan(10);
    expect(told.filter((text) => /^[A-Z][a-z]/.test(text) || text.endsWith('.'))).toEqual([]);
  });
});
