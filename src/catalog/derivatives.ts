// What the snapshot knows about names and files that do not say whose weights they hold.
import type { Fact } from '../model.ts';
import { cite, groupBy } from './fact.ts';
import type { ArchitectureFacts, DerivativeFacts, Knowledge, OrganisationFacts, PublisherFacts, Sourced, VendorFacts } from './facts.ts';
import { behindOwner, unpacked } from './packings.ts';

export interface DerivativeMatch {
  readonly derivative: DerivativeFacts;
  /** `owner`: the whole name; `start`: the fact covers all names that begin so; `bare`: the owner was not written, or is a re-packer. */
  readonly by: 'owner' | 'start' | 'bare';
  readonly fact: Fact;
}

export interface ArchitectureMatch {
  readonly vendor: string;
  readonly architecture: ArchitectureFacts;
  readonly fact: Fact;
}

export interface OrganisationMatch {
  readonly vendor: string;
  readonly organisation: OrganisationFacts;
  readonly fact: Fact;
}

export interface PublisherMatch {
  readonly publisher: PublisherFacts;
  readonly fact: Fact;
}

/** Names are told apart by their first letters before anything else is tried. */
const LEAD = 4;
/**
 * A bare name that is shorter or a plain word (`spotlight`, `coder-large`) is anybody's; so is a service's outside its platform.
 * Three words together (`nanonets-ocr-s`) are nobody else's.
 */
const PARTICULAR = /^(?=[^:]{8,120}$)(?=.*[a-z])(?:(?=.*\d)|(?=.{12})[a-z]{2,20}[-_][a-z]{1,20}[-_])/;
/** Of a re-packer, who copies what others made, less is enough. */
const SHORTEST_COPY = 4;

export function indexDerivatives({ derivatives, publishers }: Knowledge): (name: string) => DerivativeMatch | null {
  const byName = new Map(derivatives.filter(({ name }) => !name.endsWith('*')).map((item) => [item.name.toLowerCase(), item]));
  const starts = indexStarts(derivatives.filter(({ name }) => name.endsWith('*')));
  const owned = [...byName.values()].filter(({ name }) => !name.includes(':'));
  const bare = groupBy(owned, ({ name }) => bareOf(name.toLowerCase()));
  const leads = new Set([...bare.keys(), ...starts.bares].map((name) => name.slice(0, LEAD)));
  const repackers = new Set(publishers.filter(({ role }) => role === 'repack' || role === 'mirror').map(({ name }) => name.toLowerCase()));
  const anybodys = (name: string) => {
    const [only, ...others] = bare.get(name) ?? starts.ofBare(name);
    return only && others.every((item) => agree(item, only)) ? only : null;
  };
  return (name) => {
    const lower = name.toLowerCase().replace(ESCAPED_DOT, '.');
    const whole = byName.get(lower);
    if (whole) return derivativeMatch(whole, 'owner');
    const start = starts.ofWhole(lower);
    if (start) return derivativeMatch(start, 'start');
    if (!mayBePacked(lower, leads)) return null;
    const { names, repacked } = unpacked(lower, repackers);
    const isTelling = (item: string) => PARTICULAR.test(item) || (repacked && item.length >= SHORTEST_COPY && !item.includes(':'));
    const found = first(names, (item) => {
      if (item.includes('/')) return byName.get(item) ?? starts.ofWhole(item);
      return isTelling(item) ? anybodys(item) : null;
    });
    return found && derivativeMatch(found, 'bare');
  };
}

/** ModelScope's cache writes a dot so. */
const ESCAPED_DOT = /___/g;

interface Starts {
  /** What the names of a whole line begin with, without their owners. */
  readonly bares: readonly string[];
  readonly ofWhole: (name: string) => DerivativeFacts | null;
  /** A size, version or date follows, which says that a model is meant. */
  readonly ofBare: (name: string) => readonly DerivativeFacts[];
}

/** Facts that hold for all names which begin alike; the longest beginning says most. */
function indexStarts(items: readonly DerivativeFacts[]): Starts {
  const longest = items
    .map((item) => ({ item, whole: item.name.slice(0, -1).toLowerCase() }))
    .map((start) => ({ ...start, bare: bareOf(start.whole) }))
    .toSorted((left, right) => right.whole.length - left.whole.length);
  const wholeLeads = new Set(longest.map(({ whole }) => whole.slice(0, LEAD)));
  const withBare = longest.filter(({ bare }) => bare.length > LEAD).toSorted((left, right) => right.bare.length - left.bare.length);
  return {
    bares: withBare.map(({ bare }) => bare),
    ofWhole: (name) => {
      if (!wholeLeads.has(name.slice(0, LEAD))) return null;
      return longest.find(({ whole }) => name.startsWith(whole))?.item ?? null;
    },
    ofBare: (name) => {
      const fitting = withBare.filter(({ bare }) => name.startsWith(bare) && /\d/.test(name.slice(bare.length)));
      return fitting.filter(({ bare }) => bare === fitting[0]?.bare).map(({ item }) => item);
    },
  };
}

/** The cheap question first: most names begin like none of the known ones. */
function mayBePacked(name: string, leads: ReadonlySet<string>): boolean {
  const bare = bareOf(name);
  if (leads.has(bare.slice(0, LEAD))) return true;
  return /[_.]/.test(bare) && leads.has((behindOwner(bare) ?? '').slice(0, LEAD));
}

function first<T, R>(items: readonly T[], find: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

/** Several owners publish under one bare name: the answer stands only if it is the same for all. */
function agree(left: DerivativeFacts, right: DerivativeFacts): boolean {
  return left.families.join() === right.families.join() && (left.not ?? false) === (right.not ?? false);
}

function bareOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function derivativeMatch(derivative: DerivativeFacts, by: DerivativeMatch['by']): DerivativeMatch {
  return { derivative, by, fact: cite(`lineage#${derivative.name}`, sentenceOf(derivative), derivative) };
}

const ARROWS: Readonly<Record<DerivativeFacts['relation'], string>> = {
  finetune: 'is a fine-tune of',
  quantized: 'is a quantized copy of',
  adapter: 'is an adapter for',
  merge: 'is merged from',
  distilled: 'was distilled onto',
  'architecture-only': 'shares only the architecture of',
  same: 'is a copy of',
};

function sentenceOf({ name, relation, parents, families, teachers = [], part, not, note }: DerivativeFacts): string {
  if (not) return `${name} holds no weights of the catalog's vendors${note ? `: ${note}` : ''}`;
  const parent = parents.join(' and ') || (families.length > 0 ? `a model of the ${families.join(' and ')} family` : 'an undisclosed base');
  const taught = teachers.length > 0 ? `, taught by ${teachers.join(' and ')}` : '';
  return part ? `${name} has ${parent} as its ${part}${taught}` : `${name} ${ARROWS[relation]} ${parent}${taught}`;
}

const CLAIM_RANK: Readonly<Record<ArchitectureFacts['claim'], number>> = { strong: 3, medium: 2, weak: 1, none: 0 };

/** `model_type` is more particular than the class: Kimi K2 says `kimi_k2` and runs DeepSeek's class. */
export function indexArchitectures({ vendors }: Knowledge): (type: string | null, classes: readonly string[]) => ArchitectureMatch | null {
  const all = vendors.flatMap((vendor) => vendor.architectures.map((item) => [vendor, item] as const));
  const keyed = (keysOf: (item: ArchitectureFacts) => readonly string[]) =>
    groupBy(
      all.flatMap((owned) => keysOf(owned[1]).map((key) => [key, owned] as const)),
      ([key]) => key,
    );
  const [types, classNames, gguf] = [keyed((item) => item.types), keyed((item) => item.classes), keyed((item) => item.gguf ?? [])];
  return (type, classes) => {
    const byType = type === null ? [] : [...(types.get(type) ?? []), ...(gguf.get(type) ?? [])];
    const found = byType.length > 0 ? byType : classes.flatMap((name) => classNames.get(name) ?? []);
    const [best] = found.toSorted((left, right) => CLAIM_RANK[right[1][1].claim] - CLAIM_RANK[left[1][1].claim]);
    return best ? architectureMatch(best[1]) : null;
  };
}

function architectureMatch([vendor, item]: readonly [VendorFacts, ArchitectureFacts & Sourced]): ArchitectureMatch {
  const says = `the architecture of ${item.line} is ${item.claim} evidence for weights of ${vendor.name}${item.note ? ` (${item.note})` : ''}`;
  return { vendor: vendor.id, architecture: item, fact: cite(`vendors/${vendor.id}#architectures/${item.line}`, says, item) };
}

export function indexOrganisations({ vendors }: Knowledge): (hub: string | null, owner: string) => OrganisationMatch | null {
  const all = vendors.flatMap((vendor) => vendor.organisations.map((item) => [vendor, item] as const));
  const byName = groupBy(all, ([, item]) => item.name.toLowerCase());
  return (hub, owner) => {
    const found = byName.get(owner.toLowerCase())?.find(([, item]) => hub === null || item.hubs.includes(hub));
    if (!found) return null;
    const [vendor, organisation] = found;
    const says = `${organisation.name} on ${organisation.hubs.join(', ')} belongs to ${vendor.name} (${organisation.role})`;
    return {
      vendor: vendor.id,
      organisation,
      fact: cite(`vendors/${vendor.id}#organisations/${organisation.name}`, says, organisation),
    };
  };
}

export function indexPublishers({ publishers }: Knowledge): (owner: string) => PublisherMatch | null {
  const byName = new Map(publishers.map((item) => [item.name.toLowerCase(), item]));
  return (owner) => {
    const publisher = byName.get(owner.toLowerCase());
    if (!publisher) return null;
    return { publisher, fact: cite(`lineage#publishers/${publisher.name}`, `${publisher.name} re-publishes models of others`, publisher) };
  };
}
