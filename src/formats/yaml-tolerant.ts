// YAML that the strict parser refuses: tabs, conflict markers, half-written lines.
import { createRequire } from 'node:module';
import type { ParsedNode } from 'yaml';
import { type Entry, MAX_DEPTH, type Node, type Problem, type ScalarNode, scalar, type Tree, typeOf } from './nodes.ts';
import { DOUBLE, FOLDED, jumpsOf, LITERAL, PLAIN, SINGLE } from './yaml-jumps.ts';
import { unmask } from './yaml-template.ts';

type Yaml = typeof import('yaml');

/** Loaded when the first text needs it, which in most scans is never: it takes as long to load as a small scan takes. */
const load = createRequire(import.meta.url);
const library = (): Yaml => load('yaml');

/** The tolerant parser is a hundred times slower: larger texts are read line by line. */
const LARGEST = 100_000;

export function parseTolerantly(text: string, masked: string, problem: Problem): Tree {
  return { roots: text.length > LARGEST ? linesOf(text) : tryDocuments(text, masked), problems: [problem] };
}

function tryDocuments(text: string, masked: string): readonly Node[] {
  try {
    const documents = library().parseAllDocuments(masked, {
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
      keepSourceTokens: false,
    });
    const roots = [...documents].map(({ contents }) => contents && convert(text, masked, contents as ParsedNode, 0));
    const read = roots.filter((node) => node !== null);
    return read.some(({ kind }) => kind !== 'scalar') ? read : linesOf(text);
  } catch {
    // Its recursion has no limit of its own.
    return linesOf(text);
  }
}

function convert(text: string, masked: string, node: ParsedNode | null, depth: number): Node | null {
  if (!node?.range || depth > MAX_DEPTH) return null;
  const { isAlias, isMap, isPair, isScalar, isSeq } = library();
  const [start, end] = node.range;
  const inner = (child: unknown) => convert(text, masked, child as ParsedNode | null, depth + 1);
  if (isMap(node))
    return { kind: 'map', entries: node.items.filter(isPair).flatMap((pair) => entryOf(inner(pair.key), inner(pair.value))), start, end };
  if (isSeq(node)) return { kind: 'list', items: node.items.map(inner).filter((item) => item !== null), start, end };
  if (isAlias(node)) return scalar('', start, end, 'null');
  return isScalar(node) ? unmask(text, convertScalar(masked, String(node.source ?? node.value ?? ''), start, end)) : null;
}

function entryOf(key: Node | null, value: Node | null): Entry[] {
  if (key?.kind !== 'scalar') return [];
  return [{ key, value: value ?? scalar('', key.end, key.end, 'null') }];
}

function convertScalar(text: string, value: string, start: number, end: number): ScalarNode {
  const quoted = text[start] === '"' || text[start] === "'";
  if (quoted) {
    const valueStart = start + 1;
    const valueEnd = Math.max(valueStart, text[end - 1] === text[start] ? end - 1 : end);
    const style = text[start] === '"' ? DOUBLE : SINGLE;
    return { ...scalar(value, valueStart, valueEnd), jumps: jumpsOf(text, { valueStart, valueEnd, style, indent: 0 }, value) };
  }
  if (text.startsWith(value, start)) return scalar(value, start, start + value.length, typeOf(value));
  const block = text[start] === '|' || text[start] === '>';
  const valueStart = block ? text.indexOf('\n', start) + 1 : start;
  const indent = /^(?:[ \t]{0,200}\r?\n){0,50}( {0,200})/.exec(text.slice(valueStart, valueStart + 2000))?.[1]?.length ?? 0;
  const style = block ? (text[start] === '|' ? LITERAL : FOLDED) : PLAIN;
  return { ...scalar(value, valueStart, end), jumps: jumpsOf(text, { valueStart, valueEnd: end, style, indent }, value) };
}

const LINE = /^[ \t]{0,100}(?:- {1,8})?(["']?)([\w.\-/]{1,120})\1[ \t]{0,8}:[ \t]{1,40}(["']?)([^\r\n#"']{1,1000})/gm;

/** The last resort: `key: value` on each line, without its surroundings. */
function linesOf(text: string): readonly Node[] {
  const entries: Entry[] = [];
  for (const { 0: whole, 2: key = '', 4: value = '', index } of text.matchAll(LINE)) {
    const end = index + whole.length;
    const start = end - value.length;
    const trimmed = value.trimEnd();
    const from = index + whole.indexOf(key);
    entries.push({ key: scalar(key, from, from + key.length), value: scalar(trimmed, start, start + trimmed.length, typeOf(trimmed)) });
  }
  return entries.length > 0 ? [{ kind: 'map', entries, start: 0, end: text.length }] : [];
}
