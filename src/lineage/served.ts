// A router that may only choose certain hosts is as far away as they are.
import type { Identity, LineageStep, Location, ModelReference } from '../model.ts';
import { type Graph, nodeOf, stepOf } from './graph.ts';

export interface Served {
  readonly identity: Identity;
  readonly steps: readonly LineageStep[];
}

/** The hosts to which the same file limits the route of a model, and what they make of the answer. */
export function served(
  identity: Identity,
  reference: ModelReference,
  { graph, identify }: { readonly graph: Graph; readonly identify: (reference: ModelReference) => Identity },
): Served {
  const edges = (graph.from.get(nodeOf(reference.name)) ?? []).filter(
    (edge) => edge.relation === 'served-by' && edge.evidence.path === reference.evidence.path,
  );
  const [first] = edges;
  if (identity.operatorKind !== 'router' || !first) return { identity, steps: [] };
  const hosts = edges.map((edge) => identify({ ...reference, endpoint: null, provider: edge.to }));
  const location = commonLocation(hosts);
  const operator = edges.length === 1 ? (hosts[0]?.operator ?? identity.operator) : identity.operator;
  const names = [...new Set(edges.map(({ to }) => to))].join(', ');
  const because = `${identity.because.replace(/\.$/, '')}; its route is limited to ${names}.`;
  return { identity: { ...identity, location, operator, because }, steps: edges.map(stepOf) };
}

function commonLocation(hosts: readonly Identity[]): Location {
  const locations = new Set(hosts.map(({ location }) => location));
  return locations.size === 1 ? (hosts[0]?.location ?? 'unknown') : locations.has('mainland') ? 'mainland' : 'unknown';
}
