// The markup of components and pages: attributes that take a model or an address, expressions, and what is only shown.
import type { Language } from '../../formats/code/language.ts';
import { isHit } from '../../formats/document.ts';
import type { AttributePart, MarkupPart, TextPart } from '../../formats/markup.ts';
import { type ScalarNode, scalar } from '../../formats/nodes.ts';
import type { Usage } from '../../model.ts';
import { readCommandLine } from '../config/command.ts';
import { isHost, isModelLike, isPlainlyModelLike, isUrl } from '../config/looks.ts';
import { readProse } from '../config/prose.ts';
import { roleOf } from '../config/roles.ts';
import { type Reading, rootSpot, type Spot, sightEndpoint, sightModel } from '../config/sight.ts';
import { isCommandLine } from '../config/tools.ts';
import { readTree } from '../config/tree.ts';
import { embeddedJson } from '../config/value.ts';
import { notice } from '../evidence.ts';
import { readSource } from './source.ts';
import { isOtherName } from './words.ts';

/** What the code in a page is written in. */
export interface Speech {
  readonly language: Language;
  readonly ecosystem: string | null;
}

export interface Speeches {
  readonly script: Speech;
  /** By the mark that opens it. */
  readonly marked: (mark: string) => Speech;
}

/** As many choices are a catalogue. */
const FEWEST_CHOICES = 6;
/** A page with more is generated from a table. */
const MOST = 10_000;

/** Reads the parts that hold a hit. */
export function readMarkup(reading: Reading, parts: readonly MarkupPart[], speeches: Speeches): void {
  const touched = parts.filter(({ from, to }) => isHit(reading.document, from, to));
  const usage = usageIn(reading, touched);
  for (const [index, part] of touched.entries()) {
    if (index === MOST) {
      reading.out.push(notice(reading.document, 'too-many-references', `only the first ${MOST} parts were read`, part.from));
      return;
    }
    readPart(reading, part, { speeches, usage });
  }
}

/** What the choices of a page are: many of them are a catalogue. */
function usageIn({ document: { text, usage } }: Reading, parts: readonly MarkupPart[]): Usage {
  const choices = parts.filter((part) => {
    const isChosen = part.kind === 'attribute' ? isChoice(part.name) : part.kind === 'text' && isOption(part);
    return isChosen && isPlainlyModelLike(text.slice(part.from, part.to).trim());
  });
  return choices.length >= FEWEST_CHOICES && usage === 'runtime' ? 'catalogue' : usage;
}

interface Telling {
  readonly speeches: Speeches;
  readonly usage: Usage;
}

function readPart(reading: Reading, part: MarkupPart, { speeches, usage }: Telling): void {
  const { text } = reading.document;
  const node = scalar(text.slice(part.from, part.to), part.from, part.to);
  if (part.kind === 'attribute') readAttribute(reading, part, node, { speeches, usage });
  else if (part.kind === 'code') readSource(reading, { source: node, ...speeches.marked(part.mark) });
  else if (part.kind === 'script') readScript(reading, part.type, node, speeches.script);
  else if (part.kind === 'text') readShown(reading, part, node, usage);
  else readProse(reading, node, rootSpot(reading.document, 'comment'));
}

const PROGRAM = /^$|^(?:module|text\/(?:java|type)script|text\/babel|application\/(?:x-)?javascript|ts|js)$/;

function readScript(reading: Reading, type: string, node: ScalarNode, speech: Speech): void {
  if (PROGRAM.test(type)) readSource(reading, { source: node, ...speech });
  else if (/json/.test(type)) {
    const tree = embeddedJson(node);
    if (tree) readTree(reading, [tree], rootSpot(reading.document));
  }
}

/** Names of attributes whose value is code: bindings and directives of Vue, Svelte, Angular and Alpine, and handlers of events. */
const CODED = /^(?:[:@#*[(]|v-|x-|bind:|on:|use:|class:|hx-on|on[a-z]{3,20}$)/;
const QUOTED = /^\s{0,20}(["'`])([^"'`{}$]{1,200})\1\s{0,20}$/;

function readAttribute(reading: Reading, part: AttributePart, node: ScalarNode, { speeches, usage }: Telling): void {
  const key = part.name.replace(/^(?:v-bind:|v-model:|bind:|data-|:|\[)/, '').replace(/\]$/, '');
  const isCode = part.isBraced || CODED.test(part.name);
  const value = isCode ? QUOTED.exec(node.value)?.[2] : node.value;
  if (value === undefined) readSource(reading, { source: isBinding(part) ? inCall(node, part.tag, key) : node, ...speeches.script });
  else {
    const from = node.start + node.value.indexOf(value);
    if (isChoice(key) && isOtherName(fieldAt(reading.document.text, part.from))) return;
    readValue(reading, { tag: part.tag, key, node: scalar(value, from, from + value.length) }, usage);
  }
}

/** `<input name="page" value="...">`: what a form sends is what the field is called. */
function fieldAt(text: string, at: number): string {
  const lead = text.slice(Math.max(0, at - 400), at);
  return /\sname\s{0,4}=\s{0,4}["']?([\w-]{1,60})/.exec(lead.slice(lead.lastIndexOf('<') + 1))?.[1] ?? '';
}

function isBinding({ name, isBraced }: AttributePart): boolean {
  return /^(?:v-bind:|bind:|:|\[)/.test(name) || (isBraced && !CODED.test(name));
}

/** An expression as what it is: an argument of its element. What is put around it stands nowhere. */
function inCall(node: ScalarNode, tag: string, key: string): ScalarNode {
  const before = `${tag.replace(/\W/g, '_')}({${key.replace(/\W/g, '_')}:`;
  const jumps = Array.from(before, (_, index) => [index, node.start]).flat();
  const length = before.length + node.value.length;
  return { ...node, value: `${before}${node.value}})`, jumps: [...jumps, before.length, node.start, length, node.end] };
}

interface Attribute {
  readonly tag: string;
  readonly key: string;
  readonly node: ScalarNode;
}

/** What is linked or described is no use. */
function readValue(reading: Reading, { tag, key, node }: Attribute, usage: Usage): void {
  const value = node.value.trim();
  const spot = spotOf(reading, key);
  if (roleOf(key) === 'endpoint' && (isUrl(value) || isHost(value))) sightEndpoint(reading, node, spot);
  else if (isModel(key, value)) sightModel(reading, node, { ...spot, usage: isChoice(key) ? usage : spot.usage }, { call: tag });
}

function isModel(key: string, value: string): boolean {
  if (isOtherName(key) || /[\s{<]/.test(value)) return false;
  return roleOf(key) === 'model' ? isModelLike(value) : isChoice(key) && isPlainlyModelLike(value);
}

function isChoice(key: string): boolean {
  return /^(?:default-?)?value$/i.test(key);
}

function isOption({ tag }: TextPart): boolean {
  return /^(?:option|textarea)$/i.test(tag);
}

/** What a page shows is prose; a choice is its value, and code may be a command. */
function readShown(reading: Reading, part: TextPart, node: ScalarNode, usage: Usage): void {
  if (isOption(part) && isPlainlyModelLike(node.value.trim())) {
    sightModel(reading, node, { ...spotOf(reading, part.tag), usage }, { call: part.tag });
  } else if (isCommandLine(node.value.trim()) && /^(?:code|pre|kbd)$/i.test(part.tag)) {
    readCommandLine(reading, node, { ...rootSpot(reading.document, 'command'), usage: shownUsage(reading) });
  } else readProse(reading, node, rootSpot(reading.document, 'text'));
}

function shownUsage({ document: { usage } }: Reading): Usage {
  return usage === 'runtime' ? 'docs' : usage;
}

function spotOf({ document: { usage } }: Reading, key: string): Spot {
  return { route: [key], usage, context: 'argument', endpoint: null, provider: null };
}
