// Packages whose names imitate a vendor's official one. Precision first, because the finding is a grave one: only names of the
// same registry, one keystroke or one separator away, that begin alike; every package that a fact names is known and never
// suspected. The very name in another registry is often an honest port, so it is told with less certainty.
import type { Certainty, Fact } from '../model.ts';
import { cite } from './fact.ts';
import type { Knowledge, PackageFacts, Sourced, VendorFacts } from './facts.ts';
import { ecosystemOf, normalPackage } from './packages.ts';

export interface LookalikeMatch {
  readonly vendor: string;
  /** The official name that it imitates. */
  readonly imitates: string;
  readonly certainty: Certainty;
  readonly fact: Fact;
}

interface Official {
  readonly vendor: VendorFacts;
  readonly item: PackageFacts & Sourced;
  readonly name: string;
}

/** Shorter names are one keystroke away from too many words. */
const SHORTEST = 8;
/** Registries where anybody may take any name. */
const OPEN_REGISTRIES = new Set(['npm', 'pypi', 'cargo', 'gem', 'nuget']);
const IMITATED: ReadonlySet<PackageFacts['role']> = new Set(['official-sdk', 'agent-cli', 'adapter']);

export function indexLookalikes(knowledge: Knowledge): (ecosystem: string, name: string) => LookalikeMatch | null {
  const officials = knowledge.vendors.flatMap((vendor) => vendor.packages.flatMap((item) => officialOf(vendor, item)));
  const known = new Set(
    knowledge.vendors.flatMap((vendor) => vendor.packages.map((item) => `${item.ecosystem} ${normalPackage(item.ecosystem, item.name)}`)),
  );
  return (ecosystem, written) => {
    const system = ecosystemOf(ecosystem);
    const name = normalPackage(system, written);
    if (!OPEN_REGISTRIES.has(system) || known.has(`${system} ${name}`) || name.length < SHORTEST - 1) return null;
    const imitated = officials.find((official) => official.item.ecosystem === system && imitates(name, official.name));
    if (imitated) return matchOf(imitated, { written, certainty: 'weak', how: `is one keystroke away from ${imitated.item.name}` });
    const elsewhere = officials.find((official) => isElsewhere(official, system) && official.name === name);
    return elsewhere
      ? matchOf(elsewhere, { written, certainty: 'ambiguous', how: `has on ${system} the name of ${elsewhere.item.name}` })
      : null;
  };
}

function officialOf(vendor: VendorFacts, item: PackageFacts & Sourced): Official[] {
  const name = normalPackage(item.ecosystem, item.name);
  return IMITATED.has(item.role) && name.length >= SHORTEST ? [{ vendor, item, name }] : [];
}

/** Adapters of many vendors have the same name everywhere; a vendor's own package has it where the vendor publishes. */
function isElsewhere({ item }: Official, system: string): boolean {
  return item.ecosystem !== system && OPEN_REGISTRIES.has(item.ecosystem) && item.role !== 'adapter';
}

/** `dashscopee`, `dash-scope`, `langchaindeepseek`. A name that only goes on (`dashscope2`, `dashscope-x`) is a relative. */
function imitates(name: string, official: string): boolean {
  if (name[0] !== official[0] || /^[-_.]?\d$/.test(name.replace(official, ''))) return false;
  const plain = (text: string) => text.replace(/[^@/a-z\d]/g, '');
  return plain(name) === plain(official) || oneKeystroke(name, official);
}

/** Whether one insertion, deletion, replacement or exchange of neighbours makes one out of the other. */
export function oneKeystroke(left: string, right: string): boolean {
  if (left === right || Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start++;
  const rest = (text: string, skip: number) => text.slice(start + skip);
  if (left.length !== right.length) {
    return left.length > right.length ? rest(left, 1) === rest(right, 0) : rest(left, 0) === rest(right, 1);
  }
  const swapped = left[start] === right[start + 1] && left[start + 1] === right[start];
  return rest(left, 1) === rest(right, 1) || (swapped && rest(left, 2) === rest(right, 2));
}

interface Likeness {
  readonly written: string;
  readonly certainty: Certainty;
  readonly how: string;
}

function matchOf({ vendor, item }: Official, { written, certainty, how }: Likeness): LookalikeMatch {
  const says = `${written} ${how}, a package for ${vendor.name} on ${item.ecosystem}`;
  const fact = cite(`vendors/${vendor.id}#packages/${item.ecosystem}/${item.name}`, says, item);
  return { vendor: vendor.id, imitates: item.name, certainty, fact };
}
