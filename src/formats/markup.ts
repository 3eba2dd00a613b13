// Cuts markup into its parts: attributes, text, code in braces or marks of a template, scripts, comments. It knows no
// elements but those whose inside is no markup, never fails, and is linear in the length of the text.

interface Ranged {
  /** UTF-16 offsets; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
}

export interface AttributePart extends Ranged {
  readonly kind: 'attribute';
  readonly tag: string;
  readonly name: string;
  /** Its value is an expression in braces: `model={...}`. */
  readonly isBraced: boolean;
}

/** Code between `{`, `{{`, `{%`, `<%` or `<?` and what closes it. */
export interface CodePart extends Ranged {
  readonly kind: 'code';
  readonly mark: string;
}

/** Text of the innermost element that was opened directly before it. */
export interface TextPart extends Ranged {
  readonly kind: 'text';
  readonly tag: string;
}

export interface ScriptPart extends Ranged {
  readonly kind: 'script';
  readonly type: string;
}

export interface CommentPart extends Ranged {
  readonly kind: 'comment';
}

export type MarkupPart = AttributePart | CodePart | TextPart | ScriptPart | CommentPart;

export interface MarkupOptions {
  /** `{...}` is code, as in Svelte and Astro. */
  readonly braces: boolean;
  /** Where the markup starts. */
  readonly from: number;
}

const NEXT = /<!--|<%|<\?|<\/?\.?[A-Za-z]|\{\{|\{%|\{#|\{/g;
const CLOSING: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}', '<%': '%>', '<?': '?>', '<!--': '-->' };
const NAME = /[\w:.-]{1,100}/y;
const ATTRIBUTE = /[^\s=>"'/{<}]{1,200}/y;
const EQUALS = /\s{0,100}=\s{0,100}/y;
const BARE = /[^\s>"'<{]{1,1000}/y;
const BLANK = /[\s/"'=]+/y;
/** A tag is no longer, and what a brace opens ends within as much. */
const LONGEST = 20_000;

export function markupOf(text: string, { braces, from }: MarkupOptions): readonly MarkupPart[] {
  const cutter: Cutter = { text, braces, parts: [], tag: '', hopeless: new Set(), failures: 0 };
  for (let at = from; at < text.length; ) {
    NEXT.lastIndex = at;
    const found = NEXT.exec(text);
    if (found === null) {
      addText(cutter, at, text.length);
      break;
    }
    addText(cutter, at, found.index);
    at = readPart(cutter, found.index, found[0]);
  }
  return cutter.parts;
}

interface Cutter {
  readonly text: string;
  readonly braces: boolean;
  readonly parts: MarkupPart[];
  tag: string;
  /** Closings of which none is left, so that a broken file stays linear. */
  readonly hopeless: Set<string>;
  failures: number;
}

function addText({ text, parts, tag }: Cutter, from: number, to: number): void {
  if (to > from && /\S/.test(text.slice(from, to))) parts.push({ kind: 'text', tag, from, to });
}

function readPart(cutter: Cutter, at: number, mark: string): number {
  const { braces } = cutter;
  if (mark === '{' || (braces && mark.startsWith('{'))) return braces ? readBraces(cutter, at) : at + 1;
  return mark in CLOSING ? readMarked(cutter, at, mark) : readTag(cutter, at);
}

/** The offset of a closing, or -1; asked once more it is known that there is none. */
function closingAt({ text, hopeless }: Cutter, closing: string, from: number): number {
  if (hopeless.has(closing)) return -1;
  const end = text.indexOf(closing, from);
  if (end < 0) hopeless.add(closing);
  return end;
}

function readMarked(cutter: Cutter, at: number, mark: string): number {
  const closing = CLOSING[mark] ?? '';
  const from = at + mark.length;
  const found = closingAt(cutter, closing, from);
  // A file of PHP need not close what it opens.
  if (found < 0 && mark !== '<?') return from;
  const end = found < 0 ? cutter.text.length : found;
  if (mark === '<!--' || mark === '{#') cutter.parts.push({ kind: 'comment', from, to: end });
  else cutter.parts.push({ kind: 'code', mark, from, to: end });
  return end + closing.length;
}

function readBraces(cutter: Cutter, at: number): number {
  const end = braceEnd(cutter, at);
  if (end < 0) return at + 1;
  cutter.parts.push({ kind: 'code', mark: '{', from: at + 1, to: end });
  return end + 1;
}

/** In a broken file, braces are looked for no more. */
const MOST_FAILURES = 100;

function braceEnd(cutter: Cutter, open: number): number {
  if (cutter.failures > MOST_FAILURES) return -1;
  const end = closingBrace(cutter.text, open);
  if (end < 0) cutter.failures++;
  return end;
}

/** The offset of the brace that closes one, beyond strings; -1 where none is near. */
function closingBrace(text: string, open: number): number {
  let depth = 0;
  const limit = Math.min(text.length, open + LONGEST);
  for (let at = open; at < limit; at++) {
    const char = text[at];
    if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return at;
    else if (char === '"' || char === "'" || char === '`') at = stringEnd(text, at, limit);
  }
  return -1;
}

/** The offset of the quote that closes one on the same line; that of the opening where none does. */
function stringEnd(text: string, open: number, limit: number): number {
  const quote = text[open];
  for (let at = open + 1; at < limit; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === quote) return at;
    else if (char === '\n' && quote !== '`') return open;
  }
  return open;
}

function readTag(cutter: Cutter, at: number): number {
  const { text } = cutter;
  const isEnd = text[at + 1] === '/';
  const start = at + (isEnd ? 2 : 1);
  const tag = match(NAME, text, start);
  const before = cutter.parts.length;
  const end = readAttributes(cutter, start + tag.length, tag);
  if (end < 0) {
    cutter.parts.length = before;
    return start;
  }
  cutter.tag = isEnd ? '' : tag;
  return !isEnd && /^(?:script|style)$/i.test(tag) && text[end - 2] !== '/' ? readRaw(cutter, end, before) : end;
}

/** Behind the tag, or -1 where it does not end. */
function readAttributes(cutter: Cutter, from: number, tag: string): number {
  const { text, parts } = cutter;
  const limit = Math.min(text.length, from + LONGEST);
  for (let at = from; at < limit; ) {
    const char = text[at] ?? '';
    if (char === '>') return at + 1;
    const mark = text.slice(at, at + 2);
    if (char === '{' || mark === '<%' || mark === '<?') {
      const end = readPart(cutter, at, mark in CLOSING ? mark : '{');
      at = Math.max(end, at + 1);
      continue;
    }
    // A tag within a tag: the outer one was none.
    if (char === '<') return -1;
    const name = match(ATTRIBUTE, text, at);
    if (name === '') {
      at += Math.max(1, match(BLANK, text, at).length);
      continue;
    }
    at += name.length;
    const equals = match(EQUALS, text, at);
    if (equals === '') continue;
    const value = valueAt(cutter, at + equals.length);
    if (value === null) return -1;
    parts.push({ kind: 'attribute', tag, name, isBraced: value.isBraced, from: value.from, to: value.to });
    at = value.end;
  }
  return -1;
}

interface Value extends Ranged {
  readonly isBraced: boolean;
  readonly end: number;
}

function valueAt(cutter: Cutter, at: number): Value | null {
  const { text } = cutter;
  const char = text[at] ?? '';
  if (char === '"' || char === "'") {
    const to = closingAt(cutter, char, at + 1);
    return to < 0 || to - at > LONGEST ? null : { isBraced: false, from: at + 1, to, end: to + 1 };
  }
  if (char === '{' && text[at + 1] !== '{') {
    const to = braceEnd(cutter, at);
    return to < 0 ? null : { isBraced: true, from: at + 1, to, end: to + 1 };
  }
  const bare = match(BARE, text, at);
  return { isBraced: false, from: at, to: at + bare.length, end: at + bare.length };
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** The inside of a script, which is markup again where a library fills it in. */
function readRaw(cutter: Cutter, from: number, firstAttribute: number): number {
  const { text, parts, tag } = cutter;
  const type = parts.slice(firstAttribute).find((part) => part.kind === 'attribute' && part.name === 'type');
  const written = type ? text.slice(type.from, type.to).toLowerCase() : '';
  if (/template|html/.test(written)) return from;
  const found = closingAt(cutter, `</${tag}`, from);
  const to = found < 0 ? text.length : found;
  if (/^script$/i.test(tag)) parts.push({ kind: 'script', type: written, from, to });
  return to;
}
