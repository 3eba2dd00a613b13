import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

/** The contexts of the models that a file names. */
function contexts(path: string, text: string): string[] {
  return read(path, text).flatMap((one) => (one.kind === 'model' ? [one.evidence.context] : []));
}

describe('a list that is only asked whether it holds something', () => {
  it.each([
    ['a.ts', "const THINKS = ['deepseek-r1'];\nconst f = (m) => THINKS.some((p) => m.includes(p));"],
    ['a.ts', "const THINKS = new Set(['deepseek-r1']);\nif (THINKS.has(model)) f();"],
    ['a.ts', "const THINKS: string[] = ['deepseek-r1'];\nif (!THINKS.includes(model)) f();"],
    ['a.py', 'THINKS = ["deepseek-r1"]\nif model in THINKS:\n    pass'],
    ['a.py', 'THINKS = ("deepseek-r1", "b")\nx = any(p in m for p in THINKS)'],
    ['a.py', 'THINKS = {"deepseek-r1"}\nif model not in THINKS:\n    pass'],
    ['a.rb', "THINKS = ['deepseek-r1', 'b'].freeze\nx = THINKS.any? { |w| name.include?(w) }"],
    ['a.rb', "THINKS = ['deepseek-r1', 'b']\nreturn if THINKS.include? name"],
    ['a.rb', 'THINKS = %w[deepseek-r1 b]\nx = THINKS.any? do |w|\n  name.start_with?(w)\nend'],
  ])('is compared with: %s %s', (path, text) => {
    expect(contexts(path, text)).toEqual(['comparison']);
  });

  it.each([
    ['a.ts', "const MODELS = ['deepseek-r1'];\nif (MODELS.includes(m)) run(MODELS[0]);"],
    ['a.ts', "export const MODELS = ['deepseek-r1'];\nif (MODELS.includes(m)) f();"],
    ['a.ts', "const MODELS = ['deepseek-r1'];\nMODELS.map((m) => run(m));"],
    ['a.ts', "const MODELS = ['deepseek-r1'];"],
    ['a.py', 'MODELS = ["deepseek-r1"]\nfor m in MODELS:\n    run(m)'],
    ['a.py', 'MODELS = ["deepseek-r1"]\nif m in MODELS:\n    run(model=MODELS[0])'],
    ['a.py', 'MODEL = "deepseek-r1"\nif "a" in MODEL:\n    run(model=MODEL)'],
    ['a.rb', "MODELS = ['deepseek-r1', 'b']\nMODELS.each { |m| run(m) }"],
    ['a.rb', "MODELS = ['deepseek-r1', 'b']\nrun(MODELS.first) if MODELS.any?"],
  ])('is none: %s %s', (path, text) => {
    expect(contexts(path, text)).not.toContain('comparison');
  });
});

describe('a credential that is declared', () => {
  const names = (path: string, text: string) => read(path, text).flatMap((one) => (one.kind === 'credential' ? [one.name] : []));

  it.each([
    ['a.ts', 'interface Env {\n  DEEPSEEK_API_KEY?: string;\n}', 'DEEPSEEK_API_KEY'],
    ['a.py', 'class Settings(BaseSettings):\n    DEEPSEEK_API_KEY: str | None = None', 'DEEPSEEK_API_KEY'],
    ['a.ts', "const fields = [{ name: 'deepseekApiKey', type: 'password' }];", 'deepseekApiKey'],
  ])('is told by its name: %s %s', (path, text, name) => {
    expect(names(path, text)).toEqual([name]);
  });

  it.each([
    ['a.ts', 'interface Props {\n  deepseekApiKey?: string;\n}'],
    ['a.ts', "const labels = { deepseekApiKey: 'Key of DeepSeek' };"],
    ['a.ts', "t('deepseekApiKey')"],
    ['a.ts', 'const x = { DEEPSEEK_API_KEY: String(value) };'],
  ])('is none: %s %s', (path, text) => {
    expect(names(path, text)).toEqual([]);
  });
});
