// Files of facts are written in groups that share a source; the catalog wants flat lists. Remembers where each entry stood.
import type { Path } from './source.ts';

export interface Entry {
  readonly value: Readonly<Record<string, unknown>>;
  readonly path: Path;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * The entries of a list. An item with `entries` is a group: its other keys hold for each of them.
 * `inherited` holds for all; what stands nearer wins.
 */
export function expandList(list: unknown, path: Path, inherited: Fields): Entry[] {
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) return [{ value: { ...inherited, '': list }, path }];
  return list.flatMap((item: unknown, index) => {
    const here = [...path, index];
    if (!isFields(item)) return [{ value: { ...inherited, '': item }, path: here }];
    if (!('entries' in item)) return [{ value: { ...inherited, ...item }, path: here }];
    const { entries, ...shared } = item;
    return expandList(entries, [...here, 'entries'], { ...inherited, ...shared });
  });
}

/** What a file says for all its entries: source and date. */
export function sourcingOf(value: Fields): Fields {
  return Object.fromEntries(['source', 'checked'].filter((key) => key in value).map((key) => [key, value[key]]));
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
