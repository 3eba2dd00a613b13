import { beforeAll, describe, expect, it } from 'vitest';
import { type Catalog, createCatalog } from '../../src/catalog/catalog.ts';
import { identifier } from '../../src/catalog/identify.ts';
import { loadKnowledge } from '../../src/catalog/load.ts';
import { resolve } from '../../src/lineage/resolve.ts';
import type { Reference } from '../../src/model.ts';
import { evidence, model } from './builders.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = createCatalog(await loadKnowledge());
});

const address = (url: string, line = 2, path = 'a.py'): Reference => ({ kind: 'endpoint', url, evidence: evidence(path, line) });
const key = (name: string, line = 4): Reference => ({
  kind: 'credential',
  name,
  shape: null,
  endpoint: null,
  evidence: evidence('a.py', line),
});
const named = (name: string, path = 'a.py') => model(name, { evidence: evidence(path, 9) });

function told(...references: readonly Reference[]): readonly string[] {
  const origins = { identify: identifier(catalog), derivative: () => null, hub: new Map() };
  return resolve(references, origins).flatMap(({ reference, identity }) =>
    reference.kind === 'model' ? [`${identity.vendor} ${reference.name} ${identity.certainty}`] : [],
  );
}

describe('who is asked in a file', () => {
  it('tells whose a name is that only servers have', () => {
    expect(told(address('https://api.minimax.io/v1/t2a_v2'), named('speech-2.8-hd'))).toEqual(['minimax speech-2.8-hd strong']);
    expect(told(address('https://dashscope.aliyuncs.com/compatible-mode/v1'), named('text-embedding-v4'))).toEqual([
      'alibaba text-embedding-v4 strong',
    ]);
    expect(told(key('MINIMAX_API_KEY'), named('speech-02-turbo'))).toEqual(['minimax speech-02-turbo strong']);
  });

  it('says nothing of a name by itself, of other names, and of words', () => {
    expect(told(named('speech-2.8-hd'))).toEqual([]);
    const url = 'https://api.minimax.io/v1';
    for (const name of ['gpt-4o', 'tts-1-hd', 'v3', 'm2', 'minimax-client', 'text']) expect(told(address(url), named(name))).toEqual([]);
  });

  it('says nothing where two are asked, in another file, or where an address is only talked about', () => {
    const minimax = address('https://api.minimax.io/v1');
    expect(told(minimax, address('https://api.deepseek.com', 3), named('speech-2.8-hd'))).toEqual([]);
    expect(told(minimax, named('speech-2.8-hd', 'b.py'))).toEqual([]);
    const comment = { ...minimax, evidence: { ...minimax.evidence, context: 'comment' as const } };
    expect(told(comment, named('speech-2.8-hd'))).toEqual([]);
  });

  it('lets what stands beside a name come first', () => {
    const elsewhere = model('speech-2.8-hd', { provider: 'elevenlabs', evidence: evidence('a.py', 9) });
    expect(told(address('https://api.minimax.io/v1'), elsewhere)).toEqual([]);
  });
});

describe('a file that is called after whom it asks', () => {
  it.each([
    ['speech-02-hd', 'src/providers/minimax/speech.py', 'minimax'],
    ['text-embedding-v4', 'search/embedding-qwen.ts', 'alibaba'],
    ['text-embedding-v3', 'QwenEmbedding.java', 'alibaba'],
  ])('tells whose %s of %s is', (name, path, vendor) => {
    expect(told(named(name, path))).toEqual([`${vendor} ${name} strong`]);
  });

  it.each([
    ['speech-02-hd', 'src/speech.py'],
    ['text-embedding-3-large', 'search/embedding-qwen.ts'],
    ['speech-02-hd', 'minimax/deepseek/core/embed.py'],
    // What says whose it is was judged by that.
    ['moonshot-sample-bucket2', 'moonshot-sample-app.yml'],
    ['Acme.Providers.DeepSeek.dll-net7.0', 'hashes/1.4.json'],
    ['bailian_qwen3_tts_voice_models', 'values/bailian-Qwen3-voices.xml'],
    ['tree-search-2', 'minimax.py'],
    ['moonshot-sample-bucket2', 'parameters/moonshot-sample-app.yml'],
    ['gpt-4o', 'deepseek.ts'],
  ])('says nothing of %s in %s', (name, path) => {
    expect(told(named(name, path))).toEqual([]);
  });

  it('gives way to an address', () => {
    const path = 'minimax/speech.py';
    expect(told(address('https://api.deepseek.com', 2, path), named('speech-02-hd', path))).toEqual([]);
  });
});

describe('a word alone', () => {
  it('is told only where a model is expected', () => {
    const url = 'https://dashscope.aliyuncs.com/api/v1';
    const at = (...route: readonly string[]) => model('fun-asr', { evidence: { ...evidence('a.py', 9), route } });
    expect(told(address(url), at('MODEL_NAME'))).toEqual(['alibaba fun-asr weak']);
    expect(told(address(url), at('service'))).toEqual([]);
    expect(told(at('MODEL_NAME'))).toEqual(['alibaba fun-asr weak']);
  });
});
