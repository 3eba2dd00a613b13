// What is known about the place of a literal, and what is read directly beside it.
import { type Head, restOf } from '../../formats/code/head.ts';
import { type Skeleton, tokenAfter } from '../../formats/code/tokens.ts';
import type { Context } from '../../model.ts';

export interface Site {
  readonly context: Context;
  /** The name that the value is given: keyword, key, target, parameter. */
  readonly key: string | null;
  /** From the outside in. */
  readonly route: readonly string[];
  /** The call that takes the value, directly or in an object that it takes. */
  readonly call: string | null;
  /** The brackets that hold what stands beside the value, innermost first. */
  readonly scopes: readonly number[];
  /** The index among the arguments, or -1 where the value has a name or is no argument. */
  readonly position: number;
  /** The variable of the environment that comes first, where this is what is used without it. */
  readonly variable: string | null;
  /** It is the key of an entry, not its value. */
  readonly isKey: boolean;
  /** The flattened code before the value in its statement or slot. */
  readonly lead: string;
  /** The innermost callee, whatever it does. */
  readonly callee: string;
  /** The first token of what stands here, or -1. */
  readonly token: number;
}

export const NOWHERE: Site = {
  context: 'text',
  key: null,
  route: [],
  call: null,
  scopes: [],
  position: -1,
  variable: null,
  isKey: false,
  lead: '',
  callee: '',
  token: -1,
};

export function withRest(code: Skeleton, head: Head, context: Context): { readonly context: Context; readonly variable: string | null } {
  const rest = restOf(head.rest, code.language.joins);
  if (rest === 'default') return { context: 'default', variable: variableIn(head.rest) };
  return { context: rest === 'comparison' ? 'comparison' : context, variable: null };
}

const VARIABLE =
  /(?:\$env:([A-Za-z_]\w{0,100})|(?:\benv|\bENV|process\.env|import\.meta\.env)\??\.([A-Za-z_]\w{0,100})|(?:environ(?:ment)?(?:\.get)?|[gG]et_?[eE]nv|\benv|ENV|GetEnvironmentVariable|\bget|fetch)\s?[[(]"([A-Za-z_]\w{0,100})"[\])])\s?(?:\|\||\?\?|\?:|\bor)\s?$/;

export function variableIn(rest: string): string | null {
  const found = VARIABLE.exec(rest);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? null;
}

/** The text of a bracket's first token, if that is a string. */
export function firstText(code: Skeleton, open: number): string | null {
  const token = open + 1;
  if (code.kinds[token] !== 0 || code.parents[token] !== open) return null;
  return /^["'`]?([^"'`\n]{1,120})/.exec(code.text.slice(code.starts[token], code.ends[token]).replace(/^["'`]/, ''))?.[1] ?? null;
}

/** The code directly behind a token. */
export function behind(code: Skeleton, last: number): string {
  const from = code.ends[last] ?? code.text.length;
  const next = tokenAfter(code, last);
  const to = next < code.count ? (code.starts[next] ?? from) : code.text.length;
  return code.text.slice(from, Math.min(to, from + 60));
}
