// Walkers read one file and can only say where a name of another file should be. Which file that is, the tree tells; where two
// could be meant, or none is there, the arrow leads nowhere.
import { posix } from 'node:path';
import type { Edge, Sighting } from '../model.ts';
import { withoutOwn } from './own.ts';

/** `symbol:./src/config#MODEL` is a path from the root, `symbol:?/config#MODEL` the end of one, `.../*#MODEL` any file of a folder, `symbol:?/#MODEL` any. */
const OPEN = /^symbol:([.?])\/([^#]*)#([^#]+)$/;
const CODE = /\.(?:pyi?|[cm]?[jt]sx?|vue|svelte|astro|go|java|kts?|scala|groovy|rs|cs|swift|dart|rb|php)$/;
/** A file that stands for its folder. */
const FOLDER = /(?:^|\/)(?:index|__init__|mod|lib|main)$/;

/** The sightings, with constants of other files told by the file that defines them, and without imports of the tree's own modules. */
export function placed(seen: readonly Sighting[], paths: readonly string[]): readonly Sighting[] {
  const sightings = withoutOwn(seen, paths);
  if (!sightings.some((sighting) => sighting.kind === 'edge' && isOpen(sighting))) return sightings;
  const defined = definedIn(sightings);
  const world = { ...filesOf(paths), defined, definers: definersIn(defined) };
  return sightings.map((sighting) => {
    const to = sighting.kind === 'edge' ? nodeOf(sighting, world) : null;
    return to === null ? sighting : { ...(sighting as Edge), to };
  });
}

/** It leads to a name of another file. */
export function isOpen({ to }: Edge): boolean {
  return OPEN.test(to);
}

interface World {
  /** Paths by themselves without their extension, and those by their last part. */
  readonly byStem: ReadonlyMap<string, readonly string[]>;
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** By path, the names that it defines with what they stand for. */
  readonly defined: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
  /** The paths that define a name, or an attribute of that name. */
  readonly definers: ReadonlyMap<string, readonly string[]>;
}

function filesOf(paths: readonly string[]): Pick<World, 'byStem' | 'byName'> {
  const byStem = new Map<string, string[]>();
  const byName = new Map<string, string[]>();
  for (const path of paths) {
    if (!CODE.test(path)) continue;
    const bare = path.replace(CODE, '');
    const stems = FOLDER.test(bare) ? [bare, posix.dirname(bare)] : [bare];
    for (const stem of path.endsWith('.rs') ? [...stems, ...stems.flatMap(inCrate)] : stems) {
      add(byStem, stem, path);
      add(byName, posix.basename(stem), stem);
    }
  }
  return { byStem, byName };
}

/** Other crates know `crates/acme-llm/src/names` as `acme_llm::names`. */
function inCrate(stem: string): readonly string[] {
  const [, before = '', crate = '', rest = ''] = /^((?:.*\/)?)([\w-]+)\/src((?:\/.*)?)$/.exec(stem) ?? [];
  return crate === '' ? [] : [before + crate.replaceAll('-', '_') + rest];
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (!known) map.set(key, [value]);
  else if (!known.includes(value)) known.push(value);
}

function definedIn(sightings: readonly Sighting[]): World['defined'] {
  const defined = new Map<string, Map<string, Set<string>>>();
  for (const sighting of sightings) {
    const found = sighting.kind === 'edge' && !isOpen(sighting) ? /^symbol:([^#]+)#([^#]+)$/.exec(sighting.from) : null;
    if (!found || sighting.kind !== 'edge') continue;
    const [, path = '', name = ''] = found;
    const names = defined.get(path) ?? new Map<string, Set<string>>();
    defined.set(path, names.set(name, (names.get(name) ?? new Set()).add(sighting.to)));
  }
  return defined;
}

function definersIn(defined: World['defined']): World['definers'] {
  const definers = new Map<string, string[]>();
  for (const [path, names] of defined) for (const name of names.keys()) add(definers, lastPart(name), path);
  return definers;
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function nodeOf({ to, evidence: { path: from } }: Edge, world: World): string | null {
  const [, kind = '', written = '', name = ''] = OPEN.exec(to) ?? [];
  if (name === '') return null;
  const isWhole = kind === '.';
  if (written.endsWith('*')) return inFolder(written.replace(/\/?\*$/, ''), name, { from, isWhole, world });
  const parts = written.split('/').filter((part) => part !== '');
  // What stands behind the file's name is the name of something in it.
  for (let count = parts.length; count >= Math.max(1, parts.length - 3); count--) {
    const paths = filesAt(parts.slice(0, count).join('/'), { from, isWhole, world });
    const node = paths ? nodeIn(paths, [...parts.slice(count), name], world) : null;
    if (node !== null) return node;
    if (paths) break;
  }
  if (isWhole) return null;
  const named = ofClass([...parts.slice(-1), name], from, world);
  return named ?? (PACKAGES.test(from) ? inFolder(parts.join('/'), name, { from, isWhole, world }) : null);
}

/** They define constants outside of classes, in files of any name. */
const PACKAGES = /\.(?:kts?|scala|groovy)$/;

/** The only file that defines such a constant of a class of that name, or outside of any, wherever it is. */
function ofClass(names: readonly string[], from: string, { definers, defined }: World): string | null {
  const [owner = ''] = names;
  const name = names.join('.');
  if (!/^[A-Z]/.test(owner) && names.length > 1) return null;
  const found = (definers.get(lastPart(name)) ?? []).filter(
    (path) => path !== from && familyOf(path) === familyOf(from) && defined.get(path)?.has(name) === true,
  );
  return found.length === 1 ? `symbol:${found[0]}#${name}` : null;
}

interface Asked {
  readonly from: string;
  readonly isWhole: boolean;
  readonly world: World;
}

/** The files that a path without an extension stands for; null where there is none, or more than one place. */
function filesAt(stem: string, { from, isWhole, world: { byStem, byName } }: Asked): readonly string[] | null {
  const family = familyOf(from);
  const own = (at: string) => (byStem.get(at) ?? []).filter((path) => path !== from && familyOf(path) === family);
  if (isWhole) return own(stem).length > 0 ? own(stem) : null;
  const stems = (byName.get(posix.basename(stem)) ?? []).filter((at) => (at === stem || at.endsWith(`/${stem}`)) && own(at).length > 0);
  const root = (at: string) => at.slice(0, at.length - stem.length);
  // Modules are looked for from the folders around the file, the innermost first.
  const around = stems.filter((at) => from.startsWith(root(at))).sort((one, other) => other.length - one.length);
  const [found] = around.length > 0 ? around : new Set(stems.flatMap(own)).size === own(stems[0] ?? '').length ? stems : [];
  return found === undefined ? null : own(found);
}

const FAMILIES: readonly RegExp[] = [/\.pyi?$/, /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/, /\.(?:java|kts?|scala|groovy)$/];

function familyOf(path: string): string {
  const index = FAMILIES.findIndex((family) => family.test(path));
  return index < 0 ? path.slice(path.lastIndexOf('.')) : String(index);
}

/** The definition of a name in one of the files, or, where they only pass it on, in their folder. */
function nodeIn(paths: readonly string[], names: readonly string[], world: World): string | null {
  for (const path of paths) {
    const name = nameIn(path, names, world);
    if (name !== null) return `symbol:${path}#${name}`;
  }
  const name = names.join('.');
  const folders = paths.filter((path) => FOLDER.test(path.replace(CODE, ''))).map((path) => `${posix.dirname(path)}/`);
  const found = (world.definers.get(lastPart(name)) ?? []).filter(
    (path) => folders.some((folder) => path.startsWith(folder)) && world.defined.get(path)?.has(name) === true,
  );
  return found.length === 1 ? `symbol:${found[0]}#${name}` : null;
}

/** `settings.model` is the attribute `model` of what `settings` is made from, if the file has only one of that name. */
function nameIn(path: string, names: readonly string[], { defined }: World): string | null {
  const known = defined.get(path);
  if (!known) return null;
  for (let at = 0; at < names.length; at++) {
    const name = names.slice(at).join('.');
    const values = known.get(name);
    if (values && (at === 0 || values.size === 1)) return name;
  }
  return null;
}

/** A package of Go is a folder, whose import says where it is below some root. */
function inFolder(written: string, name: string, { from, isWhole, world }: Asked): string | null {
  const parts = written.split('/');
  const family = familyOf(from);
  for (let at = 0; at < (isWhole ? 1 : parts.length); at++) {
    const folder = parts.slice(at).join('/');
    const isIn = (path: string) => {
      const own = path.includes('/') ? posix.dirname(path) : '';
      return own === folder || (!isWhole && own.endsWith(`/${folder}`));
    };
    const found = (world.definers.get(lastPart(name)) ?? []).filter(
      (path) => path !== from && familyOf(path) === family && world.defined.get(path)?.has(name) === true && isIn(path),
    );
    if (found.length > 0) return found.length === 1 ? `symbol:${found[0]}#${name}` : null;
  }
  return null;
}
