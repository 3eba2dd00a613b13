import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discover } from '../../src/discover/discover.ts';
import { memoryTree, type Tree } from '../../src/discover/tree.ts';
import { BLOCK, searchAhead } from '../../src/prefilter/ahead.ts';
import { prefilter } from '../../src/prefilter/prefilter.ts';
import type { Walker } from '../../src/walkers/walker.ts';

const literals = ['qwen', 'deepseek'];
const COUNT = BLOCK * 6 + 5;
let root = '';
let tree: Tree;

const contentOf = (n: number) => (n % 7 === 3 ? `line\nmodel: Qwen${n}` : n % 11 === 5 ? '\u0000binary qwen' : `nothing ${n}`);

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'waybill-')));
  for (let n = 0; n < COUNT; n++) {
    const directory = join(root, `d${n % 9}`);
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, `${n}.py`), contentOf(n));
  }
  symlinkSync('d0/0.py', join(root, 'link.py'));
  tree = await discover({ paths: [root] }, () => {});
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('searchAhead', () => {
  it('tells which files hold nothing, and only those', async () => {
    const ahead = searchAhead(tree, tree.paths, { literals, fewest: 1, threads: 2 });
    await ahead.ended;
    for (const [job, path] of tree.paths.entries()) {
      const text = path === 'link.py' ? null : contentOf(Number(path.slice(3, -3)));
      expect([path, ahead.quietSize(job)]).toEqual([path, text?.startsWith('nothing') ? text.length : null]);
    }
  });

  it('stays away from small trees, and from those that are not on disk', async () => {
    for (const [some, fewest] of [
      [tree, COUNT * 2],
      [memoryTree({ a: 'nothing' }), 1],
    ] as const) {
      const ahead = searchAhead(some, some.paths, { literals, fewest, threads: 2 });
      await ahead.ended;
      expect(some.paths.map((_, job) => ahead.quietSize(job)).filter((size) => size !== null)).toEqual([]);
    }
  });
});

describe('prefilter', () => {
  const python: Walker = { name: 'python', reads: '', files: /\.py$/, gate: 'hits', read: () => [] };
  const always: Walker = { name: 'always', reads: '', files: /^d1\/.*\.py$/, gate: 'always', read: () => [] };
  const outcome = (threads: number) => {
    const { claims, coverage } = prefilter(tree, { walkers: [always, python], literals, threading: { fewest: 1, threads } }, () => {});
    const documents: unknown[] = [];
    for (const { document, walker } of claims) {
      // Gives the threads time to get somewhere before the next file.
      if (threads > 0 && documents.length < 20) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      documents.push([document, walker.name]);
    }
    return { documents, coverage: coverage() };
  };

  it('says the same with other threads and without', () => {
    const alone = outcome(0);
    expect(alone.documents.length).toBeGreaterThan(50);
    expect(alone.coverage.searched + Object.values(alone.coverage.skipped).reduce((sum, count) => sum + count, 0)).toBe(COUNT + 1);
    expect(outcome(1)).toEqual(alone);
    expect(outcome(3)).toEqual(alone);
  });
});
