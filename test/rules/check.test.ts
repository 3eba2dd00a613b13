import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ownRules } from '../../src/catalog/load.ts';
import type { Finding, Region, Rule, ScanReport } from '../../src/model.ts';
import { checkRules } from '../../src/rules/check.ts';
import { compileRisks } from '../../src/rules/compile.ts';
import { loadRisks } from '../../src/rules/load.ts';
import { endpoint, subject } from './subjects.ts';

const directory = mkdtempSync(join(tmpdir(), 'waybill-rules-'));
afterAll(() => rmSync(directory, { recursive: true }));

const risk = `title: A title that is long enough
when: { kind: endpoint }
message: "{name} is answered by {operator}"
why: Because.
fix: Do this.
references: []
since: 0.1.0
cases:
  - name: a hit
    file: a.env
    text: |
      URL=«https://api.test»
  - name: a near miss
    files:
      a.env: "URL=https://other.test\\n"
`;
mkdirSync(join(directory, 'risks'));
const write = (text: string) => writeFileSync(join(directory, 'risks', 'own-class.yaml'), text);

/** Finds every URL of `api.test`, and one column too far where it is told so. */
const finding =
  (shift = 0, rule = 'vendor-own-class') =>
  (files: Readonly<Record<string, string>>): ScanReport => {
    const findings = Object.entries(files).flatMap(([path, text]) => {
      const at = text.indexOf('https://api.test');
      if (at < 0) return [];
      const region: Region = { startLine: 1, startColumn: at + 1 + shift, endLine: 1, endColumn: at + 17 };
      const reference = endpoint({ at: { path } });
      return [{ rule, subject: subject({ ...reference, evidence: { ...reference.evidence, region } }), also: [] } as unknown as Finding];
    });
    const rules = [{ id: 'vendor-own-class', class: 'own-class' } as Rule];
    return { rules, findings, inventory: [], notices: [] } as unknown as ScanReport;
  };

describe('the check of rules', () => {
  it('is content if exactly what is marked is found', async () => {
    write(risk);
    expect(await checkRules(directory, finding())).toMatchObject({ cases: 2, problems: [] });
  });

  it('compares columns', async () => {
    write(risk);
    const { problems } = await checkRules(directory, finding(1));
    expect(problems.map(({ line, what }) => [line, what])).toEqual([
      [9, 'case "a hit": nothing was found at a.env:1:5-21'],
      [9, 'case "a hit": found at a.env:1:6-21, where no mark stands'],
    ]);
  });

  it('says what was found instead', async () => {
    write(risk);
    const { problems } = await checkRules(directory, finding(0, 'vendor-other'));
    expect(problems[0]?.fix).toBe('found instead: vendor-other at a.env:1:5-21');
  });

  it('reports a near miss that is found', async () => {
    write(risk.replace('other.test', 'api.test'));
    const { problems } = await checkRules(directory, finding());
    expect(problems.map(({ what }) => what)).toEqual(['case "a near miss": found at a.env:1:5-21, where no mark stands']);
  });

  it('does not run the cases of a file that is wrong', async () => {
    write(risk.replace('since', 'sicne'));
    const { problems, cases, files } = await checkRules(directory, () => {
      throw new Error('must not run');
    });
    expect(cases).toBe(0);
    expect(problems.map(({ path }) => path)).toEqual([`${directory}/risks/own-class.yaml`]);
    expect(files).toBe(1);
  });
});

describe('risks of the user', () => {
  it('have names of their own; those of waybill are called the same wherever it is installed', () => {
    write(risk);
    expect(compileRisks(directory).risks.map(({ path }) => path)).toEqual([`${directory}/risks/own-class.yaml`]);
    expect(compileRisks(relative('.', ownRules())).risks.map(({ path }) => path)).toContain('rules/risks/endpoint.yaml');
  });

  it('join those that ship', async () => {
    write(risk);
    const [shipped, all] = [await loadRisks(), await loadRisks([directory])];
    expect(all.map((item) => item.class)).toEqual([...shipped.map((item) => item.class), 'own-class'].toSorted());
  });

  it('are a mistake with a place where they are wrong', async () => {
    write(risk.replace('since', 'sicne'));
    await expect(loadRisks([directory])).rejects.toMatchObject({
      name: 'UsageError',
      code: 'invalid-risk',
      where: `${directory}/risks/own-class.yaml:7`,
      hint: 'did you mean "since"?',
    });
  });
});
