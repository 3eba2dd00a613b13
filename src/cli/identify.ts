// `waybill identify`: what the catalog knows about a name. One answer a name, in the order of the names, also for unknown ones.
import { createInterface } from 'node:readline';
import type { Identity } from '../model.ts';
import { wrap } from '../report/cells.ts';
import { paint } from '../report/paint.ts';
import { plain } from '../report/plain.ts';
import { UsageError } from '../util/errors.ts';
import { exit } from './exit.ts';
import { colorOf, type Io, widthOf, write } from './io.ts';
import type { Context } from './rules.ts';

export interface IdentifyFlags {
  readonly platform?: string;
  readonly format: 'text' | 'json';
  readonly rules?: readonly string[];
}

export async function identifyCommand(names: readonly string[], flags: IdentifyFlags, context: Context): Promise<number> {
  const { io, stages } = context;
  if (names.length === 0 && io.stdin.isTTY === true) {
    throw new UsageError('no name to identify', {
      code: 'no-names',
      hint: 'waybill identify qwen3-8b, or one name a line on standard input',
    });
  }
  const identify = await stages.identifier(flags.rules ?? []);
  for await (const name of names.length > 0 ? names : lines(io)) {
    const identity = identify(name, flags.platform ?? null);
    await write(io.stdout, flags.format === 'json' ? asJson(name, identity) : await asText(name, identity, context));
  }
  return exit.ok;
}

async function* lines({ stdin }: Io): AsyncGenerator<string> {
  for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const name = line.trim();
    if (name !== '') yield name;
  }
}

function asJson(name: string, identity: Identity): string {
  return `${JSON.stringify({ name, ...identity })}\n`;
}

async function asText(name: string, identity: Identity, { io, stages, color }: Context): Promise<string> {
  const says = (await stages.describe(identity)).split('\n').map(plain);
  const body = says.flatMap((line) => wrap(line, Math.max(20, widthOf(io) - 2))).map((line) => `  ${line}`);
  return `${[paint(colorOf(io, io.stdout, color)).bold(plain(name)), ...body].join('\n')}\n`;
}
