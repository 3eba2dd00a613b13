// Dockerfiles: logical lines with their continuation and here-documents; what an instruction means is the walker's question.
import { type ScalarNode, scalar } from './nodes.ts';

export interface Instruction {
  /** Upper case. */
  readonly keyword: string;
  /** All that follows, without the backslashes at line ends and without comment lines. */
  readonly body: ScalarNode;
  readonly heredocs: readonly ScalarNode[];
}

const KEYWORD = /[ \t]{0,200}([A-Za-z]{2,20})(?=[ \t\r\n]|$)[ \t]{0,200}/y;
const HEREDOC = /<<-?(["']?)([A-Za-z_][\w.-]{0,60})\1/g;

export function parseDockerfile(text: string): readonly Instruction[] {
  const instructions: Instruction[] = [];
  const mark = /^#[ \t]*escape[ \t]*=[ \t]*`/im.test(text.slice(0, 500)) ? '`' : '\\';
  for (let at = 0; at < text.length; ) {
    KEYWORD.lastIndex = at;
    const found = KEYWORD.exec(text);
    if (!found) {
      at = lineAfter(text, at);
      continue;
    }
    const [body, next] = readBody(text, at + found[0].length, mark);
    const keyword = (found[1] ?? '').toUpperCase();
    const [heredocs, end] = /^(?:RUN|COPY|ADD)$/.test(keyword) ? readHeredocs(text, body, next) : [[], next];
    instructions.push({ keyword, body, heredocs });
    at = end;
  }
  return instructions;
}

function lineAfter(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

/** The body and the offset of the line after it. */
function readBody(text: string, start: number, mark: string): readonly [ScalarNode, number] {
  let value = '';
  const jumps: number[] = [];
  let at = start;
  let last = start;
  for (let first = true; at < text.length; first = false) {
    const next = lineAfter(text, at);
    const line = text.slice(at, next).trimEnd();
    const isComment = !first && /^[ \t]{0,200}#/.test(line);
    const goesOn = line.endsWith(mark);
    if (!isComment) {
      jumps.push(value.length, at);
      const kept = goesOn ? `${line.slice(0, -1)} ` : line;
      value += kept;
      last = at + (goesOn ? kept.length - 1 : kept.length);
    }
    at = next;
    // Docker passes over comments and empty lines within an instruction.
    if (!isComment && !goesOn && (first || line !== '')) break;
  }
  return [{ ...scalar(value, start, last), jumps }, at];
}

function readHeredocs(text: string, body: ScalarNode, from: number): readonly [readonly ScalarNode[], number] {
  const heredocs: ScalarNode[] = [];
  let at = from;
  for (const { 2: delimiter = '' } of body.value.matchAll(HEREDOC)) {
    const start = at;
    let end = text.length;
    while (at < text.length) {
      const next = lineAfter(text, at);
      const isEnd = text.slice(at, Math.min(next, at + 200)).trim() === delimiter;
      if (isEnd) end = at;
      at = next;
      if (isEnd) break;
    }
    heredocs.push(scalar(text.slice(start, end), start, end));
  }
  return [heredocs, at];
}
