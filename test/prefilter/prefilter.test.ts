import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryTree, type Tree, Unread } from '../../src/discover/tree.ts';
import type { Notice } from '../../src/model.ts';
import { CHUNK, LONG, MOST_HITS } from '../../src/prefilter/layout.ts';
import { minimal } from '../../src/prefilter/literals.ts';
import { type Claim, createPrefilter } from '../../src/prefilter/prefilter.ts';
import type { Walker } from '../../src/walkers/walker.ts';

const walker = (name: string, files: RegExp, rest: Partial<Walker> = {}): Walker => ({
  name,
  files,
  reads: name,
  gate: 'hits',
  read: () => [],
  ...rest,
});
const anything = walker('anything', /(?:)/);

/** What is read, what is left alone, and how many bytes of others were searched in vain. */
function run(tree: Tree, walkers: readonly Walker[], literals: readonly string[]) {
  const found: (Claim['document'] & { readonly walker: string; readonly bytes: number })[] = [];
  const left: Record<string, string> = {};
  const notices: Notice[] = [];
  const quiet: Record<string, number> = {};
  const prefilter = createPrefilter(walkers, { literals });
  for (const path of tree.paths) {
    const looked = prefilter(tree, path);
    if (typeof looked === 'number') quiet[path] = looked;
    else if ('left' in looked) {
      left[path] = looked.left;
      if (looked.notice) notices.push(looked.notice);
    } else found.push({ ...looked.document, walker: looked.walker.name, bytes: looked.bytes });
  }
  return { found, left, notices, quiet };
}

const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** What the search is measured against: every start of every literal, found one by one. */
function oracle(text: string, literals: readonly string[]): number[] {
  const haystack = lower(text);
  const starts = new Set<number>();
  for (const literal of minimal(literals)) {
    for (let at = haystack.indexOf(literal); at >= 0; at = haystack.indexOf(literal, at + 1)) starts.add(at);
  }
  return [...starts].sort((left, right) => left - right);
}

function expectAsOracle(files: Readonly<Record<string, string>>, literals: readonly string[]): void {
  const expected = Object.entries(files).flatMap(([path, text]) => {
    const hits = oracle(text, literals);
    return hits.length > 0 ? [{ path, text, hits }] : [];
  });
  const { found } = run(memoryTree(files), [anything], literals);
  expect(found.map(({ path, text, hits }) => ({ path, text, hits }))).toEqual(expected.sort((a, b) => (a.path < b.path ? -1 : 1)));
}

describe('what is found', () => {
  it('is every occurrence, whatever the case of ASCII letters', () => {
    expectAsOracle({ a: 'Qwen QWEN qwen qweN', b: 'DeepSeek-V3 deepseek', c: 'queen deep-seek' }, ['qwen', 'deepseek']);
  });

  it('is not what only looks alike after coarse folding', () => {
    // 0x20 is all that tells `@` from a backquote, `[` from `{` and `_` from DEL.
    expectAsOracle({ a: 'a`b-moonshot', b: 'key{moonshot}', c: 'moon\u007fshot_x' }, ['a@b-moonshot', 'key[moonshot]', 'moon_shot_x']);
  });

  it('starts where the name starts, in UTF-16, behind characters of every width', () => {
    expectAsOracle({ a: 'é模😀 qwen 😀 kimi', b: '\u2028｜begin｜deepseek' }, ['qwen', 'kimi', '｜begin', 'deepseek']);
  });

  it('does not fold letters outside ASCII', () => {
    expectAsOracle({ a: 'ÜBERMODEL übermodel \u212aimi' }, ['übermodel', 'kimi']);
  });

  it('agrees with a naive search on trees of words', () => {
    const word = fc.constantFrom(
      'qwen',
      'QwEn2',
      'kimi',
      'deepseek',
      'DeepSeek-R1',
      'minimax',
      'aaa',
      'aaaaaaaa',
      'é',
      '😀',
      ' ',
      '\n',
      'a',
      'qwe',
      'n',
    );
    const literal = fc.constantFrom(
      'qwen',
      'qwen2',
      'kimi',
      'deepseek',
      'seek-r1',
      'minimax',
      'aaa',
      'aaaa',
      'aaaaaaa',
      'nqw',
      'é😀',
      'k\n ',
    );
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('a', 'b/c', 'd.py'),
          fc.array(word, { maxLength: 60 }).map((words) => words.join('')),
        ),
        fc.uniqueArray(literal, { minLength: 1, maxLength: 12 }),
        (files, literals) => expectAsOracle({ ...files }, literals),
      ),
      { numRuns: 150 },
    );
  });

  it('agrees with a naive search for any literals', () => {
    const text = fc
      .string({ unit: fc.constantFrom('a', 'b', 'A', '-', 'é', '\u0000'), minLength: 3, maxLength: 9 })
      .filter((literal) => !literal.includes('\u0000'));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'B', '-', 'é'), { maxLength: 200 }),
        fc.array(text, { minLength: 1, maxLength: 40 }),
        (letters, literals) => expectAsOracle({ file: letters.join('') }, literals),
      ),
      { numRuns: 150 },
    );
  });

  it('agrees with a naive search for two thousand literals', () => {
    const literals = Array.from(
      { length: 2000 },
      (_, n) => `${(n * 7919).toString(36)}-${'model'.slice(0, n % 6)}${n.toString(36)}`,
    ).filter(({ length }) => length > 2);
    const text = literals.filter((_, n) => n % 3 === 0).map((literal, n) => `${n}: ${n % 2 ? literal.toUpperCase() : literal}`);
    expectAsOracle({ hits: text.join('\n'), none: 'nothing of the kind stands in this file, which is ordinary prose' }, literals);
  });

  it.each(Array.from({ length: 12 }, (_, n) => n + 3))('is complete for a literal of %i bytes at every offset', (length) => {
    const literal = 'qwertyuiopasdfgh'.slice(0, length);
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`f${n + 10}`, `${'.'.repeat(n)}${literal}${n % 2 ? '' : 'x'}`]));
    expectAsOracle(files, [literal]);
  });
});

describe('large files', () => {
  const literals = ['kimi', 'moonshotai-very-long-name-of-a-model-to-be-cut'];

  it.each([-50, -47, -46, -45, -4, -3, -2, -1, 0, 1, 2])('loses nothing where a read ends, at %i', (shift) => {
    for (const literal of literals) {
      const at = CHUNK + shift;
      expectAsOracle({ f: `${'.'.repeat(at)}${literal}${'.'.repeat(100)}` }, literals);
    }
  });

  it('finds the same in the second overlap and in a file that ends with a read', () => {
    const step = CHUNK - 45;
    expectAsOracle(
      { f: `${'.'.repeat(2 * step - 20)}${literals[1]}${'.'.repeat(CHUNK)}kimi`, g: '.'.repeat(CHUNK - 4).concat('kimi') },
      literals,
    );
  });

  it('is looked at as a whole where hits are too many to list', () => {
    const { found } = run(memoryTree({ f: 'kimi '.repeat(MOST_HITS + 1) }), [anything], literals);
    expect(found.map(({ hits }) => hits)).toEqual([null]);
  });

  it('lists hits up to that number', () => {
    const { found } = run(memoryTree({ f: 'kimi '.repeat(MOST_HITS) }), [anything], literals);
    expect(found[0]?.hits?.length).toBe(MOST_HITS);
  });
});

describe('encodings', () => {
  it.each([
    ['little', [0xff, 0xfe], (text: string) => Buffer.from(text, 'utf16le')],
    ['big', [0xfe, 0xff], (text: string) => Buffer.from(text, 'utf16le').swap16()],
  ] as const)('reads UTF-16 of %s endianness', (_, mark, encode) => {
    const text = 'é😀 model: Qwen\r\n';
    const { found } = run(memoryTree({ 'a.yaml': Uint8Array.from([...mark, ...encode(text)]) }), [anything], ['qwen']);
    expect(found).toMatchObject([{ text, hits: [text.indexOf('Qwen')] }]);
  });

  it('reads UTF-16 that is larger than one read', () => {
    const text = `${'é'.repeat(CHUNK)} qwen`;
    const { found } = run(memoryTree({ f: Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]) }), [anything], ['qwen']);
    expect(found.map(({ hits }) => hits)).toEqual([[CHUNK + 1]]);
  });

  it('strips a byte order mark and counts without it', () => {
    expect(run(memoryTree({ f: '\ufeffqwen' }), [anything], ['qwen']).found).toMatchObject([{ text: 'qwen', hits: [0] }]);
  });

  it('leaves binary files alone, and says so where the name promised text', () => {
    const bytes = Uint8Array.from([...Buffer.from('qwen'), 0, 1, 2]);
    const { found, notices, left } = run(memoryTree({ 'a.bin': bytes, 'b.py': bytes }), [anything], ['qwen']);
    expect(found).toEqual([]);
    expect(notices).toMatchObject([{ code: 'binary-content', path: 'b.py' }]);
    expect(left).toEqual({ 'a.bin': 'binary', 'b.py': 'binary' });
  });

  it('reads text with a zero byte far behind', () => {
    expect(run(memoryTree({ f: `qwen${' '.repeat(9000)}\u0000` }), [anything], ['qwen']).found.length).toBe(1);
  });
});

describe('who reads a document', () => {
  const compose = walker('compose', /(?:^|\/)compose\.yaml$/, { gate: 'always' });
  const litellm = walker('litellm', /\.ya?ml$/, { signals: ['litellm_params', 'model_list'], gate: 'hits' });
  const workflow = walker('workflow', /\.yaml$/, { signals: ['apiVersion'], gate: 'always' });
  const yaml = walker('yaml', /\.ya?ml$/);
  const registry = [compose, litellm, workflow, yaml];
  const readers = (files: Readonly<Record<string, string>>) =>
    run(memoryTree(files), registry, ['qwen']).found.map(({ path, walker: name, hits }) => [path, name, hits]);

  it('is the first that claims it, always or on a hit', () => {
    expect(readers({ 'a/compose.yaml': 'x', 'b.yaml': 'qwen', 'c.yaml': 'queen', 'd.py': 'qwen' })).toEqual([
      ['a/compose.yaml', 'compose', []],
      ['b.yaml', 'yaml', [0]],
    ]);
  });

  it('is one with signals only where a signal stands, which is then a hit', () => {
    expect(
      readers({ 'a.yaml': 'model_list: x', 'b.yaml': 'apiversion: qwen', 'c.yml': 'apiVersion: qwen', 'd.yaml': 'apiVersion' }),
    ).toEqual([
      ['a.yaml', 'litellm', [0]],
      ['b.yaml', 'workflow', [0, 12]],
      ['c.yml', 'yaml', [12]],
      ['d.yaml', 'workflow', [0]],
    ]);
  });

  it('is nobody for files that no walker claims, which are not opened', () => {
    const tree: Tree = {
      ...memoryTree({ 'a.py': 'qwen' }),
      read: () => {
        throw new Error('opened');
      },
    };
    expect(run(tree, registry, ['qwen'])).toEqual({ found: [], left: { 'a.py': 'unclaimed' }, notices: [], quiet: {} });
  });
});

describe('the answer', () => {
  it('accounts for every file', () => {
    const files = { 'a.py': 'qwen', 'b.py': 'none', 'c.py': '\u0000', 'd.js': 'qwen', 'link.py': '', 'locked.py': '', 'big.py': '' };
    const inner = memoryTree(files);
    const reasons: Readonly<Record<string, Unread>> = {
      'link.py': new Unread('symlink', 'link'),
      'locked.py': new Unread('unreadable', 'EACCES'),
      'big.py': new Unread('too-large', 'too large'),
    };
    const tree: Tree = {
      ...inner,
      read: (path, into, position) => {
        const reason = reasons[path];
        if (reason) throw reason;
        return inner.read(path, into, position);
      },
    };
    const { found, left, quiet, notices } = run(tree, [walker('python', /\.py$/)], ['qwen']);
    expect(found.map(({ path, bytes }) => [path, bytes])).toEqual([['a.py', 4]]);
    expect(quiet).toEqual({ 'b.py': 4 });
    expect(left).toEqual({
      'big.py': 'too-large',
      'c.py': 'binary',
      'd.js': 'unclaimed',
      'link.py': 'symlink',
      'locked.py': 'unreadable',
    });
    expect(notices.map(({ code, path }) => [code, path])).toEqual([
      ['too-large', 'big.py'],
      ['binary-content', 'c.py'],
      ['unreadable', 'locked.py'],
    ]);
  });
});

describe('literals', () => {
  it('are refused where they are too short to be told from noise', () => {
    expect(() => run(memoryTree({}), [anything], ['qw'])).toThrow('fewer than 3 bytes');
  });

  it('that contain another are not searched for', () => {
    expect(minimal(['Qwen3-8B', 'qwen', 'kimi-k2', 'a-qwen-b', 'deepseek', 'KIMI-K2'])).toEqual(['deepseek', 'kimi-k2', 'qwen']);
  });

  it('are searched by stride from a length on at which none can slip through', () => {
    expect(LONG).toBe(7);
  });
});
