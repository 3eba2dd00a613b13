// The compiled file. Sources repeat a thousand times over, so they are written once and numbered.
import type { Knowledge, Sourced } from './facts.ts';

interface Packed {
  readonly sourcing: readonly (readonly [string, string])[];
  readonly knowledge: Knowledge;
}

/** A source is a number while packed. */
interface Numbered {
  source: unknown;
  checked?: unknown;
}

export function packed(knowledge: Knowledge): string {
  const numbers = new Map<string, number>();
  const numbered = JSON.parse(JSON.stringify(knowledge)) as Knowledge;
  eachSourced(numbered, (entry) => {
    const key = JSON.stringify([entry.source, entry.checked]);
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    entry.source = numbers.get(key);
    delete entry.checked;
  });
  const sourcing = [...numbers.keys()].map((key) => JSON.parse(key) as [string, string]);
  return JSON.stringify({ sourcing, knowledge: numbered } satisfies Packed);
}

export function unpacked(text: string): Knowledge {
  const { sourcing, knowledge } = JSON.parse(text) as Packed;
  eachSourced(knowledge, (entry) => {
    const [source, checked] = sourcing[entry.source as number] ?? ['', ''];
    entry.source = source;
    entry.checked = checked;
  });
  return knowledge;
}

/** Visits everything that has a source: the vendors and platforms themselves and the entries of their lists. */
function eachSourced(knowledge: Knowledge, visit: (entry: Numbered) => void): void {
  const { vendors, platforms, libraries, derivatives, publishers } = knowledge;
  for (const owner of [...vendors, ...platforms, ...libraries]) {
    if (isSourced(owner)) visit(owner as unknown as Numbered);
    for (const list of Object.values(owner) as unknown[]) if (Array.isArray(list)) visitAll(list, visit);
  }
  visitAll(derivatives, visit);
  visitAll(publishers, visit);
}

function visitAll(list: readonly unknown[], visit: (entry: Numbered) => void): void {
  for (const entry of list) if (isSourced(entry)) visit(entry as unknown as Numbered);
}

function isSourced(entry: unknown): entry is Sourced {
  return typeof entry === 'object' && entry !== null && 'source' in entry;
}
