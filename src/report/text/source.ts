// The source line with carets under the value. Columns are UTF-16 units in the report and cells on the screen.
import type { Evidence } from '../../model.ts';
import { cells } from '../cells.ts';
import { plainAligned } from '../plain.ts';
import type { Page } from './page.ts';

/** What stays in sight before the value when the line is longer than the screen. */
const LEAD = 12;
const ELLIPSIS = '…';

/** `mark` paints the carets. */
export function source(
  { excerpt, region }: Evidence,
  number: string,
  { page, mark }: { readonly page: Page; readonly mark: (text: string) => string },
): string[] {
  if (region === null || excerpt.text === '') return [];
  const line = plainAligned(excerpt.text);
  const start = clamp(region.startColumn - excerpt.startColumn, 0, line.length);
  const oneLine = region.endLine === region.startLine;
  const end = clamp(oneLine ? region.endColumn - excerpt.startColumn : line.length, start, line.length);
  const view = crop(line, start, page.width - number.length - 3);
  const lead = view.cut + line.slice(view.from, start);
  const marked = line.slice(start, Math.min(end, view.to));
  const { quiet } = page.paint;
  const carets = '^'.repeat(Math.max(1, cells(marked)));
  const rest = `${line.slice(start + marked.length, view.to)}${view.to < line.length ? ELLIPSIS : ''}`.trimEnd();
  return [
    `${quiet(`${number} │`)} ${lead}${page.paint.bold(marked)}${rest}`,
    `${quiet(`${' '.repeat(number.length)} │`)} ${' '.repeat(cells(lead))}${mark(carets)}`,
  ];
}

interface View {
  readonly from: number;
  readonly to: number;
  /** The ellipsis that stands for what was cut at the left. */
  readonly cut: string;
}

/** The part of a line that fits, with the value in it. */
function crop(line: string, start: number, room: number): View {
  const fits = cells(line) <= room;
  const from = fits || cells(line.slice(0, start)) + LEAD <= room / 2 ? 0 : boundary(line, Math.max(0, start - LEAD));
  const cut = from > 0 ? ELLIPSIS : '';
  let to = line.length;
  while (to > start + 1 && cells(cut) + cells(line.slice(from, to)) + (to < line.length ? 1 : 0) > room) to--;
  return { from, to: boundary(line, to), cut };
}

/** Not between the halves of a surrogate pair. */
function boundary(line: string, at: number): number {
  return /^[\udc00-\udfff]/.test(line.slice(at, at + 1)) ? at - 1 : at;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
