// What happens to lockfiles on their way: conflicts that nobody resolved, lists that are cut.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../../src/model.ts';
import { dependencyWalkers } from '../../../src/walkers/dependencies/index.ts';
import type { Walker } from '../../../src/walkers/walker.ts';

const root = new URL('../../../fixtures/walkers/', import.meta.url);

function sampleOf(walker: Walker): { readonly path: string; readonly text: string } {
  for (const name of readdirSync(new URL(`${walker.name}/`, root))) {
    if (/near-miss|conflict|settings|unknown|duplicate/.test(name)) continue;
    const folder = new URL(`${walker.name}/${name}/`, root);
    const path = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((file) => file !== 'seen.txt' && walker.files.test(file));
    if (path) return { path, text: readFileSync(new URL(path, folder), 'utf8') };
  }
  throw new Error(`no sample for ${walker.name}`);
}

const read = (walker: Walker, path: string, text: string): readonly Sighting[] => [
  ...walker.read({ path, text, hits: null, usage: 'runtime' }),
];
const namesOf = (seen: readonly Sighting[]) => seen.flatMap((one) => (one.kind === 'package' ? one.name : [])).sort();
const noticesOf = (seen: readonly Sighting[]) => seen.flatMap((one) => (one.kind === 'notice' ? [one] : []));

const locks = dependencyWalkers.filter(({ name }) => /lock|^go-|resolved|cargo|package-json|pom|msbuild|requirements$/.test(name));

describe.each(locks.map((walker) => [walker.name, walker] as const))('%s in a conflict', (_, walker) => {
  const { path, text } = sampleOf(walker);
  const lines = text.split('\n');
  const whole = new Set(namesOf(read(walker, path, text)));

  it('is read to its end, with one notice at the first mark', () => {
    expect(whole.size).toBeGreaterThan(0);
    const step = Math.max(1, Math.floor(lines.length / 40));
    for (let at = 1; at < lines.length - 1; at += step) {
      const damaged = [...lines.slice(0, at), '<<<<<<< HEAD', '=======', '>>>>>>> feature/x', ...lines.slice(at)].join('\n');
      const seen = read(walker, path, damaged);
      expect(noticesOf(seen)).toMatchObject([{ code: 'merge-conflict', line: at + 1 }]);
      expect(new Set(namesOf(seen)), `marks before line ${at + 1}: ${lines[at]}`).toEqual(whole);
    }
  });
});

describe('a conflict within JSON', () => {
  const ours = '"a": ["a@1.0.0", "", {}],';
  const theirs = '"a": ["a@2.0.0", "", {}],';
  const text = `{"lockfileVersion": 1, "packages": {\n<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> x\n"b": ["b@1.0.0", "", {}]}}\n`;

  it('is read on both of its sides', () => {
    const walker = dependencyWalkers.find(({ files }) => files.test('bun.lock'));
    const seen = walker ? read(walker, 'bun.lock', text) : [];
    expect(seen.flatMap((one) => (one.kind === 'package' ? `${one.name}@${one.version}` : []))).toEqual(['a@1.0.0', 'a@2.0.0', 'b@1.0.0']);
    expect(noticesOf(seen)).toMatchObject([{ code: 'merge-conflict', line: 2 }]);
  });
});

describe('several kinds of trouble', () => {
  const walker = dependencyWalkers.find(({ files }) => files.test('Cargo.lock'));
  const packageOf = (name: string, need: string) =>
    `[[package]]\nname = "${name}"\nversion = "1.0.0"\nsource = "x"\ndependencies = ["${need}"]\n`;
  const notices = (text: string) => noticesOf(walker ? read(walker, 'Cargo.lock', text) : []).map(({ code, line }) => `${code} ${line}`);

  it('are told each', () => {
    const twice = packageOf('a', 'b').replace('version = "1.0.0"', 'version = "0.9.0"\nversion = "1.0.0"');
    expect(notices(`version = 9\n${twice}${packageOf('b', 'a')}`)).toEqual([
      'duplicate-key 5',
      'unknown-lockfile-version 1',
      'dependency-cycle 3',
    ]);
  });

  it('are one where a part cannot be read', () => {
    expect(notices(`version = 9\n${packageOf('a', 'b')}broken\n${packageOf('b', 'a')}`)).toEqual(['unreadable-part 7']);
  });
});

describe('a list that is never closed', () => {
  it.each([
    ['of needs', 'dependencies = [\n    { name = "b" },\n'],
    ['of needs on one line', 'dependencies = [{ name = "b" }\n'],
    ['with a table that is open too', 'dependencies = [{ name = "b"\n'],
  ])('%s ends before the next package', (_, open) => {
    const text = `version = 1\n\n[[package]]\nname = "a"\n${open}\n[[package]]\nname = "b"\nversion = "1"\n`;
    const walker = dependencyWalkers.find(({ files }) => files.test('uv.lock'));
    const seen = walker ? read(walker, 'uv.lock', text) : [];
    expect(namesOf(seen)).toEqual(['a', 'b']);
    expect(noticesOf(seen)).toMatchObject([{ code: 'unreadable-part', line: text.slice(0, text.lastIndexOf('[[')).split('\n').length }]);
  });

  it('is not meant where lists hold lists', () => {
    const text = 'version = 1\nmatrix = [\n[1],\n["a"]\n]\nname = "x"\n\n[[package]]\nname = "b"\nversion = "1"\n';
    const walker = dependencyWalkers.find(({ files }) => files.test('uv.lock'));
    const seen = walker ? read(walker, 'uv.lock', text) : [];
    expect(namesOf(seen)).toEqual(['b']);
    expect(noticesOf(seen)).toEqual([]);
  });
});
