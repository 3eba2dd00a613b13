// Keys, values and variables: what they are taken for.
import { describe, expect, it } from 'vitest';
import { templateDefaults, variablesIn } from '../../../src/walkers/config/interpolate.ts';
import { isModelLike, isPlainlyModelLike, urlsIn } from '../../../src/walkers/config/looks.ts';
import { isDenial, roleOf, stemOf } from '../../../src/walkers/config/roles.ts';
import { isCommandLine, loadingOf } from '../../../src/walkers/config/tools.ts';

describe('a key', () => {
  it.each(
    [
      [
        'model',
        'model model_name modelId MODEL_ID models OPENAI_MODEL ANTHROPIC_DEFAULT_OPUS_MODEL chatCompletionModelId base_model base_model_name_or_path',
      ],
      [
        'model',
        'model_dir model_name_or_path llm embedding_model rerankerModel deployment deploymentName storageUri hugging_face_model_id fallbacks foundation_model llm_path',
      ],
      [
        'endpoint',
        'base_url baseURL openAiBaseUrl api_base apiBase OPENAI_API_BASE endpoint host url api_base_url MINIMAX_API_HOST proxy_pass ANTHROPIC_BASE_URL',
      ],
      ['provider', 'provider model_provider apiProvider LLM_PROVIDER custom_llm_provider npm providers'],
      [
        'credential',
        'api_key apiKey DEEPSEEK_API_KEY OPENAI_API_KEYS token ANTHROPIC_AUTH_TOKEN MOONSHOT_KEY env_key api_key_env QwenApiKey secret PS_DEEPSEEKAPIKEY deepseekapikey',
      ],
      [
        null,
        'max_tokens stop_token tokens tokenizer_mode model_type models_dir datamodel keyboard hostname_template key public_key data_model name id type mode modelConfig tiktoken_model_name llm_key COST_PER_INPUT_TOKEN DEEPSEEK_PRICE_PER_TOKEN pricePerOutputToken apikeyboard is_image_model hasModel invalid_dashscope_api_key missingApiKey INVALID_DEEPSEEK_API_KEY hasDeepSeekApiKey requires_api_key',
      ],
    ].flatMap(([role, keys]) => (keys ?? '').split(' ').map((key) => [key, role] as const)),
  )('%s is %s', (key, role) => {
    expect(roleOf(key)).toBe(role);
  });

  it('says whose it is', () => {
    expect(['DEEPSEEK_BASE_URL', 'deepseekApiKey', 'MODEL', 'base_url', 'VITE_QWEN_MODEL'].map(stemOf)).toEqual([
      'deepseek',
      'deepseek',
      '',
      '',
      'qwen',
    ]);
  });

  it('may say that what follows is not wanted', () => {
    expect(['blocked_models', 'denyList', 'disabled_providers', 'excluded', 'ignore'].every(isDenial)).toBe(true);
    expect(['blocks', 'include', 'allowed_models', 'unblocked', 'ignition'].some(isDenial)).toBe(false);
  });
});

describe('a value', () => {
  it.each([
    'qwen-max',
    'Qwen/Qwen3-8B',
    'us.deepseek.r1-v1:0',
    '@cf/qwen/qwq-32b',
    'openrouter/qwen/qwen3:free',
    'deepseek/*',
    'models--Qwen--Qwen3-8B',
    './m.gguf',
  ])('%s may be a model', (value) => {
    expect(isModelLike(value)).toBe(true);
  });
  it.each([
    'two words',
    'kimi.py',
    'https://a.test',
    'kimi@example.com',
    'Samples~/DeepSeek-Chat',
    '1.2.3',
    'a'.repeat(300),
    '9f31c07d52e8ba469f31c07d52e8ba46',
    '{"a": 1}',
  ])('%s is none', (value) => {
    expect(isModelLike(value)).toBe(false);
  });
  it('whose key says nothing must look like one', () => {
    expect(['moonshot', '/srv/kimi', 'A=b', '~/qwen3'].some(isPlainlyModelLike)).toBe(false);
  });
});

describe('addresses', () => {
  it.each([
    ['[a](https://a.test/m?page=1)是一个模型', ['https://a.test/m?page=1']],
    ['见https://a.test/v1，然后', ['https://a.test/v1']],
    ['https://a.test/模型/09-微调.md', ['https://a.test/模型/09-微调.md']],
    ['https://a.test/x_(y)是', ['https://a.test/x_(y)是']],
  ])('ends an address in a sentence without blanks: %s', (text, expected) => {
    expect(urlsIn(text).map(({ text: url }) => url)).toEqual(expected);
  });

  it('end before the punctuation around them', () => {
    const found = urlsIn('see (https://a.test/v1), <https://b.test/x_(y)>, [c](https://c.test/). "https://d.test/{id}"');
    expect(found.map(({ text }) => text)).toEqual(['https://a.test/v1', 'https://b.test/x_(y)', 'https://c.test/', 'https://d.test/{id}']);
  });
});

describe('variables', () => {
  const told = (value: string) =>
    variablesIn(value).map(({ name, fallback }) => (fallback ? `${name}=${value.slice(fallback.start, fallback.end)}` : name));

  it.each([
    ['${A}', ['A']],
    ['${A:-x/y}', ['A=x/y']],
    ['${A:x}', ['A=x']],
    ['${A:?must}', ['A']],
    ["${A:-'q'}", ['A=q']],
    ['$A/$B', ['A', 'B']],
    ['os.environ/A_KEY', ['A_KEY']],
    ['${{ secrets.A }}', ['A']],
    ["${{ vars.A || 'x' }}", ['A=x']],
    ['{env:A}', ['A']],
    ['%A_B%', ['A_B']],
    ['${env:A}', ['A']],
    ['$(MODEL)', ['MODEL']],
    ['{{ .Values.llm.model | quote }}', ['.Values.llm.model']],
    ['${{ inputs.model }}', ['inputs.model']],
    ['${{ matrix.model }}', ['matrix.model']],
    ["${{ env.A || 'x' }}", ['A=x']],
    ['{{.MODEL}}', ['MODEL']],
    ['{{ model }}', ['model']],
    ["${env:A, 'x'}", ['A=x']],
    ['${var.model_id}', ['var.model_id']],
    ['${self:custom.base}', ['self.custom.base']],
    ['${AWS::Region}', ['AWS']],
    ['{{ include "chart.name" . }}', []],
    ['$(date +%s)', []],
    ['plain', []],
    ['costs 5$', []],
  ])('of %s', (value, names) => {
    expect(told(value)).toEqual(names);
  });

  it('have defaults in templates', () => {
    const value = '{{ .Values.a | default "b/c" | quote }}';
    expect(templateDefaults(value).map(({ start, end }) => value.slice(start, end))).toEqual(['b/c']);
  });
});

describe('a command', () => {
  it('is told from a sentence', () => {
    expect(['ollama pull x', 'python -m a --model b', 'A=1 vllm serve x', 'x --model y', 'cd a && b'].every(isCommandLine)).toBe(true);
    expect(['ollama', 'The model is good', 'kimi - a model', 'use it with care'].some(isCommandLine)).toBe(false);
  });

  it('loads what stands after its verb', () => {
    expect(loadingOf(['docker', 'exec', 'o', '/usr/bin/ollama', 'pull', 'm'])).toEqual({ call: 'ollama pull', next: 5, most: 9 });
    expect(loadingOf(['ollama', 'serve'])).toBeNull();
  });
});
