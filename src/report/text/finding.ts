// One finding: what, where, why, what to do, where it comes from, and how the score came about.
import type { Finding, Rule, Score, Subject, Term } from '../../model.ts';
import { nameOfReference, nodeName } from '../../util/naming.ts';
import { cells, padEnd, padStart, wrap } from '../cells.ts';
import { firstSentence, oneLine } from '../plain.ts';
import { count, factorWord, levelWord, relationWords, witness } from '../words.ts';
import type { Page } from './page.ts';
import { source } from './source.ts';

const INDENT = 2;
const LABEL = 8;
const NAMED = 3;
const LINES_NAMED = 20;

/** `rule` is given where its reasons have not been told yet. */
export function finding(item: Finding, rule: Rule | undefined, page: Page): string[] {
  const { evidence } = item.subject.reference;
  const number = padStart(String(evidence.region?.startLine ?? ''), INDENT + 3);
  return [
    title(item, page),
    ...source(evidence, number, { page, mark: page.paint.level[item.level] }),
    ...paragraph(item.message, page),
    ...(rule ? labelled('why', [firstSentence(rule.why)], page) : []),
    ...(rule ? labelled('fix', [firstSentence(rule.fix)], page) : []),
    ...lineage(item.subject, page),
    ...labelled('also', also(item), page),
    ...scoreLines(item.score, page),
    ...labelled('reason', item.reason === null ? [] : [oneLine(item.reason)], page),
  ];
}

/** A finding in a catalogue or a deny-list, on one line. */
export function folded(item: Finding, page: Page): string[] {
  const { reference } = item.subject;
  const more = item.also.length > 0 ? ` and ${count(item.also.length, 'more name')}` : '';
  const at = reference.evidence.region === null ? '' : `line ${reference.evidence.region.startLine}: `;
  const [first = '', ...rest] = wrap(
    oneLine(
      `${at}${nameOfReference(reference)}${more}, ${reference.evidence.usage === 'denylist' ? 'on a deny-list' : 'listed in a catalogue'}`,
    ),
    page.width - 2 * INDENT,
  );
  return [title(item, page), ...[first, ...rest].map((line) => ' '.repeat(2 * INDENT) + line)];
}

/** Further notes of one rule in one file, by their lines. */
export function others(items: readonly Finding[], page: Page): string[] {
  const lines = [...new Set(items.map(({ subject }) => subject.reference.evidence.region?.startLine ?? 1))];
  const shown = lines.slice(0, LINES_NAMED).join(', ');
  const rest = lines.length > LINES_NAMED ? ` and ${count(lines.length - LINES_NAMED, 'more line')}` : '';
  const says = `${count(items.length, 'more note')} of this rule on ${lines.length === 1 ? 'line' : 'lines'} ${shown}${rest}`;
  const [first] = items;
  const indent = ' '.repeat(2 * INDENT);
  return first === undefined ? [] : [title(first, page), ...wrap(says, page.width - indent.length).map((line) => indent + line)];
}

function title({ level, rule, disposition }: Finding, page: Page): string {
  const state = disposition === 'active' ? '' : ` (${disposition})`;
  return `${' '.repeat(INDENT)}${page.paint.level[level](levelWord[level])} ${page.paint.bold(oneLine(rule))}${state}`;
}

const body = ' '.repeat(INDENT + 4);

function paragraph(message: string, page: Page): string[] {
  return wrap(oneLine(message), page.width - body.length).map((line) => body + line);
}

function labelled(label: string, paragraphs: readonly string[], page: Page): string[] {
  const lines = paragraphs.filter((item) => item !== '').flatMap((item) => wrap(item, page.width - body.length - LABEL));
  return column(label, lines, page);
}

/** Lines that are broken already, beside their label. */
function column(label: string, lines: readonly string[], page: Page): string[] {
  return lines.map((line, at) => `${body}${at === 0 ? page.paint.quiet(padEnd(label, LABEL)) : ' '.repeat(LABEL)}${line}`);
}

/** The chain from the name in the file to the weights behind it; a step that does not go on from the last one names its start. */
function lineage({ reference, lineage: steps }: Subject, page: Page): string[] {
  if (steps.length === 0) return [];
  let at = steps[0]?.from ?? nameOfReference(reference);
  const lines = wrap(oneLine(nodeName(at)), page.width - body.length - LABEL);
  for (const step of steps) {
    const start = step.from === at ? '' : `${nodeName(step.from)} `;
    lines.push(...arrow(`${start}${relationWords[step.relation]} ${nodeName(step.to)}`, witness(step), page));
    at = step.to;
  }
  return column('from', lines, page);
}

function arrow(says: string, who: string, page: Page): string[] {
  const room = page.width - body.length - LABEL - 2;
  const line = `${oneLine(says)} (${oneLine(who)})`;
  const parts = cells(line) <= room ? [line] : [...wrap(oneLine(says), room), ...wrap(`(${oneLine(who)})`, room)];
  return parts.map((part, at) => `${at === 0 ? '→' : ' '} ${part}`);
}

/** `MODEL (line 12)`: what stands on the line of the finding itself needs no place. */
function also({ also: others, subject }: Finding): string[] {
  if (others.length === 0) return [];
  const here = subject.reference.evidence.region?.startLine;
  const named = ({ reference }: Subject) => {
    const line = reference.evidence.region?.startLine;
    return oneLine(nameOfReference(reference)) + (line === undefined || line === here ? '' : ` (line ${line})`);
  };
  const names = [...new Set(others.map(named))];
  const rest = names.length - NAMED;
  return [rest > 0 ? `${names.slice(0, NAMED).join(', ')} and ${rest} more` : names.join(', ')];
}

/** The terms that count: `8.1 of 10: data path 7.5 (…), designation +0.5 (…), certainty ×0.95 (…)`. No line ends inside a term. */
function scoreLines({ score, terms }: Score, page: Page): string[] {
  const shown = terms.filter(({ factor, value }) => value !== neutral(factor)).map((item) => tied(term(item)));
  const lines = wrap(`${tied(`${score.toFixed(1)} of 10:`)} ${shown.join(', ')}`, page.width - body.length - LABEL);
  return column(
    'score',
    lines.map((line) => line.replaceAll(TIE, ' ').trimEnd()),
    page,
  );
}

/** A blank at which no line is broken, unless it must. */
const TIE = '\u00a0';

function tied(text: string): string {
  return oneLine(text).replaceAll(' ', TIE);
}

/** The value with which a factor changes nothing. */
function neutral(factor: Term['factor']): number {
  return sign[factor] === '×' ? 1 : 0;
}

function term({ factor, key, value }: Term): string {
  return `${factorWord[factor]} ${sign[factor]}${value} (${key})`;
}

/** What a factor does to the score: some stand beside each other, some add, some multiply. */
const sign: Readonly<Record<Term['factor'], string>> = { D: '', W: '', X: '', L: '+', K: '+', E: '×', C: '×' };
