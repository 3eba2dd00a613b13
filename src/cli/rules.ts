// `waybill rules`, `waybill explain` and `waybill knowledge check`.
import type { Rule } from '../model.ts';
import { padEnd, wrap } from '../report/cells.ts';
import { paint } from '../report/paint.ts';
import { plain } from '../report/plain.ts';
import { count, levelWord } from '../report/words.ts';
import { exit } from './exit.ts';
import { colorOf, type Io, widthOf, write } from './io.ts';
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
  const line = ({ id, level, title }: Rule) => {
    const lead = idWidth + levelWidth + 4;
    const [first = '', ...rest] = wrap(plain(title), Math.max(20, widthOf(io) - lead));
    const word = colors.level[level](padEnd(levelWord[level], levelWidth));
    return [`${colors.bold(padEnd(id, idWidth))}  ${word}  ${first}`, ...rest.map((part) => ' '.repeat(lead) + part)];
  };
  await write(io.stdout, `${rules.flatMap(line).join('\n')}\n`);
  return exit.ok;
}

export async function explainRule(rule: string, directories: readonly string[], { io, stages }: Context): Promise<number> {
  const text = await stages.explain(rule, directories);
  await write(io.stdout, text.endsWith('\n') ? text : `${text}\n`);
  return exit.ok;
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
