import { describe, expect, it } from 'vitest';
import { brief } from './read.ts';

const seen = (text: string) => brief('src/Chat.jl', text);
const models = (text: string) => seen(text).flatMap((line) => /^model (\S+)/.exec(line)?.[1] ?? []);

describe('Julia', () => {
  it.each([
    ['const MODEL = "deepseek-chat"', ['deepseek-chat']],
    ['function ask(text::String; model::String = "qwen-max")\n    text\nend', ['qwen-max']],
    ['registry = Dict("qwen/qwen-turbo" => ModelSpec("qwen/qwen-turbo", OpenRouterSchema(), 0.0))', ['qwen/qwen-turbo', 'qwen/qwen-turbo']],
    [
      'aliases = Dict(\n    "k2" => "kimi-k2-0711-preview", # short\n    "ds" => "deepseek-reasoner")',
      ['kimi-k2-0711-preview', 'deepseek-reasoner'],
    ],
    ['msg = aigenerate("Say hi!"; model = "deepseek-chat")', ['deepseek-chat']],
    ['b = A\' * x; body = Dict("model" => "MiniMax-Text-01")', ['MiniMax-Text-01']],
  ])('%s', (text, names) => {
    expect(models(text)).toEqual(names);
  });

  it('holds addresses and keys', () => {
    const lines = seen(
      'url::String = "https://api.deepseek.com/v1"\nkey = get(ENV, "DEEPSEEK_API_KEY", "")\nother = ENV["MOONSHOT_API_KEY"]\n',
    );
    expect(lines.filter((line) => /^(?:endpoint|credential)/.test(line))).toEqual([
      'endpoint https://api.deepseek.com/v1 assignment url',
      'credential DEEPSEEK_API_KEY argument key',
      'credential MOONSHOT_API_KEY entry other',
    ]);
  });

  it.each([
    '# Ask DeepSeek what to do next',
    '#= Qwen and\nDeepSeek =#\nx = 1',
    '"""\n    minimax(board)\n\nNo `qwen-max` is asked.\n"""\nminimax(board) = board',
    'label = "Ask DeepSeek"',
    'struct DeepSeekSchema <: AbstractSchema end',
    'using Kimi: minimax',
  ])('is nothing: %s', (text) => {
    expect(models(text)).toEqual([]);
  });
});
