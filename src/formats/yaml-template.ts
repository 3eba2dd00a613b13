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
    parts.push(text.slice(done, at), maskOne(text, at, end + closer.length));
    done = end + closer.length;
  }
  return parts.join('') + text.slice(done);
}

function maskOne(text: string, start: number, end: number): string {
  const directive = text.slice(start, end);
  // Its line ends too: what is left is one word, whatever it is indented by.
  if (!isAlone(text, start, end) && !isBefore(text, start, end)) return MASK.repeat(directive.length);
  return directive.replace(/[^\r\n]+/g, (line) => `#${' '.repeat(line.length - 1)}`);
}

/** `labels: {{ include ... }}` with entries of its own below. */
function isBefore(text: string, start: number, end: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const [, indent, entry = ''] = /^( {0,80})(- )?[\w./-]{1,100}:[ \t]{1,20}$/.exec(line) ?? [];
  if (indent === undefined) return false;
  const next = /^[ \t\r]{0,80}\n(?:[ \t]{0,80}\r?\n){0,5}( {0,80})[\w"'./-]{1,120}:(?:[ \t\r]|\n|$)/.exec(text.slice(end, end + 600))?.[1];
  return next !== undefined && next.length > indent.length + entry.length;
}

/** Whether nothing else stands on the line. */
function isAlone(text: string, start: number, end: number): boolean {
  let before = start - 1;
  while (text[before] === ' ' || text[before] === '\t') before--;
  let after = end;
  while (text[after] === ' ' || text[after] === '\t' || text[after] === '\r') after++;
  return (before < 0 || text[before] === '\n') && (after >= text.length || text[after] === '\n');
}

/** Puts the directives back into a decoded value. */
export function unmask(text: string, node: ScalarNode): ScalarNode {
  if (!node.value.includes(MASK)) return node;
  return { ...node, value: node.value.replaceAll(MASK, (_, offset: number) => text[rawOffset(node, offset)] ?? '') };
}
