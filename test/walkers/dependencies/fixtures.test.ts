// Each folder of `fixtures/walkers/<walker>/` holds one case: files and, in `seen.txt`, every package in them. Lines with a
// star are those that remain where only hits are looked at. `vitest -u` writes the lists; read what it wrote.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../../src/model.ts';
import { usageOf } from '../../../src/util/usage.ts';
import { dependencyWalkers } from '../../../src/walkers/dependencies/index.ts';
import type { Walker } from '../../../src/walkers/walker.ts';
import { battery, coveredBy, documentOf, hitsOf, lineOf as naively } from '../battery.ts';

const root = new URL('../../../fixtures/walkers/', import.meta.url);

interface Case {
  readonly walker: Walker;
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

function casesOf(walker: Walker): Case[] {
  const folder = new URL(`${walker.name}/`, root);
  return readdirSync(folder).map((name) => {
    const inner = new URL(`${name}/`, folder);
    const paths = readdirSync(inner, { recursive: true, withFileTypes: true, encoding: 'utf8' })
      .filter((entry) => entry.isFile() && entry.name !== 'seen.txt')
      .map((entry) => relative(fileURLToPath(inner), join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort();
    return { walker, name, files: paths.map((path) => ({ path, text: readFileSync(new URL(path, inner), 'utf8') })) };
  });
}

/** The walker that the pipeline would choose. */
function claim(path: string, text: string): string | undefined {
  return dependencyWalkers.find(({ files, signals }) => files.test(path) && (signals?.some((signal) => text.includes(signal)) ?? true))
    ?.name;
}

function read({ walker }: Case, path: string, text: string, hits: readonly number[] | null): readonly Sighting[] {
  return [...walker.read({ ...documentOf(path, text, hits), usage: usageOf(path) })];
}

function lineOf(text: string, one: Sighting): string {
  if (one.kind === 'notice') return `notice ${one.code} line=${one.line}`;
  if (one.kind === 'model')
    return `${one.evidence.region?.startLine}:${one.evidence.region?.startColumn} model ${one.name} <${coveredBy(text, one)}>`;
  if (one.kind !== 'package') return naively(text, one);
  const { ecosystem, name, version, requirement, scope, direct, introducedBy, pathCount, evidence } = one;
  const { region, route } = evidence;
  const covered = coveredBy(text, one);
  return [
    `${region?.startLine}:${region?.startColumn} ${ecosystem} ${name}${covered === name ? '' : ` <${covered}>`}`,
    version && `version ${version}`,
    requirement && `wants ${requirement}`,
    `${scope}${direct ? '' : ' transitive'}`,
    introducedBy.length > 0 && `by ${introducedBy.join(' > ')}`,
    pathCount > 0 && `${pathCount} ${pathCount > 1 ? 'paths' : 'path'}`,
    `at ${route.join(' / ')}`,
  ]
    .filter(Boolean)
    .join(', ');
}

const cases = dependencyWalkers.flatMap(casesOf);

describe.each(cases.map((one) => [`${one.walker.name}/${one.name}`, one] as const))('%s', (_, one) => {
  it('is seen as written down', async () => {
    const lines = one.files.flatMap(({ path, text }) => {
      const hit = new Set(read(one, path, text, hitsOf(text)).map((seen) => lineOf(text, seen)));
      const all = read(one, path, text, null).map((seen) => lineOf(text, seen));
      expect(all).toEqual(expect.arrayContaining([...hit].filter((line) => !line.startsWith('notice'))));
      return [`# ${path}`, ...all.map((line) => `${hit.has(line) ? '*' : ' '} ${line}`)];
    });
    const golden = new URL(`${one.walker.name}/${one.name}/seen.txt`, root);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(fileURLToPath(golden));
  });

  it('belongs to this walker', () => {
    for (const { path, text } of one.files) expect(claim(path, text)).toBe(one.walker.name);
  });
});

const nearMisses = cases.filter(({ name }) => name.startsWith('near-miss'));

describe.each(nearMisses.map((one) => [`${one.walker.name}/${one.name}`, one] as const))('%s', (_, one) => {
  it('says nothing', () => {
    for (const { path, text } of one.files) {
      expect(hitsOf(text).length).toBeGreaterThan(0);
      const named = read(one, path, text, hitsOf(text)).filter((seen) => seen.kind !== 'package' || hitsOf(seen.name).length > 0);
      expect(named).toEqual([]);
    }
  });
});

describe('every walker of dependencies', () => {
  it('has a case and a name of its own', () => {
    const names = dependencyWalkers.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !cases.some(({ walker }) => walker.name === name))).toEqual([]);
  });
});

for (const walker of dependencyWalkers) {
  const sample = cases.find((one) => one.walker === walker && !one.name.startsWith('near-miss'))?.files[0];
  if (sample) battery(walker, sample);
}
