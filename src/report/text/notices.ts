// What was asked and not seen, by kind: a gap that is not told is a wrong answer.
import type { Notice } from '../../model.ts';
import { by } from '../../util/sort.ts';
import { padEnd, wrap } from '../cells.ts';
import { noticeKind } from '../notices.ts';
import { oneLine } from '../plain.ts';
import { thousands } from '../words.ts';
import type { Page } from './page.ts';

const SHOWN = 5;
const INDENT = 4;
const LABEL = 'help';
/** What is said beside the label begins where it does in findings: behind eight columns. */
const HANGING = 8;

export function notices(all: readonly Notice[], page: Page): string[] {
  if (all.length === 0) return [];
  const codes = [...new Set(all.map(({ code }) => code))].sort();
  return [page.paint.bold(`Notices (${thousands(all.length)})`), ...codes.flatMap((code) => kind(code, all, page))];
}

function kind(code: string, all: readonly Notice[], page: Page): string[] {
  const found = all
    .filter((item) => item.code === code)
    .sort(
      by(
        ({ path }) => path ?? '',
        ({ line }) => line ?? 0,
      ),
    );
  const rest = found.length - SHOWN;
  const { says, help } = noticeKind(code);
  return [
    ...headed(oneLine(code), says, page),
    ...found.slice(0, SHOWN).flatMap((item) => indented(noticeLine(item), page)),
    ...(rest > 0 ? indented(`and ${thousands(rest)} more`, page) : []),
    ...nextStep(help, page),
  ];
}

/** Once a kind: it is the same for all of them. */
function nextStep(help: string, page: Page): string[] {
  const lead = page.paint.quiet(padEnd(LABEL, HANGING));
  return wrap(help, page.width - INDENT - HANGING).map(
    (line, at) => `${' '.repeat(INDENT)}${at === 0 ? lead : ' '.repeat(HANGING)}${line}`,
  );
}

/** The code is painted after the lines are broken: colours take no columns. */
function headed(code: string, says: string, page: Page): string[] {
  const [first = '', ...rest] = wrap(`${code}: ${says}`, page.width - INDENT);
  return [
    `  ${page.paint.quiet(first.slice(0, code.length))}${first.slice(code.length)}`,
    ...rest.map((line) => ' '.repeat(INDENT) + line),
  ];
}

function indented(line: string, page: Page): string[] {
  return wrap(line, page.width - INDENT).map((part) => ' '.repeat(INDENT) + part);
}

function noticeLine({ path, line, detail }: Notice): string {
  const place = path === null ? '' : `${path}${line === null ? '' : `:${line}`}: `;
  return oneLine(place + detail);
}
