// Grows the columns of a skeleton while a file is being lexed, and keeps what is still open.
import type { Compiled } from './language.ts';
import { CLOSE, HOLE, HOLE_END, OPEN, type Skeleton, TEMPLATE, TEMPLATE_END, type TokenKind } from './tokens.ts';

export interface Builder {
  readonly table: Compiled;
  readonly text: string;
  count: number;
  kinds: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  parents: Int32Array;
  links: Int32Array;
  formIds: Uint8Array;
  /** Tokens that are open, outermost first. */
  readonly stack: number[];
  /** Forms of which no closing is left in the text: asked once, so that a broken file stays linear. */
  readonly hopeless: Set<string>;
}

export function startBuilder(table: Compiled, text: string): Builder {
  const size = Math.max(64, text.length >> 4);
  return {
    table,
    text,
    count: 0,
    kinds: new Uint8Array(size),
    starts: new Int32Array(size),
    ends: new Int32Array(size),
    parents: new Int32Array(size),
    links: new Int32Array(size),
    formIds: new Uint8Array(size),
    stack: [],
    hopeless: new Set(),
  };
}

export function push(builder: Builder, kind: TokenKind, start: number, end: number): number {
  if (builder.count === builder.kinds.length) grow(builder);
  const at = builder.count++;
  builder.kinds[at] = kind;
  builder.starts[at] = start;
  builder.ends[at] = end;
  const { stack } = builder;
  builder.parents[at] = stack.length > 0 ? (stack[stack.length - 1] ?? -1) : -1;
  builder.links[at] = -1;
  return at;
}

function grow(builder: Builder): void {
  const size = builder.kinds.length * 2;
  const wider = (column: Int32Array) => {
    const next = new Int32Array(size);
    next.set(column);
    return next;
  };
  const bytes = (column: Uint8Array) => {
    const next = new Uint8Array(size);
    next.set(column);
    return next;
  };
  builder.kinds = bytes(builder.kinds);
  builder.formIds = bytes(builder.formIds);
  builder.starts = wider(builder.starts);
  builder.ends = wider(builder.ends);
  builder.parents = wider(builder.parents);
  builder.links = wider(builder.links);
}

export function open(builder: Builder, kind: typeof OPEN | typeof TEMPLATE | typeof HOLE, start: number, end: number): number {
  const token = push(builder, kind, start, end);
  builder.stack.push(token);
  return token;
}

const ENDS = { [OPEN]: CLOSE, [TEMPLATE]: TEMPLATE_END, [HOLE]: HOLE_END } as const;

/** Closes the innermost open token. */
export function close(builder: Builder, start: number, end: number): void {
  const token = builder.stack.pop();
  if (token === undefined) return;
  const kind = builder.kinds[token] as keyof typeof ENDS;
  const closing = push(builder, ENDS[kind], start, end);
  builder.links[token] = closing;
  builder.links[closing] = token;
}

/** How far a wrong bracket may be from the one that it means to close; what lies between was never closed. */
const REACH = 24;

/** Takes from the stack what was left open above the bracket that `char` closes. False where there is none nearby. */
export function unwindTo(builder: Builder, char: string): boolean {
  const { stack } = builder;
  for (let depth = stack.length - 1; depth >= Math.max(0, stack.length - REACH); depth--) {
    const token = stack[depth] ?? 0;
    if (builder.kinds[token] !== OPEN) return false;
    if (builder.text[builder.starts[token] ?? 0] !== char) continue;
    stack.length = depth + 1;
    return true;
  }
  return false;
}

export function finish({ table, text, count, kinds, starts, ends, parents, links, formIds }: Builder): Skeleton {
  return { text, language: table.language, forms: table.forms, count, kinds, starts, ends, parents, links, formIds };
}
