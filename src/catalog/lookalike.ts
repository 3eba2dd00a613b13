// Packages whose names imitate a vendor's official one. Precision first: a look-alike is one keystroke away from an official
// name, or that name in an ecosystem where its owner publishes nothing while strangers could; every package that a fact names
// is known and never suspected.
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
const OFFICIAL_ROLES: ReadonlySet<PackageFacts['role']> = new Set(['official-sdk', 'agent-cli', 'adapter', 'weights-loader']);
/** One keystroke away from an official name, and somebody's honest package. */
const HONEST = new Set(['deepspeed', 'deepseed', 'minimax-mcp', 'modelscope-hub']);

export function indexLookalikes(knowledge: Knowledge): (ecosystem: string, name: string) => LookalikeMatch | null {
  const officials = knowledge.vendors.flatMap((vendor) => vendor.packages.flatMap((item) => officialOf(vendor, item)));
  const known = new Set(
    knowledge.vendors.flatMap((vendor) => vendor.packages.map((item) => `${item.ecosystem} ${normalPackage(item.ecosystem, item.name)}`)),
  );
  return (ecosystem, written) => {
    const system = ecosystemOf(ecosystem);
    const name = normalPackage(system, written);
    if (!OPEN_REGISTRIES.has(system) || known.has(`${system} ${name}`) || HONEST.has(name)) return null;
    const imitated = officials.find((official) => official.item.ecosystem === system && imitates(name, official.name));
    return imitated ? matchOf(imitated, system, written) : null;
  };
}

function officialOf(vendor: VendorFacts, item: PackageFacts & Sourced): Official[] {
  const name = normalPackage(item.ecosystem, item.name);
  return OFFICIAL_ROLES.has(item.role) && name.length >= SHORTEST ? [{ vendor, item, name }] : [];
}

/** One keystroke, or the same letters with other separators: `dash-scope`, `langchaindeepseek`, `ai-sdk-deepseek`. */
function imitates(name: string, official: string): boolean {
  if (name === official || name.length < SHORTEST - 1) return false;
  const plain = (text: string) => text.replace(/[^a-z\d]/g, '');
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
