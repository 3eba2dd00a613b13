// Texts that a script or a cell writes to a file or hands to a program: what they are, their file's name tells, or else what they hold.
import { parseDotenv } from '../../formats/dotenv.ts';
import { relocate, type ScalarNode } from '../../formats/nodes.ts';
import { type Command, splitCommands } from '../../formats/shell.ts';
import { readFed, readFile, writtenTo } from '../source/fed.ts';
import { readCommand } from './command.ts';
import { embeddedTree } from './embedded.ts';
import { touches } from './listed.ts';
import { isWeights } from './looks.ts';
import { readModelfile } from './modelfile.ts';
import { isProgramText, readProgram } from './program.ts';
import { type Reading, type Spot, sightModel } from './sight.ts';
import { readTree } from './tree.ts';
import { readUrls } from './value.ts';

export function readHeredocs(reading: Reading, command: Command, spot: Spot): void {
  for (const text of command.heredocs) {
    if (!readFed(reading, command, text)) readText(reading, text, { name: writtenTo(command.words.map(({ value }) => value)) ?? '', spot });
  }
}

interface Written {
  /** Of the file, with what a script calls it where a variable holds it; empty for none. */
  readonly name: string;
  readonly spot: Spot;
}

/** A text that becomes a file of this name. */
export function readWritten(reading: Reading, text: ScalarNode, written: Written): void {
  if (!PROSE.test(written.name) && !readFile(reading, written.name, text)) readText(reading, text, written);
}

/** Texts and data, of which a line may look like anything. */
const PROSE = /\.(?:txt|mdx?|rst|csv|tsv|jsonl|ndjson|html?|svg|css)$/i;

function readText(reading: Reading, text: ScalarNode, { name, spot }: Written): void {
  const tree = embeddedTree(text, name);
  const assignments = parseDotenv(text.value).roots[0];
  if (/\.(?:sh|bash)$/.test(name)) readScript(reading, text, spot);
  else if (tree) readTree(reading, [tree], spot);
  else if (isProgramText(text.value)) readProgram(reading, text, spot);
  else if (/^FROM\s/im.test(text.value)) readModelfile(reading, text, spot);
  else if (assignments) readTree(reading, [relocate(assignments, text)], spot);
  else readRows(reading, text, spot);
  readUrls(reading, text, spot);
}

const CELL = /[^\s|,;"']{6,200}/g;
const MOST_ROWS = 400;

/** `acme-0.6b-q8_0.gguf|fast|--flag`: rows that a script goes through. Files of weights are told from all else, each once. */
function readRows(reading: Reading, text: ScalarNode, spot: Spot): void {
  const told = new Set<string>();
  for (const { 0: cell, index } of text.value.matchAll(CELL)) {
    if (!/\.(?:gguf|safetensors)$/i.test(cell) || !isWeights(cell) || told.has(cell) || told.size > MOST_ROWS) continue;
    const range = { start: index, end: index + cell.length };
    if (!touches(reading, text, range)) continue;
    told.add(cell);
    sightModel(reading, text, { ...spot, context: 'value' }, { range });
  }
}

function readScript(reading: Reading, text: ScalarNode, spot: Spot): void {
  for (const command of splitCommands(text)) readCommand(reading, command, spot);
}
