// The nested list of npm's lockfile version 1: every package holds the packages that were installed below it.
import { type JsonReader, members, openJson, type Span, stringValue, textOf, wordValue } from '../../formats/lockfile/json-reader.ts';
import type { PackageScope } from '../../model.ts';
import { type Graph, type GraphBuilder, graphBuilder } from '../../util/graph.ts';
import type { Listed, Trouble } from './listing.ts';

export function listNested(text: string, at: number): (Listed | Trouble)[] {
  const entries: (Listed | Trouble)[] = [];
  readLevel(openJson(text, at), '', entries);
  return entries;
}

function readLevel(reader: JsonReader, place: string, entries: (Listed | Trouble)[]): void {
  const names = new Set<string>();
  members(reader, (span) => {
    const name = textOf(reader, span);
    const key = `${place}/${name}`;
    if (names.has(name)) entries.push({ code: 'duplicate-key', detail: 'the package is listed twice', offset: span.start });
    names.add(name);
    const below: (Listed | Trouble)[] = [];
    const { version, scope } = readPackage(reader, key, below);
    const route = key
      .slice(1)
      .split('/node_modules/')
      .flatMap((part) => ['dependencies', part]);
    // `file:` is a directory of the project, unless it is a packed archive.
    const written = version && textOf(reader, version);
    if (!/^file:.*(?<!\.tgz)$/.test(written ?? '')) entries.push({ ...named(name, span, { reader, version }), scope, key, route });
    entries.push(...below);
  });
}

function readPackage(reader: JsonReader, key: string, below: (Listed | Trouble)[]) {
  let version: Span | null = null;
  let scope: PackageScope = 'runtime';
  members(reader, (span) => {
    const word = textOf(reader, span);
    if (word === 'version') version = stringValue(reader);
    else if (word === 'dev' && wordValue(reader) === 'true') scope = 'development';
    else if (word === 'optional' && wordValue(reader) === 'true' && scope === 'runtime') scope = 'optional';
    else if (word === 'dependencies') readLevel(reader, `${key}/node_modules`, below);
  });
  return { version: version as Span | null, scope };
}

/** `"alias": { "version": "npm:real@1.0.0" }` says the package's own name in its version. */
function named(name: string, span: Span, { reader, version }: { readonly reader: JsonReader; readonly version: Span | null }) {
  const written = version ? textOf(reader, version) : null;
  const [, real, exact] = /^npm:(@?[^@]{1,214})@(.{1,100})$/.exec(written ?? '') ?? [];
  if (!version || !real || !exact) return { name, ...span, version: written };
  const start = version.start + 'npm:'.length;
  return { name: real, start, end: start + real.length, version: exact };
}

/** The file does not say what the project asked for, so that is what no other package needs. */
export function nestedGraph(text: string, at: number): Graph {
  const graph = graphBuilder();
  const wants: [key: string, name: string][] = [];
  readNodes(openJson(text, at), '', { graph, wants });
  for (const [key, name] of wants) {
    const from = graph.find(key);
    const to = resolve(graph, key, name);
    if (from !== undefined && to !== undefined) graph.edge(from, to);
  }
  return graph.build();
}

interface Reading {
  readonly graph: GraphBuilder;
  readonly wants: [key: string, name: string][];
}

function readNodes(reader: JsonReader, place: string, reading: Reading): void {
  members(reader, (span) => {
    const name = textOf(reader, span);
    const key = `${place}/${name}`;
    reading.graph.node(key, name);
    members(reader, (inner) => {
      const word = textOf(reader, inner);
      if (word === 'dependencies') readNodes(reader, `${key}/node_modules`, reading);
      else if (word === 'requires') members(reader, (wanted) => reading.wants.push([key, textOf(reader, wanted)]));
    });
  });
}

function resolve(graph: GraphBuilder, from: string, name: string): number | undefined {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    const found = graph.find(place === '' ? `/${name}` : `${place}/node_modules/${name}`);
    if (found !== undefined || place === '') return found;
  }
}
