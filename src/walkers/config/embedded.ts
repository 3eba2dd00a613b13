// Files within files: a ConfigMap's `config.yaml: |`, an `.env` in a chart, JSON in a variable.
import { type Node, relocate, type ScalarNode } from '../../formats/nodes.ts';
import { parserFor } from './parsers.ts';
import { embeddedJson } from './value.ts';

const FILE = /\.(?:ya?ml|json|toml|properties|ini|cfg|conf|env)$|(?:^|\/)\.env[\w.-]{0,40}$/i;

/** The tree of a scalar that is a file of its own, in the coordinates of the document; null for any other. */
export function embeddedTree(node: ScalarNode, key: string): Node | null {
  const json = embeddedJson(node);
  if (json) return json;
  if (node.type !== 'string' || !FILE.test(key) || !node.value.includes('\n')) return null;
  const [root] = parserFor(key)(node.value).roots;
  return root && root.kind !== 'scalar' ? relocate(root, node) : null;
}
