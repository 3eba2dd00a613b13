// Whether a fact about some versions of a package holds for one of them, by the rules of its ecosystem. The libraries are loaded
// when the first range is asked about: few facts have one, and they cost more than reading all facts.
import { createRequire } from 'node:module';

type Semver = typeof import('semver');
type Pep440 = typeof import('@renovatebot/pep440');

const load = createRequire(import.meta.url);

/**
 * `range` in the ecosystem's own syntax (`>=1.2 <2`, `~=1.4`); absent: all versions. An unknown version is in every range. A range or
 * version that its ecosystem cannot read holds: a fact is not dropped because of how it is written.
 */
export function holdsFor(ecosystem: string, range: string | undefined, version: string | null): boolean {
  if (range === undefined || version === null) return true;
  return ecosystem === 'pypi' ? inPythonRange(range, version) : inSemverRange(range, version);
}

function inPythonRange(range: string, version: string): boolean {
  const { satisfies, valid, validRange } = load('@renovatebot/pep440') as Pep440;
  return !valid(version) || !validRange(range) || satisfies(version, range, { prereleases: true });
}

/** Maven, Go and the others write versions that differ from semantic ones in their tails: those are coerced. */
function inSemverRange(range: string, version: string): boolean {
  const semver = load('semver') as Semver;
  const written = semver.parse(version, { loose: true }) ?? semver.coerce(version);
  if (!written || !semver.validRange(range, { loose: true })) return true;
  return semver.satisfies(written, range, { loose: true, includePrerelease: true });
}
