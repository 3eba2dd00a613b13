// Templates and examples of every language that is read, and their near misses.
import { describe, expect, it } from 'vitest';
import { scanFiles } from '../../project.ts';

const told = async (path: string, text: string) => (await scanFiles({ [path]: text })).inventory.map(({ reference }) => reference.kind);

describe('source code that is filled in', () => {
  it.each([
    ['ask.py.j2', '{% if x %}\nmodel = "deepseek-chat"\n{% endif %}\n'],
    ['init.vim.tmpl', "let model = 'deepseek-chat'\n"],
    ['ask.pl.in', 'my $model = "deepseek-chat";\n'],
    ['Ask.fs.example', 'let model = "deepseek-chat"\n'],
  ])('is read as what it becomes: %s', async (path, text) => {
    expect(await told(path, text)).toEqual(['model']);
  });

  it.each(['ask.pyx.png', 'ask.py.swp', 'notes.unknown.tmpl'])('is not %s', async (path) => {
    expect(await told(path, 'model = "deepseek-chat"\n')).toEqual([]);
  });
});
