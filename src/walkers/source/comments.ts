// Comments and docstrings of source code.
import type { ScalarNode } from '../../formats/nodes.ts';
import { readProse } from '../config/prose.ts';
import { rootSpot } from '../config/sight.ts';
import type { Code } from './code.ts';

export function readComment({ reading, routeAt }: Code, node: ScalarNode): void {
  readProse(reading, node, { ...rootSpot(reading.document, 'comment'), route: routeAt(node.start) });
}
