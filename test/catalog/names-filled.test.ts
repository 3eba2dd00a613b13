// Names of which a part is computed: whose they are while the model is open.
import { describe, expect, it } from 'vitest';
import { identify } from '../../src/catalog/identify.ts';
import { scanFiles } from '../project.ts';
import { catalog } from './own.ts';

describe('a name of which a part is computed', () => {
  it.each([
    ['deepseek-*', 'deepseek'],
    ['qwen2.5-*', 'alibaba'],
    ['qwen*-max', 'alibaba'],
    ['qwen3:*', 'alibaba'],
    ['qwen2.5:*b', 'alibaba'],
    ['moonshot-v1-*k', 'moonshot'],
    ['kimi-k2*', 'moonshot'],
  ])('says whose it is where a model is expected: %s', (name, vendor) => {
    expect(identify(catalog, name, { expected: true })).toMatchObject({ outcome: 'identified', vendor, model: name, certainty: 'weak' });
  });

  it.each(['minimax-*', 'kimi-*', 'moonshot-*', 'notqwen-*', 'deepseeker-*', 'gpt-*', '*-chat', '*', 'deepseek_chat.*', 'qwen.*'])(
    'is nobody’s where it may be anybody’s: %s',
    (name) => {
      expect(identify(catalog, name, { expected: true })).not.toMatchObject({ outcome: 'identified' });
    },
  );
});

describe('a name that is put together in code', () => {
  const told = async (path: string, text: string) => {
    const { inventory } = await scanFiles({ [path]: text });
    return inventory.flatMap(({ reference }) => (reference.kind === 'model' ? [reference.name] : []));
  };

  it.each([
    ['a.py', 'client.chat.completions.create(model=f"deepseek-{kind}")', 'deepseek-*'],
    ['a.py', 'client.chat.completions.create(model="qwen2.5-%s-instruct" % size)', 'qwen2.5-*-instruct'],
    ['a.py', 'model_name = "moonshot-v1-" + size', 'moonshot-v1-*'],
    ['a.ts', 'generateText({ model: openai(`deepseek-${kind}`) });', 'deepseek-*'],
    ['a.go', 'req := openai.Request{Model: fmt.Sprintf("qwen-%s", tier)}', 'qwen-*'],
    ['a.rb', 'client.chat(model: "qwen3:#{size}")', 'qwen3:*'],
  ])('is told with what is open: %s %s', async (path, text, name) => {
    expect(await told(path, `${text}\n`)).toEqual([name]);
  });

  it.each([
    ['a.ts', 'const cls = `qwen-${size}`;'],
    ['a.ts', 'el.className = `deepseek-${tone}`;'],
    ['a.ts', 'play({ model: `minimax-${depth}` });'],
    ['a.ts', 'const modelFile = `${dir}/qwen-${i}.json`;'],
    ['a.py', 'log = logging.getLogger(f"deepseek_chat.{name}")'],
    ['a.py', 'path = f"qwen-{run}"'],
  ])('is not told where it is the name of something else: %s %s', async (path, text) => {
    expect(await told(path, `${text}\n`)).toEqual([]);
  });
});
