import { describe, expect, it } from 'vitest';
import { identify } from '../../src/catalog/identify.ts';
import { catalog, knowledge } from './own.ts';

describe('a derivative', () => {
  it.each([
    ['NovaSky-AI/Sky-T1-32B-Preview', 'finetune', ['qwen']],
    ['novasky-ai/sky-t1-32b-preview', 'finetune', ['qwen']],
    ['perplexity-ai/r1-1776', 'finetune', ['deepseek']],
    ['moonshotai/Kimi-Dev-72B', 'finetune', ['qwen']],
    ['perplexity/sonar-reasoning-pro', 'finetune', ['deepseek']],
    ['unsloth/Kimi-K3-GGUF', 'quantized', ['kimi']],
  ])('%s: %s, %j', (name, relation, families) => {
    expect(catalog.derivative(name)?.derivative).toMatchObject({ relation, families });
  });

  it('may have learned from one model and hold the weights of another', () => {
    expect(catalog.derivative('deepseek-ai/DeepSeek-R1-Distill-Llama-8B')?.derivative).toMatchObject({
      relation: 'distilled',
      parents: ['meta-llama/Llama-3.1-8B'],
      families: ['llama'],
      teachers: ['deepseek-ai/DeepSeek-R1'],
    });
  });

  it('may have only one part of a vendor', () => {
    const match = catalog.derivative('krea/Krea-2-Turbo');
    expect(match?.derivative).toMatchObject({ part: 'text-encoder', families: ['krea', 'qwen'] });
    expect(match?.fact.says).toBe('krea/Krea-2-Turbo has Qwen/Qwen3-VL-4B-Instruct as its text-encoder');
  });

  it('may be written without its owner if the name is particular', () => {
    expect(catalog.derivative('sky-t1-32b-preview')).toMatchObject({ by: 'bare' });
  });

  it.each([
    'bartowski/NovaSky-AI_Sky-T1-32B-Preview-GGUF',
    'mradermacher/Sky-T1-32B-Preview-i1-GGUF',
    'someone/Sky-T1-32B-Preview-AWQ',
    'unsloth/Sky-T1-32B-Preview',
    'Sky-T1-32B-Preview-Q4_K_M.gguf',
    'sky-t1-32b-preview-ud-iq2_xxs-00001-of-00003.gguf',
    'NovaSky-AI/Sky-T1-32B-Preview-4bit-DWQ',
    'NovaSky-AI__Sky-T1-32B-Preview',
    'someone/Sky-T1-32B-Preview-4.0bpw-exl2',
  ])('%s is a packing of one', (name) => {
    expect(catalog.derivative(name)).toMatchObject({ by: 'bare', derivative: { name: 'NovaSky-AI/Sky-T1-32B-Preview' } });
  });

  it.each([
    ['unsloth/Jan-nano-GGUF', 'Menlo/Jan-nano'],
    ['bartowski/Menlo_Lucy-GGUF', 'Menlo/Lucy'],
    ['GAIR/LIMO-AWQ', 'GAIR/LIMO'],
    ['bytedance-research/UI-TARS-7B-DPO', 'bytedance-research/UI-TARS-7B-DPO'],
    ['bytedance-seed/ui-tars-1___5-7b', 'ByteDance-Seed/UI-TARS-1.5-7B'],
  ])('%s is no plain word of anybody’s: %s', (name, of) => {
    expect(catalog.derivative(name)?.derivative.name).toBe(of);
  });

  it.each(['jan-nano', 'someone/Jan-nano', 'someone/LIMO-AWQ', 'unsloth/Lucid-GGUF', 'limo', 'GAIR/LIMO-mini'])(
    '%s may be a plain word of anybody’s',
    (name) => {
      expect(catalog.derivative(name)).toBeNull();
    },
  );

  it('may be one of a line, whose names all begin alike', () => {
    expect(catalog.derivative('mPLUG/mPLUG-Owl3-7B-240728')).toMatchObject({ by: 'start' });
    expect(catalog.derivative('mplug-owl3-7b-240728')).toMatchObject({ by: 'bare', derivative: { families: ['qwen'] } });
    expect(catalog.derivative('bartowski/mPLUG_mPLUG-Owl3-2B-GGUF')).toMatchObject({ by: 'bare', derivative: { families: ['qwen'] } });
    expect(catalog.derivative('mplug-owl2-7b')).toBeNull();
    expect(catalog.derivative('modelscope-agent-7b')).toMatchObject({ by: 'bare' });
    expect(catalog.derivative('modelscope-agent-server-ui')).toBeNull();
  });

  it.each([
    '/data/GAIR/LIMO',
    '/data/GAIR/LIMO/model.safetensors',
    'models--GAIR--LIMO',
    '~/.cache/huggingface/hub/models--GAIR--LIMO/snapshots/0123456789abcdef',
    '/mnt/models/Sky-T1-32B-Preview/model-00001-of-00014.safetensors',
    's3://bucket/Sky-T1-32B-Preview',
  ])('may stand in a path: %s', (name) => {
    expect(identify(catalog, name)).toMatchObject({ vendor: 'alibaba', provenance: 'derivative' });
  });

  it.each([
    '/data/LIMO',
    '/data/GAIR/LIMOUSINE',
    'models--someone--LIMO',
    '/data/GAIR/other/LIMO',
    '/Sky-T1-32B-Preview/a/b/model.safetensors',
  ])('is not in the path %s', (name) => {
    expect(identify(catalog, name).outcome).toBe('unknown');
  });

  it('may be of an owner that is also a platform', () => {
    expect(identify(catalog, 'nvidia/omnivinci')).toMatchObject({ vendor: 'alibaba', families: ['qwen'], provenance: 'derivative' });
    expect(identify(catalog, 'nvidia/unheard-of').outcome).toBe('unknown');
  });

  it('stays denied however it is packed', () => {
    expect(catalog.derivative('unsloth/Phi-4-mini-instruct-GGUF')?.derivative.not).toBe(true);
  });

  it.each(['spotlight', 'coder-large', 'composer-2', 'arcee-ai/unheard-of', 'someone/Sky-T1-32B-Preview', 'sky-t1', ''])(
    '%s is not known',
    (name) => {
      expect(catalog.derivative(name)).toBeNull();
    },
  );

  it.each(['microsoft/Phi-4-mini-instruct', 'allenai/Molmo-7B-O-0924', 'FreedomIntelligence/HuatuoGPT-o1-8B', 'allenai/OLMo-2-0325-32B'])(
    '%s only looks like one',
    (name) => {
      expect(catalog.derivative(name)?.derivative.not).toBe(true);
    },
  );

  it('holds weights of a family of the catalog, or says that it does not', () => {
    // Denials are about the four vendors: a name that looks like theirs may well be a further vendor's own.
    const four = knowledge.vendors.filter(({ id }) => ['alibaba', 'deepseek', 'minimax', 'moonshot'].includes(id));
    const families = new Set(four.flatMap((vendor) => vendor.families.map(({ id }) => id)));
    const silent = knowledge.derivatives.filter((item) => {
      const ours = item.families.some((family) => families.has(family));
      return ours ? item.not === true : !item.not && item.families.length + item.parents.length === 0;
    });
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});

describe('an architecture', () => {
  it.each([
    ['qwen2', ['Qwen2ForCausalLM'], 'alibaba', 'medium'],
    ['deepseek_v3', ['DeepseekV3ForCausalLM'], 'deepseek', 'weak'],
    ['kimi_k2', ['DeepseekV3ForCausalLM'], 'moonshot', 'strong'],
    [null, ['KimiK25ForConditionalGeneration'], 'moonshot', 'strong'],
    ['minimax_m2', [], 'minimax', 'strong'],
    ['deepseek2', [], 'deepseek', 'weak'],
    ['qwen35moe', [], 'alibaba', 'strong'],
  ])('%s %j speaks for %s: %s', (type, classes, vendor, claim) => {
    expect(catalog.architecture(type, classes)).toMatchObject({ vendor, architecture: { claim } });
  });

  it.each([
    ['llama', ['LlamaForCausalLM']],
    ['phi3', ['Phi3ForCausalLM']],
    ['Qwen2', []],
    [null, []],
  ])('%s %j speaks for none of them', (type, classes) => {
    expect(catalog.architecture(type, classes)).toBeNull();
  });
});

describe('an owner', () => {
  it.each([
    ['huggingface', 'Qwen', 'alibaba'],
    ['modelscope', 'qwen', 'alibaba'],
    ['github', 'MoonshotAI', 'moonshot'],
    [null, 'deepseek-ai', 'deepseek'],
    ['modelscope', 'MiniMax', 'minimax'],
  ])('on %s, %s is %s', (hub, owner, vendor) => {
    expect(catalog.organisation(hub, owner)?.vendor).toBe(vendor);
  });

  it.each([
    ['huggingface', 'MiniMax'],
    ['huggingface', 'qwen-fans'],
    [null, 'deepseek'],
  ])('on %s, %s is none of them', (hub, owner) => {
    expect(catalog.organisation(hub, owner)).toBeNull();
  });

  it('may re-publish what others made', () => {
    expect(catalog.publisher('Unsloth')?.publisher.role).toBe('repack');
    expect(catalog.publisher('tiny-random')?.publisher.role).toBe('random');
    expect(catalog.publisher('somebody')).toBeNull();
  });
});

describe('a vendor', () => {
  it('has a developer and may have other entities', () => {
    expect(catalog.entity('alibaba')).toMatchObject({ id: 'alibaba', jurisdiction: 'CN' });
    expect(catalog.entity('minimax', 'api-contracting')).toMatchObject({ name: 'Nanonoble Pte. Ltd.', jurisdiction: 'SG' });
    expect(catalog.entity('alibaba', 'api-contracting')).toBeNull();
    expect(catalog.entity('nobody')).toBeNull();
  });
});
