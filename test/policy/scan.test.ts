// A policy in a folder that is scanned, with the rules that ship.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { scan } from '../../src/index.ts';
import { TODAY } from './findings.ts';

const root = mkdtempSync(join(tmpdir(), 'waybill-policy-scan-'));
afterAll(() => rmSync(root, { recursive: true }));

const scanned = (policy: string, env = 'URL=https://api.deepseek.com/v1\n') => {
  writeFileSync(join(root, 'waybill.yaml'), policy);
  writeFileSync(join(root, '.env'), env);
  return scan({ paths: [root], today: TODAY });
};

describe('a scan with a policy', () => {
  it('heeds names that its rules know', async () => {
    const { report } = await scanned('deny:\n  - { vendor: deepseek, rule: [endpoint, deepseek-endpoint], reason: contract }\n');
    const found = report.findings.filter(({ subject }) => subject.reference.evidence.path === '.env');
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('says prohibited: contract.')]);
  });

  it('refuses names that nothing is called', async () => {
    await expect(scanned('deny:\n  - { vendor: depseek }\n')).rejects.toMatchObject({
      where: 'waybill.yaml:2',
      hint: 'did you mean deepseek?',
    });
  });

  it('tells of a comment that names no rule', async () => {
    const { report } = await scanned('', 'URL=https://api.deepseek.com/v1 # waybill: ignore[deepseek-endpiont] known\n');
    expect(report.findings.map(({ disposition }) => disposition)).toEqual(['active']);
    expect(report.notices.map(({ code, path, line }) => `${code} ${path}:${line}`)).toEqual(['suppression-unknown .env:1']);
  });

  it('ends where a folder has the name of the policy', async () => {
    const folder = join(root, 'inner');
    mkdirSync(join(folder, 'waybill.yaml'), { recursive: true });
    await expect(scan({ paths: [folder], today: TODAY })).rejects.toMatchObject({ name: 'UsageError', where: 'waybill.yaml' });
  });
});
