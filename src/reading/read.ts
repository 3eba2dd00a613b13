// What files say: those that can matter are read by their walkers. One thread's work, whoever gives it out.
import type { Coverage, Notice, Sighting } from '../model.ts';
import { type InlineSuppression, inlineSuppressions } from '../policy/inline.ts';
import { createPrefilter, type Left, type Wanted } from '../prefilter/prefilter.ts';
import type { Source } from '../prefilter/search.ts';
import { walkers } from '../walkers/index.ts';
import { type Walked, walk } from '../walkers/walk.ts';

export type { Wanted } from '../prefilter/prefilter.ts';

/** What a file says that was read closely. */
export interface Told extends Walked {
  readonly bytes: number;
  readonly ignores: readonly InlineSuppression[];
}

/**
 * What became of a file; a number is how many bytes were searched in vain, which is what becomes of most.
 * Plain data: it crosses from thread to thread, and from scan to scan.
 */
export type Outcome = Told | Left | number;

export type Reader = (path: string) => Outcome;

/** A file that holds nothing of what is wanted is not worth a walker's time, unless a walker says otherwise. */
export function createReader(source: Source, wanted: Wanted): Reader {
  const prefilter = createPrefilter(walkers, wanted);
  return (path) => {
    const found = prefilter(source, path);
    if (typeof found === 'number' || isLeft(found)) return found;
    const { document, walker, bytes } = found;
    return { bytes, ignores: inlineSuppressions(document.text), ...walk(walker, document) };
  };
}

/** What became of the files: `searched` and those in `skipped` are all that were asked for. */
export type Counts = Omit<Coverage, 'listed'>;

export interface Reading {
  /** References and edges, in the order of the files and of their text. */
  readonly sightings: readonly Sighting[];
  readonly notices: readonly Notice[];
  /** By path. */
  readonly ignores: readonly (readonly [string, readonly InlineSuppression[]])[];
  readonly counts: Counts;
}

/** In the order of the paths, to which the outcomes belong one by one. */
export function joined(paths: readonly string[], outcomes: readonly Outcome[]): Reading {
  const told = outcomes.filter(isTold);
  return {
    sightings: told.flatMap(({ sightings }) => sightings),
    notices: outcomes.flatMap(noticesOf),
    ignores: outcomes.flatMap((outcome, at) => (isTold(outcome) && outcome.ignores.length > 0 ? [[paths[at] ?? '', outcome.ignores]] : [])),
    counts: countsOf(outcomes),
  };
}

export function isTold(outcome: Outcome): outcome is Told {
  return typeof outcome === 'object' && !isLeft(outcome);
}

function isLeft(found: object | number): found is Left {
  return typeof found === 'object' && 'left' in found;
}

function noticesOf(outcome: Outcome): readonly Notice[] {
  if (typeof outcome === 'number') return [];
  if (isTold(outcome)) return outcome.notices;
  return outcome.notice ? [outcome.notice] : [];
}

function countsOf(outcomes: readonly Outcome[]): Counts {
  const counts = { searched: 0, parsed: 0, bytes: 0 };
  const skipped: Record<string, number> = {};
  for (const outcome of outcomes) {
    if (isLeft(outcome)) {
      skipped[outcome.left] = (skipped[outcome.left] ?? 0) + 1;
      continue;
    }
    counts.searched++;
    if (typeof outcome === 'object') counts.parsed++;
    counts.bytes += typeof outcome === 'object' ? outcome.bytes : outcome;
  }
  return { ...counts, skipped };
}
