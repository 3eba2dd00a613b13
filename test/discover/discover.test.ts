import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DiscoverOptions, discover } from '../../src/discover/discover.ts';
import { type Tree, Unread } from '../../src/discover/tree.ts';
import type { Notice } from '../../src/model.ts';
import { UsageError } from '../../src/util/errors.ts';

let root = '';
let notices: Notice[] = [];

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'waybill-')));
  notices = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function git(...options: string[]): void {
  const identity = [
    '-c',
    'user.name=t',
    '-c',
    'user.email=t@example.org',
    '-c',
    'protocol.file.allow=always',
    '-c',
    'commit.gpgsign=false',
  ];
  execFileSync('git', [...identity, ...options], { cwd: root, stdio: 'ignore' });
}

const list = (options: Partial<DiscoverOptions> = {}) => discover({ paths: [root], ...options }, (notice) => notices.push(notice));

function contentOf(tree: Tree, path: string): string {
  const into = new Uint8Array(1 << 16);
  return Buffer.from(into.subarray(0, tree.read(path, into, 0))).toString();
}

function reasonOf(tree: Tree, path: string): string {
  try {
    tree.read(path, new Uint8Array(100), 0);
    return 'read';
  } catch (error) {
    if (error instanceof Unread) return error.reason;
    throw error;
  }
}

describe('a directory without git', () => {
  it('lists files in code-unit order and leaves out what is never a source', async () => {
    write({
      'b.py': '1',
      'B.py': '2',
      'a/z': '3',
      'a-b': '4',
      '.git/config': '',
      'x/.git/config': '',
      'node_modules/x/index.js': '',
      '.env': '5',
      'é.py': '6',
    });
    const tree = await list();
    expect(tree.paths).toEqual(['.env', 'B.py', 'a-b', 'a/z', 'b.py', 'é.py']);
    expect(tree).toMatchObject({ root, prefix: '', skipped: {} });
    expect(contentOf(tree, 'a/z')).toBe('3');
  });

  it('honours ignore files where they stand, the innermost first', async () => {
    write({
      '.gitignore': '*.log\n/build/\n!keep.log\n',
      'a.log': '',
      'keep.log': '',
      'build/x.py': '',
      'src/build/x.py': '',
      'src/.gitignore': '!a.log\nsecret/\n',
      'src/a.log': '',
      'src/secret/x.py': '',
      'secret/x.py': '',
    });
    expect((await list()).paths).toEqual(['.gitignore', 'keep.log', 'secret/x.py', 'src/.gitignore', 'src/a.log', 'src/build/x.py']);
  });

  it('never follows a link, to a file, to a directory or out of the root', async () => {
    write({ 'real/a.py': '1' });
    symlinkSync('real/a.py', join(root, 'link.py'));
    symlinkSync('real', join(root, 'linked'));
    symlinkSync('/', join(root, 'away'));
    const tree = await list();
    expect(tree.paths).toEqual(['away', 'link.py', 'linked', 'real/a.py']);
    expect(tree.paths.map((path) => reasonOf(tree, path))).toEqual(['symlink', 'symlink', 'symlink', 'read']);
    expect(reasonOf(tree, 'linked/a.py')).toBe('symlink');
  });

  it('never opens a pipe', async () => {
    write({ 'a.py': '1' });
    execFileSync('mkfifo', [join(root, 'pipe.py')]);
    const tree = await list();
    expect(tree.paths).toEqual(['a.py']);
    expect(reasonOf(tree, 'pipe.py')).toBe('special');
  });

  it('leaves large files, and reads those up to the limit', async () => {
    write({ 'four.py': '1234', 'five.py': '12345' });
    const tree = await list({ maxFileBytes: 4 });
    expect(reasonOf(tree, 'five.py')).toBe('too-large');
    expect(() => tree.read('five.py', new Uint8Array(100), 0)).toThrow('5 B, more than the limit of 4 B');
    expect(contentOf(tree, 'four.py')).toBe('1234');
  });

  it('says what lies too deep', async () => {
    write({ 'a/b/c.py': '', 'a/b/c/d.py': '', 'a/b/c/d/e.py': '' });
    const tree = await list({ maxDepth: 2 });
    expect(tree.paths).toEqual(['a/b/c.py']);
    expect(tree.skipped).toEqual({ 'too-deep': 2 });
    expect(notices).toMatchObject([{ code: 'too-deep' }]);
  });

  it('says so where nothing but a directory lies too deep', async () => {
    write({ 'a/b/c/d/e/f.py': '' });
    const tree = await list({ maxDepth: 2 });
    expect(tree.skipped).toEqual({ 'too-deep': 1 });
    expect(notices).toMatchObject([{ code: 'too-deep', detail: '1 files or directories lie deeper than 2 directories' }]);
  });

  it('takes no empty path for the current directory', async () => {
    await expect(list({ paths: [''] })).rejects.toThrow('the path is empty');
  });

  it('takes globs as people type them', async () => {
    write({ 'a.py': '', 'docs/a.py': '', 'docs/b/c.md': '', 'src/docs/d.md': '', 'src/e.ts': '', 'mydocs/f.md': '' });
    const excluded = async (...exclude: string[]) => (await list({ exclude })).paths;
    expect(await excluded('*.py', '*.md')).toEqual(['src/e.ts']);
    for (const glob of ['docs', 'docs/', '**/docs', 'docs/**', './docs']) {
      const left = glob === 'docs/**' ? ['a.py', 'mydocs/f.md', 'src/docs/d.md', 'src/e.ts'] : ['a.py', 'mydocs/f.md', 'src/e.ts'];
      expect([glob, await excluded(glob)]).toEqual([glob, left]);
    }
    expect(await excluded('/docs', 'src/docs/')).toEqual(['a.py', 'mydocs/f.md', 'src/e.ts']);
    expect((await list({ include: ['src'] })).paths).toEqual(['src/docs/d.md', 'src/e.ts']);
    expect((await list({ include: ['.'] })).paths).toHaveLength(6);
    expect(notices).toEqual([]);
  });

  it('says so where globs leave nothing', async () => {
    write({ 'a.py': '', 'b.py': '' });
    await list({ include: ['*.pyy'] });
    expect(notices).toMatchObject([{ code: 'nothing-left', path: null, detail: 'none of 2 files is left by --include *.pyy' }]);
  });

  it.each(['include', 'exclude'])('takes no empty glob: %s', async (flag) => {
    await expect(list({ [flag]: [''] })).rejects.toThrow('empty glob');
  });

  it('says what it may not read', async () => {
    write({ 'a.py': '', 'locked/b.py': '' });
    chmodSync(join(root, 'a.py'), 0);
    chmodSync(join(root, 'locked'), 0);
    const tree = await list();
    chmodSync(join(root, 'locked'), 0o700);
    // The superuser may read everything.
    const isAllowed = process.getuid?.() === 0;
    expect(reasonOf(tree, 'a.py')).toBe(isAllowed ? 'read' : 'unreadable');
    expect(notices.map(({ code, path }) => [code, path])).toEqual(isAllowed ? [] : [['unreadable', 'locked']]);
  });

  it('says which names it cannot ask for again', async () => {
    writeFileSync(Buffer.from([...Buffer.from(`${root}/`), 0xff, 0x2e, 0x70, 0x79]), 'qwen');
    const tree = await list();
    expect(tree.paths.map((path) => reasonOf(tree, path))).toEqual(['unreadable']);
    expect(reasonOf(tree, 'n'.repeat(300))).toBe('unreadable');
  });

  it('says which folders it cannot ask for again', async () => {
    mkdirSync(Buffer.from([...Buffer.from(`${root}/`), 0xff]));
    expect((await list()).paths).toEqual([]);
    expect(notices).toMatchObject([{ code: 'unreadable', path: '\ufffd', detail: 'its name is not valid UTF-8' }]);
  });

  it('reads a file from a position on', async () => {
    write({ 'a.py': '0123456789' });
    const tree = await list();
    const into = new Uint8Array(4);
    expect([0, 4, 8, 12].map((at) => Buffer.from(into.subarray(0, tree.read('a.py', into, at))).toString())).toEqual([
      '0123',
      '4567',
      '89',
      '',
    ]);
  });

  it('chooses by globs, hidden files included', async () => {
    write({ 'src/a.py': '', 'src/a.ts': '', 'src/gen/b.py': '', '.env.py': '', 'src.py': '' });
    const tree = await list({ include: ['**/*.py'], exclude: ['src/gen/**'] });
    expect(tree.paths).toEqual(['.env.py', 'src.py', 'src/a.py']);
    expect(tree.skipped).toEqual({ excluded: 2 });
  });
});

describe('a git work tree', () => {
  beforeEach(() => git('init', '-q'));

  it('lists what is tracked and what is new, not what is ignored', async () => {
    write({ '.gitignore': '*.log\nnode_modules/\n', 'a.py': '', 'tracked.log': '', 'new.py': '', 'new.log': '', 'node_modules/x.js': '' });
    git('add', '-f', 'a.py', 'tracked.log', '.gitignore');
    expect((await list()).paths).toEqual(['.gitignore', 'a.py', 'new.py', 'tracked.log']);
    expect(notices).toEqual([]);
  });

  it('keeps names as they are', async () => {
    write({ 'with space.py': '', 'quote".py': '', 'é\n.py': '' });
    git('add', 'with space.py');
    expect((await list()).paths).toEqual(['quote".py', 'with space.py', 'é\n.py']);
  });

  it('survives files that the index has and the disk has not, and the reverse', async () => {
    write({ 'gone.py': '', 'turned.py': '', 'dir/a.py': '' });
    git('add', '.');
    unlinkSync(join(root, 'gone.py'));
    unlinkSync(join(root, 'turned.py'));
    mkdirSync(join(root, 'turned.py'));
    rmSync(join(root, 'dir'), { recursive: true });
    symlinkSync('/etc', join(root, 'dir'));
    const tree = await list();
    expect(reasonOf(tree, 'gone.py')).toBe('deleted');
    expect(reasonOf(tree, 'turned.py')).toBe('submodule');
    expect(reasonOf(tree, 'dir/a.py')).toBe('symlink');
  });

  it('refuses tracked links', async () => {
    symlinkSync('/etc/passwd', join(root, 'link.py'));
    git('add', '.');
    const tree = await list();
    expect(tree.paths.map((path) => reasonOf(tree, path))).toEqual(['symlink']);
  });

  it('scans a directory below the root alone, and knows where it lies', async () => {
    write({ 'a.py': '', 'packages/b/c.py': '', 'packages/b/.gitignore': 'x.py', 'packages/b/x.py': '', 'packages/bc/d.py': '' });
    const tree = await list({ paths: [join(root, 'packages/b')] });
    expect(tree).toMatchObject({ root: join(root, 'packages/b'), prefix: 'packages/b', paths: ['.gitignore', 'c.py'] });
  });

  it('walks a directory that is ignored but was asked for', async () => {
    write({ '.gitignore': 'out/', 'out/a.py': '' });
    expect((await list({ paths: [join(root, 'out')] })).paths).toEqual(['a.py']);
  });

  it('looks into a repository inside and into a submodule that is checked out', async () => {
    write({ 'inner/a.py': '', 'sub/b.py': '', 'c.py': '', '.gitmodules': '[submodule "sub"]\n\tpath = sub\n\turl = ./sub\n' });
    execFileSync('git', ['init', '-q'], { cwd: join(root, 'inner') });
    execFileSync('git', ['init', '-q'], { cwd: join(root, 'sub') });
    const commit = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
    git('update-index', '--add', '--cacheinfo', `160000,${commit},sub`);
    git('update-index', '--add', '--cacheinfo', `160000,${commit},empty`);
    expect((await list()).paths).toEqual(['.gitmodules', 'c.py', 'inner/a.py', 'sub/b.py']);
    expect(notices).toMatchObject([{ code: 'submodule', path: 'empty' }]);
  });

  it('names a file once that has a merge conflict', async () => {
    write({ 'a.py': '1' });
    git('add', '.');
    git('commit', '-qm', 'one');
    git('checkout', '-qb', 'other');
    write({ 'a.py': '2' });
    git('commit', '-qam', 'two');
    git('checkout', '-q', '-');
    write({ 'a.py': '3' });
    git('commit', '-qam', 'three');
    expect(() => git('merge', 'other')).toThrow();
    expect((await list()).paths).toEqual(['a.py']);
  });

  it('runs nothing that the repository configures', async () => {
    write({ 'a.py': '', 'hook.sh': '#!/bin/sh\ntouch "$(dirname "$0")/ran"\n' });
    chmodSync(join(root, 'hook.sh'), 0o755);
    git('config', 'core.fsmonitor', join(root, 'hook.sh'));
    expect((await list()).paths).toEqual(['a.py', 'hook.sh']);
  });

  it('holds no files of its own where it is bare, and says so', async () => {
    write({ 'a.py': '' });
    git('add', '.');
    git('commit', '-qm', 'one');
    git('clone', '-q', '--bare', '.', 'copy.git');
    rmSync(join(root, '.git'), { recursive: true });
    await list({ paths: [join(root, 'copy.git')] });
    expect(notices).toMatchObject([{ code: 'bare-repository', path: null, detail: 'copy.git has no files checked out' }]);
    notices = [];
    write({ 'src/HEAD': '', 'src/config': '' });
    await list({ paths: [join(root, 'src')] });
    expect(notices).toEqual([]);
  });

  it('is walked where git cannot read it, and says so', async () => {
    write({ 'a.py': '', '.git/index': 'no index' });
    expect((await list()).paths).toEqual(['a.py']);
    expect(notices).toMatchObject([{ code: 'git-unavailable' }]);
  });
});

describe('paths that are given', () => {
  it('may be one file, even an ignored one', async () => {
    write({ 'src/a.py': '1', 'src/b.py': '', '.gitignore': 'src/' });
    expect(await list({ paths: ['src/a.py'], cwd: root })).toMatchObject({ root, paths: ['src/a.py'] });
    expect(await list({ paths: [join(root, 'src/a.py')], cwd: tmpdir() === root ? '/' : join(root, 'src') })).toMatchObject({
      paths: ['a.py'],
    });
  });

  it('may be several, each file once', async () => {
    write({ 'a/x.py': '', 'b/y.py': '', 'c/z.py': '' });
    expect(await list({ paths: ['b', 'a/x.py', 'a'], cwd: root })).toMatchObject({ root, paths: ['a/x.py', 'b/y.py'] });
    expect(await list({ paths: [join(root, 'a'), join(root, 'b')], cwd: join(root, 'c') })).toMatchObject({
      root,
      paths: ['a/x.py', 'b/y.py'],
    });
  });

  it('may be a glob, where no file has that name', async () => {
    write({ 'services/a/x.py': '', 'services/b/x.py': '', 'other/x.py': '', '[id]/x.py': '' });
    const paths = async (...given: string[]) => (await list({ paths: given, cwd: root })).paths;
    expect(await paths('services/*')).toEqual(['services/a/x.py', 'services/b/x.py']);
    expect(await paths('[id]')).toEqual(['x.py']);
    await expect(paths('nowhere/*')).rejects.toThrow('no such file or folder: nowhere/*');
  });

  it('may be a link, which the user chose', async () => {
    write({ 'real/a.py': '' });
    symlinkSync('real', join(root, 'link'));
    expect(await list({ paths: ['link'], cwd: root })).toMatchObject({ root: join(root, 'real'), paths: ['a.py'] });
  });

  it.each([
    ['missing', 'missing-path'],
    ['dangling', 'missing-path'],
    ['pipe', 'special-path'],
    ['pipe/below', 'missing-path'],
    ['loop', 'closed-path'],
    ['n'.repeat(300), 'closed-path'],
  ])('are refused where they are %s', async (path, code) => {
    symlinkSync('nowhere', join(root, 'dangling'));
    symlinkSync('loop', join(root, 'loop'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
    const refused = list({ paths: [path], cwd: root });
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toMatchObject({ code });
  });

  it('are needed', async () => {
    await expect(list({ paths: [] })).rejects.toThrow(UsageError);
  });
});
