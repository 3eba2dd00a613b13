// The walkers of manifests, lockfiles and bills of materials, in the order in which they are asked.
import type { Walker } from '../walker.ts';
import { packageJson } from './package-json.ts';
import { packageLock } from './package-lock.ts';
import { requirements } from './requirements.ts';

export const dependencyWalkers: readonly Walker[] = [packageJson, packageLock, requirements];
