import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { Finding, ScanReport } from '../../src/model.ts';
import { reporters } from '../../src/report/index.ts';
import { empty, evidence, finding, identity, model, report, subject } from './sample.ts';

const multitool = dirname(createRequire(import.meta.url).resolve('@microsoft/sarif-multitool'));
const schemaPath = createRequire(join(multitool, 'index.js')).resolve(`@microsoft/sarif-multitool-${process.platform}/sarif-2.1.0.json`);
const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
const validate = ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')));

function log(of: ScanReport, inactive = false): Log {
  return JSON.parse(reporters.sarif(of, { width: 80, color: false, inactive, brief: false }));
}

function runOf(of: ScanReport, inactive = false) {
  const [run] = log(of, inactive).runs;
  if (!run) throw new Error('a SARIF log has a run');
  return run;
}

const results = (of: ScanReport, inactive = false): readonly Result[] => runOf(of, inactive).results ?? [];
const one = (item: Finding, more: Partial<ScanReport> = {}) => results(report({ ...more, findings: [item] }))[0];
const named = (name: string, message: string, also: readonly string[] = [], line = 1) =>
  finding({
    rule: 'qwen-derivative-weights',
    message,
    subject: subject(model(name, evidence('a.py', line, `x = "«${name}»"`)), identity()),
    also: also.map((other) => subject(model(other, evidence('a.py', 1, `y = "«${other}»"`)), identity())),
  });

describe('a SARIF log', () => {
  it.each([
    ['with findings', report(), true],
    ['without findings', empty, false],
  ])('follows the schema of OASIS: %s', (_, of, inactive) => {
    validate(log(of, inactive));
    expect(validate.errors).toBeNull();
  });

  it('has one run of one tool whose name never changes, and results even if there are none', () => {
    const { runs } = log(empty);
    expect(runs).toHaveLength(1);
    expect(runs[0]?.tool.driver).toMatchObject({ name: 'waybill', semanticVersion: '0.1.0' });
    expect(runs[0]?.results).toEqual([]);
  });

  it('has the same rules whatever was found', () => {
    expect(runOf(empty).tool.driver.rules).toEqual(runOf(report()).tool.driver.rules);
    expect(runOf(empty).tool.driver.notifications?.length).toBeGreaterThan(0);
  });

  it('ends its lines alike on every machine', () => {
    expect(reporters.sarif(report(), { width: 1, color: false, inactive: false, brief: false })).toMatch(/^[^\r]*\}\n$/);
  });
});

describe('a SARIF rule', () => {
  const rules = runOf(report()).tool.driver.rules ?? [];
  const byId = (id: string) => rules.find((rule) => rule.id === id);

  it('has what GitHub shows and sorts by', () => {
    expect(byId('deepseek-vendor-endpoint')).toMatchObject({
      name: 'DeepseekVendorEndpoint',
      defaultConfiguration: { level: 'error' },
      properties: { 'security-severity': '8.1', precision: 'high', 'problem.severity': 'error' },
    });
    expect(byId('deepseek-vendor-endpoint')?.properties?.tags).toEqual([
      'security',
      'supply-chain',
      'model-provenance',
      'vendor/deepseek',
      'external/cwe/cwe-829',
      'owasp-llm03-2025',
    ]);
  });

  it('is not about security if it has no severity', () => {
    const { tags, ...properties } = byId('qwen-licence')?.properties ?? {};
    expect(tags).toEqual(['supply-chain', 'model-provenance', 'vendor/qwen']);
    expect(properties).not.toHaveProperty('security-severity');
  });

  it('says what, why, what to do and how to accept it, in both forms', () => {
    for (const { help } of rules) {
      for (const part of ['What it is', 'Why it matters', 'What to do', 'How to accept it', 'waybill.yaml']) {
        expect(help?.text).toContain(part);
        expect(help?.markdown).toContain(part);
      }
    }
    expect(byId('deepseek-vendor-endpoint')?.help?.markdown).toContain('## Why it matters');
    expect(byId('deepseek-vendor-endpoint')?.help?.text).not.toContain('##');
  });

  it('is tied to its CWE entry', () => {
    const run = runOf(report());
    expect(run.taxonomies?.[0]?.taxa?.map(({ id }) => id)).toEqual(['CWE-798', 'CWE-829', 'CWE-1357']);
    expect(byId('deepseek-credential')?.relationships).toEqual([
      { target: { id: 'CWE-798', toolComponent: { name: 'CWE', index: 0, guid: run.taxonomies?.[0]?.guid } }, kinds: ['superset'] },
    ]);
    expect(byId('qwen-licence')).not.toHaveProperty('relationships');
  });
});

describe('a SARIF result', () => {
  const [first, second, third] = results(report());

  it('says who brought a package in, and nothing of the kind where a model is named', () => {
    const packaged = report().findings.find(({ subject: { reference } }) => reference.kind === 'package');
    if (packaged?.subject.reference.kind !== 'package') throw new Error('the sample has a package');
    const way = { direct: false, introducedBy: ['langchain-community'], pathCount: 2 };
    const reference = { ...packaged.subject.reference, ...way };
    const result = one({ ...packaged, disposition: 'active', subject: { ...packaged.subject, reference } });
    expect(result?.properties?.['waybill/package']).toMatchObject({ name: 'dashscope', version: '1.20.0', scope: 'runtime', ...way });
    expect(first?.properties).not.toHaveProperty('waybill/package');
  });

  it('names its rule twice, alike', () => {
    const rules = runOf(report()).tool.driver.rules ?? [];
    for (const { ruleId, ruleIndex } of results(report(), true)) expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId);
  });

  it('stands at a relative, encoded path and a region on one line', () => {
    expect(first?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'deploy/litellm%20config.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 14, startColumn: 13, endLine: 14, endColumn: 40, snippet: { text: 'https://api.deepseek.com/v1' } },
        },
        logicalLocations: [{ fullyQualifiedName: 'model_list[0].litellm_params.api_base', kind: 'member' }],
      },
    ]);
    expect(third?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('services/chat/%E6%A8%A1%E5%9E%8B%20%231.py');
  });

  it('is relative to the repository when a folder of it was scanned', () => {
    const uris = results(report({ prefix: 'apps/web' }), true).map(
      ({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri,
    );
    expect(uris[0]).toBe('apps/web/deploy/litellm%20config.yaml');
    expect(uris.every((uri) => uri?.startsWith('apps/web/'))).toBe(true);
  });

  it('has no scheme, no leading slash and no way up in any URI of the log', () => {
    const uris = [...JSON.stringify(log(report({ prefix: '/odd//prefix/' }), true)).matchAll(/"uri":"([^"]*)"/g)].map(([, uri]) => uri);
    expect(uris.length).toBeGreaterThan(6);
    for (const uri of uris) expect(uri).toMatch(/^[A-Za-z0-9._~%()!*'-]+(?:\/[A-Za-z0-9._~%()!*'-]+)*$/);
  });

  it('keeps to one line, and to line 1 where a file has none', () => {
    const where = evidence('a.yaml', 3, 'x: «abc»');
    const long = { ...where, region: { startLine: 3, startColumn: 6, endLine: 5, endColumn: 2 } };
    const spread = one(finding({ rule: 'qwen-licence', subject: subject(model('abc', long), identity()) }));
    expect(spread?.locations?.[0]?.physicalLocation?.region).toEqual({
      startLine: 3,
      startColumn: 6,
      endLine: 3,
      endColumn: 9,
      snippet: { text: 'abc' },
    });
    const nowhere = one(finding({ rule: 'qwen-licence', subject: subject(model('abc', { ...where, region: null }), identity()) }));
    expect(nowhere?.locations?.[0]?.physicalLocation?.region).toEqual({ startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 });
  });

  it('has the fingerprint of the finding, and one that does not know the path', () => {
    expect(first?.partialFingerprints?.primaryLocationLineHash).toBe(report().findings[0]?.fingerprint);
    const moved = (path: string, line: number) =>
      one(finding({ rule: 'qwen-licence', subject: subject(model('m', evidence(path, line, '«m»')), identity()) }))?.partialFingerprints?.[
        'waybillReference/v1'
      ];
    expect(moved('a.py', 1)).toMatch(/^[0-9a-f]{16}$/);
    expect(moved('b/c.py', 9)).toBe(moved('a.py', 1));
    expect(first?.partialFingerprints?.['waybillReference/v1']).not.toBe(moved('a.py', 1));
  });

  it('ranks by its own score', () => {
    expect([first?.rank, second?.rank, third?.rank]).toEqual([81, 48, 33]);
  });

  it('tells the lineage step by step, where the file says so or where the reference stands', () => {
    const steps = third?.codeFlows?.[0]?.threadFlows[0]?.locations.map(({ location }) => [
      location?.message?.text,
      location?.physicalLocation?.artifactLocation?.uri,
      location?.physicalLocation?.region?.startLine,
    ]);
    const here = 'services/chat/%E6%A8%A1%E5%9E%8B%20%231.py';
    expect(steps).toEqual([
      ['team/chat-v2.', here, 41],
      ['team/chat-v2: fine-tune of NovaSky-AI/Sky-T1-32B-Preview (models/chat-v2/README.md:3).', 'models/chat-v2/README.md', 3],
      [
        'NovaSky-AI/Sky-T1-32B-Preview: fine-tune of Qwen/Qwen2.5-32B-Instruct (catalog: https://huggingface.co/NovaSky-AI/Sky-T1-32B-Preview).',
        here,
        41,
      ],
    ]);
    expect(first).not.toHaveProperty('codeFlows');
  });

  it('links what else stands on the line', () => {
    expect(third?.message.text).toMatch(/Evaluate and pin it\. Also: \[team\/chat-v3\]\(1\), \[MODEL\]\(2\)\.$/);
    expect(third?.relatedLocations?.[0]).toMatchObject({ id: 1, message: { text: 'team/chat-v3.' } });
  });
});

describe('a SARIF message', () => {
  it('escapes brackets and backslashes of scanned text', () => {
    expect(results(report())[1]?.message.text).toBe('The key DEEPSEEK_API_KEY is read \\[from the environment\\]\\\\here.');
  });

  it('is one line without control characters that ends like a sentence', () => {
    expect(one(named('m', 'a\n\n b\u001b[31m\u202ec'))?.message.text).toBe('a bc.');
    expect(one(named('m', 'Really?'))?.message.text).toBe('Really?');
  });

  it.each([
    ['plain text', 'x'.repeat(5000)],
    ['nothing but brackets', '['.repeat(5000)],
    ['an odd number before the brackets', `a${'\\'.repeat(5000)}`],
    ['emoji', '😀'.repeat(2000)],
  ])('is at most 1,000 units long and cuts no escape and no character in half: %s', (_, message) => {
    for (const also of [[], ['[other]'.repeat(200), 'b', 'c', 'd', 'e', 'f', 'g']]) {
      const text = one(named('m', message, also))?.message.text ?? '';
      expect(text.length).toBeLessThanOrEqual(1000);
      expect(text.endsWith('.')).toBe(true);
      expect(text).not.toMatch(/\p{Surrogate}/u);
      expect(text.replace(/\\[[\]\\]/g, '').replace(/\[[^[\]\\]*\]\(\d+\)/g, '')).not.toMatch(/[[\]\\]/);
    }
  });
});

describe('what is not active', () => {
  it('is left out, for GitHub would open an alert for it', () => {
    expect(results(report())).toHaveLength(4);
    expect(results(report()).some((result) => 'suppressions' in result || 'baselineState' in result)).toBe(false);
  });

  it('is kept on request, with the reason', () => {
    const all = results(report(), true);
    expect(all).toHaveLength(6);
    expect(all[4]?.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'Approved for the pilot (owner: ml-platform, expires 2027-01-31)' },
    ]);
    expect(all.map(({ baselineState }) => baselineState)).toEqual(['new', 'new', 'new', 'new', 'new', 'unchanged']);
  });
});

describe('notices', () => {
  it('are notifications of the invocation with a descriptor each', () => {
    const run = runOf(report());
    const told = run.invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(run.invocations?.[0]?.executionSuccessful).toBe(true);
    expect(told.map(({ message }) => message.text)).toEqual([
      'deploy/broken \\[1\\].yaml: bad indentation of a mapping entry.',
      'asked three times without an answer.',
    ]);
    for (const { descriptor } of told) expect(run.tool.driver.notifications?.[descriptor?.index ?? -1]?.id).toBe(descriptor?.id);
    expect(told[0]?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'deploy/broken%20%5B1%5D.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 7 },
    });
    expect(told[1]).not.toHaveProperty('locations');
  });
});

describe('more results than platforms take', () => {
  const many = Array.from({ length: 5002 }, (_, at) => named(`m${at}`, 'One of many', [], at + 1));
  const last = many.map((item, at) => (at === 5001 ? item : { ...item, level: 'note' as const }));

  it('keeps the most severe in their order and says how many are missing', () => {
    const run = runOf(report({ findings: last, notices: [] }));
    expect(run.results).toHaveLength(5000);
    expect(run.results?.at(-1)?.level).toBe('error');
    expect(run.results?.[0]?.properties?.disposition).toBe('active');
    expect(run.invocations?.[0]?.toolExecutionNotifications?.map(({ message }) => message.text)).toEqual([
      '2 of 5002 results are left out, the least severe first.',
    ]);
  });
});

describe('any path and any message', () => {
  const pieces = fc.constantFrom(
    'a',
    '/',
    '..',
    ' ',
    '%',
    '#',
    '?',
    ':',
    '\\',
    '[',
    ']',
    '{0}',
    '\u001b[m',
    '\n',
    '深',
    '🚀',
    '\ud800',
    'é',
  );
  const anything = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

  it('gives a valid log whose paths can be read back', () => {
    fc.assert(
      fc.property(anything, anything, (path, message) => {
        const of = finding({ rule: 'qwen-licence', message, subject: subject(model(message, evidence(`x${path}`, 1, '«m»')), identity()) });
        const whole = log(
          report({ findings: [of], notices: [{ kind: 'notice', code: 'c', path: `x${path}`, line: null, detail: message }] }),
        );
        validate(whole);
        expect(validate.errors).toBeNull();
        const uri = whole.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
        const readable = `x${path}`
          .replace(/\p{Surrogate}/gu, '\ufffd')
          .replace(/\/+/g, '/')
          .replace(/\/$/, '');
        expect(decodeURIComponent(uri)).toBe(readable);
      }),
    );
  });
});
