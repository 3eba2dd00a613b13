import { describe, expect, it } from 'vitest';
import { brief } from './read.ts';

const keys = (path: string, text: string) => brief(path, text).flatMap((line) => /^credential (\S+)/.exec(line)?.[1] ?? []);

describe('a variable that is given as a key', () => {
  it.each([
    ['a.py', 'c = OpenAI(api_key=os.getenv("DEEPSEEK_V3_API"))'],
    ['a.py', 'c = OpenAI(api_key=os.environ["DEEPSEEK_V3_API"])'],
    ['a.ts', 'const c = new OpenAI({ apiKey: process.env.DEEPSEEK_V3_API });'],
    ['a.ts', 'const h = { Authorization: `Bearer ${process.env.DEEPSEEK_V3_API}` };'],
  ])('%s: %s', (path, text) => {
    expect(keys(path, text)).toEqual(['DEEPSEEK_V3_API']);
  });

  it.each([
    ['a.py', 'c = OpenAI(region=os.getenv("DEEPSEEK_V3_API"))'],
    ['a.py', 'flag = os.getenv("USE_DEEPSEEK_API")'],
    ['a.ts', 'const c = new OpenAI({ timeout: process.env.DEEPSEEK_TIME });'],
    ['a.ts', 'const c = new OpenAI({ apiKey: process.env.DEEPSEEK_MODEL });'],
  ])('is not %s: %s', (path, text) => {
    expect(keys(path, text)).toEqual([]);
  });
});
