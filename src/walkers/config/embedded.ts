// Files within files: a ConfigMap's `config.yaml: |`, an `.env` in a chart, JSON in a variable.
import { type Node, relocate, type ScalarNode } from '../../formats/nodes.ts';
import { parseYaml } from '../../formats/yaml.ts';
import { parserFor } from './parsers.ts';
import { embeddedJson } from './value.ts';

const FILE = /\.(?:ya?ml|json|toml|properties|ini|cfg|conf|env)$|(?:^|\/)\.env[\w.-]{0,40}$/i;

/** The tree of a scalar that is a file of its own, in the coordinates of the document; null for any other. */
export function embeddedTree(node: ScalarNode, key: string): Node | null {
  const json = embeddedJson(node);
  if (json) return json;
  if (node.type !== 'string' || !node.value.includes('\n')) return null;
  const parse = FILE.test(key) ? parserFor(key) : isYaml(node.value) ? parseYaml : null;
  const [root] = parse?.(node.value).roots ?? [];
  return root && root.kind !== 'scalar' ? relocate(root, node) : null;
}

/** A chart's `values: |`: each line is a key, an item or a comment. A text for people or models has others. */
function isYaml(text: string): boolean {
  if (STREAM.test(text)) return false;
  const lines = text
    .slice(0, 4000)
    .split('\n', 40)
    .filter((line) => line.trim() !== '');
  return /^[ \t]{0,40}[\w.-]{1,60}:(?:[ \t]|$)/m.test(text.slice(0, 4000)) && lines.every((line) => LINE.test(line));
}

/** Events of a server, each with JSON: an answer that came in pieces. */
const STREAM = /^\s{0,40}(?:event:[^\n]{0,100}\r?\n)?data:[ \t]{0,4}[{[]/;

const LINE = /^[ \t]{0,80}(?:#|-[ \t]|[\w."'-]{1,60}:(?:[ \t]|\r?$)|[\]})]|---)/;
