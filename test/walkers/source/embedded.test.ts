// Files that stand in the code as texts, each value with its place in the code.
import { describe, expect, it } from 'vitest';
import { brief, covered, read } from './read.ts';

const see = (path: string, text: string) => brief(path, text).filter((line) => line.startsWith('model'));

describe('a file in a text', () => {
  it.each([
    [
      'a.js',
      'const t = `\nmodel = "qwen-max"\nbase_url = "https://api.deepseek.com/v1"\n`;',
      ['t.model call= at=https://api.deepseek.com/v1'],
    ],
    ['a.js', 'fs.write(`\nllm:\n  model: qwen-max\nfallback:\n  - qwen-max\n`);', ['llm.model call=', 'fallback.[0] call=']],
    ['a.py', 'C = """\n[llm]\nmodel = "qwen-max"\n[[models]]\nname = "qwen-max"\n"""', ['C.llm.model call=', 'C.models.[0].name call=']],
    ['a.py', 'E = """\n# settings\nMODEL_NAME=qwen-max\n"""', ['E.MODEL_NAME call=']],
    ['a.rb', 'c = <<~YAML\n  llm:\n    model: qwen-max\nYAML', ['llm.model call=']],
    ['a.php', '<?php $x = <<<JSON\n{"llm": {"model": "qwen-max"}}\nJSON;', ['llm.model call=']],
    ['a.go', 'var c = `\nllm:\n  model: qwen-max\n`', ['c.llm.model call=']],
  ])('is read in %s: %s', (path, text, expected) => {
    expect(see(path, text).map((line) => line.replace(/^model qwen-max \w+ (\S+)/, '$1 call=').replace(/ by=\S+/, ''))).toEqual(expected);
  });

  it('may be what a model is made from, or a program', () => {
    expect(see('a.py', 'm = f"""\nFROM qwen2.5:7b\nSYSTEM {x}\n"""')).toEqual(['model qwen2.5:7b entry m call=ollama create']);
    expect(see('a.js', 'const s = `#!/bin/bash\nollama pull qwen3:8b\n`;')).toEqual(['model qwen3:8b command s call=ollama pull']);
  });

  it.each([
    ['a.py', 'P = """You are Qwen.\nmodel: the one that answers\nmodel deepseek, answer!"""'],
    ['a.py', 'P = """\nFROM kimi-2\nTO anna\n"""'],
    ['a.py', 'P = """\ntitle: qwen-dark-2\nauthor: kimi\n"""'],
    ['a.js', 'console.log(`\nmodel: qwen-max\n`);'],
  ])('says nothing in %s: %s', (path, text) => {
    expect(see(path, text)).toEqual([]);
  });

  it('is told where it stands', () => {
    const text = 'const t = `\n  llm:\n    model: "qwen-max"\n    name: \\u0071wen-plus\n  models: [deepseek-chat]\n`;';
    expect(read('a.js', text).map((one) => covered(one, text))).toEqual(['qwen-max', '\\u0071wen-plus', 'deepseek-chat']);
  });
});
