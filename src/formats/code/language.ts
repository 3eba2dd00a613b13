// What the lexer must know of a language: how its strings, comments and brackets are written. Tables, no code.

/** One way to write a string. */
export interface StringForm {
  /** What opens the literal, without its prefix. */
  readonly open: string;
  /** What closes it; `$1` stands for what `behind` or `ahead` captured (`r#"`, `R"x(`, `[==[`). Defaults to `open`. */
  readonly close?: string;
  /** Must match the text that ends at the opening: prefixes such as `f` and `r#`. Its first captured group is `$1`. */
  readonly behind?: RegExp;
  /** Sticky, must match at the opening, and replaces it: openings of variable length. */
  readonly ahead?: RegExp;
  /** The character that takes the next one's meaning away; `double`: the closing is written twice; null: nothing does. */
  readonly escape: '\\' | '`' | 'double' | null;
  /** Escapes keep the string open and are not decoded (Python's `r`). */
  readonly raw?: boolean;
  readonly multiline?: boolean;
  /** What opens code within the string; it ends at the bracket that closes its last character. */
  readonly hole?: string;
  /** The hole's opening, doubled, is plain text (`{{`). */
  readonly doubledHole?: boolean;
  /** Matches a variable that is written in the string without brackets (`$name`). */
  readonly variable?: RegExp;
  /** Not a text: a character, a quoted identifier, a regular expression. */
  readonly opaque?: boolean;
}

export interface BlockComment {
  readonly open: string;
  readonly close: string;
  readonly nested?: boolean;
}

export interface Language {
  readonly name: string;
  /** Tried in this order at each opening character. */
  readonly strings: readonly StringForm[];
  readonly lineComments: readonly string[];
  readonly blockComments: readonly BlockComment[];
  /** A line comment starts only where a word could (`a#b` is one word). */
  readonly commentAtWord?: boolean;
  /** `/.../` may be a regular expression. */
  readonly regexes?: boolean;
  /** Sticky; captures the delimiter of a here-document that starts on the next line. */
  readonly heredoc?: RegExp;
  /** `{` after `)` or a word holds statements; elsewhere it holds entries. */
  readonly braceBlocks?: boolean;
  /** `{` never holds entries. */
  readonly onlyBlocks?: boolean;
  /** `{` behind `new Type(...)` sets what was made. */
  readonly initializers?: boolean;
  /** `name(...) {` defines a function. */
  readonly methods?: boolean;
  /** `<Tag name="value">` occurs in the code. */
  readonly markup?: boolean;
  /** Strings that stand side by side are one. */
  readonly adjacent?: boolean;
  /** Operators that join strings. */
  readonly joins: RegExp;
  /** `name "text"` is a call. */
  readonly bareCalls?: boolean;
  /** A string that is a statement of its own documents the code. */
  readonly docstrings?: boolean;
}

export interface CompiledForm extends Required<Pick<StringForm, 'close' | 'multiline' | 'opaque' | 'doubledHole'>> {
  readonly form: StringForm;
  readonly index: number;
  readonly escapeCode: number;
  readonly holeCode: number;
}

/** What a character may start. */
export const PLAIN = 0;
export const OPENS = 1;
export const CLOSES = 2;
export const SPECIAL = 3;

export interface Compiled {
  readonly language: Language;
  /** By ASCII code: one of the four constants above. */
  readonly classes: Uint8Array;
  readonly forms: readonly CompiledForm[];
  readonly formsAt: readonly (readonly CompiledForm[])[];
  readonly lineCommentsAt: readonly (readonly string[])[];
  readonly blockCommentsAt: readonly (readonly BlockComment[])[];
}

const compiled = new WeakMap<Language, Compiled>();

export function compile(language: Language): Compiled {
  const known = compiled.get(language);
  if (known) return known;
  const forms = language.strings.map(compileForm);
  const table = {
    language,
    classes: classesOf(language),
    forms,
    formsAt: byFirst(forms, ({ form }) => form.open),
    lineCommentsAt: byFirst(language.lineComments, (open) => open),
    blockCommentsAt: byFirst(language.blockComments, ({ open }) => open),
  };
  compiled.set(language, table);
  return table;
}

function compileForm(form: StringForm, index: number): CompiledForm {
  return {
    form,
    index,
    close: form.close ?? form.open,
    multiline: form.multiline ?? false,
    opaque: form.opaque ?? false,
    doubledHole: form.doubledHole ?? false,
    escapeCode: form.escape === '\\' || form.escape === '`' ? form.escape.charCodeAt(0) : -1,
    holeCode: form.hole ? form.hole.charCodeAt(0) : -1,
  };
}

function classesOf({ strings, lineComments, blockComments, regexes, heredoc }: Language): Uint8Array {
  const classes = new Uint8Array(128);
  for (const char of '([{') classes[char.charCodeAt(0)] = OPENS;
  for (const char of ')]}') classes[char.charCodeAt(0)] = CLOSES;
  const special = [...strings.map(({ open }) => open), ...lineComments, ...blockComments.map(({ open }) => open)];
  if (regexes) special.push('/');
  if (heredoc) special.push('<');
  for (const opening of special) classes[opening.charCodeAt(0)] = SPECIAL;
  return classes;
}

function byFirst<T>(items: readonly T[], open: (item: T) => string): readonly (readonly T[])[] {
  const table: T[][] = Array.from({ length: 128 }, () => []);
  for (const item of items) table[open(item).charCodeAt(0)]?.push(item);
  return table;
}
