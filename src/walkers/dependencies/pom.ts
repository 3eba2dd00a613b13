// Maven's project file: dependencies, managed ones, those of plugins and profiles, with the properties of the same file.

import type { ScalarNode } from '../../formats/nodes.ts';
import { child, childrenOf, descendants, type Element, parseXml } from '../../formats/xml.ts';
import { dependencyWalker, type Listed, type Trouble } from './listing.ts';
import { jvmScope, mavenPackage, mavenVersion } from './maven.ts';

export const pom = dependencyWalker({
  name: 'pom',
  reads: 'Maven projects (`pom.xml`, `*.pom`)',
  files: /(?:^|\/)(?:pom|[\w.-]{1,60}[.-]pom)\.xml$|\.pom$/,
  ecosystem: 'maven',
  list: ({ text }) => ({ entries: list(text) }),
});

function* list(text: string): Generator<Listed | Trouble> {
  const { root, problem } = parseXml(text);
  if (problem && root) yield { code: 'unreadable-part', ...problem };
  if (root?.name !== 'project') return;
  const properties = propertiesOf(root);
  const managed = managedVersions(root, properties);
  const ofPlugins = new Set([...descendants(root, new Set(['plugin']))].map((element) => child(element, 'dependencies')));
  const bounded = new Set([...descendants(root, new Set(['dependencyManagement']))].map((element) => child(element, 'dependencies')));
  for (const element of descendants(root, new Set(['dependencies']))) {
    for (const dependency of childrenOf(element, 'dependency')) {
      for (const entry of listedIn(dependency, { properties, managed })) {
        yield { ...entry, ...(bounded.has(element) && { direct: false }), ...(ofPlugins.has(element) && { scope: 'build' }) };
      }
    }
  }
}

interface Project {
  readonly properties: ReadonlyMap<string, string>;
  readonly managed: ReadonlyMap<string, string>;
}

function propertiesOf(root: Element): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const name of ['groupId', 'artifactId', 'version']) {
    const value = child(root, name)?.text?.value ?? child(root, 'parent', name)?.text?.value;
    if (value) for (const lead of ['project.', 'pom.', '']) properties.set(lead + name, value);
  }
  for (const element of descendants(root, new Set(['properties']))) {
    for (const { name, text } of element.children) if (text && !properties.has(name)) properties.set(name, text.value);
  }
  return properties;
}

const LEVELS = 5;

/** Properties may refer to each other, a few times. */
function resolved(written: string | undefined, properties: ReadonlyMap<string, string>): string | null {
  let value = written ?? null;
  for (let level = 0; value?.includes('${') && level < LEVELS; level++) {
    value = value.replace(/\$\{([^{}]{1,200})\}/g, (whole, name: string) => properties.get(name) ?? whole).slice(0, 500);
  }
  return value;
}

function managedVersions(root: Element, properties: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const managed = new Map<string, string>();
  for (const element of descendants(root, new Set(['dependencyManagement']))) {
    for (const dependency of childrenOf(child(element, 'dependencies'), 'dependency')) {
      const version = resolved(child(dependency, 'version')?.text?.value, properties);
      if (version) managed.set(nameOf(dependency, properties), version);
    }
  }
  return managed;
}

function nameOf(dependency: Element, properties: ReadonlyMap<string, string>): string {
  const part = (name: string) => resolved(child(dependency, name)?.text?.value, properties) ?? '';
  return `${part('groupId')}:${part('artifactId')}`;
}

function* listedIn(dependency: Element, { properties, managed }: Project): Generator<Listed> {
  const group = child(dependency, 'groupId')?.text;
  const artifact = child(dependency, 'artifactId')?.text;
  if (!group || !artifact) return;
  const name = nameOf(dependency, properties);
  const written = child(dependency, 'version')?.text?.value;
  const version = resolved(written, properties) ?? managed.get(name) ?? null;
  const optional = child(dependency, 'optional')?.text?.value === 'true';
  const scope = optional ? 'optional' : jvmScope(child(dependency, 'scope')?.text?.value ?? 'compile');
  const entry = mavenPackage({ group, artifact: known(artifact, properties), version, scope, route: ['dependencies', name] });
  yield { ...entry, name, ...mavenVersion(version) };
}

function known(node: ScalarNode, properties: ReadonlyMap<string, string>): ScalarNode {
  return { ...node, value: resolved(node.value, properties) ?? node.value };
}
