// A path that a harness of evaluation is given beside what only a model has.
import { describe, expect, it } from 'vitest';
import { brief } from './read.ts';

const models = (text: string) => brief('models.py', text).flatMap((line) => /^model (\S+)/.exec(line)?.[1] ?? []);

describe('a path in the description of a model', () => {
  it.each([
    ['weights', "models = [dict(type=HF, abbr='chat', path='deepseek-ai/deepseek-llm-67b-chat')]", 'deepseek-ai/deepseek-llm-67b-chat'],
    [
      'a model of an API',
      "models = [\n    dict(\n        path='kimi-k2-0711-preview',\n        max_out_len=1024,\n    )\n]",
      'kimi-k2-0711-preview',
    ],
    ['a judge', "cfg = {'path': 'deepseek-v3-250324', 'query_per_second': 1}", 'deepseek-v3-250324'],
  ])('is told: %s', (_, text, name) => {
    expect(models(text)).toContain(name);
  });

  it.each([
    ['a folder', "models = [dict(path='deepseek-ai/deepseek-llm-67b-chat')]"],
    ['a file of a set of data', "sets = [dict(abbr='x', path='data/deepseek-answers')]"],
    ['a page', "page(path='kimi-k2-0711', title='x')"],
    ['beside another call', "page(path='kimi-k2-0711')\nmodel = dict(abbr='x')"],
  ])('is none where it is %s', (_, text) => {
    expect(models(text)).toEqual([]);
  });
});
