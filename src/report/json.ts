// The report as it is, with the keys of every object in one order: two reports can be compared line by line.
import type { ScanReport } from '../model.ts';
import { compare } from '../util/sort.ts';

/** Follows `schema/report.schema.json`. */
export function json(report: ScanReport): string {
  const { schema, waybill, ...rest } = report;
  return `${JSON.stringify({ schema, waybill, ...sorted(rest) }, null, 2)}\n`;
}

function sorted<T>(value: T): T {
  if (Array.isArray(value)) return value.map(sorted) as T;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([left], [right]) => compare(left, right));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)])) as T;
}
