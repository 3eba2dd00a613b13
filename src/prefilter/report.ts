// A report of waybill names all that it found. Searched, a baseline that is kept in the tree would be found itself.
import type { Source } from './search.ts';

const NAME = /\.json$/i;
const HEAD = 512;
/** As `src/report` begins one, however it was laid out since. */
const STARTS = [
  /^\s{0,20}\{\s{0,20}"schema"\s{0,20}:\s{0,20}"waybill-report-\d{1,3}"\s{0,20},\s{0,20}"waybill"\s{0,20}:/,
  /^\s{0,20}\{\s{0,20}"\$schema"\s{0,20}:\s{0,20}"https:[^"\s]{1,80}\/sarif-2\.1\.0\.json"[^"]{1,20}"version"[^"]{1,20}"2\.1\.0"[^"]{1,20}"runs"[^"]{1,60}"tool"[^"]{1,60}"driver"[^"]{1,60}"name"[^"]{1,20}"waybill"/,
];

export function isReport(source: Source, path: string): boolean {
  if (!NAME.test(path)) return false;
  const head = Buffer.alloc(HEAD);
  const text = head.toString('latin1', 0, source.read(path, head, 0));
  return STARTS.some((start) => start.test(text));
}
