// The walkers of manifests, lockfiles and bills of materials, in the order in which they are asked.
import type { Walker } from '../walker.ts';
import { bunLock } from './bun-lock.ts';
import { condaEnvironment } from './conda-environment.ts';
import { condaLock } from './conda-lock.ts';
import { packageJson } from './package-json.ts';
import { packageLock } from './package-lock.ts';
import { pdmLock } from './pdm-lock.ts';
import { pipfile } from './pipfile.ts';
import { pipfileLock } from './pipfile-lock.ts';
import { pnpmLock } from './pnpm-lock.ts';
import { pnpmWorkspace } from './pnpm-workspace.ts';
import { poetryLock } from './poetry-lock.ts';
import { pylock } from './pylock.ts';
import { pyproject } from './pyproject.ts';
import { requirements } from './requirements.ts';
import { setupCfg } from './setup-cfg.ts';
import { setupPy } from './setup-py.ts';
import { uvLock } from './uv-lock.ts';
import { yarnLock } from './yarn-lock.ts';

export const dependencyWalkers: readonly Walker[] = [
  packageJson,
  packageLock,
  pnpmLock,
  pnpmWorkspace,
  yarnLock,
  bunLock,
  requirements,
  pyproject,
  setupCfg,
  setupPy,
  pipfile,
  pipfileLock,
  poetryLock,
  pdmLock,
  uvLock,
  pylock,
  condaLock,
  condaEnvironment,
];
