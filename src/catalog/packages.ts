// Whose package or module it is. Every ecosystem compares names in its own way; none of them by substring.
import type { Fact } from '../model.ts';
import { cite, groupBy } from './fact.ts';
import type { Knowledge, LibraryFacts, PackageFacts, Sourced, VendorFacts } from './facts.ts';
import { holdsFor } from './versions.ts';

export interface PackageMatch {
  /** Null for a library that serves many vendors. */
  readonly vendor: string | null;
  readonly package: PackageFacts;
  readonly fact: Fact;
}

export interface Packages {
  /** `version` is the resolved one, or null: then every version is meant. */
  readonly find: (ecosystem: string, name: string, version: string | null) => PackageMatch | null;
  /** By the module that source code imports. */
  readonly imported: (ecosystem: string, module: string) => PackageMatch | null;
}

type Owned = readonly [VendorFacts | LibraryFacts, PackageFacts & Sourced];

/** Other words for purl types. */
const ALIASES: Readonly<Record<string, string>> = {
  go: 'golang',
  rubygems: 'gem',
  crates: 'cargo',
  'crates.io': 'cargo',
  docker: 'oci',
  packagist: 'composer',
  dart: 'pub',
};

const NORMAL: Readonly<Record<string, (name: string) => string>> = {
  pypi: (name) => name.toLowerCase().replace(/[-_.]{1,20}/g, '-'),
  conda: (name) => name.toLowerCase().replace(/^.*::/, ''),
  cargo: (name) => name.toLowerCase().replaceAll('-', '_'),
  golang: (name) => name.toLowerCase(),
  maven: (name) => name,
  oci: (name) =>
    name
      .toLowerCase()
      .replace(/@.*$|:[^/]*$/, '')
      .replace(/^(?:(?:index|registry-1)\.)?docker\.io\/(?:library\/)?/, ''),
};

export function ecosystemOf(ecosystem: string): string {
  const lower = ecosystem.toLowerCase();
  return ALIASES[lower] ?? lower;
}

export function normalPackage(ecosystem: string, name: string): string {
  const normal = NORMAL[ecosystem] ?? ((text: string) => text.toLowerCase());
  return normal(name.trim());
}

export function indexPackages(knowledge: Knowledge): Packages {
  const all: readonly Owned[] = [...knowledge.vendors.flatMap(ofVendor), ...knowledge.libraries.flatMap(ofLibrary)];
  const byName = groupBy(
    all.filter(([, item]) => !item.shared),
    ([, item]) => `${item.ecosystem} ${normalPackage(item.ecosystem, item.name)}`,
  );
  const modules = new Map<string, Owned>(all.flatMap((owned) => modulesOf(owned[1]).map((key) => [key, owned])));
  const images = all.filter(([, item]) => item.ecosystem === 'oci' && item.name.includes('*'));
  return {
    find: (ecosystem, name, version) => {
      const system = ecosystemOf(ecosystem);
      const keys = candidates(system, normalPackage(system, name)).map((key) => `${system} ${key}`);
      const named = keys.flatMap((key) => byName.get(key) ?? []).find(([, item]) => holdsFor(system, item.versions, version));
      const image = system === 'oci' ? images.find(([, item]) => fitsImage(item.name, normalPackage('oci', name))) : undefined;
      return matchOf(named ?? image);
    },
    imported: (ecosystem, module) => {
      const system = ecosystemOf(ecosystem);
      const key = prefixes(system, module).find((name) => modules.has(`${system} ${name}`));
      return matchOf(modules.get(`${system} ${key}`));
    },
  };
}

function ofVendor(vendor: VendorFacts): Owned[] {
  return vendor.packages.map((item) => [vendor, item] as const);
}

function ofLibrary(library: LibraryFacts): Owned[] {
  return library.packages.map((item) => [library, { ...item, role: 'multi-provider' }] as const);
}

function matchOf(owned: Owned | undefined): PackageMatch | null {
  if (!owned) return null;
  const [owner, item] = owned;
  const vendor = 'jurisdiction' in owner ? owner : null;
  const range = item.versions === undefined ? '' : ` ${item.versions}`;
  const purpose = vendor ? `is for ${vendor.name}: ${item.role}` : 'serves models of many vendors';
  const what = item.shared ? `a module of ${item.name}` : item.name;
  const says = `${what}${range} (${item.ecosystem}) ${purpose}${item.note ? `, ${item.note}` : ''}`;
  const id = `${vendor ? 'vendors' : 'libraries'}/${owner.id}#packages/${item.ecosystem}/${item.name}${range}`;
  return { vendor: vendor?.id ?? null, package: item, fact: cite(id, says, item) };
}

/** A Go module holds its packages and its major versions, a repository its actions: each path above the name is a candidate, nearest first. */
function candidates(ecosystem: string, name: string): string[] {
  return ecosystem === 'golang' || ecosystem === 'githubactions' ? parents(name, '/') : [name];
}

function parents(path: string, separator: string): string[] {
  const parts = path.split(separator, 20);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join(separator));
}

const SEPARATORS: Readonly<Record<string, string>> = { golang: '/', npm: '/', gem: '/', pub: '/', composer: '\\', cargo: '::' };
/** Ecosystems in which the package's name is also how it is imported. */
const IMPORTED_BY_NAME = new Set(['npm', 'golang', 'cargo']);

function modulesOf(item: PackageFacts): string[] {
  const named = IMPORTED_BY_NAME.has(item.ecosystem) && !item.shared ? [normalPackage(item.ecosystem, item.name)] : [];
  const listed = (item.imports ?? []).map((module) => (item.ecosystem === 'maven' ? module : module.toLowerCase()));
  return [...named, ...listed].map((module) => `${item.ecosystem} ${module}`);
}

/** The module and the modules around it, nearest first. */
function prefixes(ecosystem: string, module: string): string[] {
  const name = ecosystem === 'maven' ? module.trim() : module.trim().toLowerCase().replace(/^\\/, '');
  return parents(name, SEPARATORS[ecosystem] ?? '.');
}

/** `*` stands for anything within one part of an image's name. */
function fitsImage(pattern: string, name: string): boolean {
  const expected = pattern.toLowerCase().split('/');
  const parts = name.split('/');
  return expected.length === parts.length && expected.every((part, index) => fitsPart(part, parts[index] ?? ''));
}

function fitsPart(pattern: string, part: string): boolean {
  const [lead = '', tail] = pattern.split('*', 2);
  if (tail === undefined) return pattern === part;
  return part.length >= lead.length + tail.length && part.startsWith(lead) && part.endsWith(tail);
}
