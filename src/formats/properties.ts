// Java properties: dotted keys become a tree, so that `spring.ai.openai.base-url` and its YAML form read alike.
import { decode } from './json.ts';
import { type Entry, MAX_DEPTH, mapOf, type ScalarNode, scalar, type Tree } from './nodes.ts';

const PAIR = /[ \t]{0,40}([^\s=:#!](?:[^\s=:\\]|\\.){0,300})[ \t]{0,40}(?:[=:][ \t]{0,40}|(?<=[ \t]))/y;

export function parseProperties(text: string): Tree {
  const root: Entry[] = [];
  const tables = new Map<string, Entry[]>([['', root]]);
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; ) {
    PAIR.lastIndex = at;
    const pair = PAIR.exec(text);
    const value = pair && readValue(text, at + pair[0].length);
    if (pair && value) insert(tables, keysOf(pair, at), value);
    at = lineAfter(text, value ? value.end : at);
  }
  return { roots: root.length > 0 ? [mapOf(root, 0, text.length)] : [], problems: [] };
}

function keysOf([whole = '', name = '']: RegExpExecArray, at: number): ScalarNode[] {
  let start = at + whole.indexOf(name);
  return name.split('.', MAX_DEPTH).map((part) => {
    const key = scalar(part, start, start + part.length);
    start += part.length + 1;
    return key;
  });
}

function insert(tables: Map<string, Entry[]>, keys: readonly ScalarNode[], value: ScalarNode): void {
  let path = '';
  let entries = tables.get('') ?? [];
  keys.forEach((key, index) => {
    if (index === keys.length - 1) {
      entries.push({ key, value });
      return;
    }
    path += `.${key.value}`;
    const known = tables.get(path);
    const inner = known ?? [];
    if (!known) {
      tables.set(path, inner);
      entries.push({ key, value: mapOf(inner, key.start, key.end) });
    }
    entries = inner;
  });
}

function lineAfter(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

function readValue(text: string, start: number): ScalarNode {
  let end = lineAfter(text, start);
  while (/\\\r?\n$/.test(text.slice(Math.max(start, end - 3), end)) && end < text.length) end = lineAfter(text, end);
  return decode(text, start, start + text.slice(start, end).trimEnd().length);
}
