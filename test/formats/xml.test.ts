import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { child, childrenOf, descendants, parseXml } from '../../src/formats/xml.ts';

describe('the reader of XML', () => {
  it('keeps elements, attributes and texts with their places', () => {
    const text = '<?xml version="1.0"?>\n<!-- <x/> -->\n<p:a one="1&amp;2"  two = \'q\'>\n <b> text </b><b/><![CDATA[ data ]]>\n</p:a>';
    const { root, problem } = parseXml(text);
    expect(problem).toBeNull();
    expect(root?.name).toBe('a');
    expect(root?.attributes.get('one')?.value).toBe('1&2');
    const two = root?.attributes.get('two');
    expect(text.slice(two?.start, two?.end)).toBe('q');
    const inner = child(root, 'b')?.text;
    expect(text.slice(inner?.start, inner?.end)).toBe('text');
    expect(childrenOf(root, 'b')).toHaveLength(2);
    expect(root?.text?.value).toBe('data');
  });

  it('reads what stands before a defect, and says where that is', () => {
    const { root, problem } = parseXml('<a><b>x</b><c attribute="');
    expect(child(root, 'b')?.text?.value).toBe('x');
    expect(problem).not.toBeNull();
    expect(parseXml('<a><b></a>').root?.children).toHaveLength(1);
  });

  it('expands no entity of a document type', () => {
    const { root } = parseXml('<!DOCTYPE a [<!ENTITY e "eeee">]><a>&e;</a>');
    expect(root?.text?.value ?? '').not.toContain('eeee');
  });

  it('visits in the order of the text', () => {
    const { root } = parseXml('<a><x i="1"><x i="2"/></x><y/><x i="3"/></a>');
    expect([...descendants(root, new Set(['x']))].map(({ attributes }) => attributes.get('i')?.value)).toEqual(['1', '2', '3']);
  });

  it('ends on anything', () => {
    const pieces = fc.array(fc.constantFrom('<', '>', '/', 'a', '="', '"', "'", '<!--', '-->', '<![CDATA[', ']]>', '&', ' ', '<?'), {
      maxLength: 60,
    });
    fc.assert(fc.property(pieces, (parts) => void parseXml(parts.join(''))));
  });
});
