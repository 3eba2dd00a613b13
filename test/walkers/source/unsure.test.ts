import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

const doubts = (path: string, text: string) =>
  read(path, text).flatMap((one) => (one.kind === 'notice' ? [`${one.line} ${one.code}`] : []));
const models = (path: string, text: string) => read(path, text).flatMap((one) => (one.kind === 'model' ? [one.name] : []));

describe('broken code', () => {
  it.each([
    ['a.py', 'x = 1\na = "qwen-max\nf(model="qwen-plus")', 2, ['qwen-plus']],
    ['a.py', 'x = 1\nf(1, [2\ng(model="qwen-plus")\n', 2, ['qwen-plus']],
    ['a.ts', 'function f() {\n  if (x) {\n  g({ model: "qwen-plus" });\n}\n', 1, ['qwen-plus']],
    ['a.go', 'func f() {\n  a := "qwen-max\n  g(R{Model: "qwen-plus"})\n}\n', 2, ['qwen-plus']],
  ])('is read beyond what is broken, and said with its line: %s, %j', (path, text, line, names) => {
    expect(doubts(path, text)).toEqual([`${line} unsure-syntax`]);
    expect(models(path, text)).toEqual(names);
  });

  it.each([
    ['nothing is broken', 'a.py', 'f(model="qwen-plus")\n'],
    ['what is broken is behind all that is named', 'a.py', 'f(model="qwen-plus")\ng(\n'],
    ['a text is cut off that names nothing', 'a.py', 'a = "x\nf(model="qwen-plus")\n'],
    ['a closing bracket is too many', 'a.py', 'f(model="qwen-plus"))\n'],
    ['a here-document runs to the end', 'a.rb', 'x = <<~A\n  model: qwen-plus\n'],
  ])('is not said where %s', (_, path, text) => {
    expect(doubts(path, text)).toEqual([]);
  });
});
