import { describe, expect, it } from 'vitest';
import * as help from '../../src/cli/help.ts';
import type { Stages } from '../../src/cli/stages.ts';
import { UsageError } from '../../src/util/errors.ts';
import { version } from '../../src/util/version.ts';
import { identity, rules } from '../report/sample.ts';
import { waybill } from './io.ts';

describe('help', () => {
  it.each(['', '--help', 'help', '-h', '--no-color', 'help --no-color'])('of waybill: %j', async (line) => {
    const { code, out, err } = await waybill(line);
    expect([code, err]).toEqual([0, '']);
    for (const part of ['Usage: waybill', 'Examples:', 'Exit codes:', '--fail-on, default: warning']) expect(out).toContain(part);
  });

  it.each(['scan', 'identify', 'explain', 'rules', 'rules list', 'rules check', 'knowledge', 'knowledge check'])(
    'of %s',
    async (command) => {
      const { code, out, err } = await waybill(`${command} --help`);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain(`Usage: waybill ${command}`);
      // What it is for stands between the usage and the options, or the arguments.
      expect(out).toMatch(/^Usage: .*\n\n[A-Z][^$]{30,}?\.\n\n(?:Options|Arguments):\n/);
      expect(await waybill(`help ${command}`)).toMatchObject({ code, out, err });
    },
  );

  const examples = Object.values(help)
    .flatMap((text) => [...text.matchAll(/^ {2}\$ waybill (.*?)(?: {3,}.*)?$/gm)])
    .map(([, line = '']) => line.replace(/-o \S+/, '').replace('< names.txt', ''));

  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(10);
  });

  it.each(examples)('shows what runs: %s', async (line) => {
    const { err, code } = await waybill(line, { stdin: 'qwen3' });
    expect(err).toBe('');
    expect([0, 1]).toContain(code);
  });

  it('is as wide as the terminal', async () => {
    const { out } = await waybill('scan --help', { env: { COLUMNS: '60' } });
    const [usage = ''] = out.split('Examples:');
    expect(Math.max(...usage.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  });
});

describe('the version', () => {
  it.each(['--version', '-V'])('is that of the package: %s', async (line) => {
    expect(await waybill(line)).toMatchObject({ code: 0, out: `${version}\n`, err: '' });
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
  });
});

describe('a mistake', () => {
  it.each([
    ['scna', "error: unknown command 'scna'\n hint: did you mean scan?\n"],
    ['scan --fomat json', "error: unknown option '--fomat'\n hint: did you mean --format?\n"],
    ['scan --frobnicate', "error: unknown option '--frobnicate'\n hint: waybill scan --help lists what there is\n"],
    ['frobnicate', "error: unknown command 'frobnicate'\n hint: waybill --help lists what there is\n"],
    ['rules chekc', "error: unknown command 'chekc'\n hint: did you mean check?\n"],
    ['.', 'error: . is not a command\n hint: waybill scan .\n'],
    ['../app', 'error: ../app is not a command\n hint: waybill scan ../app\n'],
    ['src', 'error: src is not a command\n hint: waybill scan src\n'],
    ['apps/web', 'error: apps/web is not a command\n hint: waybill scan apps/web\n'],
    ['help scna', "error: unknown command 'scna'\n hint: did you mean scan?\n"],
    ['help rules lst', "error: unknown command 'lst'\n hint: did you mean list?\n"],
    ['scan --format jsn', 'error: --format does not know \'jsn\'\n hint: did you mean "json"?\n'],
    ['scan --fail-on fatal', "error: --fail-on does not know 'fatal'\n hint: use one of none, note, warning, error\n"],
    ['identify -f sarif x', "error: --format does not know 'sarif'\n hint: use one of text, json\n"],
    [
      'explain a b',
      "error: too many arguments for 'explain': expected 1 argument but got 2\n hint: waybill explain --help lists what there is\n",
    ],
    ['explain', "error: missing required argument 'rule'\n hint: waybill explain --help lists what there is\n"],
    ['identify', 'error: no name to identify\n hint: waybill identify qwen3-8b, or one name a line on standard input\n'],
  ])('is told with the next step: %s', async (line, err) => {
    expect(await waybill(line)).toMatchObject({ code: 2, out: '', err });
  });

  it.each(['scan --format xml', 'scan --fail-on fatal', 'scan --output', 'identify --format sarif x'])('is one, too: %s', async (line) => {
    const { code, out, err } = await waybill(line);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^error: .*\n hint: .*\n$/);
  });

  it('is told with its place, and is not able to act on the terminal', async () => {
    const explain = async () => {
      throw new UsageError('no rule\u001b[2J here', { code: 'x', where: 'rules/a.yaml:3', hint: null });
    };
    expect(await waybill('explain x', { stages: { explain } })).toMatchObject({
      code: 2,
      out: '',
      err: 'error: no rule here\n   at: rules/a.yaml:3\n',
    });
  });
});

describe('a bug', () => {
  it('shows its stack and says where it lies', async () => {
    const scan = async () => {
      throw new TypeError('x is not a function');
    };
    const { code, out, err } = await waybill('scan', { stages: { scan } });
    expect([code, out]).toEqual([70, '']);
    expect(err).toMatch(/^TypeError: x is not a function\n {4}at [\s\S]*\n\nThis is a bug in waybill \d/);
    expect(err).toContain('Please report it');
    expect(err).not.toMatch(/https?:/);
  });
});

describe('waybill rules', () => {
  it.each<readonly [string, number | undefined, Readonly<Record<string, string>>, boolean]>([
    ['nobody looks', undefined, {}, true],
    ['a terminal is narrow', 50, {}, false],
    ['a width is told', undefined, { COLUMNS: '50' }, false],
  ])('stand one a line where %s: %j', async (_, columns, env, whole) => {
    const { out } = await waybill('rules list', { ...(columns === undefined ? {} : { columns }), env });
    expect(out.trimEnd().split('\n').length === rules.length).toBe(whole);
  });

  it.each(['rules', 'rules list', 'rules --no-color', '--no-color rules'])('lists all: %s', async (line) => {
    const { code, out } = await waybill(line, { env: { COLUMNS: '120' } });
    expect(code).toBe(0);
    expect(out.split('\n').filter((row) => row !== '')).toHaveLength(rules.length);
    expect(out).toContain('deepseek-vendor-endpoint  error    Prompts leave for a server that deepseek operates\n');
  });

  it('explains one', async () => {
    expect(await waybill('explain qwen-licence')).toMatchObject({ code: 0, out: 'qwen-licence explained\n' });
  });

  it('explains one within the width, and leaves examples alone', async () => {
    const example = `    x = "${'long '.repeat(20)}"`;
    const explain = async () => `a-rule: ${'title '.repeat(12)}\n\nWhy it matters\n\n- ${'word '.repeat(12).trim()}\n\n${example}\n`;
    const { out } = await waybill('explain a-rule', { env: { COLUMNS: '40', FORCE_COLOR: '1' }, stages: { explain } });
    expect(out).toContain('\n\u001b[1mWhy it matters\u001b[22m\n');
    expect(out).toContain('\n- word word word word word word word\n  word word word word word\n');
    expect(out).toContain(example);
  });
});

describe('a check of rules or knowledge', () => {
  it.each(['rules check', 'knowledge check', 'knowledge'])('says what is fine: %s', async (line) => {
    const { code, out, err } = await waybill(line);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^ok \d+ (?:rules|files)\n$/);
  });

  it.each(['rules check mine', 'knowledge check mine'])('lists what is not: %s', async (line) => {
    const outcome = async (checked: string | null) => ({
      checked: checked ?? '',
      problems: [{ where: 'mine/a.yaml:3', message: 'no source' }],
    });
    const seen = await waybill(line, { stages: { checkRules: outcome, checkKnowledge: outcome } });
    expect(seen).toMatchObject({ code: 2, out: '', err: 'mine/a.yaml:3: no source\n1 problem in mine\n' });
  });
});

describe('waybill identify', () => {
  it('answers each name, also an unknown one', async () => {
    const { out } = await waybill('identify qwen3-8b llama');
    expect(out).toBe(
      [
        'qwen3-8b',
        '  is        qwen, family deepseek (exact)',
        '  developer DeepSeek (CN)',
        '  operator  DeepSeek (CN)',
        '  because   The host is the vendor’s own.',
        'llama',
        '  is        unknown',
        '  because   nothing is known about it',
        '',
      ].join('\n'),
    );
  });

  it('writes one object a line, in the order of the names', async () => {
    const { out, code } = await waybill('identify --format json', { stdin: 'qwen3\r\n\n  llama  \nqwen3' });
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(answers.map(({ name, outcome, vendor }) => [name, outcome, vendor])).toEqual([
      ['qwen3', 'identified', 'qwen'],
      ['llama', 'unknown', null],
      ['qwen3', 'identified', 'qwen'],
    ]);
  });

  it('says what it makes of empty lines, and skips them', async () => {
    expect((await waybill('identify --help')).out).toMatch(/line\s+that is empty or blank is skipped/);
    const { out, code } = await waybill('identify --format json', { stdin: '\n \t\n\r\nqwen3\n\n' });
    expect([code, out.trimEnd().split('\n').length]).toEqual([0, 1]);
    expect(await waybill('identify --format json', { stdin: '\n\n' })).toMatchObject({ code: 0, out: '' });
  });

  it('hands the platform and further facts on', async () => {
    const seen: unknown[] = [];
    const identifier: Stages['identifier'] = async (directories, platform) => (name) => {
      seen.push([directories, name, platform]);
      return identity();
    };
    await waybill('identify --platform ollama --rules mine -f json x', { stages: { identifier } });
    expect(seen).toEqual([[['mine'], 'x', 'ollama']]);
  });
});
