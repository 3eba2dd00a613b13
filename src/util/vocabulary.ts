// Closed sets of the model as values, for whoever checks what a user wrote. The compiler finds a member that is missing.
import type { Exposure, Usage } from '../model.ts';

export const usages = keysOf<Usage>({
  runtime: true,
  deploy: true,
  'developer-tool': true,
  build: true,
  experiment: true,
  test: true,
  example: true,
  docs: true,
  catalogue: true,
  denylist: true,
  generated: true,
  vendored: true,
});

export const exposures = keysOf<Exposure>({ api: true, weights: true, package: true, credential: true, artefact: true, unknown: true });

function keysOf<T extends string>(members: Readonly<Record<T, true>>): readonly [T, ...T[]] {
  return Object.keys(members) as [T, ...T[]];
}
