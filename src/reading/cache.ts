// What an earlier scan read of the same tree. A file counts as unchanged while the file system's own record of it is the same,
// which is how git and make judge; what a walker says of it then depends on nothing but the program and on what is wanted.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Stamp, Tree } from '../discover/tree.ts';
import type { Sighting } from '../model.ts';
import { builtFile } from '../util/built.ts';
import { lazily } from '../util/lazily.ts';
import { isSecretLike } from '../util/redact.ts';
import { readKept, writeKept } from './kept.ts';
import { isTold, type Outcome, type Wanted } from './read.ts';

/** Fewer files are read before a cache is opened. */
const FEWEST = 100;
/** Clocks of file systems are coarse: within this many milliseconds a second change may leave the same record. */
const SETTLED = 2000;
/** Files that were not asked for this time are kept until there are so many more of them. */
const MOST_OTHERS = 4;

export interface CacheOptions {
  /** It is made where it is missing; several trees may share it. */
  readonly directory: string;
  /** Milliseconds since 1970. */
  readonly now?: number;
}

export interface Earlier {
  /** By path, of files that have not changed since. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** For the next scan: these too, unless they changed a moment ago. */
  keep(outcomes: ReadonlyMap<string, Outcome>): void;
}

/** Null where it is not worth the time. */
export type Cache = (wanted: Wanted, paths: readonly string[]) => Earlier | null;

/** Null where there is nothing to go by: a tree that is not on disk, a program that does not know what it was built from. */
export function openCache(tree: Tree, options: CacheOptions | null): Cache | null {
  const build = options && buildId();
  if (!options || !build || !tree.stamp || !tree.onDisk) return null;
  const stampOf = settledStamps(tree.stamp, (options.now ?? Date.now()) - SETTLED);
  const { root, onDisk } = tree;
  return (wanted, paths) => {
    if (paths.length < FEWEST) return null;
    const name = createHash('sha256')
      .update(JSON.stringify([build, root, onDisk, wanted]))
      .digest('hex');
    const place = { directory: options.directory, name };
    const lines = linesOf(readKept(place) ?? '');
    return {
      outcomes: new Map(unchanged(paths, lines, stampOf)),
      keep: (outcomes) => {
        const added = additions(outcomes, lines, stampOf);
        if (added.size === 0) return;
        const before = lines.size > paths.length * MOST_OTHERS ? [...lines].filter(([path]) => outcomes.has(path)) : lines;
        writeKept(place, () => textOf(new Map([...before, ...added])));
      },
    };
  };
}

const buildId = lazily(() => {
  const file = builtFile('build.txt');
  return file && readFileSync(file, 'utf8').trim();
});

type StampOf = (path: string) => string | null;

/** One look a file and scan. Of a file that has changed lately nothing is kept and nothing recalled. */
function settledStamps(stamp: (path: string) => Stamp | null, latest: number): StampOf {
  const known = new Map<string, string | null>();
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const found = stamp(path);
    const settled = found && found.changed < latest ? found.id : null;
    known.set(path, settled);
    return settled;
  };
}

/** By path: its stamp, a tab, its outcome. */
type Lines = ReadonlyMap<string, string>;

function linesOf(text: string): Lines {
  const lines = new Map<string, string>();
  for (let at = 0, end = text.indexOf('\n'); end >= 0; at = end + 1, end = text.indexOf('\n', at)) {
    const tab = text.indexOf('\t', at);
    lines.set(text.slice(at, tab), text.slice(tab + 1, end));
  }
  return lines;
}

function textOf(lines: Lines): string {
  return [...lines].map(([path, line]) => `${path}\t${line}\n`).join('');
}

function isUnder(stamp: string, line: string): boolean {
  return line.startsWith(`${stamp}\t`);
}

function* unchanged(paths: readonly string[], lines: Lines, stampOf: StampOf): Generator<[string, Outcome]> {
  for (const path of paths) {
    const line = lines.get(path);
    const stamp = line === undefined ? null : stampOf(path);
    if (line !== undefined && stamp !== null && isUnder(stamp, line)) yield [path, JSON.parse(line.slice(stamp.length + 1))];
  }
}

function additions(outcomes: ReadonlyMap<string, Outcome>, lines: Lines, stampOf: StampOf): Lines {
  const added = new Map<string, string>();
  for (const [path, outcome] of outcomes) {
    const stamp = isLasting(path, outcome) ? stampOf(path) : null;
    if (stamp !== null && !isUnder(stamp, lines.get(path) ?? '')) added.set(path, `${stamp}\t${JSON.stringify(outcome)}`);
  }
  return added;
}

/** Why a file could not be read may pass without a trace on the file; and a name with a tab or a line break has no line. */
function isLasting(path: string, outcome: Outcome): boolean {
  if (/[\t\n\r]/.test(path)) return false;
  if (typeof outcome === 'number') return true;
  return isTold(outcome) ? !outcome.sightings.some(namesSecret) : outcome.left === 'binary' || outcome.left === 'report';
}

/** What a file gives a name to, or what it names, may be a key. No report shows it, and it is not to lie on a disk. */
function namesSecret(sighting: Sighting): boolean {
  return sighting.kind === 'edge' && (isSecretLike(sighting.from) || isSecretLike(sighting.to));
}
