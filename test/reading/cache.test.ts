import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discover } from '../../src/discover/discover.ts';
import { memoryTree, type Tree } from '../../src/discover/tree.ts';
import { openReaders } from '../../src/reading/readers.ts';
import { scan as scanAll } from '../../src/scan.ts';

const wanted = { literals: ['qwen', 'deepseek'] };
const COUNT = 120;
let home = '';
let root = '';
let directory = '';

/** The files are as new as the test: a scan that comes later finds them settled. */
const later = () => Date.now() + 60_000;

function contentOf(n: number): string {
  if (n === 7) return "# waybill: ignore[weights] tried\nmodel = 'Qwen/Qwen3-8B'";
  if (n === 8) return '\u0000binary qwen';
  if (n === 9) return 'model = ("qwen-max"';
  return `nothing ${n}`;
}

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'waybill-')));
  root = join(home, 'tree');
  directory = join(home, 'a', 'cache');
  mkdirSync(join(root, 'd'), { recursive: true });
  for (let n = 0; n < COUNT; n++) writeFileSync(join(root, 'd', `${n}.py`), contentOf(n));
  writeFileSync(join(root, 'picture.png'), 'qwen');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

interface Given {
  readonly now?: number;
  readonly of?: typeof wanted;
  readonly tree?: (tree: Tree) => Tree;
}

/** What a scan reads, and which files it opens for that. */
async function scan({ now = later(), of = wanted, tree: change = (tree) => tree }: Given = {}) {
  const opened: string[] = [];
  const tree = change(await discover({ paths: [root] }, () => {}));
  const noted: Tree = {
    ...tree,
    read: (path, into, position) => {
      opened.push(path);
      return tree.read(path, into, position);
    },
  };
  const readers = openReaders(noted, { threads: 0, cache: { directory, now } });
  return { reading: await readers.read(tree.paths, of), opened };
}

const plain = async (of = wanted) => {
  const tree = await discover({ paths: [root] }, () => {});
  return openReaders(tree, { threads: 0 }).read(tree.paths, of);
};
const kept = () => readdirSync(directory).map((name) => join(directory, name));

describe('the cache', () => {
  it('opens no file that has not changed, and says the same', async () => {
    const first = await scan();
    expect(first.opened.length).toBeGreaterThanOrEqual(COUNT);
    expect(first.reading.sightings.length).toBeGreaterThan(1);
    expect(first.reading.ignores.length).toBe(1);
    const second = await scan();
    expect(second.opened).toEqual([]);
    expect(second.reading).toEqual(first.reading);
    expect(second.reading).toEqual(await plain());
  });

  it('opens what has changed, by a byte or by its time, and what is new', async () => {
    await scan();
    const { size, atime, mtime } = statSync(join(root, 'd/3.py'));
    writeFileSync(join(root, 'd/3.py'), "m='qwen3'".padEnd(size).slice(0, size));
    utimesSync(join(root, 'd/3.py'), atime, mtime);
    appendFileSync(join(root, 'd/7.py'), '\nother = "deepseek-chat"');
    writeFileSync(join(root, 'd/new.py'), 'm = "qwen-plus"');
    const { opened, reading } = await scan();
    expect(opened).toEqual(['d/3.py', 'd/7.py', 'd/new.py']);
    expect(reading).toEqual(await plain());
    expect((await scan()).opened).toEqual([]);
  });

  it('forgets what is gone', async () => {
    await scan();
    rmSync(join(root, 'd/7.py'));
    const { opened, reading } = await scan();
    expect(opened).toEqual([]);
    expect(reading).toEqual(await plain());
    expect(reading.ignores).toEqual([]);
  });

  it('trusts no file that changed a moment ago', async () => {
    const { opened } = await scan({ now: Date.now() });
    expect((await scan({ now: Date.now() })).opened).toEqual(opened);
  });

  it('answers only what was asked before', async () => {
    const { opened } = await scan();
    expect((await scan({ of: { literals: ['qwen'] } })).opened).toEqual(opened);
    expect((await scan()).opened).toEqual([]);
    const smaller = (tree: Tree): Tree => ({ ...tree, onDisk: { maxFileBytes: 3 } });
    expect((await scan({ tree: smaller })).opened).toEqual(opened);
  });

  it('keeps what was not asked for this time', async () => {
    await scan();
    appendFileSync(join(root, 'd/100.py'), 'x');
    const fewer = (tree: Tree): Tree => ({ ...tree, paths: tree.paths.filter((path) => path !== 'd/7.py') });
    expect((await scan({ tree: fewer })).opened).toEqual(['d/100.py']);
    expect((await scan()).opened).toEqual([]);
  });

  it('does not follow a directory that has become a link', async () => {
    await scan();
    renameSync(join(root, 'd'), join(home, 'elsewhere'));
    symlinkSync(join(home, 'elsewhere'), join(root, 'd'));
    const paths = [...Array(COUNT).keys()].map((n) => `d/${n}.py`);
    const { reading } = await scan({ tree: (tree) => ({ ...tree, paths }) });
    expect(reading.sightings).toEqual([]);
    expect(reading.counts.skipped).toEqual({ symlink: COUNT });
  });

  it('is for its owner only, and leaves nothing half written', async () => {
    await scan();
    expect(kept().length).toBe(1);
    if (process.platform !== 'win32') expect([directory, ...kept()].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
  });

  it('is not believed where it is spoilt', async () => {
    const { opened, reading } = await scan();
    for (const spoil of [(text: string) => text.slice(0, -20), (text: string) => text.replace('Qwen3-8B', 'Qwen3-4B'), () => '']) {
      for (const path of kept()) writeFileSync(path, spoil(readFileSync(path, 'utf8')));
      const again = await scan();
      expect(again.opened).toEqual(opened);
      expect(again.reading).toEqual(reading);
    }
  });

  it('may be impossible, which changes nothing', async () => {
    writeFileSync(join(home, 'a'), 'a file where a directory should be');
    expect((await scan()).reading).toEqual(await plain());
  });

  it.runIf(process.platform === 'linux')('does not try for ever where no folder can be made', async () => {
    directory = '/proc/waybill/cache';
    expect((await scan()).reading).toEqual(await plain());
  });

  it('keeps what has not changed of a small part of a tree, whatever else it forgets', async () => {
    for (let n = 0; n < COUNT * 4; n++) writeFileSync(join(root, `${n}.py`), contentOf(n));
    await scan();
    appendFileSync(join(root, 'd/3.py'), 'x');
    const part = (tree: Tree): Tree => ({ ...tree, paths: tree.paths.filter((path) => path.startsWith('d/')) });
    expect((await scan({ tree: part })).opened).toEqual(['d/3.py']);
    expect((await scan({ tree: part })).opened).toEqual([]);
  });

  it('throws away what nobody has asked for in a month, and nothing that is not its own', async () => {
    await scan();
    const old = new Date(Date.now() - 40 * 24 * 3600 * 1000);
    const stale = join(directory, `${'0'.repeat(64)}.txt`);
    const foreign = join(directory, 'notes.txt');
    for (const path of [stale, foreign]) {
      writeFileSync(path, 'x');
      utimesSync(path, old, old);
    }
    appendFileSync(join(root, 'd/1.py'), 'x');
    await scan();
    expect(readdirSync(directory)).toContain('notes.txt');
    expect(readdirSync(directory)).not.toContain(`${'0'.repeat(64)}.txt`);
  });

  it('is not read as a part of the tree that it lies in', async () => {
    const cacheDir = join(root, 'cache');
    const report = async () => JSON.stringify((await scanAll({ paths: [root], today: '2026-01-01', cacheDir })).report);
    const first = await report();
    mkdirSync(cacheDir, { recursive: true });
    writeFileSync(join(cacheDir, 'kept.txt'), "model = 'Qwen/Qwen3-8B'");
    expect(await report()).toBe(first);
  });

  it('has nothing to do with few files, nor with files in memory', async () => {
    const few = (tree: Tree): Tree => ({ ...tree, paths: tree.paths.slice(0, 20) });
    await scan({ tree: few });
    await scan({ tree: () => memoryTree(Object.fromEntries([...Array(COUNT).keys()].map((n) => [`${n}.py`, 'qwen-max']))) });
    expect(() => readdirSync(directory)).toThrow('ENOENT');
  });
});
