// INI files and their relatives (systemd units, supervisord, pip, setup.cfg, .gitconfig): sections of `key = value` lines.
import { type Entry, mapOf, type Node, type ScalarNode, scalar, type Tree } from './nodes.ts';

const SECTION = /\ufeff?[ \t]{0,40}\[[ \t]{0,8}([^\]\r\n]{1,200}?)[ \t]{0,8}\]/y;
const PAIR = /[ \t]{0,40}([^\s=:;#[\]"'][^\r\n=:;#"']{0,200}?)[ \t]{0,40}[=:][ \t]{0,40}/y;

export function parseIni(text: string): Tree {
  const root: Entry[] = [];
  let section = root;
  for (let at = 0; at < text.length; ) {
    const header = matchAt(SECTION, text, at);
    if (header) {
      const name = header[1] ?? '';
      const start = at + header[0].indexOf(name);
      section = [];
      root.push({ key: scalar(name, start, start + name.length), value: mapOf(section, start, start + name.length) });
      at = lineAfter(text, start + name.length);
      continue;
    }
    const pair = matchAt(PAIR, text, at);
    const value = pair && (readLines(text, at + pair[0].length, pair[1] ?? '') ?? readValue(text, at + pair[0].length));
    if (pair && value) section.push({ key: keyAt(pair, at), value });
    at = lineAfter(text, value ? value.end : at);
  }
  const roots: readonly Node[] = root.length > 0 ? [mapOf(root, 0, text.length)] : [];
  return { roots, problems: [] };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function keyAt([whole = '', name = '']: RegExpExecArray, at: number): ScalarNode {
  const start = at + whole.indexOf(name);
  return scalar(name, start, start + name.length);
}

function lineAfter(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

/** To the end of the line, or of the last line of those that a backslash or an indentation joins. */
function readValue(text: string, start: number): ScalarNode {
  let end = lineEnd(text, start);
  while (text[end - 1] === '\\' && end < text.length) end = lineEnd(text, text[end] === '\r' ? end + 2 : end + 1);
  const comment = text.slice(start, end).search(/[ \t][;#] /);
  const stop = comment < 0 ? end : start + comment;
  const quote = text[start];
  const closed = (quote === '"' || quote === "'") && stop > start + 1 && text[stop - 1] === quote;
  const from = closed ? start + 1 : start;
  const value = text.slice(from, closed ? stop - 1 : stop).trimEnd();
  return scalar(value, from, from + value.length);
}

const COMMANDS = /^(?:commands?(?:_pre|_post)?|script|run)$/;
const INDENTED = /(?:[ \t]{0,40}\r?\n[ \t]{1,40}[^\r\n]{0,2000}){1,200}/y;

/** The same without pairs: a list of values, of which none stands beside the key. */
const LISTED = /(?:[ \t]{0,40}\r?\n[ \t]{1,40}[^\s=#;][^\r\n=]{0,400}(?=\r?\n|$)){1,200}/y;

/** `commands =` and the indented lines below it: they are command lines, whatever colons they hold. */
function readLines(text: string, start: number, key: string): ScalarNode | null {
  const lines = COMMANDS.test(key) && text[start] !== '\\' ? INDENTED : lineEnd(text, start) === start ? LISTED : null;
  const found = lines && matchAt(lines, text, lineEnd(text, start));
  if (!found) return null;
  const end = lineEnd(text, start) + found[0].length;
  return scalar(text.slice(start, end), start, end);
}

/** Before the line break. */
function lineEnd(text: string, from: number): number {
  let end = lineAfter(text, from);
  while (end > from && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return end;
}
