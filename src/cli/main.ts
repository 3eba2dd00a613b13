// The process: real streams in, the exit code out. Nothing is cut off: the code is set and the streams drain.
import { writeSync } from 'node:fs';
import { exit } from './exit.ts';
import { run } from './run.ts';
import { stages } from './wiring.ts';

export async function main(): Promise<void> {
  const { stdout, stderr, stdin, env } = process;
  // `waybill scan | head`: the reader has enough, which is no error.
  for (const stream of [stdout, stderr]) stream.on('error', endOfOutput);
  const decided = (code: number) => {
    process.exitCode = code;
  };
  decided(await run(process.argv.slice(2), { stdout, stderr, stdin, env, now: Date.now, decided }, stages));
}

/** Anything else, such as a full disk, leaves half a report: that is neither a finding nor a mistake in waybill. */
function endOfOutput({ code }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE') process.exit();
  writeSync(2, `error: cannot write the report: ${code}\n hint: free some space, or name a file with --output\n`);
  process.exit(exit.usage);
}
