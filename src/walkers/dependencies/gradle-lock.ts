// Gradle's lockfiles: `group:artifact:version=configuration,configuration`, without who needs whom.
import { linesOf } from '../../formats/lockfile/lines.ts';
import { scalar } from '../../formats/nodes.ts';
import { strongest } from '../../util/graph.ts';
import { dependencyWalker, type Listed, type Trouble } from './listing.ts';
import { jvmScope, mavenPackage } from './maven.ts';
import { strangeLine } from './trees.ts';

export const gradleLock = dependencyWalker({
  name: 'gradle-lock',
  reads: 'Gradle lockfiles (`gradle.lockfile`, `buildscript-gradle.lockfile`)',
  files: /(?:^|\/)(?:[\w.-]{0,40}gradle\.lockfile|dependency-locks\/[\w.-]{1,60}\.lockfile)$/,
  ecosystem: 'maven',
  list: ({ text }) => ({ entries: list(text) }),
});

function* list(text: string): Generator<Listed | Trouble> {
  for (const { text: line, start } of linesOf(text)) {
    const [, group, artifact, version = null, configurations = ''] =
      /^([\w.-]{1,150}):([\w.-]{1,150}):([\w.+-]{1,100})(?:=([\w,.-]{0,2000}))?$/.exec(line) ?? [];
    if (!group || !artifact) {
      if (!/^(?:\s{0,20}(?:#|$)|empty=)/.test(line)) yield strangeLine({ start }, 'a locked dependency');
      continue;
    }
    const at = start + group.length + 1;
    const scope = configurations.split(',').map(jvmScope).reduce(strongest);
    const names = { group: scalar(group, start, at - 1), artifact: scalar(artifact, at, at + artifact.length) };
    yield { ...mavenPackage({ ...names, version, scope, route: [] }), requirement: null, direct: false };
  }
}
