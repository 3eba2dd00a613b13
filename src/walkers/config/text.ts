// Prose: only what is marked as code or is an address counts; a word in a sentence is none.
import { isHit } from '../../formats/document.ts';
import { parseFrontMatter } from '../../formats/frontmatter.ts';
import { mapOf, type Node, type ScalarNode, scalar } from '../../formats/nodes.ts';
import { splitCommands } from '../../formats/shell.ts';
import type { Usage } from '../../model.ts';
import type { Walker } from '../walker.ts';
import { readCommandLine } from './command.ts';
import { isModelPath, isPlainlyModelLike, isWeights, urlsIn } from './looks.ts';
import { isConstant, roleOf } from './roles.ts';
import { type Reading, rootSpot, type Spot, sightCredential, sightEndpoint, sightModel, startReading } from './sight.ts';
import { isCommandLine, isTypedLine } from './tools.ts';
import { readTree } from './tree.ts';

export const text: Walker = {
  name: 'text',
  reads:
    'Markdown (also R’s and Quarto’s), reStructuredText, prompts and plain text: code, addresses and variable names that touch a hit; the model at the head of an agent or a prompt',
  files:
    /(?:^|\/)(?!(?:[\w.-]{0,60}requirements|constraints)[\w.-]{0,40}\.txt$|CMakeLists\.txt$|requirements\/)[^/]{1,200}\.(?:mdx?|markdown|[rq]md|rnw|rst|adoc|asciidoc|txt|org|mdc|prompty?)$/i,
  gate: 'hits',
  *read(document) {
    const reading = startReading(document);
    readHead(reading);
    readText(reading, 0);
    yield* reading.out;
  },
};

/** Agents, commands and prompts say at their head which model they ask. */
function readHead(reading: Reading): void {
  const { text, hits } = reading.document;
  if (!/^\uFEFF?(?:---|\+\+\+)[ \t]*\r?\n/.test(text)) return;
  const { tree, body } = parseFrontMatter(text);
  if (hits?.some((hit) => hit < body)) readTree(reading, tree.roots.map(modelsOf));
}

/** A page's head tells its title and its subjects, too. */
function modelsOf(head: Node): Node {
  const entries = head.kind === 'map' ? head.entries.filter(({ key }) => roleOf(key.value) === 'model') : [];
  return mapOf(entries, head.start, head.end);
}

/** Reads the lines that hold hits, from an offset on. */
export function readText(reading: Reading, from: number): void {
  const { document } = reading;
  const spot: Spot = { ...rootSpot(document, 'text'), usage: proseUsage(document.usage) };
  const fences = fencesOf(document.text);
  let fence = 0;
  let done = from;
  for (const hit of document.hits ?? []) {
    if (hit < done) continue;
    const start = Math.max(from, document.text.lastIndexOf('\n', hit) + 1);
    while (fence < fences.length && (fences[fence]?.end ?? 0) <= start) fence++;
    const fenced = (fences[fence]?.start ?? document.text.length) <= start;
    const typed = fenced && fences[fence]?.typed === true;
    const line = fenced ? continued(document.text, start, done) : { start, end: lineEnd(document.text, hit) };
    readLine(reading, line.start, line.end, { spot, fenced, typed });
    done = line.end;
  }
}

/** What an agent is told of a model points it nowhere; what it is told to run may. */
function proseUsage(usage: Usage): Usage {
  return usage === 'runtime' || usage === 'developer-tool' ? 'docs' : usage;
}

function commandUsage(usage: Usage): Usage {
  return usage === 'runtime' ? 'docs' : usage;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

const MOST_CONTINUED = 60;

/** The line at an offset with those that a backslash joins to it, not before what was read. */
function continued(text: string, at: number, floor: number): Part {
  let start = at;
  let end = lineEnd(text, at);
  for (
    let lines = 0;
    lines < MOST_CONTINUED && start > floor + 1 && JOINED.test(text.slice(Math.max(floor, start - 4), start - 1));
    lines++
  )
    start = Math.max(floor, text.lastIndexOf('\n', start - 2) + 1);
  for (let lines = 0; lines < MOST_CONTINUED && end < text.length && JOINED.test(text.slice(end - 3, end)); lines++)
    end = lineEnd(text, end + 1);
  return { start, end };
}

const JOINED = /[ \t]\\\r?$/;

interface Part {
  readonly start: number;
  readonly end: number;
}

interface Fence extends Part {
  /** What is written in it is typed into a shell. */
  readonly typed: boolean;
}

/** Blocks of code, with their marks. */
function fencesOf(text: string): readonly Fence[] {
  const fences: Fence[] = [];
  let open: { readonly start: number; readonly mark: string; readonly typed: boolean } | null = null;
  for (const { 1: mark = '', 2: name = '', index } of text.matchAll(/^[ \t>]{0,40}(`{3,20}|~{3,20})[ \t]{0,4}([\w+-]{0,20})/gm)) {
    if (!open) open = { start: index, mark, typed: SHELL.test(name) };
    else if (mark.startsWith(open.mark)) {
      fences.push({ start: open.start, end: index, typed: open.typed });
      open = null;
    }
  }
  return open ? [...fences, { start: open.start, end: text.length, typed: open.typed }] : fences;
}

const SHELL = /^(?:ba|z|da|k)?sh$|^(?:shell|console|terminal|cmd|shell-?session)$/i;

interface Line {
  readonly spot: Spot;
  readonly fenced: boolean;
  readonly typed: boolean;
}

const LONGEST = 5000;

function readLine(reading: Reading, start: number, end: number, { spot, fenced, typed }: Line): void {
  const whole = reading.document.text.slice(start, Math.min(end, start + LONGEST));
  const line = scalar(whole, start, start + whole.length);
  for (const url of urlsIn(whole)) {
    if (isHit(reading.document, start + url.start, start + url.end)) sightEndpoint(reading, line, spot, url);
  }
  readNames(reading, whole, start, spot);
  if (reading.document.path.endsWith('.txt')) readAlone(reading, whole, start, spot);
  if (!fenced && !isTypedLine(whole)) readSpans(reading, whole, start, spot);
  else if (isCommandLine(whole)) readCommandLine(reading, line, { ...spot, usage: commandUsage(reading.document.usage) });
  else {
    readStrings(reading, whole, start, spot);
    if (typed) readWords(reading, line, spot);
  }
}

/** `tool download owner/Name-8B`, whatever the tool is: an owner, and a name with a number and a size or a capital letter. */
function readWords(reading: Reading, line: ScalarNode, spot: Spot): void {
  for (const { words } of splitCommands(line)) {
    if (HANDLES_FILES.test(words[0]?.value ?? '')) continue;
    for (const { value, start } of words.slice(1)) if (REPOSITORY.test(value)) readCode(reading, value, start, spot);
  }
}

const HANDLES_FILES = /^(?:cd|ls|cat|cp|mv|rm|ln|mkdir|touch|tar|unzip|less|head|tail|vi|vim|nano|code|chmod|source|git|tree|find|grep)$/;
const REPOSITORY =
  /^[A-Za-z][\w-]{1,60}\/(?=[\w.-]{0,100}\d)(?=[\w.-]{0,100}[-.])(?=[\w.-]{0,100}(?:[A-Z]|\d[bm](?:-|$)))[A-Za-z][\w.-]{2,100}$/;

const CONSTANT = /(?<![\w-])[A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){1,6}(?![\w-])/g;

/** Names of credentials, wherever they stand. */
function readNames(reading: Reading, whole: string, start: number, spot: Spot): void {
  for (const { 0: name, index } of whole.matchAll(CONSTANT)) {
    const node = scalar(name, start + index, start + index + name.length);
    if (roleOf(name) === 'credential' && isHit(reading.document, node.start, node.end)) sightCredential(reading, node, spot);
  }
}

/** `default_model.txt`: a line that is nothing but a name. */
function readAlone(reading: Reading, whole: string, start: number, spot: Spot): void {
  const name = whole.trim();
  if (/\d|\//.test(name)) readCode(reading, name, start + whole.indexOf(name), spot);
}

/** `code` within a sentence. */
function readSpans(reading: Reading, whole: string, start: number, spot: Spot): void {
  for (const { 1: code = '', index } of whole.matchAll(/`{1,2}([^`\n]{2,300})`/g)) {
    const from = index + whole.slice(index).indexOf(code);
    readCode(reading, code, start + from, spot);
  }
}

/** Quoted words, and in a block the words behind `:` and `=`. */
function readStrings(reading: Reading, whole: string, start: number, spot: Spot): void {
  for (const { 0: found, 2: quoted, 3: bare, index } of whole.matchAll(
    /(["'])([^"'\n]{2,300})\1|(?<=[:=]\s{0,4})([^\s"',;(){}[\]]{2,200})/g,
  )) {
    const code = quoted ?? bare ?? '';
    readCode(reading, code, start + index + found.indexOf(code), spot);
  }
}

function readCode(reading: Reading, code: string, start: number, spot: Spot): void {
  if (!isHit(reading.document, start, start + code.length)) return;
  const node = scalar(code, start, start + code.length);
  if (isCommandLine(code)) readCommandLine(reading, node, spot);
  else if (isWeights(code) || isModelPath(code)) sightModel(reading, node, spot);
  else if (isPlainlyModelLike(code) && !isConstant(code)) sightModel(reading, node, spot);
}
