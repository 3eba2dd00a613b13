import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { judge, type Label, type Labels, languageOf, precision, recall, tally } from '../../bench/accuracy/measure.mjs';

const folder = fileURLToPath(new URL('../../bench/accuracy/labels', import.meta.url));
const sets = readdirSync(folder).map((name) => ({ name, labels: load(readFileSync(`${folder}/${name}`, 'utf8')) as Labels }));

interface Change {
  readonly family?: string;
  readonly vendor?: string;
  readonly endLine?: number;
  readonly usage?: string;
}

const subject = (path: string, startLine: number, change: Change = {}) => ({
  reference: {
    kind: 'model',
    name: `${path}@${startLine}`,
    evidence: { path, usage: change.usage ?? 'runtime', region: { startLine, endLine: change.endLine ?? startLine } },
  },
  identity: { vendor: change.vendor ?? 'alibaba', families: [change.family ?? 'qwen'] },
});
const finding = (first: ReturnType<typeof subject>, ...also: ReturnType<typeof subject>[]) => ({ rule: 'r', subject: first, also });
const label = (path: string, line: number, verdict: Label['verdict'], family = 'qwen'): Label => ({
  path,
  line,
  kind: 'model',
  family,
  verdict,
});
const labelled = (...places: Label[]): Labels => ({ repo: 'a/b', commit: '0', places });
const states = (labels: Labels, report: object) => judge(labels, report).places.map(({ state }) => state);

describe('labels', () => {
  it('name their repository, a commit and places that say everything once', () => {
    for (const { name, labels } of sets) {
      expect(name).toBe(`${labels.repo.replace('/', '+')}.yaml`);
      expect(labels.commit, name).toMatch(/^[0-9a-f]{40}$/);
      const keys = labels.places.map(({ path, line, kind, family }) => `${path}:${line}:${kind}:${family}`);
      expect(new Set(keys).size, name).toBe(keys.length);
      for (const { kind, family, verdict, line } of labels.places) {
        expect(['model', 'endpoint', 'package', 'credential'], name).toContain(kind);
        expect(['qwen', 'deepseek', 'minimax', 'kimi'], name).toContain(family);
        expect(['must', 'may', 'not'], name).toContain(verdict);
        expect(line, name).toBeGreaterThan(0);
      }
    }
  });
  it('are enough to measure with', () => {
    expect(sets.length).toBeGreaterThanOrEqual(15);
    expect(sets.reduce((sum, { labels }) => sum + labels.places.length, 0)).toBeGreaterThanOrEqual(600);
    expect(sets.filter(({ labels }) => labels.expect === 'nothing').length).toBeGreaterThanOrEqual(3);
  });
});

describe('judging', () => {
  it('finds a must on its line, in also, and inside a region of several lines', () => {
    const report = {
      findings: [finding(subject('a.py', 1), subject('a.py', 2)), finding(subject('a.py', 5, { endLine: 7 }))],
      inventory: [],
    };
    expect(states(labelled(label('a.py', 1, 'must'), label('a.py', 2, 'must'), label('a.py', 6, 'must')), report)).toEqual([
      'told',
      'told',
      'told',
    ]);
    expect(states(labelled(label('a.py', 3, 'must'), label('b.py', 1, 'must')), report)).toEqual(['silent', 'silent']);
  });
  it('wants the family, of the name or of the vendor', () => {
    const report = { findings: [finding(subject('a.py', 1, { family: 'gte', vendor: 'alibaba' }))], inventory: [] };
    expect(states(labelled(label('a.py', 1, 'must'), label('a.py', 1, 'must', 'kimi')), report)).toEqual(['told', 'silent']);
  });
  it('lets a finding stand for others of its file and family, where the inventory holds them', () => {
    const report = { findings: [finding(subject('a.md', 1))], inventory: [subject('a.md', 1), subject('a.md', 9), subject('b.md', 9)] };
    expect(states(labelled(label('a.md', 9, 'must'), label('b.md', 9, 'must')), report)).toEqual(['grouped', 'silent']);
  });
  it('lets a thing be said once in documentation and in a catalogue', () => {
    const findings = ['docs', 'catalogue', 'example'].map((usage) => finding(subject(`${usage}.md`, 1, { usage })));
    const labels = labelled(label('docs.md', 5, 'must'), label('catalogue.md', 5, 'must', 'kimi'), label('example.md', 5, 'must'));
    expect(states(labels, { findings, inventory: [] })).toEqual(['grouped', 'silent', 'silent']);
  });
  it('counts a finding of any family on a line that must have none', () => {
    const report = { findings: [finding(subject('a.py', 1, { family: 'kimi', vendor: 'moonshot' }))], inventory: [] };
    expect(states(labelled(label('a.py', 1, 'not')), report)).toEqual(['told']);
    expect(judge(labelled(), report).unlabelled).toHaveLength(1);
  });
});

describe('counting', () => {
  const report = { findings: [finding(subject('a.py', 1)), finding(subject('a.py', 3)), finding(subject('b.go', 1))], inventory: [] };
  const places = judge(
    labelled(label('a.py', 1, 'must'), label('a.py', 2, 'must'), label('a.py', 3, 'not'), label('b.go', 1, 'may'), label('b.go', 2, 'may')),
    report,
  ).places;
  it('divides what was found by what must be, and what is right by what was told', () => {
    const all = [...tally(places, null).values()];
    expect(all.map(recall)).toEqual([0.5]);
    expect(all.map(precision)).toEqual([2 / 3]);
  });
  it('goes by language', () => {
    expect([...tally(places, 'language')].map(([name, row]) => [name, recall(row), precision(row)])).toEqual([
      ['go', null, 1],
      ['python', 0.5, 0.5],
    ]);
    expect(['a/B.ipynb', 'x.test.mjs', 'Dockerfile', 'main.tf'].map(languageOf)).toEqual(['notebook', 'javascript', 'other', 'terraform']);
  });
});
