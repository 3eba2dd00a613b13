// `house/name`, where a file nearby says what address a developer's tools know as `house`.
import { posix } from 'node:path';
import type { ModelReference } from '../model.ts';
import { type Graph, nodeOf } from './graph.ts';

/** Settings of a tool lie in one folder or few below each other. */
const HIGHEST = 4;

/** The reference with the address and the name of its provider, if it has none of its own and the tree knows it. */
export function provided(reference: ModelReference, graph: Graph): ModelReference {
  const [, provider = ''] = /^([A-Za-z][\w.-]{1,60})\/./.exec(reference.name) ?? [];
  if (provider === '') return reference;
  let folder = posix.dirname(reference.evidence.path);
  for (let step = 0; step < HIGHEST; step++) {
    const [edge] = graph.from.get(nodeOf(`symbol:${folder}#provider.${provider}`)) ?? [];
    if (edge) return { ...reference, endpoint: edge.to, provider };
    if (folder === '.') break;
    folder = posix.dirname(folder);
  }
  return reference;
}
