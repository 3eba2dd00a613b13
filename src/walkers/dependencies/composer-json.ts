// Composer's manifest. Names without a slash are the platform, not packages.
import { parseJson } from '../../formats/json.ts';
import { entriesOf, get } from '../../formats/nodes.ts';
import type { PackageScope } from '../../model.ts';
import { dependencyWalker, type Listed, listed, type Trouble } from './listing.ts';
import { wordOf } from './python.ts';
import { settings } from './settings.ts';
import { duplicates, troublesOf } from './trees.ts';

export const composerJson = dependencyWalker({
  name: 'composer-json',
  reads: 'Composer manifests (`composer.json`)',
  files: /(?:^|\/)composer\.json$/,
  ecosystem: 'composer',
  list: ({ text }) => ({ entries: list(text) }),
  rest: (document) => {
    const { roots } = parseJson(document.text);
    return settings(
      document,
      roots,
      roots.flatMap(entriesOf).flatMap(({ key }) => (/^(?:scripts|extra|config)$/.test(key.value) ? [] : key.value)),
    );
  },
});

const GROUPS: Readonly<Record<string, PackageScope>> = { require: 'runtime', 'require-dev': 'development', suggest: 'optional' };

function* list(text: string): Generator<Listed | Trouble> {
  const tree = parseJson(text);
  yield* troublesOf(tree);
  for (const [group, scope] of Object.entries(GROUPS)) {
    const entries = entriesOf(get(tree.roots[0], group));
    yield* duplicates(entries);
    for (const { key, value } of entries) {
      if (!key.value.includes('/')) continue;
      // What is only suggested says why, not which version.
      const requirement = group === 'suggest' ? null : wordOf(value);
      const [, exact = null] = /^[=v]{0,2}(\d{1,9}(?:\.\d{1,9}){1,3}(?:-[\w.]{1,40})?)$/.exec(requirement ?? '') ?? [];
      yield listed(key, [group, key.value], { requirement, version: exact, scope, direct: true });
    }
  }
}
