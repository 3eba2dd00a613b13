// What every reader of dependencies yields, and how that becomes sightings: a package counts where its own name was hit.
import { type Document, isHit } from '../../formats/document.ts';
import type { ScalarNode } from '../../formats/nodes.ts';
import type { ModelReference, Notice, PackageReference, PackageScope, Sighting } from '../../model.ts';
import { type Graph, MAX_PATHS, type Origin, strongest, trace } from '../../util/graph.ts';
import { redactUrl } from '../../util/redact.ts';
import { evidence, notice } from '../evidence.ts';
import type { Walker } from '../walker.ts';

/** A package as a file lists it. */
export interface Listed {
  readonly name: string;
  /** UTF-16 offsets of the name itself. */
  readonly start: number;
  readonly end: number;
  /** Where a hit counts, if that is more than the name's own place: a group that stands beside it. */
  readonly within?: { readonly start: number; readonly end: number };
  readonly route: readonly string[];
  /** If it is another than the file's own. */
  readonly ecosystem?: string;
  readonly version?: string | null;
  readonly requirement?: string | null;
  /** Without one, that of whoever brought it in. */
  readonly scope?: PackageScope | null;
  /** Without one, the graph says it. */
  readonly direct?: boolean;
  /** Its node in the graph. */
  readonly key?: string;
}

/** What could not be read as it stands. */
export interface Trouble {
  readonly code: 'unreadable-part' | 'duplicate-key' | 'unknown-lockfile-version' | 'merge-conflict';
  readonly detail: string;
  readonly offset: number;
}

export interface Listing {
  /** A model that a file lists among its packages comes as a reference of its own. */
  readonly entries: Iterable<Listed | Trouble | ModelReference>;
  /** Built only if a package of interest is not known to be direct. */
  readonly graph?: () => Graph;
}

interface Definition extends Omit<Walker, 'read' | 'gate' | 'listsPackages'> {
  readonly ecosystem: string;
  /** Written by hand and small: every package counts, because a misspelt name holds no name that could be searched for. */
  readonly complete?: true;
  list(document: Document): Listing;
  /** What the file holds besides. */
  rest?(document: Document): Iterable<Sighting>;
}

export function dependencyWalker({ ecosystem, complete, list, rest, ...walker }: Definition): Walker {
  return {
    ...walker,
    gate: complete ? 'always' : 'hits',
    listsPackages: true,
    *read(document) {
      yield* sightings(complete ? { ...document, hits: null } : document, ecosystem, list(document));
      // A manifest is read for its packages even where nothing was hit; the rest of it then says nothing.
      if (rest && document.hits?.length !== 0) yield* rest(document);
    },
  };
}

export function* sightings(document: Document, ecosystem: string, listing: Listing): Generator<Sighting> {
  const conflict = conflictAt(document.text);
  const troubles: Trouble[] = conflict < 0 ? [] : [{ code: 'merge-conflict', detail: 'unresolved merge conflict', offset: conflict }];
  const found: Listed[] = [];
  for (const entry of listing.entries) {
    if ('kind' in entry) yield entry;
    else if ('code' in entry) troubles.push(entry);
    else if (entry.name !== '' && isNamed(document, entry)) found.push(entry);
  }
  const known = origins(listing, found);
  yield* references(document, ecosystem, { found, known });
  yield* notices(document, troubles, { found, known });
}

function isNamed(document: Document, { start, end, within }: Listed): boolean {
  return isHit(document, start, end) || (within !== undefined && isHit(document, within.start, within.end));
}

/** The start of the first line of a conflict that git left behind, or -1. */
export function conflictAt(text: string): number {
  if (text.startsWith('<<<<<<< ')) return 0;
  const found = text.indexOf('\n<<<<<<< ');
  return found < 0 ? -1 : found + 1;
}

type Origins = (entry: Listed) => Origin | null;

function origins({ graph }: Listing, found: readonly Listed[]): Origins {
  if (!graph || found.every(({ key }) => key === undefined)) return () => null;
  const built = graph();
  const originOf = trace(built);
  return ({ key }) => {
    const node = key === undefined ? undefined : built.idOf.get(key);
    return node === undefined ? null : originOf(node);
  };
}

/** Each package and version once: copies that a file keeps in several places are one, seen where the way to it is shortest. */
function references(
  document: Document,
  ecosystem: string,
  { found, known }: { readonly found: readonly Listed[]; readonly known: Origins },
): Iterable<PackageReference> {
  const merged = new Map<string, PackageReference>();
  const nodes = new Set<string>();
  for (const entry of found) {
    const reference = referenceTo(document, ecosystem, { entry, origin: known(entry) });
    const key = [reference.ecosystem, reference.name, reference.version, reference.requirement].join('\n');
    const other = merged.get(key);
    // Two entries of one node share their paths.
    const pathCount = nodes.has(`${key}\n${entry.key}`) ? 0 : reference.pathCount;
    nodes.add(`${key}\n${entry.key}`);
    merged.set(key, other ? merge(other, { ...reference, pathCount }) : reference);
  }
  return merged.values();
}

function merge(left: PackageReference, right: PackageReference): PackageReference {
  const nearer = steps(right) < steps(left) ? right : left;
  const pathCount = Math.min(MAX_PATHS, left.pathCount + right.pathCount);
  return { ...nearer, scope: strongest(left.scope, right.scope), pathCount };
}

/** A package that nothing leads to is farther than any other. */
function steps({ direct, introducedBy }: PackageReference): number {
  return direct ? 0 : introducedBy.length || Number.POSITIVE_INFINITY;
}

function referenceTo(
  document: Document,
  ecosystem: string,
  { entry, origin }: { readonly entry: Listed; readonly origin: Origin | null },
): PackageReference {
  const { start, end, route } = entry;
  const direct = entry.direct ?? origin?.direct ?? true;
  return {
    kind: 'package',
    ecosystem: entry.ecosystem ?? ecosystem,
    name: entry.name,
    as: 'dependency',
    version: entry.version == null ? null : safe(entry.version),
    requirement: entry.requirement == null ? null : safe(entry.requirement),
    scope: entry.scope ?? origin?.scope ?? 'runtime',
    direct,
    introducedBy: direct ? [] : (origin?.path ?? []),
    pathCount: origin?.count ?? 0,
    evidence: evidence(document, { start, end, route: route.map(safe), context: 'dependency' }),
  };
}

/** A range, a version or a key may be or hold a URL, and a URL may hold a token. */
function safe(text: string): string {
  return text.includes('://') ? text.replace(/[a-z][-+.a-z0-9]{1,20}:\/\/[^\s"']{1,2000}/gi, redactUrl) : text;
}

/** Of damage the first only: a conflict explains what cannot be read after it, and keys that stand on both of its sides. */
function* notices(
  document: Document,
  troubles: readonly Trouble[],
  { found, known }: { readonly found: readonly Listed[]; readonly known: Origins },
): Generator<Notice> {
  const version = troubles.find(({ code }) => code === 'unknown-lockfile-version');
  const damage = troubles.find(({ code }) => code !== 'unknown-lockfile-version');
  // What cannot be read may have been the version; two sides of a conflict may make a cycle that neither has.
  for (const trouble of damage?.code === 'unreadable-part' ? [damage] : [damage, version])
    if (trouble) yield notice(document, trouble.code, trouble.detail, trouble.offset);
  const isWhole = damage === undefined || damage.code === 'duplicate-key';
  const cyclic = isWhole ? found.find((entry) => known(entry)?.cycle != null) : undefined;
  if (cyclic) yield notice(document, 'dependency-cycle', `${cyclic.name} is brought in by packages that need each other`, cyclic.start);
}

/** A package whose name is a scalar's whole value. */
export function listed(node: ScalarNode, route: readonly string[], rest: Omit<Partial<Listed>, 'start' | 'end' | 'route'> = {}): Listed {
  return { name: node.value, start: node.start, end: node.end, route, ...rest };
}
