// Each folder of `fixtures/walkers/<walker>/` holds one case: its files and, in `seen.txt`, what the walker says about them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sourceWalkers } from '../../../src/walkers/source/index.ts';
import { battery, coveredBy, read } from '../battery.ts';
import { brief } from './read.ts';

const root = new URL('../../../fixtures/walkers/', import.meta.url);
const foldersOf = (folder: URL) => readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const textOf = (folder: URL, file: string) => readFileSync(new URL(file, folder), 'utf8');

const cases = sourceWalkers.flatMap((walker) => {
  const folder = new URL(`${walker.name}/`, root);
  return foldersOf(folder).map(({ name }) => ({ walker, name, folder: new URL(`${name}/`, folder) }));
});

describe('source fixtures', () => {
  it('exist for every walker', () => {
    expect(sourceWalkers.filter(({ name }) => !existsSync(new URL(`${name}/basic/`, root)))).toEqual([]);
  });

  it.each(cases)('$walker.name: $name', async ({ walker, folder }) => {
    const files = readdirSync(folder).filter((file) => file !== 'seen.txt');
    const lines = files.flatMap((file) => {
      const text = textOf(folder, file);
      expect(file).toMatch(walker.files);
      const seen = read(walker, file, text);
      return brief(file, text).map((line, index) => {
        const one = seen[index];
        const place = one && one.kind !== 'notice' ? `${one.evidence.region?.startLine}:${one.evidence.region?.startColumn}` : '';
        return `${place} ${line} <${one ? coveredBy(text, one).replaceAll('\n', '\\n') : ''}>`;
      });
    });
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(fileURLToPath(new URL('seen.txt', folder)));
  });
});

for (const { walker, name, folder } of cases.filter(({ name }) => name === 'basic')) {
  const file = readdirSync(folder).find((candidate) => candidate !== 'seen.txt') ?? name;
  battery(walker, { path: file, text: textOf(folder, file) });
}
