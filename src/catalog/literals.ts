// The bytes without which a file cannot speak about anything in the catalog: what the prefilter searches for. Lower-case ASCII;
// the search folds case. If one literal contains another, the shorter one suffices.
import type { DerivativeFacts, Knowledge, LibraryFacts, PackageFacts, PlatformFacts, VendorFacts } from './facts.ts';

const SHORTEST = 3;
/** Words of variables that everybody uses. */
const GENERIC = new Set('API KEY BASE URL TOKEN HOST MODEL ENDPOINT SECRET'.split(' '));

export function literalsOf(knowledge: Omit<Knowledge, 'version' | 'checked' | 'literals' | 'libraryLiterals'>): string[] {
  const words = [
    ...knowledge.vendors.flatMap(vendorLiterals),
    ...knowledge.platforms.flatMap(platformLiterals),
    ...packagesOf(knowledge.libraries).filter(isImage).flatMap(packageLiterals),
  ];
  const named = minimal(words);
  return minimal([...named, ...derivativeLiterals(knowledge.derivatives, named)]);
}

/** Names of libraries are everyday words (`openai`), so they are searched for only where packages are listed; an image may stand anywhere. */
export function libraryLiteralsOf(libraries: readonly LibraryFacts[]): string[] {
  return minimal(
    packagesOf(libraries)
      .filter((item) => !isImage(item))
      .flatMap(libraryLiterals),
  );
}

function packagesOf(libraries: readonly LibraryFacts[]) {
  return libraries.flatMap(({ packages }) => packages);
}

function isImage({ ecosystem }: { readonly ecosystem: string }): boolean {
  return ecosystem === 'oci';
}

/** Two letters (`ai`) are searched for with what lockfiles write behind a name; PyPI's names have several spellings. */
function libraryLiterals(item: LibraryFacts['packages'][number]): string[] {
  const [name = ''] = packageLiterals(item);
  if (name.length < SHORTEST) return [`${name}"`, `${name}@`];
  return item.ecosystem === 'pypi' ? [name, name.replaceAll('-', '_'), name.replaceAll('-', '.')] : [name];
}

/** The shortest set that is contained in whatever contains one of these. */
export function minimal(words: readonly string[]): string[] {
  const usable = words.map((word) => word.toLowerCase()).filter((word) => word.length >= SHORTEST && /^[!-~ ]+$/.test(word));
  const kept: string[] = [];
  for (const word of usable.toSorted((left, right) => left.length - right.length)) {
    if (!kept.some((shorter) => word.includes(shorter))) kept.push(word);
  }
  return kept.toSorted();
}

function vendorLiterals(vendor: VendorFacts): string[] {
  return [
    ...vendor.families.flatMap(({ literals }) => literals),
    ...vendor.models.filter(({ needs }) => needs === undefined).map(({ name }) => name),
    ...vendor.hosts.filter(({ purpose }) => purpose !== 'not-a-model').map(({ host }) => fixedPart(host)),
    ...vendor.packages.flatMap(packageLiterals),
    ...vendor.variables.map(({ name }) => variableLiteral(name)),
    ...vendor.organisations
      .filter(({ role, name }) => role !== 'mirror' && role !== 'repack' && name.length > 3)
      .map(({ name }) => `${name}/`),
    ...vendor.keys.filter(({ needsContext }) => !needsContext).map(({ prefix }) => prefix),
  ];
}

/** Names that hide whose they are; the hosts of routers, which may pick a vendor, and of platforms in mainland China. */
function platformLiterals({ id, kind, location, hosts, models }: PlatformFacts): string[] {
  const telling = kind === 'router' || location === 'mainland';
  const prefix = kind === 'router' && id.length >= 8 ? [`${id}/`] : [];
  return [...models.map(({ name }) => particularPart(name.toLowerCase())), ...(telling ? hosts.map(fixedPart) : []), ...prefix];
}

/** Of a host with holes, what stands after the last of them; what stands before the first where that is a bare domain (`.aliyuncs.com`). */
function fixedPart(host: string): string {
  const parts = host.replace(/^\*\./, '').split(/\{[^}]*\}/);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  return parts.length > 1 && last.split('.').length <= 3 && first.length >= 8 ? first : last;
}

function packageLiterals(item: Pick<PackageFacts, 'ecosystem' | 'name' | 'imports' | 'shared'>): string[] {
  const { ecosystem, name, imports = [] } = item;
  // What leads to the module are words that everybody uses.
  if (item.shared) return imports.map((module) => module.split(/[./]/).at(-1) ?? module);
  const artefact = ecosystem === 'maven' ? name.slice(name.indexOf(':') + 1) : name;
  const fixed = artefact.split('*').toSorted((left, right) => right.length - left.length)[0] ?? '';
  return [fixed, ...imports];
}

function variableLiteral(name: string): string {
  const words = name.replaceAll('*', '').split('_');
  const own = words.filter((word) => !GENERIC.has(word));
  // Half of a vendor's word (`dash_scope`) is everybody's.
  if (own.length > 1 && (own[0] ?? '').length < 5) return own.slice(0, 2).join('_');
  // A word that only this vendor uses is enough; a company's, a cloud's or a short one keeps what follows (`alibaba_api`).
  return /^ALI(?:BABA|YUN)$/.test(own[0] ?? '') || (own[0] ?? '').length < 4 ? words.slice(0, 2).join('_') : (own[0] ?? name);
}

function bareName(name: string): string {
  return name.replace(/\*$/, '').slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
}

/** Names that hold no vendor's word. Those of one line (`acereason-nemotron-7b`, `-14b`) share their start. */
function derivativeLiterals(derivatives: readonly DerivativeFacts[], known: readonly string[]): string[] {
  const names = derivatives.filter(({ not }) => !not).map(({ name }) => name.toLowerCase());
  return names.filter((name) => !known.some((word) => bareName(name).includes(word))).map(particularPart);
}

/** The name without its owner, up to its size or version, as far as what is left is no plain word. */
function particularPart(name: string): string {
  const bare = bareName(name);
  const [lead = bare] = bare.split(/[-_.]v?\d{1,4}(?:\.\d{1,2})?(?:[bmk](?=[-_.]|$)|(?=[-_.]|$))/, 1);
  if (lead.length >= 8 && /[-_\d]/.test(lead)) return lead;
  // A service's name stands in a file without its platform.
  const enough = name.includes(':') ? bare.length >= 7 : bare.length >= 6 && /\d/.test(bare);
  return enough ? bare : name.replace(/\*$/, '');
}
