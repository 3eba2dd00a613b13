// Names that only a vendor's server can mean (`text-embedding-v4`), and nothing beside them that says who is asked: then all
// addresses of the file, or all its keys, may speak of one vendor.
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
const NAME = /^[a-z]{4,20}[-_.][\w./-]{0,80}$/i;

/** Whether it is worth looking who is asked elsewhere in the file. */
export function mayBeAround({ name, endpoint, provider, evidence }: ModelReference): boolean {
  return endpoint === null && provider === null && !isSaid(evidence) && NAME.test(name) && /\d/.test(name);
}

/** The answer for a name that is written as the vendor's are; null where the name says nothing, and only the file does. */
export function askedAround(reference: ModelReference, asked: Asked | undefined, identify: Identify): Identity | null {
  if (!asked) return null;
  const identity = identify({ ...reference, ...asked });
  if (identity.outcome !== 'identified' || !identity.facts.some(({ id }) => id.startsWith('names/'))) return null;
  const certainty = identity.certainty === 'exact' ? 'strong' : identity.certainty;
  return { ...identity, certainty, because: `${identity.because.replace(/\.$/, '')}; nobody else is asked in this file` };
}
