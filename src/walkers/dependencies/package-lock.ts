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
  const graph = graphBuilder();
  const links = new Map<string, string>();
  const first = openJson(text, at);
  members(first, (key) => {
    const place = textOf(first, key);
    const target = readNode(first);
    graph.node(place, target.name ?? place.slice(place.lastIndexOf(MODULES) + MODULES.length));
    if (target.link) links.set(place, target.link);
  });
  const second = openJson(text, at);
  members(second, (key) => readEdges(second, textOf(second, key), { graph, links }));
  return graph.build();
}

function readNode(reader: JsonReader): { readonly name: string | null; readonly link: string | null } {
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

interface Places {
  readonly graph: GraphBuilder;
  readonly links: ReadonlyMap<string, string>;
}

function readEdges(reader: JsonReader, place: string, { graph, links }: Places): void {
  const from = graph.find(place);
  // What is not below `node_modules` is the project itself or one of its workspaces.
  const isProject = !place.includes(MODULES);
  members(reader, (key) => {
    const group = GROUPS[textOf(reader, key)];
    if (!group || (group === 'development' && !isProject)) return;
    members(reader, (name) => {
      const found = resolve(graph, place, textOf(reader, name));
      if (found === null) return;
      const to = graph.find(links.get(found) ?? found);
      if (to === undefined || from === undefined) return;
      if (!isProject) graph.edge(from, to);
      else if (!links.has(found)) graph.root(to, group);
    });
  });
}

/** The way Node looks for a module: in the package's own `node_modules`, then in those around it. */
function resolve(graph: GraphBuilder, from: string, name: string): string | null {
  for (let place = from; ; place = outer(place)) {
    const candidate = place === '' ? MODULES + name : `${place}/${MODULES}${name}`;
    if (graph.find(candidate) !== undefined) return candidate;
    if (place === '') return null;
  }
}

function outer(place: string): string {
  const modules = place.lastIndexOf(`/${MODULES}`);
  if (modules >= 0) return place.slice(0, modules);
  return place.startsWith(MODULES) ? '' : place.slice(0, Math.max(0, place.lastIndexOf('/')));
}
