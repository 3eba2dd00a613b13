import { describe, expect, it } from 'vitest';
import { walkers } from '../../../src/walkers/index.ts';
import { walk } from '../../../src/walkers/walk.ts';
import { documentOf } from '../source/read.ts';

/** What the walker of a file tells of it, in order: the place, what, and what the place makes of it. */
function told(path: string, text: string): string[] {
  const walker = walkers.find(({ files }) => files.test(path));
  if (!walker) throw new Error(`no walker reads ${path}`);
  return walk(walker, documentOf(path, text)).sightings.flatMap((one) => {
    if (one.kind !== 'model' && one.kind !== 'endpoint' && one.kind !== 'credential') return [];
    const { region, usage, context } = one.evidence;
    const what = one.kind === 'endpoint' ? one.url : one.name;
    return [`${region?.startLine}:${region?.startColumn} ${what} ${usage} ${context}`];
  });
}

describe('what a comment of a configuration takes out', () => {
  it.each([
    ['.env.example', '# DEEPSEEK_API_KEY=\n', '1:3 DEEPSEEK_API_KEY docs comment'],
    ['.env', '#LLM_MODEL=qwen-max\n', '1:12 qwen-max docs comment'],
    ['.env', 'A=1 # or https://api.deepseek.com/v1\n', '1:10 https://api.deepseek.com/v1 docs comment'],
    ['app.yaml', 'llm:\n  # model: deepseek-chat\n  model: x\n', '2:12 deepseek-chat docs comment'],
    ['app.toml', '# model = "qwen-plus"\n', '1:12 qwen-plus docs comment'],
    ['app.ini', '; model = deepseek-chat\n', '1:11 deepseek-chat docs comment'],
    ['main.tf', '// model = "Qwen/Qwen3-8B"\n', '1:13 Qwen/Qwen3-8B docs comment'],
    ['Dockerfile', 'FROM x\n# RUN ollama pull qwen3:8b\n', '2:19 qwen3:8b docs comment'],
    ['run.sh', 'python x.py # --model Qwen/Qwen3-8B\n', '1:23 Qwen/Qwen3-8B docs comment'],
    ['Makefile', '# MODEL ?= Qwen/Qwen3-8B\n', '1:12 Qwen/Qwen3-8B docs comment'],
  ])('is told as a comment: %s %s', (path, text, expected) => {
    expect(told(path, text)).toEqual([expected]);
  });

  it.each([
    ['app.yaml', '# we asked deepseek-chat once, and the qwen team\na: 1\n'],
    ['app.yaml', 'a: 1 # see deepseek-chat\n'],
    ['app.yaml', 'color: "x #qwen3-8b"\n'],
    ['run.sh', 'echo "use # Qwen/Qwen3-8B"\n'],
    ['app.toml', '# the minimax algorithm, minimax-search = "x"\n'],
    ['app.json', '{"a": 1}\n// deepseek-chat\n'],
    ['run.sh', '# DEEPSEEK_MODE=1\n'],
  ])('is not told where a sentence, a text or another name holds it: %s %s', (path, text) => {
    expect(told(path, text)).toEqual([]);
  });

  it('is told once, by the walker, where that reads the line', () => {
    expect(told('app.yaml', 'model: deepseek-chat # not qwen-max="x"\n')).toEqual(['1:8 deepseek-chat runtime value']);
  });

  it('is not searched for in lines and files of any length', () => {
    expect(told('.env', `# ${'x'.repeat(3000)} MODEL=qwen-max\n`)).toEqual([]);
    expect(told('.env', '# MODEL=qwen-max\n'.repeat(600))).toHaveLength(500);
  });
});

describe('what a comment of source code takes out', () => {
  it.each([
    ['a.py', '# model = Tongyi(model="qwen-max")\n', '1:25 qwen-max docs comment'],
    ['a.rs', '/// let c = Client::new().model("deepseek-chat");\nfn main() {}\n', '1:34 deepseek-chat docs comment'],
    ['a.ts', "// { id: 'kimi-latest', },\n", '1:11 kimi-latest docs comment'],
    ['a.py', '# was Qwen2.5-7B-Instruct before\n', '1:7 Qwen2.5-7B-Instruct docs comment'],
    ['a.py', '# see `DeepSeek-V3`\n', '1:8 DeepSeek-V3 docs comment'],
  ])('is told as a comment: %s %s', (path, text, expected) => {
    expect(told(path, text)).toEqual([expected]);
  });

  it.each([
    ['a.py', '# the "deepseek-chat" of last year\n'],
    ['a.py', '# attention as in DeepSeek-V3 and Qwen3-Next\n'],
    ['run.sh', '# tests Qwen3-Coder-Plus\n'],
    ['a.py', '# from qwen-agent import x\n'],
    ['a.ts', "// import x from 'deepseek-client/y'\n"],
    ['a.ts', "// t('title.qwen')\n"],
  ])('is not told where nothing is given it, or it is a part of something: %s %s', (path, text) => {
    expect(told(path, text)).toEqual([]);
  });
});
