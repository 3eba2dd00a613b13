// Decides on bytes which files are worth a walker's time. Most files end here, without ever having been a string.
import { type Tree, Unread } from '../discover/tree.ts';
import type { Document } from '../formats/document.ts';
import { decode } from '../formats/text.ts';
import type { Coverage, Notice } from '../model.ts';
import { usageOf } from '../util/usage.ts';
import type { Walker } from '../walkers/walker.ts';
import { claimsOf } from './claims.ts';
import { createEngine } from './engine.ts';
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
  const skip = (reason: string) => {
    counts.skipped[reason] = (counts.skipped[reason] ?? 0) + 1;
  };
  return {
    claims: claims(tree, options, { note, counts, skip }),
    coverage: () => {
      const left = Object.values(counts.skipped).reduce((sum, count) => sum + count, 0);
      return { ...counts, skipped: { ...counts.skipped }, listed: counts.searched + left };
    },
  };
}

interface Ledger {
  readonly note: Note;
  readonly counts: { searched: number; parsed: number; bytes: number };
  skip(reason: string): void;
}

function* claims(tree: Tree, { walkers, literals: catalog }: PrefilterOptions, ledger: Ledger): Generator<Claim> {
  const literals = gather(catalog, walkers);
  const engine = createEngine(literals.texts);
  const walkersOf = claimsOf(walkers);
  const { counts, skip } = ledger;
  for (const path of tree.paths) {
    const candidates = walkersOf(path);
    if (candidates.length === 0) {
      skip('unclaimed');
      continue;
    }
    const claim = attempt(path, ledger, () => {
      const searched = search(engine, (into, position) => tree.read(path, into, position));
      return searched.binary ? leave(path, ledger) : { size: searched.size, claim: claimOf(path, searched, { candidates, literals }) };
    });
    if (!claim) continue;
    counts.searched++;
    counts.bytes += claim.size;
    if (!claim.claim) continue;
    counts.parsed++;
    yield claim.claim;
  }
}

/** A file that cannot be read is a gap in the answer, not the end of the scan. */
function attempt<T>(path: string, { note, skip }: Ledger, read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    const { reason, message: detail } = error;
    skip(reason);
    if (reason === 'unreadable' || reason === 'too-large') note({ kind: 'notice', code: reason, path, line: null, detail });
    return null;
  }
}

function leave(path: string, { note, skip }: Ledger): null {
  skip('binary');
  if (TEXT_NAME.test(path)) {
    note({ kind: 'notice', code: 'binary-content', path, line: null, detail: 'holds zero bytes although its name says text' });
  }
  return null;
}

function claimOf(
  path: string,
  searched: Searched,
  { candidates, literals }: { readonly candidates: readonly Walker[]; readonly literals: Literals },
): Claim | null {
  const { isCatalog, isSignal } = literals;
  const hasSignal = (walker: Walker) => searched.seen.some((literal) => isSignal(walker, literal));
  const walker = candidates.find((candidate) => !candidate.signals || hasSignal(candidate));
  if (!walker || (walker.gate === 'hits' && !hasSignal(walker) && !searched.seen.some(isCatalog))) return null;
  const bytes = searched.offsets((literal) => isCatalog(literal) || isSignal(walker, literal));
  const { text, offsetsOf } = decode(searched.bytes());
  return { walker, document: { path, text, hits: bytes && offsetsOf(bytes), usage: usageOf(path) } };
}
