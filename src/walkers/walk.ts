// Lets each walker read its documents. A walker that fails is a gap in one file: what it saw before stays.
import type { Document } from '../formats/document.ts';
import type { Notice, Sighting } from '../model.ts';
import type { Walker } from './walker.ts';

export interface Walking {
  readonly note: (notice: Notice) => void;
  /** Called once a document, before it is let go. */
  readonly seen: (document: Document) => void;
}

/** References and edges, in the order of the documents and of their text. */
export function walk(claims: Iterable<{ readonly document: Document; readonly walker: Walker }>, { note, seen }: Walking): Sighting[] {
  const sightings: Sighting[] = [];
  for (const { document, walker } of claims) {
    seen(document);
    try {
      for (const sighting of walker.read(document)) {
        if (sighting.kind === 'notice') note(sighting);
        else sightings.push(sighting);
      }
    } catch (error) {
      note({
        kind: 'notice',
        code: 'walker-failed',
        path: document.path,
        line: null,
        detail: `${walker.name}: ${(error as Error).message}`,
      });
    }
  }
  return sightings;
}
