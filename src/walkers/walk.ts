// Lets a walker read its document. One that fails is a gap in one file: what it saw before stays.
import type { Document } from '../formats/document.ts';
import type { Edge, Notice, Reference } from '../model.ts';
import { readComments } from './config/comments.ts';
import type { Walker } from './walker.ts';

/** In the order of the document's text. */
export interface Walked {
  readonly sightings: readonly (Reference | Edge)[];
  readonly notices: readonly Notice[];
}

export function walk(walker: Walker, document: Document): Walked {
  const sightings: (Reference | Edge)[] = [];
  const notices: Notice[] = [];
  try {
    for (const sighting of walker.read(document)) {
      if (sighting.kind === 'notice') notices.push(sighting);
      else sightings.push(sighting);
    }
    sightings.push(...commented(document, sightings));
  } catch (error) {
    const detail = `${walker.name}: ${(error as Error).message}`;
    notices.push({ kind: 'notice', code: 'walker-failed', path: document.path, line: null, detail });
  }
  return { sightings, notices };
}

/** What comments name, unless the walker read it there itself. */
function commented(document: Document, known: readonly (Reference | Edge)[]): readonly (Reference | Edge)[] {
  const found = readComments(document).filter((sighting) => sighting.kind !== 'notice');
  if (found.length === 0) return found;
  const lines = new Set(known.map(({ evidence }) => evidence.region?.startLine));
  return found.filter(({ evidence }) => !lines.has(evidence.region?.startLine));
}
