import { describe, expect, it } from 'vitest';
import { problemText } from '../../src/catalog/source.ts';
import { unmarked } from '../../src/rules/cases.ts';
import { compileRiskFiles } from '../../src/rules/compile.ts';
import { rules } from './subjects.ts';

const good = `title: A title
when: { kind: endpoint, operator: vendor }
message: "{name} is answered by {operator}"
why: |
  A reason.
fix: |
  A step.
tags: [external/cwe/cwe-829]
references:
  - https://example.org/terms
since: 0.1.0
cases:
  - name: a hit
    file: .env
    text: |
      URL=«https://api.deepseek.com»
  - name: a near miss
    file: .env
    text: |
      URL=https://notdeepseek.com
`;

const compile = (text: string, path = 'rules/risks/x.yaml') => compileRiskFiles([{ path, text }]);
const problems = (text: string, path?: string) => compile(text, path).problems.map(problemText);
const changed = (from: string, to: string) => problems(good.replace(from, to));

describe('a file of a risk', () => {
  it('becomes a risk', () => {
    const { risks, problems: wrong } = compile(good);
    expect(wrong).toEqual([]);
    expect(risks[0]).toMatchObject({
      class: 'x',
      additional: false,
      vendors: 'always',
      aspect: 'origin',
      when: [{ kind: ['endpoint'], operator: ['vendor'] }],
      unless: [],
    });
  });

  it('may give alternatives and exceptions', () => {
    const { risks } = compile(
      good.replace(
        'when: { kind: endpoint, operator: vendor }',
        'when:\n  - { kind: [model, endpoint] }\n  - { remoteCode: true }\nunless: { usage: test }',
      ),
    );
    expect(risks[0]?.when).toEqual([{ kind: ['model', 'endpoint'] }, { remoteCode: [true] }]);
    expect(risks[0]?.unless).toEqual([{ usage: ['test'] }]);
  });

  it.each<readonly [string, string, string, string]>([
    ['an unknown key', 'since:', 'sicne:', 'rules/risks/x.yaml:11: unknown key "sicne"; did you mean "since"?'],
    [
      'an unknown condition',
      'operator: vendor',
      'operater: vendor',
      'rules/risks/x.yaml:2: unknown key "when.operater"; did you mean "operator"?',
    ],
    [
      'an unknown value',
      'operator: vendor',
      'operator: vender',
      'rules/risks/x.yaml:2: `when.operator` does not know "vender"; did you mean "vendor"?',
    ],
    [
      'a word where yes or no is asked',
      'operator: vendor',
      'direct: maybe',
      'rules/risks/x.yaml:2: `when.direct` does not know "maybe"; use one of true, false',
    ],
    [
      'an unknown placeholder',
      '{operator}',
      '{operater}',
      'rules/risks/x.yaml:3: `message` has the unknown placeholder {operater}; did you mean "operator"?',
    ],
    [
      'a name in a text that is the same for all',
      'A reason.',
      'About {name}.',
      'rules/risks/x.yaml:4: `why` has the unknown placeholder {name}; use one of vendor',
    ],
    [
      'no condition at all',
      '{ kind: endpoint, operator: vendor }',
      '{}',
      'rules/risks/x.yaml:2: `when` is not a mapping of conditions; use kind, outcome, exposure, operator ...',
    ],
    [
      'a reference that is no URL',
      'https://example.org/terms',
      'see the terms',
      'rules/risks/x.yaml:10: "see the terms" is no URL; begin it with https://',
    ],
    [
      'no near miss',
      'notdeepseek.com',
      'not«deepseek.com»',
      'rules/risks/x.yaml:13: no case is a near miss; add one without «…» that looks alike and must not be found',
    ],
    ['no hit', '«https://api.deepseek.com»', 'x', 'rules/risks/x.yaml:13: no case is a hit; mark with «…» what must be found'],
    [
      'half a mark',
      'notdeepseek.com',
      'notdeepseek.com»',
      'rules/risks/x.yaml:17: case "a near miss" has a mark without its partner in .env; write «…» in pairs',
    ],
    [
      'a case without files',
      '    file: .env\n    text: |\n      URL=https://not',
      '    text: |\n      URL=https://not',
      'rules/risks/x.yaml:17: case "a near miss" has no files; give `file` and `text`, or `files` as a mapping of path to text',
    ],
    [
      'too many tags',
      '[external/cwe/cwe-829]',
      '[a, b, c, d, e, f, g]',
      'rules/risks/x.yaml:8: 7 tags; platforms show ten, four are given: keep 6',
    ],
    ['a text that is none', 'title: A title', 'title: 3', 'rules/risks/x.yaml:1: `title` is not a text; write a sentence'],
  ])('reports %s with its line', (_, from, to, expected) => expect(changed(from, to)).toContain(expected));

  it('reports what is missing', () => {
    expect(problems('title: A title\n')).toContain('rules/risks/x.yaml:1: `when` is missing; add it');
  });

  it('reports what is no mapping, no YAML and no class', () => {
    expect(problems('- a\n')).toEqual(['rules/risks/x.yaml:1: the file is not a mapping; begin it with `title:`']);
    expect(problems('title: [\n')[0]).toMatch(/^rules\/risks\/x\.yaml:\d: not valid YAML: /);
    expect(problems(good, 'rules/risks/My Rule.yaml')).toEqual([
      'rules/risks/My Rule.yaml:1: `My Rule` is no class; name the file in lower case, with dashes',
    ]);
  });
});

describe('marks', () => {
  it('give exact regions and leave the text', () => {
    const { text, regions } = unmarked('a: «b»\nc: «dé»«f»\n');
    expect(text).toBe('a: b\nc: déf\n');
    expect(regions.map(({ startLine, startColumn, endColumn }) => [startLine, startColumn, endColumn])).toEqual([
      [1, 4, 5],
      [2, 4, 6],
      [2, 6, 7],
    ]);
  });
});

describe('the rules that ship', () => {
  it.each(rules.risks)('$class says what is wrong, why and what to do', (risk) => {
    for (const text of [risk.title, risk.message, risk.why, risk.fix]) expect(text.length).toBeGreaterThan(20);
    expect(risk.title.length).toBeLessThan(100);
    expect(risk.tags).toContain('owasp-llm03-2025');
    expect(risk.tags.some((tag) => tag.startsWith('external/cwe/'))).toBe(true);
    expect(risk.references.length).toBeGreaterThan(0);
  });

  it('are ordered, named by vendor and class, and each has a severity', () => {
    const ids = rules.rules.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of rules.rules) {
      expect(rule.id).toBe(`${rule.vendor}-${rule.class}`);
      expect(rule.securitySeverity).toBeGreaterThan(0);
      expect(rule.tags.slice(0, 3)).toEqual(['security', 'supply-chain', 'model-provenance']);
      expect(rule.tags.length).toBeLessThanOrEqual(9);
      expect(`${rule.title}${rule.why}${rule.fix}`).not.toContain('{');
    }
  });

  it('are only those for which a vendor has facts', () => {
    const classes = (vendor: string) => rules.rules.filter((rule) => rule.vendor === vendor).map((rule) => rule.class);
    expect(classes('deepseek')).toContain('malicious-package');
    expect(classes('moonshot')).toContain('endpoint-international');
    expect(classes('any')).toEqual(['indeterminate-model']);
    expect(classes('moonshot')).not.toContain('indeterminate-model');
    expect(classes('deepseek')).not.toContain('endpoint-international');
    expect(classes('minimax')).not.toContain('malicious-package');
  });
});
