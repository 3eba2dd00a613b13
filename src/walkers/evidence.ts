// How a walker says where it saw something. The only way from a scanned line into a report, so it redacts.
import { type Document, linesOf } from '../formats/document.ts';
import type { Context, Evidence, Notice, Usage } from '../model.ts';
import { lineAt, regionOf } from '../util/lines.ts';
import { owned } from '../util/owned.ts';
import { redact } from '../util/redact.ts';

const LONGEST_EXCERPT = 200;
/** How much of a long line stands before the value. */
const LEAD = 60;

export interface Place {
  /** UTF-16 offsets of the value itself, without quotes; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly route?: readonly string[];
  readonly context?: Context;
  readonly usage?: Usage;
}

export function evidence(document: Document, { start, end, route = [], context = 'value', usage = document.usage }: Place): Evidence {
  const region = regionOf(linesOf(document), start, end);
  return { path: document.path, region, route: route.map((key) => redact(key)), excerpt: excerptAt(document, start), usage, context };
}

/** Says that a part of a document could not be read; `offset` null means all of it. */
export function notice(document: Document, code: string, detail: string, offset: number | null = null): Notice {
  const line = offset === null ? null : lineAt(linesOf(document), offset) + 1;
  return { kind: 'notice', code, path: document.path, line, detail };
}

/** A line of a megabyte is cut before it is redacted, generously. */
const REACH = 2000;

interface Redacted {
  readonly from: number;
  readonly to: number;
  readonly safe: string;
}

const last = new WeakMap<Document, Redacted>();

/** Redacts before cutting: half a token would not be recognised. The last piece is kept, as a line often holds many values. */
function redacted(document: Document, from: number, to: number): string {
  const known = last.get(document);
  if (known?.from === from && known.to === to) return known.safe;
  const safe = redact(document.text.slice(from, to).trimEnd());
  last.set(document, { from, to, safe });
  return safe;
}

function excerptAt(document: Document, offset: number) {
  const lines = linesOf(document);
  const line = lineAt(lines, offset);
  const from = lines[line] ?? 0;
  const to = lines[line + 1] ?? document.text.length;
  const window = offset - from <= REACH ? from : offset - REACH / 2 - ((offset - from) % (REACH / 2));
  const safe = redacted(document, window, Math.min(to, window + 2 * REACH));
  const indent = safe.length - safe.trimStart().length;
  const cut = offset - window > LEAD + indent && safe.length > LONGEST_EXCERPT ? offset - window - LEAD : indent;
  return { text: owned(safe.slice(cut, cut + LONGEST_EXCERPT)), startColumn: window - from + cut + 1 };
}
