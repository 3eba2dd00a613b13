// What the files of a tree say about each other's names, as arrows that can be followed.
import type { Edge, LineageStep, Region } from '../model.ts';
import { by } from '../util/sort.ts';

/** How far a chain is followed; longer ones exist only where somebody is playing. */
const LONGEST_CHAIN = 16;
/** How many names are asked in search of one that is known. */
const MOST_REACHED = 100;

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

/** Where a name is used: what the same place says of it comes first, then the same file, then the nearest directory. */
export interface Vantage {
  readonly path: string;
  readonly region: Region | null;
}

/** Everything that can be reached from a name, breadth first, each name once, so that the first match is the shortest. */
export function* reachable(graph: Graph, start: string, vantage: Vantage | null = null): Generator<Chain> {
  const seen = new Set([nodeOf(start)]);
  let level: Chain[] = [{ end: start, steps: [] }];
  for (let depth = 0; depth < LONGEST_CHAIN && level.length > 0; depth++) {
    const next: Chain[] = [];
    for (const chain of level) {
      for (const edge of nearest(edgesFrom(graph, nodeOf(chain.end)), depth === 0, vantage)) {
        // Who answers is no name of a model.
        if (edge.relation === 'served-by' || seen.has(nodeOf(edge.to))) continue;
        seen.add(nodeOf(edge.to));
        if (seen.size > MOST_REACHED) return;
        const longer = { end: edge.to, steps: [...chain.steps, stepOf(edge)] };
        yield longer;
        next.push(longer);
      }
    }
    level = next;
  }
}

/** What is said of a name; of a part of something (`symbol:PLACE#var.models.id`), what is said of the whole. */
function edgesFrom({ from }: Graph, name: string): readonly Edge[] {
  const own = from.get(name);
  if (own || !name.startsWith('symbol:')) return own ?? [];
  for (let end = name.lastIndexOf('.'); end > name.indexOf('#'); end = name.lastIndexOf('.', end - 1)) {
    const whole = from.get(name.slice(0, end))?.filter(({ to }) => to.startsWith('symbol:'));
    if (whole && whole.length > 0) return whole.map((edge) => ({ ...edge, from: name, to: edge.to + name.slice(end) }));
  }
  return [];
}

function nearest(edges: readonly Edge[], isFirst: boolean, vantage: Vantage | null): readonly Edge[] {
  if (!vantage || edges.length < 2) return edges;
  const here = isFirst ? edges.filter(({ evidence }) => isSamePlace(evidence, vantage)) : [];
  if (here.length > 0) return here;
  const set = edges.filter((edge) => isSet(edge, vantage));
  if (set.length > 0) return closest(set, vantage);
  return edges.toSorted((one, other) => distance(one, vantage) - distance(other, vantage) || lines(one, vantage) - lines(other, vantage));
}

/** Whether a variable that the file does not set itself is set to different values as near as each other: any of them may be meant. */
export function isDisputed({ from }: Graph, variable: string, vantage: Vantage): boolean {
  const edges = from.get(nodeOf(variable)) ?? [];
  if (edges.length < 2 || edges.some((edge) => isSet(edge, vantage) || edge.evidence.path === vantage.path)) return false;
  const distances = edges.map((edge) => distance(edge, vantage));
  const least = Math.min(...distances);
  return new Set(edges.filter((_, index) => distances[index] === least).map(({ to }) => to)).size > 1;
}

/** Of two entries of one file the nearer one is meant. */
function lines({ evidence }: Edge, { path, region }: Vantage): number {
  return evidence.path === path ? Math.abs((evidence.region?.startLine ?? 0) - (region?.startLine ?? 0)) : 0;
}

/** A container's variables are written below its arguments, those of a job above its steps; the next job's are not far below. */
const BELOW = 3;

/** What was set last before the place counts there, or what is set soon after it where the order of lines says nothing. */
function closest(edges: readonly Edge[], { path, region }: Vantage): readonly Edge[] {
  const here = region?.startLine ?? 0;
  const below = /\.(?:ya?ml|json|jsonc|hcl|nomad)$/.test(path) ? BELOW : Number.POSITIVE_INFINITY;
  const costs = edges.map(({ evidence }) => {
    const lines = (evidence.region?.startLine ?? 0) - here;
    return lines <= 0 ? -lines : lines * below;
  });
  const least = Math.min(...costs);
  return edges.filter((_, index) => costs[index] === least);
}

/** A variable that the file itself sets has that value there, whatever other files call by the same name. */
function isSet({ from, evidence }: Edge, { path }: Vantage): boolean {
  return from.startsWith('env:') && evidence.path === path && evidence.context !== 'default';
}

export function isSamePlace(one: Vantage, other: Vantage): boolean {
  return (
    one.path === other.path && one.region?.startLine === other.region?.startLine && one.region?.startColumn === other.region?.startColumn
  );
}

/** Steps through directories from one file to the other; none within a file. */
function distance({ evidence: { path } }: Edge, vantage: Vantage): number {
  if (path === vantage.path) return 0;
  const from = vantage.path.split('/');
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length - 1 && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return from.length + to.length - 2 * shared;
}

export function stepOf({ from, relation, to, evidence }: Edge): LineageStep {
  return { from, relation, to, attestedBy: 'local file', evidence, source: null };
}
