// Many names that are given to calls are entered in a list of what exists; a function that knows as many chooses among them.
import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

function usages(path: string, text: string): readonly string[] {
  const seen = read(path, text).flatMap((one) => (one.kind === 'model' && /-\d/.test(one.name) ? [one.evidence.usage] : []));
  expect(seen.length).toBeGreaterThan(3);
  return [...new Set(seen)];
}

const entries = (count: number) =>
  Array.from({ length: count }, (_, index) => `"Qwen/Qwen3-${index + 1}B": ModelConfig(\n  model_name="Qwen/Qwen3-${index + 1}B"),\n`).join(
    '',
  );
const calls = (count: number) =>
  Array.from(
    { length: count },
    (_, index) =>
      `register_model_group(models={"A-${index}": {HUB: "Qwen/Qwen3-${index + 1}B", OTHER: "Qwen/Qwen3-${index + 1}B-FP8"}}, template="qwen")\n`,
  ).join('');

describe('names that are given to calls', () => {
  it.each([
    ['a.py', `MODELS = {\n${entries(15)}}\n`],
    ['a.py', calls(20)],
  ])('are a catalogue: %s, case %#', (path, text) => {
    expect(usages(path, text)).toEqual(['catalogue']);
  });

  it.each([
    ['a.py', `MODELS = {\n${entries(4)}}\n`],
    ['a.py', calls(9)],
    ['a.ts', `run(() => {\n${Array.from({ length: 20 }, (_, index) => `ask({ model: "qwen3-${index + 1}b" });\n`).join('')}});\n`],
  ])('are none where they are few, or where a function uses them: %s, case %#', (path, text) => {
    expect(usages(path, text)).toEqual(['runtime']);
  });
});

describe('what Elixir says about a module', () => {
  const usages = (text: string) => read('a.ex', text).flatMap((one) => (one.kind === 'model' ? [one.evidence.usage] : []));

  it('is documentation, with its examples', () => {
    expect(usages('defmodule A do\n  @moduledoc """\n  A.new(model: "deepseek-chat")\n  """\nend')).toEqual(['docs']);
  });

  it('is not what an attribute or a default holds', () => {
    expect(usages('defmodule A do\n  @model "deepseek-chat"\nend')).toEqual(['runtime']);
    expect(usages('defmodule A do\n  @doc "Asks."\n  def ask(model \\\\ "deepseek-chat"), do: model\nend')).toEqual(['runtime']);
  });
});
