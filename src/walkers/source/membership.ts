// A list that is only asked whether it holds something is compared with, as a literal beside an operator is.
import type { Context } from '../../model.ts';
import { type Code, isPlainCode, remembered } from './code.ts';
import { isWordList } from './parts.ts';
import type { Site } from './spot.ts';

const HELD: ReadonlySet<Context> = new Set(['entry', 'assignment']);
const MOST = 60;

/** The context of what stands in a list: `comparison` if all that the file does with the list is to look into it. */
export function contextOf(code: Code, { context, call, route, lead, token }: Site): Context {
  const [name = ''] = route;
  const isItem =
    context === 'entry'
      ? /^\[\d/.test(route[1] ?? '') && route.length === 2
      : route.length === 1 && (isInBrackets(code, token) || isWordList(code, token));
  if (!HELD.has(context) || !isItem || !/^[A-Za-z_$][\w$]{2,80}$/.test(name) || /\bexport\b/.test(lead)) return context;
  if (call !== null && !/^(?:new )?(?:Set|set|frozenset|HashSet)$|\b(?:Set|List)\.of$|Object\.freeze$/.test(call)) return context;
  return isOnlyAsked(code, name) ? 'comparison' : context;
}

function isInBrackets({ skeleton }: Code, token: number): boolean {
  const open = skeleton.parents[token] ?? -1;
  return open >= 0 && /[([{]/.test(skeleton.text[skeleton.starts[open] ?? 0] ?? '');
}

const answers = (_: Code) => new Map<string, boolean>();

function isOnlyAsked(code: Code, name: string): boolean {
  const known = remembered(code, answers);
  const cached = known.get(name);
  if (cached !== undefined) return cached;
  const is = askedOnly(code, name);
  known.set(name, is);
  return is;
}

const DEFINED = /^\s{0,4}(?::\s{0,4}[\w<>[\], |.]{1,60})?\s{0,4}=(?![=>])/;
const EXPORTED = /\b(?:export|pub|public)\b[^;{}\n]{0,60}$/;
/** Ruby's questions need no brackets: `NAMES.any? { |name| ... }`, `NAMES.include? name`. */
const LOOKS_INTO =
  /^&?\??\.(?:(?:includes|some|every|has|indexOf|contains|any|all|index|startsWith)\(|(?:include|member|any|all|none)\?(?:\(|\s{0,2}\{|\s{1,2}(?:do\b|[\w:@"'])))/;
/** `m in NAME`, but not `for m in NAME`, unless that is within `any(...)`. */
const IN_BEFORE = /(?:^|[^\w.])(?:not )?in\s{1,4}$/;
const FOR_BEFORE = /\bfor\s{1,4}[\w, ]{1,40}\s{1,4}in\s{1,4}$/;
const ANY_BEFORE = /\b(?:any|all)\([^\n]{0,160}$/;

function askedOnly(code: Code, name: string): boolean {
  const { text } = code.skeleton;
  let asked = 0;
  let steps = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    if (/[\w$]/.test(text[at - 1] ?? '') || /[\w$]/.test(text[end] ?? '') || !isPlainCode(code, at)) continue;
    if (++steps > MOST) return false;
    const before = text.slice(Math.max(0, at - 200), at);
    const after = text.slice(end, end + 80);
    if (DEFINED.test(after)) {
      if (EXPORTED.test(before)) return false;
    } else if (isAsked(before, after)) asked++;
    else return false;
  }
  return asked > 0;
}

function isAsked(before: string, after: string): boolean {
  if (LOOKS_INTO.test(after)) return true;
  return IN_BEFORE.test(before) && (!FOR_BEFORE.test(before) || ANY_BEFORE.test(before)) && !/^\s{0,4}[.[(]/.test(after);
}
