// Whose host it is. Labels are compared from the right, one by one: `api.deepseek.com.evil.test` is somebody else's.
import type { Fact, Location } from '../model.ts';
import { cite } from './fact.ts';
import type { HostFacts, Knowledge } from './facts.ts';

export interface HostMatch {
  /** The vendor that runs the host, or null. */
  readonly vendor: string | null;
  /** The platform that the host belongs to, or null. */
  readonly platform: string | null;
  readonly purpose: HostFacts['purpose'];
  readonly location: Location;
  readonly operator: string;
  readonly fact: Fact;
}

interface Claim extends HostMatch {
  readonly paths: readonly string[];
}

/** A label's children: by name, by a name with a hole (`vpc-{region}`), by any name. */
interface Label {
  readonly named: Map<string, Label>;
  readonly holed: { readonly lead: string; readonly tail: string; readonly label: Label }[];
  any: Label | null;
  /** Claims on exactly this host, and (`*.`) on everything before it. */
  readonly here: Claim[];
  readonly before: Claim[];
}

export interface Hosts {
  /** Takes a host with or without port, in any case or script, and the path if one is known. */
  readonly find: (host: string, path?: string) => HostMatch | null;
}

const LONGEST_HOST = 300;
/** What stands for a value that is computed at run time. */
const HOLE = /\$?\{\{?[^{}]{0,60}\}\}?|<[^<>]{0,60}>|%[sv]/g;

export function indexHosts(knowledge: Knowledge): Hosts {
  const root = emptyLabel();
  for (const [host, claim] of claimsOf(knowledge)) plant(root, host, claim);
  return {
    find: (host, path = '/') => {
      const name = normalHost(host);
      if (name === null) return null;
      const claim = descend(root, name.split('.').reverse(), path);
      if (!claim) return null;
      const { paths: _, ...match } = claim;
      return match;
    },
  };
}

/** Lower case, ASCII, without port, user info and trailing dot; null if it cannot be a host. */
export function normalHost(host: string): string | null {
  if (host.length === 0 || host.length > LONGEST_HOST) return null;
  const plain = host.replace(HOLE, 'x');
  try {
    const name = new URL(`https://${plain}/`).hostname.replace(/\.$/, '');
    return name.includes('.') ? name : null;
  } catch {
    return null;
  }
}

function claimsOf({ vendors, platforms }: Knowledge): (readonly [string, Claim])[] {
  const own = vendors.flatMap((vendor) =>
    vendor.hosts.map((facts) => {
      const { host, paths = [], purpose, location, operator, note } = facts;
      const says = `${host} is operated by ${operator}${note ? ` (${note})` : ''}`;
      const fact = cite(`vendors/${vendor.id}#hosts/${host}`, says, facts);
      return [host, { vendor: vendor.id, platform: null, purpose, location, operator, paths, fact }] as const;
    }),
  );
  const others = platforms.flatMap((platform) =>
    platform.hosts.map((host) => {
      const fact = cite(`platforms/${platform.id}#hosts/${host}`, `${host} belongs to ${platform.name}`, platform);
      const { location, operator, vendor = null, id } = platform;
      return [host, { vendor, platform: id, purpose: 'api', location, operator: operator.name, paths: [], fact }] as const;
    }),
  );
  return [...own, ...others];
}

function emptyLabel(): Label {
  return { named: new Map(), holed: [], any: null, here: [], before: [] };
}

function plant(root: Label, host: string, claim: Claim): void {
  const open = host.startsWith('*.');
  const labels = (open ? host.slice(2) : host).toLowerCase().split('.').reverse();
  const end = labels.reduce(child, root);
  (open ? end.before : end.here).push(claim);
}

function child(parent: Label, label: string): Label {
  const hole = /^([^{]*)\{[^}]*\}(.*)$/.exec(label);
  if (!hole) return kept(parent.named, label);
  const [, lead = '', tail = ''] = hole;
  if (lead === '' && tail === '') {
    parent.any ??= emptyLabel();
    return parent.any;
  }
  const known = parent.holed.find((item) => item.lead === lead && item.tail === tail);
  if (known) return known.label;
  const added = emptyLabel();
  parent.holed.push({ lead, tail, label: added });
  return added;
}

function kept(children: Map<string, Label>, name: string): Label {
  const label = children.get(name) ?? emptyLabel();
  children.set(name, label);
  return label;
}

/** The most particular claim: a named label before one with a hole before any label before `*.`. */
function descend(label: Label, labels: readonly string[], path: string): Claim | null {
  const [next, ...rest] = labels;
  if (next === undefined) return onPath(label.here, path);
  const named = label.named.get(next);
  const holed = label.holed.filter((item) => fills(next, item.lead, item.tail)).map((item) => item.label);
  for (const inner of [named, ...holed, label.any]) {
    const found = inner ? descend(inner, rest, path) : null;
    if (found) return found;
  }
  return onPath(label.before, path);
}

function fills(label: string, lead: string, tail: string): boolean {
  return label.length > lead.length + tail.length && label.startsWith(lead) && label.endsWith(tail);
}

/** Of several claims the one with the longest path; a vendor's and its platform's claim on one host are one answer. */
function onPath(claims: readonly Claim[], path: string): Claim | null {
  const fitting = claims.filter(({ paths }) => paths.length === 0 || paths.some((item) => isBelow(path, item)));
  const longest = (claim: Claim) => Math.max(0, ...claim.paths.filter((item) => isBelow(path, item)).map((item) => item.length));
  const [first, ...others] = fitting.toSorted((left, right) => longest(right) - longest(left));
  if (!first) return null;
  const platform = first.platform ?? others.find((claim) => claim.vendor === first.vendor)?.platform ?? null;
  return { ...first, platform };
}

function isBelow(path: string, parent: string): boolean {
  return path === parent || path.startsWith(parent.endsWith('/') ? parent : `${parent}/`);
}
