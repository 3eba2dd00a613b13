// What files say: those that can matter are read by their walkers. One thread's work, whoever gives it out.
import type { Notice, Sighting } from '../model.ts';
import { type InlineSuppression, inlineSuppressions } from '../policy/inline.ts';
import { type Counts, createPrefilter, newCounts, type Wanted } from '../prefilter/prefilter.ts';
import type { Source } from '../prefilter/search.ts';
import { walkers } from '../walkers/index.ts';
import { walk } from '../walkers/walk.ts';

export type { Wanted } from '../prefilter/prefilter.ts';

/** Plain data: it crosses from thread to thread. */
export interface Reading {
  /** References and edges, in the order of the files and of their text. */
  readonly sightings: readonly Sighting[];
  readonly notices: readonly Notice[];
  /** By path. */
  readonly ignores: readonly (readonly [string, readonly InlineSuppression[]])[];
  readonly counts: Counts;
}

export type Reader = (paths: Iterable<string>) => Reading;

/** A file that holds nothing of what is wanted is not worth a walker's time, unless a walker says otherwise. */
export function createReader(source: Source, wanted: Wanted): Reader {
  const prefilter = createPrefilter(walkers, wanted);
  return (paths) => {
    const notices: Notice[] = [];
    const ignores: (readonly [string, readonly InlineSuppression[]])[] = [];
    const counts = newCounts();
    const note = (notice: Notice) => notices.push(notice);
    const sightings = walk(prefilter.claims(source, paths, { note, counts }), {
      note,
      seen: ({ path, text }) => {
        const comments = inlineSuppressions(text);
        if (comments.length > 0) ignores.push([path, comments]);
      },
    });
    return { sightings, notices, ignores, counts };
  };
}

/** In the order of their files. */
export function joined(readings: readonly Reading[]): Reading {
  const counts = newCounts();
  for (const reading of readings) add(counts, reading.counts);
  return {
    sightings: readings.flatMap(({ sightings }) => sightings),
    notices: readings.flatMap(({ notices }) => notices),
    ignores: readings.flatMap(({ ignores }) => ignores),
    counts,
  };
}

function add(sum: ReturnType<typeof newCounts>, { searched, parsed, bytes, skipped }: Counts): void {
  sum.searched += searched;
  sum.parsed += parsed;
  sum.bytes += bytes;
  for (const [reason, files] of Object.entries(skipped)) sum.skipped[reason] = (sum.skipped[reason] ?? 0) + files;
}
