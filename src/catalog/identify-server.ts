// Who stands between the user and the model, from the place and from how the name is written.
import type { Exposure, Location, OperatorKind, Party } from '../model.ts';
import type { Known } from './identify-known.ts';
import type { Reading } from './identify-model.ts';
import { isOwn, partyOf, type Site, vendorParty } from './identify-site.ts';
import type { Peeled } from './names-peel.ts';
import type { Platform } from './platforms.ts';

export interface Server {
  readonly operator: Party | null;
  readonly gateway: Party | null;
  readonly operatorKind: OperatorKind;
  readonly location: Location;
  readonly exposure: Exposure;
  readonly because: string;
}

const nobody: Server = { operator: null, gateway: null, operatorKind: 'unknown', location: 'unknown', exposure: 'unknown', because: '' };

export function serverOf(known: Known, reading: Reading | null, site: Site): Server {
  const peeled = reading?.peeled ?? null;
  const remote = isRemoteTag(peeled, site) ? known.places.byId('ollama-cloud') : null;
  if (remote !== null) return platformServer(known, remote, reading);
  if (site.host !== null && site.vendor !== null) return vendorServer(known, site, peeled);
  if (site.foreignHost !== null) return foreignServer(site.foreignHost, reading);
  const platform = site.byUrl ? site.platform : (peeled?.platform ?? site.platform);
  if (platform === null || isMistaken(platform, reading, site)) return reading === null ? nobody : bareServer(known, reading);
  return platformServer(known, platform, reading);
}

/** Ollama runs a tag that ends in `cloud` on its own servers, whoever is asked for it locally. */
function isRemoteTag(peeled: Peeled | null, site: Site): boolean {
  if (peeled?.tag == null || !/(?:^|-)cloud$/i.test(peeled.tag)) return false;
  const local = site.foreignHost !== null && isOwn(site.foreignHost);
  return (
    local ||
    peeled.platform?.facts.id === 'ollama' ||
    (peeled.platform === null && peeled.owner === null && !site.byUrl && site.foreignHost === null)
  );
}

/** `LLM("deepseek/deepseek-chat")`: no weights have that name, so the call is not the hub's loader of the same name. */
function isMistaken(platform: Platform, reading: Reading | null, site: Site): boolean {
  return platform.facts.kind === 'hub' && reading?.claim?.service === true && !reading.peeled.placed && !site.byUrl;
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

function foreignServer(host: string, reading: Reading | null): Server {
  // It sends nothing by itself only if it has the weights.
  if (isOwn(host) && reading?.claim?.service === true && reading.claim.certainty !== 'weak')
    return { ...nobody, exposure: 'api', because: `no weights are published under such a name, so ${host} passes it on` };
  if (isOwn(host)) return { ...nobody, operatorKind: 'self', exposure: 'weights', because: `${host} is a machine of the user's own` };
  return { ...nobody, exposure: 'api', because: `nobody is known to operate ${host}` };
}

function platformServer(known: Known, platform: Platform, reading: Reading | null): Server {
  const { facts } = platform;
  const peeled = reading?.peeled ?? null;
  const because = `${facts.name} is meant`;
  if (facts.kind === 'hub' || facts.kind === 'local') return { ...nobody, operatorKind: 'self', exposure: 'weights', because };
  if (facts.kind === 'library' || facts.kind === 'tool')
    return { ...nobody, exposure: reading?.claim?.service === true ? 'api' : 'unknown', because };
  if (facts.kind === 'router') return routed(known, platform, peeled);
  const gateway = peeled?.gateway?.facts.kind === 'router' ? partyOf(peeled.gateway) : null;
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

const WEIGHTS = /\.(?:safetensors|gguf|ggml|ckpt)$/i;

/** Only the name is there: what it is used for is read from how it is written. */
function bareServer(known: Known, { peeled, claim }: Reading): Server {
  if (claim === null) return nobody;
  const own: Server = { ...nobody, operatorKind: 'self', exposure: 'weights' };
  if (peeled.local || WEIGHTS.test(peeled.written)) return { ...own, because: 'it is a file or directory' };
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
  const hub = isHubLike(known, peeled);
  if (peeled.owner !== null && hub === false)
    return { ...nobody, exposure: 'api', because: 'owner and name are written as routers and client libraries do' };
  if (peeled.owner !== null) return hub === null ? nobody : { ...own, because: 'owner and name are written as on a hub' };
  if (peeled.owner === null && peeled.tag !== null && /^(?:latest|\d|[\w.]{0,20}q\d)/i.test(peeled.tag))
    return { ...own, because: 'name and tag are written as Ollama does' };
  return nobody;
}

/** Routers write owner and name in lower case, hubs as the vendor does; an owner's word that both write says neither. */
function isHubLike(known: Known, { owner, written }: Peeled): boolean | null {
  if (owner === null) return false;
  if (owner !== owner.toLowerCase() || known.publisher(owner) !== null || !known.places.isSlug(owner)) return true;
  return written === written.toLowerCase() ? false : null;
}
