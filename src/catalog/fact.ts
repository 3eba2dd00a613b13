// How a lookup cites the entry that it rests on, and what indexes are made of.
import type { Fact } from '../model.ts';
import type { Sourced } from './facts.ts';

export function cite(id: string, says: string, { source, checked }: Sourced): Fact {
  return { id, says, source, checked };
}

/** Lists of values by key, in the order given. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
