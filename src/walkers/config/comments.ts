// Comments of configurations, manifests of clusters and scripts of shells: settings that were taken out, and hints which to write.
// Parsers drop them, so they are found by the line that holds a hit.
import { type Document, isHit } from '../../formats/document.ts';
import { scalar } from '../../formats/nodes.ts';
import type { Sighting } from '../../model.ts';
import { proseUsage, readProse } from './prose.ts';
import { roleOf } from './roles.ts';
import { type Reading, rootSpot, sightCredential, startReading } from './sight.ts';
import { STAGE, withoutSuffix } from './suffix.ts';

/** What begins a comment, by the name of the file. */
const MARKS: readonly { readonly files: RegExp; readonly mark: RegExp }[] = [
  {
    files:
      /(?:\.(?:ya?ml|toml|env|envrc|properties|conf|cfg|service|sh|bash|zsh|fish|ksh|bats|slurm|sbatch|mk|mak|just)|(?:^|\/)(?:\.env[\w.-]{0,60}|env(?:[._-](?:example|sample|template|dist|local))?|\.envrc|[\w.-]{0,60}[Dd]ockerfile[\w.-]{0,60}|Containerfile|[Mm]akefile|\.?[Jj]ustfile|Modelfile|Procfile))$/i,
    mark: /(?:^|[ \t])#/g,
  },
  { files: new RegExp(String.raw`(?:^|\/)${STAGE}$`, 'i'), mark: /(?:^|[ \t])#/g },
  { files: /\.(?:ini|editorconfig)$/i, mark: /(?:^|[ \t])[#;]/g },
  { files: /\.(?:tf|tfvars|hcl|nomad)$/i, mark: /(?:^|[ \t])(?:#|\/\/)/g },
  { files: /\.(?:jsonc|json5|bicep)$/i, mark: /(?:^|[ \t])\/\//g },
  { files: /\.el$/i, mark: /(?:^|[ \t]);/g },
];

/** Further lines with hits are a table. */
const MOST = 500;

/** What the comments of a document name; nothing where its kind of file has no comments, or the walker reads them. */
export function readComments(document: Document): readonly Sighting[] {
  const path = withoutSuffix(document.path);
  const kind = MARKS.find(({ files }) => files.test(path));
  if (!kind || !document.hits) return [];
  const reading = startReading(document);
  for (const { start, end } of linesWith(document)) {
    const line = document.text.slice(start, end);
    const from = commentIn(line, kind.mark);
    if (from >= 0 && isHit(document, start + from, end)) readComment(reading, line.slice(from), start + from);
  }
  return reading.out;
}

const LONGEST = 2000;

/** The lines that hold hits, each once. */
function* linesWith({ text, hits }: Document): Generator<{ readonly start: number; readonly end: number }> {
  let done = 0;
  let count = 0;
  for (const hit of hits ?? []) {
    if (hit < done) continue;
    const start = text.lastIndexOf('\n', hit) + 1;
    const end = text.indexOf('\n', hit);
    done = end < 0 ? text.length : end;
    if (++count > MOST) return;
    if (done - start <= LONGEST) yield { start, end: done };
  }
}

/** Where a comment starts in a line, behind its mark; -1 if there is none. A mark within quotes is part of a text. */
function commentIn(line: string, mark: RegExp): number {
  for (const { 0: found, index } of line.matchAll(mark)) {
    const before = line.slice(0, index);
    if (isEven(before, '"') && isEven(before, "'")) return index + found.length;
  }
  return -1;
}

function isEven(text: string, mark: string): boolean {
  return text.split(mark).length % 2 === 1;
}

const CONSTANT = /(?<![\w-])[A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){1,6}(?![\w-])/g;

function readComment(reading: Reading, text: string, start: number): void {
  const { document } = reading;
  const spot = rootSpot(document, 'comment');
  const usage = proseUsage(document.usage);
  readProse(reading, scalar(text, start, start + text.length), spot);
  for (const { 0: name, index } of text.matchAll(CONSTANT)) {
    const node = scalar(name, start + index, start + index + name.length);
    if (roleOf(name) === 'credential' && isHit(document, node.start, node.end)) sightCredential(reading, node, { ...spot, usage });
  }
}
