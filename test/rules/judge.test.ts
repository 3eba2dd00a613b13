import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Subject } from '../../src/model.ts';
import { judge } from '../../src/rules/judge.ts';
import { artefact, credential, dependency, endpoint, model, party, place, rules, step, subject } from './subjects.ts';

const mainland = { operatorKind: 'vendor', operator: party('deepseek'), location: 'mainland' } as const;
const api = subject(endpoint({ at: { path: 'a.env', line: 3, column: 17 } }), mainland);
const found = (...subjects: readonly Subject[]) => judge(subjects, rules).map(({ rule, level }) => `${rule} ${level}`);

describe('a finding', () => {
  it('says who answers, where, and what to do', () => {
    const [finding] = judge([api], rules);
    expect(finding).toMatchObject({ rule: 'deepseek-endpoint', level: 'error', disposition: 'active', reason: null, also: [] });
    expect(finding?.message).toContain('https://api.deepseek.com/v1 is answered by DeepSeek in mainland China');
    expect(finding?.subject).toBe(api);
    expect(finding?.score.score).toBe(8.1);
  });

  it('names the base that the lineage leads to', () => {
    const name = 'NovaSky-AI/Sky-T1-32B-Preview';
    const steps = [step(name, 'Qwen/Qwen2.5-32B-Instruct')];
    const known = { vendor: 'alibaba', operatorKind: 'self', exposure: 'weights', provenance: 'derivative' } as const;
    const [finding] = judge([subject(model({ name }), known, steps)], rules);
    expect(finding?.rule).toBe('alibaba-derivative-weights');
    expect(finding?.message).toContain(`${name} descends from Qwen/Qwen2.5-32B-Instruct`);
  });

  it('names the child where a file says what it was made from', () => {
    const steps = [step('file:recipes/chat/config.yaml', 'Qwen/Qwen2.5-7B')];
    const known = { vendor: 'alibaba', operatorKind: 'self', exposure: 'weights', provenance: 'derivative' } as const;
    const [finding] = judge([subject(model({ name: 'Qwen/Qwen2.5-7B' }), known, steps)], rules);
    expect(finding?.message).toContain('recipes/chat/config.yaml descends from Qwen/Qwen2.5-7B');
  });

  it('calls weights that stand there by their address by their name', () => {
    const url = 'https://huggingface.co/Qwen/Qwen3-8B-GGUF/resolve/main/qwen3.gguf?download=true';
    const known = { vendor: 'alibaba', operatorKind: 'self', exposure: 'weights', model: 'Qwen/Qwen3-8B-GGUF' } as const;
    expect(judge([subject(endpoint({ url }), known)], rules)[0]?.message).toMatch(/^Qwen\/Qwen3-8B-GGUF is trained by/);
    expect(judge([subject(endpoint({ url }), { ...mainland, model: 'deepseek-chat' })], rules)[0]?.message).toContain(url);
  });

  it('has nothing of a template left in its message', () => {
    for (const risk of rules.risks)
      for (const { id } of rules.rules.filter((rule) => rule.class === risk.class).slice(0, 1))
        expect(`${id} ${risk.message}`).toMatch(/\{\w+\}/);
    const messages = judge([api, subject(dependency(), { packageRole: 'adapter', exposure: 'package' })], rules).map(
      ({ message }) => message,
    );
    expect(messages.join('')).not.toMatch(/[{}]/);
  });

  it.each([
    [
      'the shortest way to a package',
      { direct: false, introducedBy: ['langchain-community', 'qwen-tools'], pathCount: 3 },
      ' It comes by langchain-community > qwen-tools > dashscope, the shortest of 3 ways.',
    ],
    [
      'the only way',
      { direct: false, introducedBy: ['langchain-community'], pathCount: 1 },
      ' It comes by langchain-community > dashscope.',
    ],
    ['as many ways as are told apart', { direct: false, introducedBy: ['a'], pathCount: 1000 }, 'the shortest of 1000 or more ways.'],
  ] as const)('says %s', (_, way, expected) => {
    const known = { packageRole: 'official-sdk', exposure: 'package', vendor: 'alibaba' } as const;
    const [finding] = judge([subject(dependency({ name: 'dashscope', ...way }), known)], rules);
    expect(finding?.message).toContain(expected);
  });

  it('says of no way where the file has none, or the package is asked for here', () => {
    const known = { packageRole: 'official-sdk', exposure: 'package', vendor: 'alibaba' } as const;
    for (const direct of [true, false]) {
      const [finding] = judge([subject(dependency({ name: 'dashscope', direct, pathCount: 2 }), known)], rules);
      expect(finding?.message).not.toContain('comes by');
    }
  });

  it('keeps a brace that a name holds', () => {
    const [finding] = judge([subject(endpoint({ url: 'https://{vendor}.api.deepseek.com/{name}' }), mainland)], rules);
    expect(finding?.message).toContain('https://{vendor}.api.deepseek.com/{name} is answered');
  });
});

describe('nothing is found', () => {
  it.each([
    ['where nothing is known', { outcome: 'unknown' }],
    ['where the name may mean something else', { certainty: 'ambiguous' }],
    ['for a vendor that no facts are about', { vendor: 'nobody' }],
    ['where an opaque name is served outside', { outcome: 'indeterminate', vendor: null, operatorKind: 'host', location: 'outside' }],
  ] as const)('%s', (_, known) => expect(found(subject(model(), { ...mainland, ...known }))).toEqual([]));

  it('for a class that the vendor has no facts for', () => {
    expect(found(subject(endpoint(), { ...mainland, location: 'outside' }))).toEqual([]);
    expect(found(subject(endpoint(), { ...mainland, vendor: 'moonshot', location: 'outside' }))).toEqual([
      'moonshot-endpoint-international warning',
    ]);
  });
});

describe('an opaque name', () => {
  const known = { ...mainland, outcome: 'indeterminate', vendor: null, family: null, certainty: 'strong' } as const;
  const opaque = model({ name: 'ep-20250101-abcde' });

  it('at a server in mainland China is found, whoever trained the model', () => {
    expect(found(subject(opaque, known))).toEqual(['any-indeterminate-model warning']);
    expect(found(subject(opaque, { ...known, operatorKind: 'host' }))).toEqual(['any-indeterminate-model warning']);
  });

  it('behind a router is found, and the router’s address is not', () => {
    const router = { ...known, operatorKind: 'router', operator: null, gateway: party('openrouter'), location: 'unknown' } as const;
    expect(judge([subject(opaque, router)], rules)[0]?.message).toContain('OpenRouter decides');
    expect(found(subject(endpoint(), router))).toEqual([]);
  });
});

describe('a literal key', () => {
  const known = { exposure: 'credential', operatorKind: 'unknown' } as const;
  const shape = { prefix: 'sk-', alphabet: 'hex', length: 32 } as const;

  it('in the vendor’s shape is committed', () => {
    expect(found(subject(credential({ shape }), known))).toEqual(['deepseek-committed-credential error']);
  });

  it('in another shape is only expected', () => {
    expect(found(subject(credential({ shape: { ...shape, length: 20 } }), known))).toEqual(['deepseek-credential warning']);
    expect(found(subject(credential(), known))).toEqual(['deepseek-credential warning']);
  });
});

describe('a further class', () => {
  const weights = { vendor: 'moonshot', operatorKind: 'self', exposure: 'weights' } as const;
  const loaded = { name: 'moonshotai/Kimi-K2', call: 'AutoModel.from_pretrained', at: { context: 'argument' } } as const;

  it('stands beside the first', () => {
    expect(found(subject(model({ ...loaded, remoteCode: true }), weights))).toEqual([
      'moonshot-remote-code error',
      'moonshot-unpinned-revision note',
      'moonshot-weights warning',
    ]);
  });

  it('is absent where it does not hold', () => {
    const revision = '0123456789abcdef0123456789abcdef01234567';
    expect(found(subject(model({ ...loaded, revision }), weights))).toEqual(['moonshot-weights note']);
    expect(found(subject(model({ ...loaded, call: null }), weights))).toEqual(['moonshot-weights warning']);
    expect(found(subject(model({ ...loaded, call: 'trainer.push_to_hub' }), weights))).toEqual(['moonshot-weights warning']);
    expect(found(subject(model({ ...loaded, at: { context: 'argument', usage: 'test' } }), weights))).toEqual(['moonshot-weights note']);
  });

  it('is about files that ask for code, too', () => {
    const file = { vendor: 'moonshot', operatorKind: 'self', exposure: 'artefact' } as const;
    expect(found(subject(artefact({ remoteCode: true }), file))).toContain('moonshot-remote-code note');
  });
});

describe('findings of one rule', () => {
  it('at one place are one, and the gravest speaks; on one line they stay two', () => {
    const weak = subject(endpoint({ at: { line: 4, column: 50 }, url: 'https://api.deepseek.com/beta' }), {
      ...mainland,
      certainty: 'weak',
    });
    const grave = subject(model({ name: 'deepseek-chat', at: { line: 4, column: 50 } }), mainland);
    const beside = subject(endpoint({ at: { line: 4, column: 90 } }), mainland);
    const findings = judge([beside, weak, grave], rules);
    expect(findings.map(({ subject: main, also }) => [main, also])).toEqual([
      [grave, [weak]],
      [beside, []],
    ]);
  });

  it('on one line but of two rules stay two', () => {
    const other = subject(endpoint({ at: { path: 'a.env', line: 3, column: 60 } }), { ...mainland, vendor: 'moonshot' });
    expect(found(api, other)).toEqual(['deepseek-endpoint error', 'moonshot-endpoint error']);
  });

  it('in a catalogue are one a family and file', () => {
    const row = (name: string, line: number, path = 'models.json') =>
      subject(model({ name, at: { path, line, usage: 'catalogue' } }), {
        vendor: 'alibaba',
        operatorKind: 'unknown',
        family: name.split('-')[0] ?? '',
      });
    const findings = judge([row('qwen-max', 9), row('qwen-plus', 2), row('wan-2', 5), row('qwen-max', 2, 'other.json')], rules);
    expect(
      findings.map(({ subject: main, also, level }) => [
        main.reference.evidence.path,
        main.reference.evidence.region?.startLine,
        also.length,
        level,
      ]),
    ).toEqual([
      ['models.json', 2, 1, 'note'],
      ['models.json', 5, 0, 'note'],
      ['other.json', 2, 0, 'note'],
    ]);
  });

  it('in a catalogue are one even where it lists a family as weights and as a service, and the gravest speaks', () => {
    const row = (line: number, rest: Partial<Subject['identity']>) =>
      subject(model({ at: { path: 'models.json', line, usage: 'catalogue' } }), { family: 'deepseek', ...rest });
    const weights = row(2, { operatorKind: 'self', exposure: 'weights' });
    const service = row(3, mainland);
    const findings = judge([weights, service], rules);
    expect(findings.map(({ rule, subject: main, also }) => [rule, main, also])).toEqual([['deepseek-endpoint', service, [weights]]]);
    expect(judge([weights, row(3, { ...mainland, family: 'janus' })], rules)).toHaveLength(2);
  });

  it('in documentation, comments and imports are one a family and file, apart from the code', () => {
    const at = (line: number, context: 'text' | 'comment' | 'argument', usage: 'docs' | 'runtime') =>
      subject(endpoint({ at: { path: 'a.py', line, context, usage } }), mainland);
    const findings = judge([at(1, 'comment', 'runtime'), at(9, 'comment', 'runtime'), at(4, 'argument', 'runtime')], rules);
    expect(findings.map(({ level, also }) => [level, also.length])).toEqual([
      ['note', 1],
      ['error', 0],
    ]);
    expect(judge([at(1, 'text', 'docs'), at(2, 'text', 'docs')], rules)).toHaveLength(1);
    const imported = (line: number) =>
      subject(dependency({ as: 'import', at: { context: 'import', line } }), { packageRole: 'adapter', exposure: 'package' });
    expect(judge([imported(1), imported(2)], rules)).toHaveLength(1);
  });

  it('of a constant are one where the file gives it its value, and stay apart where another file does', () => {
    const value = { line: 3, column: 10 };
    const given = subject(model({ at: value }), mainland);
    const usedAt = (line: number, path?: string) => {
      const arrow = (from: string, to: string, evidence = place(value)) => ({ ...step(from, to, 'alias'), evidence });
      const way = [arrow('symbol:src/app.py#(M)', 'symbol:src/app.py#M', place({ line })), arrow('symbol:src/app.py#M', 'deepseek-chat')];
      return subject(model({ name: 'M', at: { line, ...(path && { path }) } }), mainland, way);
    };
    const findings = judge([usedAt(1), given, usedAt(9), usedAt(4, 'src/other.py')], rules);
    expect(findings.map(({ subject: main, also }) => [main.reference.evidence.path, main === given, also.length])).toEqual([
      ['src/app.py', true, 2],
      ['src/other.py', false, 0],
    ]);
  });

  it('seen twice at one place are seen once', () => {
    expect(judge([api, { ...api }], rules)[0]?.also).toEqual([]);
  });

  it('without a region are one a file', () => {
    const file = (path: string) => {
      const reference = artefact({ at: { path } });
      return subject({ ...reference, evidence: { ...reference.evidence, region: null } }, { operatorKind: 'self', exposure: 'artefact' });
    };
    expect(found(file('a.gguf'), file('b.gguf'))).toHaveLength(2);
  });
});

describe('the order', () => {
  const anySubject = fc
    .record({
      path: fc.constantFrom('a.env', 'b.env'),
      line: fc.integer({ min: 1, max: 4 }),
      column: fc.integer({ min: 1, max: 3 }),
      strong: fc.boolean(),
    })
    .map(({ strong, ...at }) => subject(endpoint({ at }), { ...mainland, certainty: strong ? 'strong' : 'exact' }));

  it('does not depend on the order of the subjects', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anySubject, { maxLength: 8, selector: ({ reference }) => JSON.stringify(reference.evidence) }),
        (subjects) => {
          expect(JSON.stringify(judge(subjects.toReversed(), rules))).toBe(JSON.stringify(judge(subjects, rules)));
        },
      ),
    );
  });
});
