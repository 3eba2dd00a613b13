// Ranges of ecosystems without a library here: comparisons (`>= 1, < 2`, `~> 2.1`) and intervals (`[1.0,2.0)`, `(,1.0],[1.2,)`).
import { afterPessimistic, type Compare } from './version-order.ts';

/** Null where range or version cannot be read. */
export function inRange(compare: Compare, range: string, version: string): boolean | null {
  const written = range.trim();
  return /^[[(]/.test(written) ? inIntervals(compare, written, version) : inComparisons(compare, written, version);
}

const INTERVAL = /^\s{0,5}([[(])\s{0,5}([^\s,[\]()]{0,100})\s{0,5}(?:(,)\s{0,5}([^\s,[\]()]{0,100})\s{0,5})?([\])])\s{0,5}(?:,|$)/;

/** Any of them will do. */
function inIntervals(compare: Compare, range: string, version: string): boolean | null {
  let found = false;
  for (let rest = range; rest !== ''; ) {
    const [whole, open, low = '', comma, high = '', close] = INTERVAL.exec(rest) ?? [];
    if (whole === undefined) return null;
    const upper = comma === undefined ? low : high;
    const bounds = [
      low === '' ? null : ([open === '[' ? '>=' : '>', low] as const),
      upper === '' ? null : ([close === ']' ? '<=' : '<', upper] as const),
    ];
    const held = all(bounds.flatMap((bound) => (bound === null ? [] : fits(compare, bound, version))));
    if (held === null) return null;
    found ||= held;
    rest = rest.slice(whole.length);
  }
  return found;
}

/** All of them must hold. */
function inComparisons(compare: Compare, range: string, version: string): boolean | null {
  const parts = range.split(/\s{0,10},\s{0,10}|\s{1,10}(?=[<>=!~])/).filter((part) => part !== '');
  if (parts.length === 0) return null;
  return all(
    parts.map((part) => {
      const [, operator = '=', bound] = /^(>=|<=|!=|~>|==?|>|<)?\s{0,10}(\S{1,100})$/.exec(part) ?? [];
      return bound === undefined ? null : fits(compare, [operator, bound], version);
    }),
  );
}

function fits(compare: Compare, [operator, bound]: readonly [string, string], version: string): boolean | null {
  const order = compare(version, bound);
  if (order === null) return null;
  if (operator === '~>') return order >= 0 && (compare(version, `${afterPessimistic(bound)}.a`) ?? 0) < 0;
  return holds[operator]?.(order) ?? null;
}

const holds: Readonly<Record<string, (order: number) => boolean>> = {
  '>=': (order) => order >= 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '<': (order) => order < 0,
  '=': (order) => order === 0,
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
};

function all(answers: readonly (boolean | null)[]): boolean | null {
  return answers.includes(null) ? null : answers.every(Boolean);
}
