// One run of the command line, without the process: arguments and streams in, an exit code out.
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { UsageError } from '../util/errors.ts';
import { report } from './errors.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { program } from './program.ts';
import type { Stages } from './stages.ts';

/** `argv` without the names of node and of the script. */
export async function run(argv: readonly string[], io: Io, stages: Stages): Promise<number> {
  let code: number = exit.ok;
  try {
    const commands = program({
      io,
      stages,
      done: (given) => {
        code = given;
      },
    });
    refusePath(argv[0] ?? '', commands);
    await commands.parseAsync(completed(argv, commands), { from: 'user' });
    return code;
  } catch (error) {
    return report(error, io);
  }
}

/** The one option that every command has. */
const PLAIN = '--no-color';

/** What a command means when it stands alone. */
const alone: Readonly<Record<string, readonly string[]>> = { rules: ['rules', 'list'], knowledge: ['knowledge', 'check'] };

function completed(argv: readonly string[], commands: Command): string[] {
  const [first = '--help', ...names] = argv.filter((word) => word !== PLAIN);
  if (first === 'help') return helped(names, commands);
  if (names.length > 0) return [...argv];
  return [...(alone[first] ?? [first]), ...argv.filter((word) => word === PLAIN)];
}

/** `help rules list` is `rules list --help`; a command that there is not is one to be told about, with the nearest. */
function helped(names: readonly string[], commands: Command): string[] {
  let at = commands;
  for (const [depth, name] of names.entries()) {
    if (at.commands.length === 0) return [...names.slice(0, depth), '--help'];
    const next = at.commands.find((command) => command.name() === name);
    if (!next) return names.slice(0, depth + 1);
    at = next;
  }
  return [...names, '--help'];
}

/** `waybill src` is what a newcomer types. */
function refusePath(first: string, { commands }: Command): void {
  if (first === '' || first.startsWith('-') || commands.some((command) => command.name() === first)) return;
  if (!/[/\\]|^\.{1,2}$/.test(first) && !existsSync(first)) return;
  throw new UsageError(`${first} is not a command`, { code: 'no-command', hint: `waybill scan ${first}` });
}
