// Few models of several makers, side by side: constants named after them and choices with words for readers are no use of any.
import { describe, expect, it } from 'vitest';
import { scanFiles } from '../../project.ts';
import { read } from './read.ts';

const usages = (path: string, text: string) => [
  ...new Set(read(path, text).flatMap((one) => (one.kind === 'model' ? [one.evidence.usage] : []))),
];
const FIVE = ['qwen-max', 'deepseek-chat', 'gpt-4.1', 'claude-sonnet-4', 'kimi-k2'];
const choices = (write: (name: string) => string, names = FIVE) => `export const ITEMS = [${names.map(write).join(',\n')}];`;
const constants = (pairs: readonly (readonly [string, string])[]) =>
  `class Ids {\n${pairs.map(([name, value]) => `  static final String ${name} = "${value}";`).join('\n')}\n}`;

describe('a short registry', () => {
  it.each([
    ['a.ts', choices((name) => `{ id: '${name}', label: 'A ${name}' }`)],
    ['a.ts', choices((name) => `{ value: '${name}', description: 'good' }`)],
    ['a.py', `ITEMS = [${FIVE.map((name) => `{"id": "${name}", "description": "good"}`).join(', ')}]`],
    [
      'A.java',
      constants([
        ['GLM_4_5', 'glm-4.5'],
        ['QWEN_MAX', 'qwen-max'],
        ['DEEPSEEK_CHAT', 'deepseek-chat'],
        ['KIMI_K2', 'kimi-k2'],
      ]),
    ],
  ])('is a catalogue: %s, case %#', (path, text) => {
    expect(usages(path, text)).toEqual(['catalogue']);
  });

  it.each([
    ['four choices', 'a.ts', choices((name) => `{ id: '${name}', label: 'A' }`, FIVE.slice(0, 4))],
    [
      'choices of one maker',
      'a.ts',
      choices((name) => `{ id: '${name}', label: 'A' }`, ['qwen-max', 'qwen-plus', 'qwen-vl', 'qwen3-8b', 'qwen-turbo']),
    ],
    ['agents with models', 'a.ts', choices((name) => `{ name: 'one', model: '${name}', description: 'writes' }`)],
    ['models with addresses', 'a.ts', choices((name) => `{ id: '${name}', label: 'A', baseUrl: url }`)],
    ['names without words for readers', 'a.ts', choices((name) => `{ id: '${name}' }`)],
    [
      'constants named after what they are for',
      'A.java',
      constants([
        ['FAST', 'glm-4.5'],
        ['SMART', 'qwen-max'],
        ['CODE', 'deepseek-chat'],
        ['LONG', 'kimi-k2'],
      ]),
    ],
    [
      'constants for the model of each maker',
      'a.py',
      'QWEN_MODEL = "qwen-max"\nDEEPSEEK_MODEL = "deepseek-chat"\nKIMI_MODEL = "kimi-k2"\nGLM_MODEL = "glm-4.5"',
    ],
    ['constants of two makers', 'a.py', 'QWEN_MAX = "qwen-max"\nQWEN_PLUS = "qwen-plus"\nQWEN_VL = "qwen-vl"\nKIMI_K2 = "kimi-k2"'],
  ])('is none: %s', (_, path, text) => {
    expect(usages(path, text)).toEqual(['runtime']);
  });

  it.each([
    ['described', { description: 'good' }, 'catalogue'],
    ['asked', { description: 'good', provider: 'x' }, 'runtime'],
    ['only named', { title: 'good' }, 'runtime'],
  ])('is told in JSON, too: models that are %s', async (_, more, expected) => {
    const text = JSON.stringify(FIVE.map((id) => ({ id, ...more })));
    const { inventory } = await scanFiles({ 'data/models.json': text });
    expect([...new Set(inventory.map(({ reference }) => reference.evidence.usage))]).toEqual([expected]);
  });
});
