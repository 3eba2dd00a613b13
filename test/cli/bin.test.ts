// The real process: what is built runs, from anywhere, and dies politely. `npm test` builds first.
import { execFile, spawn } from 'node:child_process';
import { closeSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../src/util/version.ts';

const bin = fileURLToPath(new URL('../../bin/waybill.js', import.meta.url));
const environment = { PATH: process.env.PATH ?? '', SOURCE_DATE_EPOCH: '1764072000' };
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waybill-bin-'));
  mkdirSync(join(folder, 'app'));
  writeFileSync(join(folder, 'app', '.env'), 'OPENAI_BASE_URL=https://api.deepseek.com/v1\n');
  writeFileSync(join(folder, 'app', 'notes.txt'), 'nothing here\n');
  mkdirSync(join(folder, 'clean'));
  writeFileSync(join(folder, 'clean', '.env'), 'OPENAI_BASE_URL=https://notdeepseek.com/v1\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function waybill(...argv: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...argv], { cwd: folder, env: environment }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

describe('the waybill command', { timeout: 60_000 }, () => {
  it('says its version and its help', async () => {
    expect(await waybill('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
    expect((await waybill('--help')).out).toContain('Exit codes:');
  });

  it('fails on what it finds and shows where', async () => {
    const { code, out, err } = await waybill('scan', 'app');
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(/│ OPENAI_BASE_URL=https:\/\/api\.deepseek\.com\/v1\n +│ {17}\^{27}\n/);
  });

  it.each([
    [['scan', 'clean', '--rules', 'nowhere'], 'error: no such folder\n   at: nowhere\n'],
    [['scan', 'clean', '--rules', 'app'], 'error: no files of rules\n   at: app\n'],
    [['scan', 'clean', '--rules', 'app/.env'], 'error: not a folder\n   at: app/.env\n'],
    [['identify', 'qwen3-8b', '--rules', 'app'], 'error: no files of rules\n   at: app\n'],
    [['scan', ''], 'error: the path is empty\n'],
    [['scan', 'clean', '--include', ''], 'error: an empty glob matches nothing\n'],
  ])('takes no folder, path or glob that can only be a mistake: %j', async (argv, start) => {
    const { code, out, err } = await waybill(...argv);
    expect([code, out, err.slice(0, start.length)]).toEqual([2, '', start]);
  });

  it('lists all mistakes of a rule', async () => {
    mkdirSync(join(folder, 'mine', 'risks'), { recursive: true });
    writeFileSync(join(folder, 'mine', 'risks', 'mine.yaml'), 'titel: x\n');
    const { code, err } = await waybill('rules', 'check', 'mine');
    expect(code).toBe(2);
    expect(err.split('\n').length).toBeGreaterThan(5);
    expect(err).toContain('did you mean "title"?');
    expect(err).toMatch(/\n\d+ problems in 1 file of rules\n$/);
  });

  it.each(['/dev/full'].filter((device) => existsSync(device)))('tells a full disk from a finding: %s', async (device) => {
    const { code, err } = await new Promise<{ code: number | null; err: string }>((resolve) => {
      const full = openSync(device, 'w');
      const child = spawn(process.execPath, [bin, 'scan', 'app'], { cwd: folder, env: environment, stdio: ['ignore', full, 'pipe'] });
      let text = '';
      child.stderr?.on('data', (data) => {
        text += data;
      });
      child.on('close', (status) => {
        closeSync(full);
        resolve({ code: status, err: text });
      });
    });
    expect([code, err]).toEqual([2, expect.stringMatching(/^error: cannot write the report: ENOSPC\n hint: /)]);
  });

  it('finds nothing in a look-alike and says how much it read', async () => {
    const { code, out } = await waybill('scan', 'clean');
    expect(code).toBe(0);
    expect(out).toMatch(/^0 findings\.\nSearched 1 of 1 file/);
  });

  it('gives the same bytes twice', async () => {
    for (const format of ['text', 'json', 'sarif']) {
      const [first, second] = await Promise.all([waybill('scan', 'app', '-f', format), waybill('scan', 'app', '-f', format)]);
      expect(first).toEqual(second);
    }
  });

  it('knows what it found before', async () => {
    const before = join(folder, 'before.json');
    expect((await waybill('scan', 'app', '-f', 'json', '-o', before)).code).toBe(1);
    const { code, out } = await waybill('scan', 'app', '--baseline', before);
    expect(code).toBe(0);
    expect(out).toMatch(/Not counted: \d+ in the baseline\./);
  });

  it('does not find its own report, wherever that lies', async () => {
    const project = join(folder, 'reported');
    cpSync(join(folder, 'app'), project, { recursive: true });
    const report = (format: string, file: string) => waybill('scan', 'reported', '-f', format, '-o', join(project, file), '-q');
    const places = async () => {
      const { findings } = JSON.parse((await waybill('scan', 'reported', '-f', 'json')).out);
      return findings.map(({ subject }: { subject: { reference: { evidence: { path: string } } } }) => subject.reference.evidence.path);
    };
    const before = await places();
    await report('json', 'before.json');
    await report('sarif', 'scan.sarif');
    await report('sarif', 'sarif.json');
    expect(await places()).toEqual(before);
  });

  it('tells a mistake without a stack', async () => {
    const { code, out, err } = await waybill('scan', 'no-such-folder');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^error: .*\n(?: {3}at: .*\n)? hint: .*\n$/);
  });

  it('lists and explains rules, and identifies names', async () => {
    const { out } = await waybill('rules', 'list');
    const [id = ''] = /^deepseek-\S+/m.exec(out) ?? [];
    expect((await waybill('explain', id)).out).toContain(id);
    const answer = JSON.parse((await waybill('identify', '--format', 'json', 'deepseek-ai/DeepSeek-V3')).out);
    expect(answer).toMatchObject({ name: 'deepseek-ai/DeepSeek-V3', outcome: 'identified', vendor: 'deepseek' });
  });

  it('does not report the policy for the vendors that it names', async () => {
    const policed = join(folder, 'policed');
    mkdirSync(policed);
    writeFileSync(join(policed, 'waybill.yaml'), 'deny:\n  - { vendor: deepseek, verdict: prohibited, reason: api.deepseek.com }\n');
    writeFileSync(join(policed, 'a.txt'), 'nothing\n');
    const { code, out } = await waybill('scan', 'policed');
    expect([code, out]).toEqual([0, expect.stringMatching(/^0 findings\.\n/)]);
  });

  it('finds its own rules and facts in order', async () => {
    expect(await waybill('knowledge', 'check')).toMatchObject({ code: 0, err: '' });
    expect(await waybill('rules', 'check')).toMatchObject({ code: 0, err: '' });
  });

  it('stops without a word when its reader has enough', async () => {
    const child = spawn(process.execPath, [bin, 'identify', '-f', 'json'], { cwd: folder, env: environment });
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.stdin.on('error', () => undefined);
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end('qwen3-8b\n'.repeat(20_000));
    await new Promise((resolve) => child.once('close', resolve));
    expect(err).toBe('');
  });

  it('fails on what it found also where its reader leaves before the end', async () => {
    const wide = join(folder, 'wide');
    mkdirSync(wide);
    for (let at = 0; at < 300; at++) writeFileSync(join(wide, `${at}.yaml`), 'base_url: https://api.deepseek.com/v1\n');
    const child = spawn(process.execPath, [bin, 'scan', 'wide', '-f', 'json'], { cwd: folder, env: environment });
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(1);
  });

  it('says so where it is not built', async () => {
    const unbuilt = join(folder, 'unbuilt', 'bin', 'waybill.js');
    mkdirSync(dirname(unbuilt), { recursive: true });
    writeFileSync(join(folder, 'unbuilt', 'package.json'), '{ "type": "module" }');
    cpSync(bin, unbuilt);
    const { code, err } = await new Promise<{ code: unknown; err: string }>((resolve) => {
      execFile(process.execPath, [unbuilt], (error, _, stderr) => resolve({ code: error?.code, err: stderr }));
    });
    expect(code).toBe(2);
    expect(err).toMatch(/^error: waybill is not built yet\nhint: run .*\n$/);
  });
});
