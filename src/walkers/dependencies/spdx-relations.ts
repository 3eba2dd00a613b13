// SPDX's relationships as arrows from who needs to what is needed. Half of them are written the other way round.
import type { PackageScope } from '../../model.ts';
import type { Arrow } from './bom.ts';

const FORWARD: Readonly<Record<string, PackageScope>> = { DEPENDS_ON: 'runtime', CONTAINS: 'runtime', HAS_PREREQUISITE: 'runtime' };
const BACKWARD: Readonly<Record<string, PackageScope>> = {
  DEPENDENCY_OF: 'runtime',
  RUNTIME_DEPENDENCY_OF: 'runtime',
  CONTAINED_BY: 'runtime',
  PREREQUISITE_FOR: 'runtime',
  PROVIDED_DEPENDENCY_OF: 'peer',
  OPTIONAL_DEPENDENCY_OF: 'optional',
  BUILD_DEPENDENCY_OF: 'build',
  BUILD_TOOL_OF: 'build',
  DEV_DEPENDENCY_OF: 'development',
  DEV_TOOL_OF: 'development',
  TEST_DEPENDENCY_OF: 'development',
};

export interface Relationship {
  readonly from: string;
  readonly type: string;
  readonly to: string;
}

export function* arrowsOf(relationships: Iterable<Relationship>): Generator<Arrow> {
  for (const { from, type, to } of relationships) {
    const forward = FORWARD[type];
    const backward = BACKWARD[type];
    if (forward) yield { from, to, scope: forward };
    else if (backward) yield { from: to, to: from, scope: backward };
  }
}

/** The document, and what it describes. */
export function* rootsOf(relationships: Iterable<Relationship>): Generator<string> {
  yield 'SPDXRef-DOCUMENT';
  for (const { from, type, to } of relationships) {
    if (type === 'DESCRIBES' && from === 'SPDXRef-DOCUMENT') yield to;
    else if (type === 'DESCRIBED_BY' && to === 'SPDXRef-DOCUMENT') yield from;
  }
}
