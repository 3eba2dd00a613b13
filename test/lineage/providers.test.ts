import { describe, expect, it } from 'vitest';
import { scanFiles } from '../project.ts';

const TOOL = JSON.stringify({
  $schema: 'https://opencode.ai/config.json',
  provider: {
    house: { options: { baseURL: 'http://vllm.ai.svc.cluster.local:8000/v1' } },
    ds: { options: { baseURL: 'https://api.deepseek.com/v1' } },
  },
});

/** `name vendor operator publisher` of the models in a file. */
async function askedIn(path: string, text: string): Promise<string[]> {
  const { inventory } = await scanFiles({ 'ai/opencode.json': TOOL, [path]: text });
  return inventory.flatMap(({ reference, identity }) => {
    if (reference.kind !== 'model' || reference.evidence.path !== path) return [];
    return [[reference.name, identity.vendor, identity.operator?.id ?? identity.operatorKind, identity.publisher?.id ?? '-'].join(' ')];
  });
}

const plugin = (model: string) => JSON.stringify({ agents: { oracle: { model } } });

describe('a provider under a name of the user’s own', () => {
  it.each([
    ['beside it', 'ai/plugin.json', 'house/qwen3-8b', 'house/qwen3-8b alibaba self -'],
    ['in a folder below', 'ai/agent/plugin.json', 'ds/deepseek-chat', 'ds/deepseek-chat deepseek deepseek -'],
  ])('is known in files %s', async (_, path, model, expected) => {
    expect(await askedIn(path, plugin(model))).toEqual([expected]);
  });

  it.each([
    ['elsewhere', 'web/plugin.json', 'house/qwen3-8b', 'house/qwen3-8b alibaba self house'],
    ['of another owner', 'ai/plugin.json', 'unsloth/Qwen3-8B', 'unsloth/Qwen3-8B alibaba self unsloth'],
  ])('says nothing of names %s', async (_, path, model, expected) => {
    expect(await askedIn(path, plugin(model))).toEqual([expected]);
  });
});
