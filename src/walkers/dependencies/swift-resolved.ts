// What Swift's package manager resolved. A package is named by where it comes from.
import { parseJson } from '../../formats/json.ts';
import { at, get, itemsOf, type Node, type ScalarNode, slice, stringOf } from '../../formats/nodes.ts';
import { dependencyWalker, type Listed, listed } from './listing.ts';
import { wordOf } from './python.ts';
import { troublesOf, unknownVersion } from './trees.ts';

export const swiftResolved = dependencyWalker({
  name: 'swift-resolved',
  reads: 'resolved Swift packages (`Package.resolved`)',
  files: /(?:^|\/)Package(?:@swift-[\d.]{1,10})?\.resolved$/,
  ecosystem: 'swift',
  list: ({ text }) => {
    const tree = parseJson(text);
    const [root] = tree.roots;
    return { entries: [...troublesOf(tree), ...unknownVersion(get(root, 'version'), /^[1-3]$/), ...list(root)] };
  },
});

function* list(root: Node | undefined): Generator<Listed> {
  for (const pin of itemsOf(get(root, 'pins') ?? at(root, 'object', 'pins'))) {
    const location = stringOf(get(pin, 'location')) ?? stringOf(get(pin, 'repositoryURL'));
    const name = location && repositoryIn(location);
    if (name) yield listed(name, ['pins', name.value], { version: wordOf(at(pin, 'state', 'version')), direct: false });
  }
}

/** `https://host/owner/name.git`, `git@host:owner/name`: host, owner and name without what stands around them. */
export function repositoryIn(url: ScalarNode): ScalarNode | null {
  const [, lead = '', path] =
    /^((?:[a-z+]{2,10}:\/\/)?(?:[^/@\s]{1,100}@)?)([\w.-]{1,100}\.[a-z]{2,20}[:/](?:[\w.~-]{1,100}\/){1,8}[\w.~-]{1,100}?)(?:\.git)?\/?$/i.exec(
      url.value,
    ) ?? [];
  if (!path) return null;
  const node = slice(url, lead.length, lead.length + path.length);
  return { ...node, value: node.value.replace(':', '/') };
}
