// Whose model a name is: hidden names of a platform, known derivatives, name grammars, and last the owner alone.
import type { Certainty, Fact, Party, Provenance } from '../model.ts';
import type { DerivativeMatch } from './derivatives.ts';
import { cite } from './fact.ts';
import type { Known } from './identify-known.ts';
import { ownerOf, provenanceOf, publisherOf } from './identify-provenance.ts';
import type { Site } from './identify-site.ts';
import type { Clue, OwnerMatch } from './names.ts';
import { filledMatch } from './names-filled.ts';
import { type Peeled, peel } from './names-peel.ts';
import { isName } from './names-text.ts';

export interface Claim {
  readonly vendor: string;
  readonly family: string | null;
  readonly families: readonly string[];
  readonly certainty: Certainty;
  readonly service: boolean;
  readonly provenance: Provenance;
  readonly publisher: Party | null;
  readonly because: string;
  readonly facts: readonly Fact[];
}

export interface Reading {
  readonly peeled: Peeled;
  readonly claim: Claim | null;
  /** The name chooses a model at run time or by deployment. */
  readonly opaque: boolean;
  /** Something says outright that the name is none of the vendors'. */
  readonly denied: boolean;
}

const SIZED = /(?:^|[-_.])\d{1,4}(?:\.\d{1,2})?[bm](?:[-_.]|$)/;

export function readName(known: Known, text: string, site: Site): Reading | null {
  if (!isName(text) || !mayBe(known, text, site)) return null;
  const peeled = peel(text, known.places, site.platform);
  if (peeled === null) return null;
  const opaque = isOpaque(peeled, text.toLowerCase());
  const claim = claimOf(known, peeled, site);
  const denial = known.derivative(peeled.written);
  const denied = denial?.derivative.not === true && (claim?.family == null || !denial.derivative.families.includes(claim.family));
  return { peeled, claim: denied ? null : claim, opaque, denied };
}

/** The cheap question first: most strings end here. */
function mayBe(known: Known, text: string, site: Site): boolean {
  if (site.vendor !== null || site.platform !== null || site.keyVendor !== null) return true;
  const lowered = text.toLowerCase();
  if (site.any && (known.places.named(lowered.split('/')[0] ?? '')?.facts.opaque.length ?? 0) > 0) return true;
  return (
    known.names.mayMatch(lowered) ||
    known.places.mayMatch(lowered) ||
    hides(known, lowered) ||
    (lowered.includes('/') && ownedBy(known, lowered))
  );
}

/** Hub caches join owner and name in one directory's. */
const CACHED = /models--([a-z0-9._-]{1,96}?)--([a-z0-9._-]{1,140})/;

/** A size behind a name without an owner is what Ollama's library writes. */
const PULLED = /^([a-z][a-z\d.-]{2,40}):\d{1,4}(?:\.\d{1,2})?[bm](?:-[-\w.]{1,40})?$/;

/** A known name that does not say whose weights it holds, or a path to a file of them. */
function hides(known: Known, lowered: string): boolean {
  const cached = lowered.includes('models--') ? CACHED.exec(lowered) : null;
  if (cached !== null) return known.derivative(`${cached[1]}/${cached[2]}`) !== null;
  const parts = lowered.split('/').slice(-3);
  const [, pulled] = PULLED.exec(lowered) ?? [];
  if (pulled !== undefined && known.derivative(`ollama:${pulled}`) !== null) return true;
  return parts.some((written, index) => {
    const part = written.replace(/[:@].{0,100}$/, '');
    const before = parts[index - 1];
    if (known.derivative(part) !== null) return true;
    return (
      before !== undefined && (known.derivative(`${before}/${part}`) ?? known.derivative(`${placeOf(known, before)}:${part}`)) !== null
    );
  });
}

function placeOf(known: Known, word: string): string {
  return known.places.named(word)?.facts.id ?? word;
}

function ownedBy(known: Known, lowered: string): boolean {
  const owner = lowered.split('/').at(-2) ?? '';
  return known.names.owner(owner) !== null || known.organisation(null, owner) !== null;
}

function isOpaque(peeled: Peeled, whole: string): boolean {
  const { platform, name } = peeled;
  return platform?.opaque.some((shape) => shape.test(name) || shape.test(whole)) ?? false;
}

function claimOf(known: Known, peeled: Peeled, site: Site): Claim | null {
  const owner = peeled.owner === null ? null : ownerOf(known, peeled.owner);
  const hidden = hiddenClaim(peeled);
  if (hidden !== null) return hidden;
  const naming: Naming = { peeled, site, owner };
  const named = namedClaim(known, naming);
  return derivedClaim(known, naming, named) ?? named ?? ownerClaim(known, naming);
}

/** A name under which a platform hides whose weights it serves. */
function hiddenClaim(peeled: Peeled): Claim | null {
  const { platform } = peeled;
  const lowered = peeled.written.toLowerCase();
  const model = platform?.models.get(lowered) ?? platform?.models.get(peeled.name);
  if (platform == null || model === undefined) return null;
  const says = `${model.name} on ${platform.facts.name} is ${model.base ?? `of the ${model.family} family`}`;
  return {
    vendor: model.vendor,
    family: model.family,
    families: [model.family],
    certainty: 'strong',
    service: true,
    provenance: model.provenance,
    publisher: null,
    because: says,
    facts: [cite(`platforms/${platform.facts.id}#models/${model.name}`, says, model)],
  };
}

const RELATION: Readonly<Record<string, Provenance>> = {
  finetune: 'derivative',
  quantized: 'repack',
  adapter: 'derivative',
  merge: 'derivative',
  distilled: 'distilled',
  'architecture-only': 'architecture-only',
  same: 'repack',
};

/** The snapshot of derivatives says whose weights are inside; whose name it is, is for the owner or the head of the name to say. */
function derivedClaim(known: Known, { peeled, owner }: Naming, named: Claim | null): Claim | null {
  const found = derivativeOf(known, peeled);
  const inside = found?.derivative.families.filter((id) => known.names.vendorOf(id) !== null) ?? [];
  const [first] = inside;
  if (found === null || found.derivative.not === true || first === undefined) return null;
  const { derivative, fact, by } = found;
  if (by === 'bare' && named !== null && (derivative.relation === 'quantized' || derivative.relation === 'same')) return null;
  const heads = named !== null && named.provenance !== 'derivative' && named.certainty !== 'weak' ? named : null;
  const own =
    heads ?? (owner === null || derivative.relation === 'quantized' ? null : { vendor: owner.vendor, family: owner.owner.family ?? first });
  const { vendor, family } = own ?? { vendor: known.names.vendorOf(first) ?? '', family: first };
  return {
    vendor,
    family,
    families: [...new Set([...(family === null ? [] : [family]), ...inside, ...(heads?.families ?? [])])],
    certainty: by === 'bare' && derivative.certainty === 'exact' ? 'strong' : derivative.certainty,
    service: false,
    provenance: (derivative.part === undefined ? null : ownProvenance(owner, heads)) ?? RELATION[derivative.relation] ?? 'unknown',
    publisher: peeled.owner === null ? null : publisherOf(known, peeled.owner),
    because: fact.says,
    facts: heads === null ? [fact] : [fact, ...heads.facts],
  };
}

/** A part borrowed from another vendor does not make a vendor's own model somebody's derivative. */
function ownProvenance(owner: OwnerMatch | null, heads: Claim | null): Provenance | null {
  return owner === null ? (heads?.provenance ?? null) : 'first-party';
}

function derivativeOf(known: Known, { written, name, tag, platform, owner, local }: Peeled): DerivativeMatch | null {
  // In a path, the directory above may be the owner.
  const found =
    (local && owner !== null ? known.derivative(`${owner}/${written}`) : null) ?? known.derivative(written) ?? known.derivative(name);
  if (found !== null) return found;
  if (platform === null)
    return owner === null && PULLED.test(`${name}:${tag ?? ''}`.toLowerCase()) ? known.derivative(`ollama:${name}`) : null;
  // A platform may also be an owner on hubs (`nvidia/`), and then its name was peeled.
  return known.derivative(`${platform.facts.id}:${name}`) ?? known.derivative(`${platform.facts.id}/${name}`);
}

interface Naming {
  readonly peeled: Peeled;
  readonly site: Site;
  readonly owner: OwnerMatch | null;
}

function namedClaim(known: Known, { peeled, site, owner }: Naming): Claim | null {
  const vendors = [
    site.vendor?.id,
    site.keyVendor ?? undefined,
    owner?.vendor,
    peeled.platform?.facts.kind === 'hub' ? undefined : peeled.platform?.facts.vendor,
  ].filter((id) => id !== undefined);
  const clue: Clue = { vendors, model: site.any || peeled.placed || owner !== null || looksOwned(known, peeled) };
  const match =
    known.names.match(peeled.name, clue) ??
    (peeled.owner === null ? null : known.names.match(peeled.whole, clue)) ??
    filledMatch(known.names, peeled.name, clue);
  if (match === null) return null;
  const { provenance, publisher } = provenanceOf(known, peeled, match);
  const certainty = provenance === 'architecture-only' ? 'weak' : peeled.local && match.certainty === 'exact' ? 'strong' : match.certainty;
  const listed = known.names.model(peeled.name);
  const retired = listed?.vendor === match.vendor && listed.model.retired !== undefined ? listed.fact : null;
  const because = `${peeled.written} is written as ${match.name} models are${retired === null ? '' : ` (${retired.says})`}`;
  const facts = [match.fact, ...(owner?.vendor === match.vendor ? [owner.fact] : []), ...(retired === null ? [] : [retired])];
  const { vendor, family, families, service } = match;
  return { vendor, family, families, certainty, service: service && provenance === 'first-party', provenance, publisher, because, facts };
}

/** An owner before the name, or a tag behind it as Ollama writes it, makes a model of a word. */
function looksOwned(known: Known, peeled: Peeled): boolean {
  if (peeled.owner !== null && (known.publisher(peeled.owner) !== null || SIZED.test(peeled.name))) return true;
  return (
    peeled.owner === null &&
    peeled.tag !== null &&
    /^(?:latest|\d[\d.]{0,5}[bmt]?(?:-[-\w.]{1,40})?|(?:[-\w.]{1,40}-)?cloud)$/i.test(peeled.tag)
  );
}

/** No grammar knows the name, but its owner publishes nothing else. */
function ownerClaim(known: Known, { peeled, owner, site }: Naming): Claim | null {
  if (owner === null || peeled.local) return null;
  const expected =
    peeled.platform?.facts.kind === 'hub' || site.platform !== null || peeled.placed || (site.any && peeled.name.includes('*'));
  if (owner.owner.certainty === 'weak' && !expected) return null;
  return {
    vendor: owner.vendor,
    family: owner.owner.family,
    families: owner.owner.family === null ? [] : [owner.owner.family],
    certainty: 'weak',
    service: false,
    provenance: 'first-party',
    publisher: publisherOf(known, peeled.owner ?? owner.owner.name),
    because: owner.fact.says,
    facts: [owner.fact],
  };
}
