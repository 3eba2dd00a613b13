// Files of `NAME=value` lines as shells, Docker and the dotenv libraries read them: `export`, quotes over several lines, comments.
import { decode } from './json.ts';
import { type Entry, mapOf, type ScalarNode, scalar, type Tree } from './nodes.ts';

const ASSIGNMENT =
  /[ \t]{0,200}(?:(?:export|set|setenv|declare -x|local)[ \t]{1,20})?(?:-[gxUu]{1,4}[ \t]{1,8})?([A-Za-z_][\w.-]{0,200})[ \t]{0,20}(?:=|:[ \t])[ \t]{0,200}/y;

export function parseDotenv(text: string): Tree {
  const entries: Entry[] = [];
  for (let at = 0; at < text.length; ) {
    ASSIGNMENT.lastIndex = at;
    const found = ASSIGNMENT.exec(text);
    if (!found) {
      at = lineAfter(text, at);
      continue;
    }
    const [whole, name = ''] = found;
    const start = at + whole.indexOf(name, whole.lastIndexOf(name, whole.search(/[=:]/)));
    const value = readValue(text, at + whole.length);
    entries.push({ key: scalar(name, start, start + name.length), value });
    at = lineAfter(text, value.end);
  }
  return { roots: entries.length > 0 ? [mapOf(entries, 0, text.length)] : [], problems: [] };
}

function lineAfter(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

function readValue(text: string, start: number): ScalarNode {
  const quote = text[start];
  if (quote === '"' || quote === "'" || quote === '`') {
    const quoted = readQuoted(text, start + 1, quote);
    if (quoted) return quoted;
  }
  return readBare(text, start);
}

/** The longest value in quotes: a quote that is never closed must not swallow the file. */
const LONGEST = 20_000;

function readQuoted(text: string, start: number, quote: string): ScalarNode | null {
  const limit = Math.min(text.length, start + LONGEST);
  for (let at = start; at < limit; at++) {
    const char = text[at];
    if (char === '\\' && quote === '"') at++;
    else if (char === quote) return quote === '"' ? decode(text, start, at) : scalar(text.slice(start, at), start, at);
  }
  return null;
}

/** To the end of the line or a comment; a backslash at the end goes on with the next line. */
function readBare(text: string, start: number): ScalarNode {
  let end = lineAfter(text, start);
  while (text[end - 1] === '\n' || text[end - 1] === '\r') end--;
  if (end < start) return scalar('', start, start);
  const line = text.slice(start, end);
  const comment = line.search(/(?:^|[ \t])#/);
  const value = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
  return scalar(value, start, start + value.length);
}
