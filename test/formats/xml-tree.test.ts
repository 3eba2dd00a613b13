import { describe, expect, it } from 'vitest';
import { at, stringOf } from '../../src/formats/nodes.ts';
import { parseXmlTree } from '../../src/formats/xml-tree.ts';

const told = (text: string, ...path: readonly string[]) => {
  const found = stringOf(at(parseXmlTree(text).roots[0], ...path));
  return found && [found.value, text.slice(found.start, found.end)];
};

describe('XML as keys and values', () => {
  it.each([
    ['an attribute', '<a><b c="v"/></a>', ['a', 'b', 'c']],
    ['a text', '<a><b>v</b></a>', ['a', 'b']],
    ['a text beside attributes', '<a><b c="1">v</b></a>', ['a', 'b', 'text']],
    ['what calls itself so', '<a><add key="b" value="v"/></a>', ['a', 'b']],
    ['a text that calls itself so', '<a><string name="b">v</string></a>', ['a', 'b']],
    ['a property list', '<plist><dict><key>b</key><string>v</string></dict></plist>', ['plist', 'dict', 'b']],
    ['CDATA', '<a><b><![CDATA[v]]></b></a>', ['a', 'b']],
    ['a namespace', '<x:a><x:b>v</x:b></x:a>', ['a', 'b']],
  ])('finds the value of %s where it stands', (_, text, path) => {
    expect(told(text, ...path)).toEqual(['v', 'v']);
  });

  it('undoes entities, and expands none of a document type', () => {
    expect(told('<a><b c="x &amp; y"/></a>', 'a', 'b', 'c')).toEqual(['x & y', 'x &amp; y']);
    expect(told('<!DOCTYPE a [<!ENTITY e "v">]><a><b>&e;</b></a>', 'a', 'b')?.[0]).not.toBe('v');
  });

  it('says what is broken and keeps what stands before', () => {
    const { roots, problems } = parseXmlTree('<a><b>v</b><c');
    expect(stringOf(at(roots[0], 'a', 'b'))?.value).toBe('v');
    expect(problems.length).toBe(1);
    expect(parseXmlTree('').roots).toEqual([]);
  });
});
