// npm's lockfiles. Versions 2 and 3 list every package by its place (`packages`), version 1 nests them (`dependencies`);
// version 2 holds both, of which the nested twin is passed over.
import { type Document, isHit } from '../../formats/document.ts';
import { type JsonReader, members, openJson, type Span, skip, stringValue, textOf, wordValue } from '../../formats/lockfile/json-reader.ts';
import type { PackageScope } from '../../model.ts';
import { type Graph, type GraphBuilder, graphBuilder } from '../../util/graph.ts';
import { dependencyWalker, type Listed, type Listing, type Trouble } from './listing.ts';
import { listNested, nestedGraph } from './package-lock-nested.ts';

const NEWEST = 3;

export const packageLock = dependencyWalker({
  name: 'package-lock',
  reads: 'npm lockfiles (`package-lock.json`, `npm-shrinkwrap.json`), versions 1 to 3',
  files: /(?:^|\/)(?:package-lock|npm-shrinkwrap|\.package-lock)\.json$/,
  ecosystem: 'npm',
  list,
});

/** Where the two lists begin. */
interface Outline {
  packages: number;
  dependencies: number;
  readonly troubles: Trouble[];
}

function list(document: Document): Listing {
  const { text } = document;
  const outline = outlineOf(text);
  if (outline.packages >= 0) {
    return { entries: [...outline.troubles, ...listPlaces(document, outline.packages)], graph: () => placesGraph(text, outline.packages) };
  }
  if (outline.dependencies < 0) return { entries: outline.troubles };
  const { dependencies } = outline;
  return { entries: [...outline.troubles, ...listNested(text, dependencies)], graph: () => nestedGraph(text, dependencies) };
}

function outlineOf(text: string): Outline {
  const outline: Outline = { packages: -1, dependencies: -1, troubles: [] };
  const reader = openJson(text);
  members(reader, (key) => {
    const name = textOf(reader, key);
    if (name === 'packages' && outline.packages < 0) outline.packages = reader.at;
    else if (name === 'dependencies' && outline.dependencies < 0) outline.dependencies = reader.at;
    else if (name === 'lockfileVersion') checkVersion(outline, wordValue(reader), key.start);
  });
  const { problem } = reader;
  if (problem && outline.packages + outline.dependencies > -2) outline.troubles.push({ code: 'unreadable-part', ...problem });
  return outline;
}

function checkVersion({ troubles }: Outline, version: string, offset: number): void {
  const number = Number(version);
  if (number >= 1 && number <= NEWEST) return;
  troubles.push({ code: 'unknown-lockfile-version', detail: `lockfileVersion ${version.slice(0, 20)} is not known`, offset });
}

const MODULES = 'node_modules/';

/** Looks closer only at packages that hold a hit: there may be a hundred thousand others. */
function listPlaces(document: Document, at: number): (Listed | Trouble)[] {
  const entries: (Listed | Trouble)[] = [];
  const places = new Set<string>();
  const reader = openJson(document.text, at);
  members(reader, (key) => {
    const place = textOf(reader, key);
    if (places.has(place)) entries.push({ code: 'duplicate-key', detail: 'the package is listed twice', offset: key.start });
    places.add(place);
    const start = reader.at;
    skip(reader);
    if (!place.includes(MODULES) || !isHit(document, key.start, reader.at)) return;
    reader.at = start;
    const found = readPackage(reader);
    if (found.link) return;
    const rest = { version: found.version, scope: scopeOf(found), key: place, route: ['packages', place] };
    entries.push({ ...nameOf(reader, found, key), ...rest });
  });
  return entries;
}

/** A package that was installed under another name says its own. */
function nameOf(reader: JsonReader, { name }: Package, place: Span) {
  if (name) return { name: textOf(reader, name), ...name };
  const start = reader.text.lastIndexOf(MODULES, place.end - MODULES.length) + MODULES.length;
  return { name: reader.text.slice(start, place.end), start, end: place.end };
}

interface Package {
  name: Span | null;
  version: string | null;
  link: boolean;
  readonly flags: Set<string>;
}

/** `dev`, `optional` and so on are written only where they are true. */
function readPackage(reader: JsonReader): Package {
  const found: Package = { name: null, version: null, link: false, flags: new Set() };
  members(reader, (key) => {
    const length = key.end - key.start;
    if (length > 11) return;
    const word = textOf(reader, key);
    if (word === 'version') found.version = wordValue(reader);
    else if (word === 'name') found.name = stringValue(reader);
    else if (word === 'link') found.link = wordValue(reader) === 'true';
    else if (FLAGS.has(word) && wordValue(reader) === 'true') found.flags.add(word);
  });
  return found;
}

const FLAGS: ReadonlySet<string> = new Set(['dev', 'optional', 'devOptional', 'peer']);

function scopeOf({ flags }: Package): PackageScope {
  if (flags.has('dev')) return 'development';
  if (flags.has('optional') || flags.has('devOptional')) return 'optional';
  return flags.has('peer') ? 'peer' : 'runtime';
}

const GROUPS: Readonly<Record<string, PackageScope>> = {
  dependencies: 'runtime',
  optionalDependencies: 'optional',
  peerDependencies: 'peer',
  devDependencies: 'development',
};

/** Reads the places first, because a package may need one that is listed below it. */
function placesGraph(text: string, at: number): Graph {
  const places: Places = { graph: graphBuilder(), links: new Map(), top: new Map(), outers: new Set() };
  const first = openJson(text, at);
  members(first, (key) => addPlace(places, textOf(first, key), readNode(first)));
  const second = openJson(text, at);
  members(second, (key) => readEdges(second, textOf(second, key), places));
  return places.graph.build();
}

interface Places {
  readonly graph: GraphBuilder;
  /** Where a link leads to, by its node. */
  readonly links: Map<number, string>;
  /** Nodes of the outermost `node_modules`, by name. */
  readonly top: Map<string, number>;
  /** Places with a `node_modules` of their own. */
  readonly outers: Set<string>;
}

interface Place {
  readonly name: string | null;
  readonly link: string | null;
}

function addPlace({ graph, links, top, outers }: Places, place: string, { name, link }: Place): void {
  const modules = place.lastIndexOf(MODULES);
  const installed = modules < 0 ? place : place.slice(modules + MODULES.length);
  const node = graph.node(place, name ?? installed);
  if (modules === 0) top.set(installed, node);
  else if (modules > 0) outers.add(place.slice(0, modules - 1));
  if (link !== null) links.set(node, link);
}

function readNode(reader: JsonReader): Place {
  let name: string | null = null;
  let link: string | null = null;
  let isLink = false;
  members(reader, (key) => {
    const word = key.end - key.start > 8 ? '' : textOf(reader, key);
    if (word === 'name') name = wordValue(reader);
    else if (word === 'resolved') link = wordValue(reader);
    else if (word === 'link') isLink = wordValue(reader) === 'true';
  });
  return { name, link: isLink ? link : null };
}

function readEdges(reader: JsonReader, place: string, places: Places): void {
  const { graph, links } = places;
  const from = graph.find(place);
  // What is not below `node_modules` is the project itself or one of its workspaces.
  const isProject = !place.includes(MODULES);
  members(reader, (key) => {
    const group = GROUPS[textOf(reader, key)];
    if (!group || (group === 'development' && !isProject)) return;
    members(reader, (name) => {
      const found = resolve(places, place, textOf(reader, name));
      const link = found === undefined ? undefined : links.get(found);
      const to = link === undefined ? found : graph.find(link);
      if (to === undefined || from === undefined) return;
      if (!isProject) graph.edge(from, to);
      else if (link === undefined) graph.root(to, group);
    });
  });
}

/** The way Node looks for a module: in the package's own `node_modules`, then in those around it. */
function resolve({ graph, top, outers }: Places, from: string, name: string): number | undefined {
  for (let place = from; place !== ''; place = outer(place)) {
    const found = outers.has(place) ? graph.find(`${place}/${MODULES}${name}`) : undefined;
    if (found !== undefined) return found;
  }
  return top.get(name);
}

function outer(place: string): string {
  const modules = place.lastIndexOf(`/${MODULES}`);
  if (modules >= 0) return place.slice(0, modules);
  return place.startsWith(MODULES) ? '' : place.slice(0, Math.max(0, place.lastIndexOf('/')));
}
