// `rules/risks/*.yaml` -> risks. Whatever does not fit is a problem with file, line and the word that was probably meant.
import { filesOf } from '../catalog/files.ts';
import { type FactsFile, type Path, type Problem, parseFacts } from '../catalog/source.ts';
import { meant, named } from '../util/misfit.ts';
import { nearest } from '../util/nearest.ts';
import { by } from '../util/sort.ts';
import { readCases } from './cases.ts';
import { type Fields, isFields, type Report, unknownKeys } from './fields.ts';
import { type Conditions, type MatcherName, matcherNames, matchers } from './match.ts';
import { placeholders, placeholdersOf } from './message.ts';
import { aspects, criteria, type Risk } from './risk.ts';

export interface CompiledRisks {
  /** Those that are wrong are among them. */
  readonly files: number;
  /** Ordered by class. */
  readonly risks: readonly Risk[];
  readonly problems: readonly Problem[];
}

const CLASS = /^[a-z][a-z0-9]{0,30}(?:-[a-z0-9]{1,30}){0,5}$/;
const MOST_TAGS = 6;
const REQUIRED = ['title', 'when', 'message', 'why', 'fix', 'references', 'since', 'cases'] as const;
const OPTIONAL = ['mention', 'unless', 'typical', 'additional', 'vendors', 'aspect', 'tags'] as const;
const KEYS: readonly string[] = [...REQUIRED, ...OPTIONAL];

/** The risks of a directory of rules (the one that holds `risks/`). */
export function compileRisks(directory: string): CompiledRisks {
  return compileRiskFiles(filesOf(directory, 'risks'));
}

export function compileRiskFiles(files: readonly FactsFile[]): CompiledRisks {
  const compiled = files.toSorted(by(({ path }) => path)).map(compileRisk);
  return { files: files.length, risks: compiled.flatMap(({ risk }) => risk ?? []), problems: compiled.flatMap(({ problems }) => problems) };
}

function compileRisk(source: FactsFile): { readonly risk: Risk | null; readonly problems: readonly Problem[] } {
  const file = parseFacts(source);
  const problems: Problem[] = [...file.problems];
  const wrong: Report['wrong'] = (path, what, fix) => problems.push({ path: file.path, line: file.lineOf(path), what, fix });
  if (problems.length > 0) return { risk: null, problems };
  if (!isFields(file.value)) {
    wrong([], 'the file is not a mapping', 'begin it with `title:`');
    return { risk: null, problems };
  }
  const risk = readRisk(file.value, { file, wrong });
  return { risk: problems.length === 0 ? risk : null, problems };
}

function readRisk(fields: Fields, report: Report): Risk {
  const { file, wrong } = report;
  const name = file.path.replace(/^.*\//, '').replace(/\.ya?ml$/, '');
  if (!CLASS.test(name)) wrong([], `\`${name}\` is no class`, 'name the file in lower case, with dashes');
  unknownKeys(fields, [], { allowed: KEYS, report });
  const misspelt = new Set(Object.keys(fields).map((key) => (KEYS.includes(key) ? key : nearest(key, KEYS))));
  for (const key of REQUIRED) if (!misspelt.has(key)) wrong([], `\`${key}\` is missing`, 'add it');
  const text = (key: string) => readText(fields, key, report);
  const message = text('message');
  const mention = text('mention');
  checkPlaceholders('message', message, placeholders, report);
  checkPlaceholders('mention', mention, placeholders, report);
  for (const key of ['title', 'why', 'fix']) checkPlaceholders(key, text(key), ['vendor'], report);
  const tags = readTexts(fields, 'tags', report);
  if (tags.length > MOST_TAGS) wrong(['tags'], `${tags.length} tags`, `platforms show ten, four are given: keep ${MOST_TAGS}`);
  return {
    class: name,
    path: file.path,
    title: text('title'),
    additional: readOneOf(fields, 'additional', [false, true] as const, report),
    vendors: readOneOf(fields, 'vendors', criteria, report),
    aspect: readOneOf(fields, 'aspect', aspects, report),
    when: readAlternatives(fields, 'when', report),
    unless: readAlternatives(fields, 'unless', report),
    typical: 'typical' in fields ? readConditions(fields.typical, ['typical'], report) : {},
    message,
    mention: mention === '' ? null : mention,
    why: text('why'),
    fix: text('fix'),
    tags,
    references: readReferences(fields, report),
    since: text('since'),
    cases: readCases(fields.cases, report),
  };
}

/** One mapping, or a list of mappings of which one must hold. */
function readAlternatives(fields: Fields, key: 'when' | 'unless', report: Report): readonly Conditions[] {
  const value = fields[key];
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [readConditions(value, [key], report)];
  if (value.length === 0) report.wrong([key], `\`${key}\` has no alternative`, 'say when the rule holds');
  return value.map((item: unknown, index) => readConditions(item, [key, index], report));
}

function readConditions(value: unknown, path: Path, report: Report): Conditions {
  if (!isFields(value) || Object.keys(value).length === 0) {
    report.wrong(path, `\`${named(path)}\` is not a mapping of conditions`, `use ${matcherNames.slice(0, 4).join(', ')} ...`);
    return {};
  }
  unknownKeys(value, path, { allowed: matcherNames, report });
  const names = matcherNames.filter((name) => name in value);
  return Object.fromEntries(names.map((name) => [name, readValues(name, value[name], { path: [...path, name], report })])) as Conditions;
}

interface At {
  readonly path: Path;
  readonly report: Report;
}

function readValues(name: MatcherName, value: unknown, { path, report }: At): readonly unknown[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const allowed: readonly unknown[] = matchers[name].values;
  for (const [index, item] of values.entries())
    if (!allowed.includes(item))
      report.wrong(Array.isArray(value) ? [...path, index] : path, ...misspelt(`\`${named(path)}\``, item, allowed));
  return values;
}

function misspelt(where: string, value: unknown, allowed: readonly unknown[]): [string, string] {
  return [`${where} does not know "${String(value)}"`, meant(String(value), allowed.map(String))];
}

function readOneOf<T>(fields: Fields, key: string, allowed: readonly [T, ...T[]] | readonly T[], { wrong }: Report): T {
  const value = key in fields ? fields[key] : allowed[0];
  if (!allowed.includes(value as T)) wrong([key], ...misspelt(`\`${key}\``, value, allowed));
  return value as T;
}

function readText(fields: Fields, key: string, { wrong }: Report): string {
  const value = fields[key];
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  if (key in fields) wrong([key], `\`${key}\` is not a text`, 'write a sentence');
  return '';
}

function readTexts(fields: Fields, key: string, { wrong }: Report): readonly string[] {
  const value = fields[key] ?? [];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value as string[];
  wrong([key], `\`${key}\` is not a list of texts`, 'write one a line with `- `');
  return [];
}

function readReferences(fields: Fields, report: Report): readonly string[] {
  const urls = readTexts(fields, 'references', report);
  for (const [index, url] of urls.entries())
    if (!/^https:\/\/\S{4,500}$/.test(url)) report.wrong(['references', index], `"${url}" is no URL`, 'begin it with https://');
  return urls;
}

function checkPlaceholders(key: string, template: string, allowed: readonly string[], { wrong }: Report): void {
  for (const name of placeholdersOf(template).filter((item) => !allowed.includes(item)))
    wrong([key], `\`${key}\` has the unknown placeholder {${name}}`, meant(name, allowed));
}
