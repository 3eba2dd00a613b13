// An earlier JSON report: what it holds is known, and only what is new counts.
import { UsageError } from '../util/errors.ts';

/** Fingerprints of a report. They hold rule and path, so nothing else has to be compared. */
export function baselineOf(text: string, path: string): ReadonlySet<string> {
  const report = parsed(text, path);
  const hint = 'Make one with: waybill scan --format json --output FILE';
  if (!isFields(report) || report.schema !== 'waybill-report-1' || !Array.isArray(report.findings))
    throw new UsageError(`The baseline ${path} is not a report of waybill`, { code: 'invalid-baseline', where: path, hint });
  const fingerprints = report.findings.map((finding: unknown) => (isFields(finding) ? finding.fingerprint : undefined));
  return new Set(fingerprints.filter((fingerprint) => typeof fingerprint === 'string'));
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`The baseline ${path} is not JSON`, {
      code: 'invalid-baseline',
      where: path,
      hint: 'Use a report that was written with --format json.',
    });
  }
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
