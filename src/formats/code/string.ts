// Reads one string of a source file, and the pieces of a string with code in it.
import { type Builder, close, open, push } from './builder.ts';
import type { CompiledForm } from './language.ts';
import { HOLE, OPAQUE, PIECE, packEnds, STRING, TEMPLATE } from './tokens.ts';

/** Prefixes are looked for in this many characters before a quote. */
const PREFIX = 12;
const WORD = /\w/;
/** Words that a minifier leaves no space behind. */
const BEFORE_TEXT = /(?:^|[^\w$.])(?:return|throw|case|typeof|else|in|of|from|import|yield|await|and|or|not|if)$/;

interface Opening {
  readonly form: CompiledForm;
  /** With the prefix. */
  readonly start: number;
  /** Behind the opening. */
  readonly inner: number;
  readonly closing: string;
}

/** Reads the string that opens at an offset and returns the offset behind it, or behind its first hole; `at` if none opens. */
export function openString(builder: Builder, at: number, code: number): number {
  const opening = openingAt(builder, at, code);
  if (!opening) return at;
  const { form, start, inner, closing } = opening;
  const end = scan(builder, form, { from: inner, closing });
  if (end.reason === 'never') return neverEnds(builder, opening, at);
  if (end.reason === 'hole') {
    const token = open(builder, TEMPLATE, start, inner);
    builder.formIds[token] = form.index;
    piece(builder, { start: inner, end: end.at, form: form.index });
    return openHole(builder, form, end.at);
  }
  const length = end.reason === 'line' ? 0 : closing.length;
  const token = push(builder, form.opaque ? OPAQUE : STRING, start, end.at + length);
  builder.links[token] = packEnds(inner - start, length);
  builder.formIds[token] = form.index;
  return end.at + length;
}

/** Goes on with the string around a hole that was just closed. */
export function resumeString(builder: Builder, at: number): number {
  const template = builder.stack[builder.stack.length - 1];
  if (template === undefined || builder.kinds[template] !== TEMPLATE) return at;
  const form = builder.table.forms[builder.formIds[template] ?? 0];
  if (!form) return at;
  const closing = closingOf(builder, template, form);
  const end = scan(builder, form, { from: at, closing });
  piece(builder, { start: at, end: end.at, form: form.index });
  if (end.reason === 'hole') return openHole(builder, form, end.at);
  const length = end.reason === 'closed' ? closing.length : 0;
  close(builder, end.at, end.at + length);
  return end.at + length;
}

/** Only forms of a fixed closing have holes, except Swift's and C#'s, whose opening says how it ends. */
function closingOf({ text, starts, ends }: Builder, template: number, form: CompiledForm): string {
  if (!form.close.includes('$1')) return form.close;
  const opening = text.slice(starts[template], ends[template]);
  return form.close.replace('$1', captured(form, opening, opening.indexOf(form.form.open)));
}

function captured({ form }: CompiledForm, text: string, at: number): string {
  if (form.ahead) {
    form.ahead.lastIndex = at;
    const found = form.ahead.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return form.behind?.exec(text.slice(Math.max(0, at - PREFIX), at))?.[1] ?? '';
}

function piece(builder: Builder, { start, end, form }: { readonly start: number; readonly end: number; readonly form: number }): void {
  const token = push(builder, PIECE, start, end);
  builder.links[token] = packEnds(0, 0);
  builder.formIds[token] = form;
}

function openHole(builder: Builder, { form }: CompiledForm, at: number): number {
  const end = at + (form.hole?.length ?? 1);
  open(builder, HOLE, at, end);
  return end;
}

function openingAt({ table, text }: Builder, at: number, code: number): Opening | null {
  const before = at > 0 ? (text[at - 1] ?? '') : '';
  const prefixed = WORD.test(before) || before === '#' || before === '$' || before === '@';
  const behind = prefixed ? text.slice(Math.max(0, at - PREFIX), at) : '';
  for (const form of table.formsAt[code] ?? []) {
    const opening = matches(form, text, { at, behind });
    if (opening) return opening;
  }
  return null;
}

function matches(form: CompiledForm, text: string, { at, behind }: { readonly at: number; readonly behind: string }): Opening | null {
  const { form: written } = form;
  if (!text.startsWith(written.open, at)) return null;
  let group = '';
  let start = at;
  if (written.behind) {
    const found = written.behind.exec(behind);
    if (!found) return null;
    group = found[1] ?? '';
    start = at - found[0].replace(/^\W(?=\w)/, '').length;
  } else if (written.open === "'" && WORD.test(behind.at(-1) ?? '') && !BEFORE_TEXT.test(behind)) {
    // An apostrophe within a word: prose in markup, a digit separator, a primed name.
    return null;
  }
  let inner = at + written.open.length;
  if (written.ahead) {
    written.ahead.lastIndex = at;
    const found = written.ahead.exec(text);
    if (!found) return null;
    group = found[1] ?? group;
    inner = at + found[0].length;
  }
  const closing = form.close.includes('$1') ? form.close.replace('$1', group) : form.close;
  return { form, start, inner, closing };
}

/** A string over lines that never ends is no string. Where it is asked again, the answer is known. */
function neverEnds(builder: Builder, { form, closing }: Opening, at: number): number {
  builder.hopeless.add(`${form.index} ${closing}`);
  return at + form.form.open.length;
}

interface End {
  readonly at: number;
  readonly reason: 'closed' | 'hole' | 'line' | 'never';
}

function scan(builder: Builder, form: CompiledForm, { from, closing }: { readonly from: number; readonly closing: string }): End {
  const { text } = builder;
  if (closing === '') return { at: from, reason: 'closed' };
  if (form.multiline && builder.hopeless.has(`${form.index} ${closing}`)) return { at: from, reason: 'never' };
  const first = closing.charCodeAt(0);
  const single = closing.length === 1;
  const { escapeCode, holeCode, multiline } = form;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === first && (single || text.startsWith(closing, at))) {
      if (form.form.escape !== 'double' || !text.startsWith(closing, at + closing.length))
        return { at: lastClosing(text, at, closing), reason: 'closed' };
      at += closing.length * 2 - 1;
    } else if (code === holeCode && text.startsWith(form.form.hole ?? '', at)) {
      if (!form.doubledHole || text.charCodeAt(at + 1) !== holeCode) return { at, reason: 'hole' };
      at++;
    } else if (code === escapeCode) {
      if (!multiline && isBareReturn(text, at + 1)) at++;
      at++;
    } else if (!multiline && (code === 10 || code === 13)) return { at, reason: 'line' };
  }
  return { at: text.length, reason: multiline ? 'never' : 'line' };
}

/** `\` at the end of a line goes on with the next one; a carriage return and its line feed are one end. */
function isBareReturn(text: string, at: number): boolean {
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10;
}

/** `""""` ends a string whose last character is a quote. */
function lastClosing(text: string, at: number, closing: string): number {
  if (closing.length !== 3) return at;
  let end = at;
  while (text.charCodeAt(end + 3) === closing.charCodeAt(0) && end - at < 2) end++;
  return end;
}
