// Endpoints, packages, credentials and model files: each has one lookup, and the answer says what is exposed.
import type { ArtefactReference, Certainty, CredentialShape, Exposure, Fact, Identity } from '../model.ts';
import type { ArchitectureFacts } from './facts.ts';
import type { HostMatch } from './hosts.ts';
import { answerOf, unknown } from './identify-answer.ts';
import type { Known } from './identify-known.ts';
import { readName } from './identify-model.ts';
import { hostOf, partyOf, siteOf, vendorParty } from './identify-site.ts';

interface PackageQuestion {
  readonly ecosystem?: string | null;
  readonly version?: string | null;
  readonly as?: 'dependency' | 'import';
}

interface CredentialQuestion {
  readonly name: string;
  readonly shape: CredentialShape | null;
  readonly endpoint: string | null;
}

const EXPOSED: Readonly<Record<HostMatch['purpose'], Exposure | null>> = {
  api: 'api',
  chat: 'api',
  weights: 'weights',
  telemetry: 'unknown',
  console: null,
  documentation: null,
  'not-a-model': null,
};

export function identifyEndpoint(known: Known, text: string): Identity {
  const url = hostOf(text);
  const host = url === null ? null : known.host(url.host, url.path || '/');
  if (url === null || host === null) return unknown('nobody is known to operate this host');
  const exposure = EXPOSED[host.purpose];
  if (exposure === null) return unknown(`${host.fact.says}: a host of kind ${host.purpose}`);
  if (host.purpose === 'weights' && DATA.test(url.path)) return unknown(`${host.fact.says}: a file of data, a picture or a recording`);
  const page = onPage(known, text, host);
  if (page !== null) return page;
  return host.vendor === null ? platformEndpoint(known, host) : vendorEndpoint(known, { host, vendor: host.vendor, exposure });
}

/** A vendor's store holds more than weights, and what is fetched from there sends nothing. */
const DATA = /\.(?:xlsx?|csv|tsv|jsonl?|parquet|txt|pdf|docx?|pptx?|png|jpe?g|gif|webp|svg|wav|mp3|mp4|flac|mov|avi|md|html?)(?:[?#]|$)/i;

/** A hub's page or file is a model. */
function onPage(known: Known, text: string, host: HostMatch): Identity | null {
  const kind = host.platform === null ? null : known.places.byId(host.platform)?.facts.kind;
  if (kind !== 'hub' && kind !== 'local') return null;
  const site = siteOf(known, {});
  const answer = answerOf(known, readName(known, /^[a-z]{2,8}:\/\//i.test(text) ? text : `https://${text}`, { ...site, any: true }), site);
  return answer.outcome === 'identified' ? answer : null;
}

function vendorEndpoint(known: Known, { host, vendor, exposure }: { host: HostMatch; vendor: string; exposure: Exposure }): Identity {
  const party = vendorParty(known, vendor);
  return {
    ...unknown(host.fact.says),
    outcome: 'identified',
    vendor,
    developer: party,
    operator: party,
    operatorKind: 'vendor',
    location: host.location,
    exposure,
    certainty: 'exact',
    facts: [host.fact],
  };
}

/** Somebody else's server: it may serve anybody's models, so only its place is known. */
function platformEndpoint(known: Known, host: HostMatch): Identity {
  const platform = host.platform === null ? null : known.places.byId(host.platform);
  if (platform === null) return unknown(host.fact.says);
  const router = platform.facts.kind === 'router';
  const outcome = router || platform.facts.location !== 'outside' ? 'indeterminate' : 'unknown';
  const place = router ? { gateway: partyOf(platform) } : { operator: partyOf(platform) };
  const { kind } = platform.facts.operator;
  return {
    ...unknown(`${host.fact.says}, which serves models of many vendors`),
    ...(['hub', 'local'].includes(platform.facts.kind)
      ? {}
      : { ...place, outcome, operatorKind: router ? 'router' : kind, exposure: 'api' }),
    location: host.location,
    certainty: 'strong',
    facts: [host.fact],
  };
}

export function identifyPackage(known: Known, name: string, { ecosystem, version = null, as = 'dependency' }: PackageQuestion): Identity {
  const systems = ecosystem == null ? ['npm', 'pypi', 'maven', 'golang', 'cargo', 'nuget', 'gem', 'composer'] : [ecosystem];
  for (const system of systems) {
    const found = as === 'import' ? known.importOf(system, name) : known.packageOf(system, name, version);
    const certainty: Certainty = as === 'import' ? 'strong' : 'exact';
    if (found !== null) return packaged(known, { ...found, role: found.package.role, certainty });
    const like = as === 'import' || ecosystem == null ? null : known.lookalike(system, name);
    if (like !== null) return packaged(known, { vendor: like.vendor, fact: like.fact, role: 'lookalike', certainty: like.certainty });
  }
  return unknown('not a package of the catalog');
}

interface PackageAnswer {
  readonly vendor: string | null;
  readonly fact: Fact;
  readonly role: NonNullable<Identity['packageRole']>;
  readonly certainty: Certainty;
}

/** A library of many vendors does not tell whose models it is used for. */
function packaged(known: Known, { vendor, fact, role, certainty }: PackageAnswer): Identity {
  return {
    ...unknown(fact.says),
    outcome: vendor === null ? 'indeterminate' : 'identified',
    vendor,
    developer: vendor === null ? null : vendorParty(known, vendor),
    exposure: 'package',
    certainty,
    facts: [fact],
    packageRole: role,
  };
}

/** The host beside a key says whose it is; then its name; then its shape. */
export function identifyCredential(known: Known, { name, shape, endpoint }: CredentialQuestion): Identity {
  const beside = endpoint === null ? null : siteOf(known, { endpoint });
  const variable = known.variable(name);
  const host = beside?.vendor == null ? null : { vendor: beside.vendor.id, fact: beside.facts[0], certainty: 'strong' as const };
  const vendors = [host?.vendor, variable?.vendor].filter((vendor) => vendor !== undefined);
  const key = shape === null ? null : known.keyShape(shape, vendors);
  const found = host ?? variable ?? (key === null ? null : { ...key, certainty: 'weak' as const });
  if (found === null) return unknown('no variable or key of the catalog');
  const sure = variable?.vendor === found.vendor && (key?.vendor === found.vendor || host !== null) ? 'exact' : found.certainty;
  const facts = [found.fact, variable?.fact, key?.fact].filter((fact) => fact !== undefined);
  const developer = vendorParty(known, found.vendor);
  const place = beside?.host == null ? {} : { operator: developer, operatorKind: 'vendor' as const, location: beside.host.location };
  return {
    ...unknown(facts.map((fact) => fact.says).join('; ')),
    ...place,
    outcome: 'identified',
    vendor: found.vendor,
    developer,
    exposure: 'credential',
    certainty: sure,
    facts: [...new Map(facts.map((fact) => [fact.id, fact])).values()],
  };
}

const CLAIMED: Readonly<Record<ArchitectureFacts['claim'], Certainty | null>> = {
  strong: 'strong',
  medium: 'weak',
  weak: 'ambiguous',
  none: null,
};

/** The name that a file gives itself, then the architecture, which is code and says little about weights. */
export function identifyArtefact(known: Known, file: Pick<ArtefactReference, 'name' | 'modelType' | 'architectures'>): Identity {
  const site = siteOf(known, {});
  const reading = file.name === null ? null : readName(known, file.name, { ...site, any: true });
  const named = answerOf(known, reading, site);
  const found = known.architecture(file.modelType, file.architectures);
  if (named.outcome === 'identified') {
    const facts = found?.vendor === named.vendor ? [...named.facts, found.fact] : named.facts;
    return { ...named, exposure: 'artefact', operatorKind: 'self', operator: null, location: 'unknown', facts };
  }
  const certainty = found === null ? null : CLAIMED[found.architecture.claim];
  if (found === null || certainty === null) return unknown(found?.fact.says ?? 'neither name nor architecture is of the catalog');
  const { family, also = [], claim } = found.architecture;
  return {
    ...unknown(found.fact.says),
    outcome: 'identified',
    vendor: found.vendor,
    family,
    families: [family, ...also],
    developer: vendorParty(known, found.vendor),
    operatorKind: 'self',
    provenance: claim === 'weak' ? 'architecture-only' : 'unknown',
    exposure: 'artefact',
    certainty,
    facts: [found.fact],
  };
}
