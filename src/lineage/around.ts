// Names that only a vendor's server can mean (`text-embedding-v4`), and nothing beside them that says who is asked: then all
// addresses of the file, or all its keys, may speak of one vendor, or the file is called after one.
import type { Evidence, Identity, ModelReference, Reference } from '../model.ts';

type Identify = (reference: Reference) => Identity;

/** Who is asked in a file: an address, or a vendor whose key is sent. */
export interface Asked {
  readonly endpoint: string | null;
  readonly provider: string | null;
}

/** The files in which one vendor is asked, and no other. */
export function askedIn(references: readonly Reference[], identify: Identify): ReadonlyMap<string, Asked> {
  const addresses = new Map<string, Map<string, Asked>>();
  const keys = new Map<string, Map<string, Asked>>();
  for (const reference of references) {
    const { kind, evidence } = reference;
    if ((kind !== 'endpoint' && kind !== 'credential') || isSaid(evidence)) continue;
    const { vendor, outcome } = identify(reference);
    if (outcome !== 'identified' || vendor === null) continue;
    if (kind === 'endpoint') note(addresses, evidence.path, vendor, { endpoint: reference.url, provider: null });
    else note(keys, evidence.path, vendor, { endpoint: null, provider: vendor });
  }
  return new Map([...onlyOnes(keys), ...onlyOnes(addresses)]);
}

function isSaid({ context }: Evidence): boolean {
  return context === 'comment' || context === 'text';
}

function note(found: Map<string, Map<string, Asked>>, path: string, vendor: string, asked: Asked): void {
  const known = found.get(path) ?? new Map<string, Asked>();
  if (!known.has(vendor)) known.set(vendor, asked);
  found.set(path, known);
}

function* onlyOnes(found: ReadonlyMap<string, ReadonlyMap<string, Asked>>): Iterable<readonly [string, Asked]> {
  for (const [path, vendors] of found) for (const asked of vendors.size === 1 ? vendors.values() : []) yield [path, asked];
}

/** A word and a version: a short name or a word alone means much else. */
const NAME = /^[a-z]{3,20}[-_.][\w./-]{0,80}$/i;

/** Whether it is worth looking who is asked elsewhere in the file. */
export function mayBeAround({ name, endpoint, provider, evidence }: ModelReference): boolean {
  const isNamed = /\d/.test(name) || EXPECTED.test(evidence.route.at(-1) ?? '');
  return endpoint === null && provider === null && !isSaid(evidence) && NAME.test(name) && isNamed;
}

/** The answer for a name that is written as the vendor's are; null where the name says nothing, and only the file does. */
export function askedAround(reference: ModelReference, asked: Asked | undefined, identify: Identify): Identity | null {
  if (asked) return answerOf(reference, asked, { identify, because: 'nobody else is asked in this file' });
  const name = reference.name.toLowerCase();
  const isExpected = EXPECTED.test(reference.evidence.route.at(-1) ?? '');
  for (const provider of wordsOf(reference.evidence.path)) {
    const found = answerOf(reference, { endpoint: null, provider }, { identify, because: `the file is called after ${provider}` });
    if (found && (isExpected || !isSaying(name, [provider, found.vendor, found.family]))) return found;
  }
  return null;
}

const EXPECTED = /model/i;

/** A name that says itself whose it is was judged by what it says. */
function isSaying(name: string, words: readonly (string | null)[]): boolean {
  return words.some((word) => word !== null && name.includes(word));
}

function answerOf(
  reference: ModelReference,
  asked: Asked,
  { identify, because }: { readonly identify: Identify; readonly because: string },
): Identity | null {
  const identity = identify({ ...reference, ...asked });
  if (identity.outcome !== 'identified' || !identity.facts.some(({ id }) => id.startsWith('names/'))) return null;
  const certainty = identity.certainty === 'exact' ? 'strong' : identity.certainty;
  return { ...identity, certainty, because: `${identity.because.replace(/\.$/, '')}; ${because}` };
}

/** Of a file and its folder: `providers/minimax/speech.py`, `QwenEmbedding.ts`. */
function wordsOf(path: string): readonly string[] {
  const words = path
    .split('/')
    .slice(-2)
    .flatMap((part) => part.replace(/\.\w{1,10}$/, '').match(/[A-Z]?[a-z]{3,20}|[A-Z]{4,20}/g) ?? []);
  return [...new Set(words.map((word) => word.toLowerCase()))].filter((word) => word.length >= 4).slice(0, 8);
}
