// The report as it is, one finding, subject or notice a line and the keys of every object in one order: two reports can be
// compared line by line.
import type { ScanReport } from '../model.ts';
import { by } from '../util/sort.ts';

/** Follows `schema/report.schema.json`. */
export function json(report: ScanReport): string {
  return [...jsonPieces(report)].join('');
}

/** The same text piece by piece: a hundred thousand findings are longer than one string may be. */
export function* jsonPieces({ schema, waybill, ...rest }: ScanReport): Generator<string> {
  const write = writer();
  const members = [['schema', schema], ['waybill', waybill], ...Object.entries(rest).toSorted(by(([key]) => key))] as const;
  yield '{';
  for (const [index, [key, value]] of members.entries()) {
    yield `${index === 0 ? '' : ','}\n  ${JSON.stringify(key)}: `;
    if (Array.isArray(value) && value.length > 0) yield* lines(value, write);
    else yield write(value);
  }
  yield '\n}\n';
}

type Write = (value: unknown) => string;

function* lines(list: readonly unknown[], write: Write): Generator<string> {
  for (const [index, item] of list.entries()) yield `${index === 0 ? '[' : ','}\n    ${write(item)}`;
  yield '\n  ]';
}

/** Findings and the inventory hold the same subjects, and many subjects the same identity and facts: each is written out once. */
function writer(): Write {
  const written = new Map<object, string>();
  const orders = new Map<string, readonly Member[]>();
  const write = (value: unknown): string => {
    if (value === null || typeof value !== 'object') return JSON.stringify(value);
    const before = written.get(value);
    if (before !== undefined) return before;
    const text = Array.isArray(value) ? `[${value.map(write).join(',')}]` : writeObject(value as Record<string, unknown>);
    written.set(value, text);
    return text;
  };
  const writeObject = (value: Record<string, unknown>): string => {
    const keys = Object.keys(value);
    const shape = keys.join('\0');
    const order = orders.get(shape) ?? orderOf(keys);
    orders.set(shape, order);
    let text = '{';
    for (const { key, lead } of order) {
      if (value[key] !== undefined) text += (text === '{' ? '' : ',') + lead + write(value[key]);
    }
    return `${text}}`;
  };
  return write;
}

interface Member {
  readonly key: string;
  /** The key as it is written, with its colon. */
  readonly lead: string;
}

/** Objects of one kind have the same keys: they are put in order once. */
function orderOf(keys: readonly string[]): readonly Member[] {
  return keys.toSorted().map((key) => ({ key, lead: `${JSON.stringify(key)}:` }));
}
