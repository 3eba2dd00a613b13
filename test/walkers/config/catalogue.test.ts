import { describe, expect, it } from 'vitest';
import { scanFiles } from '../../project.ts';

async function usages(path: string, text: string) {
  const { inventory } = await scanFiles({ [path]: text });
  return inventory.map(({ reference }) => [reference.kind === 'model' ? reference.name : '', reference.evidence.usage]);
}

describe('what may be chosen', () => {
  it.each([
    ['openapi.yaml', 'model:\n  type: string\n  enum: [qwen-max, deepseek-chat]\n'],
    ['schema.json', '{"model": {"type": "string", "enum": ["qwen-max", "deepseek-chat"]}}'],
    ['template.json', '{"parameters": {"model": {"type": "string", "allowedValues": ["qwen-max", "deepseek-chat"]}}}'],
  ])('is listed, not used: %s', async (path, text) => {
    expect(await usages(path, text)).toEqual([
      ['qwen-max', 'catalogue'],
      ['deepseek-chat', 'catalogue'],
    ]);
  });

  it('is used where it is the default, stands alone, or is a list of something else', async () => {
    expect(await usages('openapi.yaml', 'model:\n  enum: [qwen-max, gpt-4o]\n  default: qwen-max\n')).toEqual([
      ['qwen-max', 'catalogue'],
      ['qwen-max', 'runtime'],
    ]);
    expect(await usages('openapi.yaml', 'model:\n  enum: [qwen-max]\n')).toEqual([['qwen-max', 'runtime']]);
    expect(await usages('llm.yaml', 'models: [qwen-max, deepseek-chat]\n')).toEqual([
      ['qwen-max', 'runtime'],
      ['deepseek-chat', 'runtime'],
    ]);
  });
});
