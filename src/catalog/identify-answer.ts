// Joins what the name says with what its place says. The host beats the provider, and the provider beats the name.
import type { Certainty, Exposure, Identity, Location, OperatorKind, Party } from '../model.ts';
import type { VendorFacts } from './facts.ts';
import type { Known } from './identify-known.ts';
import type { Claim, Reading } from './identify-model.ts';
import { isLoopback, partyOf, type Site, vendorParty } from './identify-site.ts';
import type { Peeled } from './names-peel.ts';
import type { Platform } from './platforms.ts';

interface Server {
  readonly operator: Party | null;
  readonly gateway: Party | null;
  readonly operatorKind: OperatorKind;
  readonly location: Location;
  readonly exposure: Exposure;
  readonly because: string;
}

const nobody: Server = { operator: null, gateway: null, operatorKind: 'unknown', location: 'unknown', exposure: 'unknown', because: '' };

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

function serverOf(known: Known, reading: Reading | null, site: Site): Server {
  const peeled = reading?.peeled ?? null;
  if (site.host !== null && site.vendor !== null) return vendorServer(known, site, peeled);
  if (site.foreignHost !== null) return foreignServer(site.foreignHost);
  const platform = site.byUrl ? site.platform : (peeled?.platform ?? site.platform);
  if (platform !== null) return platformServer(known, platform, { peeled, claim: reading?.claim ?? null });
  return reading === null ? nobody : bareServer(known, reading);
}

function vendorServer(known: Known, site: Site, peeled: Peeled | null): Server {
  const vendor = site.vendor;
  const location = confined(site.host?.location ?? 'unknown', peeled);
  if (vendor === null) return nobody;
  const hub = site.host?.purpose === 'weights';
  const because = `${site.host?.fact.says ?? vendor.name}`;
  const operator = vendorParty(known, vendor.id);
  return { operator, gateway: null, operatorKind: 'vendor', location, exposure: hub ? 'weights' : 'api', because };
}

/** Of the models on a global-scope entry point, those with `-us` in their name stay in the United States. */
function confined(location: Location, peeled: Peeled | null): Location {
  return location === 'global-scope' && peeled !== null && /-us$/.test(peeled.name) ? 'outside' : location;
}

function foreignServer(host: string): Server {
  if (isLoopback(host)) return { ...nobody, operatorKind: 'self', exposure: 'weights', because: `${host} is the user's own machine` };
  return { ...nobody, exposure: 'api', because: `nobody is known to operate ${host}` };
}

function platformServer(known: Known, platform: Platform, { peeled, claim }: { peeled: Peeled | null; claim: Claim | null }): Server {
  const { facts } = platform;
  const because = `${facts.name} is meant`;
  const remote = peeled?.tag != null && /(?:^|-)cloud$/i.test(peeled.tag) ? known.places.byId('ollama-cloud') : null;
  if (facts.id === 'ollama' && remote !== null) return platformServer(known, remote, { peeled: null, claim });
  if (facts.kind === 'hub' || facts.kind === 'local') return { ...nobody, operatorKind: 'self', exposure: 'weights', because };
  if (facts.kind === 'library' || facts.kind === 'tool')
    return claim?.service === true ? { ...nobody, exposure: 'api', because } : { ...nobody, because };
  const gateway = peeled?.gateway?.facts.kind === 'router' ? partyOf(peeled.gateway) : null;
  if (facts.kind === 'router') return routed(known, platform, peeled);
  const location = confined(facts.location, peeled);
  return { operator: operatorOf(known, platform), gateway, operatorKind: facts.operator.kind, location, exposure: 'api', because };
}

function operatorOf(known: Known, platform: Platform): Party {
  return platform.facts.vendor === undefined ? partyOf(platform) : vendorParty(known, platform.facts.vendor);
}

/** A router may say which host it is to use (`:groq`). */
function routed(known: Known, router: Platform, peeled: Peeled | null): Server {
  const chosen = peeled?.tag == null ? null : known.places.named(peeled.tag);
  const gateway = partyOf(router);
  const because = `${router.facts.name} passes requests on to hosts`;
  if (chosen === null || chosen === router || ['hub', 'local', 'library', 'tool'].includes(chosen.facts.kind)) {
    return { operator: null, gateway, operatorKind: 'router', location: router.facts.location, exposure: 'api', because };
  }
  const { facts } = chosen;
  return {
    operator: operatorOf(known, chosen),
    gateway,
    operatorKind: facts.operator.kind,
    location: facts.location,
    exposure: 'api',
    because,
  };
}

/** Only the name is there: what it is used for is read from how it is written. */
function bareServer(known: Known, { peeled, claim }: Reading): Server {
  if (claim === null) return nobody;
  const own: Server = { ...nobody, operatorKind: 'self', exposure: 'weights' };
  if (peeled.local) return { ...own, because: 'it is a file or directory' };
  if (claim.service && (peeled.owner === null || peeled.written === peeled.written.toLowerCase())) {
    const operator = peeled.owner === null ? vendorParty(known, claim.vendor) : null;
    return {
      ...nobody,
      operator,
      operatorKind: operator === null ? 'unknown' : 'vendor',
      exposure: 'api',
      because: 'no weights are published under such a name, and no host stands beside it',
    };
  }
  if (peeled.owner !== null && !isHubLike(known, peeled))
    return { ...nobody, exposure: 'api', because: 'owner and name are written as routers and client libraries do' };
  if (peeled.owner !== null) return { ...own, because: 'owner and name are written as on a hub' };
  if (peeled.owner === null && peeled.tag !== null && /^(?:latest|\d|[\w.]{0,20}q\d)/i.test(peeled.tag))
    return { ...own, because: 'name and tag are written as Ollama does' };
  return nobody;
}

/** Routers write owner and name in lower case, hubs as the vendor does. */
function isHubLike(known: Known, { owner, written }: Peeled): boolean {
  if (owner === null) return false;
  return (
    written !== written.toLowerCase() ||
    known.publisher(owner) !== null ||
    known.names.owner(owner) === null ||
    known.names.owner(owner)?.owner.name.endsWith('-ai') === true
  );
}
