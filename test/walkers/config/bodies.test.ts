// Bodies of requests that are no plain JSON, and variables that say whose key another variable is given.
import { describe, expect, it } from 'vitest';
import { scanFiles } from '../../project.ts';

const seen = async (path: string, text: string) => {
  const { inventory } = await scanFiles({ [path]: text });
  return inventory.flatMap(({ reference, identity }) =>
    reference.kind === 'model' || reference.kind === 'credential' ? [`${reference.name} ${identity.operator?.id ?? '-'}`] : [],
  );
};

const node = (body: string) =>
  JSON.stringify({ nodes: [{ type: 'n8n-nodes-base.httpRequest', parameters: { url: 'https://api.deepseek.com/chat', jsonBody: body } }] });

describe('the body of a request', () => {
  it.each([
    ['an expression of n8n', 'flow.json', node('={\n  "model": "deepseek-chat",\n  "max": {{ $json.max }}\n}'), ['deepseek-chat deepseek']],
    ['a filter of jq', 'run.sh', 'jq -n --arg c "$TEXT" \'{ model: "qwen-max", input: $c }\' > r.json\n', ['qwen-max alibaba']],
    [
      'JSON with a variable in it',
      'run.sh',
      'curl https://api.moonshot.cn/v1/chat -d \'{"model": "kimi-k2.6", "n": \'$N\'}\'\n',
      ['kimi-k2.6 moonshot'],
    ],
    [
      'JSON with another key',
      'run.sh',
      'curl https://api.moonshot.cn/v1 \\\n  -d \'{"model_name": "kimi-k2.6", "n": 1}\' | jq .\n',
      ['kimi-k2.6 moonshot'],
    ],
    ['JSON in JSON', 'run.sh', 'curl https://api.moonshot.cn/v1 -d \'{"chat": {"llm_model": "kimi-k2.6"}}\'\n', ['kimi-k2.6 moonshot']],
    [
      'JSON in a variable',
      'run.sh',
      'BODY=\'{"model": "deepseek-chat", "n": 1}\'\ncurl http://acme.test -d "$BODY"\n',
      ['deepseek-chat deepseek'],
    ],
    [
      'JSON whose model nobody knows, at a vendor',
      'run.sh',
      'curl -sSL --location https://api.deepseek.com/v1 -d \'{"model": "our-own"}\'\n',
      ['our-own deepseek'],
    ],
    ['what Ollama is to load', 'run.sh', 'curl https://o.$D/api/pull -d \'{"name": "qwen3:4b"}\'\n', ['qwen3:4b -']],
    ['JSON on lines of its own', 'run.sh', 'DATA=\'{\n  "llm": {\n    "modelName": "qwen3:0.6b"\n  }\n}\'\n', ['qwen3:0.6b -']],
    ['JSON with quotes escaped', 'run.sh', 'DATA="{\\"model\\": \\"deepseek-chat\\", \\"n\\": $N}"\n', ['deepseek-chat deepseek']],
  ])('names its model: %s', async (_, path, text, expected) => {
    expect(await seen(path, text)).toEqual(expected);
  });

  it('names who answers for each name of a channel that it makes', async () => {
    const at = async (channel: string) => {
      const text = `curl https://gate.acme.test/api/channel -d '{"channel": ${channel}}'\n`;
      const { inventory } = await scanFiles({ 'run.sh': text });
      return inventory.map(({ reference: { evidence, ...reference } }) => [
        reference.kind === 'model' && reference.name,
        text.slice((evidence.region?.startColumn ?? 0) - 1, (evidence.region?.endColumn ?? 0) - 1),
      ]);
    };
    expect(await at('{"model_mapping": {"gpt-4o": "qwen3-max"}}')).toEqual([['qwen3-max', 'qwen3-max']]);
    expect(await at('{"model_mapping": "{\\"gpt-4o\\": \\"qwen3-max\\"}"}')).toEqual([['qwen3-max', 'qwen3-max']]);
    expect(await at('{"model_notes": {"gpt-4o": "qwen3-max"}}')).toEqual([]);
    expect(await at('{"model_mapping": "{\\"gpt-4o\\": \\"slower than qwen3-max\\"}"}')).toEqual([]);
  });

  it('says where a name stands between escaped quotes', async () => {
    const text = 'DATA="{\\"model\\": \\"deepseek-chat\\"}"\n';
    const { inventory } = await scanFiles({ 'run.sh': text });
    const at = text.indexOf('deepseek-chat') + 1;
    expect(inventory.map(({ reference }) => reference.evidence.region)).toMatchObject([
      { startLine: 1, startColumn: at, endLine: 1, endColumn: at + 'deepseek-chat'.length },
    ]);
  });

  it.each([
    ['run.sh', 'curl http://acme.test -d \'{"text": "deepseek-chat", "title": "kimi-k2.6"}\'\n'],
    ['run.sh', 'jq \'{ name: .model, note: "after deepseek-chat" }\' r.json\n'],
    ['run.sh', 'DATA=\'{"text": "deepseek-chat is slow", "title": "kimi-k2.6 and others"}\'\n'],
    ['flow.json', node('={ "text": "deepseek-chat is slow" }').replace('https://api.deepseek.com/chat', 'https://acme.test')],
  ])('says nothing of what it only mentions: %s', async (path, text) => {
    expect(await seen(path, text)).toEqual([]);
  });
});

describe('a key of somebody else’s name', () => {
  it('is whose the variable says that it is given', async () => {
    expect(await seen('run.sh', 'export ANTHROPIC_API_KEY=$DEEPSEEK_PROD_API_KEY\n')).toEqual(['DEEPSEEK_PROD_API_KEY -']);
    expect(await seen('run.sh', ': "${DASHSCOPE_APPS_API_KEY:=}"\n')).toEqual(['DASHSCOPE_APPS_API_KEY -']);
    expect(await seen('run.sh', 'export ANTHROPIC_API_KEY=$OTHER_API_KEY # not deepseek\n')).toEqual([]);
  });

  it('also beside an address that another variable holds', async () => {
    const set = (url: string, key: string) => `set -gx ANTHROPIC_BASE_URL ${url}\nset -gx ANTHROPIC_API_KEY ${key}\n`;
    expect(await seen('a.fish', set('$CC_URL_KIMI', '$CC_API_KEY_KIMI'))).toEqual(['CC_API_KEY_KIMI -']);
    expect(await seen('a.fish', set('$CC_URL_KIMI', '$CC_API_KEY'))).toEqual([]);
    expect(await seen('a.fish', set('https://api.deepseek.com/anthropic', '$CC_API_KEY_KIMI'))).toEqual(['ANTHROPIC_API_KEY deepseek']);
  });
});
