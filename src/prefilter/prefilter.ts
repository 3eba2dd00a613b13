// Decides on bytes which files are worth a walker's time. Most files end here, without ever having been a string.
import { type Tree, Unread } from '../discover/tree.ts';
import type { Document } from '../formats/document.ts';
import { decode } from '../formats/text.ts';
import type { Coverage, Notice } from '../model.ts';
import { lazily } from '../util/lazily.ts';
import { usageOf } from '../util/usage.ts';
import type { Walker } from '../walkers/walker.ts';
import { type AheadOptions, searchAhead } from './ahead.ts';
import { claimsOf } from './claims.ts';
import { createEngine, type Engine } from './engine.ts';
import { gather, type Literals } from './literals.ts';
import { type Searched, search } from './search.ts';

/** A document and the walker that is to read it. */
export interface Claim {
  readonly document: Document;
  readonly walker: Walker;
}

export interface PrefilterOptions {
  readonly walkers: readonly Walker[];
  /** What the catalog wants to be looked at: at least 3 bytes each, found whatever the case of ASCII letters. */
  readonly literals: readonly string[];
  /** What it wants to be looked at besides where packages are listed: everyday words elsewhere. */
  readonly libraryLiterals?: readonly string[];
  /** When other threads help; without it, in large trees. It changes no outcome. */
  readonly threading?: Pick<AheadOptions, 'fewest' | 'threads'>;
}

export interface Prefilter {
  /** In the order of the tree's paths; a document lives on when the next is asked for. Can be gone through once. */
  readonly claims: Iterable<Claim>;
  /** What was seen so far: `listed` is `searched` plus everything in `skipped`. */
  coverage(): Coverage;
}

type Note = (notice: Notice) => void;

/** Names that promise text: a zero byte in such a file is worth a notice. */
const TEXT_NAME =
  /(?:\.(?:py|pyi|[cm]?[jt]sx?|json[c5l]?|ya?ml|toml|ini|cfg|conf|env|properties|xml|md|mdx|rst|txt|sh|ps1|go|rs|java|kt|rb|php|cs|swift|scala|tf|hcl|ipynb|html|sql|lock)|(?:^|\/)(?:dockerfile|makefile|modelfile))$/i;

export function prefilter(tree: Tree, options: PrefilterOptions, note: Note): Prefilter {
  const counts = { searched: 0, parsed: 0, bytes: 0, skipped: { ...tree.skipped } as Record<string, number> };
  return {
    claims: claims(tree, options, { note, counts }),
    coverage: () => {
      const left = Object.values(counts.skipped).reduce((sum, count) => sum + count, 0);
      return { ...counts, skipped: { ...counts.skipped }, listed: counts.searched + left };
    },
  };
}

interface Ledger {
  readonly note: Note;
  readonly counts: { searched: number; parsed: number; bytes: number; readonly skipped: Record<string, number> };
}

/** A set of literals and the search for them. */
interface Query {
  readonly literals: Literals;
  readonly engine: Engine;
}

function queryOf(catalog: readonly string[], walkers: readonly Walker[]): Query {
  const literals = gather(catalog, walkers);
  return { literals, engine: createEngine(literals.texts) };
}

function* claims(tree: Tree, options: PrefilterOptions, ledger: Ledger): Generator<Claim> {
  const { walkers, literals: catalog, libraryLiterals = [], threading } = options;
  const query = queryOf(catalog, walkers);
  const { literals } = query;
  const packageQuery = lazily(() => queryOf([...catalog, ...libraryLiterals], walkers));
  const walkersOf = claimsOf(walkers);
  const claimed = tree.paths.map(walkersOf);
  const isJob = (_: string, at: number) => isQuietable(claimed[at] ?? []);
  const ahead = searchAhead(tree, tree.paths.filter(isJob), { literals: literals.texts, ...threading });
  let job = 0;
  try {
    for (const [at, path] of tree.paths.entries()) {
      const candidates = claimed[at] ?? [];
      const quiet = isQuietable(candidates) ? ahead.quietSize(job++) : null;
      const { engine, literals: wanted } = candidates.some(listsPackages) ? packageQuery() : query;
      const claim = quiet === null ? attempt(path, { tree, engine, literals: wanted, candidates }, ledger) : count(quiet, ledger);
      if (claim) yield claim;
    }
  } finally {
    ahead.stop();
  }
}

function listsPackages(walker: Walker): boolean {
  return walker.listsPackages === true;
}

/** Nobody reads the file unless one of the common literals stands in it, so that other threads can tell. */
function isQuietable(candidates: readonly Walker[]): boolean {
  const last = candidates.at(-1);
  return last !== undefined && (last.gate === 'hits' || last.signals !== undefined) && !candidates.some(listsPackages);
}

function count(size: number, { counts }: Ledger): null {
  counts.searched++;
  counts.bytes += size;
  return null;
}

interface Task {
  readonly tree: Tree;
  readonly engine: Engine;
  readonly literals: Literals;
  readonly candidates: readonly Walker[];
}

/** A file that cannot be read is a gap in the answer, not the end of the scan. */
function attempt(path: string, task: Task, ledger: Ledger): Claim | null {
  if (task.candidates.length === 0) return leave('unclaimed', ledger);
  try {
    const searched = search(task.engine, task.tree, path);
    if (searched.binary) return leaveBinary(path, ledger);
    count(searched.size, ledger);
    const claim = claimOf(path, searched, task);
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

function claimOf(path: string, searched: Searched, { candidates, literals: { isCatalog, isSignal } }: Task): Claim | null {
  const hasSignal = (walker: Walker) => searched.seen.some((literal) => isSignal(walker, literal));
  const walker = candidates.find((candidate) => !candidate.signals || hasSignal(candidate));
  if (!walker || (walker.gate === 'hits' && !hasSignal(walker) && !searched.seen.some(isCatalog))) return null;
  const bytes = searched.offsets((literal) => isCatalog(literal) || isSignal(walker, literal));
  const { text, offsetsOf } = decode(searched.bytes());
  return { walker, document: { path, text, hits: bytes && offsetsOf(bytes), usage: usageOf(path) } };
}
