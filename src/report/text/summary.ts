// What it adds up to: by vendor and by what is exposed, and in one line.
import type { Exposure, Finding, Level, Subject } from '../../model.ts';
import { by } from '../../util/sort.ts';
import { cells, keepEnd, padEnd, padStart, wrap } from '../cells.ts';
import { oneLine, plain } from '../plain.ts';
import { count, exposureWord, levels, levelWord, thousands } from '../words.ts';
import type { Page } from './page.ts';

const GAP = '  ';
const LONGEST_VENDOR = 24;

interface Row {
  readonly vendor: string;
  readonly exposure: Exposure;
  readonly counts: Readonly<Record<Level, number>>;
}

export function summary(findings: readonly Finding[], page: Page): string[] {
  if (findings.length === 0) return [];
  const rows = tally(findings);
  const shown = levels.filter((level) => rows.some(({ counts }) => counts[level] > 0));
  const cellsOf = ({ vendor, exposure, counts }: Row, above: Row | undefined) => [
    vendor === above?.vendor ? '' : keepEnd(plain(vendor), LONGEST_VENDOR),
    exposureWord[exposure],
    ...shown.map((level) => (counts[level] === 0 ? '-' : thousands(counts[level]))),
  ];
  const head = ['vendor', 'exposure', ...shown.map((level) => levelWord[level])];
  const body = rows.map((row, at) => cellsOf(row, rows[at - 1]));
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((row) => cells(row[column] ?? ''))));
  const align = (row: readonly string[]) =>
    row
      .map((cell, column) => (column < 2 ? padEnd : padStart)(cell, widths[column] ?? 0))
      .join(GAP)
      .trimEnd();
  return [page.paint.bold(align(head)), ...body.map(align)];
}

function tally(findings: readonly Finding[]): Row[] {
  const rows = new Map<string, Row>();
  for (const { level, subject } of findings) {
    const { vendor, exposure } = subject.identity;
    const key = `${vendor}\n${exposure}`;
    const { counts } = rows.get(key) ?? { counts: { error: 0, warning: 0, note: 0, none: 0 } };
    rows.set(key, { vendor: vendor ?? 'unknown', exposure, counts: { ...counts, [level]: counts[level] + 1 } });
  }
  return [...rows.values()].sort(
    by(
      ({ vendor }) => vendor,
      ({ exposure }) => exposure,
    ),
  );
}

/** What is read first: how many, how bad, and how many more are not counted. */
export function total(findings: readonly Finding[], page: Page): string[] {
  const active = findings.filter(({ disposition }) => disposition === 'active');
  if (active.length === 0) return [page.paint.good('0 findings.'), ...aside(findings, page)];
  const files = new Set(active.map(({ subject }) => subject.reference.evidence.path)).size;
  const parts = levels
    .map((level) => ({ level, number: active.filter((item) => item.level === level).length }))
    .filter(({ number }) => number > 0)
    .map(({ level, number }) => page.paint.level[level](count(number, levelWord[level], level === 'none' ? 'info' : undefined)));
  return [`${parts.join(', ')} in ${count(files, 'file')}.`, ...aside(findings, page)];
}

function aside(findings: readonly Finding[], page: Page): string[] {
  const suppressed = findings.filter(({ disposition }) => disposition === 'suppressed').length;
  const known = findings.filter(({ disposition }) => disposition === 'baseline').length;
  const parts = [suppressed > 0 ? `${thousands(suppressed)} suppressed` : '', known > 0 ? `${thousands(known)} in the baseline` : ''];
  const said = parts.filter((part) => part !== '').join(', ');
  return said === '' ? [] : wrap(`Not counted: ${said}.`, page.width);
}

const LIBRARIES_SHOWN = 6;

/** What may call models of anybody, so that its being there is no finding. */
export function libraries(inventory: readonly Subject[], page: Page): string[] {
  const names = inventory.flatMap(({ reference, identity }) =>
    reference.kind === 'package' && identity.packageRole === 'multi-provider' ? reference.name : [],
  );
  const different = [...new Set(names)].sort();
  if (different.length === 0) return [];
  const more = different.length - LIBRARIES_SHOWN;
  const shown = different.slice(0, LIBRARIES_SHOWN).join(', ');
  return wrap(oneLine(`Not counted, since they serve models of many vendors: ${shown}${more > 0 ? ` and ${more} more` : ''}.`), page.width);
}
