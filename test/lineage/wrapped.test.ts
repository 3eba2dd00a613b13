// A variable and what it holds where nobody sets it, in one text.
import { describe, expect, it } from 'vitest';
import { scanFiles } from '../project.ts';

const found = async (path: string, text: string) =>
  (await scanFiles({ [path]: text })).inventory.flatMap(({ reference: { kind, evidence }, identity }) =>
    kind === 'model' ? [`${evidence.region?.startLine}:${evidence.region?.startColumn} ${identity.model}`] : [],
  );

describe('a variable with a default', () => {
  it.each([
    ['run.sh', 'MODEL=${MODEL:-qwen-max}\n', ['1:16 qwen-max']],
    ['.env', 'MODEL=${MODEL:-qwen-max}\n', ['1:16 qwen-max']],
    [
      'Dockerfile',
      'FROM x\nARG MODEL=Qwen/Qwen3-8B\nCMD vllm serve ${MODEL:-Qwen/Qwen3-8B}\n',
      ['2:11 Qwen/Qwen3-8B', '3:25 Qwen/Qwen3-8B'],
    ],
  ])('is told once: %s', async (path, text, expected) => {
    expect(await found(path, text)).toEqual(expected);
  });

  it.each([
    [
      'run.sh',
      'MODEL=Qwen/Qwen3-8B\nvllm serve ${MODEL:-deepseek-ai/DeepSeek-V3}\n',
      ['1:7 Qwen/Qwen3-8B', '2:12 Qwen/Qwen3-8B', '2:21 deepseek-ai/DeepSeek-V3'],
    ],
    ['run.sh', 'MODEL=Qwen/Qwen3-8B\nvllm serve ${MODEL}\n', ['1:7 Qwen/Qwen3-8B', '2:12 Qwen/Qwen3-8B']],
  ])('that is set to another model, or has no default, is told: %s', async (path, text, expected) => {
    expect(await found(path, text)).toEqual(expected);
  });
});
