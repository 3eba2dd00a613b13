// Bytes to text without ever failing, and back from places in the bytes to places in the text.

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export interface DecodedText {
  /** Without the byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Some bytes were no text in this encoding; each run of them became U+FFFD. */
  readonly lossy: boolean;
  /** Turns ascending byte offsets, each at the start of a character, into UTF-16 offsets of the text. */
  offsetsOf(byteOffsets: ArrayLike<number>): number[];
}

/** What the byte order mark says; without one it is UTF-8. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

export function decode(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  return encoding === 'utf-8' ? decodeUtf8(bytes) : decodeUtf16(bytes, encoding);
}

function decodeUtf8(bytes: Uint8Array): DecodedText {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start);
  const text = buffer.toString('utf8');
  // Equal lengths: every byte became one unit, as in ASCII.
  const isDirect = text.length === buffer.length;
  const lossy = text.includes('\ufffd') && !isUtf8(buffer, text);
  const unitsBetween = lossy ? decodedUnits : countedUnits;
  return {
    text,
    encoding: 'utf-8',
    lossy,
    offsetsOf: (offsets) =>
      isDirect ? Array.from(offsets, (at) => Math.max(0, at - start)) : walk(offsets, start, unitsBetween.bind(null, buffer)),
  };
}

/** Sums up the units between one offset and the next, so that all together read the bytes once. */
function walk(offsets: ArrayLike<number>, start: number, unitsBetween: (from: number, to: number) => number): number[] {
  let byte = 0;
  let unit = 0;
  return Array.from(offsets, (offset) => {
    const to = Math.max(0, offset - start);
    unit += unitsBetween(byte, to);
    byte = to;
    return unit;
  });
}

/** One unit for each character, two for each of four bytes: valid UTF-8 only. */
function countedUnits(buffer: Buffer, from: number, to: number): number {
  let units = 0;
  for (let at = from; at < to; at++) {
    const byte = buffer[at] ?? 0;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}

function decodedUnits(buffer: Buffer, from: number, to: number): number {
  return buffer.toString('utf8', from, to).length;
}

/** A text may hold U+FFFD of its own. */
function isUtf8(buffer: Buffer, text: string): boolean {
  return Buffer.from(text, 'utf8').equals(buffer);
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  const even = bytes.length & ~1;
  const units = Buffer.from(bytes.subarray(2, even));
  if (encoding === 'utf-16be') units.swap16();
  const text = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units);
  return {
    text,
    encoding,
    lossy: even !== bytes.length || text !== units.toString('utf16le'),
    offsetsOf: (offsets) => Array.from(offsets, (at) => Math.max(0, (at - 2) >> 1)),
  };
}
