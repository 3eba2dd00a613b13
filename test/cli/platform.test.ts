import { describe, expect, it } from 'vitest';
import { checkPlatform } from '../../src/cli/platform.ts';
import { stages } from '../../src/cli/wiring.ts';
import { createCatalog, loadKnowledge } from '../../src/index.ts';
import { waybill } from './io.ts';

const catalog = createCatalog(await loadKnowledge());

describe('the platform of a name', () => {
  it.each(['openrouter', 'amazon-bedrock', 'bedrock', 'ollama', 'ChatOllama', 'Together_AI', 'huggingface'])(
    'has its id, an alias, in any spelling: %s',
    (name) => {
      expect(() => checkPlatform(catalog, name)).not.toThrow();
    },
  );

  it.each([
    ['opnerouter', 'did you mean openrouter?'],
    ['olama', 'did you mean ollama?'],
    ['a-platform-of-nobody', expect.stringMatching(/^use one of .*\bollama, .*\bopenrouter, /)],
    ['', expect.stringMatching(/^use one of /)],
  ])('is refused where nobody knows it: %j', (name, hint) => {
    expect(() => checkPlatform(catalog, name)).toThrow(expect.objectContaining({ name: 'UsageError', code: 'unknown-platform', hint }));
  });

  it('is looked at before the first name is read', async () => {
    const seen = await waybill('identify --platform nope', { stdin: '', stages: { identifier: stages.identifier } });
    expect(seen).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^error: there is no platform "nope"\n hint: /) });
    const known = await waybill('identify -f json --platform ollama qwen2.5-coder:7b', { stages: { identifier: stages.identifier } });
    expect([known.code, JSON.parse(known.out).vendor]).toEqual([0, 'alibaba']);
  });
});
