import { describe, expect, it } from 'vitest';
import { parentFacts } from '../../src/catalog/parents.ts';
import { ancestry } from '../../src/lineage/ancestry.ts';
import { catalog, knowledge } from './own.ts';

const parents = parentFacts(catalog);

describe('parentFacts', () => {
  it.each([
    ['unsloth/Qwen3-8B', 'same', 'Qwen/Qwen3-8B'],
    ['unsloth/Qwen3-8B-bnb-4bit', 'quantized', 'Qwen/Qwen3-8B'],
    ['unsloth/Qwen3-8B-GGUF', 'quantized', 'Qwen/Qwen3-8B'],
    ['sky-t1-32b-preview', 'finetune', 'Qwen/Qwen2.5-32B-Instruct'],
    ['/models/Sky-T1-32B-Preview', 'finetune', 'Qwen/Qwen2.5-32B-Instruct'],
    ['hf.co/bartowski/NovaSky-AI_Sky-T1-32B-Preview-GGUF:Q4_K_M', 'finetune', 'Qwen/Qwen2.5-32B-Instruct'],
    ['deepcoder:14b', 'finetune', 'deepseek-ai/DeepSeek-R1-Distill-Qwen-14B'],
  ])('%s is %s of %s', (name, relation, parent) => {
    expect(parents(name)).toMatchObject({ relation, parents: [parent] });
  });

  it.each([
    'qwen3-8b',
    'Qwen/Qwen3-8B',
    'Qwen/Qwen3-8B-FP8',
    'unheard-of-1b',
    '/models/unheard-of-1b',
    'qwen3:8b',
    '/models/Qwen3-8B',
    'unsloth/phi-9',
  ])('%s is nobody’s conversion', (name) => {
    expect(parents(name)).toBeNull();
  });

  it('says no arrow twice', () => {
    const steps = ancestry('unsloth/Qwen3-8B-FP8', parents).map(({ from, to }) => `${from} > ${to}`);
    expect(steps).toEqual(['unsloth/Qwen3-8B-FP8 > Qwen/Qwen3-8B-FP8']);
  });
});

describe('the snapshot', () => {
  it('gives no model of full precision a reduced one as its parent', () => {
    const upside = knowledge.derivatives.filter(({ name, parents: of }) => of.some((parent) => bare(parent) === `${bare(name)}-fp8`));
    expect(upside.map(({ name }) => name)).toEqual([]);
  });
});

function bare(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).toLowerCase();
}
