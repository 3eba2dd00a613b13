// Comments that accept a finding where it stands: `waybill: ignore[rule] reason`. At the end of a line the comment speaks of
// that line, alone on a line of the next.

export interface InlineSuppression {
  /** The line of the comment, from 1. */
  readonly line: number;
  /** The line that it speaks of. */
  readonly covers: number;
  /** Ids of rules or classes. */
  readonly rules: readonly string[];
  /** Empty where none is given; then it does not hold. */
  readonly reason: string;
}

const COMMENT = /(^|\s)(?:#|\/\/|\/\*|\*|<!--|--|;|%|\{\{?#|\{%)[#/*\s-]{0,8}waybill:\s{0,4}ignore\[([^\]\n]{0,200})\]([^\n]{0,500})/;
const CLOSING = /\s{0,20}(?:\*\/|-->|#?\}\}?|%\})?\s{0,20}$/;

export function inlineSuppressions(text: string): InlineSuppression[] {
  if (!text.includes('waybill:')) return [];
  return text.split(/\r\n|\n|\r/).flatMap((line, index) => readLine(line, index + 1) ?? []);
}

function readLine(line: string, number: number): InlineSuppression | null {
  // A line of a megabyte is no place for a comment.
  const match = line.includes('waybill:') ? COMMENT.exec(line.slice(0, 5000)) : null;
  if (match === null) return null;
  const [, lead = '', rules = '', reason = ''] = match;
  const isAlone = line.slice(0, match.index + lead.length).trim() === '';
  return {
    line: number,
    covers: isAlone ? number + 1 : number,
    rules: rules.split(',').flatMap((rule) => rule.trim() || []),
    reason: reason.replace(CLOSING, '').replace(/^[\s:,-]{1,20}/, ''),
  };
}
