// One run of the command line, without the process: arguments and streams in, an exit code out.
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
    refusePath(argv[0] ?? '');
    await commands.parseAsync(completed(argv), { from: 'user' });
    return code;
  } catch (error) {
    return report(error, io);
  }
}

/** What a command means when it stands alone. */
const alone: Readonly<Record<string, readonly string[]>> = { rules: ['rules', 'list'], knowledge: ['knowledge', 'check'] };

function completed(argv: readonly string[]): string[] {
  if (argv.length === 0) return ['--help'];
  return [...((argv.length === 1 ? alone[argv[0] ?? ''] : undefined) ?? argv)];
}

/** `waybill src/` is what a newcomer types. */
function refusePath(first: string): void {
  if (!/^\.{0,2}\/|^\.{1,2}$|\/$/.test(first)) return;
  throw new UsageError(`${first} is not a command`, { code: 'no-command', hint: `waybill scan ${first}` });
}
