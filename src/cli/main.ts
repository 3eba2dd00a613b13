// The process: real streams in, the exit code out. Nothing is cut off: the code is set and the streams drain.
import { run } from './run.ts';
import { stages } from './wiring.ts';

export async function main(): Promise<void> {
  const { stdout, stderr, stdin, env } = process;
  // `waybill scan | head`: the reader has enough, which is no error.
  for (const stream of [stdout, stderr]) stream.on('error', ignoreClosedPipe);
  process.exitCode = await run(process.argv.slice(2), { stdout, stderr, stdin, env, now: Date.now }, stages);
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
