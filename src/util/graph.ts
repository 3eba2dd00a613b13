// Who brought a package in. One graph for every ecosystem; all questions are answered in one pass over its edges, because a
// lockfile may ask about a hundred thousand packages.
import type { PackageScope } from '../model.ts';
import { type Components, componentsOf } from './components.ts';
import { type Edges, packed } from './edges.ts';
import { STRENGTH, spreadScopes, strongest } from './scopes.ts';

export { strongest } from './scopes.ts';

/** More paths than this are not told apart. */
export const MAX_PATHS = 1000;
/** Of a longer path the outermost name is told, then `…`, then those nearest to the package. */
export const MAX_STEPS = 100;

export interface Graph extends Edges {
  readonly names: readonly string[];
  readonly idOf: ReadonlyMap<string, number>;
  /** What the project itself asks for. */
  readonly roots: ReadonlyMap<number, PackageScope>;
}

export interface GraphBuilder {
  /** Makes the node of a key, or finds it. */
  node(key: string, name: string): number;
  find(key: string): number | undefined;
  /** `scope`: what the one is needed for by the other; without it, whatever the other is needed for. */
  edge(from: number, to: number, scope?: PackageScope): void;
  /** Asked for twice, the stronger scope counts. */
  root(node: number, scope: PackageScope): void;
  build(): Graph;
}

export function graphBuilder(): GraphBuilder {
  const names: string[] = [];
  const idOf = new Map<string, number>();
  const ends: number[] = [];
  const roots = new Map<number, PackageScope>();
  return {
    node: (key, name) => {
      const known = idOf.get(key);
      if (known !== undefined) return known;
      idOf.set(key, names.length);
      return names.push(name) - 1;
    },
    find: (key) => idOf.get(key),
    edge: (from, to, scope = 'runtime') => {
      ends.push(from, to, STRENGTH.indexOf(scope));
    },
    root: (node, scope) => {
      const known = roots.get(node);
      roots.set(node, known ? strongest(known, scope) : scope);
    },
    build: () => {
      const graph = { names, idOf, ...packed(ends, names.length) };
      return { ...graph, roots: roots.size > 0 ? roots : sources(graph) };
    },
  };
}

/** Where a lockfile does not say what the project asked for: the packages that no other one needs, but those that it needs itself. */
function sources(graph: Omit<Graph, 'roots'>): ReadonlyMap<number, PackageScope> {
  const nodes = graph.names.keys();
  const all = { ...graph, roots: new Map(Array.from(nodes, (node) => [node, 'runtime'] as const)) };
  const { of, size, order } = componentsOf(all);
  const isNeeded = new Uint8Array(size);
  for (const node of order) {
    each(all, node, (target) => {
      if (of[target] !== of[node]) isNeeded[of[target] ?? 0] = 1;
    });
  }
  return new Map([...all.roots].filter(([node]) => !isNeeded[of[node] ?? 0]));
}

export interface Origin {
  readonly direct: boolean;
  /** Names along the shortest path, outermost first, without the package itself; at most `MAX_STEPS`. */
  readonly path: readonly string[];
  /** Paths, where packages that need each other count as one, up to `MAX_PATHS`; 0 where nothing leads there. */
  readonly count: number;
  /** The strongest scope of those that lead there. */
  readonly scope: PackageScope | null;
  /** A package on a way there that needs itself through others. */
  readonly cycle: number | null;
}

export function trace(graph: Graph): (node: number) => Origin {
  const way = shortest(graph, [...graph.roots.keys()]);
  const components = componentsOf(graph);
  const counts = countPaths(graph, components);
  const cycles = findCycles(graph, components);
  const scopes = spreadScopes(graph, graph.roots);
  return (node) => {
    const component = components.of[node] ?? -1;
    const cycle = cycles[component] ?? 0;
    return {
      direct: graph.roots.has(node),
      path: pathTo(graph, way, node),
      count: counts[component] ?? 0,
      scope: STRENGTH[scopes[node] ?? -1] ?? null,
      cycle: cycle > 0 ? cycle - 1 : null,
    };
  };
}

function each({ starts, targets }: Graph, node: number, visit: (target: number) => void): void {
  const end = starts[node + 1] ?? 0;
  for (let at = starts[node] ?? 0; at < end; at++) visit(targets[at] ?? 0);
}

interface Way {
  /** The node before each one; the node itself for those it began with, -1 for those it never met. */
  readonly parents: Int32Array;
  /** The node with which the way to each one began. */
  readonly origins: Int32Array;
}

/** Breadth first. */
function shortest(graph: Graph, from: readonly number[]): Way {
  const parents = new Int32Array(graph.names.length).fill(-1);
  const queue = [...from];
  for (const node of queue) parents[node] = node;
  const origins = parents.slice();
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at] ?? 0;
    each(graph, node, (target) => {
      if (parents[target] !== -1) return;
      parents[target] = node;
      origins[target] = origins[node] ?? -1;
      queue.push(target);
    });
  }
  return { parents, origins };
}

function pathTo({ names }: Graph, { parents, origins }: Way, node: number): readonly string[] {
  const path: string[] = [];
  for (let at = node; ; ) {
    const parent = parents[at] ?? -1;
    if (parent < 0 || parent === at) return path.reverse();
    if (path.length === MAX_STEPS) return [names[origins[node] ?? -1] ?? '', '…', ...path.slice(0, MAX_STEPS - 2).reverse()];
    path.push(names[parent] ?? '');
    at = parent;
  }
}

/** By component. An edge within one is no further way: whoever enters it reaches all of it. */
function countPaths(graph: Graph, { of, size, order }: Components): Int32Array {
  const counts = new Int32Array(size);
  const raise = (node: number, amount: number) => {
    const component = of[node] ?? 0;
    counts[component] = Math.min(MAX_PATHS, (counts[component] ?? 0) + amount);
  };
  for (const root of graph.roots.keys()) raise(root, 1);
  for (const node of order) {
    const own = of[node] ?? 0;
    each(graph, node, (target) => {
      if (of[target] !== own) raise(target, counts[own] ?? 0);
    });
  }
  return counts;
}

/** For each component one more than a node of a cycle in it or on the way to it, or 0. */
function findCycles(graph: Graph, { of, size, order }: Components): Int32Array {
  const cycles = new Int32Array(size);
  for (const node of order) {
    each(graph, node, (target) => {
      const [own, other] = [of[node] ?? 0, of[target] ?? 0];
      if (own === other) cycles[own] = target + 1;
    });
  }
  for (const node of order) {
    each(graph, node, (target) => {
      cycles[of[target] ?? 0] ||= cycles[of[node] ?? 0] ?? 0;
    });
  }
  return cycles;
}
