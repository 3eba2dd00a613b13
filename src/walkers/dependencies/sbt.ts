// sbt's build definitions, as far as dependencies are literals: `"group" %% "artifact" % "version" % Test`.
import { maskComments } from '../../formats/lockfile/lines.ts';
import { scalar } from '../../formats/nodes.ts';
import { dependencyWalker, type Listed } from './listing.ts';
import { jvmScope, mavenPackage } from './maven.ts';

export const sbt = dependencyWalker({
  name: 'sbt',
  reads: 'sbt builds (`*.sbt`, `project/Dependencies.scala`)',
  files: /(?:^|\/)[\w.-]{1,100}\.sbt$|(?:^|\/)project\/(?:Dependencies|Deps|Versions|Library|Libraries|Build)\.scala$/,
  ecosystem: 'maven',
  list: ({ text }) => ({ entries: list(maskComments(text, { line: '//', block: true })) }),
});

const MODULE =
  /"([\w.-]{1,150})"\s{0,20}%{1,3}\s{0,20}"([\w.-]{1,150})"\s{0,20}%\s{0,20}(?:"([^"\n]{1,100})"|([A-Za-z_][\w.]{0,100}))(?:\s{0,20}%\s{0,20}"?(\w{1,40}))?/g;

function* list(text: string): Generator<Listed> {
  const variables = new Map(
    [...text.matchAll(/\bval\s{1,10}(\w{1,60})\s{0,10}=\s{0,10}"(\d[\w.+-]{0,60})"/g)].map(([, name, value]) => [name, value]),
  );
  for (const match of text.matchAll(MODULE)) {
    const [whole, group = '', artifact = '', version, variable, scope = 'compile'] = match;
    const groupAt = match.index + 1;
    const artifactAt = match.index + whole.indexOf(`"${artifact}"`, group.length + 2) + 1;
    yield mavenPackage({
      group: scalar(group, groupAt, groupAt + group.length),
      artifact: scalar(artifact, artifactAt, artifactAt + artifact.length),
      version: version ?? variables.get(variable?.split('.').at(-1) ?? '') ?? null,
      scope: jvmScope(scope),
      route: [`${group}:${artifact}`],
    });
  }
}
