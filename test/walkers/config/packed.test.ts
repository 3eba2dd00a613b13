// Several settings, or several names, in one text.
import { describe, expect, it } from 'vitest';
import { configWalkers } from '../../../src/walkers/config/index.ts';
import { documentOf } from '../source/read.ts';

function see(path: string, text: string): readonly string[] {
  const walker = configWalkers.find(({ files }) => files.test(path));
  return [...(walker?.read(documentOf(path, text)) ?? [])].flatMap((one) => {
    if (one.kind === 'endpoint') return [`endpoint ${one.url}`];
    if (one.kind !== 'model') return [];
    const { startLine, startColumn, endColumn } = one.evidence.region ?? { startLine: 1, startColumn: 1, endColumn: 1 };
    const place = (text.split('\n')[startLine - 1] ?? '').slice(startColumn - 1, endColumn - 1);
    const shown = place === one.name ? one.name : `${one.name} <${place}>`;
    return [[shown, one.endpoint && `at=${one.endpoint}`, one.provider && `by=${one.provider}`].filter(Boolean).join(' ')];
  });
}

describe('settings in one text', () => {
  it.each([
    ['.env', 'SPEC="key=k,alias=fast,upstream=deepseek-chat"\n', ['deepseek-chat']],
    ['.env', 'S=name=fast;model=qwen-plus;url=https://x.test/v1\n', ['qwen-plus at=https://x.test/v1']],
    ['.env', 'CS=Endpoint=http://localhost:11434;Model=qwen3:8b\n', ['qwen3:8b at=http://localhost:11434']],
    ['.env', 'F=provider=acme&model=deepseek-chat;provider=other&model=large-4\n', ['deepseek-chat by=acme']],
    [
      '.env',
      'S=one|https://api.deepseek.com|deepseek-chat\n',
      ['endpoint https://api.deepseek.com', 'deepseek-chat at=https://api.deepseek.com'],
    ],
    ['.env', 'S=acme|deepseek-chat\n', ['deepseek-chat by=acme']],
    ['a.yaml', 'args: ["--spec", "key=k,alias=fast,upstream=deepseek-chat"]\n', ['deepseek-chat']],
    ['a.sh', 'serve --backend name=a,provider=acme,model=deepseek-chat\n', ['deepseek-chat by=acme']],
  ])('%s: %s', (path, text, seen) => {
    expect(see(path, text).filter((one) => !/^(?:large-4|endpoint https?:\/\/(?:x|local))/.test(one))).toEqual(seen);
  });

  it.each([
    ['what a run makes', '.env', 'S=output_model=deepseek-x1,save_model=deepseek-x2\n'],
    ['a service behind another', '.env', 'S=name=a,upstream=https://example.test\n# deepseek\n'],
    ['a sentence', '.env', 'S="the word deepseek; and another, a=b"\n'],
  ])('are none of %s', (_, path, text) => {
    expect(see(path, text).filter((one) => !one.startsWith('endpoint https://example.test'))).toEqual([]);
  });
});

describe('names in one text', () => {
  it.each([
    ['CUSTOM_MODELS=-all,+deepseek-chat,+qwen-max', ['deepseek-chat', 'qwen-max']],
    ['DEEPSEEK_MODEL_LIST=-all,+deepseek-chat=DeepSeek V3<128000:fc>', ['deepseek-chat']],
    ['OPENAI_MODEL_LIST=+deepseek-chat->my-deployment=DeepSeek', ['deepseek-chat']],
    ['MODELS=fast=deepseek-chat,smart=qwen-max', ['deepseek-chat', 'qwen-max']],
    ['MODEL_MAP=gpt-4:deepseek-chat,gpt-3.5:qwen-turbo', ['deepseek-chat', 'qwen-turbo']],
    ['CHAIN=acme:deepseek-chat,other:large-1', ['deepseek-chat by=acme']],
    ['MODELS=llama3:8b,qwen3:8b', ['llama3:8b', 'qwen3:8b']],
  ])('%s', (line, seen) => {
    expect(see('.env', `${line}\n`)).toEqual(seen);
  });

  it.each([
    ['taken out', 'CUSTOM_MODELS=-deepseek-chat,-qwen-max'],
    ['ignored', 'THINK_IGNORE=deepseek-r1,qwen3'],
    ['a place', 'LOG_DIR=deepseek-r1,qwen3'],
    ['an address', 'X=https://a.test/deepseek,https://b.test/x'],
  ])('are not told where they are %s', (_, line) => {
    expect(see('.env', `${line}\n`).filter((one) => !one.startsWith('endpoint'))).toEqual([]);
  });
});
