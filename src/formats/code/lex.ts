// Finds the strings, comments and brackets of a source file. One engine for every language; it never fails: a string that
// does not end is given up at the end of its line, a bracket that fits nothing is passed over.
import { type Builder, close, finish, open, push, startBuilder, unwindTo } from './builder.ts';
import { type BlockComment, CLOSES, compile, type Language, OPENS } from './language.ts';
import { isRegexAt, regexEnd } from './regex.ts';
import { openString, resumeString } from './string.ts';
import { COMMENT, HOLE, OPAQUE, OPEN, packEnds, type Skeleton, STRING } from './tokens.ts';

export function lex(text: string, language: Language): Skeleton {
  const table = compile(language);
  const builder = startBuilder(table, text);
  const { classes } = table;
  let heredocs: readonly Heredoc[] = [];
  let lineEnd = -1;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const type = code < 128 ? (classes[code] ?? 0) : 0;
    if (heredocs.length > 0 && at >= lineEnd) {
      at = readHeredocs(builder, heredocs, lineEnd);
      heredocs = [];
    } else if (type === 0) at++;
    else if (type === OPENS && table.formsAt[code]?.length === 0) at = openBracket(builder, at);
    else if (type === CLOSES) at = closeBracket(builder, at);
    else {
      const heredoc = language.heredoc && code === 60 ? heredocAt(text, at, language.heredoc) : null;
      if (heredoc) {
        if (heredocs.length === 0) lineEnd = endOfLine(text, at);
        heredocs = [...heredocs, heredoc];
        at = heredoc.end;
      } else at = special(builder, at, code);
    }
  }
  if (heredocs.length > 0 && lineEnd < text.length) readHeredocs(builder, heredocs, lineEnd);
  return finish(builder);
}

function openBracket(builder: Builder, at: number): number {
  open(builder, OPEN, at, at + 1);
  return at + 1;
}

const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

function closeBracket(builder: Builder, at: number): number {
  const { stack, text } = builder;
  const top = stack[stack.length - 1];
  if (top === undefined) return at + 1;
  const wanted = OPENING[text[at] ?? ''] ?? '';
  if (builder.kinds[top] === HOLE) {
    if (!text.slice(builder.starts[top], builder.ends[top]).includes(wanted)) return at + 1;
    close(builder, at, at + 1);
    return resumeString(builder, at + 1);
  }
  if (unwindTo(builder, wanted)) close(builder, at, at + 1);
  return at + 1;
}

/** What starts with a quote or a comment's first character; a plain bracket or operator if it turns out to be neither. */
function special(builder: Builder, at: number, code: number): number {
  const { table, text } = builder;
  const comment = commentEnd(builder, at, code);
  if (comment > at) {
    push(builder, COMMENT, at, comment);
    return comment;
  }
  const behind = openString(builder, at, code);
  if (behind > at) return behind;
  if (table.language.regexes && code === 47 && isRegexAt(text, at)) {
    const end = regexEnd(text, at);
    if (end > at) push(builder, OPAQUE, at, end);
    return Math.max(end, at + 1);
  }
  return table.classes[code] === OPENS || code === 91 || code === 40 || code === 123 ? openBracket(builder, at) : at + 1;
}

function commentEnd({ table, text }: Builder, at: number, code: number): number {
  for (const block of table.blockCommentsAt[code] ?? []) if (text.startsWith(block.open, at)) return blockEnd(text, at, block);
  for (const opening of table.lineCommentsAt[code] ?? []) {
    if (!text.startsWith(opening, at)) continue;
    if (table.language.commentAtWord && at > 0 && !/[\s;&|()]/.test(text[at - 1] ?? '')) continue;
    return endOfLine(text, at);
  }
  return at;
}

function blockEnd(text: string, from: number, block: BlockComment): number {
  let depth = 1;
  let at = from + block.open.length;
  for (;;) {
    const end = text.indexOf(block.close, at);
    if (end < 0) return text.length;
    const inner = block.nested ? text.slice(at, end).split(block.open).length - 1 : 0;
    depth += inner - 1;
    at = end + block.close.length;
    if (depth === 0) return at;
  }
}

export function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

interface Heredoc {
  readonly delimiter: string;
  /** Behind the delimiter, where the line goes on. */
  readonly end: number;
}

function heredocAt(text: string, at: number, opening: RegExp): Heredoc | null {
  opening.lastIndex = at;
  const found = opening.exec(text);
  return found?.[1] ? { delimiter: found[1], end: at + found[0].length } : null;
}

/** Each document is one string, from the line behind its opening to its delimiter. Returns where the code goes on. */
function readHeredocs(builder: Builder, heredocs: readonly Heredoc[], lineEnd: number): number {
  const { text } = builder;
  let at = text.indexOf('\n', lineEnd) + 1;
  if (at === 0) return text.length;
  for (const { delimiter } of heredocs) {
    const found = closingLine(text, at, delimiter);
    const token = push(builder, STRING, at, found.start);
    builder.links[token] = packEnds(0, 0);
    builder.formIds[token] = 255;
    at = found.end;
  }
  return at;
}

function closingLine(text: string, from: number, delimiter: string): { readonly start: number; readonly end: number } {
  for (let at = from; at < text.length; ) {
    const end = endOfLine(text, at);
    // PHP lets the statement go on behind the delimiter.
    const line = text.slice(at, Math.min(end, at + 300)).trimStart();
    if (line.startsWith(delimiter) && !/^\w/.test(line.slice(delimiter.length))) {
      return { start: at, end: Math.min(end, text.indexOf(delimiter, at) + delimiter.length) };
    }
    const next = text.indexOf('\n', end);
    if (next < 0) break;
    at = next + 1;
  }
  return { start: text.length, end: text.length };
}
