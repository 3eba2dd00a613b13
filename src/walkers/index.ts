// The registry, in the order in which walkers are asked: the specific before the generic.
import { configWalkers } from './config/index.ts';
import { dependencyWalkers } from './dependencies/index.ts';
import { sourceWalkers } from './source/index.ts';
import type { Walker } from './walker.ts';

export const walkers: readonly Walker[] = [...dependencyWalkers, ...configWalkers, ...sourceWalkers];
