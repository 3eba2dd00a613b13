// Which walkers a path is for. Asked for every file of a tree, so the expressions of walkers that cannot claim it are not tried.
import type { Walker } from '../walkers/walker.ts';
import { suffixesOf } from './suffixes.ts';

/** The walkers whose `files` match, in the order of the registry, up to the first that needs no signal. */
export type Claims = (path: string) => readonly Walker[];

export function claimsOf(walkers: readonly Walker[]): Claims {
  const endings = walkers.map(({ files }) => suffixesOf(files));
  const byEnding = new Map<string, readonly Walker[]>();
  const candidatesFor = (ending: string): readonly Walker[] => {
    const known = byEnding.get(ending);
    if (known) return known;
    const lower = ending.toLowerCase();
    const candidates = walkers.filter((_, at) => endings[at]?.some((suffix) => lower.endsWith(suffix) || suffix.endsWith(lower)) ?? true);
    byEnding.set(ending, candidates);
    return candidates;
  };
  return (path) => claiming(candidatesFor(endingOf(path)), path);
}

const NOBODY: readonly Walker[] = [];

function claiming(candidates: readonly Walker[], path: string): readonly Walker[] {
  let claimed: Walker[] | null = null;
  for (const walker of candidates) {
    if (!walker.files.test(path)) continue;
    claimed ??= [];
    claimed.push(walker);
    if (!walker.signals) break;
  }
  return claimed ?? NOBODY;
}

/** The extension with its dot, or the whole name where there is none. */
function endingOf(path: string): string {
  const slash = path.lastIndexOf('/');
  const dot = path.lastIndexOf('.');
  return path.slice(dot > slash ? dot : slash + 1);
}
