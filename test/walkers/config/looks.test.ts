import { describe, expect, it } from 'vitest';
import { isModelLike, isModelPath, isPlainlyModelLike } from '../../../src/walkers/config/looks.ts';

describe('a name that could be a model’s', () => {
  it.each(['qwen-max', 'Qwen/Qwen3-8B', 'deepseek.r1-v1:0', 'qwen2.5:7b', 'dockerfile/qwen3-8b', '@cf/qwen/qwq-32b', 'vendor.apps-v2'])(
    '%s',
    (name) => {
      expect(isModelLike(name)).toBe(true);
    },
  );

  it.each([
    'deepseek_chat.settings',
    'qwen_site.wsgi:application',
    'kimi.web.asgi.app',
    'app/qwen.py',
    'Dockerfile.qwen3-8b',
    'docker/Dockerfile-qwen3',
    'me@qwen.ai',
    'https://qwen.ai/x',
  ])('is not %s', (name) => {
    expect(isModelLike(name)).toBe(false);
  });
});

describe('a directory of weights', () => {
  it.each([
    '/data/models/qwen2.5-7b',
    '/home/a/work/model/Qwen-VL-Chat-Int4',
    '/mnt/Qwen2.5-7B-Instruct',
    '~/.cache/huggingface/qwen3-8b',
    '$HOME/weights/qwen3-8b/',
    'D:\\models\\Qwen2.5-7B-Instruct',
    '../llms/deepseek-r1',
  ])('is %s', (path) => expect(isModelPath(path)).toBe(true));

  it.each([
    '/data/qwen2.5-7b',
    '/data/outputs/Qwen2.5-7B-sft',
    '/data/models/qwen.json',
    '/data/models/qwen',
    '/api/qwen3-chat/stream',
    '/static/models/qwen2-logo',
    '/models',
    'models/qwen2.5-7b',
    '/data/models/qwen 3-8b is fast',
  ])('is not %s', (path) => expect(isModelPath(path)).toBe(false));
});

describe('a name where the key says nothing', () => {
  it.each(['qwen2.5-7b', 'deepseek.r1-v1:0', 'moonshot.kimi-k2-thinking', 'qwen3-coder_30b', 'qwen2.5_vl'])('%s', (name) => {
    expect(isPlainlyModelLike(name)).toBe(true);
  });

  it.each([
    '.qwen',
    '.kimi-k2',
    'qwen-oauth',
    'openai-qwen-oauth2',
    'qwen3.rope.freq_base',
    'qwen2.attention.head_count_kv',
    'qwen2moe.block_count',
  ])('is not %s', (name) => {
    expect(isPlainlyModelLike(name)).toBe(false);
  });
});
