// The cases of a risk. `«…»` marks what must be found, to the column; without a mark the case is a near miss.
import type { Path } from '../catalog/source.ts';
import type { Region } from '../model.ts';
import { lineIndex, regionOf } from '../util/lines.ts';
import { isFields, type Report, unknownKeys } from './fields.ts';
import type { RiskCase } from './risk.ts';

export interface Marked {
  /** Without the marks. */
  readonly text: string;
  readonly regions: readonly Region[];
}

const MARK = /«([^«»]{1,500})»/g;

export function unmarked(marked: string): Marked {
  const spans: { readonly start: number; readonly end: number }[] = [];
  let removed = 0;
  const text = marked.replace(MARK, (_, inner: string, at: number) => {
    spans.push({ start: at - removed, end: at - removed + inner.length });
    removed += 2;
    return inner;
  });
  const lines = lineIndex(text);
  return { text, regions: spans.map(({ start, end }) => regionOf(lines, start, end)) };
}

/** Whether nothing may be found. */
export function isNearMiss({ files }: Pick<RiskCase, 'files'>): boolean {
  return Object.values(files).every((text) => !/[«»]/.test(text));
}

export function readCases(value: unknown, report: Report): readonly RiskCase[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    report.wrong(['cases'], '`cases` is not a list', 'write one a line with `- name:`');
    return [];
  }
  const cases = value.flatMap((item: unknown, index) => readCase(item, ['cases', index], report) ?? []);
  if (!cases.some(isNearMiss))
    report.wrong(['cases'], 'no case is a near miss', 'add one without «…» that looks alike and must not be found');
  if (cases.every(isNearMiss)) report.wrong(['cases'], 'no case is a hit', 'mark with «…» what must be found');
  return cases;
}

function readCase(value: unknown, path: Path, report: Report): RiskCase | null {
  if (!isFields(value) || typeof value.name !== 'string') {
    report.wrong(path, 'the case has no name', 'add `name:`');
    return null;
  }
  unknownKeys(value, path, { allowed: ['name', 'file', 'text', 'files'], report });
  const files = 'files' in value ? value.files : { [String(value.file ?? '')]: value.text };
  if (!isFields(files) || Object.entries(files).some(([file, text]) => file === '' || typeof text !== 'string')) {
    report.wrong(path, `case "${value.name}" has no files`, 'give `file` and `text`, or `files` as a mapping of path to text');
    return null;
  }
  const texts = files as Readonly<Record<string, string>>;
  for (const [file, text] of Object.entries(texts))
    if (/[«»]/.test(text.replace(MARK, '')))
      report.wrong(path, `case "${value.name}" has a mark without its partner in ${file}`, 'write «…» in pairs');
  return { name: value.name, files: texts, line: report.file.lineOf(path) };
}
