// Packages whose names imitate a vendor's official one. Precision first, because the finding is a grave one: only names of the
// same registry, one keystroke or one separator away, that begin alike; every package that a fact names is known and never
// suspected. The same name in another registry is not enough: it is often an honest port.
import type { Fact } from '../model.ts';
import { cite } from './fact.ts';
import type { Knowledge, PackageFacts, Sourced, VendorFacts } from './facts.ts';
import { ecosystemOf, normalPackage } from './packages.ts';

export interface LookalikeMatch {
  readonly vendor: string;
  /** The official name that it imitates. */
  readonly imitates: string;
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
    return imitated ? matchOf(imitated, system, written) : null;
  };
}

function officialOf(vendor: VendorFacts, item: PackageFacts & Sourced): Official[] {
  const name = normalPackage(item.ecosystem, item.name);
  return IMITATED.has(item.role) && name.length >= SHORTEST ? [{ vendor, item, name }] : [];
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

function matchOf({ vendor, item }: Official, ecosystem: string, written: string): LookalikeMatch {
  const says = `${written} is one keystroke away from ${item.name}, a package for ${vendor.name} on ${ecosystem}`;
  return { vendor: vendor.id, imitates: item.name, fact: cite(`vendors/${vendor.id}#packages/${item.ecosystem}/${item.name}`, says, item) };
}
