// `waybill identify`: what the catalog knows about a name. One answer a name, in the order of the names, also for unknown ones.
import { createInterface } from 'node:readline';
import { describeIdentity } from '../catalog/identify-lines.ts';
import type { Identity } from '../model.ts';
import { padEnd, wrap } from '../report/cells.ts';
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
  const identify = await stages.identifier(flags.rules ?? [], flags.platform ?? null);
  for await (const name of names.length > 0 ? names : lines(io)) {
    const identity = identify(name);
    await write(
      io.stdout,
      flags.format === 'json' ? `${JSON.stringify(describeIdentity(name, identity))}\n` : asText(name, identity, context),
    );
  }
  return exit.ok;
}

/** A line without a name asks for nothing, as `--help` says: answers stand in the order of the names. */
async function* lines({ stdin }: Io): AsyncGenerator<string> {
  for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const name = line.trim();
    if (name !== '') yield name;
  }
}

const LABEL = 10;

/** A label a line: what it is, who holds which role, and on what that rests. */
function asText(name: string, identity: Identity, { io, color }: Context): string {
  const { bold, quiet } = paint(colorOf(io, io.stdout, color));
  const room = Math.max(20, widthOf(io) - LABEL - 2);
  const rows = rowsOf(identity).flatMap(([label, text]) =>
    wrap(plain(text), room).map((line, at) => `  ${at === 0 ? quiet(padEnd(label, LABEL)) : ' '.repeat(LABEL)}${line}`),
  );
  return `${[bold(plain(name)), ...rows].join('\n')}\n`;
}

function rowsOf(identity: Identity): (readonly [string, string])[] {
  const { outcome, vendor, family, certainty, because, facts } = identity;
  const roles = (['developer', 'publisher', 'operator', 'gateway'] as const).flatMap((role) => {
    const party = identity[role];
    return party === null ? [] : [[role, party.jurisdiction === null ? party.name : `${party.name} (${party.jurisdiction})`] as const];
  });
  const what = outcome === 'identified' ? `${vendor}, family ${family ?? 'not known'} (${certainty})` : outcome;
  const sources = facts.map(({ says, source, checked }) => ['fact', `${says} (${source}, read ${checked})`] as const);
  return [['is', what], ...roles, ['because', because], ...sources];
}
