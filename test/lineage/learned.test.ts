import { describe, expect, it } from 'vitest';
import { learnedNames, newlySeen } from '../../src/lineage/learned.ts';
import { resolve } from '../../src/lineage/resolve.ts';
import { places, scanFiles } from '../project.ts';
import { edge, evidence, model, origins } from './builders.ts';

const learned = (from: string, relation: Parameters<typeof edge>[1] = 'alias') =>
  learnedNames([edge(from, relation, 'Qwen/Qwen3-8B')], origins());

describe('a name that the tree gives to a model', () => {
  it.each(['team-fast', 'chat_v2', 'acme/chat', 'file:models/chat-v2'])('is learned: %s', (name) => {
    expect(learned(name)).toEqual([name.replace('file:', '')]);
  });

  it.each([
    ['a word', 'default'],
    ['a short name', 'ml-1'],
    ['the public name of another model', 'gpt-4o-mini'],
    ['such a name behind its provider', 'anthropic/claude-sonnet-4'],
    ['a variable', 'env:CHAT_MODEL'],
    ['a constant of a plain name in a file of a short one', 'symbol:a.rs#MODEL'],
    ['a name that the catalog knows anyway', 'qwen-plus'],
    ['the directory itself', 'file:.'],
  ])('is not learned: %s', (_, name) => {
    expect(learned(name)).toEqual([]);
  });

  it('leads to a model of the catalog, or is not learned', () => {
    expect(learnedNames([edge('team-fast', 'alias', 'gpt-4o')], origins())).toEqual([]);
  });

  it('is reported where it was not seen before', () => {
    const first = [model('team-fast', { evidence: evidence('a.yaml', 1) })];
    const again = [
      ...first,
      model('Team-Fast', { evidence: evidence('b.ts', 7) }),
      model('team-fast-2', { evidence: evidence('b.ts', 8) }),
    ];
    expect(newlySeen(again, first, ['team-fast'])).toEqual([again[1]]);
  });
});

describe('a constant that stands for a model', () => {
  const spelled = (symbol: string, more = {}) => {
    const where = { ...evidence(symbol.split('#')[0]), ...more };
    return learnedNames([edge(`symbol:${symbol}`, 'alias', 'Qwen/Qwen3-8B', where)], origins());
  };

  it.each([
    ['a.py#SUMMARY_MODEL', ['SUMMARY_MODEL']],
    ['app/config.py#MODEL', ['config import', 'config.MODEL', 'settings.MODEL']],
    ['src/constants.ts#config.model', ['/constants"', "/constants'", '/constants.js', 'config.model', 'constants.model']],
    ['internal/llm/names.go#Default', ['llm.Default']],
    ['llm/a.go#DefaultModel', ['llm.DefaultModel']],
    ['src/Names.java#MAIN', ['Names.*', 'Names.MAIN', 'Names::MAIN']],
  ])('is searched for as other files may write it: %s', (symbol, expected) => {
    expect(spelled(symbol)).toEqual(expected);
  });

  it('is not searched for where it is a test’s, or stands for another model', () => {
    expect(spelled('a.py#SUMMARY_MODEL', { usage: 'test' })).toEqual([]);
    expect(learnedNames([edge('symbol:a.py#SUMMARY_MODEL', 'alias', 'gpt-4o')], origins())).toEqual([]);
  });
});

describe('a directory with a model card', () => {
  const card = edge('file:models/chat', 'finetune', 'Qwen/Qwen3-8B', evidence('models/chat/README.md', 3));
  const from = (name: string, path: string) => resolve([card, model(name, { evidence: evidence(path) })], origins()).length;

  it('is found from the root and from where its path is written', () => {
    expect([from('models/chat', 'app.py'), from('./models/chat/', 'app.py'), from('../models/chat', 'src/app.py')]).toEqual([1, 1, 1]);
  });

  it('is not found under another path, nor outside the tree', () => {
    expect([from('chat', 'app.py'), from('../../models/chat', 'src/app.py'), from('/models/chat', 'app.py')]).toEqual([0, 0, 0]);
  });
});

describe('the second search', () => {
  const gateway = 'model_list:\n  - model_name: team-fast\n    litellm_params:\n      model: deepseek/deepseek-chat\n';

  it('finds the alias of a gateway in code that names no vendor', async () => {
    const code = "const reply = await client.chat.completions.create({ model: 'team-fast' });\n";
    const report = await scanFiles({ 'litellm.yaml': gateway, 'src/reply.ts': code });
    expect(places(report)).toContain('src/reply.ts:1 deepseek-endpoint');
  });

  it('does not take a longer name for it', async () => {
    const code = "const reply = await client.chat.completions.create({ model: 'team-faster' });\n";
    expect(places(await scanFiles({ 'litellm.yaml': gateway, 'src/reply.ts': code })).join()).not.toContain('src/');
  });
});
