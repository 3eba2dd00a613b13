import { describe, expect, it } from 'vitest';
import { isSecretLike, redact, redactUrl } from '../../src/util/redact.ts';

/** Made up; one of each shape that is in use. */
const keys = [
  'sk-0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  'sk-kimi-Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4z',
  'sk-proj-Ab3dEf6hIj9kLm2nOp5q_Rs8tUv1wXy4z',
  'hf_AbCdEfGhIjKlMnOpQrStUvWxYz01234567',
  'AKIAABCDEFGHIJKLMNOP',
  'LTAI5tAb3dEf6hIj9kLm2nOp',
  'eyJhbGciOiJIUzI1NiJ9.eyJHcm91cE5hbWUiOiJ4In0.Zm9vYmFyYmF6cXV4',
  'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzEXAMPLEK',
  'abcdef0123456789.Q1w2E3r4T5y6',
  'mysecretpassw0rd',
  'osgiliath12',
  'thequickbrown',
  'correct-horse-battery-staple',
  'abc$def;ghi,jkl(mno)#pq',
  'abcdef(ghijkl)',
  '12345678901234567890',
];

describe('redact', () => {
  it.each([
    'DEEPSEEK_API_KEY=@',
    'export MOONSHOT_API_KEY="@"',
    "os.environ['MOONSHOT_API_KEY'] = '@'",
    'os.getenv("MINIMAX_API_KEY", "@")',
    'os.environ.setdefault("DASHSCOPE_API_KEY", "@")',
    'client = OpenAI(api_key="@", base_url="https://api.deepseek.com/v1")',
    'api_key: str = "@"',
    'process.env.DEEPSEEK_API_KEY ?? "@"',
    'createDeepSeek({ apiKey: "@" })',
    '.apiKey("@")',
    'var deepseekKey = "@"',
    '{"headers":{"x-api-key":"@","Authorization":"Bearer @"}}',
    'curl -u user:@ https://api.deepseek.com',
    'curl -H "Authorization: Bearer @" https://api.deepseek.com',
    'vllm serve Qwen/Qwen3-8B --api-key @',
    '["--model","deepseek-chat","--api-key","@"]',
    'ENV MOONSHOT_API_KEY @',
    'variable "deepseek_api_key" { default = "@" }',
    '<add key="DeepSeekApiKey" value="@"/>',
    'OPENAI_API_KEY=$' + '{DEEPSEEK_API_KEY:-@}',
    'model="deepseek-chat", api_key=("@")',
    'ENV["DEEPSEEK_API_KEY"] ||= "@"',
    'config.apiKey ??= "@"',
    'tool --model deepseek-chat --key @',
    'tool --model deepseek-chat --key "@"',
    'x = "Endpoint=https://api.deepseek.com;Key=@"',
  ])('hides what a name of a secret is given: %s', (template) => {
    for (const key of keys) {
      const line = template.replaceAll('@', key);
      const safe = redact(line);
      expect(safe).toHaveLength(line.length);
      for (let at = 0; at + 8 <= key.length; at++) {
        const piece = key.slice(at, at + 8);
        if (!template.includes(piece)) expect(safe).not.toContain(piece);
      }
    }
  });

  it.each([...keys.slice(0, 8), 'ab12cd34ef56gh78', '123e4567-e89b-12d3-a456-426614174000'])('hides a key by its looks: %s', (key) =>
    expect(redact(`x = f("deepseek-chat", "${key}")  # ${key}`)).toBe(
      `x = f("deepseek-chat", "${'*'.repeat(key.length)}")  # ${'*'.repeat(key.length)}`,
    ),
  );

  it.each([
    'api_key=os.environ["MOONSHOT_API_KEY"], model="deepseek-chat"',
    'OPENAI_API_KEY=',
    'api_key: os.environ/DEEPSEEK_API_KEY',
    'DEEPSEEK_API_KEY: $' + '{DEEPSEEK_API_KEY}',
    'KEYS = ["DEEPSEEK_API_KEY", "MOONSHOT_API_KEY"]',
    'max_tokens: 4096, tokenizer: "Qwen/Qwen3-8B"',
    'Qwen/Qwen2.5-Coder-32B-Instruct-GPTQ-Int4',
    '"architectures": ["Qwen2AudioForConditionalGeneration", "DeepseekV3ForCausalLM"]',
    'anthropic.claude-3-5-sonnet-20241022-v2:0, us.deepseek.r1-v1:0',
    'accounts/fireworks/models/qwen2p5-coder-32b-instruct',
    'qwen3_coder_30b_a3b_instruct_q4_k_m.gguf',
    'key: deepseek-chat, label: DeepSeek',
    'const deepseek = createDeepSeek({ apiKey: config.deepseek.key });',
    'http://localhost:8080/models/@latest and a:b@c',
    'rows.sort(key=lambda row: row.name, reverse=reversed_order)',
    'openssl --key-size deepseek-chat-2048',
    'with an API key for https://api.deepseek.com/anthropic',
  ])('leaves names alone: %s', (line) => expect(redact(line)).toBe(line));

  it('takes time in proportion to a line', () => {
    for (const piece of ['a', 'a1', 'key=', 'token ', 'sk-', '://a', 'bearer ', '-u ', 'AbCd1/', '?key=', '"api_key":{', '\t', 'eyJ.'])
      expect(redact(piece.repeat(Math.ceil(200_000 / piece.length))).length).toBeGreaterThanOrEqual(200_000);
  });
});

describe('redactUrl', () => {
  it.each([
    ['https://user:pass@api.deepseek.com/v1', 'https://api.deepseek.com/v1'],
    ['https://user:Ab3dEf6h/j9kLm2nOp5q+==@api.deepseek.com/v1', 'https://api.deepseek.com/v1'],
    ['https://user:p@ss@api.deepseek.com/v1', 'https://api.deepseek.com/v1'],
    ['https://api.minimax.io/v1/t2a_v2?GroupId=1782658868262748467', 'https://api.minimax.io/v1/t2a_v2?GroupId=*'],
    ['https://host.test/v1?model=deepseek-chat&token=abc', 'https://host.test/v1?model=deepseek-chat&token=*'],
    ['https://host.test/v1?x=Ab3dEf6hIj9kLm2nOp5q', 'https://host.test/v1?x=*'],
    ['https://host.test/v1#Ab3dEf6hIj9kLm2nOp5q', 'https://host.test/v1#*'],
    ['https://host.test/v1#Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4z==', 'https://host.test/v1#*'],
    ['https://host.test/0123456789abcdef0123456789abcdef/deepseek', 'https://host.test/*/deepseek'],
  ])('hides what may be secret: %s', (url, safe) => expect(redactUrl(url)).toBe(safe));

  it.each([
    'https://dashscope-intl.aliyuncs.com/compatible-mode/v1',
    'https://name.openai.azure.com/openai/deployments/qwen/chat?api-version=2024-02-01',
    'https://huggingface.co/deepseek-ai/DeepSeek-R1-Distill-Qwen-32B/resolve/main/model.safetensors',
    'https://host.test/docs#models',
    'https://host.test:8080/a/@deepseek-chat',
    'https://host.test/@scope/name:deepseek@1',
  ])('leaves the rest alone: %s', (url) => expect(redactUrl(url)).toBe(url));
});

describe('isSecretLike', () => {
  it.each(['sk-kimi-Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4z', 'ab12cd34ef56gh78ij'])('is true of a key: %s', (name) =>
    expect(isSecretLike(name)).toBe(true),
  );
  it.each([
    'kimi-k2-0905-preview',
    'deepseek-ai/DeepSeek-R1-Distill-Qwen-32B',
    'DEEPSEEK_API_KEY',
    'skywork-or1-math-7b',
    'wanx-sketch-to-image-lite',
  ])('is false of a name: %s', (name) => expect(isSecretLike(name)).toBe(false));
});
