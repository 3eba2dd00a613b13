// Runs the cases of risks through the whole pipeline and compares what is found with what is marked, to the column.
import type { Problem } from '../catalog/source.ts';
import type { Region, ScanReport, Subject } from '../model.ts';
import { compare } from '../util/sort.ts';
import { unmarked } from './cases.ts';
import { compileRisks } from './compile.ts';
import type { Risk, RiskCase } from './risk.ts';

/** Scans files that are in memory only, with the rules that are checked. */
export type Pipeline = (files: Readonly<Record<string, string>>) => Promise<ScanReport> | ScanReport;

export interface CheckedRisks {
  /** Those that are wrong in themselves are among them. */
  readonly files: number;
  readonly cases: number;
  readonly problems: readonly Problem[];
}

/** Files that are wrong in themselves are reported without running their cases. */
export async function checkRules(directory: string, run: Pipeline): Promise<CheckedRisks> {
  const { files, risks, problems } = compileRisks(directory);
  const found: Problem[] = [...problems];
  for (const risk of risks) for (const example of risk.cases) found.push(...(await checkCase(risk, example, run)));
  return { files, cases: risks.reduce((sum, risk) => sum + risk.cases.length, 0), problems: found };
}

export async function checkCase(risk: Risk, example: RiskCase, run: Pipeline): Promise<Problem[]> {
  const marked = Object.entries(example.files).map(([path, text]) => [path, unmarked(text)] as const);
  const report = await run(Object.fromEntries(marked.map(([path, { text }]) => [path, text])));
  const expected = marked.flatMap(([path, { regions }]) => regions.map((region) => placed(path, region)));
  const found = new Set(foundBy(risk, report));
  const missing = expected.filter((place) => !found.has(place));
  const surplus = [...found].filter((place) => !expected.includes(place));
  const problem = (what: string, fix: string): Problem => ({
    path: risk.path,
    line: example.line,
    what: `case "${example.name}": ${what}`,
    fix,
  });
  return [
    ...missing.map((place) => problem(`nothing was found at ${place}`, others(risk, report))),
    ...surplus.toSorted(compare).map((place) => problem(`found at ${place}, where no mark stands`, 'mark it with «…» or correct `when`')),
  ];
}

function foundBy(risk: Risk, report: ScanReport): string[] {
  const rules = new Set(report.rules.filter((rule) => rule.class === risk.class).map(({ id }) => id));
  return report.findings.filter(({ rule }) => rules.has(rule)).flatMap(({ subject, also }) => [subject, ...also].map(placeOf));
}

/** What was found instead is the quickest way to what went wrong. */
function others(risk: Risk, { findings, inventory, notices }: ScanReport): string {
  const elsewhere = findings.map(({ rule, subject }) => `${rule} at ${placeOf(subject)}`);
  if (elsewhere.length > 0) return `found instead: ${[...new Set(elsewhere)].join(', ')}`;
  if (inventory.length > 0) return `understood, but not found: ${inventory.map(({ identity }) => identity.because).join('; ')}`;
  return notices.length > 0
    ? `noticed: ${notices.map(({ detail }) => detail).join('; ')}`
    : `no walker saw it; see whether ${risk.class} needs another file name`;
}

function placeOf({ reference: { evidence } }: Subject): string {
  return placed(evidence.path, evidence.region);
}

function placed(path: string, region: Region | null): string {
  if (region === null) return path;
  const { startLine, startColumn, endLine, endColumn } = region;
  return `${path}:${startLine}:${startColumn}-${endLine === startLine ? '' : `${endLine}:`}${endColumn}`;
}
