// The walkers of configurations, the specific before the generic.
import type { Walker } from '../walker.ts';
import { config } from './config.ts';

export const configWalkers: readonly Walker[] = [config];
