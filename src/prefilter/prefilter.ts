// Decides on bytes which files are worth a walker's time. Most files end here, without ever having been a string.
import { Unread } from '../discover/tree.ts';
import type { Document } from '../formats/document.ts';
import { decode } from '../formats/text.ts';
import type { Notice } from '../model.ts';
import { lazily } from '../util/lazily.ts';
import { usageOf } from '../util/usage.ts';
import type { Walker } from '../walkers/walker.ts';
import { claimsOf } from './claims.ts';
import { createEngine, type Engine } from './engine.ts';
import { gather, type Literals } from './literals.ts';
import { isReport } from './report.ts';
import { type Searched, type Source, search } from './search.ts';

/** A document and the walker that is to read it. */
export interface Claim {
  readonly document: Document;
  readonly walker: Walker;
  /** Of the file. */
  readonly bytes: number;
}

/** A file that was not searched, and why; the notice is for what one would expect to be read. */
export interface Left {
  readonly left: string;
  readonly notice: Notice | null;
}

/** What is worth a look. Literals have at least 3 bytes each and are found whatever the case of ASCII letters. */
export interface Wanted {
  /** Wherever they stand. */
  readonly literals: readonly string[];
  /** Only where packages are listed: everyday words elsewhere. */
  readonly libraryLiterals?: readonly string[];
}

/** Asked for every file of a tree; a number is how many bytes were searched in vain. A document lives on when the next is asked for. */
export type Prefilter = (source: Source, path: string) => Claim | Left | number;

/** Names that promise text: a zero byte in such a file is worth a notice. */
const TEXT_NAME =
  /(?:\.(?:py|pyi|[cm]?[jt]sx?|json[c5l]?|ya?ml|toml|ini|cfg|conf|env|properties|xml|md|mdx|rst|txt|sh|ps1|go|rs|java|kt|rb|php|cs|swift|scala|tf|hcl|ipynb|html|sql|lock)|(?:^|\/)(?:dockerfile|makefile|modelfile))$/i;

/** A set of literals and the search for them. */
interface Query {
  readonly literals: Literals;
  readonly engine: Engine;
}

function queryOf(walkers: readonly Walker[], { literals: catalog, libraryLiterals = [] }: Wanted): Query {
  const literals = gather(catalog, walkers, libraryLiterals);
  return { literals, engine: createEngine(literals.texts) };
}

export function createPrefilter(walkers: readonly Walker[], wanted: Wanted): Prefilter {
  const query = queryOf(walkers, { literals: wanted.literals });
  const inLists = lazily(() => queryOf(walkers, wanted));
  const walkersOf = claimsOf(walkers);
  return (source, path) => {
    const candidates = walkersOf(path);
    return candidates.length === 0 ? UNCLAIMED : attempt(path, { source, query, inLists, candidates });
  };
}

/** Whatever it holds, packages are listed in it: then it need not be searched twice. */
function isList(candidates: readonly Walker[]): boolean {
  return candidates.some((walker) => seeksLibraries(walker) && !walker.signals);
}

/** What is read in any case has all its packages told; names of libraries in it say nothing of its other parts. */
function seeksLibraries({ listsPackages, gate }: Walker): boolean {
  return listsPackages === true && gate === 'hits';
}

const UNCLAIMED: Left = { left: 'unclaimed', notice: null };

interface Task {
  readonly source: Source;
  readonly query: Query;
  /** Where packages are listed. */
  readonly inLists: () => Query;
  readonly candidates: readonly Walker[];
}

/** A file that cannot be read is a gap in the answer, not the end of the scan. */
function attempt(path: string, { source, query, inLists, candidates }: Task): Claim | Left | number {
  try {
    const own = isList(candidates) ? inLists() : query;
    const searched = search(own.engine, source, path);
    if (searched.binary) return { left: 'binary', notice: TEXT_NAME.test(path) ? notice('binary-content', path, ZEROES) : null };
    if (searched.seen.length > 0 && isReport(source, path)) return { left: 'report', notice: null };
    const walker = chosen(searched, own, candidates);
    const again = walker && seeksLibraries(walker) && own === query ? inLists() : null;
    const found = again ? { query: again, searched: search(again.engine, source, path) } : { query: own, searched };
    return claimOf(path, walker, found) ?? searched.size;
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    const { reason, message } = error;
    return { left: reason, notice: reason === 'unreadable' || reason === 'too-large' ? notice(reason, path, message) : null };
  }
}

const ZEROES = 'holds zero bytes although its name says text';

function notice(code: string, path: string, detail: string): Notice {
  return { kind: 'notice', code, path, line: null, detail };
}

interface Found {
  readonly query: Query;
  readonly searched: Searched;
}

function chosen({ seen }: Searched, { literals }: Query, candidates: readonly Walker[]): Walker | undefined {
  return candidates.find((candidate) => !candidate.signals || seen.some((literal) => literals.isSignal(candidate, literal)));
}

function claimOf(path: string, walker: Walker | undefined, { query: { literals }, searched }: Found): Claim | null {
  const isHit = (literal: number) => walker !== undefined && (literals.isCatalog(walker, literal) || literals.isSignal(walker, literal));
  if (!walker || (walker.gate === 'hits' && !searched.seen.some(isHit))) return null;
  const bytes = searched.offsets(isHit);
  const { text, offsetsOf } = decode(searched.bytes());
  const document = { path, text, hits: bytes && offsetsOf(bytes), usage: usageOf(path) };
  return { walker, document, bytes: searched.size };
}
