import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneKeystroke } from '../../src/catalog/lookalike.ts';
import { catalog, knowledge } from './own.ts';

describe('a look-alike', () => {
  it.each([
    ['pypi', 'dashscopee', 'dashscope'],
    ['pypi', 'dash-scope', 'dashscope'],
    ['pypi', 'dahsscope', 'dashscope'],
    ['pypi', 'langchaindeepseek', 'langchain-deepseek'],
    ['pypi', 'langchain-deepseeek', 'langchain-deepseek'],
    ['npm', '@qwen-code/qwen-c0de', '@qwen-code/qwen-code'],
    ['npm', 'qwen-ai-providr', 'qwen-ai-provider'],
  ])('%s %s imitates %s', (ecosystem, name, imitates) => {
    expect(catalog.lookalike(ecosystem, name)?.imitates).toBe(imitates);
  });

  it.each([
    ['pypi', 'dashscope'],
    ['pypi', 'Langchain_DeepSeek'],
    ['pypi', 'deepspeed'],
    ['pypi', 'deepseek'],
    ['pypi', 'deepseeek'],
    ['pypi', 'dashscope2'],
    ['pypi', 'dashscope-java'],
    ['pypi', 'minimax'],
    ['pypi', 'mimi-cli'],
    ['npm', 'dashscope-node'],
    ['npm', '@ai-sdk/openai'],
    ['npm', 'ai-sdk-deepseek'],
    ['maven', 'com.alibaba:dashscope-sdk-jav'],
    ['golang', 'github.com/cohesion-org/deepseek-g'],
  ])('%s %s is not one', (ecosystem, name) => {
    expect(catalog.lookalike(ecosystem, name)).toBeNull();
  });

  it.each([
    ['gem', 'dashscope'],
    ['npm', 'qwen-agent'],
    ['pypi', '@qwen-code/qwen-code'],
  ])('%s %s has the name of a package elsewhere, which is a weaker sign', (ecosystem, name) => {
    expect(catalog.lookalike(ecosystem, name)).toMatchObject({ imitates: name, certainty: 'ambiguous' });
  });

  it.each([
    ['npm', 'langchain-deepseek', 'an adapter, which many registries have'],
    ['maven', 'com.example:dashscope', 'a registry with owners'],
    ['npm', 'dashscope-utils', 'another name'],
  ])('%s %s does not: it is %s', (ecosystem, name) => {
    expect(catalog.lookalike(ecosystem, name)).toBeNull();
  });

  it('is never a package that a fact names', () => {
    const packages = knowledge.vendors.flatMap((vendor) => vendor.packages);
    expect(packages.filter(({ ecosystem, name }) => catalog.lookalike(ecosystem, name) !== null)).toEqual([]);
  });

  it('is one keystroke away, in either direction', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        expect(oneKeystroke(left, right)).toBe(oneKeystroke(right, left));
        expect(oneKeystroke(left, left)).toBe(false);
      }),
    );
    expect(oneKeystroke('abc', 'acb')).toBe(true);
    expect(oneKeystroke('abcd', 'acbe')).toBe(false);
  });
});
