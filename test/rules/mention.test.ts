import { describe, expect, it } from 'vitest';
import { scanFiles } from '../project.ts';

async function messageOf(path: string, text: string): Promise<string> {
  const { findings } = await scanFiles({ [path]: text });
  return findings.map(({ message }) => message).join('\n');
}

describe('what is said of a place that only names a model', () => {
  it.each([
    ['app/a.py', '# we may try qwen3-max-preview here'],
    ['app/a.py', 'if model == "qwen-max":\n    pass'],
    ['docs/guide.md', 'Choose `qwen-max` in the menu.'],
  ])('is no advice about a call: %s', async (path, text) => {
    expect(await messageOf(path, text)).toContain('only names it');
  });

  it.each([
    ['app/a.py', 'client.create(model="qwen-max")'],
    ['docs/guide.md', '```sh\naider --model qwen-max\n```'],
  ])('is advice where it is called: %s', async (path, text) => {
    expect(await messageOf(path, text)).toContain('it is not known who answers');
  });
});
