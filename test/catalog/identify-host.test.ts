import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { identify } from '../../src/catalog/identify.ts';
import { loadKnowledge } from '../../src/catalog/load.ts';

const catalog = createCatalog(await loadKnowledge());

describe('a server by name only', () => {
  it.each([
    ['api.deepseek.com', 'deepseek'],
    ['API.DeepSeek.com.', 'deepseek'],
    ['dashscope-us.aliyuncs.com', 'alibaba'],
    ['api.moonshot.ai', 'moonshot'],
  ])('is known by who runs it: %s', (host, vendor) =>
    expect(identify(catalog, host, { expected: true })).toMatchObject({ outcome: 'identified', vendor, exposure: 'api' }),
  );

  it.each(['api.deepseek.com.evil.test', 'notapi-deepseek.com', 'xapi-deepseek.com', 'mirrors.aliyun.com', 'qwen-fans.org'])(
    'is not known by the words in it: %s',
    (host) => expect(identify(catalog, host, { expected: true })).toMatchObject({ outcome: 'unknown', vendor: null }),
  );

  it.each(['us.deepseek.r1-v1:0', 'qwen2.5', 'deepseek.v3', 'moonshotai.kimi-k2'])('is no name of a model with dots: %s', (name) =>
    expect(identify(catalog, name, { expected: true }).outcome).toBe('identified'),
  );
});
