// For a person at a terminal: findings by file with their source line, then what it adds up to, then what was not seen.
import type { Finding, ScanReport } from '../model.ts';
import { keepEnd } from './cells.ts';
import type { ReportOptions } from './options.ts';
import { paint } from './paint.ts';
import { plain } from './plain.ts';
import { coverage } from './text/coverage.ts';
import { finding, folded } from './text/finding.ts';
import { notices } from './text/notices.ts';
import type { Page } from './text/page.ts';
import { summary, total } from './text/summary.ts';

const NARROWEST = 40;
/** Longer lines are hard to read, however wide the terminal. */
const WIDEST = 120;

export function text(report: ScanReport, options: ReportOptions): string {
  const page: Page = { width: Math.min(WIDEST, Math.max(NARROWEST, options.width)), paint: paint(options.color) };
  const shown = options.inactive ? report.findings : report.findings.filter(({ disposition }) => disposition === 'active');
  const end = [...total(report.findings, page), ...coverage(report, page)];
  if (options.brief) return `${end.join('\n')}\n`;
  const blocks = [
    ...[...groupByPath(shown)].flatMap(([path, findings]) => file(path, findings, { report, page })),
    summary(shown, page),
    notices(report.notices, page),
    end,
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function groupByPath(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const item of findings) {
    const { path } = item.subject.reference.evidence;
    const group = groups.get(path);
    if (group) group.push(item);
    else groups.set(path, [item]);
  }
  return groups;
}

/** A catalogue lists what could be used, not what is: its findings take one line each. */
function file(path: string, findings: readonly Finding[], { report, page }: { report: ScanReport; page: Page }): string[][] {
  const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
  const listed = findings.filter(inCatalogue);
  const told = new Set<string>();
  const blocks = findings
    .filter((item) => !inCatalogue(item))
    .map((item) => {
      const first = !told.has(item.rule);
      told.add(item.rule);
      return finding(item, first ? rules.get(item.rule) : undefined, page);
    });
  const all = listed.length > 0 ? [...blocks, listed.flatMap((item) => folded(item, page))] : blocks;
  const [head = [], ...rest] = all;
  return [[page.paint.heading(keepEnd(plain(path), page.width)), ...head], ...rest];
}

function inCatalogue(item: Finding): boolean {
  return item.subject.reference.evidence.usage === 'catalogue';
}
