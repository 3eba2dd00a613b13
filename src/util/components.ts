// Packages that need each other, directly or through others, are one component; components have no cycles among them.
import type { Graph } from './graph.ts';

export interface Components {
  /** By node; -1 for what no root leads to. */
  readonly of: Int32Array;
  readonly size: number;
  /** Nodes that a root leads to, component by component; no edge leads to an earlier one. */
  readonly order: readonly number[];
}

interface Search {
  readonly graph: Graph;
  /** From 1 in the order in which nodes were met; 0 for those that were not. */
  readonly met: Int32Array;
  /** The earliest open node that each one leads back to. */
  readonly low: Int32Array;
  /** The next edge of each node to be followed. */
  readonly next: Int32Array;
  readonly of: Int32Array;
  /** Met, and in no component yet. */
  readonly open: number[];
  readonly done: number[];
  size: number;
  clock: number;
}

/** Tarjan's search, without recursion: a chain may be a hundred thousand long. */
export function componentsOf(graph: Graph): Components {
  const size = graph.names.length;
  const search: Search = {
    graph,
    met: new Int32Array(size),
    low: new Int32Array(size),
    next: graph.starts.slice(),
    of: new Int32Array(size).fill(-1),
    open: [],
    done: [],
    size: 0,
    clock: 0,
  };
  for (const root of graph.roots.keys()) if (!search.met[root]) searchFrom(search, root);
  return { of: search.of, size: search.size, order: search.done.reverse() };
}

function searchFrom(search: Search, root: number): void {
  const { graph, met, low, next, of } = search;
  const path = [root];
  meet(search, root);
  for (let node = root; path.length > 0; node = path.at(-1) ?? 0) {
    const at = next[node] ?? 0;
    if (at < (graph.starts[node + 1] ?? 0)) {
      next[node] = at + 1;
      const target = graph.targets[at] ?? 0;
      if (!met[target]) path.push(meet(search, target));
      else if (of[target] === -1) low[node] = Math.min(low[node] ?? 0, met[target] ?? 0);
      continue;
    }
    path.pop();
    if (low[node] === met[node]) close(search, node);
    const parent = path.at(-1);
    if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
  }
}

function meet(search: Search, node: number): number {
  search.clock++;
  search.met[node] = search.clock;
  search.low[node] = search.clock;
  search.open.push(node);
  return node;
}

/** All that was met since `first` leads back to it. */
function close(search: Search, first: number): void {
  const { of, open, done } = search;
  const component = search.size++;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    of[node] = component;
    done.push(node);
    if (node === first) return;
  }
}
