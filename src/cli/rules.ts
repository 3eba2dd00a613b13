// `waybill rules`, `waybill explain` and `waybill knowledge check`.
import type { Rule } from '../model.ts';
import { padEnd, wrap } from '../report/cells.ts';
import { paint } from '../report/paint.ts';
import { plain, plainAligned } from '../report/plain.ts';
import { count, levelWord } from '../report/words.ts';
import { exit } from './exit.ts';
import { colorOf, type Io, isSet, widthOf, write } from './io.ts';
import type { CheckOutcome, Stages } from './stages.ts';

export interface Context {
  readonly io: Io;
  readonly stages: Stages;
  readonly color: boolean;
}

export async function listRules(directories: readonly string[], { io, stages, color }: Context): Promise<number> {
  const rules = await stages.rules(directories);
  const idWidth = Math.max(...rules.map(({ id }) => id.length));
  const levelWidth = Math.max(...rules.map(({ level }) => levelWord[level].length));
  const colors = paint(colorOf(io, io.stdout, color));
  const lead = idWidth + levelWidth + 4;
  // Whoever searches the list in a pipe wants each rule on one line.
  const room = io.stdout.isTTY === true || isSet(io.env.COLUMNS) ? Math.max(20, widthOf(io) - lead) : Number.POSITIVE_INFINITY;
  const line = ({ id, level, title }: Rule) => {
    const [first = '', ...rest] = wrap(plain(title), room);
    const word = colors.level[level](padEnd(levelWord[level], levelWidth));
    return [`${colors.bold(padEnd(id, idWidth))}  ${word}  ${first}`, ...rest.map((part) => ' '.repeat(lead) + part)];
  };
  await write(io.stdout, `${rules.flatMap(line).join('\n')}\n`);
  return exit.ok;
}

export async function explainRule(rule: string, directories: readonly string[], { io, stages, color }: Context): Promise<number> {
  const { bold } = paint(colorOf(io, io.stdout, color));
  const width = Math.min(WIDEST, Math.max(NARROWEST, widthOf(io)));
  const lines = (await stages.explain(rule, directories)).trimEnd().split('\n');
  const isTitle = (at: number) => at === 0 || (lines[at - 1] === '' && lines[at + 1] === '' && TITLE.test(lines[at] ?? ''));
  const shown = lines.flatMap((line, at) => wrapped(line, width).map((part) => (isTitle(at) ? bold(part) : part)));
  await write(io.stdout, `${shown.join('\n')}\n`);
  return exit.ok;
}

const NARROWEST = 40;
const WIDEST = 100;
/** A few words without a full stop, alone between blank lines. */
const TITLE = /^[A-Z][A-Za-z ]{1,30}$/;

/** Prose is wrapped and hangs from its dash; an indented line is an example and stays as it is. */
function wrapped(line: string, width: number): string[] {
  const text = plainAligned(line);
  if (text.startsWith('    ')) return [text];
  const lead = text.startsWith('- ') ? '  ' : '';
  const [first = '', ...rest] = wrap(text.slice(lead.length), width - lead.length);
  return [text.slice(0, lead.length) + first, ...rest.map((part) => lead + part)];
}

/** A file of rules or facts that is wrong is its writer's mistake: exit 2. */
export async function checked({ checked: what, problems }: CheckOutcome, { io, color }: Context): Promise<number> {
  if (problems.length === 0) {
    await write(io.stdout, `${paint(colorOf(io, io.stdout, color)).good('ok')} ${plain(what)}\n`);
    return exit.ok;
  }
  for (const { where, message } of problems) await write(io.stderr, `${plain(where)}: ${plain(message)}\n`);
  await write(io.stderr, `${count(problems.length, 'problem')} in ${plain(what)}\n`);
  return exit.usage;
}
