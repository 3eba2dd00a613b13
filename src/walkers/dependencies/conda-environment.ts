// Conda's environments: conda packages (`channel::name=1.0=build`), and pip requirements among them.
import { get, itemsOf, type ScalarNode, slice, stringOf } from '../../formats/nodes.ts';
import { parseYaml } from '../../formats/yaml.ts';
import { dependencyWalker, type Listed, listed, type Trouble } from './listing.ts';
import { requirementList } from './python.ts';
import { settings } from './settings.ts';
import { readYaml, troublesOf } from './trees.ts';

export const condaEnvironment = dependencyWalker({
  name: 'conda-environment',
  reads: 'conda environments (`environment.yml`) with their pip requirements',
  files: /(?:^|\/)[\w.-]{0,60}environment[\w.-]{0,60}\.ya?ml$|(?:^|\/)conda[\w.-]{0,60}\.ya?ml$/i,
  signals: ['dependencies:'],
  ecosystem: 'conda',
  list: ({ text }) => ({ entries: list(text) }),
  rest: (document) => settings(document, parseYaml(document.text).roots, ['name', 'channels', 'dependencies', 'prefix', 'platforms']),
});

function* list(text: string): Generator<Listed | Trouble> {
  const tree = readYaml(text);
  yield* troublesOf(tree);
  for (const root of tree.roots) {
    for (const [index, item] of itemsOf(get(root, 'dependencies')).entries()) {
      const route = ['dependencies', `[${index}]`];
      const match = stringOf(item);
      if (match) yield* condaPackage(match, route);
      for (const entry of requirementList(get(item, 'pip'), [...route, 'pip'], 'runtime')) yield { ...entry, ecosystem: 'pypi' };
    }
  }
}

const MATCH = /^(?:[\w./-]{1,200}::)?([a-z0-9_][\w.-]{0,200})\s{0,10}(.{0,200})$/i;

function* condaPackage(match: ScalarNode, route: readonly string[]): Generator<Listed> {
  const [, name, rest = ''] = MATCH.exec(match.value) ?? [];
  if (!name) return;
  const start = match.value.indexOf(name, match.value.lastIndexOf('::') + 1);
  // With one sign `1.20` stands for all of 1.20; three numbers, or a build, for one version.
  const [, exact] = /^(?:==\s{0,4}|=\s{0,4}(?=\d{1,9}\.\d{1,9}\.\d|[^=]{1,60}=))(\d[\w.!+-]{0,60})(?:=[\w.-]{1,100})?$/.exec(rest) ?? [];
  const requirement = rest.trim() || null;
  yield listed(slice(match, start, start + name.length), route, { version: exact ?? null, requirement, scope: 'runtime', direct: true });
}
