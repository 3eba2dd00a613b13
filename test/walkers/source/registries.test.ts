import { describe, expect, it } from 'vitest';
import { brief } from './read.ts';

const models = (text: string) => brief('a.ts', text).filter((line) => line.startsWith('model '));

describe('a registry of providers', () => {
  it.each([
    ["registry.languageModel('deepseek:deepseek-chat')", 'deepseek-chat', 'deepseek'],
    ["registry.languageModel('deepseek:fast')", 'fast', 'deepseek'],
    ["registry.languageModel('qwen > fast')", 'fast', 'qwen'],
    ["registry.textEmbeddingModel('dashscope > text-embedding-v4')", 'text-embedding-v4', 'dashscope'],
  ])('%s', (call, name, provider) => {
    expect(models(`const m = ${call};`)).toEqual([expect.stringMatching(new RegExp(`^model ${name} .*by=${provider}$`))]);
  });

  it.each(["registry.languageModel('acme:fast')", "registry.find('deepseek:fast > x')"])('says nothing in %s', (call) => {
    expect(models(`const m = ${call};`)).toEqual([]);
  });
});
