// A rule as SARIF metadata: the same for every scan, for platforms show the metadata of the last upload for all alerts.
import type { ReportingDescriptor } from 'sarif';
import type { Level, Rule } from '../../model.ts';
import { cut, firstSentence, plain } from '../plain.ts';
import { cweRelationships } from './taxonomy.ts';

const LONGEST_NAME = 255;
const LONGEST_DESCRIPTION = 1024;
/** GitHub shows the first ten tags. */
const MOST_TAGS = 10;

const problemSeverity: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'recommendation',
  none: 'recommendation',
};

export function ruleDescriptors(rule: Rule): ReportingDescriptor {
  const relationships = cweRelationships(rule);
  return {
    id: rule.id,
    name: cut(pascalCase(rule.id), LONGEST_NAME),
    shortDescription: { text: cut(ended(plain(rule.title)), LONGEST_DESCRIPTION) },
    fullDescription: { text: cut(ended(firstSentence(rule.why)), LONGEST_DESCRIPTION) },
    help: { text: help(rule, ''), markdown: help(rule, '## ') },
    defaultConfiguration: { level: shownLevel(rule.level) },
    ...(relationships.length > 0 ? { relationships } : {}),
    properties: {
      tags: tagsOf(rule),
      precision: 'high',
      'problem.severity': problemSeverity[rule.level],
      ...(rule.securitySeverity === null ? {} : { 'security-severity': rule.securitySeverity.toFixed(1) }),
    },
  };
}

/** Platforms know three levels; `none` would hide a result from some of them. */
export function shownLevel(level: Level): 'note' | 'warning' | 'error' {
  return level === 'none' ? 'note' : level;
}

/** `deepseek-vendor-endpoint` to `DeepseekVendorEndpoint`. */
export function pascalCase(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** GitHub heeds `security-severity` only with the tag `security`. */
function tagsOf({ tags, vendor, securitySeverity }: Rule): string[] {
  const own = [...(securitySeverity === null ? [] : ['security']), 'supply-chain', 'model-provenance', `vendor/${vendor}`];
  return [...new Set([...own, ...tags])].slice(0, MOST_TAGS);
}

/** The same words with and without headings: platforms that show Markdown show only that. */
function help(rule: Rule, heading: '' | '## '): string {
  const sections: readonly (readonly [string, string])[] = [
    ['What it is', ended(rule.title.trim())],
    ['Why it matters', rule.why.trim()],
    ['What to do', rule.fix.trim()],
    ['How to accept it', waiver(rule.id)],
    ...(rule.references.length > 0 ? [['References', rule.references.map((item) => `- ${item}`).join('\n')] as const] : []),
  ];
  return sections.map(([title, text]) => `${heading}${title}\n\n${text}`).join('\n\n');
}

function waiver(id: string): string {
  return `If the use is known and accepted, suppress it in waybill.yaml; it then no longer counts and stays in the report:

    suppress:
      - rule: ${id}
        path: where/it/stands/**
        reason: why it is accepted
        owner: who answers for it
        expires: the last day, at most a year ahead

Or write a comment on its line: waybill: ignore[${id}] the reason`;
}
