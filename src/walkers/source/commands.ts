// Commands that code runs: as one line (`os.system("...")`) or as words (`subprocess.run(["ollama", "pull", "..."])`).
import { literalOf } from '../../formats/code/literal.ts';
import { slotsOf } from '../../formats/code/slots.ts';
import { PIECE, STRING, TEMPLATE } from '../../formats/code/tokens.ts';
import { type ScalarNode, slice } from '../../formats/nodes.ts';
import { commandOf } from '../../formats/shell.ts';
import { readCommand, readCommandLine } from '../config/command.ts';
import { loadingOf } from '../config/tools.ts';
import type { Code } from './code.ts';
import { type Reader, spotOf } from './literals.ts';
import { behind } from './spot.ts';

/** True if the line named something. */
export function readCommandText({ code, literal: { node }, site }: Reader): boolean {
  const before = code.reading.out.length;
  readCommandLine(code.reading, node, { ...spotOf(code, site, node), context: 'command' });
  return code.reading.out.length > before;
}

const LAUNCHER =
  /\bcommand["']?\s{0,4}[:=]\s{0,4}(["'`])(npx|bunx|pnpx|uvx|pipx)\1\s{0,4},\s{0,40}["']?args["']?\s{0,4}[:=]\s{0,4}(?:\[\]string|vec!|&|new\[\]\s?|List\.of|listOf|array)?\s?$/i;

/** `command: "npx", args: ["-y", "some-server"]`: what is run stands beside its words. */
export function readLaunch({ code, site }: Reader): boolean {
  const { text, starts } = code.skeleton;
  const [open] = site.scopes;
  const at = open === undefined ? -1 : (starts[open] ?? -1);
  // Asked of every text, so the short look comes first.
  if (!/args["']?\s{0,4}[:=][^,;]{0,12}$/i.test(text.slice(Math.max(0, at - 24), Math.max(0, at)))) return false;
  const launcher = at < 0 ? null : LAUNCHER.exec(text.slice(Math.max(0, at - 160), at));
  if (launcher === null || open === undefined) return false;
  const name = launcher[2] ?? '';
  const from = Math.max(0, at - 160) + launcher.index + launcher[0].indexOf(`${launcher[1]}${name}`) + 1;
  const program = slice(code.source, from, from + name.length);
  const before = code.reading.out.length;
  const { route, ...spot } = spotOf(code, site, program);
  readCommand(code.reading, commandOf([program, ...wordsIn(code, open)]), { ...spot, route: route.slice(0, -1), context: 'command' });
  return code.reading.out.length > before;
}

const MOST_WORDS = 100;

/** The words that stand in the same list or argument list. False where they are no command that loads a model. */
export function readCommandWords({ code, site, literal: { first: token } }: Reader): boolean {
  const [open] = site.scopes;
  const words = open === undefined ? wordsAround(code, token) : wordsIn(code, open);
  if (loadingOf(words.map(({ value }) => value)) === null) return false;
  const [first] = words;
  if (!first) return false;
  const before = code.reading.out.length;
  const { route, ...spot } = spotOf(code, site, first);
  readCommand(code.reading, commandOf(words), { ...spot, route: route.slice(0, -1), context: 'command' });
  return code.reading.out.length > before;
}

/** `system "ollama", "pull", "name"`. */
function wordsAround(code: Code, token: number): readonly ScalarNode[] {
  const { skeleton } = code;
  let first = token;
  while (first > 0 && token - first < MOST_WORDS && skeleton.kinds[first - 1] === STRING && /^\s*,\s*$/.test(behind(skeleton, first - 1)))
    first--;
  const words: ScalarNode[] = [];
  for (let at = first; words.length < MOST_WORDS && skeleton.kinds[at] === STRING; at++) {
    code.done.add(at);
    words.push(literalOf(skeleton, at, code.source).node);
    if (!/^\s*,\s*$/.test(behind(skeleton, at))) break;
  }
  return words;
}

function wordsIn(code: Code, open: number): readonly ScalarNode[] {
  const { skeleton } = code;
  const words: ScalarNode[] = [];
  for (const { first, to } of slotsOf(skeleton, open).slice(0, MOST_WORDS)) {
    const kind = skeleton.kinds[first];
    if ((kind !== STRING && kind !== TEMPLATE && kind !== PIECE) || (skeleton.starts[first] ?? to) >= to) continue;
    const literal = literalOf(skeleton, first, code.source);
    code.done.add(literal.first);
    words.push(literal.node);
  }
  return words;
}
