// What bills of materials have in common: components that say what they are by a package URL, and arrows between them.
import { type Document, isHit } from '../../formats/document.ts';
import type { Span } from '../../formats/lockfile/json-reader.ts';
import type { ModelReference, PackageScope } from '../../model.ts';
import { type Graph, graphBuilder } from '../../util/graph.ts';
import { evidence } from '../evidence.ts';
import type { Listed, Listing, Trouble } from './listing.ts';

export interface Component {
  /** How the file's arrows name it. */
  readonly id: string;
  readonly name: string;
  readonly place: Span;
  readonly group: string | null;
  readonly groupPlace: Span | null;
  readonly version: string | null;
  readonly purl: string | null;
  /** A trained model, not software. */
  readonly isModel: boolean;
  readonly scope: PackageScope | null;
  readonly route: readonly string[];
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly scope: PackageScope;
}

export interface Bom {
  /** Read anew for the graph, so that a file of a hundred thousand components need not be kept. */
  components(): Iterable<Component>;
  arrows(): Iterable<Arrow>;
  /** What the file is about: what it needs is direct. */
  roots(): Iterable<string>;
  readonly troubles: readonly Trouble[];
}

export function bomListing(document: Document, bom: Bom): Listing {
  return { entries: entries(document, bom), graph: () => graphOf(bom) };
}

function* entries(document: Document, bom: Bom): Generator<Listed | Trouble | ModelReference> {
  yield* bom.troubles;
  const roots = new Set(bom.roots());
  for (const component of bom.components()) {
    const { place, groupPlace, id } = component;
    const isNamed = isHit(document, place.start, place.end) || (groupPlace && isHit(document, groupPlace.start, groupPlace.end));
    if (!isNamed || roots.has(id)) continue;
    const known = identify(component);
    const whole = { ...component, version: component.version || known.version };
    if (component.isModel || known.type === 'huggingface') yield modelOf(document, whole, known.name);
    else yield packageOf(whole, known.type, known.name);
  }
}

function packageOf({ place, groupPlace, version, scope, route, id }: Component, ecosystem: string, name: string): Listed {
  return { name, ...place, ...(groupPlace && { within: groupPlace }), ecosystem, version, scope, route, ...(id && { key: id }) };
}

function modelOf(document: Document, { place, version, route }: Component, name: string): ModelReference {
  const plain = { partial: false, endpoint: null, provider: null, call: null, remoteCode: false, device: null, local: false };
  return { kind: 'model', name, ...plain, revision: version, evidence: evidence(document, { ...place, route, context: 'dependency' }) };
}

const PURL = /^pkg:([a-z0-9.+-]{1,40})\/{1,3}(?:([^@?#]{1,500})\/)?([^/@?#]{1,300})(?:@([^?#]{1,200}))?/i;

interface Identified {
  readonly type: string;
  readonly name: string;
  readonly version: string | null;
}

/** By the package URL, or, without one, by the name as it stands. */
function identify({ purl, name, group }: Component): Identified {
  const [, type = '', namespace, short = '', written] = PURL.exec(purl ?? '') ?? [];
  if (type === '') return { type: 'generic', name: group ? `${group}/${name}` : name, version: null };
  const system = type.toLowerCase() === 'docker' ? 'oci' : type.toLowerCase();
  const version = written ? decoded(written) : null;
  // An image's URL names its last part only; where it comes from stands apart.
  const [, repository] = (system === 'oci' && /[?&]repository_url=([^&#]{1,500})/i.exec(purl ?? '')) || [];
  if (repository) return { type: system, name: decoded(repository), version };
  if (namespace === undefined) return { type: system, name: decoded(short), version };
  return { type: system, name: `${decoded(namespace)}${system === 'maven' ? ':' : '/'}${decoded(short)}`, version };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function graphOf(bom: Bom): Graph {
  const graph = graphBuilder();
  const roots = new Set(bom.roots());
  for (const component of bom.components()) {
    if (component.id && !roots.has(component.id)) graph.node(component.id, identify(component).name);
  }
  for (const { from, to, scope } of bom.arrows()) {
    const target = graph.find(to);
    const source = graph.find(from);
    if (target === undefined) continue;
    if (roots.has(from)) graph.root(target, scope);
    else if (source !== undefined) graph.edge(source, target, scope);
  }
  return graph.build();
}
