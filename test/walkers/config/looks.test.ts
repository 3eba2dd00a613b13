import { describe, expect, it } from 'vitest';
import { isModelLike } from '../../../src/walkers/config/looks.ts';

describe('a name that could be a model’s', () => {
  it.each(['qwen-max', 'Qwen/Qwen3-8B', 'deepseek.r1-v1:0', 'qwen2.5:7b', '@cf/qwen/qwq-32b', 'vendor.apps-v2'])('%s', (name) => {
    expect(isModelLike(name)).toBe(true);
  });

  it.each(['deepseek_chat.settings', 'qwen_site.wsgi:application', 'kimi.web.asgi.app', 'app/qwen.py', 'me@qwen.ai', 'https://qwen.ai/x'])(
    'is not %s',
    (name) => {
      expect(isModelLike(name)).toBe(false);
    },
  );
});
