// How many columns of a terminal a text takes, and how to fit text into them.

const ZERO = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
/** Shown as pictures, wherever they stand in Unicode; but a flag is made of two letters of one cell each. */
const PICTURE = /^(?!\p{Regional_Indicator})\p{Emoji_Presentation}$/u;
/** East Asian wide and fullwidth blocks and the emoji planes (Unicode TR 11), as pairs of first and last. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];
const ASCII = /^[ -~]*$/;

export function cells(text: string): number {
  if (ASCII.test(text)) return text.length;
  let sum = 0;
  for (const character of text) sum += cellsOf(character);
  return sum;
}

function cellsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (ZERO.test(character)) return 0;
  return WIDE.some(([first, last]) => code >= first && code <= last) || PICTURE.test(character) ? 2 : 1;
}

/** Breaks at blanks; a word longer than a line is broken where the line ends. Always at least one line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (cells(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = chop(word, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return [...lines, line];
}

/** Where a long word (a URL, a path, a key) is best broken: behind one of these. */
const JOINT = /^.*[-/.:_,&?=\u00a0](?=.)/u;

function chop(word: string, width: number): string[] {
  const pieces: string[] = [];
  let rest = word;
  while (cells(rest) > width) {
    const full = fitting(rest, width);
    const joint = JOINT.exec(full)?.[0] ?? '';
    const piece = joint.length * 2 > full.length ? joint : full;
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return [...pieces, rest];
}

/** The longest start that fits, at least one character. */
function fitting(text: string, width: number): string {
  let used = 0;
  let length = 0;
  for (const character of text) {
    used += cellsOf(character);
    if (used > width && length > 0) break;
    length += character.length;
  }
  return text.slice(0, length);
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cells(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - cells(text))) + text;
}

/** The end of a text that is too long, behind an ellipsis: of a path the end tells more. */
export function keepEnd(text: string, width: number): string {
  if (cells(text) <= width) return text;
  const characters = [...text];
  let used = 1;
  let from = characters.length;
  while (from > 0 && used + cellsOf(characters[from - 1] ?? '') <= width) used += cellsOf(characters[--from] ?? '');
  return `…${characters.slice(from).join('')}`;
}
