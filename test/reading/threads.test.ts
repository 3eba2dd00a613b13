import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discover } from '../../src/discover/discover.ts';
import { memoryTree, type Tree } from '../../src/discover/tree.ts';
import { BLOCK } from '../../src/reading/blocks.ts';
import { openReaders, type ReadersOptions } from '../../src/reading/readers.ts';

const wanted = { literals: ['qwen', 'deepseek'], libraryLiterals: ['nothing 2'] };
const COUNT = BLOCK * 30 + 5;
let root = '';
let tree: Tree;

function contentOf(n: number): string {
  if (n % 7 === 3) return `# waybill: ignore[weights] tried\nmodel = 'Qwen/Qwen3-${n}B'`;
  if (n % 11 === 5) return '\u0000binary qwen';
  return n % 13 === 1 ? `{"model": "qwen-${n}"` : `nothing ${n}`;
}

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'waybill-')));
  for (let n = 0; n < COUNT; n++) {
    const directory = join(root, `d${n % 9}`);
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, `${n}.${n % 13 === 1 ? 'json' : 'py'}`), contentOf(n));
  }
  symlinkSync('d0/0.py', join(root, 'link.py'));
  tree = await discover({ paths: [root] }, () => {});
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function reading(options: ReadersOptions, of: Tree = tree) {
  const readers = openReaders(of, options);
  try {
    return [await readers.read(of.paths, wanted), await readers.read(of.paths, { literals: ['nothing'] })];
  } finally {
    readers.close();
  }
}

describe('openReaders', () => {
  it('says the same with other threads and without, search after search', async () => {
    const alone = await reading({ threads: 0 });
    expect(alone[0]?.sightings.length).toBeGreaterThan(60);
    expect(alone[0]?.notices.length).toBeGreaterThan(30);
    expect(alone[0]?.ignores.length).toBeGreaterThan(30);
    for (const threads of [1, 3]) expect(await reading({ worth: 0, threads })).toEqual(alone);
  });

  /** Reads so slowly that other threads have time to start. */
  const slowly = (read: (path: string) => boolean): Tree => ({
    ...tree,
    read: (path, into, position) => {
      if (read(path)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
      return tree.read(path, into, position);
    },
  });

  it('lets other threads do some of the work, once there is much of it', async () => {
    const here: string[] = [];
    const readers = openReaders(
      slowly((path) => here.push(path) > 0),
      { threads: 1 },
    );
    const { counts } = await readers.read(tree.paths, wanted);
    readers.close();
    expect(counts.searched + Object.values(counts.skipped).reduce((sum, files) => sum + files, 0)).toBe(COUNT + 1);
    expect(here.length).toBeGreaterThan(BLOCK);
    expect(here.length).toBeLessThan(COUNT);
  });

  it('reads here what a thread that died leaves behind', async () => {
    let reads = 0;
    const readers = openReaders(
      slowly(() => {
        if (++reads === BLOCK * 3) readers.close();
        return reads < BLOCK * 3;
      }),
      { worth: 0, threads: 2 },
    );
    expect(await readers.read(tree.paths, wanted)).toEqual((await reading({ threads: 0 }))[0]);
  });

  it('says how far it is', async () => {
    const said: (readonly [number, number])[] = [];
    await reading({ threads: 0, onProgress: (done, total) => said.push([done, total]) });
    expect(said.slice(0, 2)).toEqual([
      [BLOCK, COUNT + 1],
      [2 * BLOCK, COUNT + 1],
    ]);
    expect(said.every(([done], at) => at === Math.ceil((COUNT + 1) / BLOCK) || done >= (said[at - 1]?.[0] ?? 0))).toBe(true);
  });

  it('has nothing to share of a tree that is not on disk', async () => {
    const memory = memoryTree({ 'a.py': "m = 'qwen-max'" });
    expect(await reading({ worth: 0, threads: 2 }, memory)).toEqual(await reading({ threads: 0 }, memory));
  });
});
