// One line on a terminal that tells a person to wait. Never in a log, never on stdout, never for a short scan.
import { thousands } from '../report/words.ts';
import { DEFAULT_WIDTH, type Io, isSet } from './io.ts';

const PATIENCE = 1000;
const INTERVAL = 100;
const ERASE_LINE = '\r\u001b[2K';

export interface Progress {
  readonly update: (done: number, total: number) => void;
  readonly clear: () => void;
}

export function progress({ stderr, env, now }: Io): Progress | null {
  if (stderr.isTTY !== true || isSet(env.CI) || env.TERM === 'dumb') return null;
  let next = now() + PATIENCE;
  let drawn = false;
  return {
    update: (done, total) => {
      if (now() < next) return;
      next = now() + INTERVAL;
      drawn = true;
      // One line, or it could not be taken back.
      const room = Math.max(0, (stderr.columns ?? DEFAULT_WIDTH) - 1);
      stderr.write(ERASE_LINE + `searched ${thousands(done)} of ${thousands(total)} files`.slice(0, room));
    },
    clear: () => {
      if (drawn) stderr.write(ERASE_LINE);
      drawn = false;
    },
  };
}
