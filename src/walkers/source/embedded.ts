// A file that stands in the code as a text: a configuration that the program writes, sends or compares.
import type { Literal } from '../../formats/code/literal.ts';
import { parseDotenv } from '../../formats/dotenv.ts';
import { type Node, relocate, type ScalarNode } from '../../formats/nodes.ts';
import { parseToml } from '../../formats/toml.ts';
import { embeddedTree } from '../config/embedded.ts';
import { touches } from '../config/listed.ts';
import { isModelLike } from '../config/looks.ts';
import { roleOf } from '../config/roles.ts';
import { type Reading, type Spot, sightModel } from '../config/sight.ts';
import { readTree } from '../config/tree.ts';

/** True if the text was a file; only then is it read. What is computed in a configuration may be anything, so that one is left. */
export function readFile(reading: Reading, { node, partial }: Literal, spot: Spot): boolean {
  if (!/\n\s{0,200}\S/.test(node.value)) return false;
  if (MODELFILE.test(node.value)) {
    readModelfile(reading, node, spot);
    return true;
  }
  const tree = partial ? null : treeOf(node);
  if (tree) readTree(reading, [tree], { ...spot, context: 'value' });
  return tree !== null;
}

const TOML =
  /^[ \t]{0,80}(?:#|\[{1,2}[\w."'/-]{1,100}\]{1,2}[ \t]{0,40}(?:#.{0,200})?\r?$|["'\w.-]{1,80}[ \t]{0,40}=[ \t]{0,40}(?:["'[{\d+-]|true|false)|["'[\]{},])/;
const DOTENV = /^[ \t]{0,80}(?:#|(?:export[ \t]{1,8})?[A-Z_][A-Z0-9_]{1,80}=)/;

function treeOf(node: ScalarNode): Node | null {
  const lines = node.value
    .slice(0, 4000)
    .split('\n', 40)
    .filter((line) => line.trim() !== '');
  if (!lines.some(hasRole)) return null;
  const parse = lines.every((line) => DOTENV.test(line)) ? parseDotenv : isToml(lines) ? parseToml : null;
  if (!parse) return embeddedTree(node, '');
  const [root] = parse(node.value).roots;
  return root && root.kind !== 'scalar' ? relocate(root, node) : null;
}

/** A text for people may be written in lines with colons, too. */
function hasRole(line: string): boolean {
  const key = /^[ \t]{0,80}(?:-[ \t]{1,4}|export[ \t]{1,4})?["']?([A-Za-z][\w.-]{1,80})["']?[ \t]{0,40}[:=]/.exec(line)?.[1];
  return key !== undefined && roleOf(key) !== null;
}

function isToml(lines: readonly string[]): boolean {
  return lines.every((line) => TOML.test(line)) && lines.some((line) => /^[ \t]{0,80}["'\w.-]{1,80}[ \t]{0,40}=/.test(line));
}

const MODELFILE =
  /^\s{0,200}(?:#[^\n]{0,200}\n\s{0,200}){0,20}FROM[ \t]{1,8}[^\s]{2,200}[ \t]{0,8}\r?\n(?:[^\n]{0,400}\n){0,40}?[ \t]{0,80}(?:PARAMETER|SYSTEM|TEMPLATE|ADAPTER|MESSAGE)\b/;

function readModelfile(reading: Reading, node: ScalarNode, spot: Spot): void {
  for (const { 0: whole, 1: name = '', index } of node.value.matchAll(/^[ \t]{0,80}(?:FROM|ADAPTER)[ \t]{1,8}([^\s]{2,200})/gm)) {
    const range = { start: index + whole.length - name.length, end: index + whole.length };
    if (!isModelLike(name) || !touches(reading, node, range)) continue;
    sightModel(reading, node, { ...spot, context: 'entry' }, { range, call: 'ollama create', partial: name.includes('*') });
  }
}
