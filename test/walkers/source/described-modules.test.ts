import { describe, expect, it } from 'vitest';
import { brief } from './read.ts';

const models = (text: string) => brief('a.py', text).flatMap((line) => /^model (\S+)/.exec(line)?.[1] ?? []);

describe('a module that describes a model', () => {
  it.each([
    ['from opencompass.configs.models.qwen.vllm_qwen2_5_7b_instruct import models', 'qwen2.5-7b-instruct'],
    ['from opencompass.configs.models.qwen.hf_qwen_7b_chat import models as qwen', 'qwen-7b-chat'],
    ['from opencompass.configs.models.deepseek.lmdeploy_deepseek_r1_distill_qwen_32b import models', 'deepseek-r1-distill-qwen-32b'],
  ])('%s', (line, name) => {
    expect(models(`${line}\n`)).toEqual([name]);
  });

  it.each([
    'from transformers.models.qwen2.modeling_qwen2 import Qwen2Model',
    'from opencompass.models.qwen_api import Qwen',
    'from app.qwen_7b import load',
    'from app.models.qwen import Qwen',
  ])('is none: %s', (line) => {
    expect(models(`${line}\n`)).toEqual([]);
  });
});
