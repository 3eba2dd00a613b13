// What every walker must survive. `battery(walker, sample)` declares the tests; `read` and `hitsOf` are for the others.
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/formats/document.ts';
import type { Notice, Sighting } from '../../src/model.ts';
import type { Walker } from '../../src/walkers/walker.ts';

export interface Sample {
  /** A path that the walker claims. */
  readonly path: string;
  /** A text in which it sees something. */
  readonly text: string;
}

const LITERALS = /qwen|deepseek|kimi|moonshot|minimax|dashscope|tongyi/gi;

/** The prefilter's hits, found naively. */
export function hitsOf(text: string): readonly number[] {
  return Array.from(text.matchAll(LITERALS), ({ index }) => index);
}

export function documentOf(path: string, text: string, hits: readonly number[] | null = hitsOf(text)): Document {
  return { path, text, hits, usage: 'runtime' };
}

export function read(walker: Walker, path: string, text: string): readonly Sighting[] {
  return [...walker.read(documentOf(path, text))];
}

const noticesOf = (seen: readonly Sighting[]) => seen.filter((one): one is Notice => one.kind === 'notice');
const referencesOf = (seen: readonly Sighting[]) => seen.filter(({ kind }) => kind !== 'notice');
/** What was seen, without places. */
const namesOf = (seen: readonly Sighting[]) =>
  referencesOf(seen).map((one) => {
    const { evidence: _, ...rest } = one as Exclude<Sighting, Notice>;
    return rest;
  });

/** The text that each sighting's region covers. */
export function coveredBy(text: string, one: Sighting): string {
  if (one.kind === 'notice' || !one.evidence.region) return '';
  const { startLine, startColumn, endLine, endColumn } = one.evidence.region;
  const lines = text.split(/\r\n|\n|\r/);
  const covered = lines.slice(startLine - 1, endLine);
  if (covered.length === 1) return (covered[0] ?? '').slice(startColumn - 1, endColumn - 1);
  return [(covered[0] ?? '').slice(startColumn - 1), ...covered.slice(1, -1), (covered.at(-1) ?? '').slice(0, endColumn - 1)].join('\n');
}

function junk(length: number): string {
  let state = 42;
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    text += String.fromCharCode(32 + ((state >>> 16) % 95));
    if (state % 61 === 0) text += '\n';
  }
  return text;
}

const HARMLESS: readonly (readonly [string, string])[] = [
  ['an empty file', ''],
  ['a lone byte order mark', '\ufeff'],
  ['blank lines', '\n\r\n \t\n'],
  ['a megabyte of junk', junk(1_000_000)],
  ['a megabyte of one line', 'x'.repeat(1_000_000)],
  ['zero bytes', '\0'.repeat(1000)],
  ['a number as root', '42'],
  ['a list as root', '[1, 2, [3]]'],
  ['null as root', 'null'],
  ['a bomb of brackets', '['.repeat(100_000)],
  ['a bomb of maps', '{"a":'.repeat(100_000)],
  ['a bomb of indentation', Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
];

export function battery(walker: Walker, { path, text }: Sample): void {
  describe(`${walker.name} survives`, () => {
    it('nothing: it claims its sample and sees something in it', () => {
      expect(path).toMatch(walker.files);
      expect(referencesOf(read(walker, path, text)).length).toBeGreaterThan(0);
    });

    it.each(HARMLESS)('%s', (_, input) => {
      const seen = read(walker, path, input);
      // A manifest lists every package, and a word on a line of its own is one; what matters is that none is of interest.
      expect(referencesOf(seen).filter((one) => one.kind !== 'package' || hitsOf(one.name).length > 0)).toEqual([]);
      expect(noticesOf(seen).length).toBeLessThanOrEqual(1);
    });

    it('a byte order mark and other line ends, without seeing less', () => {
      const names = namesOf(read(walker, path, text));
      expect(namesOf(read(walker, path, `\ufeff${text}`))).toEqual(names);
      expect(namesOf(read(walker, path, text.replaceAll('\n', '\r\n')))).toEqual(names);
    });

    it('text in UTF-16 that nobody decoded', () => {
      const wide = Buffer.from(text, 'utf16le').toString('latin1');
      expect(noticesOf([...walker.read(documentOf(path, wide, null))]).length).toBeLessThanOrEqual(1);
    });

    it('truncation anywhere', () => {
      const step = Math.max(1, Math.floor(text.length / 400));
      for (let cut = 0; cut < text.length; cut += step) {
        const seen = read(walker, path, text.slice(0, cut));
        expect(noticesOf(seen).length).toBeLessThanOrEqual(1);
        for (const one of seen) expectInside(one, text.slice(0, cut));
      }
    });

    it('other types where strings are expected', () => {
      for (const other of ['1', 'true', 'null', '[]', '{}', '[[]]', '{"a": {}}', '-1.5e3']) {
        const changed = text.replace(/(["'])(?:[^"'\n\\]){1,200}\1/g, other);
        const codes = noticesOf(read(walker, path, changed)).map(({ code }) => code);
        expect(codes).toEqual([...new Set(codes)]);
      }
    });
  });
}

function expectInside(one: Sighting, text: string): void {
  if (one.kind === 'notice' || !one.evidence.region) return;
  const { startLine, startColumn, endLine, endColumn } = one.evidence.region;
  const lines = text.split(/\r\n|\n|\r/);
  expect(startLine).toBeGreaterThan(0);
  expect(endLine).toBeLessThanOrEqual(lines.length);
  expect(endLine > startLine || endColumn >= startColumn).toBe(true);
  expect(endColumn - 1).toBeLessThanOrEqual((lines[endLine - 1] ?? '').length + 1);
}

/** One line a sighting, for tables of expectations: `model name @ covered text`. */
export function lineOf(text: string, one: Sighting): string {
  switch (one.kind) {
    case 'model':
      return [
        `model ${one.name}`,
        one.provider && `provider=${one.provider}`,
        one.endpoint && `endpoint=${one.endpoint}`,
        one.call && `call=${one.call}`,
      ]
        .filter(Boolean)
        .join(' ');
    case 'endpoint':
      return `endpoint ${one.url}`;
    case 'package':
      return `package ${one.ecosystem}:${one.name}`;
    case 'credential':
      return `credential ${one.name}${one.shape ? ` shape=${one.shape.prefix}${one.shape.alphabet}:${one.shape.length}` : ''}${one.endpoint ? ` endpoint=${one.endpoint}` : ''}`;
    case 'artefact':
      return `artefact ${one.format} ${one.modelType ?? ''} ${one.architectures.join(',')}`.trim();
    case 'edge':
      return `edge ${one.from} ${one.relation} ${one.to}`;
    case 'notice':
      return `notice ${one.code} line=${one.line} ${coveredBy(text, one)}`.trim();
  }
}

/** All sightings as lines, in the order in which they were seen. */
export function linesSeen(walker: Walker, path: string, text: string): readonly string[] {
  return read(walker, path, text).map((one) => lineOf(text, one));
}
