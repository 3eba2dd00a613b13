// pnpm's workspace file: catalogs of ranges that the manifests refer to, and overrides.
import { entriesOf, get } from '../../formats/nodes.ts';
import { dependencyWalker, type Listed, type Trouble } from './listing.ts';
import { catalogsIn, listOverrides } from './package-json.ts';
import { duplicates, readYaml, troublesOf } from './trees.ts';

export const pnpmWorkspace = dependencyWalker({
  name: 'pnpm-workspace',
  reads: 'catalogs and overrides of pnpm workspaces (`pnpm-workspace.yaml`) and Yarn (`.yarnrc.yml`)',
  files: /(?:^|\/)(?:pnpm-workspace\.ya?ml|\.yarnrc\.yml)$/,
  ecosystem: 'npm',
  list: ({ text }) => ({ entries: list(text) }),
});

function* list(text: string): Generator<Listed | Trouble> {
  const tree = readYaml(text);
  yield* troublesOf(tree);
  for (const root of tree.roots) {
    const map = root.kind === 'map' ? root : null;
    yield* duplicates(entriesOf(get(map, 'catalog')));
    yield* catalogsIn(map, []);
    yield* listOverrides(get(map, 'overrides'), ['overrides'], 0);
  }
}
