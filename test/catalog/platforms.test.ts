import { describe, expect, it } from 'vitest';
import { groupBy } from '../../src/catalog/fact.ts';
import { identify } from '../../src/catalog/identify.ts';
import { compilePlatforms } from '../../src/catalog/platforms.ts';
import { catalog } from './own.ts';

const places = compilePlatforms(catalog.platforms, (host, path) => catalog.host(host, path)?.platform ?? null);
const FOREIGN = /granite|mistral/;

describe('platforms', () => {
  it.each(catalog.platforms.map((platform) => [platform.id, platform] as const))(
    '%s writes its examples so that they are understood',
    (id, { grammar }) => {
      for (const example of grammar.examples.filter((text) => !FOREIGN.test(text)))
        expect(identify(catalog, example, { platform: id }).outcome, example).not.toBe('unknown');
    },
  );

  it.each(catalog.platforms.filter(({ opaque }) => opaque.length > 0).map((platform) => [platform.id, platform] as const))(
    '%s has opaque names',
    (id, { opaque }) => {
      for (const { hits } of opaque)
        for (const hit of hits) expect(identify(catalog, hit, { platform: id }).outcome, hit).toBe('indeterminate');
    },
  );

  it('have names of their own', () => {
    const claims = catalog.platforms.flatMap(({ id, aliases }) =>
      [...new Set([id, ...aliases].map((name) => name.toLowerCase().replace(/[\s_.-]/g, '')))].map((name) => [name, id] as const),
    );
    const owners = groupBy(claims, ([name]) => name);
    expect([...owners.values()].filter((list) => list.length > 1).map((list) => list.map(([name, id]) => `${name}: ${id}`))).toEqual([]);
    const calls = groupBy(
      catalog.platforms.flatMap(({ id, calls: list }) => list.map((call) => [call.toLowerCase(), id] as const)),
      ([call]) => call,
    );
    expect([...calls.values()].filter((list) => list.length > 1)).toEqual([]);
  });

  it('are found by provider, call, host and shape', () => {
    const id = (platform: ReturnType<typeof places.named>) => platform?.facts.id ?? null;
    expect(id(places.named('Together_AI'))).toBe('togetherai');
    expect(id(places.named('@ai-sdk/groq'))).toBe('groq');
    expect(id(places.named('nobody'))).toBeNull();
    expect(id(places.calledBy('transformers.AutoModel.from_pretrained'))).toBe('huggingface');
    expect(id(places.calledBy('modelscope.snapshot_download'))).toBe('modelscope-hub');
    expect(id(places.calledBy('ollama run'))).toBe('ollama');
    expect(id(places.calledBy('print'))).toBeNull();
    expect(id(places.atHost('api.groq.com'))).toBe('groq');
    expect(id(places.atHost('bedrock-runtime.eu-west-1.amazonaws.com'))).toBe('amazon-bedrock');
    expect(id(places.atHost('api.groq.com.evil.test'))).toBeNull();
    expect(id(places.atHost('api.featherless.ai'))).toBe('featherless-ai');
    expect(id(places.atHost('featherless.ai'))).toBeNull();
    expect(id(places.atHost('aihubmix.com'))).toBe('aihubmix');
    expect(id(places.atHost('router.requesty.ai'))).toBe('requesty');
    expect(id(places.atHost('wishub-x6.ctyun.cn'))).toBe('ctyun');
    expect(id(places.atHost('www.ctyun.cn'))).toBeNull();
    expect(id(places.atHost('maas-cn-east-4.modelarts-maas.com'))).toBe('huaweicloud-maas');
    expect(id(places.shapedLike('accounts/fireworks/models/qwen3-8b'))).toBe('fireworks-ai');
    expect(id(places.shapedLike('qwen3-8b'))).toBeNull();
  });
});
