// Scanned text on its way to a terminal or a web page: nothing in it may act. An escape sequence could rewrite what was
// printed before, and a bidirectional control can show a name in an order in which it is not written.

const ESCAPE = '\u001b';
/** CSI, OSC and the two-character sequences of ECMA-48, with and without their 8-bit introducers. */
const SEQUENCES = new RegExp(
  `(?:${ESCAPE}\\[|\\u009b)[0-?]{0,64}[ -/]{0,16}[@-~]|(?:${ESCAPE}\\]|\\u009d)[^\\u0007\\u001b\\u009c]{0,4096}(?:\\u0007|${ESCAPE}\\\\|\\u009c)|${ESCAPE}[ -/]{0,16}[0-~]`,
  'g',
);
/** Line and paragraph separators are controls here: one line of a report stays one line. */
const CONTROLS = /[\p{Cc}\u2028\u2029]/gu;
/** Bidirectional and invisible format characters; the joiners stay, for they spell emoji and several scripts. */
const INVISIBLE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** Text that only shows. White space of all kinds becomes blanks. */
export function plain(text: string): string {
  return text
    .replace(SEQUENCES, '')
    .replace(/[\t\r\n\u2028\u2029]/g, ' ')
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATES, '\ufffd');
}

/** As `plain`, but each unit that is replaced leaves one blank, so that UTF-16 columns stay. */
export function plainAligned(text: string): string {
  const blank = (found: string) => ' '.repeat(found.length);
  return text.replace(SEQUENCES, blank).replace(CONTROLS, blank).replace(INVISIBLE, blank).replace(LONE_SURROGATES, '\ufffd');
}

/** One paragraph on one line: runs of white space become one blank. */
export function oneLine(text: string): string {
  return plain(text).replace(/ {2,}/g, ' ').trim();
}

/** The first sentence of a text, on one line; of a list the first item's. */
export function firstSentence(text: string): string {
  const [block = ''] = text.trim().split(/\n\s*\n|\n\s*[-*] /);
  const line = oneLine(block.replace(/^[-*] /, ''));
  const end = /[.!?](?= [A-Z"'`(])/.exec(line);
  return end ? line.slice(0, end.index + 1) : line;
}

/** At most `limit` UTF-16 units, with an ellipsis where something was cut and no half character. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
