// What the files of a tree say about each other's names, as arrows that can be followed.
import type { Edge, LineageStep } from '../model.ts';
import { by } from '../util/sort.ts';

/** How far a chain is followed; longer ones exist only where somebody is playing. */
const LONGEST_CHAIN = 16;

export interface Graph {
  readonly from: ReadonlyMap<string, readonly Edge[]>;
}

export function graphOf(edges: readonly Edge[]): Graph {
  const from = new Map<string, Edge[]>();
  for (const edge of edges.toSorted(
    by(
      (e) => e.from,
      (e) => e.to,
      (e) => e.evidence.path,
      (e) => e.evidence.region?.startLine ?? 0,
    ),
  )) {
    const key = nodeOf(edge.from);
    const known = from.get(key);
    if (known) known.push(edge);
    else from.set(key, [edge]);
  }
  return { from };
}

/** Names compare without case; what names a place in this tree compares exactly. */
export function nodeOf(name: string): string {
  return /^(?:file|symbol|env):/.test(name) ? name : name.toLowerCase();
}

/** One way from a name to another, nearest first. */
export interface Chain {
  readonly end: string;
  readonly steps: readonly LineageStep[];
}

/** Everything that can be reached from a name, breadth first, each name once, so that the first match is the shortest. */
export function* reachable(graph: Graph, start: string): Generator<Chain> {
  const seen = new Set([nodeOf(start)]);
  let level: Chain[] = [{ end: start, steps: [] }];
  for (let depth = 0; depth < LONGEST_CHAIN && level.length > 0; depth++) {
    const next: Chain[] = [];
    for (const chain of level) {
      for (const edge of graph.from.get(nodeOf(chain.end)) ?? []) {
        if (seen.has(nodeOf(edge.to))) continue;
        seen.add(nodeOf(edge.to));
        const longer = { end: edge.to, steps: [...chain.steps, stepOf(edge)] };
        yield longer;
        next.push(longer);
      }
    }
    level = next;
  }
}

export function stepOf({ from, relation, to, evidence }: Edge): LineageStep {
  return { from, relation, to, attestedBy: 'local file', evidence, source: null };
}
