// A router that may only choose certain hosts is as far away as they are; a vendor among the hosts of a route is who answers.
import type { Edge, Identity, LineageStep, Location, ModelReference, Subject } from '../model.ts';
import { type Graph, nodeOf, stepOf } from './graph.ts';
import { modelNamed } from './reference.ts';

export interface Served {
  readonly identity: Identity;
  readonly steps: readonly LineageStep[];
}

type Identify = (reference: ModelReference) => Identity;

/** A walker says this of a route that is not limited to the hosts it names. */
const ANY = '*';

/** The hosts to which the same file limits the route of a model, and what they make of the answer. */
export function served(
  identity: Identity,
  reference: ModelReference,
  { graph, identify }: { readonly graph: Graph; readonly identify: Identify },
): Served {
  const told = (graph.from.get(nodeOf(reference.name)) ?? []).filter(
    (edge) => edge.relation === 'served-by' && edge.evidence.path === reference.evidence.path,
  );
  const edges = told.filter((edge) => !isLeftOut(edge));
  const [first] = edges;
  if (identity.operatorKind !== 'router') return { identity, steps: [] };
  if (!first || edges.some(({ to }) => to === ANY))
    return { identity: without(identity, told.filter(isLeftOut), { reference, identify }), steps: [] };
  const hosts = edges.map((edge) => identify(atHost(reference, edge.to)));
  const location = commonLocation(hosts);
  const operator = edges.length === 1 ? (hosts[0]?.operator ?? identity.operator) : identity.operator;
  const names = [...new Set(edges.map(({ to }) => to))].join(', ');
  const because = `${identity.because.replace(/\.$/, '')}; its route is limited to ${names}.`;
  return { identity: { ...identity, location, operator, because }, steps: edges.map(stepOf) };
}

function isLeftOut({ evidence }: Edge): boolean {
  return evidence.usage === 'denylist';
}

/** If the vendor's own server is left out, some other host answers, whose place is as unknown. */
function without(
  identity: Identity,
  edges: readonly Edge[],
  { reference, identify }: { readonly reference: ModelReference; readonly identify: Identify },
): Identity {
  const own = edges.find(({ to }) => {
    const host = identify(atHost(reference, to));
    return host.operatorKind === 'vendor' && host.operator?.id === identity.vendor;
  });
  if (!own) return identity;
  return { ...identity, because: `${identity.because.replace(/\.$/, '')}; its route leaves out ${own.to}.` };
}

/** Where a vendor's own server may answer, whatever model is asked for: a statement of its own, at the line that names it. */
export function answering(edges: readonly Edge[], identify: Identify): Subject[] {
  return edges.flatMap((edge) => {
    if (edge.relation !== 'served-by' || edge.to === ANY || isLeftOut(edge)) return [];
    const reference = { ...modelNamed(edge.from, edge.evidence), provider: edge.to };
    const identity = identify(atHost(reference, edge.to));
    return identity.operatorKind === 'vendor' ? [{ reference, identity, lineage: [stepOf(edge)] }] : [];
  });
}

/** `openrouter/owner/name`: a router's own name before that of the model says nothing about the host. */
function atHost(reference: ModelReference, host: string): ModelReference {
  const parts = reference.name.split('/');
  return { ...reference, name: parts.length > 2 ? parts.slice(1).join('/') : reference.name, endpoint: null, provider: host };
}

function commonLocation(hosts: readonly Identity[]): Location {
  const locations = new Set(hosts.map(({ location }) => location));
  return locations.size === 1 ? (hosts[0]?.location ?? 'unknown') : locations.has('mainland') ? 'mainland' : 'unknown';
}
