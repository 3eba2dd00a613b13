// What is told in the inventory and never as a finding: packages that serve models of many vendors.
import { describe, expect, it } from 'vitest';
import { reporters } from '../src/index.ts';
import { places, scanFiles } from './project.ts';

const lock = (packages: Readonly<Record<string, object>>) => JSON.stringify({ lockfileVersion: 3, packages }, null, 1);

describe('a library that serves models of many vendors', () => {
  const files = {
    'web/package-lock.json': lock({
      '': { dependencies: { chat: '1' } },
      'node_modules/chat': { version: '1.0.0', dependencies: { ai: '5', '@ai-sdk/deepseek': '1' } },
      'node_modules/ai': { version: '5.0.1' },
      'node_modules/chai': { version: '4.0.0' },
      'node_modules/openai-edge': { version: '1.0.0' },
      'node_modules/@ai-sdk/deepseek': { version: '1.0.2' },
    }),
    'requirements.txt': 'litellm==1.80.1\nvllm==0.12.0\nopenai-whisper\n',
    'uv.lock': '[[package]]\nname = "langchain-community"\nversion = "0.4"\n',
    Dockerfile: 'FROM python:3.12\nRUN pip install numpy\n',
    'app.py': 'import openai\n',
  };

  it('is in the inventory with its version and who brought it in, and no finding', async () => {
    const report = await scanFiles(files);
    const listed = report.inventory.flatMap(({ reference, identity }) =>
      reference.kind === 'package' && identity.packageRole === 'multi-provider'
        ? [[reference.evidence.path, reference.name, reference.version, reference.introducedBy.join(' > '), identity.vendor]]
        : [],
    );
    expect(listed).toEqual([
      ['requirements.txt', 'litellm', '1.80.1', '', null],
      ['requirements.txt', 'vllm', '0.12.0', '', null],
      ['uv.lock', 'langchain-community', '0.4', '', null],
      ['web/package-lock.json', 'ai', '5.0.1', 'chat', null],
    ]);
    expect(places(report)).toEqual(['web/package-lock.json:25 deepseek-sdk-transitive']);
  });

  it('is known by its version: what only some versions do is said of those', async () => {
    const says = async (text: string) => (await scanFiles({ 'requirements.txt': text })).inventory.map(({ identity }) => identity.because);
    expect((await says('vllm==0.12.0\n'))[0]).toMatch(/Kimi-K2\.5.*GHSA-7972-pg2x-xr59/);
    expect(await says('vllm==0.18.0\n')).toEqual(['vllm (pypi) serves models of many vendors']);
  });

  it('is one line of the text report', async () => {
    const text = reporters.text(await scanFiles(files), { width: 100, color: false, inactive: false, brief: true });
    expect(text).toContain('Not counted, since they serve models of many vendors: ai, langchain-community, litellm, vllm.');
  });

  it('is looked for in bills of materials, and makes no other JSON, text or YAML worth reading', async () => {
    const bom = {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      components: [{ name: 'vllm', version: '0.9.0', purl: 'pkg:pypi/vllm@0.9.0' }],
    };
    const others = { 'a.json': '{"client":"openai"}', 'a.txt': 'openai\n', 'a.yaml': 'client: openai\n', 'a.xml': '<a>openai</a>' };
    const { coverage, inventory } = await scanFiles({ 'bom.cdx.json': JSON.stringify(bom), ...others });
    expect(coverage).toMatchObject({ searched: 5, parsed: 1 });
    expect(inventory.map(({ reference }) => reference.kind === 'package' && reference.name)).toEqual(['vllm']);
  });

  it('makes no source file worth reading', async () => {
    const { coverage, inventory } = await scanFiles({ 'app.py': 'import openai, litellm\n', 'app.ts': "import OpenAI from 'openai';\n" });
    expect(coverage).toMatchObject({ searched: 2, parsed: 0 });
    expect(inventory).toEqual([]);
  });
});
