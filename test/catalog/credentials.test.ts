import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/catalog/credentials.ts';
import { catalog } from './own.ts';

describe('a variable', () => {
  it.each([
    ['DEEPSEEK_API_KEY', 'deepseek', 'api-key', 'exact'],
    ['DASHSCOPE_API_BASE', 'alibaba', 'base-url', 'exact'],
    ['ALIYUN_API_KEY', 'alibaba', 'api-key', 'strong'],
    ['ALI_API_KEY', 'alibaba', 'api-key', 'strong'],
    ['PS_DEEPSEEKAPIKEY', 'deepseek', 'api-key', 'strong'],
    ['QwenApiKey', 'alibaba', 'api-key', 'strong'],
    ['qwenApiKey', 'alibaba', 'api-key', 'strong'],
    ['MOONSHOT_KEY', 'moonshot', 'api-key', 'strong'],
    ['EXPO_PUBLIC_DASHSCOPE_API_KEY', 'alibaba', 'api-key', 'strong'],
    ['NEXT_PUBLIC_MINIMAX_API_KEYS', 'minimax', 'api-key', 'strong'],
    ['INPUT_DEEPSEEK-API-KEY', 'deepseek', 'api-key', 'strong'],
    ['AI_KIMI_API_KEY_2', 'moonshot', 'api-key', 'strong'],
    ['DEEP_SEEK_APIKEY', 'deepseek', 'api-key', 'strong'],
    ['deepSeekBaseUrl', 'deepseek', 'base-url', 'strong'],
    ['spring.ai.deepseek.api-key', 'deepseek', 'api-key', 'strong'],
    ['MODELSCOPE_API_TOKEN', 'alibaba', 'api-key', 'strong'],
    ['MINIMAX_KEY', 'minimax', 'api-key', 'weak'],
    ['MINIMAX_M2_KEY', 'minimax', 'api-key', 'weak'],
    ['QWEN3_API_KEY', 'alibaba', 'api-key', 'strong'],
    ['QWEN_VL_API_KEY', 'alibaba', 'api-key', 'strong'],
    ['DEEPSEEK_R1_API_KEY', 'deepseek', 'api-key', 'strong'],
    ['DEEPSEEK_V3_API', 'deepseek', 'api-key', 'strong'],
    ['deepseekReasonerApiKey', 'deepseek', 'api-key', 'strong'],
    ['DASHSCOPE_APPS_API_KEY', 'alibaba', 'api-key', 'strong'],
    ['DEEPSEEK_PROD_API_KEY', 'deepseek', 'api-key', 'strong'],
    ['KIMI_TOKEN', 'moonshot', 'api-key', 'weak'],
    ['QWEN_ACCESS_TOKEN', 'alibaba', 'api-key', 'weak'],
    ['KIMI_API', 'moonshot', 'api-key', 'weak'],
    ['DEEPSEEK', 'deepseek', 'api-key', 'weak'],
    ['CC_API_KEY_KIMI', 'moonshot', 'api-key', 'strong'],
    ['OPENAI_API_KEY_DEEPSEEK', 'deepseek', 'api-key', 'strong'],
    ['KEY_DEEPSEEK', 'deepseek', 'api-key', 'strong'],
    ['EXPO_PUBLIC_QIANWEN_API_KEY', 'alibaba', 'api-key', 'strong'],
    ['QIANWEN_MODEL', 'alibaba', 'model', 'strong'],
    ['WANX_API_KEY', 'alibaba', 'api-key', 'strong'],
    ['MINIMAX_TTS_API_KEY', 'minimax', 'api-key', 'strong'],
  ])('%s is for %s: %s, %s', (name, vendor, kind, certainty) => {
    expect(catalog.variable(name)).toMatchObject({ vendor, kind, certainty });
  });

  it.each([
    'OPENAI_API_KEY',
    'MINIMAX_DEPTH',
    'MINIMAX',
    'KIMI_TOKEN_COUNT',
    'QWEN_EOS_TOKEN',
    'QWEN_ENABLED',
    'DEEPSEEK_APIS',
    'SECRET',
    'MOONSHOT_PROJECT_ID',
    'DEEPSEEKER_API_KEY',
    'NOTDEEPSEEK_API_KEY',
    'DEEPSEEK_API_KEYBOARD',
    'ALIBABA_CLOUD_ACCESS_KEY_ID',
    'QWENTIN_KEY',
    'COLPALI_API_KEY',
    'STURDY_VALI_API_KEY',
    'ALI_KEY',
    'ALIYUN_ACCESS_KEY',
    'ALIYUN_ACCESS_KEY_SECRET',
    'QIANWENZI_API_KEY',
    'WAN_API_KEY',
    'MINIMAX_TTS_DEPTH',
    'MINIMAX_M2_DEPTH',
    'MAX_KEY',
    'V3_API_KEY',
    'GPT4_API_KEY',
    'API_KEY_KIMINI',
    'KEY_KIMI_COUNT',
    'PRIMARY_KEY_MOONSHOT_ID',
    'PROD_API_KEY',
    'API_KEY',
    '',
    'x'.repeat(5000),
  ])('%s is for none of them', (name) => {
    expect(catalog.variable(name)).toBeNull();
  });

  it('is read word by word', () => {
    expect(wordsOf('openAIDeepSeekAPIKeys')).toEqual(['OPEN', 'AI', 'DEEP', 'SEEK', 'API', 'KEY']);
    expect(wordsOf('--a__b--')).toEqual(['A', 'B']);
  });
});

describe('a key', () => {
  const hex32 = { prefix: 'sk-', alphabet: 'hex', length: 32 } as const;

  it('is told by its shape where the shape is the vendor’s own', () => {
    expect(catalog.keyShape({ prefix: 'sk-kimi-', alphabet: 'alphanumeric', length: 48 })?.vendor).toBe('moonshot');
    expect(catalog.keyShape({ prefix: 'sk-sp-', alphabet: 'hex', length: 32 })?.vendor).toBe('alibaba');
    expect(catalog.keyShape({ prefix: 'sk-api-', alphabet: 'base64url', length: 119 })?.vendor).toBe('minimax');
  });

  it('needs a vendor beside it where others write the same shape', () => {
    expect(catalog.keyShape(hex32)).toBeNull();
    expect(catalog.keyShape(hex32, ['moonshot'])).toBeNull();
    expect(catalog.keyShape(hex32, ['deepseek'])?.vendor).toBe('deepseek');
  });

  it('may hold separators of its own', () => {
    expect(catalog.keyShape({ prefix: 'sk-api-ab_cd-', alphabet: 'alphanumeric', length: 113 })?.vendor).toBe('minimax');
  });

  it.each([
    { prefix: 'sk-', alphabet: 'hex', length: 31 },
    { prefix: 'sk-', alphabet: 'alphanumeric', length: 32 },
    { prefix: 'pk-', alphabet: 'hex', length: 32 },
    { prefix: 'sk-kimi-', alphabet: 'alphanumeric', length: 8 },
    { prefix: '', alphabet: 'other', length: 100 },
  ] as const)('$prefix $alphabet $length is nobody’s', (shape) => {
    expect(catalog.keyShape(shape, ['deepseek', 'minimax'])).toBeNull();
  });
});
