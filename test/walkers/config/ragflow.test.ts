// RAGFlow says behind a model whom it asks, by names of its own: `moonshot` is the server in mainland China there.
import { describe, expect, it } from 'vitest';
import { NO_SCOPE, providerFor } from '../../../src/walkers/config/scope.ts';
import { scanFiles } from '../../project.ts';

async function answered(params: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const file = JSON.stringify({ components: { a: { obj: { component_name: 'Agent', params } } } });
  const { inventory } = await scanFiles({ 'agent.json': file });
  return inventory.map(({ identity }) => `${identity.model} ${identity.operator?.id ?? '-'} ${identity.location} ${identity.exposure}`);
}

describe('a model of RAGFlow', () => {
  it.each([
    ['qwen-max@Tongyi-Qianwen', 'qwen-max alibaba mainland api'],
    ['deepseek-v4-pro@default@DeepSeek', 'deepseek-v4-pro deepseek mainland api'],
    ['kimi-k2.5@Moonshot', 'kimi-k2.5 moonshot mainland api'],
    ['MiniMax-M2.5@MiniMax', 'MiniMax-M2.5 minimax mainland api'],
  ])('%s is asked from its factory', async (name, seen) => {
    expect(await answered({ llm_id: name })).toEqual([seen]);
  });

  it('is weights where its factory is on this machine', async () => {
    expect(await answered({ llm_id: 'qwen3:8b@Ollama' })).toEqual(['qwen3 - unknown weights']);
  });

  it('is asked from nobody known behind another factory', async () => {
    expect(await answered({ llm_id: 'qwen-max@Unheard-Of' })).toEqual(['qwen-max alibaba unknown api']);
  });
});

describe('what stands behind a name', () => {
  const asked = (key: string, name: string) => providerFor(NO_SCOPE, key, { endpoint: null, name });

  it('is a factory under the keys of RAGFlow alone', () => {
    expect(asked('embd_id', 'text-embedding-v3@Tongyi-Qianwen')).toBe('ragflow-tongyi-qianwen');
    expect(asked('model', 'Qwen/Qwen3-8B@main')).toBeNull();
    expect([asked('llm_id', 'qwen-max'), asked('llm_id', 'org/qwen@preset/mine')]).toEqual([null, null]);
  });
});
