// Which strings are searched for, and on whose behalf.
import type { Walker } from '../walkers/walker.ts';

export interface Literals {
  readonly texts: readonly string[];
  /** Whether the catalog asked for a literal, by its index in `texts`, in files of this walker. */
  isCatalog(walker: Walker, literal: number): boolean;
  /** Whether a literal is one of a walker's signals. */
  isSignal(walker: Walker, literal: number): boolean;
}

/** Names of libraries count where packages are listed, and are no reason to leave out a longer literal of the catalog. */
export function gather(catalog: readonly string[], walkers: readonly Walker[], libraries: readonly string[] = []): Literals {
  const texts = minimal(catalog);
  const fromCatalog = texts.length;
  const indexes = new Map(texts.map((text, index) => [text, index]));
  const indexOf = (literal: string) => {
    const text = lower(literal);
    const index = indexes.get(text) ?? texts.push(text) - 1;
    indexes.set(text, index);
    return index;
  };
  const signals = new Map(walkers.map((walker) => [walker, new Set((walker.signals ?? []).map(indexOf))]));
  const inLists = new Set(minimal(libraries).map(indexOf));
  return {
    texts,
    isCatalog: ({ listsPackages = false }, literal) => literal < fromCatalog || (listsPackages && inLists.has(literal)),
    isSignal: (walker, literal) => signals.get(walker)?.has(literal) ?? false,
  };
}

/** Lower case, each once, without those that contain another: where `qwen` is found, `qwen3-8b` need not be searched for. */
export function minimal(literals: readonly string[]): string[] {
  const unique = [...new Set(literals.map(lower))].sort();
  const byStart = new Map<string, string[]>();
  for (const literal of unique) {
    const start = literal.slice(0, 3);
    const others = byStart.get(start);
    if (others) others.push(literal);
    else byStart.set(start, [literal]);
  }
  return unique.filter((literal) => !containsAnother(literal, byStart));
}

function containsAnother(literal: string, byStart: ReadonlyMap<string, readonly string[]>): boolean {
  for (let at = 0; at + 3 <= literal.length; at++) {
    const others = byStart.get(literal.slice(at, at + 3));
    if (others?.some((other) => other.length < literal.length && literal.startsWith(other, at))) return true;
  }
  return false;
}

function lower(literal: string): string {
  return literal.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
