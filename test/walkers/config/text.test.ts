import { describe, expect, it } from 'vitest';
import { text } from '../../../src/walkers/config/text.ts';
import { linesSeen } from '../battery.ts';

describe('a command that stands in a page without a fence', () => {
  it.each([
    ['vllm serve Qwen/Qwen3-0.6B', 'Qwen/Qwen3-0.6B'],
    ['docker run --gpus all \\\n    vllm/vllm-openai:latest \\\n    --model Qwen/Qwen3-0.6B', 'Qwen/Qwen3-0.6B'],
    ['$ python -m vllm.entrypoints.openai.api_server --model Qwen/Qwen3-0.6B', 'Qwen/Qwen3-0.6B'],
    ['    ollama pull qwen2.5:7b', 'qwen2.5:7b'],
    ['    curl http://localhost:11434/api/generate \\\n     -d \'{"model": "qwen:7b", "prompt": "Hello!", "n": 1}\'', 'qwen:7b'],
  ])('is read: %s', (page, name) => {
    expect(linesSeen(text, 'docs/page.md', `A page\n\n${page}\n`)).toEqual([expect.stringContaining(`model ${name}`)]);
  });

  it.each([
    'ollama run deepseek-r1 is what you type, or another',
    'llm models such as qwen2.5-7b are good',
    'We pass --model and qwen3:8b to it.',
    'python is used to run qwen2.5-7b',
    '- d "qwen2.5-7b" is a word in a list',
  ])('is none: %s', (page) => {
    expect(linesSeen(text, 'docs/page.md', `A page\n\n${page}\n`)).toEqual([]);
  });
});
