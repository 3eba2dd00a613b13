import { describe, expect, it } from 'vitest';
import { places, scanFiles } from '../../project.ts';
import { brief } from './read.ts';

const uses = (path: string, text: string) => brief(path, text).filter((line) => /^model (?!qwen|deepseek)/.test(line));

describe('a table of other names', () => {
  it.each([
    ['a.py', 'ALIASES = {"r1": "deepseek/deepseek-r1"}\nask(model="r1")', 'model r1 argument model call=ask'],
    ['a.py', 'MODELS = {"r1": {"id": "deepseek-r1"}}\ndef f(model="r1"): pass', 'model r1 default model'],
    [
      'a.ts',
      "const modelMap = { reasoner: 'deepseek-reasoner' };\nchat({ model: 'reasoner' });",
      'model reasoner argument model call=chat',
    ],
    ['a.go', 'var aliases = map[string]string{"r1": "deepseek-r1"}\nvar q = R{Model: "r1"}', 'model r1 argument q.Model call=R'],
    ['a.rb', 'ALIASES = { "v3" => "deepseek-v3" }\nchat(model: "v3")', 'model v3 argument model call=chat'],
    ['a.php', '<?php $aliases = ["r1" => "deepseek-r1"]; chat(["model" => "r1"]);', null],
  ])('is followed in its file %s: %s', (path, text, expected) => {
    if (expected === null) expect(brief(path, text).join()).toContain('aliases["r1"] -> deepseek-r1');
    else expect(uses(path, text)).toEqual([expected]);
  });

  it.each([
    ['settings', 'a.py', 'SETTINGS = {"r1": "deepseek-r1"}\nask(model="r1")'],
    ['another keyword', 'a.py', 'ALIASES = {"r1": "deepseek-r1"}\nask(route="r1")'],
    ['a comparison', 'a.py', 'ALIASES = {"r1": "deepseek-r1"}\nif model == "r1": pass'],
    ['what a row says of a model', 'a.py', 'MODELS = {"default": "deepseek-r1"}\nask(model="default")'],
    ['a longer name', 'a.py', 'ALIASES = {"r1": "deepseek-r1"}\nask(model="r1-x")'],
  ])('is not followed for %s', (_, path, text) => {
    expect(uses(path, text)).toEqual([]);
  });

  it('is followed through the tree where its names can mean nothing else', async () => {
    const use = 'reply = client.create(model="team-r1")\n';
    const table = (name: string) => ({ 'names.py': `${name} = {"team-r1": "deepseek-reasoner"}\n`, 'app.py': use });
    expect(places(await scanFiles(table('MODEL_ALIASES'))).map((place) => place.split(' ')[0])).toContain('app.py:1');
    expect(places(await scanFiles(table('WEIGHTS'))).map((place) => place.split(' ')[0])).not.toContain('app.py:1');
  });

  it('tells the way from the name to the model', async () => {
    const report = await scanFiles({ 'a.py': 'ALIASES = {"r1": "deepseek-reasoner"}\nask(model="r1")\n' });
    const used = report.inventory.find(({ reference }) => reference.kind === 'model' && reference.name === 'r1');
    expect(used?.lineage.map(({ to }) => to)).toEqual(['symbol:a.py#ALIASES["r1"]', 'deepseek-reasoner']);
  });
});
