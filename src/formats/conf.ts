// `.conf` says nothing of its syntax: HOCON, the directives of servers (nginx, Apache), or sections of `key = value`.
import { parseHocon } from './hocon.ts';
import { parseIni } from './ini.ts';
import { type Entry, mapOf, type Problem, scalar, type Tree } from './nodes.ts';

const SECTION = /^[ \t]*\[[ \t]*[A-Za-z][^\]\r\n"',]{0,200}\][ \t]*(?:[#;].*)?$/m;
const TAG = /^[ \t]*<\/?[A-Za-z][^>\r\n]{0,300}>[ \t]*$/m;
const STATEMENT = /^[ \t]*[a-z_]{2,60}[ \t]+[^\r\n=;{}]{1,600};[ \t]*(?:#.*)?$/m;
const HOCON =
  /^[ \t]*(?:include[ \t]+(?:"|(?:required|file|url|classpath)\()|["\w.-]{1,200}[ \t]*(?:(?:\+?=|:)[ \t]*[[{]|\{)|\{|["\w-]{1,100}(?:\.["\w-]{1,100}){1,20}[ \t]*[=:])|\$\{\??[\w.]{1,200}\}/m;

export function parseConf(text: string, hits?: readonly number[] | null): Tree {
  if (TAG.test(text) || STATEMENT.test(text)) return unread(text, parseDirectives(text), hits);
  if (!SECTION.test(text) && HOCON.test(text)) return parseHocon(text);
  return unread(text, parseIni(text), hits);
}

const DIRECTIVE =
  /^[ \t]{0,80}(?:(?:set|env|setenv|passenv|define|fastcgi_param|proxy_set_header)[ \t]{1,20}\$?)?([A-Za-z_][\w.-]{0,200})[ \t]{0,20}(?:[ \t]|[=:])[ \t]{0,20}(?=[^\s{])([^\r\n]{1,2000})/gim;

/** A line each: its first word, or the variable that it sets, and the rest without its quotes and semicolon. */
function parseDirectives(text: string): Tree {
  const entries: Entry[] = [];
  for (const { 0: whole, 1: name = '', 2: rest = '', index } of text.matchAll(DIRECTIVE)) {
    const end = index + whole.length;
    const value = rest.replace(/[;{\s]+$/, '');
    const closed = /^(["'])([^"']*)\1$/.exec(value)?.[2];
    const start = end - rest.length + (closed === undefined ? 0 : 1);
    const said = closed ?? value;
    const at = index + whole.slice(0, whole.length - rest.length).lastIndexOf(name);
    entries.push({ key: scalar(name, at, at + name.length), value: scalar(said, start, start + said.length) });
  }
  return { roots: entries.length > 0 ? [mapOf(entries, 0, text.length)] : [], problems: [] };
}

/** The first hit in a line that no entry covers, unless it is a comment: what was not read is told. */
function unread(text: string, tree: Tree, hits: readonly number[] | null | undefined): Tree {
  const spans = tree.roots.flatMap((root) => spansOf(root));
  const problem = (hits ?? []).map((hit) => problemAt(text, spans, hit)).find((one) => one !== null);
  return problem ? { ...tree, problems: [...tree.problems, problem] } : tree;
}

type Span = readonly [number, number];

function spansOf(root: Tree['roots'][number]): Span[] {
  if (root.kind !== 'map') return [[root.start, root.end]];
  return root.entries.flatMap(({ key, value }) => [[key.start, key.end] as const, ...spansOf(value)]);
}

function problemAt(text: string, spans: readonly Span[], hit: number): Problem | null {
  const start = text.lastIndexOf('\n', hit - 1) + 1;
  const end = text.indexOf('\n', hit);
  const line = text.slice(start, end < 0 ? Math.min(text.length, start + 2000) : end);
  if (/[#;]|\/\//.test(line.slice(0, hit - start)) || /^\s*[[<]/.test(line)) return null;
  return spans.some(([from, to]) => from <= hit && hit <= to) ? null : { detail: 'a line that is no key and value', offset: hit };
}
