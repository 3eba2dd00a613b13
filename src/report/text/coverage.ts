// How much of the tree the answer rests on. Stands under every report, the empty one first of all.
import type { ScanReport } from '../../model.ts';
import { sizeOf } from '../../util/size.ts';
import { by } from '../../util/sort.ts';
import { wrap } from '../cells.ts';
import { oneLine } from '../plain.ts';
import { count, thousands } from '../words.ts';
import type { Page } from './page.ts';

export function coverage({ coverage: seen, knowledge, waybill }: ScanReport, page: Page): string[] {
  const skipped = Object.entries(seen.skipped)
    .filter(([, number]) => number > 0)
    .sort(
      by(
        ([, number]) => -number,
        ([reason]) => reason,
      ),
    )
    .map(([reason, number]) => words(reason, number));
  const says = [
    `Searched ${thousands(seen.searched)} of ${count(seen.listed, 'file')} (${sizeOf(seen.bytes)}), parsed ${thousands(seen.parsed)};`,
    skipped.length > 0 ? `not read: ${skipped.join(', ')}.` : 'all were read.',
  ];
  const version = `waybill ${waybill}, knowledge ${knowledge.version} (checked ${knowledge.checked})`;
  return [...wrap(oneLine(says.join(' ')), page.width), ...wrap(oneLine(version), page.width).map(page.paint.quiet)];
}

/** Words for the reasons that do not explain themselves. */
const reasonWords: Readonly<Record<string, string>> = {
  unclaimed: 'of kinds that no walker reads',
  policy: 'policy',
  deleted: 'not on disk',
  special: 'no regular files',
  submodule: 'folders in place of files',
  report: 'written by waybill',
};

function words(reason: string, files: number): string {
  if (reason === 'symlink') return count(files, 'symbolic link');
  return `${thousands(files)} ${reasonWords[reason] ?? reason.replaceAll('-', ' ')}`;
}
