// Models with what stands beside them, by their place; and by their name where all of a file agree on who is asked.
import type { ModelReference } from '../model.ts';
import { placeOf } from './reference.ts';

export type Beside = ReadonlyMap<string, ModelReference>;

export function besideOf(models: readonly ModelReference[]): Beside {
  const beside = new Map(models.map((model) => [placeOf(model), model]));
  const disputed = new Set<string>();
  for (const model of models) {
    const key = named(model.evidence.path, model.name);
    const before = beside.get(key);
    if (before && (before.endpoint !== model.endpoint || before.provider !== model.provider)) disputed.add(key);
    else beside.set(key, model);
  }
  for (const key of disputed) beside.delete(key);
  return beside;
}

/** `alias: name` says nothing of servers, but the entry that is about the name may. */
export function named(path: string, name: string): string {
  return `${path} ${name}`;
}
