// What the commands may touch of the process, so that a test can hold all of it.
import { once } from 'node:events';

export type Sink = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Takes the exit code as soon as it is known: a reader may leave before the report ends, and what was found stays found. */
  readonly decided: (code: number) => void;
}

export const DEFAULT_WIDTH = 80;

/** Waits while the reader is behind: a million lines must not pile up in memory. */
export async function write(sink: Sink, text: string): Promise<void> {
  if (!sink.write(text)) await once(sink, 'drain');
}

export function widthOf({ stdout, env }: Io): number {
  const told = Number(env.COLUMNS);
  return stdout.columns ?? (Number.isInteger(told) && told > 0 ? told : DEFAULT_WIDTH);
}

/** `--no-color` first, then NO_COLOR and FORCE_COLOR, then whether somebody is looking. */
export function colorOf({ env }: Io, sink: Sink, wanted = true): boolean {
  if (!wanted || isSet(env.NO_COLOR)) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return sink.isTTY === true && env.TERM !== 'dumb';
}

/** The day of the scan, which decides what has expired; SOURCE_DATE_EPOCH makes a scan repeatable. */
export function today({ env, now }: Io): string {
  const epoch = /^\d{1,11}$/.test(env.SOURCE_DATE_EPOCH ?? '') ? Number(env.SOURCE_DATE_EPOCH) * 1000 : now();
  return new Date(epoch).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

export function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
