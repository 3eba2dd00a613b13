// Tells a regular expression from a division: by what stands before the slash, as no grammar is at hand.

const BEFORE_REGEX = new Set('(,=:[!&|?{;+-*%~^'.split(''));
const WORDS = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'void',
  'delete',
  'do',
  'else',
  'await',
  'yield',
  'instanceof',
  'and',
  'or',
  'not',
  'when',
  'if',
  'unless',
]);
const LONGEST = 2000;

export function isRegexAt(text: string, slash: number): boolean {
  let at = slash - 1;
  while (at >= 0 && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at--;
  if (at < 0) return true;
  const char = text[at] ?? '';
  if (char === '\n' || char === '\r') return isRegexAfterLine(text, at);
  if (BEFORE_REGEX.has(char)) return true;
  if (char === '>') return text[at - 1] === '=';
  if (!/[a-z]/.test(char)) return false;
  const word = /[\w$.]{1,12}$/.exec(text.slice(Math.max(0, at - 11), at + 1))?.[0] ?? '';
  return WORDS.has(word);
}

function isRegexAfterLine(text: string, newline: number): boolean {
  let at = newline;
  while (at >= 0 && /\s/.test(text[at] ?? '') && newline - at < 200) at--;
  return at < 0 || BEFORE_REGEX.has(text[at] ?? '');
}

/** The offset behind the expression and its flags; the slash itself where the line ends before it does. */
export function regexEnd(text: string, slash: number): number {
  let inClass = false;
  const limit = Math.min(text.length, slash + LONGEST);
  for (let at = slash + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) return slash;
    if (code === 92) at++;
    else if (code === 91) inClass = true;
    else if (code === 93) inClass = false;
    else if (code === 47 && !inClass) return at + 1 + (/^[a-z]{1,8}/.exec(text.slice(at + 1, at + 9))?.[0].length ?? 0);
  }
  return slash;
}
