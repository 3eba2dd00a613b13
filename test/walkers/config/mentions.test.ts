// Names within texts that are none themselves: only what can be nothing else counts.
import { describe, expect, it } from 'vitest';
import { scanFiles } from '../../project.ts';

const told = async (path: string, text: string) => {
  const { inventory } = await scanFiles({ [path]: text });
  return inventory.flatMap(({ reference }) => (reference.kind === 'model' ? [reference.name] : []));
};

describe('a name within a text', () => {
  it.each([
    ['w.yaml', 'steps:\n  - script: |\n      answer = ask(\n        model="deepseek-chat",\n      )\n', 'deepseek-chat'],
    ['w.yaml', 'notes:\n  - uses Qwen/Qwen3-8B for answers\n', 'Qwen/Qwen3-8B'],
    ['a.yaml', 'note:\n  - copy /c/models--Qwen--Qwen3-8B/snapshots/6a6f4aa there\n', '/c/models--Qwen--Qwen3-8B/snapshots/6a6f4aa'],
    ['a.yaml', "conf: |\n  a: 1,\n  fallbacks: ['openrouter/deepseek/deepseek-chat'],\n", 'openrouter/deepseek/deepseek-chat'],
    ['a.ts', 'const page = html`<pre>\n  new Model({ model: "deepseek-reasoner" })\n</pre>`;\n', 'deepseek-reasoner'],
    ['a.py', 'CODE = """\nm = load("Qwen/Qwen3-0.6B")\n"""\n', 'Qwen/Qwen3-0.6B'],
    ['a.go', 'const s = `\nserve Qwen/Qwen2.5-7B-Instruct now\n`\n', 'Qwen/Qwen2.5-7B-Instruct'],
  ])('is told where it can be nothing else: %s %s', async (path, text, name) => {
    expect(await told(path, text)).toEqual([name]);
  });

  it.each([
    ['w.yaml', 'notes:\n  - we like qwen3 and deepseek-chat much\n'],
    ['w.yaml', 'script: |\n  theme = "qwen-dark-2"\n  title: qwen-dark-2\n'],
    ['run.sh', 'M=("Qwen/Qwen2.5-7B is loaded")\necho "use Qwen/Qwen3-8B"\n'],
    ['w.yaml', 'description: uses Qwen/Qwen3-8B for answers\n'],
    ['w.yaml', 'on: merge of origin/qwen-2.5 into main\n'],
    ['a.json', '{"log": "asked Qwen/Qwen3-8B again"}\n'],
    ['locales/de.yaml', 'hint2: zum Beispiel Qwen/Qwen3-8B\n'],
    ['a.py', 'print("loading Qwen/Qwen3-8B now")\n'],
    ['a.py', 'assert reply == "I am Qwen/Qwen3-8B, hello"\n'],
    ['a.py', 'S = """\nsee src/qwen-2/index and docs/Qwen-notes\n"""\n'],
    ['a.ts', 'const label = { title: "Runs Qwen/Qwen3-8B at home" };\n'],
  ])('is not told where it may be something else, or is only shown: %s %s', async (path, text) => {
    expect(await told(path, text)).toEqual([]);
  });
});

describe('a key that a script asks for', () => {
  const keys = async (line: string) => {
    const { inventory } = await scanFiles({ 'run.sh': `${line}\n` });
    return inventory.flatMap(({ reference }) => (reference.kind === 'credential' ? [reference.name] : []));
  };

  it.each([
    'if [ -z "$DEEPSEEK_API_KEY" ]; then exit 1; fi',
    '[[ -n $DEEPSEEK_API_KEY ]] || exit 1',
    'test -z "${DEEPSEEK_API_KEY}" && exit 1',
  ])('is told: %s', async (line) => {
    expect(await keys(line)).toEqual(['DEEPSEEK_API_KEY']);
  });

  it.each(['if [ -z "$DEEPSEEK_MODE" ]; then exit 1; fi', '[ -f "$DEEPSEEK_API_KEY_FILE.txt" ]'])('is none: %s', async (line) => {
    expect(await keys(line)).toEqual([]);
  });
});

describe('an address within a sentence', () => {
  const told = async (path: string) => {
    const { inventory } = await scanFiles({ [path]: '{"hint": "Get a key at https://api.moonshot.cn first"}\n' });
    return inventory.length;
  };

  it('is told in a configuration, and not where a program shows it in another language', async () => {
    expect([await told('config.json'), await told('_locales/de/messages.json'), await told('src/i18n/fr.json')]).toEqual([1, 0, 0]);
  });
});
