import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Certainty, Context, Identity, Location, Subject, Usage } from '../../src/model.ts';
import { usageOf } from '../../src/score/evidence.ts';
import { type Circumstances, factorsOf } from '../../src/score/factors.ts';
import { isPinned } from '../../src/score/pinned.ts';
import { type Factors, score } from '../../src/score/score.ts';
import { artefact, credential, dependency, endpoint, model, party, step, subject } from '../rules/subjects.ts';

type Case = { readonly name: string; readonly factors: Factors; readonly score: number };
const cases = JSON.parse(readFileSync(new URL('../../fixtures/score/calibration.json', import.meta.url), 'utf8')) as Case[];

const deepseek: Circumstances = {
  aspect: 'origin',
  designation: 'named-in-federal-statute',
  home: 'mainland',
  jurisdiction: 'CN',
  cloud: false,
  vendorKey: false,
};
const alibaba: Circumstances = { ...deepseek, designation: '1260H', home: 'unknown' };
const other: Circumstances = { ...deepseek, designation: 'state-or-foreign-list-only', home: 'unknown' };

const commit = '0123456789abcdef0123456789abcdef01234567';
const self = { operatorKind: 'self', exposure: 'weights' } as const;
const deploy = { usage: 'deploy' } as const;
const argument = { context: 'argument' } as const;
const distilled = { ...self, provenance: 'distilled', publisher: party('deepseek'), families: ['deepseek', 'llama'] } as const;
const distill = model({ name: 'deepseek-ai/DeepSeek-R1-Distill-Llama-8B', at: deploy });
const adapter = { packageRole: 'adapter', exposure: 'package', operatorKind: 'unknown' } as const;
const key = { exposure: 'credential', operatorKind: 'unknown', provenance: 'unknown' } as const;

/** The worked cases that a subject describes; the others add a profile's verdict. */
const described: readonly (readonly [string, Subject, Circumstances])[] = [
  ['api.deepseek.com call in production code', subject(endpoint({ at: argument }), { location: 'mainland' }), deepseek],
  ['dashscope.aliyuncs.com (Beijing) in production', subject(endpoint(), { vendor: 'alibaba', location: 'mainland' }), alibaba],
  ['dashscope-intl (Singapore) in production', subject(endpoint(), { vendor: 'alibaba', location: 'outside' }), alibaba],
  ['dashscope-us without -us model suffix (Global scope)', subject(endpoint(), { vendor: 'alibaba', location: 'global-scope' }), alibaba],
  ['api.moonshot.ai / api.minimax.io in production', subject(endpoint(), { vendor: 'moonshot', location: 'outside' }), other],
  [
    'OpenRouter deepseek/... no provider filter',
    subject(model({ name: 'deepseek/deepseek-chat' }), { operatorKind: 'router', gateway: party('openrouter') }),
    deepseek,
  ],
  [
    'Kimi K2 via Groq',
    subject(model({ name: 'moonshotai/kimi-k2' }), {
      vendor: 'moonshot',
      operatorKind: 'host',
      operator: party('groq'),
      location: 'outside',
    }),
    { ...other, licence: 'threshold-clause' },
  ],
  [
    'Qwen3-8B on Bedrock eu-central-1',
    subject(
      model({
        name: 'qwen.qwen3-8b-v1:0',
        endpoint: 'https://bedrock-runtime.eu-central-1.amazonaws.com',
        revision: commit,
        at: deploy,
      }),
      { vendor: 'alibaba', operatorKind: 'host', operator: party('bedrock'), location: 'outside' },
    ),
    { ...alibaba, cloud: true },
  ],
  ['R1-Distill-Llama-8B, local vLLM, unpinned', subject(distill, distilled), { ...deepseek, licence: 'notice-or-attribution' }],
  [
    'R1-Distill-Llama-8B, local vLLM, pinned sha + safetensors',
    subject({ ...distill, revision: commit }, distilled),
    { ...deepseek, licence: 'notice-or-attribution' },
  ],
  [
    'Qwen3-8B pinned safetensors, local, production',
    subject(model({ name: 'Qwen/Qwen3-8B', revision: commit }), { vendor: 'alibaba', ...self }),
    alibaba,
  ],
  [
    'unsloth/Qwen3-8B-GGUF via ollama tag latest',
    subject(model({ name: 'unsloth/Qwen3-8B-GGUF', at: deploy }), { vendor: 'alibaba', ...self, provenance: 'repack' }),
    alibaba,
  ],
  [
    'Kimi-K2.5 with trust_remote_code=True, unpinned, agentic',
    subject(
      model({
        name: 'moonshotai/Kimi-K2.5',
        remoteCode: true,
        call: 'AutoModel.from_pretrained',
        at: { ...argument, route: ['agents', 'model'] },
      }),
      { vendor: 'moonshot', ...self },
    ),
    { ...other, aspect: 'remote-code', licence: 'threshold-clause' },
  ],
  [
    'MiniMax-M2.7 weights in a commercial product',
    subject(model({ name: 'MiniMaxAI/MiniMax-M2.7' }), { vendor: 'minimax', ...self }),
    { ...other, licence: 'non-commercial' },
  ],
  [
    'third-party LoRA on Qwen2.5-7B (adapter_config base_model)',
    subject(model({ name: 'team/lora' }), { vendor: 'alibaba', ...self, provenance: 'derivative' }, [
      step('team/lora', 'Qwen/Qwen2.5-7B', 'adapter'),
    ]),
    alibaba,
  ],
  [
    'config.json model_type qwen2, weights own/unknown name',
    subject(artefact(), { vendor: 'alibaba', operatorKind: 'self', exposure: 'artefact', provenance: 'architecture-only' }),
    alibaba,
  ],
  [
    'Continue/Cline developer-tool config -> api.deepseek.com',
    subject(endpoint({ at: { usage: 'developer-tool' } }), { location: 'mainland' }),
    deepseek,
  ],
  ['test fixture containing api.deepseek.com', subject(endpoint({ at: { usage: 'test' } }), { location: 'mainland' }), deepseek],
  ['DEEPSEEK_API_KEY= in .env.example', subject(credential({ at: { usage: 'example' } }), key), deepseek],
  ['DEEPSEEK_API_KEY from secret in k8s deployment', subject(credential({ at: deploy }), key), deepseek],
  ['live DeepSeek key committed in source', subject(credential({ at: { context: 'assignment' } }), key), { ...deepseek, vendorKey: true }],
  ['langchain-deepseek transitive in lockfile', subject(dependency({ direct: false }), adapter), deepseek],
  ['langchain-deepseek direct runtime dependency', subject(dependency(), adapter), deepseek],
  [
    'deepseeek (typosquat) in requirements.txt',
    subject(dependency({ name: 'deepseeek' }), { packageRole: 'malicious', exposure: 'package' }),
    deepseek,
  ],
  [
    'commented mention of DeepSeek in README',
    subject(model({ at: { usage: 'docs', context: 'text' } }), { operatorKind: 'unknown', certainty: 'strong' }),
    deepseek,
  ],
  [
    'model-price catalogue JSON listing qwen-max',
    subject(model({ name: 'qwen-max', at: { usage: 'catalogue' } }), { vendor: 'alibaba', operatorKind: 'unknown' }),
    alibaba,
  ],
];

describe('the worked cases', () => {
  it('are all described but those that a profile raises', () => {
    const rest = cases.map(({ name }) => name).filter((name) => !described.some(([of]) => of === name));
    expect(rest.every((name) => name.includes('profile us-dod-contract'))).toBe(true);
    expect(rest).toHaveLength(2);
  });

  it.each(described)('%s', (name, of, circumstances) => {
    const expected = cases.find((item) => item.name === name);
    const { score: value, terms } = score(factorsOf(of, circumstances));
    expect({ value, terms }).toMatchObject({ value: expected?.score });
  });
});

describe('what is not known', () => {
  const locations: readonly Location[] = ['mainland', 'outside', 'global-scope'];
  const known = { vendor: 'alibaba', provenance: 'first-party' } as const;
  const scored = (more: Partial<Identity>, around = alibaba) => score(factorsOf(subject(endpoint(), { ...known, ...more }), around)).score;

  it.each(['vendor', 'host', 'router'] as const)('is never better than the best place of a %s', (operatorKind) => {
    const best = Math.min(...locations.map((location) => scored({ operatorKind, location })));
    expect(scored({ operatorKind, location: 'unknown' })).toBeGreaterThanOrEqual(best);
  });

  it('is not the third country of a host whose seat no source states', () => {
    const host = (jurisdiction: string | null) => scored({ operatorKind: 'host', operator: { id: 'x', name: 'X', jurisdiction } });
    expect(host(null)).toBeGreaterThan(host('US'));
    expect(host('CN')).toBe(host(null));
  });

  it('is not better than weights that the user runs, nor as bad as a server of the vendor', () => {
    const named = (more: Partial<Identity>) => score(factorsOf(subject(model({ name: 'qwen3-8b' }), { ...known, ...more }), alibaba)).score;
    const bare = named({ operatorKind: 'unknown', exposure: 'unknown' });
    expect(bare).toBeGreaterThanOrEqual(named(self));
    expect(bare).toBeLessThan(named({ operatorKind: 'vendor', location: 'unknown' }));
  });

  it('is no pin', () => {
    expect(isPinned(model({ revision: 'main' }))).toBe(false);
    expect(isPinned(model({ revision: 'v1.0' }))).toBe(false);
    expect(isPinned(model({ revision: commit }))).toBe(true);
    expect(
      ['/models/Qwen3-8B', './qwen', '*/models/Qwen3-8B', 'C:\\qwen', 'models/qwen3-8b-q4_k_m.gguf'].map((name) =>
        isPinned(model({ name })),
      ),
    ).not.toContain(false);
    expect(
      ['Qwen/Qwen3-8B', 'models/qwen-plus', 'qwen3:8b', 'https://x.example/qwen'].map((name) => isPinned(model({ name }))),
    ).not.toContain(true);
    expect(isPinned(model({ name: `qwen3@sha256:${'a'.repeat(64)}` }))).toBe(true);
  });
});

describe('the place', () => {
  const scored = (at: { usage?: Usage; context?: Context }, certainty: Certainty = 'exact') =>
    score(factorsOf(subject(endpoint({ at }), { location: 'mainland', certainty }), deepseek));

  it.each(['comment', 'text', 'comparison'] as const)('weighs a %s down', (context) => {
    expect(scored({ context }).score).toBeLessThan(scored({ context: 'value' }).score);
  });

  it.each(['docs', 'catalogue', 'denylist'] as const)('leaves at most a note in %s', (usage) => {
    expect(scored({ usage }).level).toBe('note');
  });

  it.each(['comment', 'comparison'] as const)('leaves at most a note in a %s', (context) => {
    expect(scored({ context }).level).toBe('note');
  });

  it('never scores a less certain answer higher', () => {
    const usages = fc.constantFrom<Usage>('runtime', 'deploy', 'build', 'test', 'docs', 'catalogue');
    const contexts = fc.constantFrom<Context>('value', 'argument', 'assignment', 'comparison', 'comment', 'text', 'entry', 'default');
    const certainties: readonly Certainty[] = ['ambiguous', 'weak', 'strong', 'exact'];
    fc.assert(
      fc.property(usages, contexts, fc.nat(2), (usage, context, index) => {
        const [lower, higher] = [certainties[index], certainties[index + 1]] as [Certainty, Certainty];
        expect(scored({ usage, context }, lower).score).toBeLessThanOrEqual(scored({ usage, context }, higher).score);
      }),
    );
  });
});

describe('a package', () => {
  const scored = (reference = dependency(), known: Partial<Identity> = {}) =>
    score(factorsOf(subject(reference, { ...adapter, ...known }), deepseek)).score;

  it.each([
    ['an action of a pipeline', { scope: 'build' }, 'ci-or-build'],
    ['an optional package that is asked for here', { scope: 'optional' }, 'optional-or-peer-dependency'],
    ['an optional package that another brings in', { scope: 'optional', direct: false }, 'transitive-lockfile'],
  ] as const)('%s is called what it is', (_, more, key) => {
    const packaged = subject(dependency({ ...more, at: { context: 'dependency', usage: 'build' } }), {
      packageRole: 'adapter',
      exposure: 'package',
    });
    expect(usageOf(packaged)).toBe(key);
  });

  it('counts less for development, as an extra, or behind another package', () => {
    for (const less of [{ scope: 'development' }, { scope: 'optional' }, { scope: 'peer' }, { direct: false }] as const)
      expect(scored(dependency(less))).toBeLessThan(scored());
  });

  it('counts the same where it is imported', () => {
    expect(scored(dependency({ as: 'import', at: { context: 'import' } }))).toBe(scored());
    expect(scored(dependency({ as: 'import', at: { context: 'import', usage: 'test' } }))).toBeLessThan(scored());
  });

  it('counts more if it runs commands', () => {
    expect(scored(dependency(), { packageRole: 'agent-cli' })).toBeGreaterThan(scored());
  });

  it('is grave in every file if it is malicious', () => {
    expect(scored(dependency({ at: { usage: 'test' } }), { packageRole: 'malicious' })).toBeGreaterThan(9);
  });
});

describe('weights', () => {
  const terms = (more: Partial<Identity>, lineage = 0) => {
    const steps = Array.from({ length: lineage }, (_, index) => step(`m${index}`, `m${index + 1}`));
    return score(factorsOf(subject(model({ name: 'team/x' }), { ...self, ...more }, steps), alibaba)).terms.find(
      ({ factor }) => factor === 'W',
    )?.key;
  };

  it('count by distance', () => {
    expect(terms({ provenance: 'derivative' }, 1)).toMatch(/^derivative-distance-1/);
    expect(terms({ provenance: 'derivative' }, 2)).toMatch(/^derivative-distance-2plus/);
  });

  it('count less where only answers were used', () => {
    expect(terms({ provenance: 'distilled', family: 'deepseek', families: ['llama'] })).toMatch(/^trained-on-outputs-only/);
    expect(terms({ provenance: 'distilled', family: 'deepseek', families: ['deepseek'] })).toMatch(/^derivative-distance-1/);
  });

  it('that write code count more', () => {
    const coder = subject(model({ name: 'Qwen/Qwen2.5-Coder-7B' }), { ...self, model: 'Qwen/Qwen2.5-Coder-7B' });
    const encoder = subject(model({ name: 'team/vision-encoder' }), { ...self, model: 'team/vision-encoder' });
    expect(factorsOf(coder, alibaba).Wadj).toContain('code-generation');
    expect(factorsOf(encoder, alibaba).Wadj).not.toContain('code-generation');
  });

  it('run code at load time only where the rule is about that', () => {
    const trusting = subject(model({ name: 'moonshotai/Kimi-K2', remoteCode: true }), self);
    expect(factorsOf(trusting, other).X).toBe('none');
    expect(factorsOf(trusting, { ...other, aspect: 'remote-code' }).X).toBe('trust_remote_code-unpinned');
    const pinned = subject(model({ name: 'moonshotai/Kimi-K2', remoteCode: true, revision: commit }), self);
    expect(factorsOf(pinned, { ...other, aspect: 'remote-code' }).X).toBe('trust_remote_code-pinned-official');
  });

  it('without a pin are a note of their own', () => {
    const loose = subject(model({ name: 'Qwen/Qwen3-8B', call: 'from_pretrained', at: argument }), self);
    expect(score(factorsOf(loose, { ...alibaba, aspect: 'pinning' }))).toMatchObject({ level: 'note' });
  });
});
