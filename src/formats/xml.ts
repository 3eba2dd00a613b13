// XML with the place of every attribute and text. A scanner of our own: it reads what stands before a defect, and no library
// says where an attribute's value stands. Entities of a document type are never expanded.
import { MAX_DEPTH, type Problem, type ScalarNode, scalar } from './nodes.ts';

export interface Element {
  /** Without its namespace's prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, ScalarNode>;
  readonly children: readonly Element[];
  /** Its first text that is not blank. */
  readonly text: ScalarNode | null;
  readonly start: number;
}

interface Open extends Element {
  readonly children: Element[];
  text: ScalarNode | null;
}

export interface Xml {
  readonly root: Element | null;
  readonly problem: Problem | null;
}

interface Reading {
  readonly source: string;
  readonly stack: Open[];
  problem: Problem | null;
}

function fail(reading: Reading, detail: string, offset: number): void {
  reading.problem ??= { detail, offset };
}

export function parseXml(source: string): Xml {
  const top: Open = { name: '', attributes: new Map(), children: [], text: null, start: 0 };
  const reading: Reading = { source, stack: [top], problem: null };
  for (let at = source.indexOf('<'); at >= 0 && at < source.length; ) {
    const next = readMarkup(reading, at);
    if (next < 0) {
      fail(reading, 'the text ends before the element does', at);
      break;
    }
    const tag = source.indexOf('<', next);
    readText(source, { start: next, end: tag < 0 ? source.length : tag }, reading.stack);
    at = tag;
  }
  if (reading.stack.length > 1) fail(reading, 'an element is not closed', reading.stack.at(-1)?.start ?? 0);
  return { root: top.children[0] ?? null, problem: reading.problem };
}

/** Reads what starts with `<` and says where it ends, or -1. */
function readMarkup(reading: Reading, at: number): number {
  const { source, stack } = reading;
  if (source.startsWith('<!--', at)) return after(source, '-->', at + 4);
  if (source.startsWith('<![CDATA[', at)) {
    const end = source.indexOf(']]>', at + 9);
    readText(source, { start: at + 9, end: end < 0 ? source.length : end }, stack);
    return end < 0 ? -1 : end + 3;
  }
  if (source.startsWith('<?', at) || source.startsWith('<!', at)) return after(source, '>', at);
  if (source.startsWith('</', at)) return close(reading, at);
  return open(reading, at);
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

const NAME = /[A-Za-z_][\w.:-]{0,200}/y;

function nameAt(source: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(source)?.[0] ?? '';
}

/** Closes the nearest element of that name; a stray end is passed over. */
function close(reading: Reading, at: number): number {
  const { source, stack } = reading;
  const name = local(nameAt(source, at + 2));
  const depth = stack.findLastIndex((element) => element.name === name);
  if (depth <= 0) fail(reading, 'an end without its start', at);
  else if (depth < stack.length - 1) fail(reading, 'an element is not closed', stack.at(-1)?.start ?? at);
  if (depth > 0) stack.length = depth;
  return after(source, '>', at);
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const LONGEST_REST = 1000;
const ATTRIBUTE = /\s{0,1000}([A-Za-z_][\w.:-]{0,200})\s{0,100}=\s{0,100}(["'])/y;

function open(reading: Reading, start: number): number {
  const { source, stack } = reading;
  const name = nameAt(source, start + 1);
  if (name === '') return start + 1;
  const attributes = new Map<string, ScalarNode>();
  let at = start + 1 + name.length;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(source);
    if (!found) break;
    const from = at + found[0].length;
    const end = source.indexOf(found[2] ?? '"', from);
    if (end < 0) return -1;
    attributes.set(local(found[1] ?? ''), scalar(decoded(source.slice(from, end)), from, end));
    at = end + 1;
  }
  const end = source.indexOf('>', at);
  if (end < 0) return -1;
  if (/[^\s/]/.test(source.slice(at, Math.min(end, at + LONGEST_REST)))) fail(reading, 'not an attribute', at);
  const element: Open = { name: local(name), attributes, children: [], text: null, start };
  if (stack.length <= MAX_DEPTH) {
    stack.at(-1)?.children.push(element);
    if (source[end - 1] !== '/') stack.push(element);
  }
  return end + 1;
}

function readText(source: string, { start, end }: { readonly start: number; readonly end: number }, stack: readonly Open[]): void {
  const element = stack.at(-1);
  if (!element || element.text || stack.length < 2) return;
  const raw = source.slice(start, end);
  const value = raw.trim();
  if (value === '') return;
  const from = start + raw.length - raw.trimStart().length;
  element.text = scalar(decoded(value), from, from + value.length);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.includes('&') ? text.replace(/&([a-z]{2,4});/g, (whole, name: string) => ENTITIES[name] ?? whole) : text;
}

export function childrenOf(element: Element | null | undefined, name: string): readonly Element[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

export function child(element: Element | null | undefined, ...path: readonly string[]): Element | null {
  return path.reduce<Element | null>((inner, name) => inner?.children.find((one) => one.name === name) ?? null, element ?? null);
}

/** Every element of one of the names, at any depth, in the order of the text. */
export function* descendants(element: Element | null, names: ReadonlySet<string>): Generator<Element> {
  const waiting = element ? [element] : [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (names.has(next.name)) yield next;
    for (let at = next.children.length - 1; at >= 0; at--) {
      const inner = next.children[at];
      if (inner) waiting.push(inner);
    }
  }
}
