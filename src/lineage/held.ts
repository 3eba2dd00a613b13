// Addresses that are written as a variable or a constant: the tree says what these hold.
import type { LineageStep, Reference, Sighting } from '../model.ts';
import { type Graph, isDisputed, reachable } from './graph.ts';
import { provided } from './providers.ts';

/** The way to an address from the constant that stands for it. */
export type Held = ReadonlyMap<Reference, readonly LineageStep[]>;

interface Found {
  readonly references: readonly Reference[];
  readonly held: Held;
}

/** All references with the addresses that the tree knows; one that only a constant stands for, and no file explains, is left out. */
export function referencesIn(sightings: readonly Sighting[], graph: Graph): Found {
  const references: Reference[] = [];
  const held = new Map<Reference, readonly LineageStep[]>();
  for (const sighting of sightings) {
    if (sighting.kind === 'edge' || sighting.kind === 'notice') continue;
    if (sighting.kind !== 'endpoint' || !sighting.url.startsWith('symbol:')) references.push(withEndpoint(sighting, graph));
    else {
      const found = addressAt(sighting, graph, { node: sighting.url, form: HOST });
      if (!found) continue;
      const reference = { ...sighting, url: found.end };
      references.push(reference);
      held.set(reference, found.steps);
    }
  }
  return { references, held };
}

const URL = /^https?:\/\//;
/** What a constant for an address holds may be a host alone. */
const HOST = /^(?:https?:\/\/|(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}(?:[:/]|$))/i;

interface Asked {
  readonly node: string;
  readonly form: RegExp;
}

function addressAt({ evidence }: Reference, graph: Graph, { node, form }: Asked) {
  return [...reachable(graph, node, evidence)].find(({ end }) => form.test(end));
}

/** A reference whose URL is written as a variable or constant gets the URL that the tree says it holds. */
function withEndpoint(reference: Reference, graph: Graph): Reference {
  if (reference.kind === 'model' && reference.endpoint === null) return provided(reference, graph);
  if ((reference.kind !== 'model' && reference.kind !== 'credential') || !reference.endpoint) return reference;
  const variable = /^(?:(?:env|symbol):.+|\$\{?(\w+)[^}]*\}?)$/.exec(reference.endpoint);
  if (!variable) return reference;
  const node = variable[1] ? `env:${variable[1]}` : reference.endpoint;
  if (isDisputed(graph, node, reference.evidence)) return reference;
  const url = addressAt(reference, graph, { node, form: URL });
  if (url) return { ...reference, endpoint: url.end };
  // Of a constant that nobody explains nothing is known; a variable is set where the program runs.
  return node.startsWith('symbol:') ? { ...reference, endpoint: null } : reference;
}
