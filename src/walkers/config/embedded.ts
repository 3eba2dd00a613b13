// Files within files: a ConfigMap's `config.yaml: |`, an `.env` in a chart, JSON in a variable.
import { type MapNode, type Node, relocate, type ScalarNode } from '../../formats/nodes.ts';
import { splitCommands } from '../../formats/shell.ts';
import { parseYaml } from '../../formats/yaml.ts';
import { settingsIn } from './overrides.ts';
import { packedTree } from './packed.ts';
import { parserFor } from './parsers.ts';
import { embeddedJson } from './value.ts';

const FILE = /\.(?:ya?ml|json|toml|properties|ini|cfg|conf|env)$|(?:^|\/)\.env[\w.-]{0,40}$/i;

/** The tree of a scalar that is a file of its own, in the coordinates of the document; null for any other. */
export function embeddedTree(node: ScalarNode, key: string): Node | null {
  const json = embeddedJson(node);
  if (json) return json;
  if (node.type !== 'string') return null;
  if (/^parameter[-_]overrides$/.test(key)) return overridesTree(node);
  if (!node.value.includes('\n')) return packedTree(node) ?? settingsTree(node);
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

/** `pretrained=org/name,dtype=auto`: a tool's settings as one text. */
const SETTINGS = /^[A-Za-z_][\w.-]{0,60}=[^\s,=]{1,300}(?:,[A-Za-z_][\w.-]{0,60}=[^\s,=]{0,300}){0,50}$/;

function settingsTree(node: ScalarNode): MapNode | null {
  if (!SETTINGS.test(node.value)) return null;
  const entries = settingsIn(node);
  return entries.length === 0 ? null : { kind: 'map', entries, start: node.start, end: node.end };
}

/** `parameter_overrides = "ModelId=name Stage=prod"`: what a deployment with SAM gives to the parameters of the template. */
function overridesTree(node: ScalarNode): MapNode | null {
  const entries = splitCommands(node).flatMap(({ assignments }) => assignments);
  return entries.length === 0 ? null : { kind: 'map', entries, start: node.start, end: node.end };
}
