// The registry, in the order in which walkers are asked: the specific before the generic.
import type { Walker } from './walker.ts';

export const walkers: readonly Walker[] = [];
