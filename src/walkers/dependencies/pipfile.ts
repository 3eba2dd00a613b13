// Pipenv's manifest: a table of packages a category.
import { entriesOf } from '../../formats/nodes.ts';
import { parseToml } from '../../formats/toml.ts';
import { dependencyWalker, type Listed, type Trouble } from './listing.ts';
import { rangeTable } from './python.ts';
import { settings } from './settings.ts';
import { duplicates, troublesOf } from './trees.ts';

export const pipfile = dependencyWalker({
  name: 'pipfile',
  reads: 'Pipenv manifests (`Pipfile`)',
  files: /(?:^|\/)Pipfile$/,
  ecosystem: 'pypi',
  list: ({ text }) => ({ entries: list(text) }),
  rest: (document) => {
    const { roots } = parseToml(document.text);
    return settings(
      document,
      roots,
      roots.flatMap(entriesOf).flatMap(({ key }) => (key.value === 'scripts' ? [] : key.value)),
    );
  },
});

const OTHERS: ReadonlySet<string> = new Set(['source', 'requires', 'scripts', 'pipenv', 'pipfile']);

function* list(text: string): Generator<Listed | Trouble> {
  const tree = parseToml(text);
  yield* troublesOf(tree);
  for (const { key, value } of entriesOf(tree.roots[0])) {
    if (OTHERS.has(key.value)) continue;
    yield* duplicates(entriesOf(value));
    yield* rangeTable(value, [key.value], key.value === 'packages' ? 'runtime' : 'development');
  }
}
