import { describe, expect, it } from 'vitest';
import { brief } from './read.ts';

const seen = (text: string) => brief('addons/chat/chat.gd', text);
const models = (text: string) => seen(text).flatMap((line) => /^model (\S+)/.exec(line)?.[1] ?? []);

describe('GDScript', () => {
  it.each([
    ['var chat_model = "deepseek-ai/DeepSeek-V3"', 'deepseek-ai/DeepSeek-V3'],
    ["@export var model: String = 'qwen-plus'", 'qwen-plus'],
    ['const MODEL := "kimi-k2-0905-preview"', 'kimi-k2-0905-preview'],
    ['var model_path = "res://models/qwen2.5-0.5b-instruct-q4_k_m.gguf"', 'res://models/qwen2.5-0.5b-instruct-q4_k_m.gguf'],
    ['var body = {"model": "deepseek-chat", "messages": messages}', 'deepseek-chat'],
    ['func ask(text: String, model: String = "qwen-max") -> String:\n\treturn ""', 'qwen-max'],
  ])('%s', (text, name) => {
    expect(models(text)).toEqual([name]);
  });

  it('holds addresses and keys', () => {
    const lines = seen('var url = "https://api.deepseek.com/chat/completions"\nvar key = OS.get_environment("DEEPSEEK_API_KEY")\n');
    expect(lines).toContain('credential DEEPSEEK_API_KEY argument key');
    expect(lines).toContain('endpoint https://api.deepseek.com/chat/completions assignment url');
  });

  it.each([
    '# Ask DeepSeek what to do next',
    'extends Node\n"""\nTalks to Qwen.\n"""\nvar a = 1',
    'var label = "Ask DeepSeek"',
    'onready var chat = $"deepseek-chat"',
    'class_name MinimaxPlayer\nfunc minimax(board, depth):\n\treturn minimax(board, depth - 1)',
    'var kimi = preload("res://characters/kimi.tscn")',
  ])('is nothing: %s', (text) => {
    expect(models(text)).toEqual([]);
  });
});
