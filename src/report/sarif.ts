// SARIF 2.1.0 for GitHub, GitLab, Azure DevOps and editors: one run of one tool. What each platform reads, and what it
// rejects, decides most of the choices below this folder.
import { serializeSarifLog } from '@microsoft/sarif';
import type { Log, Run } from 'sarif';
import type { Finding, Notice, ScanReport } from '../model.ts';
import { by } from '../util/sort.ts';
import { byLine } from './by-line.ts';
import type { ReportOptions } from './options.ts';
import { SOURCE_ROOT } from './sarif/locations.ts';
import { descriptorCodes, notificationDescriptors, notifications } from './sarif/notifications.ts';
import { result } from './sarif/results.ts';
import { ruleDescriptors } from './sarif/rules.ts';
import { cweTaxonomy } from './sarif/taxonomy.ts';
import { levels } from './words.ts';

/** GitHub and GitLab keep this many results of a run and drop the others in an order of their own. */
const MOST_RESULTS = 5000;

export function sarif(report: ScanReport, options: ReportOptions): string {
  const log: Log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run(report, options)] };
  // Compact: at the most results that platforms take, indentation alone would pass GitLab's 10 MB.
  return `${serializeSarifLog(log as unknown as Parameters<typeof serializeSarifLog>[0], false)}\n`;
}

function run(report: ScanReport, { inactive }: ReportOptions): Run {
  // GitHub shows suppressed results as open alerts, so they are left out unless asked for.
  const findings = byLine(report.findings);
  const wanted = inactive ? findings : findings.filter(({ disposition }) => disposition === 'active');
  const kept = mostSevere(wanted);
  const told = [...report.notices, ...cutNotice(wanted.length, kept.length)];
  const codes = descriptorCodes(told);
  const compared = kept.some(({ disposition }) => disposition === 'baseline');
  const taxonomy = cweTaxonomy(report.rules);
  const ruleIndex = new Map(report.rules.map(({ id }, at) => [id, at]));
  return {
    tool: {
      driver: {
        name: 'waybill',
        semanticVersion: report.waybill,
        version: report.waybill,
        rules: report.rules.map(ruleDescriptors),
        notifications: notificationDescriptors(codes),
        ...(taxonomy ? { supportedTaxonomies: [{ name: taxonomy.name, index: 0, guid: taxonomy.guid }] } : {}),
      },
    },
    ...(taxonomy ? { taxonomies: [taxonomy] } : {}),
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(told, codes, report.prefix) }],
    originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: 'The root of the repository.' } } },
    columnKind: 'utf16CodeUnits',
    results: kept.map((finding) => result(finding, { ruleIndex, prefix: report.prefix, compared })),
    properties: { knowledge: report.knowledge, coverage: report.coverage },
  };
}

/** The most severe, in the order of the report. */
function mostSevere(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MOST_RESULTS) return findings;
  const ranked = findings.map((finding, at) => ({ finding, at }));
  ranked.sort(
    by(
      ({ finding }) => levels.indexOf(finding.level),
      ({ finding }) => -finding.score.score,
      ({ at }) => at,
    ),
  );
  return ranked
    .slice(0, MOST_RESULTS)
    .sort(by(({ at }) => at))
    .map(({ finding }) => finding);
}

function cutNotice(wanted: number, kept: number): Notice[] {
  if (wanted === kept) return [];
  const detail = `${wanted - kept} of ${wanted} results are left out, the least severe first`;
  return [{ kind: 'notice', code: 'results-cut', path: null, line: null, detail }];
}
