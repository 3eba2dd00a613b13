// How the JVM's build tools name packages: a group and an artifact. The artifact is where a package stands; a hit in either counts.
import type { ScalarNode } from '../../formats/nodes.ts';
import type { PackageScope } from '../../model.ts';
import type { Listed } from './listing.ts';

export interface Coordinates {
  readonly group: ScalarNode;
  readonly artifact: ScalarNode;
  readonly version: string | null;
  readonly scope: PackageScope;
  readonly route: readonly string[];
}

export function mavenPackage({ group, artifact, version, scope, route }: Coordinates): Listed {
  return {
    name: `${group.value}:${artifact.value}`,
    start: artifact.start,
    end: artifact.end,
    within: { start: group.start, end: group.end },
    route,
    ...mavenVersion(version),
    scope,
    direct: true,
  };
}

/** A range (`[1.0,2.0)`, `1.+`, `latest.release`) or what is computed elsewhere names no version. */
export function mavenVersion(written: string | null): { readonly version: string | null; readonly requirement: string | null } {
  const [, exact] = /^\[?([\w][\w.-]{0,100})\]?$/.exec(written ?? '') ?? [];
  const isExact = exact !== undefined && /\d/.test(exact) && !/^latest\./.test(exact);
  return { version: isExact ? exact : null, requirement: written };
}

/** By the name of a configuration (`testImplementation`, `compileOnly`) or of a Maven scope. */
export function jvmScope(name: string): PackageScope {
  if (/test/i.test(name)) return 'development';
  if (/^(?:compileOnly|provided|providedCompile|system)$/.test(name)) return 'peer';
  if (/^(?:kapt|ksp|classpath|annotationProcessor|plugin)|Processor$|CompileOnly$/i.test(name)) return 'build';
  return /^developmentOnly$/.test(name) ? 'development' : 'runtime';
}
