// Which walkers a path is for. Asked for every file of a tree, so the expressions of walkers that cannot claim it are not tried.
import type { Walker } from '../walkers/walker.ts';
import { minimal } from './literals.ts';
import { parsePattern } from './pattern.ts';
import { suffixesOf } from './suffixes.ts';
import { wordsOf } from './words.ts';

/** The walkers whose `files` match, in the order of the registry, up to the first that needs no signal. */
export type Claims = (path: string) => readonly Walker[];

export function claimsOf(walkers: readonly Walker[]): Claims {
  const demands = new Map(walkers.map((walker) => [walker, demandsOf(walker)]));
  const hasWord = wordTest([...demands.values()].flat().flatMap(({ suffixes, words }) => (suffixes ? [] : (words ?? []))));
  const candidates = (ending: string, withWord: boolean) =>
    walkers.filter((walker) => demands.get(walker)?.some((demand) => isMet(demand, ending, withWord)));
  const plain = remembering((ending) => candidates(ending, false));
  const lengthen = lengthening();
  const worded = remembering((ending) => candidates(ending, true));
  return (path) => {
    const ending = endingOf(path);
    return claiming(hasWord(path) ? worded(ending) : plain(ending), path, lengthen);
  };
}

/** What a path must have for one alternative of an expression: an ending or, where that is not known, a word; both null: anything will do. */
interface Demand {
  readonly suffixes: readonly string[] | null;
  readonly words: readonly string[] | null;
}

const NO_DEMAND: Demand = { suffixes: null, words: null };

function demandsOf({ files }: Walker): readonly Demand[] {
  const alternatives = parsePattern(files);
  return alternatives?.map((row) => ({ suffixes: suffixesOf([row]), words: wordsOf([row]) })) ?? [NO_DEMAND];
}

function isMet({ suffixes, words }: Demand, ending: string, withWord: boolean): boolean {
  if (!suffixes) return withWord || words === null;
  return suffixes.some((suffix) => ending.endsWith(suffix) || suffix.endsWith(ending));
}

const NOBODY: readonly Walker[] = [];

type Lengthen = (list: readonly Walker[], walker: Walker) => readonly Walker[];

function claiming(candidates: readonly Walker[], path: string, lengthen: Lengthen): readonly Walker[] {
  let claimed = NOBODY;
  for (const walker of candidates) {
    if (!walker.files.test(path)) continue;
    claimed = lengthen(claimed, walker);
    if (!walker.signals) break;
  }
  return claimed;
}

/** Makes each list once: a hundred thousand paths share a few dozen, which saved 14 MB. */
function lengthening(): Lengthen {
  const longer = new Map<readonly Walker[], Map<Walker, readonly Walker[]>>();
  return (list, walker) => {
    const known = longer.get(list) ?? new Map<Walker, readonly Walker[]>();
    const next = known.get(walker) ?? [...list, walker];
    if (known.size === 0) longer.set(list, known);
    known.set(walker, next);
    return next;
  };
}

/** One expression for the words of all walkers with open ends: most paths hold none of them. */
function wordTest(words: readonly string[]): (path: string) => boolean {
  if (words.length === 0) return () => false;
  const any = new RegExp(
    minimal(words)
      .map((word) => word.replace(/[^\w]/g, '\\$&'))
      .join('|'),
    'i',
  );
  return (path) => any.test(path);
}

function remembering(answer: (lowerEnding: string) => readonly Walker[]): (ending: string) => readonly Walker[] {
  const known = new Map<string, readonly Walker[]>();
  return (ending) => {
    const before = known.get(ending);
    if (before) return before;
    const walkers = answer(ending.toLowerCase());
    known.set(ending, walkers);
    return walkers;
  };
}

/** The extension with its dot, or the whole name where there is none. */
function endingOf(path: string): string {
  const slash = path.lastIndexOf('/');
  const dot = path.lastIndexOf('.');
  return path.slice(dot > slash ? dot : slash + 1);
}
