import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Level } from '../../src/model.ts';
import { reporters } from '../../src/report/index.ts';
import { UsageError } from '../../src/util/errors.ts';
import { empty, findings, report } from '../report/sample.ts';
import { type Given, waybill } from './io.ts';

const only = (level: Level, disposition: 'active' | 'suppressed' | 'baseline' = 'active') =>
  report({ notices: [], findings: findings.slice(0, 1).map((item) => ({ ...item, level, disposition })) });

describe('waybill scan', () => {
  it('scans the current folder and hands every flag on', async () => {
    const bare = await waybill('scan');
    expect(bare.requests).toMatchObject([
      {
        paths: ['.'],
        include: [],
        exclude: [],
        rulesDirs: [],
        configFile: null,
        baselineFile: null,
        today: '2026-11-25',
        onProgress: null,
      },
    ]);
    const full = await waybill(
      "scan a b --include '*.py' --include '*.ts' --exclude 'docs/**' --rules r1 --rules r2 --config c.yaml --baseline old.json --no-cache",
    );
    expect(full.requests).toMatchObject([
      {
        paths: ['a', 'b'],
        include: ['*.py', '*.ts'],
        exclude: ['docs/**'],
        rulesDirs: ['r1', 'r2'],
        configFile: 'c.yaml',
        baselineFile: 'old.json',
      },
    ]);
  });

  it('asks a Hub only if it is told to, and which', async () => {
    expect((await waybill('scan --hub')).requests[0]?.hub).toBe('https://huggingface.co');
    expect((await waybill('scan --hub', { env: { HF_ENDPOINT: 'https://hub.example' } })).requests[0]?.hub).toBe('https://hub.example');
  });

  it.each(['text', 'json', 'sarif'] as const)('prints the %s report and nothing else', async (format) => {
    const { out, err } = await waybill(`scan --format ${format}`);
    expect(out).toBe(reporters[format](report(), { width: 80, color: false, inactive: false, brief: false }));
    expect(err).toBe('');
  });

  it('shows what is not active on request', async () => {
    expect((await waybill('scan')).out).not.toContain('weights/model.safetensors');
    expect((await waybill('scan --suppressed')).out).toContain('weights/model.safetensors');
    expect((await waybill('scan --suppressed --format sarif')).out).toContain('"suppressions"');
  });

  it('says only what it adds up to when it shall be quiet', async () => {
    expect((await waybill('scan --quiet')).out).toBe(reporters.text(report(), { width: 80, color: false, inactive: false, brief: true }));
    expect((await waybill('scan --quiet --format json')).out).toBe((await waybill('scan --format json')).out);
  });

  it('takes its day from SOURCE_DATE_EPOCH', async () => {
    expect((await waybill('scan', { env: { SOURCE_DATE_EPOCH: '0' } })).requests[0]?.today).toBe('1970-01-01');
    expect((await waybill('scan', { env: { SOURCE_DATE_EPOCH: 'soon' } })).requests[0]?.today).toBe('2026-11-25');
  });

  it('is as wide as its terminal', async () => {
    const width = ({ out }: { out: string }) => Math.max(...out.split('\n').map((line) => line.length));
    expect(width(await waybill('scan --no-color', { columns: 50 }))).toBeLessThanOrEqual(50);
    expect(width(await waybill('scan', { env: { COLUMNS: '60' } }))).toBeLessThanOrEqual(60);
  });
});

describe('the exit code of a scan', () => {
  it.each<readonly [string, Given, number]>([
    ['scan', { report: empty }, 0],
    ['scan', { report: only('note') }, 0],
    ['scan', { report: only('warning') }, 1],
    ['scan', { report: only('error') }, 1],
    ['scan', { report: only('none'), failOn: 'note' }, 0],
    ['scan', { report: only('note'), failOn: 'note' }, 1],
    ['scan', { report: only('error'), failOn: 'none' }, 0],
    ['scan --fail-on error', { report: only('warning') }, 0],
    ['scan --fail-on note', { report: only('note'), failOn: 'error' }, 1],
    ['scan --fail-on none', { report: only('error') }, 0],
    ['scan --exit-zero', { report: only('error') }, 0],
    ['scan', { report: only('error', 'suppressed') }, 0],
    ['scan', { report: only('error', 'baseline') }, 0],
    ['scan --strict', { report: report({ findings: [] }) }, 3],
    ['scan', { report: report({ findings: [] }) }, 0],
    ['scan --strict', { report: only('none') }, 0],
    ['scan --strict', { report: report() }, 1],
    ['scan --strict --exit-zero', { report: report() }, 3],
  ])('%s (%#)', async (line, given, code) => {
    for (const format of ['text', 'json', 'sarif']) expect((await waybill(`${line} --format ${format}`, given)).code).toBe(code);
  });
});

describe('a report file', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'waybill-cli-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('holds the report, and the terminal what it adds up to', async () => {
    const file = join(folder, 'report.json');
    const { out, err, code } = await waybill(`scan --format json --output ${file}`, { columns: 70 });
    expect(readFileSync(file, 'utf8')).toBe(reporters.json(report(), { width: 80, color: false, inactive: false, brief: false }));
    expect(readdirSync(folder)).toEqual(['report.json']);
    expect([out, code]).toEqual(['', 1]);
    expect(err).toMatch(/1 error.*2 warnings.*\nNot counted/);
    expect((await waybill(`scan --format json --output ${file} --quiet`)).err).toBe('');
  });

  it('has no colours', async () => {
    const file = join(folder, 'report.txt');
    await waybill(`scan -o ${file}`, { env: { FORCE_COLOR: '1' } });
    expect(readFileSync(file, 'utf8')).not.toContain('\u001b');
  });

  it('replaces an old one, and is written through a link', async () => {
    const target = join(folder, 'target');
    writeFileSync(target, 'old');
    symlinkSync(target, join(folder, 'link'));
    await waybill(`scan -f json -o ${join(folder, 'link')}`);
    expect(readFileSync(target, 'utf8')).toContain('"schema": "waybill-report-1"');
    await waybill(`scan -f sarif -o ${target}`);
    expect(readFileSync(target, 'utf8')).toContain('"runs"');
    expect(readdirSync(folder).sort()).toEqual(['link', 'target']);
  });

  it.each(['missing/report.json', '.'])('that cannot be written is a mistake: %s', async (name) => {
    const { code, err } = await waybill(`scan -o ${join(folder, name)}`);
    expect(code).toBe(2);
    expect(err).toMatch(/^error: cannot write the report: E[A-Z]+\n {3}at: .*\n hint: /);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each<readonly [string, string]>([
    ['.', 'this is a folder: name a file in it'],
    ['missing/report.json', 'make its folder first, or name a file in one that exists'],
    ['', 'name a file behind --output'],
  ])('that can be written nowhere is told before the scan: %j', async (name, hint) => {
    const { code, err, requests } = await waybill(`scan -o '${name && join(folder, name)}'`);
    expect([code, requests]).toEqual([2, []]);
    expect(err.trimEnd().endsWith(` hint: ${hint}`)).toBe(true);
  });
});

describe('colours', () => {
  it.each<readonly [string, Given, boolean]>([
    ['scan', { columns: 80 }, true],
    ['scan', {}, false],
    ['scan --no-color', { columns: 80 }, false],
    ['--no-color scan', { columns: 80 }, false],
    ['scan', { columns: 80, env: { NO_COLOR: '1' } }, false],
    ['scan', { columns: 80, env: { NO_COLOR: '' } }, true],
    ['scan', { env: { FORCE_COLOR: '1' } }, true],
    ['scan', { columns: 80, env: { FORCE_COLOR: '0' } }, false],
    ['scan', { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }, false],
    ['scan', { columns: 80, env: { TERM: 'dumb' } }, false],
    ['scan --help', { columns: 80 }, true],
    ['scan --help', {}, false],
    ['rules list', { columns: 80 }, true],
    ['rules list --no-color', { columns: 80 }, false],
  ])('%s (%#)', async (line, given, colored) => {
    expect((await waybill(line, given)).out.includes('\u001b[')).toBe(colored);
  });
});

describe('progress', () => {
  const slow = { columns: 80, tick: 600 };

  it('is one line that is gone in the end', async () => {
    const { err, out } = await waybill('scan', slow);
    expect(err).toContain('\r\u001b[2Ksearched 400 of 1,400 files');
    expect(err.endsWith('\r\u001b[2K')).toBe(true);
    expect(out).not.toContain('searched 400');
    const narrow = await waybill('scan', { columns: 20, tick: 400 });
    expect(narrow.err).toContain('\r\u001b[2Ksearched 400 of 1,4\r');
  });

  it.each<readonly [string, string, Given]>([
    ['a short scan', 'scan', { columns: 80 }],
    ['a pipe', 'scan', { tick: 600 }],
    ['continuous integration', 'scan', { ...slow, env: { CI: 'true' } }],
    ['a quiet scan', 'scan --quiet', slow],
    ['a dumb terminal', 'scan', { ...slow, env: { TERM: 'dumb' } }],
  ])('is not shown in %s', async (_, line, given) => {
    expect((await waybill(line, given)).err).toBe('');
  });

  it('is gone before an error is told', async () => {
    const scan: NonNullable<Given['stages']>['scan'] = async ({ onProgress }) => {
      for (let done = 0; done < 5; done++) onProgress?.(done, 9);
      throw new UsageError('no such folder', { code: 'missing-path', where: 'src', hint: 'check the spelling' });
    };
    const { err, code } = await waybill('scan src', { ...slow, stages: { scan } });
    expect(code).toBe(2);
    expect(err.endsWith('\r\u001b[2Kerror: no such folder\n   at: src\n hint: check the spelling\n')).toBe(true);
  });
});
