// Lines with their places, and source text without its comments.
export interface Line {
  /** Without the line break. */
  readonly text: string;
  readonly start: number;
}

export function* linesOf(text: string): Generator<Line> {
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const last = text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    yield { text: text.slice(at, last), start: at };
    at = end + 1;
  }
}

/** What starts a comment to the end of the line, and whether C's block comments are ones too. */
export interface Comments {
  readonly line: string;
  readonly block: boolean;
}

/** Comments as blanks, so that offsets stay. Quotes hide what only looks like a comment. */
export function maskComments(text: string, { line, block }: Comments): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"' || char === "'") at = stringEnd(text, at);
    else if (char === line[0] || char === '/') {
      const end = commentEnd(text, at, { line, block });
      if (end === at) continue;
      parts.push(text.slice(from, at), text.slice(at, end).replace(/[^\n\r]/g, ' '));
      from = end;
      at = end - 1;
    }
  }
  parts.push(text.slice(from));
  return parts.join('');
}

function commentEnd(text: string, at: number, { line, block }: Comments): number {
  if (block && text.startsWith('/*', at)) {
    const end = text.indexOf('*/', at + 2);
    return end < 0 ? text.length : end + 2;
  }
  if (!text.startsWith(line, at)) return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** The offset of the closing quote; a string that does not end on its line is none. */
function stringEnd(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === text[at]) return end;
    if (text[end] === '\\') end++;
    else if (text[end] === '\n') return at;
  }
  return at;
}
