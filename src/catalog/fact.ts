// How a lookup cites the entry that it rests on, and indexes that are built when the first question is asked.
import type { Fact } from '../model.ts';
import type { Sourced } from './facts.ts';

export function cite(id: string, says: string, { source, checked }: Sourced): Fact {
  return { id, says, source, checked };
}

export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
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
