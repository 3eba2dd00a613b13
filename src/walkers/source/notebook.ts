// Jupyter notebooks: the code of their cells, in the coordinates of the raw JSON. Outputs are what a run left behind.
import { javascript } from '../../formats/code/languages/javascript.ts';
import { python } from '../../formats/code/languages/python.ts';
import { r } from '../../formats/code/languages/scripting.ts';
import { parseJson } from '../../formats/json.ts';
import { at, get, itemsOf, type Node, type ScalarNode, scalar, slice, stringOf } from '../../formats/nodes.ts';
import { readCommandLine } from '../config/command.ts';
import { readWritten } from '../config/heredocs.ts';
import { type Reading, rootSpot, startReading } from '../config/sight.ts';
import { notice } from '../evidence.ts';
import type { Walker } from '../walker.ts';
import { readFences } from './fences.ts';
import { readSource } from './source.ts';

interface Cell {
  readonly number: number;
  readonly source: ScalarNode;
}

export const notebook: Walker = {
  name: 'notebook',
  reads: 'Jupyter notebooks: code cells and their command lines, blocks of code in their text',
  files: /\.ipynb$/i,
  gate: 'hits',
  *read(document) {
    const reading = startReading(document);
    const { roots, problems } = parseJson(document.text);
    const [root] = roots;
    if (root) readCells(reading, root);
    yield* reading.out;
    if (problems[0]) yield notice(document, 'unparsable', problems[0].detail, problems[0].offset);
  },
};

function readCells(reading: Reading, root: Node): void {
  const language = languageOf(root);
  const lines: Cell[] = [];
  itemsOf(get(root, 'cells')).forEach((cell, number) => {
    const type = stringOf(get(cell, 'cell_type'))?.value;
    const source = joined(textsOf(get(cell, 'source')));
    if (source && type === 'markdown') readFences(reading, source, ['cells', `[${number}]`]);
    if (source && type === 'code') lines.push(...codeOf(reading, { number, source }));
  });
  const whole = joined(lines.map(({ source }) => source));
  if (!whole) return;
  const starts = lines.map(({ source }) => source.start);
  const routeAt = (offset: number) => ['cells', `[${lines[lastBefore(starts, offset)]?.number ?? 0}]`];
  readSource(reading, { source: whole, ...language, routeAt });
}

function languageOf(root: Node) {
  const name = stringOf(at(root, 'metadata', 'language_info', 'name')) ?? stringOf(at(root, 'metadata', 'kernelspec', 'language'));
  if (/^r$/i.test(name?.value ?? '')) return { language: r, ecosystem: 'cran' };
  return /^(?:java|type)script$/i.test(name?.value ?? '')
    ? { language: javascript, ecosystem: 'npm' }
    : { language: python, ecosystem: 'pypi' };
}

function textsOf(node: Node | null): readonly ScalarNode[] {
  if (node?.kind === 'scalar') return node.type === 'string' ? [node] : [];
  return itemsOf(node).flatMap((item) => (item.kind === 'scalar' && item.type === 'string' ? [item] : []));
}

/** Texts one after the other as one, with the places of all. */
function joined(texts: readonly ScalarNode[]): ScalarNode | null {
  const [first] = texts;
  const last = texts.at(-1);
  if (!first || !last) return null;
  const jumps: number[] = [];
  let length = 0;
  for (const { value, start, jumps: own } of texts) {
    const inner = own ?? [0, start];
    for (let index = 0; index < inner.length; index += 2) jumps.push(length + (inner[index] ?? 0), inner[index + 1] ?? start);
    length += value.length;
  }
  return { ...scalar(texts.map(({ value }) => value).join(''), first.start, last.end), jumps };
}

const SHELL = /^%%(?:bash|sh|script|cmd|!)/;
/** `%%writefile serving.properties`: the cell is a file. */
const WRITES = /^%%(?:writefile|file)[ \t]{1,8}(?:-a[ \t]{1,8}|--append[ \t]{1,8})?["']?([^\s"']{1,200})["']?[^\n]{0,200}\n/;
const COMMAND = /^\s{0,40}(?:!|%(?:pip|conda|sx|system|env|set_env)\b)[ \t]{0,8}/;

/** What is Python in a cell; commands are read at once. A cell for another program is not read. */
function codeOf(reading: Reading, { number, source }: Cell): readonly Cell[] {
  const spot = { ...rootSpot(reading.document, 'command'), route: ['cells', `[${number}]`] };
  if (SHELL.test(source.value)) {
    const behind = source.value.indexOf('\n') + 1;
    if (behind > 0) readCommandLine(reading, slice(source, behind, source.value.length), spot);
    return [];
  }
  const written = WRITES.exec(source.value);
  if (written)
    readWritten(reading, slice(source, written[0].length, source.value.length), {
      name: written[1] ?? '',
      spot: { ...spot, context: 'value' },
    });
  if (/^%%(?!time|capture|prun|memit)\w/.test(source.value)) return [];
  const code: Cell[] = [];
  for (const line of linesOf(source)) {
    const command = COMMAND.exec(line.value);
    if (!command) {
      if (!/^\s{0,40}%/.test(line.value)) code.push({ number, source: line });
    } else
      readCommandLine(
        reading,
        slice(line, /%(?:pip|conda)/.test(command[0]) ? command[0].indexOf('%') + 1 : command[0].length, line.value.length),
        spot,
      );
  }
  return code;
}

/** Lines with their ends; one that a backslash joins to the next is one with it. The last ends, too, so that cells stay apart. */
function linesOf(source: ScalarNode): readonly ScalarNode[] {
  const lines: ScalarNode[] = [];
  const { value } = source;
  for (let start = 0; start < value.length; ) {
    let end = value.indexOf('\n', start);
    while (end > 0 && value[end - 1] === '\\') end = value.indexOf('\n', end + 1);
    const line = slice(source, start, end < 0 ? value.length : end + 1);
    lines.push(end < 0 ? ended(line) : line);
    start = end < 0 ? value.length : end + 1;
  }
  return lines;
}

function ended(line: ScalarNode): ScalarNode {
  return { ...line, value: `${line.value}\n`, jumps: line.jumps ?? [0, line.start] };
}

function lastBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
