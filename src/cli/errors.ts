// What a person sees when something went wrong, and the exit code that goes with it.
import { CommanderError } from 'commander';
import { plain } from '../report/plain.ts';
import { UsageError } from '../util/errors.ts';
import { meant } from '../util/misfit.ts';
import { version } from '../util/version.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';

export function report(error: unknown, { stderr }: Io): number {
  // Commander has already printed what it had to say; help and version are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.ok : exit.usage;
  if (error instanceof UsageError) {
    stderr.write(mistake(error));
    return exit.usage;
  }
  stderr.write(bug(error));
  return exit.bug;
}

function mistake({ message, where, hint }: UsageError): string {
  const lines = [`error: ${message}`, ...(where === null ? [] : [`   at: ${where}`]), ...(hint === null ? [] : [` hint: ${hint}`])];
  return `${lines.map(plain).join('\n')}\n`;
}

function bug(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = stack.split('\n').map(plain).join('\n');
  return `${lines}\n\nThis is a bug in waybill ${version} (Node ${process.version}, ${process.platform}), not in what you scanned.\nPlease report it to the maintainers with the lines above and the command that you ran.\n`;
}

/** Commander's own words, in the form of every other error: `error: …`, then what to do. */
export function commanderError(text: string, command: string): string {
  const [first = '', ...rest] = text.trim().split('\n');
  const [, option, value = '', choices = ''] = CHOICE.exec(first) ?? [];
  const suggestion = /^\(Did you mean (.*)\?\)$/.exec(rest.join(' ').trim())?.[1];
  const elsewhere = suggestion === undefined ? `${command} --help lists what there is` : `did you mean ${suggestion}?`;
  const message =
    option === undefined ? first.replace('. Expected', ': expected').replace(/\.$/, '') : `error: ${option} does not know '${value}'`;
  const hint = option === undefined ? elsewhere : meant(value, choices.split(', '));
  return `${plain(message)}\n hint: ${plain(hint)}\n`;
}

/** `error: option '-f, --format <format>' argument 'xml' is invalid. Allowed choices are text, json.` */
const CHOICE = /^error: option '(?:-[a-z], )?(--[a-z-]{1,40})[^']{0,60}' argument '(.*)' is invalid\. Allowed choices are ([^.]*)\.$/;
