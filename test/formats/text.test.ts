import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/formats/text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16le = (text: string) => Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
const utf16be = (text: string) => Uint8Array.from([0xfe, 0xff, ...Buffer.from(text, 'utf16le').swap16()]);

describe('decode', () => {
  it.each([
    ['ASCII', utf8('model: qwen'), 'model: qwen', 'utf-8'],
    ['UTF-8', utf8('模型 é 😀 x'), '模型 é 😀 x', 'utf-8'],
    ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('é')]), 'é', 'utf-8'],
    ['little-endian UTF-16', utf16le('é😀'), 'é😀', 'utf-16le'],
    ['big-endian UTF-16', utf16be('é😀'), 'é😀', 'utf-16be'],
    ['nothing', new Uint8Array(), '', 'utf-8'],
  ])('reads %s', (_, bytes, text, encoding) => {
    expect(decode(bytes)).toMatchObject({ text, encoding, lossy: false });
  });

  it('marks invalid bytes and goes on', () => {
    expect(decode(Uint8Array.from([0x61, 0xff, 0x62]))).toMatchObject({ text: 'a\ufffdb', lossy: true });
  });

  it('takes a replacement character that is written in the file for what it is', () => {
    expect(decode(utf8('a\ufffdb'))).toMatchObject({ text: 'a\ufffdb', lossy: false });
  });

  it.each([
    ['an odd byte', Uint8Array.from([...utf16le('ab'), 0x63]), 'ab'],
    ['a lone surrogate', utf16le('a\ud83d'), 'a\ufffd'],
  ])('marks %s in UTF-16', (_, bytes, text) => {
    expect(decode(bytes)).toMatchObject({ text, lossy: true });
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof decode(bytes).text === 'string'));
  });
});

describe('offsetsOf', () => {
  it('finds every character of UTF-8 text, with and without a mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.boolean(), (text, marked) => {
        fc.pre(!text.startsWith('\ufeff'));
        const lead = marked ? '\ufeff' : '';
        const starts = charactersOf(text);
        const bytes = starts.map((at) => utf8(lead + text.slice(0, at)).length);
        expect(decode(utf8(lead + text)).offsetsOf(bytes)).toEqual(starts);
      }),
    );
  });

  it('finds what stands behind invalid bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.uint8Array({ maxLength: 6 }), fc.constant(utf8('qwen')))), (parts) => {
        const starts: number[] = [];
        let length = 0;
        for (const part of parts) {
          if (part.length === 4 && Buffer.from(part).equals(Buffer.from('qwen'))) starts.push(length);
          length += part.length;
        }
        const bytes = Buffer.concat(parts);
        fc.pre(decode(bytes).encoding === 'utf-8');
        const { text, offsetsOf } = decode(bytes);
        for (const at of offsetsOf(starts)) expect(text.slice(at, at + 4)).toBe('qwen');
      }),
    );
  });

  it('halves the bytes of UTF-16', () => {
    const { text, offsetsOf } = decode(utf16le('é qwen'));
    expect(offsetsOf([2 + 2 * 2])).toEqual([text.indexOf('qwen')]);
  });
});

function charactersOf(text: string): number[] {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) starts.push(at);
  return starts;
}
