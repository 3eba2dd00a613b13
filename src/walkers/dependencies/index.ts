// The walkers of manifests, lockfiles and bills of materials, in the order in which they are asked.
import type { Walker } from '../walker.ts';
import { bunLock } from './bun-lock.ts';
import { cargoLock } from './cargo-lock.ts';
import { cargoToml } from './cargo-toml.ts';
import { composerJson } from './composer-json.ts';
import { composerLock } from './composer-lock.ts';
import { condaEnvironment } from './conda-environment.ts';
import { condaLock } from './conda-lock.ts';
import { cyclonedx } from './cyclonedx.ts';
import { cyclonedxXml } from './cyclonedx-xml.ts';
import { devcontainer } from './devcontainer.ts';
import { gemfile } from './gemfile.ts';
import { gemfileLock } from './gemfile-lock.ts';
import { goMod } from './go-mod.ts';
import { goSum } from './go-sum.ts';
import { goVendor } from './go-vendor.ts';
import { gradle } from './gradle.ts';
import { gradleLock } from './gradle-lock.ts';
import { helmChart } from './helm-chart.ts';
import { mix } from './mix.ts';
import { mixLock } from './mix-lock.ts';
import { msbuild } from './msbuild.ts';
import { nugetLock } from './nuget-lock.ts';
import { packageJson } from './package-json.ts';
import { packageLock } from './package-lock.ts';
import { pdmLock } from './pdm-lock.ts';
import { pipfile } from './pipfile.ts';
import { pipfileLock } from './pipfile-lock.ts';
import { pnpmLock } from './pnpm-lock.ts';
import { pnpmWorkspace } from './pnpm-workspace.ts';
import { podfile } from './podfile.ts';
import { podfileLock } from './podfile-lock.ts';
import { poetryLock } from './poetry-lock.ts';
import { pom } from './pom.ts';
import { preCommit } from './pre-commit.ts';
import { pubspec } from './pubspec.ts';
import { pubspecLock } from './pubspec-lock.ts';
import { pylock } from './pylock.ts';
import { pyproject } from './pyproject.ts';
import { requirements } from './requirements.ts';
import { sbt } from './sbt.ts';
import { setupCfg } from './setup-cfg.ts';
import { setupPy } from './setup-py.ts';
import { spdx } from './spdx.ts';
import { spdxTag } from './spdx-tag.ts';
import { spdxXml } from './spdx-xml.ts';
import { spdx3 } from './spdx3.ts';
import { swiftResolved } from './swift-resolved.ts';
import { uvLock } from './uv-lock.ts';
import { versionCatalog } from './version-catalog.ts';
import { vscodeExtensions } from './vscode-extensions.ts';
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
  goMod,
  goSum,
  goVendor,
  cargoToml,
  cargoLock,
  pom,
  gradle,
  versionCatalog,
  gradleLock,
  sbt,
  msbuild,
  nugetLock,
  gemfile,
  gemfileLock,
  composerJson,
  composerLock,
  pubspec,
  pubspecLock,
  mix,
  mixLock,
  swiftResolved,
  podfile,
  podfileLock,
  helmChart,
  preCommit,
  vscodeExtensions,
  devcontainer,
  cyclonedx,
  cyclonedxXml,
  spdx,
  spdxXml,
  spdxTag,
  spdx3,
];
