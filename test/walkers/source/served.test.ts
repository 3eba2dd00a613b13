import { describe, expect, it } from 'vitest';
import { brief } from './read.ts';

const models = (path: string, text: string) => brief(path, text).flatMap((line) => /^model (\S+)/.exec(line)?.[1] ?? []);

describe('an endpoint that is called by the name of what it serves', () => {
  it.each([
    ['a.py', 'llm = ChatDatabricks(endpoint="databricks-qwen3-next-80b-a3b-instruct")'],
    ['a.py', 'client.predict(endpoint="databricks-qwen3-next-80b-a3b-instruct", inputs={})'],
    ['a.sql', "SELECT ai_query(endpoint => 'databricks-qwen3-next-80b-a3b-instruct', request => 'x');"],
  ])('%s: %s', (path, text) => {
    expect(models(path, text)).toEqual(['databricks-qwen3-next-80b-a3b-instruct']);
  });

  it.each([
    ['a.py', 'c = Client(endpoint="deepseek-gateway")'],
    ['a.py', 'c = Client(endpoint="/v1/deepseek-r1")'],
    ['a.py', 'c = Client(endpoint="https://qwen3-32b.example.com/v1")'],
    ['a.py', 'c = Client(host="deepseek-r1-node-3")'],
    ['a.py', 'c = Client(endpoint="qwen-worker-2")'],
    ['a.py', 'c = Client(endpoint="my-qwen-app-2")'],
    ['a.py', 'c = Client(endpoint="qwen3-gateway-v2")'],
    ['a.py', 'c = Client(endpoint="deepseek-2-prod")'],
    ['a.sql', "SELECT ai_query(endpoint => 'qwen-endpoint', request => 'x');"],
  ])('is not %s: %s', (path, text) => {
    expect(models(path, text)).toEqual([]);
  });
});

describe('a target that is what answers', () => {
  it.each([
    ['m := Model{Name: "local", Target: "qwen2.5:7b"}', 'qwen2.5:7b'],
    ['m := Model{Name: "local", Target: "/models/Qwen2.5-7B-Instruct-Q4_K_M.gguf"}', '/models/Qwen2.5-7B-Instruct-Q4_K_M.gguf'],
    ['r := Route{Upstream: "deepseek/deepseek-v3.2"}', 'deepseek/deepseek-v3.2'],
  ])('%s', (text, name) => {
    expect(models('a.go', `package a\n${text}`)).toEqual([name]);
  });

  it.each([
    'm := Route{Target: "qwen3-32b.internal.example.com"}',
    'm := Route{Target: "qwen-proxy:8080"}',
    'm := Route{Target: "deepseek-backend"}',
    'm := Route{Address: "deepseek-v3"}',
  ])('is not %s', (text) => {
    expect(models('a.go', `package a\n${text}`)).toEqual([]);
  });
});
