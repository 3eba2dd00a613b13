// Joins what the name says with what its place says. The host beats the provider, and the provider beats the name.
import type { Certainty, Identity } from '../model.ts';
import type { VendorFacts } from './facts.ts';
import type { Known } from './identify-known.ts';
import type { Claim, Reading } from './identify-model.ts';
import { type Server, serverOf } from './identify-server.ts';
import { type Site, vendorParty } from './identify-site.ts';
import type { Peeled } from './names-peel.ts';
import type { Platform } from './platforms.ts';

export function unknown(because: string): Identity {
  return {
    outcome: 'unknown',
    vendor: null,
    family: null,
    families: [],
    model: null,
    developer: null,
    publisher: null,
    operator: null,
    gateway: null,
    operatorKind: 'unknown',
    location: 'unknown',
    provenance: 'unknown',
    exposure: 'unknown',
    certainty: 'weak',
    because,
    facts: [],
    packageRole: null,
  };
}

export function answerOf(known: Known, reading: Reading | null, site: Site): Identity {
  if (reading?.denied === true) return unknown(`${reading.peeled.written} is known to hold no weights of the catalog's vendors`);
  const server = serverOf(known, reading, site);
  const answers = site.vendor !== null && (site.platform?.facts.serves ?? 'own') === 'own' ? site.vendor : null;
  if (answers !== null && reading !== null) return hosted(known, answers, { reading, site, server });
  if (reading?.claim != null) return claimed(known, reading.claim, { reading, site, server });
  if (reading?.opaque === true) return indeterminate(reading.peeled, site, server);
  if (site.vendor !== null && reading !== null) return served(known, site.vendor, { reading, site, server });
  return unknown(reading === null ? 'no name of a model' : `nothing in the catalog speaks about ${reading.peeled.written}`);
}

interface Parts {
  readonly reading: Reading;
  readonly site: Site;
  readonly server: Server;
}

/** The vendor's own server answers with the vendor's own models, whatever the name says. */
function hosted(known: Known, vendor: VendorFacts, { reading, site, server }: Parts): Identity {
  const { claim, peeled } = reading;
  if (claim !== null && claim.vendor === vendor.id) return claimed(known, claim, { reading, site, server });
  const only = vendor.families.length === 1 ? (vendor.families[0]?.id ?? null) : null;
  const certainty: Certainty = site.byUrl ? 'exact' : 'strong';
  const because = `${server.because}; the server answers with its own models whatever ${peeled.written} says`;
  const base = { ...unknown(because), ...who(known, vendor, server), family: only, families: only === null ? [] : [only] };
  return {
    ...base,
    outcome: 'identified',
    model: peeled.written,
    provenance: 'first-party',
    exposure: 'api',
    certainty,
    facts: site.facts,
  };
}

/** A server of the vendor serves a name that nobody claims. */
function served(known: Known, vendor: VendorFacts, { reading, site, server }: Parts): Identity {
  const base = { ...unknown(server.because), ...who(known, vendor, server), developer: null };
  return {
    ...base,
    outcome: 'identified',
    model: reading.peeled.written,
    exposure: server.exposure,
    certainty: site.byUrl ? 'exact' : 'weak',
    facts: site.facts,
  };
}

function who(known: Known, vendor: VendorFacts, server: Server) {
  const { operator, gateway, operatorKind, location } = server;
  return { vendor: vendor.id, developer: vendorParty(known, vendor.id), operator, gateway, operatorKind, location };
}

function claimed(known: Known, claim: Claim, { reading, site, server }: Parts): Identity {
  const { because, ...place } = server;
  const facts = [...claim.facts, ...site.facts, ...(reading.peeled.platform === null ? [] : [reading.peeled.platform.fact])];
  return {
    ...unknown(because === '' ? claim.because : `${claim.because}; ${because}`),
    ...place,
    outcome: 'identified',
    vendor: claim.vendor,
    family: claim.family,
    families: claim.families,
    model: reading.peeled.written,
    developer: vendorParty(known, claim.vendor),
    publisher: claim.publisher,
    provenance: claim.provenance,
    certainty: surer(claim, reading.peeled, site),
    facts: [...new Map(facts.map((fact) => [fact.id, fact])).values()],
  };
}

/** The vendor's own URL beside the name leaves no doubt; a name of the service alone does not say who is asked. */
function surer(claim: Claim, peeled: Peeled, site: Site): Certainty {
  if (claim.certainty === 'ambiguous') return site.vendor?.id === claim.vendor ? 'strong' : 'ambiguous';
  if (site.byUrl && site.vendor?.id === claim.vendor) return 'exact';
  if (claim.service && site.platform === null && !peeled.placed && claim.certainty === 'exact') return 'strong';
  return claim.certainty;
}

function indeterminate(peeled: Peeled, site: Site, server: Server): Identity {
  const because = `${peeled.written} chooses its model at run time or by deployment; ${server.because}`;
  const { because: _, ...place } = server;
  return {
    ...unknown(because),
    ...place,
    outcome: 'indeterminate',
    model: peeled.written,
    certainty: 'strong',
    facts: site.facts.length > 0 ? site.facts : factsOf(peeled.platform),
  };
}

function factsOf(platform: Platform | null) {
  return platform === null ? [] : [platform.fact];
}
