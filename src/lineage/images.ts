// An image is seen twice: as a package and as the model that its name may tell. One of the two is the better answer.
import type { Reference, Sighting, Subject } from '../model.ts';
import { placeOf } from './reference.ts';

/**
 * Where a fact says what the package is, that holds, unless it is about weights and the name tells which. Images are named by their
 * programs, so a name that merely holds a vendor's word (`qwen-helper`) tells of no weights.
 */
export function withoutDoubles(subjects: readonly Subject[], sightings: readonly Sighting[]): Subject[] {
  const images = new Set(sightings.flatMap((one) => (one.kind === 'package' && isImage(one) ? placeOf(one) : [])));
  if (images.size === 0) return [...subjects];
  const atImages = subjects.filter(({ reference }) => images.has(placeOf(reference)));
  const carried = new Set(atImages.filter(isOwnModel).map(({ reference }) => placeOf(reference)));
  const packages = atImages.filter(({ reference }) => isImage(reference));
  const packaged = new Map(packages.map(({ reference, identity }) => [placeOf(reference), identity.packageRole]));
  return subjects.filter((subject) => {
    const place = placeOf(subject.reference);
    if (!images.has(place)) return true;
    const role = packaged.get(place);
    const isProgram = role !== undefined && role !== 'weights-loader';
    if (isImage(subject.reference)) return isProgram || !carried.has(place);
    return role === undefined ? isSureModel(subject) : !isProgram && carried.has(place);
  });
}

function isImage(reference: Reference): boolean {
  return reference.kind === 'package' && reference.ecosystem === 'oci';
}

function isSureModel({ reference, identity }: Subject): boolean {
  return reference.kind === 'model' && (identity.certainty === 'exact' || identity.certainty === 'strong');
}

/** Not one that somebody by an unknown name is said to publish again: a fact about the package knows better who that is. */
function isOwnModel(subject: Subject): boolean {
  return isSureModel(subject) && subject.identity.provenance !== 'repack';
}
