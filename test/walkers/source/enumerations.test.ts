// What may be chosen is told from what is chosen: six names or more in an enumeration are a catalogue.
import { describe, expect, it } from 'vitest';
import type { Usage } from '../../../src/model.ts';
import { read } from './read.ts';

const SIX = ['qwen3-max', 'qwen-plus', 'deepseek-chat', 'gpt-4.1', 'claude-sonnet-4', 'kimi-k2'];
const quoted = SIX.map((name) => `'${name}'`);
const double = SIX.map((name) => `"${name}"`);
const constant = (name: string) => name.replace(/\W/g, '_').toUpperCase();

function usages(path: string, text: string, usage: Usage = 'runtime'): readonly string[] {
  const seen = read(path, text, usage).flatMap((one) => (one.kind === 'model' ? [one.evidence.usage] : []));
  expect(seen.length).toBeGreaterThan(0);
  return [...new Set(seen)];
}

describe('enumerations', () => {
  it.each([
    ['a.ts', `export type ModelId =\n  | ${quoted.join('\n  // newer\n  | ')}\n  | (string & {});`],
    ['a.ts', `interface Options { model: ${quoted.join(' | ')} }`],
    ['a.ts', `export const IDS = [${quoted.join(', ')}] as const;`],
    ['a.ts', `const schema = z.object({ model: z.enum([${quoted.join(', ')}]) });`],
    ['a.ts', `const id = z.union([${quoted.map((name) => `z.literal(${name})`).join(', ')}]);`],
    ['a.ts', `const tool = { parameters: { model: { type: 'string', enum: [${quoted.join(', ')}] } } };`],
    ['a.ts', `export enum Model { ${SIX.map((name) => `${constant(name)} = '${name}'`).join(', ')} }`],
    ['a.ts', `export const Models = { ${SIX.map((name) => `${constant(name)}: '${name}'`).join(', ')} };`],
    ['a.ts', `export const supportedModels = [${quoted.join(', ')}];`],
    ['a.py', `Model = Literal[${double.join(', ')}]`],
    ['a.py', `class Model(str, Enum):\n${SIX.map((name) => `    ${constant(name)} = "${name}"  # one`).join('\n')}`],
    ['a.py', `parser.add_argument("--model", choices=[${double.join(', ')}])`],
    ['a.py', `AVAILABLE_MODELS = (${double.join(', ')})`],
    ['a.go', `package a\nconst (\n${SIX.map((name) => `\tModel${constant(name)} = "${name}"`).join('\n')}\n)`],
    ['a.go', `package a\nvar ModelList = []string{${double.join(', ')}}`],
    ['a.java', `enum Model implements Id { ${SIX.map((name) => `${constant(name)}("${name}")`).join(', ')}; }`],
    ['a.java', `class Ids {\n${SIX.map((name) => `  public static final String ${constant(name)} = "${name}";`).join('\n')}\n}`],
    ['a.kt', `enum class Model(val id: String) { ${SIX.map((name) => `${constant(name)}("${name}")`).join(', ')} }`],
    ['a.cs', `static class Ids {\n${SIX.map((name) => `  public const string ${constant(name)} = "${name}";`).join('\n')}\n}`],
    ['a.rs', `pub enum Model {\n${SIX.map((name) => `  #[serde(rename = "${name}")]\n  ${constant(name)},`).join('\n')}\n}`],
    ['a.swift', `enum Model: String {\n${SIX.map((name) => `  case ${constant(name)} = "${name}"`).join('\n')}\n}`],
  ])('are a catalogue: %s, case %#', (path, text) => {
    expect(usages(path, text)).toEqual(['catalogue']);
  });

  it.each([
    ['too few members', 'a.ts', `type Id = ${quoted.slice(0, 5).join(' | ')};`],
    [
      'members that are no names of models',
      'a.ts',
      "type Mode = 'qwen-max' | 'light-mode' | 'dark-mode' | 'auto' | 'none' | 'high' | 'low';",
    ],
    ['a constant list of what is run', 'a.ts', `for (const model of [${quoted.join(', ')}]) run(model);`],
    ['settings that are named after their purpose', 'a.py', SIX.map((name, index) => `ROLE_${index}_MODEL = "${name}"`).join('\n')],
    ['arguments of calls in a row', 'a.py', SIX.map((name) => `run("${name}")`).join('\n')],
    ['a word that only ends in enum', 'a.ts', `pickEnum({ ${SIX.map((name, index) => `r${index}: '${name}'`).join(', ')} });`],
  ])('are none with %s', (_, path, text) => {
    expect(usages(path, text)).toEqual(['runtime']);
  });

  it('may be of addresses', () => {
    const hosts = Array.from({ length: 9 }, (_, index) => `"https://api.host${index}.com/v1"`);
    const seen = (own: string) =>
      read('a.go', `var urls = []string{${[...hosts, own].join(', ')}}`).flatMap((one) =>
        one.kind === 'endpoint' ? [one.evidence.usage] : [],
      );
    expect(seen('"https://api.deepseek.com"')).toEqual(['catalogue']);
    expect(seen('"none"}; var url = []string{"https://api.deepseek.com"')).toEqual(['runtime']);
  });

  it('are tests in a module for tests', () => {
    expect(usages('a.rs', 'fn f() { call("qwen-max") }\n#[cfg(test)]\nmod tests {\n  fn t() { call("qwen-plus") }\n}')).toEqual([
      'runtime',
      'test',
    ]);
    expect(
      usages('a.rs', 'fn f() { call("qwen-max") }\n#[cfg(all(test, feature = "net"))]\nmod tests {\n  fn t() { call("qwen-plus") }\n}'),
    ).toEqual(['runtime', 'test']);
    expect(usages('a.rs', '#[cfg(feature = "x")]\nmod tests_of {\n  fn t() { call("qwen-plus") }\n}')).toEqual(['runtime']);
  });

  it('stay what the path says in tests', () => {
    expect(usages('a.ts', `type Id = ${quoted.join(' | ')};`, 'test')).toEqual(['test']);
  });
});
