import { describe, expect, it } from 'vitest';
import { config } from '../../../src/walkers/config/config.ts';
import { battery, coveredBy, linesSeen, read } from '../battery.ts';

const KEY = 'sk-0123456789abcdef0123456789abcdef'.replace('0123456789', '9f31c07d52');
const YAML = `llm:
  provider: deepseek
  model: deepseek-chat
  base_url: https://api.deepseek.com/v1
  api_key: \${DEEPSEEK_API_KEY}
embedding: { model_name: "Qwen/Qwen3-Embedding-0.6B" }
chat_model: \${CHAT_MODEL:-qwen-max}
other: qwen2.5-coder:7b
note: we compared it with qwen2.5 last year
page: see https://api.moonshot.cn/v1 for more
`;

battery(config, { path: 'conf/app.yaml', text: YAML });

describe('a value', () => {
  it('is read by its key, its neighbours and its looks', () => {
    expect(linesSeen(config, 'app.yaml', YAML)).toEqual([
      'model deepseek-chat provider=deepseek endpoint=https://api.deepseek.com/v1',
      'endpoint https://api.deepseek.com/v1',
      'credential DEEPSEEK_API_KEY endpoint=https://api.deepseek.com/v1',
      'model Qwen/Qwen3-Embedding-0.6B',
      'model qwen-max',
      'model ${CHAT_MODEL}',
      'edge ${CHAT_MODEL} alias env:CHAT_MODEL',
      'model qwen2.5-coder:7b',
      'endpoint https://api.moonshot.cn/v1',
    ]);
  });

  it('is placed exactly', () => {
    for (const one of read(config, 'app.yaml', YAML)) {
      const covered = coveredBy(YAML, one);
      if (one.kind === 'model' && !one.partial) expect(covered).toBe(one.name);
      if (one.kind === 'endpoint') expect(covered).toBe(one.url);
      if (one.kind === 'credential') expect(covered).toBe(one.name);
    }
  });

  it('of a credential is never kept', () => {
    const seen = read(config, 'app.json', JSON.stringify({ deepseek: { api_key: KEY, base_url: 'https://api.deepseek.com' } }));
    expect(JSON.stringify(seen)).not.toContain(KEY.slice(5, 20));
    expect(seen.map((one) => one.kind)).toEqual(['credential', 'endpoint']);
  });
});

const CASES: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    'camel-cased keys',
    'a.json',
    '{"modelId": "qwen-max", "baseURL": "https://dashscope.aliyuncs.com/v1"}',
    ['model qwen-max endpoint=https://dashscope.aliyuncs.com/v1', 'endpoint https://dashscope.aliyuncs.com/v1'],
  ],
  ['settings in one text', 'a.yaml', 'model_args: "pretrained=Qwen/Qwen2.5-VL-3B,device_map=auto"\n', ['model Qwen/Qwen2.5-VL-3B']],
  [
    'TOML',
    'a.toml',
    'model = "deepseek-v4-pro"\n[model_providers.ds]\nbase_url = "https://api.deepseek.com/v1"\nenv_key = "DEEPSEEK_API_KEY"\n',
    ['model deepseek-v4-pro', 'endpoint https://api.deepseek.com/v1', 'credential DEEPSEEK_API_KEY endpoint=https://api.deepseek.com/v1'],
  ],
  [
    'INI',
    'a.ini',
    '[llm]\nmodel = kimi-k2.6\nurl = https://api.moonshot.ai/v1\n',
    ['model kimi-k2.6 endpoint=https://api.moonshot.ai/v1', 'endpoint https://api.moonshot.ai/v1'],
  ],
  [
    'properties',
    'application.properties',
    'spring.ai.deepseek.base-url=https://api.deepseek.com\nspring.ai.deepseek.chat.options.model=deepseek-chat\n',
    [
      'endpoint https://api.deepseek.com',
      'edge env:spring.ai.deepseek.base-url alias https://api.deepseek.com',
      'model deepseek-chat provider=deepseek endpoint=https://api.deepseek.com',
      'edge env:spring.ai.deepseek.chat.options.model alias deepseek-chat',
    ],
  ],
  ['a list of models', 'a.yml', 'models:\n  - qwen-max\n  - id: deepseek-chat\n', ['model qwen-max', 'model deepseek-chat']],
  [
    'keys that are models',
    'a.json',
    '{"provider": {"corp": {"models": {"Pro/deepseek-ai/DeepSeek-V3.2": {}}}}}',
    ['model Pro/deepseek-ai/DeepSeek-V3.2 provider=corp'],
  ],
  [
    'an environment of pairs',
    'a.yaml',
    'env:\n- name: QWEN_MODEL\n  value: qwen-plus\n- name: OPENAI_BASE_URL\n  value: https://api.deepseek.com\n',
    [
      'model qwen-plus provider=qwen',
      'edge env:QWEN_MODEL alias qwen-plus',
      'endpoint https://api.deepseek.com',
      'edge env:OPENAI_BASE_URL alias https://api.deepseek.com',
    ],
  ],
  [
    'a command',
    'a.yaml',
    'run: vllm serve Qwen/Qwen3-8B --served-model-name assistant --revision abc --trust-remote-code\n',
    ['model Qwen/Qwen3-8B call=vllm serve', 'edge assistant alias Qwen/Qwen3-8B'],
  ],
  ['an argument list', 'a.yaml', 'command: ["--model", "Qwen/Qwen3-8B"]\n', ['model Qwen/Qwen3-8B']],
  ['JSON within a string', 'a.json', '{"body": "{\\"model\\": \\"qwen-max\\"}"}', ['model qwen-max']],
  ['an unknown key', 'a.yaml', 'whatever: deepseek-r1\n', ['model deepseek-r1']],
  ['a secret behind a name', 'a.yaml', 'secrets: [DEEPSEEK_API_KEY]\n', ['credential DEEPSEEK_API_KEY']],
  ['a partial name', 'a.yaml', 'model: Qwen/Qwen3-${SIZE}B\n', ['model Qwen/Qwen3-*B']],
];

describe('the generic walker reads', () => {
  it.each(CASES)('%s', (_, path, text, lines) => {
    expect(linesSeen(config, path, text)).toEqual(lines);
  });
});

const MISSES: readonly (readonly [string, string, string])[] = [
  ['prose', 'a.yaml', 'description: The kimi team compared qwen and deepseek yesterday\n'],
  ['a hash', 'a.json', '{"integrity": "sha512-abcQwenAbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefABCDEFqwenqwenqwen"}'],
  ['a source file', 'a.json', '{"main": "src/minimax.js", "files": ["kimi.py", "./lib/deepseek.ts"]}'],
  ['settings that hold none', 'a.yaml', 'gen_args: "output_dir=qwen2.5-out,until=qwen3"\n'],
  ['a switch', 'a.yaml', 'DEEPSEEK_ENABLED: true\nuse_qwen: false\n'],
  ['an empty model', 'a.yaml', 'model: null # not qwen\nllm: none\nmodels: []\n'],
  ['an unrelated address', 'a.yaml', 'homepage: https://example.com\nname: kimi\n'],
  ['what a menu shows', 'a.yaml', 'modelDisplayLabel: "tencent:Deepseek"\ntitle: my:kimi\n'],
  ['an e-mail address', 'a.yaml', 'author: kimi@example.com\n'],
];

describe('the generic walker passes over', () => {
  it.each(MISSES)('%s', (_, path, text) => {
    expect(linesSeen(config, path, text).filter((line) => line !== 'model kimi')).toEqual([]);
  });
});

describe('a token', () => {
  it('of a name of its own is not for the address beside it, where there are several', () => {
    const lines = (text: string) => linesSeen(config, 'a.ini', text).filter((line) => line.startsWith('credential'));
    const several = '[x]\nBASE_URL=https://api.deepseek.com\nAPI_KEY=a\nGITHUB_TOKEN=b\nOPENAI_API_KEY=c\n';
    expect(lines(several)).toEqual([
      'credential API_KEY endpoint=https://api.deepseek.com',
      'credential OPENAI_API_KEY endpoint=https://api.deepseek.com',
    ]);
    expect(lines('[x]\nBASE_URL=https://api.deepseek.com\nACME_TOKEN=b\n')).toEqual([
      'credential ACME_TOKEN endpoint=https://api.deepseek.com',
    ]);
  });
});

describe('a variable that is set elsewhere', () => {
  const keys = (path: string, text: string) =>
    read(config, path, text).flatMap((one) => (one.kind === 'credential' ? [`${one.name} ${one.shape === null}`] : []));

  it.each([
    ['app.json', '{"env":{"DEEPSEEK_API_KEY":{"description":"the key","required":true}}}'],
    ['a.yaml', 'environment:\n  - DEEPSEEK_API_KEY\n  - MODE=fast\n'],
    ['a.yaml', 'environment:\n  - MODE=fast\n  - DEEPSEEK_API_KEY\n'],
  ])('is told in %s: %s', (path, text) => {
    expect(keys(path, text)).toEqual(['DEEPSEEK_API_KEY true']);
  });

  it.each([
    ['a.json', '{"routes":{"DEEPSEEK_API_KEY":{"handler":"show","method":"GET"}}}'],
    ['a.yaml', 'environment:\n  - DEEPSEEK_TIMEOUT\n  - MODE=fast\n'],
  ])('is none in %s: %s', (path, text) => {
    expect(keys(path, text)).toEqual([]);
  });
});

describe('usage', () => {
  const usages = (text: string) => read(config, 'a.json', text).map((one) => (one.kind === 'notice' ? one.kind : one.evidence.usage));

  it('takes what a program says in one language for texts', () => {
    const text = '{"deepSeekApiKey": "DeepSeek API-Schlüssel", "hint": {"placeholder": "deepseek-v3.1"}}';
    const seen = (path: string) =>
      read(config, path, text).map((one) => (one.kind === 'notice' ? one.code : `${one.kind} ${one.evidence.usage}`));
    for (const path of ['src/i18n/locales/de/settings.json', 'src/locale/zh-CN/openai.json', 'i18n/pt_BR.json', 'locales/de.json'])
      expect(seen(path)).toEqual(['model docs']);
    for (const path of ['src/de/settings.json', 'i18n/settings.json', 'locales/translate/settings.json'])
      expect(seen(path)).toEqual(['credential runtime', 'model runtime']);
  });

  it('takes no key of a translation for a model', () => {
    const text = '{"providers-deepseek-name": "Deepseek", "hint": "qwen3-8b"}';
    const seen = (path: string) => read(config, path, text).map((one) => (one.kind === 'model' ? one.name : one.kind));
    expect(seen('src/locales/de.json')).toEqual(['qwen3-8b']);
    expect(seen('src/names/de.json')).toEqual(['providers-deepseek-name', 'qwen3-8b']);
  });

  it('reads the name beside a provider as the model where models are listed under keys', () => {
    const entry = '{ "title": "Big", "name": "qwen3:30b", "provider": "ollama" }';
    const seen = (text: string) =>
      read(config, 'a.json', text).map((one) => (one.kind === 'model' ? `${one.name} ${one.provider}` : one.kind));
    expect(seen(`{ "models": { "qwen3-30b": ${entry} } }`)).toContain('qwen3:30b ollama');
    expect(seen(`{ "models": { "big": { "id": "qwen3:8b", "name": "qwen3-label", "provider": "ollama" } } }`)).toEqual(['qwen3:8b ollama']);
    expect(seen(`{ "buckets": { "big": { "name": "qwen3-30b-docs", "provider": "aws" } } }`)).toEqual(['qwen3-30b-docs aws']);
  });

  it('tells a catalogue from a choice', () => {
    const many = Array.from({ length: 25 }, (_, index) => ({ id: `qwen-${index}`, context_window: 8192 }));
    expect(new Set(usages(JSON.stringify({ data: many })))).toEqual(new Set(['catalogue']));
    expect(new Set(usages(JSON.stringify({ data: many.slice(0, 3) })))).toEqual(new Set(['runtime']));
  });

  it('tells a roll of models of many makers, and a directory of providers', () => {
    const makers = ['gpt-4o', 'claude-3', 'gemini-1', 'mistral-2', 'llama-3', 'grok-2', 'qwen-max', 'deepseek-chat'];
    const roll = [...makers, ...makers.map((name) => `${name}-b`)].map((id) => ({ id, name: id.toUpperCase() }));
    expect(new Set(usages(JSON.stringify(roll)))).toEqual(new Set(['catalogue']));
    expect(new Set(usages(JSON.stringify(roll.map((row) => ({ ...row, api_key: 'x' })))))).toEqual(new Set(['runtime']));
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'deepseek'];
    const directory = Object.fromEntries(names.map((name) => [name, { baseUrl: `https://api.${name}.com/v1` }]));
    expect(new Set(usages(JSON.stringify({ providers: directory })))).toEqual(new Set(['catalogue']));
    const own = names.map((name) => ({ 'base-url': `https://api.${name}.com/v1`, 'api-key-entries': [{ 'api-key': 'x' }] }));
    expect(new Set(usages(JSON.stringify({ upstreams: own })))).toEqual(new Set(['runtime']));
  });

  it('tells models with their facts below many providers', () => {
    const drawer = Object.fromEntries(['a', 'b', 'c', 'd', 'qwen3-embedding-4b'].map((name) => [name, { dimension: 1024 }]));
    const cabinet = Object.fromEntries(['one', 'two', 'three', 'four', 'five'].map((name) => [name, drawer]));
    expect(new Set(usages(JSON.stringify({ indexModels: cabinet })))).toEqual(new Set(['catalogue']));
    const chosen = Object.fromEntries(Object.keys(cabinet).map((name) => [name, { 'qwen3-embedding-4b': { apiKey: 'x' } }]));
    expect(new Set(usages(JSON.stringify({ indexModels: chosen })))).toEqual(new Set(['runtime']));
  });

  it('tells the nodes of a workflow, however many they are and whatever their ids, from a table', () => {
    const digits = '0123456789abcdef';
    const ids = Array.from({ length: 30 }, (_, index) => `${digits.slice(index % 16)}${digits}`.slice(0, 8));
    const nodes = ids.map((id) => ({ id: `${id}-0000-4000-8000-000000000000`, name: 'Chat Model', parameters: { model: 'qwen-max' } }));
    expect(new Set(usages(JSON.stringify({ nodes })))).toEqual(new Set(['runtime']));
    const placed = ids.map((id, index) => ({ id: `gpt${id}-${'abcdefghij'[index % 10]}x`, position: [0, index], model: 'qwen-max' }));
    expect(new Set(usages(JSON.stringify({ nodes: placed })))).toEqual(new Set(['runtime']));
  });

  it('tells a deny-list', () => {
    expect(usages('{"blocked_models": ["deepseek-chat"], "models": ["qwen-max"]}')).toEqual(['denylist', 'runtime']);
  });
});

describe('a template', () => {
  const helm = `{{- if .Values.enabled }}
env:
  - name: MODEL
    value: {{ .Values.model | default "Qwen/Qwen3-8B" | quote }}
{{- end }}
args: ["--model", "deepseek-ai/DeepSeek-V3"]
`;
  it('is read without a notice', () => {
    expect(linesSeen(config, 'templates/deployment.yaml', helm)).toEqual([
      'model Qwen/Qwen3-8B',
      'edge env:MODEL alias Qwen/Qwen3-8B',
      'model ${.Values.model}',
      'edge ${.Values.model} alias symbol:.#.Values.model',
      'edge env:MODEL alias symbol:.#.Values.model',
      'model deepseek-ai/DeepSeek-V3',
    ]);
  });

  it('that is broken is read as far as possible, and the notice names the line', () => {
    expect(linesSeen(config, 'a.yaml', 'model: qwen-max\n\tbad: [\nurl: https://api.deepseek.com\n')).toEqual([
      'model qwen-max endpoint=https://api.deepseek.com',
      'endpoint https://api.deepseek.com',
      'notice unreadable-part line=2',
    ]);
  });
});

describe('a key that is a host', () => {
  it('is an address, whatever stands below it', () => {
    const text = '{"exceptions": {"api.deepseek.com": {"subdomains": true}, "https://api.moonshot.cn": []}}';
    expect(linesSeen(config, 'app.json', text)).toEqual(['endpoint api.deepseek.com', 'endpoint https://api.moonshot.cn']);
  });

  it.each(['{"deepseek.enabled": true}', '{"qwen.code.path": {"a": 1}}', '{"api.example.com": {"deepseek": 1}}'])(
    'is none of an editor in %s',
    (text) => {
      expect(linesSeen(config, 'settings.json', text).filter((line) => line.startsWith('endpoint'))).toEqual([]);
    },
  );
});

describe('rows that a program wrote', () => {
  const row = '{"event": "call", "provider": "kimi", "model": "kimi-k2-0905-preview"}\n';
  const usages = (path: string, text: string) =>
    new Set(read(config, path, text).flatMap((one) => ('evidence' in one ? [one.evidence.usage] : [])));

  it('are generated where there are many', () => {
    expect([...usages('app/metrics.jsonl', row.repeat(30))]).toEqual(['generated']);
  });

  it('may be settings where there are few, or in other files', () => {
    expect([...usages('app/metrics.jsonl', row.repeat(3))]).toEqual(['runtime']);
    expect([...usages('app/models.json', `[${row.repeat(30).trim().replaceAll('\n', ',')}]`)]).not.toContain('generated');
  });
});
