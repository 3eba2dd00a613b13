// Whether a reference can come to mean other bytes without an edit in this repository.
import type { Reference } from '../model.ts';
import { isBelowWeights } from '../util/weights-folder.ts';

/** A commit or a digest; a tag, a branch and `main` can be moved. */
const IMMUTABLE = /(?:^|[@:])(?:[0-9a-f]{40}|(?:sha256[:-])?[0-9a-f]{64})$/i;

/** A copy on the machine changes only when somebody there changes it. */
const LOCAL = /^(?:\.{0,2}\/|~\/|\*\/|[A-Za-z]:[\\/])/;

export function isPinned(reference: Reference): boolean {
  switch (reference.kind) {
    case 'model':
      return [reference.revision ?? '', reference.name].some((text) => IMMUTABLE.test(text)) || isKept(reference.name);
    case 'package':
      return reference.version !== null;
    case 'artefact':
      // The file itself stands in the tree.
      return true;
    case 'endpoint':
    case 'credential':
      return false;
  }
}

function isKept(name: string): boolean {
  return LOCAL.test(name) || isBelowWeights(name);
}
