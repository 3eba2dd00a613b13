// From what was seen to whose it is. The catalog answers for a name by itself; where it cannot, the tree's own arrows are
// followed until it can; where they end too, the Hub may be asked.
import { posix } from 'node:path';
import type { DerivativeFacts } from '../catalog/facts.ts';
import type {
  Edge,
  Identity,
  LineageStep,
  ModelReference,
  OperatorKind,
  Provenance,
  Reference,
  Relation,
  Sighting,
  Subject,
} from '../model.ts';
import { lazily } from '../util/lazily.ts';
import { by } from '../util/sort.ts';
import { ancestry } from './ancestry.ts';
import { type Asked, askedAround, askedIn, mayBeAround } from './around.ts';
import { type Beside, besideOf, named } from './beside.ts';
import { chainsFrom } from './chains.ts';
import { constantsAt } from './constants.ts';
import { type Graph, graphOf, isSamePlace, nodeOf, stepOf } from './graph.ts';
import { type Held, referencesIn } from './held.ts';
import { modelNamed, placeOf } from './reference.ts';
import { answering, served } from './served.ts';
import { waysOf } from './ways.ts';
import { withoutWrapping } from './wrapped.ts';

/** Whom lineage asks about a name. */
export interface Origins {
  identify(reference: Reference): Identity;
  derivative(name: string): DerivativeFacts | null;
  /** Parents of a Hub repository, looked up before; empty where nothing was asked. */
  readonly hub: ReadonlyMap<string, readonly LineageStep[]>;
}

/** Subjects in the order of their places; a reference of which nothing is known is left out. */
export function resolve(sightings: readonly Sighting[], origins: Origins): Subject[] {
  const edges = sightings.filter((sighting) => sighting.kind === 'edge');
  const graph = graphOf(edges);
  const stated = statedAt(edges);
  const { references, held } = referencesIn(sightings, graph);
  const beside = besideOf(references.filter((reference) => reference.kind === 'model'));
  const asked = lazily(() => askedIn(references, origins.identify));
  const world = { graph, stated, constants: constantsAt(edges), beside, origins, asked, held };
  const subjects: Subject[] = [];
  for (const reference of references) {
    const subject = understand(reference, world);
    if (subject && subject.identity.outcome !== 'unknown') subjects.push(subject);
  }
  const opened = [...routes(edges, { world, subjects }), ...answering(edges, origins.identify)];
  return withoutWrapping([...subjects.flatMap(waysOf(edges)), ...opened]).toSorted(byPlace);
}

const byPlace = by<Subject>(
  ({ reference }) => reference.evidence.path,
  ({ reference }) => reference.evidence.region?.startLine ?? 0,
  ({ reference }) => reference.evidence.region?.startColumn ?? 0,
  ({ reference }) => reference.kind,
);

/**
 * A fallback names an alias, which says nothing by itself and is therefore nobody's reference; but a route that can end at a
 * vendor is a statement of its own, at the line that opens it.
 */
function routes(edges: readonly Edge[], { world, subjects }: { readonly world: World; readonly subjects: readonly Subject[] }): Subject[] {
  const taken = new Set(subjects.map(({ reference }) => placeOf(reference)));
  return edges.flatMap((edge) => {
    if (edge.relation !== 'fallback' || taken.has(placeOf(edge))) return [];
    const subject = followed(modelNamed(edge.to, edge.evidence), world);
    return subject ? [{ ...subject, lineage: [stepOf(edge), ...subject.lineage] }] : [];
  });
}

/** Hub repositories of which neither the catalog nor the tree knows anything, in order, each once. */
export function unresolved(sightings: readonly Sighting[], origins: Origins): string[] {
  const graph = graphOf(sightings.filter((sighting) => sighting.kind === 'edge'));
  const names = sightings.flatMap((sighting) => {
    if (sighting.kind !== 'model' || sighting.partial || !HUB_NAME.test(sighting.name)) return [];
    const subject = understand(sighting, { ...NOTHING, graph, origins });
    return subject?.identity.outcome === 'unknown' ? [sighting.name] : [];
  });
  return [...new Set(names)].sort();
}

const NOTHING = { stated: new Map(), constants: new Map(), beside: new Map(), asked: () => new Map(), held: new Map() };

/** `owner/name`, as the Hub allows it. */
const HUB_NAME = /^[A-Za-z0-9][\w.-]{0,95}\/[A-Za-z0-9][\w.-]{0,95}$/;

interface World {
  /** The ways to addresses that constants hold, by the reference that has found one. */
  readonly held: Held;
  /** Models by where they are written, with what stands beside them. */
  readonly beside: Beside;
  readonly constants: ReadonlyMap<string, string>;
  readonly graph: Graph;
  readonly stated: ReadonlyMap<string, readonly Edge[]>;
  /** By file, the only vendor that is asked in it. */
  readonly asked: () => ReadonlyMap<string, Asked>;
  readonly origins: Origins;
}

/** Null for a constant that no file of the tree explains. */
function understand(reference: Reference, world: World): Subject | null {
  const way = world.held.get(reference);
  if (way) return { reference, identity: inherited(world.origins.identify(reference), way), lineage: way };
  const constant = reference.kind === 'model' && !reference.partial ? world.constants.get(placeOf(reference)) : undefined;
  if (constant !== undefined && reference.kind === 'model') {
    const defined = followed(reference, world, [constant]);
    // How a constant is spelled says nothing, but how a library's enumeration spells its members does.
    if (defined || constant.endsWith(`#${reference.name}`)) return defined;
  }
  const aliased = reference.kind === 'model' && isAliased(reference, world.graph) ? followed(reference, world) : null;
  if (aliased) return aliased;
  const identity = world.origins.identify(reference);
  const isOpen = reference.kind === 'model' && (identity.outcome === 'unknown' || isGateways(reference, identity, world));
  const subject = isOpen ? followed(reference, world) : null;
  if (subject) return subject;
  const around = identity.outcome === 'unknown' && reference.kind === 'model' ? askedBy(reference, world) : null;
  if (around) return { reference, identity: around, lineage: [] };
  const route = reference.kind === 'model' ? served(identity, reference, { graph: world.graph, identify: world.origins.identify }) : null;
  if (route && route.steps.length > 0) return { reference, identity: route.identity, lineage: route.steps };
  const made = madeFrom(reference, world);
  const steps = reference.kind === 'model' ? [...made, ...ancestry(reference.name, world.origins.derivative)] : made;
  const answer = route?.identity ?? identity;
  return { reference, identity: made.length > 0 ? inherited(answer, made) : answer, lineage: steps };
}

function askedBy(reference: ModelReference, { asked, origins }: World): Identity | null {
  return mayBeAround(reference) ? askedAround(reference, asked().get(reference.evidence.path), origins.identify) : null;
}

/** The file itself says what the name stands for there: whatever it sounds like, that is what answers. */
function isAliased({ name, evidence }: ModelReference, graph: Graph): boolean {
  const edges = graph.from.get(nodeOf(name)) ?? [];
  return edges.some((edge) => edge.relation === 'alias' && edge.evidence.path === evidence.path && !isSamePlace(edge.evidence, evidence));
}

/** Nobody who is known answers at the address that is asked: a gateway of the user's own may pass the request on. */
const MAY_PASS_ON: ReadonlySet<OperatorKind> = new Set(['self', 'unknown']);

/** A name that is asked from a gateway of the user's own, or only sounds like a model, and that a gateway's file explains with an address. */
function isGateways(
  { name, evidence, endpoint }: ModelReference,
  { operatorKind, certainty }: Identity,
  { graph, beside }: World,
): boolean {
  if (!MAY_PASS_ON.has(operatorKind) || (endpoint === null && certainty !== 'weak')) return false;
  return (graph.from.get(nodeOf(name)) ?? []).some((edge) => {
    const target = edge.relation === 'alias' && !isSamePlace(edge.evidence, evidence) ? beside.get(placeOf(edge)) : undefined;
    return target?.name === edge.to && target.endpoint !== null && target.endpoint !== endpoint;
  });
}

/** The nearest known name behind an unknown one: in this tree first, then on the Hub. */
function followed(reference: ModelReference, world: World, nodes = nodesOf(reference)): Subject | null {
  for (const { end, steps } of chainsFrom(nodes, reference, { graph: world.graph, hub: world.origins.hub })) {
    // A constant or a variable is no name: the address beside it would make one of it.
    if (/^(?:symbol|env):/.test(end)) continue;
    const identity = world.origins.identify({ ...reference, name: end, ...besideTarget(reference, steps.at(-1), world) });
    if (identity.outcome === 'unknown') continue;
    const lineage = [...steps, ...ancestry(end, world.origins.derivative)];
    return { reference, identity: inherited(identity, steps), lineage };
  }
  return null;
}

/** What stands beside the name at the end of the way, where the user of the alias says nothing himself, or knows only a gateway. */
function besideTarget(reference: ModelReference, last: LineageStep | undefined, { beside, origins }: World) {
  const { endpoint, provider } = reference;
  const at = last?.evidence ?? null;
  const own = at ? (beside.get(placeOf({ evidence: at })) ?? beside.get(named(at.path, last?.to ?? ''))) : undefined;
  if (!last || own?.name !== last.to) return { endpoint, provider };
  const passesOn =
    endpoint !== null && own.endpoint !== null && MAY_PASS_ON.has(origins.identify({ ...reference, name: last.to }).operatorKind);
  return passesOn
    ? { endpoint: own.endpoint, provider: own.provider }
    : { endpoint: endpoint ?? own.endpoint, provider: provider ?? own.provider };
}

/** What a name can mean in this tree: an alias, or a directory, from the root or from where the name is written. */
function nodesOf({ name, evidence: { path } }: ModelReference): string[] {
  if (!/^[\w.-][\w./-]{0,199}$/.test(name)) return [name];
  const directories = [posix.normalize(name), posix.join(posix.dirname(path), name)].map((at) => at.replace(/\/$/, ''));
  return [name, ...new Set(directories.filter((at) => at !== '.' && !at.startsWith('..')).map((at) => `file:${at}`))];
}

const INHERITED: Readonly<Record<Relation, Provenance | null>> = {
  same: null,
  alias: null,
  'served-by': null,
  fallback: null,
  quantized: 'repack',
  finetune: 'derivative',
  adapter: 'derivative',
  merge: 'derivative',
  distilled: 'distilled',
  'architecture-only': 'architecture-only',
};
const DISTANCE: readonly Provenance[] = ['first-party', 'repack', 'derivative', 'distilled', 'architecture-only'];

/** What the parent is, seen from the child: the most distant relation on the way decides. */
function inherited(identity: Identity, steps: readonly LineageStep[]): Identity {
  const relations = steps.map((step) => INHERITED[step.relation]).filter((provenance) => provenance !== null);
  const provenance = [identity.provenance, ...relations].reduce(further);
  const way = steps.map((step) => `${step.relation} of ${step.to}`).join(', ');
  return { ...identity, provenance, because: `${identity.because.replace(/\.$/, '')}; reached as ${way}.` };
}

function further(left: Provenance, right: Provenance): Provenance {
  return DISTANCE.indexOf(right) > DISTANCE.indexOf(left) ? right : left;
}

/** Arrows that are written where a reference stands: a model card's `base_model` names the parent of the card's own model. */
function statedAt(edges: readonly Edge[]): Map<string, Edge[]> {
  const stated = new Map<string, Edge[]>();
  for (const edge of edges) {
    if (INHERITED[edge.relation] === null || !edge.evidence.region) continue;
    const key = placeOf(edge);
    stated.set(key, [...(stated.get(key) ?? []), edge]);
  }
  return stated;
}

function madeFrom(reference: Reference, { stated }: World): LineageStep[] {
  if (reference.kind !== 'model') return [];
  return (stated.get(placeOf(reference)) ?? []).filter((edge) => edge.to === reference.name).map(stepOf);
}
