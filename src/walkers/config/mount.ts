// Volumes: a directory of weights is served under the path that it is mounted at.
import type { ScalarNode } from '../../formats/nodes.ts';
import { isHitNode, type Reading, type Spot, sightEdge } from './sight.ts';

/** `source:/target[:ro]`; a name of a volume says nothing of what lies in it. */
const MOUNT = /^((?:\.{0,2}\/|~|\$)[^:\s]{1,300}):(\/[\w./-]{1,200}?)\/?(?::[\w,]{1,20})?$/;

/** What the variable holds, other lines say. */
const VARIABLE = /^\$\{?([A-Za-z_]\w{0,100})\}?$/;

/** What the path within a container stands for, where the one outside tells it. */
export function readMount(reading: Reading, node: ScalarNode, spot: Spot): void {
  const [, source = '', target = ''] = MOUNT.exec(node.value) ?? [];
  const variable = VARIABLE.exec(source)?.[1];
  if (source === '' || !(variable || isHitNode(reading, node))) return;
  const range = { start: 0, end: source.length };
  const to = variable ? `env:${variable}` : source.replace(/\/$/, '');
  sightEdge(reading, node, spot, { from: target, relation: 'alias', to, range });
}
