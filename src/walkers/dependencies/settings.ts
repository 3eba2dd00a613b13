// A manifest also holds scripts and settings of tools, which are read as any configuration is.
import type { Document } from '../../formats/document.ts';
import type { Entry, MapNode, Node } from '../../formats/nodes.ts';
import type { Sighting } from '../../model.ts';
import { startReading } from '../config/sight.ts';
import { readTree } from '../config/tree.ts';

/** `others` are the paths of keys that are no settings (`tool.poetry`): dependencies, and what the project says about itself. */
export function settings(document: Document, roots: readonly Node[], others: readonly string[]): readonly Sighting[] {
  const reading = startReading(document);
  readTree(
    reading,
    roots.map((root) => (root.kind === 'map' ? without(root, others) : root)),
  );
  return reading.out;
}

function without(map: MapNode, others: readonly string[]): MapNode {
  return { ...map, entries: map.entries.flatMap((entry) => kept(entry, others)) };
}

function kept({ key, value }: Entry, others: readonly string[]): readonly Entry[] {
  if (others.includes(key.value)) return [];
  const lead = `${key.value}.`;
  const inner = others.filter((path) => path.startsWith(lead)).map((path) => path.slice(lead.length));
  if (inner.length === 0 || value.kind !== 'map') return [{ key, value }];
  return [{ key, value: without(value, inner) }];
}
