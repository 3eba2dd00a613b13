// Streams and stages that a test holds in its hands.
import { Readable, Writable } from 'node:stream';
import type { Io, Sink } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import type { Stages } from '../../src/cli/stages.ts';
import type { Identity, Level, ScanReport } from '../../src/model.ts';
import type { ScanOptions } from '../../src/scan.ts';
import { identity, report, rules } from '../report/sample.ts';

export interface Given {
  readonly report?: ScanReport;
  readonly failOn?: Level;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether a terminal is at both ends, and how wide it is. */
  readonly columns?: number;
  /** Replaces a stage. */
  readonly stages?: Partial<Stages>;
  /** Milliseconds from one look at the clock to the next. */
  readonly tick?: number;
}

export interface Seen {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly requests: readonly ScanOptions[];
}

function sink(columns: number | undefined): { readonly stream: Sink; readonly text: () => string } {
  let text = '';
  const stream = new Writable({
    write(chunk, _, done) {
      text += chunk;
      done();
    },
  });
  return { stream: Object.assign(stream, columns === undefined ? {} : { isTTY: true, columns }), text: () => text };
}

function fakeStages(given: Given, requests: ScanOptions[]): Stages {
  const known = (name: string): Identity =>
    identity(
      name.startsWith('qwen')
        ? { vendor: 'qwen' }
        : { outcome: 'unknown', vendor: null, family: null, developer: null, operator: null, because: 'nothing is known about it' },
    );
  return {
    scan: async (request) => {
      requests.push(request);
      for (let done = 0; done <= 1400; done += 200) request.onProgress?.(done, 1400);
      return { report: given.report ?? report(), failOn: given.failOn ?? 'warning' };
    },
    rules: async () => rules,
    checkRules: async (directory) => ({ checked: directory ?? '4 rules', problems: [] }),
    explain: async (rule) => `${rule} explained`,
    identifier: async () => known,
    checkKnowledge: async (directory) => ({ checked: directory ?? '9 files', problems: [] }),
    ...given.stages,
  };
}

/** Runs a command line as a shell would split it: blanks divide, single quotes hold together. */
export async function waybill(line: string, given: Given = {}): Promise<Seen> {
  const requests: ScanOptions[] = [];
  const stdout = sink(given.columns);
  const stderr = sink(given.columns);
  let time = Date.UTC(2026, 10, 25, 12);
  const io: Io = {
    stdout: stdout.stream,
    stderr: stderr.stream,
    stdin: Object.assign(Readable.from([given.stdin ?? '']), given.stdin === undefined ? { isTTY: true } : {}),
    env: given.env ?? {},
    now: () => {
      time += given.tick ?? 0;
      return time;
    },
    decided: () => undefined,
  };
  const argv = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  const code = await run(argv, io, fakeStages(given, requests));
  return { code, out: stdout.text(), err: stderr.text(), requests };
}
