// What model files declare about themselves, and the arrows from the directory they stand in to what they were made from.
import { type Node, type ScalarNode, stringOf } from '../../formats/nodes.ts';
import type { ArtefactReference, Relation } from '../../model.ts';
import { evidence } from '../evidence.ts';
import { isModelLike } from './looks.ts';
import { type Reading, type Spot, sightEdge, sightModel } from './sight.ts';

export type Declared = Omit<ArtefactReference, 'kind' | 'evidence'>;

export function sightArtefact(reading: Reading, place: ScalarNode, spot: Spot, declared: Declared): void {
  const { start, end } = place;
  reading.out.push({ kind: 'artefact', ...declared, evidence: evidence(reading.document, { start, end, ...spot }) });
}

/** The node of the model in a file's directory. */
export function directoryNode(path: string): string {
  const slash = path.lastIndexOf('/');
  return `file:${slash < 0 ? '.' : path.slice(0, slash)}`;
}

export interface Parent {
  readonly from: string;
  readonly relation: Relation;
  readonly revision?: string | null;
}

/** A name that the file says it was made from: a reference, and an arrow at the same place. */
export function sightParent(
  reading: Reading,
  node: Node | null | undefined,
  spot: Spot,
  { from, relation, revision = null }: Parent,
): void {
  const name = stringOf(node);
  if (!name || !isModelLike(name.value.trim())) return;
  sightModel(reading, name, spot, { revision });
  sightEdge(reading, name, spot, { from, relation, to: name.value.trim() });
}
