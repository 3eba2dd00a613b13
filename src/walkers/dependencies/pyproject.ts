// `pyproject.toml`: the standard tables (PEP 621, 735, 518) and those of Poetry, PDM, Hatch, uv and Flit.
import { at, entriesOf, type Node } from '../../formats/nodes.ts';
import { parseToml } from '../../formats/toml.ts';
import type { PackageScope } from '../../model.ts';
import { dependencyWalker, type Listed, type Trouble } from './listing.ts';
import { rangeTable, requirementList, requirementTable } from './python.ts';
import { settings } from './settings.ts';
import { duplicates, troublesOf } from './trees.ts';

export const pyproject = dependencyWalker({
  name: 'pyproject',
  reads: '`pyproject.toml`: standard tables, Poetry, PDM, Hatch, uv and Flit',
  files: /(?:^|\/)pyproject\.toml$/,
  ecosystem: 'pypi',
  complete: true,
  list: ({ text }) => ({ entries: list(text) }),
  rest: (document) => settings(document, parseToml(document.text).roots, NO_SETTINGS),
});

/** What the tables above hold, and tools that check or pack code. */
const NO_SETTINGS = [
  ...['project', 'build-system', 'dependency-groups'],
  ...'poetry pdm uv hatch flit setuptools setuptools_scm ruff black isort mypy pyright pytest coverage typos codespell pylint bandit'
    .split(' ')
    .map((tool) => `tool.${tool}`),
];

type Shape = typeof requirementList;

/** Where requirements stand, how they are written and what they are for. */
const TABLES: readonly (readonly [path: string, shape: Shape, scope: PackageScope])[] = [
  ['project.dependencies', requirementList, 'runtime'],
  ['project.optional-dependencies', requirementTable, 'optional'],
  ['dependency-groups', requirementTable, 'development'],
  ['build-system.requires', requirementList, 'build'],
  ['tool.poetry.dependencies', rangeTable, 'runtime'],
  ['tool.poetry.dev-dependencies', rangeTable, 'development'],
  ['tool.pdm.dev-dependencies', requirementTable, 'development'],
  ['tool.pdm.resolution.overrides', rangeTable, 'runtime'],
  ['tool.uv.dev-dependencies', requirementList, 'development'],
  ['tool.uv.constraint-dependencies', requirementList, 'runtime'],
  ['tool.uv.override-dependencies', requirementList, 'runtime'],
  ['tool.hatch.build.dependencies', requirementList, 'build'],
  ['tool.flit.metadata.requires', requirementList, 'runtime'],
  ['tool.flit.metadata.requires-extra', requirementTable, 'optional'],
];

/** Tables of tables, each with lists of its own. */
const NESTED: readonly (readonly [path: string, inner: string, shape: Shape, scope: PackageScope])[] = [
  ['tool.poetry.group', 'dependencies', rangeTable, 'development'],
  ['tool.hatch.envs', 'dependencies', requirementList, 'development'],
  ['tool.hatch.envs', 'extra-dependencies', requirementList, 'development'],
  ['tool.hatch.build.targets', 'dependencies', requirementList, 'build'],
];

/** Tables whose entries replace or bound what others ask for. */
const INDIRECT = /\.(?:overrides|constraint-dependencies|override-dependencies)$/;

function* list(text: string): Generator<Listed | Trouble> {
  const tree = parseToml(text);
  yield* troublesOf(tree);
  const [root] = tree.roots;
  for (const [path, shape, scope] of TABLES) yield* tableAt(root, path, { shape, scope });
  for (const [path, inner, shape, scope] of NESTED) {
    for (const { key, value } of entriesOf(at(root, ...path.split('.')))) {
      yield* shape(at(value, inner), [...path.split('.'), key.value, inner], scope);
    }
  }
}

function* tableAt(
  root: Node | undefined,
  path: string,
  { shape, scope }: { readonly shape: Shape; readonly scope: PackageScope },
): Generator<Listed | Trouble> {
  const route = path.split('.');
  const table = at(root, ...route);
  yield* duplicates(entriesOf(table));
  for (const entry of shape(table, route, scope)) yield INDIRECT.test(path) ? { ...entry, direct: false } : entry;
}
