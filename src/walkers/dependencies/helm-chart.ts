// Helm's charts that a chart needs, as asked for and as locked.
import { entriesOf, get, itemsOf, stringOf } from '../../formats/nodes.ts';
import { dependencyWalker, type Listed, listed, type Trouble } from './listing.ts';
import { wordOf } from './python.ts';
import { duplicates, readYaml, troublesOf } from './trees.ts';

export const helmChart = dependencyWalker({
  name: 'helm-chart',
  reads: 'dependencies of Helm charts (`Chart.yaml`, `Chart.lock`, `requirements.yaml`)',
  files: /(?:^|\/)(?:Chart\.ya?ml|Chart\.lock|requirements\.ya?ml|requirements\.lock)$/,
  signals: ['dependencies:'],
  ecosystem: 'helm',
  list: ({ text, path }) => ({ entries: list(text, path.endsWith('.lock')) }),
});

function* list(text: string, isLock: boolean): Generator<Listed | Trouble> {
  const tree = readYaml(text);
  yield* troublesOf(tree);
  const [root] = tree.roots;
  yield* duplicates(entriesOf(root));
  for (const [index, item] of itemsOf(get(root, 'dependencies')).entries()) {
    const name = stringOf(get(item, 'name'));
    const range = wordOf(get(item, 'version'));
    const [, exact = null] = /^v?(\d{1,9}\.\d{1,9}\.\d{1,9}[\w.+-]{0,60})$/.exec(range ?? '') ?? [];
    const versions = isLock ? { version: range } : { version: exact, requirement: range };
    const scope = get(item, 'condition') ? 'optional' : 'runtime';
    if (name) yield listed(name, ['dependencies', `[${index}]`, 'name'], { ...versions, scope, direct: true });
  }
}
