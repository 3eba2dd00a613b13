// What differs between the languages that look like HCL: quotes, and which bare words stand for values.

export interface Dialect {
  readonly quote: '"' | "'";
  /** A bare word that stands for a value; any other is a function or a keyword. */
  readonly reference: RegExp;
  /** Parameters have types, and decorators before them. */
  readonly typed: boolean;
}

const HCL: Dialect = {
  quote: '"',
  reference: /^(?:(?:var|local|module|each|data)\.[A-Za-z_][\w.-]{0,200}|[A-Za-z_]\w{0,60}\.(?:value|key)(?:\.[\w.-]{1,100})?)$/,
  typed: false,
};
/** Docker Bake: variables have no prefix. */
const BAKE: Dialect = { quote: '"', reference: /^(?!(?:null|true|false)$)[A-Za-z_]\w{0,100}$/, typed: false };
export const BICEP: Dialect = {
  quote: "'",
  reference: /^(?!(?:if|for|in|null|any|resourceInput|resourceOutput)$)[A-Za-z_][\w.]{0,200}$/,
  typed: true,
};

const TARGET = /^[ \t]{0,8}(?:target|group)[ \t]{1,8}"/m;

export function dialectOf(text: string): Dialect {
  return TARGET.test(text) ? BAKE : HCL;
}

/** The step of a path that stands for every item of a list or map. */
export const EACH = 'each';

const STEP = /\[[ \t]{0,8}(?:(["'])([\w-]{1,80})\1|[^\]\r\n]{1,80})[ \t]{0,8}\]((?:\.[A-Za-z_][\w-]{0,80}){0,8})/y;
const DEEPEST = 4;

export interface Steps {
  readonly path: string;
  readonly end: number;
}

/** `["main"].id` behind a name is `.main.id`; an index that is computed may be any of them. */
export function stepsAt(text: string, at: number): Steps {
  let path = '';
  let end = at;
  for (let count = 0; count < DEEPEST; count++) {
    STEP.lastIndex = end;
    const found = STEP.exec(text);
    if (!found) break;
    path += `.${found[2] ?? EACH}${found[3]}`;
    end += found[0].length;
  }
  return { path, end };
}

const DECORATOR = /@[\w.]{1,80}(?=\()/y;

/** Where the arguments of a decorator begin; null where none stands. */
export function decoratorAt(text: string, at: number): number | null {
  DECORATOR.lastIndex = at;
  const found = DECORATOR.exec(text);
  return found && at + found[0].length;
}

const DECLARES = /^(?:param|output|var|type)$/;
const TYPE = /[^=\n{]{1,300}(?==)/y;

/** The end of a type that is more than a word: `param name 'a' | 'b' = ...`. */
export function typeEnd(text: string, at: number, keyword: string): number {
  TYPE.lastIndex = at;
  return at + (DECLARES.test(keyword) ? (TYPE.exec(text)?.[0].length ?? 0) : 0);
}
