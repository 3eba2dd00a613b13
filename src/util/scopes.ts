// What a package is needed for, through all that need it.
import type { PackageScope } from '../model.ts';
import type { Edges } from './edges.ts';

/** From strong to weak: what is needed at run time is so whoever else needs it. */
export const STRENGTH: readonly PackageScope[] = ['runtime', 'optional', 'peer', 'build', 'development'];

export function strongest(left: PackageScope, right: PackageScope): PackageScope {
  return STRENGTH.indexOf(left) <= STRENGTH.indexOf(right) ? left : right;
}

/** For each node the index in `STRENGTH` of the strongest scope that leads to it, by roots and by edges; -1 where none does. */
export function spreadScopes({ starts, targets, needs }: Edges, roots: ReadonlyMap<number, PackageScope>): Int8Array {
  const scopes = new Int8Array(starts.length - 1).fill(-1);
  // What is reached by way of a weaker need waits for its turn.
  const queues = STRENGTH.map((scope) => [...roots].filter(([, own]) => own === scope).map(([node]) => node));
  for (const [strength, queue] of queues.entries()) {
    // Grows while it is gone through.
    for (let at = 0; at < queue.length; at++) {
      const node = queue[at] ?? 0;
      if (scopes[node] !== -1) continue;
      scopes[node] = strength;
      for (let edge = starts[node] ?? 0; edge < (starts[node + 1] ?? 0); edge++) {
        queues[Math.max(strength, needs[edge] ?? 0)]?.push(targets[edge] ?? 0);
      }
    }
  }
  return scopes;
}
