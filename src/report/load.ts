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
  if (format === 'json') return (await import('./json.ts')).jsonPieces(report);
  return [(await loaders[format]())(report, options)];
}
