// For a person at a terminal: findings by file with their source line, then what it adds up to, then what was not seen.
import type { Finding, Level, Rule, ScanReport } from '../model.ts';
import { byLine } from './by-line.ts';
import type { ReportOptions } from './options.ts';
import { paint } from './paint.ts';
import { plain } from './plain.ts';
import { coverage } from './text/coverage.ts';
import { finding, folded, others } from './text/finding.ts';
import { notices } from './text/notices.ts';
import type { Page } from './text/page.ts';
import { libraries, summary, total } from './text/summary.ts';

const NARROWEST = 40;
/** Longer lines are hard to read, however wide the terminal. */
const WIDEST = 120;
const NOTES_SHOWN = 2;

export function text(report: ScanReport, options: ReportOptions): string {
  const page: Page = { width: Math.min(WIDEST, Math.max(NARROWEST, options.width)), paint: paint(options.color) };
  const findings = byLine(report.findings);
  const shown = options.inactive ? findings : findings.filter(({ disposition }) => disposition === 'active');
  const end = [...total(findings, page), ...libraries(report.inventory, page), ...coverage(report, page)];
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
    const key = isNote(level) ? rule : `${rule} ${subject.reference.evidence.path}`;
    if (told.has(key)) return undefined;
    told.add(key);
    return byId.get(rule);
  };
}

/**
 * A list names what could be used, or must not be, and not what is: its findings take one line each. Of mere notes the
 * first two of a rule stand for the others of the file.
 */
function file(path: string, findings: readonly Finding[], { ruleOf, page }: { ruleOf: RuleOf; page: Page }): string[][] {
  const single = findings.filter((item) => !isListed(item));
  const surplus = new Set(
    beyond(
      NOTES_SHOWN,
      single.filter(({ level }) => isNote(level)),
    ),
  );
  const blocks = single.filter((item) => !surplus.has(item)).map((item) => finding(item, ruleOf(item), page));
  const rules = [...new Set([...surplus].map(({ rule }) => rule))];
  const short = [
    ...rules.flatMap((rule) =>
      others(
        [...surplus].filter((item) => item.rule === rule),
        page,
      ),
    ),
    ...findings.filter(isListed).flatMap((item) => folded(item, page)),
  ];
  const [head = [], ...rest] = short.length > 0 ? [...blocks, short] : blocks;
  // Whole, however long: in a log it is all that leads to the file, and a terminal opens it.
  return [[page.paint.heading(plain(path)), ...head], ...rest];
}

/** What is left of each rule when its first few are taken. */
function beyond(few: number, findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>();
  return findings.filter(({ rule }) => {
    const before = seen.get(rule) ?? 0;
    seen.set(rule, before + 1);
    return before >= few;
  });
}

function isNote(level: Level): boolean {
  return level === 'note' || level === 'none';
}

function isListed({ subject }: Finding): boolean {
  const { usage } = subject.reference.evidence;
  return usage === 'catalogue' || usage === 'denylist';
}
