// The walkers of manifests, lockfiles and bills of materials, in the order in which they are asked.
import type { Walker } from '../walker.ts';
import { bunLock } from './bun-lock.ts';
import { packageJson } from './package-json.ts';
import { packageLock } from './package-lock.ts';
import { pnpmLock } from './pnpm-lock.ts';
import { pnpmWorkspace } from './pnpm-workspace.ts';
import { requirements } from './requirements.ts';
import { yarnLock } from './yarn-lock.ts';

export const dependencyWalkers: readonly Walker[] = [packageJson, packageLock, pnpmLock, pnpmWorkspace, yarnLock, bunLock, requirements];
