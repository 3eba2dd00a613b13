// YAML: the fast event parser first; where it throws, the text again with its template directives masked, then the tolerant
// parser. All that can be read is read, and the first problem keeps its place.
import {
  EVENT_ALIAS,
  EVENT_DOCUMENT,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  type Event,
  getScalarValue,
  parseEvents,
  type ScalarEvent,
} from 'js-yaml';
import { type Entry, MAX_DEPTH, mapOf, type Node, type Problem, type ScalarNode, scalar, type Tree, typeOf, variable } from './nodes.ts';
import { jumpsOf } from './yaml-jumps.ts';
import { maskTemplates, unmask } from './yaml-template.ts';
import { parseTolerantly } from './yaml-tolerant.ts';

export function parseYaml(text: string): Tree {
  // `value: {{ .Values.name }}` is a map within a map to YAML, which nobody ever meant.
  const isTemplate = UNQUOTED.test(text);
  const plain = isTemplate ? null : tryEvents(text, text);
  if (plain && 'roots' in plain) return plain;
  const masked = maskTemplates(text);
  const tree = masked === text ? null : tryEvents(text, masked);
  if (tree && 'roots' in tree) return tree;
  return rest(text, masked, (isTemplate ? tree : plain) ?? plain ?? tryEvents(text, text));
}

/** A bracket that closes a list at the indentation of its key: other readers take it, so it is drawn up to the line before. */
function drawnUp(masked: string): string {
  return masked.replace(/(?<![#][^\n]{0,200})\r?\n[ \t]{0,200}(?=[\]}])/g, (found) => ' '.repeat(found.length));
}

const MOST_QUOTES = 30;

/** The same for a quoted scalar that goes on at the indentation of its key: one after the other, where the parser gives up. */
function withQuotesDrawnUp(text: string, masked: string): Tree | null {
  let drawn = masked;
  for (let count = 0; count < MOST_QUOTES; count++) {
    const tree = tryEvents(text, drawn);
    if ('roots' in tree) return tree;
    const next = tree.detail.startsWith('deficient') ? quoteDrawnUp(drawn, tree.offset) : drawn;
    if (next === drawn) return null;
    drawn = next;
  }
  return null;
}

const OPENING = /(?:^|[:,[{-][ \t]{1,20})(["'])/gm;
const LONGEST_QUOTE = 20_000;

/** The text with the quoted scalar around a place on one line. */
function quoteDrawnUp(masked: string, at: number): string {
  const before = masked.slice(Math.max(0, at - LONGEST_QUOTE), at);
  const opening = [...before.matchAll(OPENING)].at(-1);
  if (!opening) return masked;
  const start = at - before.length + opening.index + opening[0].length;
  const closing = opening[1] === '"' ? /(?:[^"\\]|\\[\s\S])*/y : /(?:[^']|'')*/y;
  closing.lastIndex = start;
  const inside = closing.exec(masked)?.[0] ?? '';
  const drawn = inside.replace(/\r?\n[ \t]{0,200}/g, (found) => ' '.repeat(found.length));
  return masked.slice(0, start) + drawn + masked.slice(start + inside.length);
}

const UNQUOTED = /[:-][ \t]{1,20}\{\{[-\s]{0,4}[.$A-Za-z(]/;

function rest(text: string, masked: string, plain: Tree | Problem): Tree {
  if ('roots' in plain) return plain;
  if (plain.detail.startsWith('deficient')) {
    const tree = withQuotesDrawnUp(text, drawnUp(masked));
    if (tree) return tree;
  }
  if (plain.detail.startsWith('nesting')) return beforeProblem(text, plain);
  return parseTolerantly(text, masked, plain);
}

/** The whole lines before the place where the parser gave up. */
function beforeProblem(text: string, problem: Problem): Tree {
  const head = text.slice(0, text.lastIndexOf('\n', problem.offset) + 1);
  const tree = tryEvents(head, head);
  return { roots: 'roots' in tree ? tree.roots : [], problems: [problem] };
}

function tryEvents(text: string, masked: string): Tree | Problem {
  try {
    return { roots: treeOf(text, masked, parseEvents(masked, { maxDepth: MAX_DEPTH })), problems: [] };
  } catch (error) {
    const { reason, mark } = error as { reason?: string; mark?: { position?: number } };
    return { detail: reason ?? 'unreadable', offset: Math.min(mark?.position ?? 0, text.length) };
  }
}

/** A container that is still open. */
interface Open {
  readonly kind: 'map' | 'list' | 'document';
  readonly start: number;
  readonly anchor: string;
  /** The name of the function that it is given to. */
  readonly called: ScalarNode | null;
  readonly entries: Entry[];
  readonly items: Node[];
  key: ScalarNode | null;
}

interface Builder {
  readonly text: string;
  readonly masked: string;
  readonly stack: Open[];
  readonly anchors: Map<string, Node>;
  readonly roots: Node[];
  /** The end of what was read last: where a container ends. */
  end: number;
}

function treeOf(text: string, masked: string, events: readonly Event[]): readonly Node[] {
  const builder: Builder = { text, masked, stack: [], anchors: new Map(), roots: [], end: 0 };
  for (const event of events) readEvent(builder, event);
  return builder.roots;
}

function readEvent(builder: Builder, event: Event): void {
  switch (event.type) {
    case EVENT_DOCUMENT:
      builder.anchors.clear();
      builder.stack.push(open('document', 0));
      return;
    case EVENT_MAPPING:
    case EVENT_SEQUENCE:
      builder.stack.push({
        ...open(event.type === EVENT_MAPPING ? 'map' : 'list', event.start),
        anchor: anchorOf(builder, event),
        called: functionOf(builder, event),
      });
      return;
    case EVENT_SCALAR: {
      const node = scalarOf(builder, event);
      name(builder, anchorOf(builder, event), node);
      place(builder, node);
      return;
    }
    case EVENT_ALIAS:
      place(builder, aliasOf(builder, event.anchorStart, event.anchorEnd));
      return;
    case EVENT_POP:
      close(builder);
  }
}

function open(kind: Open['kind'], start: number): Open {
  return { kind, start, anchor: '', called: null, entries: [], items: [], key: null };
}

/** CloudFormation's short form: `!Join [...]` is `{ Fn::Join: [...] }`. */
function functionOf({ masked }: Builder, { tagStart, tagEnd }: { readonly tagStart: number; readonly tagEnd: number }): ScalarNode | null {
  const name = tagStart < 0 ? null : /^!(FindInMap|If|Join|Select|Sub)$/.exec(masked.slice(tagStart, tagEnd))?.[1];
  return name ? scalar(`Fn::${name}`, tagStart, tagEnd) : null;
}

function anchorOf({ masked }: Builder, { anchorStart, anchorEnd }: { readonly anchorStart: number; readonly anchorEnd: number }): string {
  return anchorStart < 0 ? '' : masked.slice(anchorStart, anchorEnd);
}

function name(builder: Builder, anchor: string, node: Node): void {
  if (anchor) builder.anchors.set(anchor, node);
}

function close(builder: Builder): void {
  const done = builder.stack.pop();
  if (!done || done.kind === 'document') return;
  const { kind, start, called, entries, items } = done;
  const end = Math.max(start, builder.end);
  const own: Node = kind === 'map' ? { kind, entries, start, end } : { kind, items, start, end };
  const node = called ? mapOf([{ key: called, value: own }], called.start, end) : own;
  name(builder, done.anchor, node);
  place(builder, node);
}

function place(builder: Builder, node: Node): void {
  builder.end = Math.max(builder.end, node.end);
  const outer = builder.stack.at(-1);
  if (!outer || outer.kind === 'document') builder.roots.push(node);
  else if (outer.kind === 'list') outer.items.push(node);
  else if (!outer.key) outer.key = keyOf(node);
  else {
    outer.entries.push({ key: outer.key, value: node });
    outer.key = null;
  }
}

/** A container as a key has no name. */
function keyOf(node: Node): ScalarNode {
  return node.kind === 'scalar' ? node : scalar('', node.start, node.end);
}

function aliasOf({ masked, anchors }: Builder, start: number, end: number): Node {
  const target = anchors.get(masked.slice(start, end));
  if (!target) return scalar('', start, end, 'null');
  // Not the target's own jumps: the value stands elsewhere.
  if (target.kind === 'scalar') return { ...target, start, end, jumps: [0, start] };
  return { kind: 'alias', target: target.kind === 'alias' ? target.target : target, start, end };
}

function scalarOf({ text, masked, end }: Builder, event: ScalarEvent): ScalarNode {
  const { valueStart: start, valueEnd } = event;
  if (start < 0) return scalar('', end, end, 'null');
  // CloudFormation's reference to a parameter.
  if (event.tagStart >= 0 && masked.slice(event.tagStart, event.tagEnd) === '!Ref' && event.fast)
    return variable(scalar(text.slice(start, valueEnd), start, valueEnd));
  if (event.fast) {
    const value = text.slice(start, valueEnd);
    return scalar(value, start, valueEnd, event.style === 1 ? typeOf(value) : 'string');
  }
  const value = getScalarValue(masked, event);
  const type = event.style === 1 && event.tagStart < 0 ? typeOf(value) : 'string';
  const node = { ...scalar(value, start, valueEnd, type), jumps: jumpsOf(masked, event, value) };
  return masked === text ? node : unmask(text, node);
}
