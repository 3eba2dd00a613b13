import { describe, expect, it } from 'vitest';
import { brief } from './read.ts';

const models = (path: string, text: string) => brief(path, text).filter((line) => line.startsWith('model'));

describe('what a required module is asked', () => {
  it.each([
    ['a.lua', 'require("codecompanion.adapters").extend("ollama", { schema = { model = { default = "qwen2.5-coder:7b" } } })'],
    ['a.js', 'require("./client").ask({ model: "qwen-max" });'],
  ])('is no expectation of a test: %s: %s', (path, text) => {
    expect(models(path, text)).toHaveLength(1);
    expect(models(path, text)[0]).not.toContain('comparison');
  });

  it.each(['require.Equal(t, "qwen-max", cfg.Model)', 'require.NotContains(t, models, "qwen-max")'])(
    'is one where a library of tests is called so: %s',
    (text) => {
      expect(models('a_test.go', text).every((line) => line.includes('comparison'))).toBe(true);
    },
  );
});
