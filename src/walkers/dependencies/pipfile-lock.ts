// Pipenv's lockfile: names and versions by category, without who needs whom.
import { parseJson } from '../../formats/json.ts';
import { entriesOf, get, type Node } from '../../formats/nodes.ts';
import { dependencyWalker, type Listed, listed, type Trouble } from './listing.ts';
import { wordOf } from './python.ts';
import { duplicates, troublesOf } from './trees.ts';

export const pipfileLock = dependencyWalker({
  name: 'pipfile-lock',
  reads: 'Pipenv lockfiles (`Pipfile.lock`)',
  files: /(?:^|\/)Pipfile\.lock$/,
  ecosystem: 'pypi',
  list: ({ text }) => ({ entries: list(text) }),
});

const KNOWN = '6';

function* list(text: string): Generator<Listed | Trouble> {
  const tree = parseJson(text);
  yield* troublesOf(tree);
  for (const { key, value } of entriesOf(tree.roots[0])) {
    if (key.value === '_meta') {
      const version = get(value, 'pipfile-spec');
      if (version?.kind === 'scalar' && version.value !== KNOWN) {
        const detail = `pipfile-spec ${version.value.slice(0, 20)} is not known`;
        yield { code: 'unknown-lockfile-version', detail, offset: version.start };
      }
      continue;
    }
    yield* duplicates(entriesOf(value));
    const tells = entriesOf(value).some((entry) => get(entry.value, 'index') !== null);
    for (const { key: name, value: pinned } of entriesOf(value)) {
      const version = wordOf(get(pinned, 'version'))?.replace(/^={2,3}/, '') ?? null;
      const scope = key.value === 'default' ? 'runtime' : 'development';
      yield listed(name, [key.value, name.value], { version, scope, direct: !tells || isAsked(pinned) });
    }
  }
}

/** Only for what the project asks for itself Pipenv writes where it comes from (pypa/pipenv#3037). */
function isAsked(pinned: Node): boolean {
  return ['index', 'git', 'hg', 'svn', 'bzr', 'path', 'file', 'editable'].some((key) => get(pinned, key) !== null);
}
