// For a person at a terminal: findings by file with their source line, then what it adds up to, then what was not seen.
import type { Finding, Rule, ScanReport } from '../model.ts';
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
  const ruleOf = onceEach(report.rules);
  const blocks = [
    ...[...groupByPath(shown)].flatMap(([path, findings]) => file(path, findings, { ruleOf, page })),
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

type RuleOf = (finding: Finding) => Rule | undefined;

/** The reasons of a rule are told once a file, those of mere notes once in all. */
function onceEach(rules: readonly Rule[]): RuleOf {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const told = new Set<string>();
  return ({ rule, level, subject }) => {
    const key = level === 'error' || level === 'warning' ? `${rule} ${subject.reference.evidence.path}` : rule;
    if (told.has(key)) return undefined;
    told.add(key);
    return byId.get(rule);
  };
}

/** A list names what could be used, or must not be, and not what is: its findings take one line each. */
function file(path: string, findings: readonly Finding[], { ruleOf, page }: { ruleOf: RuleOf; page: Page }): string[][] {
  const blocks = findings.filter((item) => !isListed(item)).map((item) => finding(item, ruleOf(item), page));
  const listed = findings.filter(isListed).flatMap((item) => folded(item, page));
  const [head = [], ...rest] = listed.length > 0 ? [...blocks, listed] : blocks;
  return [[page.paint.heading(keepEnd(plain(path), page.width)), ...head], ...rest];
}

function isListed({ subject }: Finding): boolean {
  const { usage } = subject.reference.evidence;
  return usage === 'catalogue' || usage === 'denylist';
}
