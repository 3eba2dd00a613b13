import { describe, expect, it } from 'vitest';
import { brief } from './read.ts';

const models = (path: string, text: string) => brief(path, text).filter((line) => line.startsWith('model '));

describe('settings in one text', () => {
  it.each([
    ['a.py', 'SPEC = "key=k,alias=fast,upstream=deepseek-chat"', /^model deepseek-chat assignment/],
    [
      'a.py',
      'p.add_argument("--spec", default="name=x;model=opaque-1;url=https://api.deepseek.com/v1")',
      /at=https:\/\/api\.deepseek\.com\/v1$/,
    ],
    ['a.py', 'S = "one|https://api.deepseek.com|opaque-1"', /^model opaque-1 .*at=https:\/\/api\.deepseek\.com$/],
    ['a.ts', 'const m = "chat=deepseek-chat,other=large-1";', /^model deepseek-chat/],
  ])('%s: %s', (path, text, line) => {
    expect(models(path, text).some((one) => line.test(one))).toBe(true);
  });

  it.each([
    ['words that end an answer', 'a.py', 'ARGS = "stop=qwen2.5,until=qwen3"'],
    ['a filter of a database', 'a.py', 'dsn = "host=db;user=deepseek;port=5432"'],
  ])('are none of %s', (_, path, text) => {
    expect(models(path, text)).toEqual([]);
  });
});
