// Names that mean something only in this tree: an alias of a gateway, a model of one's own whose card says what it was made from.
// No catalog can hold them, so the tree is searched for them a second time.
import type { Edge, EndpointReference, Evidence, ModelReference, Sighting } from '../model.ts';
import { constantSpellings } from './constants.ts';
import { graphOf, reachable } from './graph.ts';
import { isOpen } from './placed.ts';
import { modelNamed, placeOf } from './reference.ts';
import type { Origins } from './resolve.ts';

/** More would make the second search slower than the first. */
const MOST_NAMES = 200;
/** Short or plain words occur everywhere; a name has a digit or a separator and some length. */
const DISTINCTIVE = /^(?=.{6,100}$)(?=.*[A-Za-z])[\w.-]*[\d/_.:-][\w./:-]*$/;
/** A gateway may answer to the public name of another model; elsewhere in the tree that name means that model. */
const BORROWED =
  /^(?:openai\/|anthropic\/|google\/|azure\/)?(?:gpt|chatgpt|o[134](?:-|$)|claude|gemini|gemma|llama|mistral|mixtral|command|grok|nova|text-embedding|whisper|dall-e)/i;

/** Aliases that lead to a model of the catalog, in order. Empty in most trees. */
export function learnedNames(sightings: readonly Sighting[], origins: Origins): string[] {
  const edges = sightings.filter((sighting) => sighting.kind === 'edge');
  const graph = graphOf(edges);
  const seen = new Set(edges.map(({ from }) => localName(from)));
  const names = [...seen].filter((name) => DISTINCTIVE.test(name) && !BORROWED.test(name) && !isKnown(name, origins));
  const leading = names.filter((name) =>
    nodesOf(name).some((node) => [...reachable(graph, node)].some(({ end }) => isKnown(end, origins))),
  );
  const constants = constantSpellings(edges, { graph, isKnown: (name) => isKnown(name, origins) });
  return [...leading.sort(), ...constants].slice(0, MOST_NAMES);
}

type Told = ModelReference | EndpointReference;

/** References to learned names, and uses of constants, that the first search did not give. */
export function newlySeen(again: readonly Sighting[], first: readonly Sighting[], names: readonly string[]): (Told | Edge)[] {
  const learned = new Set(names.map((name) => name.toLowerCase()));
  const places = new Set(first.filter(isTold).map(placeOf));
  const isNew = (sighting: Told | Edge) => !places.has(placeOf(sighting));
  const uses = new Set(again.filter((one): one is Edge => one.kind === 'edge' && isOpen(one) && isNew(one)).map(placeOf));
  const isLearned = (one: Told) => one.kind === 'model' && learned.has(one.name.toLowerCase());
  return again.filter(
    (one): one is Told | Edge =>
      (isTold(one) && isNew(one) && (isLearned(one) || uses.has(placeOf(one)))) ||
      (one.kind === 'edge' && isOpen(one) && uses.has(placeOf(one))),
  );
}

/** A directory with a model card is loaded by its path; a variable or a constant has no name outside its place. */
function localName(node: string): string {
  if (node.startsWith('file:')) return node.slice('file:'.length);
  return /^(?:env|symbol):/.test(node) ? '' : node;
}

function nodesOf(name: string): string[] {
  return [name, `file:${name}`];
}

/** A name by itself stands in no file. */
const NOWHERE: Evidence = { path: '', region: null, route: [], excerpt: { text: '', startColumn: 1 }, usage: 'runtime', context: 'value' };

function isKnown(name: string, { identify }: Origins): boolean {
  const reference = /^https?:\/\//.test(name) ? ({ kind: 'endpoint', url: name, evidence: NOWHERE } as const) : modelNamed(name, NOWHERE);
  return identify(reference).outcome === 'identified';
}

function isTold(sighting: Sighting): sighting is Told {
  return sighting.kind === 'model' || sighting.kind === 'endpoint';
}
