// Dockerfiles: variables that are set, and command lines that download, serve or install.
import { type Instruction, parseDockerfile } from '../../formats/dockerfile.ts';
import { parseJson } from '../../formats/json.ts';
import { type Entry, itemsOf, mapOf, relocate, type ScalarNode, slice } from '../../formats/nodes.ts';
import { assignmentOf, commandOf, splitCommands } from '../../formats/shell.ts';
import type { Walker } from '../walker.ts';
import { readCommand, readCommandLine } from './command.ts';
import { sightImage } from './image.ts';
import { isCached, isModelPath, isUrl, isWeights } from './looks.ts';
import { isHitNode, type Reading, rootSpot, type Spot, sightEdge, sightModel, startReading } from './sight.ts';
import { readTree } from './tree.ts';
import { readUrls } from './value.ts';

export const dockerfile: Walker = {
  name: 'dockerfile',
  reads: 'Dockerfiles: ENV, ARG, RUN, CMD, ENTRYPOINT, FROM, COPY --from, weights that are copied',
  files: /(?:^|\/)(?:Dockerfile|Containerfile)(?:[.-][\w.-]{1,60})?$|\.(?:docker|container)file$/i,
  gate: 'always',
  *read(document) {
    const reading = startReading(document);
    const instructions = parseDockerfile(document.text);
    for (const instruction of instructions) readInstruction(reading, instruction, rootSpot(document));
    readVariableImages(reading, instructions, rootSpot(document));
    yield* reading.out;
  },
};

function readInstruction(reading: Reading, { keyword, body, heredocs }: Instruction, outer: Spot): void {
  const spot = { ...outer, route: [keyword] };
  switch (keyword) {
    case 'ENV':
    case 'ARG':
    case 'LABEL':
      readTree(reading, [mapOf(assignments(body), body.start, body.end)], spot);
      return;
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'HEALTHCHECK':
    case 'ONBUILD':
      readRun(reading, body, spot);
      for (const text of heredocs) readCommandLine(reading, text, spot);
      return;
    case 'FROM':
      readImage(reading, body, spot);
      return;
    case 'COPY':
    case 'ADD':
      readSource(reading, body, spot);
  }
}

/** `NAME=value ...` or, as it was once written, `NAME value`. */
function assignments(body: ScalarNode): Entry[] {
  const old = /^([A-Za-z_]\w{0,100})[ \t]{1,20}(?=[^\s=])/.exec(body.value);
  if (old?.[1]) {
    const text = slice(body, old[0].length, body.value.trimEnd().length);
    return [{ key: slice(body, 0, old[1].length), value: text }];
  }
  return splitCommands(body).flatMap(({ assignments: first, words }) => [...first, ...words.flatMap((word) => assignmentOf(word) ?? [])]);
}

const OPTIONS = /^(?:--[\w-]{1,40}(?:=\S{0,400})?\s{1,20}|(?:CMD|RUN|ENTRYPOINT)\s{1,20}){0,8}/;

function readRun(reading: Reading, body: ScalarNode, spot: Spot): void {
  const skipped = OPTIONS.exec(body.value)?.[0].length ?? 0;
  const line = skipped > 0 ? slice(body, skipped, body.value.length) : body;
  if (!line.value.startsWith('[')) {
    readCommandLine(reading, line, spot);
    return;
  }
  const words = itemsOf(parseJson(line.value).roots[0]).map((item) => relocate(item, line));
  readCommand(reading, commandOf(words.filter((word) => word.kind === 'scalar')), spot);
}

/** An image may hold weights: its name says whose. */
function readImage(reading: Reading, body: ScalarNode, spot: Spot): void {
  const image = /^(?:--\S{1,100}\s{1,20}){0,4}(\S{1,300})/.exec(body.value);
  const name = image?.[1];
  if (!image || name === undefined) return;
  const start = image[0].length - name.length;
  // A tag may be chosen when the image is built (`vllm/vllm-openai:${VERSION}`); the name before it is fixed.
  const fixed = name.replace(/[:@]\$.*$/, '');
  if (/[$]/.test(fixed)) return;
  const node = slice(body, start, start + fixed.length);
  if (isHitNode(reading, node)) sightImage(reading, node, spot, { call: 'FROM' });
}

/** `ARG BASE=owner/name:tag` before `FROM ${BASE}`: the default is the image. */
function readVariableImages(reading: Reading, instructions: readonly Instruction[], outer: Spot): void {
  const used = new Set(
    instructions.flatMap(({ keyword, body }) =>
      keyword === 'FROM' ? (/^(?:--\S{1,100}\s{1,20}){0,4}\$\{?(\w{1,100})/.exec(body.value)?.[1] ?? []) : [],
    ),
  );
  for (const { keyword, body } of instructions) {
    if (keyword !== 'ARG') continue;
    for (const { key, value } of assignments(body)) {
      if (!used.has(key.value) || value.kind !== 'scalar' || /[$]/.test(value.value) || !isHitNode(reading, value)) continue;
      sightImage(reading, value, { ...outer, route: [keyword, key.value] }, { call: 'FROM' });
    }
  }
}

/** `COPY --from=` takes files out of an image; a bare word there is an earlier stage of this file. */
function readSource(reading: Reading, body: ScalarNode, spot: Spot): void {
  const source = /^(?:--\S{1,300}\s{1,20}){0,6}?--from=([\w.:@/-]{1,300})/.exec(body.value);
  const name = source?.[1];
  if (!source || name === undefined) readCopied(reading, body, spot);
  else if (/[/:]/.test(name)) {
    const node = slice(body, source[0].length - name.length, source[0].length);
    if (isHitNode(reading, node)) sightImage(reading, node, spot, { call: 'FROM' });
  }
}

/** What is put into the image, and from where; the last word is what it is called there. */
function readCopied(reading: Reading, body: ScalarNode, spot: Spot): void {
  const [command] = splitCommands(body);
  const words = command?.words.filter(({ value }) => !value.startsWith('--')) ?? [];
  const target = words.at(-1)?.value.replace(/\/$/, '') ?? '';
  for (const word of words.slice(0, -1)) {
    if (!isHitNode(reading, word)) continue;
    if (isUrl(word.value)) readUrls(reading, word, spot);
    else if (isPathOfWeights(word.value)) {
      sightModel(reading, word, spot, { local: true });
      if (words.length === 2 && target.startsWith('/')) sightEdge(reading, word, spot, { from: target, relation: 'alias', to: word.value });
    }
  }
}

/** A file or directory of weights; a path that starts nowhere starts here. */
function isPathOfWeights(path: string): boolean {
  if (/[*$]/.test(path)) return false;
  return isCached(path) || isWeights(path) || isModelPath(/^[~./\\]/.test(path) ? path : `./${path}`);
}
