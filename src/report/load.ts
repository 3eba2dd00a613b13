// The reporters one by one, for whoever needs only one: a text report does not wait for the SARIF library.
import type { ScanReport } from '../model.ts';
import type { Format, Reporter, ReportOptions } from './index.ts';

export const loaders: Readonly<Record<Format, () => Promise<Reporter>>> = {
  text: async () => (await import('./text.ts')).text,
  json: async () => (await import('./json.ts')).json,
  sarif: async () => (await import('./sarif.ts')).sarif,
};

/** What a reporter writes, in pieces where it can be longer than a string may be. */
export async function piecesOf(format: Format, report: ScanReport, options: ReportOptions): Promise<Iterable<string>> {
  if (format === 'json') return gathered((await import('./json.ts')).jsonPieces(report));
  return [(await loaders[format]())(report, options)];
}

const MEGABYTE = 1 << 20;

/** Few long pieces instead of thousands of short ones: each is a write that is waited for. */
function* gathered(pieces: Iterable<string>): Generator<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < MEGABYTE) continue;
    yield text;
    text = '';
  }
  yield text;
}
