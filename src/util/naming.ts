// One way to call a reference, in messages and reports.
import type { Reference } from '../model.ts';

/** As it is written; a model file is called by its own name or its path. */
export function nameOfReference(reference: Reference): string {
  switch (reference.kind) {
    case 'model':
    case 'credential':
      return reference.name;
    case 'endpoint':
      return reference.url;
    case 'package':
      return reference.version === null ? reference.name : `${reference.name} ${reference.version}`;
    case 'artefact':
      return reference.name ?? reference.evidence.path;
  }
}

/** A node of the lineage: a name, or a file, constant or variable that stands for one. */
export function nodeName(node: string): string {
  const symbol = /^symbol:(.*)#([^#]*)$/.exec(node);
  // A use of a name is written in brackets.
  if (symbol) return `${symbol[2]?.replace(/^\((.*)\)$/, '$1')} in ${symbol[1]}`;
  if (node.startsWith('file:')) return node.slice('file:'.length);
  return node.startsWith('env:') ? `variable ${node.slice('env:'.length)}` : node;
}
