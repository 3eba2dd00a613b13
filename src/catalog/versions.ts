// Whether a fact about some versions of a package holds for one of them, by the rules of its ecosystem. The libraries are loaded
// when the first range is asked about: few facts have one, and they cost more than reading all facts.
import { createRequire } from 'node:module';
import { compareGems, compareMaven, compareNuget } from './version-order.ts';
import { inRange } from './version-range.ts';

type Semver = typeof import('semver');
type Pep440 = typeof import('@renovatebot/pep440');
/** Null where it cannot read one of the two. */
type Holds = (range: string, version: string) => boolean | null;

const load = createRequire(import.meta.url);

const SYSTEMS: Readonly<Record<string, Holds>> = {
  pypi: inPythonRange,
  conda: (range, version) =>
    inPythonRange(
      range.replace(/(^|,\s{0,5})=(?=\d)([^,]{1,100})/g, (_, lead, wanted) => `${lead}==${wanted.replace(/\.?\*$/, '')}.*`),
      version,
    ),
  maven: (range, version) => inRange(compareMaven, range, version),
  gem: (range, version) => inRange(compareGems, range, version),
  cocoapods: (range, version) => inRange(compareGems, range, version),
  // A version by itself is the lowest one that will do.
  nuget: (range, version) => inRange(compareNuget, /^\s{0,5}\d/.test(range) ? `>=${range.trim()}` : range, version),
  hex: (range, version) =>
    inSemverRange(
      alternatives(range, / or /)
        .map((part) => part.replaceAll(' and ', ' ').replace(/~>\s{0,5}([\d.]{1,60})/g, tilde))
        .join(' || '),
      version,
    ),
  composer: (range, version) => inSemverRange(range.replaceAll(',', ' ').replace(/~\s{0,5}([\d.]{1,60})/g, tilde), version),
  // A version by itself stands for all that are compatible with it.
  cargo: (range, version) =>
    inSemverRange(
      alternatives(range, /,/)
        .map((part) => part.trim().replace(/^(?=\d+(?:\.\d+){0,2}(?:[-+]|$))/, '^'))
        .join(' '),
      version,
    ),
};

/**
 * `range` in the ecosystem's own syntax (`>=1.2 <2`, `~=1.4`, `[1.0,2.0)`); absent: all versions. An unknown version is in every
 * range. A range or version that its ecosystem cannot read holds: a fact is not dropped because of how it is written.
 */
export function holdsFor(ecosystem: string, range: string | undefined, version: string | null): boolean {
  if (range === undefined || version === null) return true;
  return (SYSTEMS[ecosystem] ?? inSemverRange)(range, version) ?? true;
}

function alternatives(range: string, separator: RegExp): string[] {
  return range.split(separator, 50);
}

/** `~1.2` stays below 2 and `~1.2.3` below 1.3, which is not what npm means by it. */
function tilde(_: string, version: string): string {
  const numbers = version.split('.');
  return numbers.length === 2 ? `^${version}` : `~${version}`;
}

function inPythonRange(range: string, version: string): boolean | null {
  const { satisfies, valid, validRange } = load('@renovatebot/pep440') as Pep440;
  return valid(version) && validRange(range) ? satisfies(version, range, { prereleases: true }) : null;
}

/** Tails that are not semantic (`1.4.0.1`, `1.4`) are coerced. */
function inSemverRange(range: string, version: string): boolean | null {
  const semver = load('semver') as Semver;
  const written = semver.parse(version, { loose: true }) ?? semver.coerce(version);
  if (!written || !semver.validRange(range, { loose: true })) return null;
  return semver.satisfies(written, range, { loose: true, includePrerelease: true });
}
