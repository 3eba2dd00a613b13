// `waybill scan`: from flags to a report and an exit code.
import type { Level, ScanReport } from '../model.ts';
import type { Format } from '../report/index.ts';
import { levels } from '../report/words.ts';
import type { ScanOutcome } from '../scan.ts';
import { cacheFolder } from './cache.ts';
import { exit } from './exit.ts';
import { colorOf, type Io, today, widthOf, write } from './io.ts';
import { checkOutput, writeReport } from './output.ts';
import { progress } from './progress.ts';
import type { Stages } from './stages.ts';

const PUBLIC_HUB = 'https://huggingface.co';

export interface ScanFlags {
  readonly format: Format;
  readonly output?: string;
  readonly failOn?: Level;
  readonly exitZero?: boolean;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly rules?: readonly string[];
  readonly config?: string;
  readonly baseline?: string;
  readonly hub?: boolean;
  readonly strict?: boolean;
  readonly suppressed?: boolean;
  readonly cache: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
}

export async function scanCommand(paths: readonly string[], flags: ScanFlags, { io, stages }: { io: Io; stages: Stages }): Promise<number> {
  if (flags.output !== undefined) await checkOutput(flags.output);
  const outcome = await scanWithProgress(paths, flags, { io, stages });
  const code = exitCode(outcome, flags);
  io.decided(code);
  await tell(outcome.report, flags, io);
  return code;
}

async function scanWithProgress(
  paths: readonly string[],
  flags: ScanFlags,
  { io, stages }: { io: Io; stages: Stages },
): Promise<ScanOutcome> {
  const line = flags.quiet ? null : progress(io);
  try {
    return await stages.scan({
      paths: paths.length > 0 ? paths : ['.'],
      include: flags.include ?? [],
      exclude: flags.exclude ?? [],
      rulesDirs: flags.rules ?? [],
      configFile: flags.config ?? null,
      baselineFile: flags.baseline ?? null,
      hub: flags.hub ? io.env.HF_ENDPOINT || PUBLIC_HUB : null,
      today: today(io),
      cacheDir: flags.cache ? cacheFolder(io.env) : null,
      onProgress: line?.update ?? null,
    });
  } finally {
    line?.clear();
  }
}

async function tell(report: ScanReport, flags: ScanFlags, io: Io): Promise<void> {
  const options = { width: widthOf(io), inactive: flags.suppressed ?? false, brief: flags.quiet ?? false };
  const { loaders, piecesOf } = await import('../report/load.ts');
  if (flags.output === undefined) {
    const color = colorOf(io, io.stdout, flags.color);
    for (const piece of await piecesOf(flags.format, report, { ...options, color })) await write(io.stdout, piece);
    return;
  }
  await writeReport(flags.output, await piecesOf(flags.format, report, { ...options, brief: false, color: false }));
  if (flags.quiet) return;
  const summary = await loaders.text();
  await write(io.stderr, summary(report, { ...options, brief: true, color: colorOf(io, io.stderr, flags.color) }));
}

/** Findings weigh more than gaps: what was found is certain, what was not seen may be nothing. */
export function exitCode({ report, failOn }: ScanOutcome, { failOn: flag, exitZero, strict }: ScanFlags): number {
  const threshold = flag ?? failOn;
  const failing = report.findings.some(({ level, disposition }) => disposition === 'active' && reaches(level, threshold));
  if (failing && !exitZero) return exit.findings;
  return strict && report.notices.length > 0 ? exit.gaps : exit.ok;
}

/** `none` as a threshold: nothing fails. */
function reaches(level: Level, threshold: Level): boolean {
  return threshold !== 'none' && levels.indexOf(level) <= levels.indexOf(threshold);
}
