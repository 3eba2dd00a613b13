import { describe, expect, it } from 'vitest';
import { compileNames } from '../../src/catalog/names.ts';
import { peel } from '../../src/catalog/names-peel.ts';
import { isName } from '../../src/catalog/names-text.ts';
import { compilePlatforms } from '../../src/catalog/platforms.ts';
import { catalog } from './own.ts';

const { vendors, platforms } = catalog;
const names = compileNames(vendors);
const places = compilePlatforms(platforms, (host, path) => catalog.host(host, path)?.platform ?? null);
const alone = { vendors: [], model: false };

const families = vendors.flatMap((vendor) => vendor.families.map((family) => [vendor.id, family.id, family] as const));

describe('name grammars', () => {
  it.each(families)('%s %s understands its own examples', (vendor, id, family) => {
    for (const { pattern, needs, hits, misses } of family.patterns) {
      const clue =
        needs === undefined ? alone : needs === 'vendor-context' ? { vendors: [vendor], model: true } : { vendors: [], model: true };
      for (const hit of hits) expect(names.match(hit, clue)?.families, `${pattern} ${hit}`).toContain(id);
      for (const miss of misses) expect(new RegExp(`^(?:${pattern})$`).test(miss), `${pattern} ${miss}`).toBe(false);
      expect(hits.length * misses.length, id).toBeGreaterThan(0);
    }
  });

  it.each(families)('%s %s has a literal in every name that needs no vendor beside it', (_, __, family) => {
    const hits = family.patterns.filter(({ needs }) => needs !== 'vendor-context').flatMap((pattern) => pattern.hits);
    expect(hits.filter((hit) => !names.mayMatch(hit))).toEqual([]);
  });

  it.each(families)('%s %s keeps its time bounded on hostile names', (_, __, family) => {
    const hostile = [
      'a-'.repeat(150),
      'qwen'.repeat(75),
      '-'.repeat(300),
      'k2.'.repeat(100),
      `deepseek-${'1'.repeat(280)}`,
      '_.-'.repeat(100),
    ];
    for (const { pattern } of family.patterns)
      for (const text of hostile) expect(typeof new RegExp(`^(?:${pattern})$`).test(text)).toBe('boolean');
  });

  it('needs its context for a word that means something else', () => {
    expect(names.match('speech-02-hd', alone)).toBeNull();
    expect(names.match('speech-02-hd', { vendors: ['minimax'], model: true })).toMatchObject({ vendor: 'minimax', leaned: true });
    expect(names.match('qwen', alone)).toBeNull();
    expect(names.match('qwen', { vendors: [], model: true })).toMatchObject({ certainty: 'weak' });
    expect(names.match('minimax', { vendors: [], model: true })).toBeNull();
  });

  it('lets the head of a name say whose it is', () => {
    expect(names.match('deepseek-r1-distill-qwen-32b', alone)).toMatchObject({
      vendor: 'deepseek',
      families: ['deepseek', 'qwen'],
      derived: false,
    });
    expect(names.match('dolphin-2.9.2-qwen2-72b', alone)).toMatchObject({ vendor: 'alibaba', derived: true });
    expect(names.match('qwen3_moe', alone)).toBeNull();
  });

  it('knows owners whatever their case, and retired names', () => {
    expect(names.owner('QWEN')).toMatchObject({ vendor: 'alibaba', owner: { family: 'qwen' } });
    expect(names.owner('meta-llama')).toBeNull();
    expect(names.model('deepseek-chat')?.fact.says).toMatch(/retired/);
    expect(names.vendorOf('kimi')).toBe('moonshot');
  });
});

describe('peeling', () => {
  const cases: readonly (readonly [string, string | null, string, string | null, string | null])[] = [
    ['Qwen/Qwen3-8B', 'Qwen', 'qwen3-8b', null, null],
    ['qwen3:8b', null, 'qwen3', '8b', null],
    ['openrouter/qwen/qwen3-coder:free', 'qwen', 'qwen3-coder', 'free', 'openrouter'],
    ['us.deepseek.r1-v1:0', 'deepseek', 'r1', null, 'amazon-bedrock'],
    ['accounts/fireworks/models/kimi-k2p6', null, 'kimi-k2.6', null, 'fireworks-ai'],
    ['models--Qwen--Qwen3-8B', 'Qwen', 'qwen3-8b', null, 'huggingface'],
    ['https://hf.co/Qwen/Qwen3-8B', 'Qwen', 'qwen3-8b', null, 'huggingface'],
    ['https://www.modelscope.cn/models/qwen/Qwen-7B-Chat', 'qwen', 'qwen-7b-chat', null, 'modelscope-hub'],
    ['@cf/moonshotai/kimi-k2.5', 'moonshotai', 'kimi-k2.5', null, 'cloudflare-workers-ai'],
    ['Pro/deepseek-ai/DeepSeek-V3', 'deepseek-ai', 'deepseek-v3', null, 'siliconflow-cn'],
    ['groq:qwen/qwen3-32b', 'qwen', 'qwen3-32b', null, 'groq'],
    ['ollama::qwen3:8b', null, 'qwen3', '8b', 'ollama'],
    ['qwen3:8b@Ollama', null, 'qwen3', '8b', null],
    ['deepseek-v4-pro@default@DeepSeek', null, 'deepseek-v4-pro', 'DeepSeek', null],
    ['omlx::Qwen3.6-35B-A3B-8bit', null, 'qwen3.6-35b-a3b-8bit', null, null],
    ['together::Qwen/Qwen3-8B', 'Qwen', 'qwen3-8b', null, 'togetherai'],
    ['deepseek::Client', null, 'client', null, 'deepseek'],
    ['=deepseek-chat', null, 'deepseek-chat', null, null],
    ['deepseek-v4-pro[1m]', null, 'deepseek-v4-pro', null, null],
    ['openai/kimi-k2.6', null, 'kimi-k2.6', null, 'openai-compatible'],
    ['pvc://models/x?model=Qwen/Qwen3-8B', 'Qwen', 'qwen3-8b', null, null],
    ['C:\\models\\Qwen3-8B-Q4_K_M.gguf', null, 'qwen3-8b-q4_k_m', null, null],
  ];
  it.each(cases)('%s', (text, owner, name, tag, platform) => {
    const peeled = peel(text, places, null);
    expect({ owner: peeled?.owner, name: peeled?.name, tag: peeled?.tag, platform: peeled?.platform?.facts.id ?? null }).toEqual({
      owner,
      name,
      tag,
      platform,
    });
  });

  it('is for names only', () => {
    for (const text of ['two words', 'a', '"quoted"', 'line\nbreak', 'f(x)', 'x'.repeat(301), 'qwen3.py'])
      expect(isName(text), text).toBe(false);
    expect(peel('https://example.test/Qwen/Qwen3-8B', places, null)).toBeNull();
    expect(peel('https://huggingface.co/datasets/Qwen/ProcessBench', places, null)).toBeNull();
  });
});
