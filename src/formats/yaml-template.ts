// Templates of YAML (Helm, Jinja, ERB): their directives are masked with as many characters, so that offsets stay.
import { rawOffset, type ScalarNode } from './nodes.ts';

/** A character of a private-use area: legal in a plain scalar, in nobody's configuration. */
const MASK = '\ue000';
const OPENERS = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['{#', '#}'],
  ['<%', '%>'],
] as const;
const LONGEST = 4000;

/** A line that holds only a directive, and one that gives a key more entries than those below, becomes a comment; any other a word. */
export function maskTemplates(text: string): string {
  let masked = text;
  for (const [opener, closer] of OPENERS) {
    if (masked.includes(opener)) masked = maskPair(masked, opener, closer);
  }
  return masked;
}

function maskPair(text: string, opener: string, closer: string): string {
  const parts: string[] = [];
  let done = 0;
  let end = -1;
  for (let at = text.indexOf(opener); at >= 0; at = text.indexOf(opener, Math.max(done, at + 1))) {
    if (end < at) end = text.indexOf(closer, at);
    if (end < 0) break;
    if (end - at > LONGEST) continue;
    const behind = endBehindTexts(text, at, end) + closer.length;
    parts.push(text.slice(done, at), maskOne(text, { start: at, end: behind, opener, closer }));
    done = behind;
  }
  return parts.join('') + text.slice(done);
}

/** `{{- fail "no {{ template }}" }}`: what closes a directive stands outside its texts. */
function endBehindTexts(text: string, start: number, end: number): number {
  if (!text.startsWith('{{', start) || !text.slice(start + 2, end).includes('{{')) return end;
  let quote = '';
  for (let at = start + 2; at < Math.min(text.length, start + LONGEST); at++) {
    const char = text[at] ?? '';
    if (quote !== '') {
      if (char === '\\' && quote === '"') at++;
      else if (char === quote) quote = '';
    } else if (char === '"' || char === '`') quote = char;
    else if (text.startsWith('}}', at)) return at;
  }
  return end;
}

interface Directive {
  readonly start: number;
  readonly end: number;
  readonly opener: string;
  readonly closer: string;
}

function maskOne(text: string, directive: Directive): string {
  const { start, end } = directive;
  const written = text.slice(start, end);
  // Its line ends too: what is left is one word, whatever it is indented by.
  if (!isAlone(text, directive) && !isBefore(text, start, end) && !isBlock(text, start)) return MASK.repeat(written.length);
  // Within a block of text, a line that is less indented would end it.
  return written.replace(/([ \t]*)([^\r\n]+)/g, (_, blanks: string, line: string) => `${blanks}#${' '.repeat(line.length - 1)}`);
}

/** `key: | {{ include ... }}`: the text is all the directive's. */
function isBlock(text: string, start: number): boolean {
  return /:[ \t]{1,20}[|>][-+]?[ \t]{1,20}$/.test(text.slice(Math.max(0, start - 60), start));
}

/** `labels: {{ include ... }}` with entries of its own below. */
function isBefore(text: string, start: number, end: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const [, indent, entry = ''] = /^( {0,80})(- )?[\w./-]{1,100}:[ \t]{1,20}$/.exec(line) ?? [];
  if (indent === undefined) return false;
  const next = /^[ \t\r]{0,80}\n(?:[ \t]{0,80}\r?\n){0,5}( {0,80})[\w"'./-]{1,120}:(?:[ \t\r]|\n|$)/.exec(text.slice(end, end + 600))?.[1];
  return next !== undefined && next.length > indent.length + entry.length;
}

/** Whether nothing but directives stands on the line. */
function isAlone(text: string, { start, end, opener, closer }: Directive): boolean {
  const before = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - LONGEST_LINE), start);
  const lineEnd = text.indexOf('\n', end);
  const after = text.slice(end, Math.min(lineEnd < 0 ? text.length : lineEnd, end + LONGEST_LINE));
  return isNothing(before, opener, closer) && isNothing(after, opener, closer);
}

const LONGEST_LINE = 1000;

function isNothing(line: string, opener: string, closer: string): boolean {
  for (let at = 0; at < line.length; ) {
    if (/\s/.test(line[at] ?? '')) at++;
    else {
      const end = line.startsWith(opener, at) ? line.indexOf(closer, at) : -1;
      // One that begins on an earlier line, or ends on a later one, is alone there as well.
      if (end < 0) return line.startsWith(opener, at);
      at = end + closer.length;
    }
  }
  return true;
}

/** Puts the directives back into a decoded value. */
export function unmask(text: string, node: ScalarNode): ScalarNode {
  if (!node.value.includes(MASK)) return node;
  return { ...node, value: node.value.replaceAll(MASK, (_, offset: number) => text[rawOffset(node, offset)] ?? '') };
}
