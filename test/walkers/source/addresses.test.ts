// A request may name its model in the path of its address; a page about a model does so, too, and asks for nothing.
import { describe, expect, it } from 'vitest';
import { brief, covered, read } from './read.ts';

const models = (path: string, text: string) => brief(path, text).flatMap((line) => /^model (\S+)/.exec(line)?.[1] ?? []);

describe('an address that asks for a model', () => {
  it.each([
    [
      'https://x-aiplatform.googleapis.com/v1/projects/p/publishers/qwen/models/qwen3-coder-maas:rawPredict',
      'publishers/qwen/models/qwen3-coder-maas',
    ],
    ['https://api-inference.huggingface.co/models/Qwen/Qwen2.5-72B-Instruct', 'Qwen/Qwen2.5-72B-Instruct'],
    ['https://api.replicate.com/v1/models/deepseek-ai/deepseek-r1/predictions', 'deepseek-ai/deepseek-r1'],
    ['https://bedrock-runtime.eu-west-1.amazonaws.com/model/deepseek.r1-v1:0/invoke', 'deepseek.r1-v1:0'],
    ['https://api.cloudflare.com/client/v4/accounts/1/ai/run/@cf/qwen/qwen1.5-14b-chat-awq', '@cf/qwen/qwen1.5-14b-chat-awq'],
    ['https://x.openai.azure.com/openai/deployments/deepseek-r1/chat/completions?api-version=1', 'deepseek-r1'],
    ['https://llm.example.com/v2/models/qwen3-8b/generate', 'qwen3-8b'],
  ])('is told with it: %s', (url, expected) => {
    const [found] = read('a.py', `f("${url}")`).filter(({ kind }) => kind === 'model');
    expect(found?.kind === 'model' && [found.name, found.endpoint]).toEqual([expected, url]);
    expect(found && covered(found, `f("${url}")`)).toBe(expected);
  });

  it.each([
    ['a page', 'https://www.modelscope.cn/models/qwen/Qwen2-7B/summary'],
    ['a hub', 'https://huggingface.co/Qwen/Qwen2-7B'],
    ['a list', 'https://api.deepseek.com/v1/models'],
    ['a word', 'https://api.example.com/models/qwen'],
    ['a picture', 'https://cdn.example.com/models/qwen-max.png'],
    ['another folder', 'https://api.example.com/users/qwen-fan-1'],
  ])('is not %s: %s', (_, url) => {
    expect(models('a.py', `f("${url}")`)).toEqual([]);
  });
});

describe('SQL', () => {
  it.each([
    [
      "CREATE SEARCH SERVICE s EMBEDDING_MODEL = 'qwen3-embedding-8b' AS (SELECT 1);",
      'model qwen3-embedding-8b assignment EMBEDDING_MODEL',
    ],
    ["CREATE MODEL m PREDICT r USING engine = 'ollama', model_name = 'qwen2.5:7b';", 'model qwen2.5:7b assignment model_name'],
    ["CREATE VIEW v AS SELECT * FROM logs WHERE model = 'qwen2.5:7b';", 'model qwen2.5:7b comparison -'],
    ["SELECT * FROM logs WHERE model = 'qwen2.5:7b';", 'model qwen2.5:7b comparison -'],
    ["CREATE TABLE calls (model VARCHAR(50) NOT NULL DEFAULT 'qwen-plus');", 'model qwen-plus'],
    ['select cortex.complete(\'{{ var("cortex_model", "deepseek-r1") }}\', x)', 'model deepseek-r1 argument'],
  ])('%s', (text, expected) => {
    expect(brief('a.sql', text).some((line) => line.startsWith(expected))).toBe(true);
  });

  it('takes no other word of a template for a model', () => {
    expect(models('a.sql', 'select f(\'{{ var("qwen-3", x) }}\', \'{{ ref("deepseek-r1") }}\')')).toEqual([]);
  });
});
