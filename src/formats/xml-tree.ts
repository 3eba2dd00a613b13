// XML of settings as keys and values: what an element is called, or what it calls itself, is the key of what it holds.

import { type Entry, mapOf, type Node, type ScalarNode, scalar, type Tree } from './nodes.ts';
import { type Element, parseXml } from './xml.ts';

export function parseXmlTree(text: string): Tree {
  const { root, problem } = parseXml(text);
  return { roots: root ? [mapOf([entryOf(root, text)], root.start, text.length)] : [], problems: problem ? [problem] : [] };
}

/** `<add key="K" value="V"/>`, `<string name="K">V</string>` and `<K>V</K>` say the same. */
function entryOf(element: Element, source: string): Entry {
  const { attributes, children, text } = element;
  const name = attributes.get('key') ?? attributes.get('name');
  const value = attributes.get('value') ?? (children.length === 0 ? text : null);
  if (name && value) return { key: name, value };
  if (value && attributes.size === 0) return { key: tagOf(element, source), value };
  return { key: name ?? tagOf(element, source), value: contentOf(element, source) };
}

function tagOf({ name, start }: Element, source: string): ScalarNode {
  const from = source.indexOf(name, start);
  return scalar(name, from, from + name.length);
}

function contentOf({ attributes, children, text, start }: Element, source: string): Node {
  const own = [...attributes].map(([name, value]) => ({ key: scalar(name, value.start, value.start), value }));
  const inner = text && children.length === 0 ? [{ key: scalar('text', text.start, text.start), value: text }] : [];
  const entries = [...own, ...inner, ...entriesOf(children, source)];
  return mapOf(entries, start, entries.at(-1)?.value.end ?? start);
}

/** In a property list of Apple's, each `<key>` speaks of the element behind it. */
function entriesOf(children: readonly Element[], source: string): readonly Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < children.length; at++) {
    const child = children[at];
    const next = children[at + 1];
    if (!child) continue;
    if (child.name !== 'key' || !child.text || !next) entries.push(entryOf(child, source));
    else {
      entries.push({ key: child.text, value: next.children.length === 0 && next.text ? next.text : contentOf(next, source) });
      at++;
    }
  }
  return entries;
}
