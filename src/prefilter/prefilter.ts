// Decides on bytes which files are worth a walker's time. Most files end here, without ever having been a string.
import { Unread } from '../discover/tree.ts';
import type { Document } from '../formats/document.ts';
import { decode } from '../formats/text.ts';
import type { Coverage, Notice } from '../model.ts';
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
}

/** What is worth a look. Literals have at least 3 bytes each and are found whatever the case of ASCII letters. */
export interface Wanted {
  /** Wherever they stand. */
  readonly literals: readonly string[];
  /** Only where packages are listed: everyday words elsewhere. */
  readonly libraryLiterals?: readonly string[];
}

/** What became of the files: `searched` and those in `skipped` are all that were asked for. */
export type Counts = Omit<Coverage, 'listed'>;

export interface Prefilter {
  /** In the order of the paths; a document lives on when the next is asked for. */
  claims(source: Source, paths: Iterable<string>, ledger: Ledger): Iterable<Claim>;
}

/** Where the prefilter writes what it leaves out and why. */
export interface Ledger {
  readonly note: (notice: Notice) => void;
  readonly counts: { searched: number; parsed: number; bytes: number; readonly skipped: Record<string, number> };
}

export function newCounts(): Ledger['counts'] {
  return { searched: 0, parsed: 0, bytes: 0, skipped: {} };
}

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
  return {
    *claims(source, paths, ledger) {
      for (const path of paths) {
        const candidates = walkersOf(path);
        const claim = attempt(path, { source, query, inLists, candidates }, ledger);
        if (claim) yield claim;
      }
    },
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

function count(size: number, { counts }: Ledger): null {
  counts.searched++;
  counts.bytes += size;
  return null;
}

interface Task {
  readonly source: Source;
  readonly query: Query;
  /** Where packages are listed. */
  readonly inLists: () => Query;
  readonly candidates: readonly Walker[];
}

/** A file that cannot be read is a gap in the answer, not the end of the scan. */
function attempt(path: string, task: Task, ledger: Ledger): Claim | null {
  if (task.candidates.length === 0) return leave('unclaimed', ledger);
  try {
    const query = isList(task.candidates) ? task.inLists() : task.query;
    const searched = search(query.engine, task.source, path);
    if (searched.binary) return leaveBinary(path, ledger);
    if (searched.seen.length > 0 && isReport(task.source, path)) return leave('report', ledger);
    count(searched.size, ledger);
    const walker = chosen(searched, query, task.candidates);
    const again = walker && seeksLibraries(walker) && query === task.query ? task.inLists() : null;
    const claim = again
      ? claimOf(path, walker, { query: again, searched: search(again.engine, task.source, path) })
      : claimOf(path, walker, { query, searched });
    if (claim) ledger.counts.parsed++;
    return claim;
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    const { reason, message: detail } = error;
    if (reason === 'unreadable' || reason === 'too-large') ledger.note({ kind: 'notice', code: reason, path, line: null, detail });
    return leave(reason, ledger);
  }
}

function leave(reason: string, { counts: { skipped } }: Ledger): null {
  skipped[reason] = (skipped[reason] ?? 0) + 1;
  return null;
}

function leaveBinary(path: string, ledger: Ledger): null {
  if (TEXT_NAME.test(path)) {
    ledger.note({ kind: 'notice', code: 'binary-content', path, line: null, detail: 'holds zero bytes although its name says text' });
  }
  return leave('binary', ledger);
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
  return { walker, document: { path, text, hits: bytes && offsetsOf(bytes), usage: usageOf(path) } };
}
