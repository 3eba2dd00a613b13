import { describe, expect, it } from 'vitest';
import { brief } from './read.ts';

const seen = (text: string) => brief('a.py', text).flatMap((line) => /^(?:model|endpoint) (\S+)/.exec(line)?.[1] ?? []);

describe('a key that mostly names something else', () => {
  it.each([
    ['SRC = "Qwen/Qwen3-8B"', 'Qwen/Qwen3-8B'],
    ['convert(src="deepseek-ai/DeepSeek-R1-Distill-Qwen-7B")', 'deepseek-ai/DeepSeek-R1-Distill-Qwen-7B'],
    ['tag = "qwen3:8b"', 'qwen3:8b'],
    ['run(path="Qwen/Qwen2.5-0.5B")', 'Qwen/Qwen2.5-0.5B'],
    ['item = {"label": "Qwen/Qwen3-8B"}', 'Qwen/Qwen3-8B'],
    ['send(path="https://api.deepseek.com/v1/chat/completions")', 'https://api.deepseek.com/v1/chat/completions'],
    ['x = {"content": "https://api.deepseek.com/v1"}', 'https://api.deepseek.com/v1'],
  ])('holds what is named without a doubt: %s', (text, expected) => {
    expect(seen(text)).toEqual([expected]);
  });

  it.each([
    'label = "deepseek-chat"',
    'icon = "icons/qwen3-8b.png"',
    'src = "Qwen/Qwen3.png"',
    'path = "qwen/qwen3-page"',
    'tags = ["qwen3", "chat"]\nimage = "team/qwen3"',
    'tag = "deepseek:latest"',
    'link = {"href": "https://api.deepseek.com/v1"}',
    'title = "Qwen/Chat"',
  ])('is left alone otherwise: %s', (text) => {
    expect(seen(text)).toEqual([]);
  });
});
