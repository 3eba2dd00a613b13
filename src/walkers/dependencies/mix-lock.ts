// Elixir's lockfile: one package a line, a tuple with what it needs.
import { linesOf } from '../../formats/lockfile/lines.ts';
import { type Graph, graphBuilder } from '../../util/graph.ts';
import { dependencyWalker, type Listed, type Trouble } from './listing.ts';
import { strangeLine } from './trees.ts';

export const mixLock = dependencyWalker({
  name: 'mix-lock',
  reads: 'Elixir lockfiles (`mix.lock`)',
  files: /(?:^|\/)mix\.lock$/,
  ecosystem: 'hex',
  list: ({ text }) => ({ entries: listLocked(text), graph: () => graphOf(text) }),
});

const LOCKED = /^\s{0,20}"(\w{1,100})": ?\{:(hex|git), ?(?::(\w{1,100}), ?"([^"]{1,60})")?/;

/** The braces around the list, or an entry up to its own end. */
const WHOLE = /^\s{0,20}(?:%\{)?\s{0,20}(?:"\w{1,100}": ?\{:.{1,20000}\},?)?\s{0,20}\}?\s{0,20}$/;

function* listLocked(text: string): Generator<Listed | Trouble> {
  for (const { text: line, start } of linesOf(text)) {
    if (!WHOLE.test(line)) yield strangeLine({ start }, 'a locked package');
    const [, key, , hex, version = null] = LOCKED.exec(line) ?? [];
    if (!key) continue;
    const name = hex ?? key;
    const at = start + (hex ? line.indexOf(`:${hex},`) + 1 : line.indexOf('"') + 1);
    yield { name, start: at, end: at + name.length, version, key, route: [key] };
  }
}

/** A line lists what its package needs: `[{:jason, "~> 1.4", [hex: :jason, ...]}, ...]`. */
function graphOf(text: string): Graph {
  const graph = graphBuilder();
  const lines = [...linesOf(text)].flatMap(({ text: line }) => {
    const [, key, , hex] = LOCKED.exec(line) ?? [];
    return key ? [{ key, name: hex ?? key, line }] : [];
  });
  for (const { key, name } of lines) graph.node(key, name);
  for (const { key, line } of lines) {
    const from = graph.find(key);
    for (const [, needed = ''] of line.matchAll(/\{:(\w{1,100}), "/g)) {
      const to = graph.find(needed);
      if (from !== undefined && to !== undefined) graph.edge(from, to);
    }
  }
  return graph.build();
}
