// Who would answer: the host beside a name beats the platform, the platform beats the provider, the provider beats the call.
import type { Fact, Party } from '../model.ts';
import type { VendorFacts } from './facts.ts';
import type { HostMatch } from './hosts.ts';
import type { Known } from './identify-known.ts';
import type { Platform } from './platforms.ts';

export interface Beside {
  readonly endpoint?: string | null;
  readonly platform?: string | null;
  readonly provider?: string | null;
  readonly call?: string | null;
}

/** What the context says before the name is read. */
export interface Site {
  /** The vendor whose server answers or whose kit is called. */
  readonly vendor: VendorFacts | null;
  readonly host: HostMatch | null;
  /** A host that nobody knows stands beside the name. */
  readonly foreignHost: string | null;
  readonly platform: Platform | null;
  /** Whether the place was read from a URL, and not only from a provider's name or a call. */
  readonly byUrl: boolean;
  /** Anything at all stands beside the name, so a model is expected there. */
  readonly any: boolean;
  /** The vendor whose names the key beside it speaks of. */
  readonly keyVendor: string | null;
  readonly facts: readonly Fact[];
}

/** The own machine, a private address, or a name without a domain, which only the own network knows. */
const OWN =
  /^(?:localhost|127(?:\.\d{1,3}){3}|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|0\.0\.0\.0|\[?::1\]?|[a-z][a-z0-9_-]{0,62})$/i;

/** A variable of which nothing in the tree says what it holds. */
const UNTOLD = /^(?:env|symbol):|^\$/;

export function siteOf(known: Known, beside: Beside): Site {
  const url = beside.endpoint == null || UNTOLD.test(beside.endpoint) ? null : hostOf(beside.endpoint);
  const named = [beside.platform, beside.provider].map((name) => (name == null ? null : known.places.named(name)));
  const called = beside.call == null ? null : known.places.calledBy(beside.call);
  const chosen = loadedFrom(known, named.find((platform) => platform !== null) ?? null, called) ?? called;
  const any = [beside.endpoint, beside.platform, beside.provider, beside.call].some((item) => item != null && item !== '');
  if (url === null) return { ...nowhere, platform: chosen, vendor: vendorOf(known, chosen), any, facts: factsOf(chosen) };
  const host = known.host(url.host, url.path || '/');
  if (host !== null) {
    const vendor = host.vendor === null ? null : known.vendor(host.vendor);
    const platform = (host.platform === null ? null : known.places.byId(host.platform)) ?? platformOfVendor(known, vendor, chosen);
    return {
      vendor: platform?.facts.kind === 'hub' ? null : vendor,
      host,
      foreignHost: null,
      platform,
      byUrl: true,
      any,
      keyVendor: null,
      facts: [host.fact],
    };
  }
  const client = chosen !== null && ['library', 'tool', 'local'].includes(chosen.facts.kind) ? chosen : null;
  return { ...nowhere, platform: client, foreignHost: url.host, any, facts: factsOf(client) };
}

/** A house that serves models and hands out their weights, such as ModelScope: what is loaded comes from its hub. */
function loadedFrom(known: Known, named: Platform | null, called: Platform | null): Platform | null {
  if (named === null || named.facts.kind === 'hub' || called?.facts.kind !== 'hub') return named;
  const isHouse = ({ facts }: Platform) => facts.kind === 'hub' && facts.operator.name === named.facts.operator.name;
  return known.places.all.find(isHouse) ?? named;
}

const nowhere: Site = { vendor: null, host: null, foreignHost: null, platform: null, byUrl: false, any: false, keyVendor: null, facts: [] };

function factsOf(platform: Platform | null): Fact[] {
  return platform === null ? [] : [platform.fact];
}

function vendorOf(known: Known, platform: Platform | null): VendorFacts | null {
  return platform?.facts.vendor === undefined || platform.facts.kind === 'hub' ? null : known.vendor(platform.facts.vendor);
}

/** The platform that reads names as this vendor writes them: the one that was named if it is the vendor's, else its first. */
function platformOfVendor(known: Known, vendor: VendorFacts | null, chosen: Platform | null): Platform | null {
  if (vendor === null) return null;
  if (chosen?.facts.vendor === vendor.id) return chosen;
  return known.places.all.find((platform) => platform.facts.vendor === vendor.id) ?? null;
}

/** What is joined to a whole host when a program runs: a port or a path, hardly ever more of its name. */
const JOINED =
  /^((?:[a-z][a-z0-9+.-]{1,20}:)?(?:\/\/)?[a-z0-9.-]{1,253}\.[a-z]{2,24})(?:\*|%[sdv]|\$?\{\{?[^{}]{0,60}\}\}?|<[^<>]{0,60}>|\$\w{1,60})(?=[/?#]|$)/i;

/** The host and path of a URL as written; a scheme or port may be missing, user info is dropped. */
export function hostOf(url: string): { readonly host: string; readonly path: string } | null {
  const match =
    /^(?:[a-z][a-z0-9+.-]{1,20}:)?(?:\/\/)?(?:[^/@\s]{1,200}@)?(\[[0-9a-f:]{2,45}\]|[a-z0-9_{}*$<>.-]{1,253})(?::\d{1,5})?(\/[^?#\s]{0,2000})?(?:[?#].{0,2000})?$/i.exec(
      url.trim().replace(JOINED, '$1'),
    );
  const host = match?.[1]?.toLowerCase().replace(/\.$/, '');
  return host === undefined || host === '' ? null : { host, path: match?.[2] ?? '' };
}

export function isOwn(host: string): boolean {
  return OWN.test(host) || /\.(?:local|internal|localhost|lan|svc|ts\.net)$|\.svc\.cluster\.local$/i.test(host);
}

export function partyOf(platform: Platform): Party {
  const { id, operator } = platform.facts;
  return { id, name: operator.name, jurisdiction: operator.jurisdiction };
}

export function vendorParty(known: Known, vendor: string): Party {
  return known.entity(vendor) ?? { id: vendor, name: vendor, jurisdiction: null };
}
