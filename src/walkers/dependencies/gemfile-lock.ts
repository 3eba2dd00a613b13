// Bundler's lockfile: specs by source, each with its needs below it, and what the project asks for at the end.
import { linesOf } from '../../formats/lockfile/lines.ts';
import { type Graph, graphBuilder } from '../../util/graph.ts';
import { dependencyWalker, type Listed, type Trouble } from './listing.ts';
import { strangeLine } from './trees.ts';

export const gemfileLock = dependencyWalker({
  name: 'gemfile-lock',
  reads: 'Bundler lockfiles (`Gemfile.lock`)',
  files: /(?:^|\/)(?:Gemfile|gems|[\w.-]{1,40}\.gemfile)\.(?:lock|locked)$/,
  ecosystem: 'gem',
  list: ({ text }) => ({ entries: [...strange(text), ...list(text)], graph: () => graphOf(text) }),
});

interface Spec {
  readonly section: string;
  /** Two for what the project asks for, four for a spec, six for what it needs. */
  readonly indent: number;
  readonly name: string;
  readonly version: string | null;
  readonly start: number;
}

/** Lines that should be specs: those below sources, and what the project asks for. */
function* strange(text: string): Generator<Trouble> {
  let section = '';
  for (const { text: line, start } of linesOf(text)) {
    if (/^[A-Z]/.test(line)) section = line.trim();
    const isSpec =
      (/^ {4}/.test(line) && (SOURCES.has(section) || section === 'PATH')) || (/^ {2}\S/.test(line) && section === 'DEPENDENCIES');
    if (isSpec && !SPEC.test(line)) yield strangeLine({ start }, 'a gem');
  }
}

const SPEC = /^( {2}|\s{4}|\s{6})([A-Za-z0-9][\w.-]{0,100})!?(?: \(([^)]{1,1000})\))?!?$/;

function* specs(text: string): Generator<Spec> {
  let section = '';
  for (const { text: line, start } of linesOf(text)) {
    if (/^[A-Z]/.test(line)) section = line.trim();
    const [, blank = '', name, version = null] = SPEC.exec(line) ?? [];
    if (name) yield { section, indent: blank.length, name, version, start: start + blank.length };
  }
}

/** Sections whose specs are gems; of `PATH` they are the project's own. */
const SOURCES: ReadonlySet<string> = new Set(['GEM', 'GIT', 'PLUGIN SOURCE']);

function* list(text: string): Generator<Listed> {
  for (const { section, indent, name, version, start } of specs(text)) {
    if (!SOURCES.has(section) || indent !== 4) continue;
    // A platform follows the version: `1.18.1-x86_64-linux`.
    const exact = version?.replace(/-(?:x86|x64|arm|aarch|java|universal|mingw|mswin|linux).{0,40}$/, '') ?? null;
    yield { name, start, end: start + name.length, version: exact, key: name, route: [section, name] };
  }
}

function graphOf(text: string): Graph {
  const graph = graphBuilder();
  for (const { section, indent, name } of specs(text)) if (indent === 4 && SOURCES.has(section)) graph.node(name, name);
  let from: number | undefined;
  let own = false;
  for (const { section, indent, name } of specs(text)) {
    if (indent === 4) {
      from = graph.find(name);
      own = section === 'PATH';
      continue;
    }
    const to = graph.find(name);
    if (to === undefined) continue;
    if ((indent === 2 && section === 'DEPENDENCIES') || (indent === 6 && own)) graph.root(to, 'runtime');
    else if (indent === 6 && from !== undefined) graph.edge(from, to);
  }
  return graph.build();
}
