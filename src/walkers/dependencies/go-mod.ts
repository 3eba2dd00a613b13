// Go's module file: one module a line, alone or in a block. What an `// indirect` follows is needed by others only.
import { linesOf } from '../../formats/lockfile/lines.ts';
import { dependencyWalker, type Listed, type Trouble } from './listing.ts';
import { strangeLine } from './trees.ts';

export const goMod = dependencyWalker({
  name: 'go-mod',
  reads: 'Go modules (`go.mod`)',
  files: /(?:^|\/)[\w.-]{0,40}go\.mod$/,
  ecosystem: 'golang',
  list: ({ text }) => ({ entries: list(text) }),
});

/** Paths may stand in quotes, which begin before what is matched here. */
const MODULE = /^([\w.-]{1,100}\.[\w.-]{1,100}(?:\/[\w.~-]{1,200}){0,20})["`]?(?:\s{1,20}(v\d[\w.+-]{0,100}))?/;

function* list(text: string): Generator<Listed | Trouble> {
  let block: string | null = null;
  for (const { text: line, start } of linesOf(text)) {
    const [, opened] = /^\s{0,20}(\w{3,10})\s{0,10}\(/.exec(line) ?? [];
    if (opened) block = opened;
    else if (/^\s{0,20}\)/.test(line)) block = null;
    const [lead = '', verb] =
      block && !opened ? (/^\s{0,40}["`]?/.exec(line) ?? []) : (/^\s{0,20}(\w{3,10})\s{1,10}["`]?/.exec(line) ?? []);
    const directive = verb ?? block;
    if (!isKnown(line, opened ? null : block)) yield strangeLine({ start }, 'a directive or a module');
    if (directive === 'require') yield* module(line, start + lead.length, { from: lead.length, route: ['require'] });
    else if (directive === 'tool') yield* module(line, start + lead.length, { from: lead.length, route: ['tool'] });
    else if (directive === 'replace') yield* replacement(line, start);
  }
}

const DIRECTIVES = /^(?:module|go|toolchain|godebug|require|exclude|replace|retract|tool|ignore)$/;

/** What may stand on a line: nothing, a comment, a bracket, or what belongs to the directive. */
function isKnown(line: string, block: string | null): boolean {
  const plain = line.replace(/\/\/.*$/, '').trim();
  const directive = block ?? /^\w{2,12}/.exec(plain)?.[0] ?? '';
  if (plain === '' || plain === ')') return true;
  if (!DIRECTIVES.test(directive)) return false;
  const rest = block ? plain : plain.slice(directive.length).trim();
  if (rest.startsWith('(')) return true;
  if (directive === 'require' || directive === 'exclude') return /^\S{1,400}\s{1,20}\S{1,200}$/.test(rest);
  return directive === 'replace' ? rest.includes('=>') : rest !== '';
}

interface Piece {
  readonly from: number;
  readonly route: readonly string[];
}

function* module(line: string, start: number, { from, route }: Piece): Generator<Listed> {
  const [, name, version] = MODULE.exec(line.slice(from)) ?? [];
  if (!name || (route[0] === 'require' && !version)) return;
  const direct = !/\/\/\s{0,10}indirect\b/.test(line);
  const scope = route[0] === 'tool' ? 'build' : 'runtime';
  yield { name, start, end: start + name.length, version: version ?? null, scope, direct, route };
}

/** `old => new v1.0.0`: the new one is built in; a directory is the project's own. */
function* replacement(line: string, start: number): Generator<Listed> {
  const arrow = line.indexOf('=>');
  if (arrow < 0) return;
  const from = line.length - line.slice(arrow + 2).replace(/^\s{0,20}["`]?/, '').length;
  for (const entry of module(line, start + from, { from, route: ['replace'] })) yield { ...entry, direct: false };
}
