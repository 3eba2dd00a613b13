// An earlier JSON report: what it holds is known, and only what is new counts.
import { UsageError } from '../util/errors.ts';

const SCHEMA = 'waybill-report-1';

/** Fingerprints of a report. They hold rule and path, so nothing else has to be compared. */
export function baselineOf(text: string, path: string): ReadonlySet<string> {
  const report = parsed(text, path);
  const hint = 'make one with: waybill scan --format json --output FILE';
  const refuse = (why: string) => new UsageError(`the baseline ${path} is ${why}`, { code: 'invalid-baseline', where: path, hint });
  if (!isFields(report) || !Array.isArray(report.findings)) throw refuse('not a report of waybill');
  if (report.schema !== SCHEMA)
    throw refuse(isReportSchema(report.schema) ? 'a report of another version of waybill' : 'not a report of waybill');
  const fingerprints = report.findings.map((finding: unknown) => (isFields(finding) ? finding.fingerprint : undefined));
  return new Set(fingerprints.filter((fingerprint) => typeof fingerprint === 'string'));
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`the baseline ${path} is not JSON`, {
      code: 'invalid-baseline',
      where: path,
      hint: 'use a report that was written with --format json',
    });
  }
}

function isReportSchema(schema: unknown): boolean {
  return typeof schema === 'string' && schema.startsWith('waybill-report-');
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
