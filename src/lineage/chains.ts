// The ways from a name to others, nearest first: through this tree, then through what the Hub says.
import type { LineageStep, ModelReference } from '../model.ts';
import { type Chain, type Graph, reachable } from './graph.ts';

interface Known {
  readonly graph: Graph;
  /** Parents by name in lower case. */
  readonly hub: ReadonlyMap<string, readonly LineageStep[]>;
}

/** One after the other: most names are explained by the first, and a configuration of many fallbacks has thousands. */
export function* chainsFrom(nodes: readonly string[], { name, evidence }: ModelReference, { graph, hub }: Known): Generator<Chain> {
  for (const node of nodes) yield* reachable(graph, node, evidence);
  yield* onTheHub(name, hub);
}

function onTheHub(name: string, hub: Known['hub']): Chain[] {
  const steps: LineageStep[] = [];
  const chains: Chain[] = [];
  for (let at: string | undefined = name; at !== undefined && steps.length < 8; ) {
    const parents: readonly LineageStep[] = hub.get(at.toLowerCase()) ?? [];
    for (const parent of parents) chains.push({ end: parent.to, steps: [...steps, parent] });
    const first: LineageStep | undefined = parents[0];
    if (first) steps.push(first);
    at = first?.to;
  }
  return chains;
}
