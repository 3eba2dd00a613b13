// The report as it is, with the keys of every object in one order: two reports can be compared line by line.
import type { ScanReport } from '../model.ts';
import { by } from '../util/sort.ts';

/** Follows `schema/report.schema.json`. */
export function json(report: ScanReport): string {
  return [...jsonPieces(report)].join('');
}

/** The same text piece by piece: a hundred thousand findings are longer than one string may be. */
export function* jsonPieces({ schema, waybill, ...rest }: ScanReport): Generator<string> {
  const done = new Map<object, unknown>();
  const members = [['schema', schema], ['waybill', waybill], ...Object.entries(rest).toSorted(by(([key]) => key))] as const;
  yield '{';
  for (const [index, [key, value]] of members.entries()) {
    yield `${index === 0 ? '' : ','}\n  ${JSON.stringify(key)}: `;
    if (Array.isArray(value) && value.length > 0) yield* items(value, done);
    else yield indented(sorted(value, done), '  ');
  }
  yield '\n}\n';
}

function* items(list: readonly unknown[], done: Map<object, unknown>): Generator<string> {
  for (const [index, item] of list.entries()) yield `${index === 0 ? '[' : ','}\n    ${indented(sorted(item, done), '    ')}`;
  yield '\n  ]';
}

function indented(value: unknown, margin: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${margin}`);
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
