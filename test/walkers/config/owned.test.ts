// Keys below the name of a vendor.
import { describe, expect, it } from 'vitest';
import { configWalkers } from '../../../src/walkers/config/index.ts';
import { documentOf } from '../source/read.ts';

function see(path: string, text: string): readonly string[] {
  const walker = configWalkers.find(({ files }) => files.test(path));
  return [...(walker?.read(documentOf(path, text)) ?? [])].flatMap((one) => {
    if (one.kind !== 'credential') return [];
    const { startLine, startColumn, endColumn } = one.evidence.region ?? { startLine: 1, startColumn: 1, endColumn: 1 };
    const line = text.split('\n')[startLine - 1] ?? '';
    return [`${one.name} <${line.slice(startColumn - 1, endColumn - 1)}>`];
  });
}

describe('a key below the name of a vendor', () => {
  it.each([
    ['.streamlit/secrets.toml', '[deepseek]\napi_key = "x"\n', 'deepseek.api_key <api_key>'],
    ['a.yaml', 'llm:\n  moonshot:\n    api-key: ""\n', 'moonshot.api-key <api-key>'],
    ['a.yaml', 'deepseek:\n  api_key: ${MY_KEY}\n', 'deepseek.api_key <api_key>'],
    ['a.json', '{ "Qwen": { "Options": { "ApiKey": "x" } } }', 'Qwen.ApiKey <ApiKey>'],
    ['application.properties', 'spring.ai.deepseek.api-key=x\n', 'deepseek.api-key <api-key>'],
    ['a.ini', '[deepseek]\napi_key =\n', 'deepseek.api_key <api_key>'],
    ['application.properties', 'deepseek.api.key=\ndeepseek.api.url=https://api.deepseek.com\n', 'deepseek.api.key <key>'],
    ['application.yml', 'qwen:\n  api:\n    key: x\n', 'qwen.api.key <key>'],
    ['application.yml', 'aliyun:\n  api-key: abc\n  model: qwen-plus\n', 'aliyun.api-key <api-key>'],
    ['a.yaml', 'deepseek:\n  api-key: ""\n  base-url: https://api.deepseek.com\n', 'deepseek.api-key <api-key>'],
    ['.streamlit/secrets.toml', '[api_keys]\ndeepseek = "x"\n', 'api_keys.deepseek <deepseek>'],
  ])('%s: %s', (path, text, seen) => {
    expect(see(path, text)).toEqual([seen]);
  });

  it.each([
    ['of nobody', 'a.yaml', 'mail:\n  api_key: x\n# deepseek\n'],
    ['another setting', 'a.yaml', 'deepseek:\n  timeout: 3\n'],
    ['the key of something else', 'a.yaml', 'deepseek:\n  cache:\n    key: x\n'],
    ['the key of nobody', 'a.yaml', 'api:\n  key: x\n# deepseek\n'],
    ['a sentence', 'a.json', '{ "deepseek": { "apiKey": "Enter your key" } }'],
    ['beside it', 'a.yaml', 'deepseek:\n  timeout: 3\nmail:\n  api_key: x\n'],
  ])('is none %s', (_, path, text) => {
    expect(see(path, text)).toEqual([]);
  });

  it('is called by the variable that fills it where that says whose it is', () => {
    expect(see('a.yaml', 'deepseek:\n  api_key: ${DEEPSEEK_KEY}\n')).toEqual(['DEEPSEEK_KEY <DEEPSEEK_KEY>']);
  });

  it('keeps its own name beside an address, which says whose it is', () => {
    expect(see('a.yaml', 'deepseek:\n  api_key: x\n  base_url: https://api.deepseek.com\n')).toEqual(['api_key <api_key>']);
  });
});
