import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { packed, unpacked } from '../../src/catalog/artefact.ts';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { checkKnowledge } from '../../src/catalog/check.ts';
import { compileKnowledge } from '../../src/catalog/compile.ts';
import { loadKnowledge, ownRules, readFacts } from '../../src/catalog/load.ts';
import { problemText } from '../../src/catalog/source.ts';
import { knowledge } from './own.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const own = at('fixtures/knowledge/own');
const wrong = at('fixtures/knowledge/wrong');

describe('the knowledge', () => {
  it('has no problem', async () => {
    expect((await checkKnowledge(ownRules())).map(problemText)).toEqual([]);
  });

  it('is the YAML, compiled', () => {
    const fresh = compileKnowledge(readFacts(ownRules())).knowledge;
    expect(unpacked(packed(fresh))).toEqual(fresh);
    expect(knowledge).toEqual(fresh);
    if (existsSync(at('dist/knowledge.json'))) expect(readFileSync(at('dist/knowledge.json'), 'utf8') === packed(fresh)).toBe(true);
  });

  it('is the same however often and in whatever order it is compiled', () => {
    const files = readFacts(ownRules());
    expect(packed(compileKnowledge(files.toReversed()).knowledge)).toBe(packed(compileKnowledge(files).knowledge));
    expect(knowledge.version).toMatch(/^\d{4}\.\d{2}\.\d{2}-[0-9a-f]{8}$/);
  });

  it('covers the four vendors, each with hosts, packages, variables, owners, families and architectures', () => {
    const four = knowledge.vendors.filter(({ id }) => ['alibaba', 'deepseek', 'minimax', 'moonshot'].includes(id));
    expect(four).toHaveLength(4);
    for (const vendor of four) {
      const { hosts, packages, variables, organisations, families, architectures, designations, entities } = vendor;
      const lists = [hosts, packages, variables, organisations, families, architectures, designations, entities];
      expect(lists.every((list) => list.length > 0)).toBe(true);
    }
  });

  it('speaks of no private place and nothing unverified', () => {
    const found = /.{0,40}(?:\(memory|unverified|search index|\/work\/|\/tmp\/).{0,40}/.exec(JSON.stringify(knowledge));
    expect(found?.[0]).toBeUndefined();
  });
});

describe('rules of the user', () => {
  it('add vendors, and facts to known vendors', async () => {
    const catalog = createCatalog(await loadKnowledge([own]));
    expect(catalog.host('models.acme.example')?.vendor).toBe('acme');
    expect(catalog.host('deepseek.proxy.acme.example')?.vendor).toBe('deepseek');
    expect(catalog.host('api.deepseek.com')?.vendor).toBe('deepseek');
    expect(catalog.derivative('acme/hammer-7b')?.derivative.families).toEqual(['qwen']);
    expect(catalog.literals).toContain('anvil-');
    expect(catalog.version).not.toBe(knowledge.version);
  });

  it('may say different things about one host, by path, and about all hosts of a domain', async () => {
    const { host } = createCatalog(await loadKnowledge([own]));
    expect(host('www.acme.example', '/llm/v1')?.purpose).toBe('api');
    expect(host('www.acme.example', '/llms')?.purpose).toBe('documentation');
    expect(host('www.acme.example')?.purpose).toBe('documentation');
    expect(host('eu.weights.acme-cdn.example')?.purpose).toBe('weights');
    expect(host('acme-cdn.example')).toBeNull();
  });

  it('add packages that serve many vendors, which no vendor may claim', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'waybill-facts-'));
    mkdirSync(join(directory, 'libraries'));
    const entries = ['many-models', 'dashscope'].map((name) => `  - { ecosystem: pypi, name: ${name}, source: the team }`);
    writeFileSync(join(directory, 'libraries', 'own.yaml'), ['id: own', 'checked: 2026-11-25', 'packages:', ...entries].join('\n'));
    const catalog = createCatalog(await loadKnowledge([directory]));
    expect(catalog.packageOf('pypi', 'many_models', null)).toMatchObject({ vendor: null, package: { role: 'multi-provider' } });
    expect(catalog.packageOf('pypi', 'dashscope', null)).toMatchObject({ vendor: 'alibaba' });
    expect(catalog.libraryLiterals).toContain('many-models');
    expect(await checkKnowledge(directory)).toMatchObject([{ line: 5, what: expect.stringContaining('pypi dashscope is claimed twice') }]);
    rmSync(directory, { recursive: true });
  });

  it('are checked together with those of waybill', async () => {
    expect(await checkKnowledge(own)).toEqual([]);
  });

  it('stand behind those of waybill wherever their folder stands in the alphabet', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'waybill-facts-'));
    mkdirSync(join(directory, 'platforms'));
    const ollama = readFileSync(at('rules/platforms/ollama.yaml'), 'utf8').replace("name: 'Ollama'", 'name: Our own Ollama');
    writeFileSync(join(directory, 'platforms', 'ollama.yaml'), ollama);
    for (const shown of [directory, relative('.', directory)]) {
      const { platforms } = await loadKnowledge([shown]);
      expect(platforms.find(({ id }) => id === 'ollama')?.name).toBe('Our own Ollama');
    }
    rmSync(directory, { recursive: true });
  });

  it('may be links to files, and nothing that is no file', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'waybill-facts-'));
    mkdirSync(join(directory, 'vendors'));
    symlinkSync(join(own, 'vendors', 'acme.yaml'), join(directory, 'vendors', 'acme.yaml'));
    expect(readFacts(directory).map(({ path }) => path)).toEqual([`${directory}/vendors/acme.yaml`]);
    mkdirSync(join(directory, 'vendors', 'apex.yaml'));
    await expect(loadKnowledge([directory])).rejects.toMatchObject({ name: 'UsageError', where: `${directory}/vendors/apex.yaml` });
    writeFileSync(join(directory, 'names'), '');
    await expect(loadKnowledge([directory])).rejects.toMatchObject({ name: 'UsageError', where: join(directory, 'names') });
    rmSync(directory, { recursive: true });
  });

  it('are refused with file, line and what to do', async () => {
    await expect(loadKnowledge([wrong])).rejects.toMatchObject({
      name: 'UsageError',
      code: 'invalid-facts',
      where: `${wrong}/lineage/list.yaml:1`,
      hint: 'begin it with keys',
      message: expect.stringMatching(/^the file is not a mapping \(and \d+ more/),
    });
  });

  it('are checked beyond their form', async () => {
    const problems = (await checkKnowledge(wrong))
      .map(problemText)
      .map((text) => text.replaceAll(`${wrong}/`, '<dir>/').replace(/(waybill's own \S{1,40}:)\d+/, '$1<line>'));
    expect(problems).toMatchSnapshot();
  });
});
