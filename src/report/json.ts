// The report as it is, with the keys of every object in one order: two reports can be compared line by line.
import type { ScanReport } from '../model.ts';

/** Follows `schema/report.schema.json`. */
export function json(report: ScanReport): string {
  const { schema, waybill, ...rest } = report;
  return `${JSON.stringify({ schema, waybill, ...sorted(rest, new Map()) }, null, 2)}\n`;
}

/** `done`: findings and the inventory hold the same subjects, and many subjects the same identity; each is put in order once. */
function sorted<T>(value: T, done: Map<object, unknown>): T {
  if (value === null || typeof value !== 'object') return value;
  const before = done.get(value);
  if (before !== undefined) return before as T;
  const result = Array.isArray(value) ? value.map((item) => sorted(item, done)) : sortedKeys(value, done);
  done.set(value, result);
  return result as T;
}

function sortedKeys(value: object, done: Map<object, unknown>): object {
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) result[key] = sorted((value as Record<string, unknown>)[key], done);
  return result;
}
