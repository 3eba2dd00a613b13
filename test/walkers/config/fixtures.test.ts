// Each folder of `fixtures/walkers/<walker>/` holds one case: its files and, in `seen.txt`, what the walker says about them.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { configWalkers } from '../../../src/walkers/config/index.ts';
import { battery, coveredBy, documentOf, lineOf } from '../battery.ts';

const root = new URL('../../../fixtures/walkers/', import.meta.url);

interface Case {
  readonly walker: string;
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

function casesOf(walker: string): Case[] {
  const folder = new URL(`${walker}/`, root);
  return list(folder)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const inner = new URL(`${name}/`, folder);
      const paths = readdirSync(inner, { recursive: true, withFileTypes: true, encoding: 'utf8' })
        .filter((entry) => entry.isFile() && entry.name !== 'seen.txt')
        .map((entry) => relative(fileURLToPath(inner), join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
        .sort();
      return { walker, name, files: paths.map((path) => ({ path, text: readFileSync(new URL(path, inner), 'utf8') })) };
    });
}

function list(folder: URL) {
  try {
    return readdirSync(folder, { withFileTypes: true, encoding: 'utf8' });
  } catch {
    return [];
  }
}

/** The walker that the pipeline would choose. */
function claim(path: string, text: string): string | undefined {
  return configWalkers.find(({ files, signals }) => files.test(path) && (signals?.some((signal) => text.includes(signal)) ?? true))?.name;
}

const cases = configWalkers.flatMap(({ name }) => casesOf(name));

describe.each(cases)('$walker/$name', ({ walker, name, files }) => {
  it('is seen as written down', async () => {
    const chosen = configWalkers.find((one) => one.name === walker);
    const lines = files.flatMap(({ path, text }) => {
      const seen = [...(chosen?.read(documentOf(path, text)) ?? [])];
      return [`# ${path}`, ...seen.map((one) => describeSeen(text, one))];
    });
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(fileURLToPath(new URL(`${walker}/${name}/seen.txt`, root)));
  });

  it('belongs to this walker', () => {
    for (const { path, text } of files) expect(claim(path, text)).toBe(walker);
  });
});

function describeSeen(text: string, one: Parameters<typeof lineOf>[1]): string {
  if (one.kind === 'notice') return lineOf(text, one);
  const { region, route, usage, context } = one.evidence;
  const marks = [
    usage === 'runtime' ? '' : usage,
    context === 'value' ? '' : context,
    one.kind === 'model' && one.partial ? 'partial' : '',
  ].filter(Boolean);
  return `${region?.startLine}:${region?.startColumn} ${lineOf(text, one)} <${coveredBy(text, one)}> ${route.join('.')}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`;
}

describe('every walker', () => {
  it('has a case in which it sees something and its name is unique', () => {
    const names = configWalkers.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !cases.some(({ walker }) => walker === name))).toEqual([]);
  });
});

for (const walker of configWalkers) {
  const sample = cases.find((one) => one.walker === walker.name && one.name !== 'near-miss')?.files[0];
  if (sample) battery(walker, sample);
}
