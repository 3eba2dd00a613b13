// A project may be called as a package of a vendor is: what it imports by that name is its own.
import { posix } from 'node:path';
import type { Sighting } from '../model.ts';

/** Files that a module of that name would be, from a root on: the tree's, or the folders around the file that imports it. */
const PLACES: Readonly<Record<string, (module: string) => readonly string[]>> = {
  gem: (module) => [`lib/${module}.rb`],
  pypi: (module) => [`${module}.py`, `${module}/__init__.py`, `src/${module}/__init__.py`],
};

/** The sightings without imports of the tree's own modules. */
export function withoutOwn(sightings: readonly Sighting[], paths: readonly string[]): readonly Sighting[] {
  if (!sightings.some(isImport)) return sightings;
  const known = new Set(paths);
  return sightings.filter((sighting) => !isImport(sighting) || !isOwn(sighting, known));
}

type Import = Extract<Sighting, { kind: 'package' }>;

function isImport(sighting: Sighting): sighting is Import {
  return sighting.kind === 'package' && sighting.as === 'import' && PLACES[sighting.ecosystem] !== undefined;
}

const DEEPEST = 20;

function isOwn({ ecosystem, name, evidence: { path } }: Import, known: ReadonlySet<string>): boolean {
  const module = ecosystem === 'pypi' ? (name.split('.')[0] ?? name) : name;
  const files = PLACES[ecosystem]?.(module) ?? [];
  let folder = posix.dirname(path);
  for (let depth = 0; depth < DEEPEST; depth++) {
    const isIn = (file: string) => known.has(folder === '.' ? file : `${folder}/${file}`);
    // What lies in a package of Python is known by the package's name, too: `app.vendor`, not `vendor`.
    if (!(ecosystem === 'pypi' && isIn('__init__.py')) && files.some(isIn)) return true;
    if (folder === '.' || folder === '/') return false;
    folder = posix.dirname(folder);
  }
  return false;
}
