// Every example in the README runs, and every list in the documents is complete.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledge, loadRules } from '../src/index.ts';
import { knownFrom, readPolicy } from '../src/policy/policy.ts';
import { walkers } from '../src/walkers/index.ts';
import { scanFiles } from './project.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const fences = (language: string) => [...readme.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, text = '']) => text);
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waybill-docs-'));
  for (const name of ['bin', 'dist', 'rules', 'schema', 'package.json', 'fixtures/projects'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(argv: readonly string[]): Promise<{ readonly code: unknown; readonly out: string; readonly err: string }> {
  const env = { PATH: process.env.PATH ?? '', SOURCE_DATE_EPOCH: '1764072000' };
  return new Promise((resolve) => {
    execFile(process.execPath, argv, { cwd: folder, env }, (error, out, err) => resolve({ code: error?.code ?? 0, out, err }));
  });
}

describe('the README', { timeout: 60_000 }, () => {
  it('has commands that run, in the order in which they stand', async () => {
    const commands = fences('sh').flatMap((text) => text.trim().split('\n'));
    const own = commands.flatMap((line) => /(?:^|&& )node (bin\/waybill\.js .*)$/.exec(line)?.[1] ?? []);
    expect(own.length).toBeGreaterThan(5);
    for (const command of own) {
      const { code, err } = await run(command.split(' '));
      expect([command, code, err]).toEqual([
        command,
        command.endsWith('scan fixtures/projects/demo') ? 1 : 0,
        expect.not.stringContaining('error: '),
      ]);
    }
  });

  it('shows a lineage that a scan of the demo project prints', async () => {
    const { out } = await run(['bin/waybill.js', 'scan', 'fixtures/projects/demo', '--no-color']);
    const shown =
      fences('console')[0]
        ?.split('\n')
        .filter((line) => line.includes('→')) ?? [];
    expect(shown.length).toBe(2);
    for (const line of shown) expect(out).toContain(line.trim());
  });

  it('has a library example that runs', async () => {
    const [example = ''] = fences('js');
    const { code, out, err } = await run(['--input-type=module', '-e', example.replace("['.']", "['fixtures/projects/demo']")]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^\d+ \d+\n$/);
  });

  it('has a policy that is one', async () => {
    const [, policy = ''] = fences('yaml');
    const { rules } = await loadRules(await loadKnowledge());
    const read = await readPolicy({ path: 'waybill.yaml', text: policy }, { today: '2026-11-25', known: knownFrom(rules) });
    expect(read).toMatchObject({ failOn: 'error', deny: [{ vendor: ['deepseek'] }], suppressions: [{ rule: 'alibaba-weights' }] });
    const { findings } = await scanFiles({ '.env': 'OPENAI_BASE_URL=https://api.deepseek.com/v1\n' }, { policy: read });
    expect(findings[0]?.message).toContain('prohibited');
  });

  it('names every dependency', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(Object.keys(dependencies).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it('links to files that exist', () => {
    const links = [...readme.matchAll(/\]\(([\w/.-]+)\)/g)].map(([, path = '']) => path);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('the recipes for contributors', () => {
  const recipes = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

  it('show a fact as it stands in the file that they name', () => {
    const [, line = ''] = /```yaml\n(.*)\n```/.exec(recipes) ?? [];
    expect(line).toContain('host:');
    expect(readFileSync(join(root, 'rules/vendors/deepseek.yaml'), 'utf8')).toContain(line);
  });

  it('name files that exist and commands that run', { timeout: 60_000 }, async () => {
    const paths = [...recipes.matchAll(/`((?:src|test|rules)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const commands = [...recipes.matchAll(/`node (bin\/waybill\.js [a-z ]+[a-z])`/g)].map(([, command = '']) => command);
    expect(commands.length).toBe(2);
    for (const command of commands) expect([command, (await run(command.split(' '))).code]).toEqual([command, 0]);
  });
});

describe('the table of walkers', () => {
  it('is made from the registry', async () => {
    const rows = walkers.map(({ name, reads, gate }) => `| ${name} | ${reads} | ${gate === 'always' ? 'always' : 'where a name occurs'} |`);
    const text = [
      '# What is read',
      '',
      'In the order in which walkers are asked; the first that claims a file reads it.',
      '',
      '| walker | reads | when |',
      '|---|---|---|',
      ...rows,
      '',
    ];
    await expect(text.join('\n')).toMatchFileSnapshot('../src/walkers/README.md');
  });

  it('names each walker once', () => {
    expect(new Set(walkers.map(({ name }) => name)).size).toBe(walkers.length);
  });
});
