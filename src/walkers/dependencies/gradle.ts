// Gradle's build scripts, in Groovy or Kotlin, as far as their dependencies are literals: nothing of them is run.
import { maskComments } from '../../formats/lockfile/lines.ts';
import { type ScalarNode, scalar } from '../../formats/nodes.ts';
import { buildSettings } from './gradle-settings.ts';
import { dependencyWalker, type Listed } from './listing.ts';
import { jvmScope, mavenPackage } from './maven.ts';

export const gradle = dependencyWalker({
  name: 'gradle',
  reads: 'Gradle build scripts (`build.gradle`, `build.gradle.kts`), also what they put into an app',
  files: /(?:^|\/)[\w.-]{1,100}\.gradle(?:\.kts)?$/,
  ecosystem: 'maven',
  list: ({ text }) => ({ entries: list(maskComments(text, { line: '//', block: true })) }),
  rest: buildSettings,
});

/** `implementation 'group:artifact:version'`, `implementation(platform("group:artifact:version"))`, `"implementation"("group:artifact")` */
const NOTATION =
  /\b([A-Za-z]{2,60})(?:["'](?=\())?[ \t]{0,10}(?:\(\s{0,40}|[ \t]{1,10})(?:[A-Za-z]{3,40}[ \t]{0,10}\([ \t]{0,10})?(["'])([\w.-]{1,150}):([\w.-]{1,150})(?::([^"'\s:]{0,100}))?(?::[\w.-]{1,60})?(?:@\w{1,20})?\2/g;
/** `implementation group: 'group', name: 'artifact', version: 'version'`; Kotlin writes `=`. */
const MAP =
  /\b([A-Za-z]{2,60})[ \t]{0,10}[( \t][ \t]{0,10}group\s{0,10}[:=]\s{0,10}(["'])([\w.-]{1,150})\2\s{0,10},\s{0,40}name\s{0,10}[:=]\s{0,10}(["'])([\w.-]{1,150})\4(?:\s{0,10},\s{0,40}version\s{0,10}[:=]\s{0,10}["']([^"']{1,100})["'])?/g;
/** `implementation("group", "artifact", "version")`, in Kotlin only. */
const POSITIONAL =
  /\b([A-Za-z]{2,60})[ \t]{0,10}\(\s{0,40}(")([\w-]{1,60}(?:\.[\w-]{1,60}){0,10})"\s{0,10},\s{0,40}"([\w.-]{1,150})"(?:\s{0,10},\s{0,40}"([^"'\s]{1,100})")?\s{0,40}[),]/g;
/** `add("implementation", "group:artifact:version")` */
const ADDED =
  /\badd[ \t]{0,10}\([ \t]{0,10}["']([A-Za-z]{2,60})["']\s{0,10},\s{0,40}(["'])([\w.-]{1,150}):([\w.-]{1,150})(?::([^"'\s:]{0,100}))?\2/g;
/** `implementation 'a:a:1', 'b:b:1'`: those after the first. */
const NEXT = /()\s{0,10},\s{0,40}(["'])([\w.-]{1,150}):([\w.-]{1,150})(?::([^"'\s:]{0,100}))?(?::[\w.-]{1,60})?(?:@\w{1,20})?\2/y;
/** Configurations that Gradle and its plugins know, so that no other call with two texts is taken for one. */
const CONFIGURATION = /(?:api|implementation|compileOnly|compileOnlyApi|runtimeOnly|annotationProcessor|ksp|kapt|classpath)$/i;

const OTHER_CALLS = /^(?:url|uri|from|include|project|exclude|println|task|dependsOn|srcDir|maven|version|file|files|apply)$/;

function* list(text: string): Generator<Listed> {
  const variables = variablesOf(text);
  for (const [pattern, groupAt, artifactAt, versionAt] of [
    [NOTATION, 3, 4, 5] as const,
    [ADDED, 3, 4, 5] as const,
    [MAP, 3, 5, 6] as const,
    [POSITIONAL, 3, 4, 5] as const,
  ]) {
    for (const [configuration, match] of calls(text, pattern)) {
      if (OTHER_CALLS.test(configuration) || (pattern === POSITIONAL && !CONFIGURATION.test(configuration))) continue;
      const group = part(match, match[groupAt] ?? '', (match[1] ?? '').length);
      const artifact = part(match, match[artifactAt] ?? '', group.end - match.index);
      const version = resolved(match[versionAt], variables);
      yield mavenPackage({
        group,
        artifact,
        version,
        scope: jvmScope(configuration),
        route: [configuration, `${group.value}:${artifact.value}`],
      });
    }
  }
}

/** Each match with the configuration that it is for. */
function* calls(text: string, pattern: RegExp): Generator<readonly [string, RegExpExecArray]> {
  for (const match of text.matchAll(pattern)) {
    const configuration = match[1] ?? '';
    yield [configuration, match];
    if (pattern !== NOTATION || !CONFIGURATION.test(configuration)) continue;
    for (let next = after(match); next; next = after(next)) yield [configuration, next];
  }
}

function after({ input, index, 0: whole }: RegExpExecArray): RegExpExecArray | null {
  NEXT.lastIndex = index + whole.length;
  return NEXT.exec(input);
}

function part(match: RegExpExecArray, value: string, from: number): ScalarNode {
  const start = match.index + match[0].indexOf(value, from);
  return scalar(value, start, start + value.length);
}

/** `def name = '1.0'`, `val name = "1.0"`, `name = '1.0'` within `ext` */
function variablesOf(text: string): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/\b([A-Za-z_]\w{0,60})[ \t]{0,10}=[ \t]{0,10}["'](\d[\w.+-]{0,60})["']/g)) {
    variables.set(name, value);
  }
  return variables;
}

function resolved(written: string | undefined, variables: ReadonlyMap<string, string>): string | null {
  const value = written?.replace(/\$\{?(?:[a-z]{1,20}\.)?([A-Za-z_]\w{0,60})\}?/g, (whole, name: string) => variables.get(name) ?? whole);
  return value || null;
}
