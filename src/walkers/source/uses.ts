// Where a constant is used: the call that takes it as its model tells who answers.
import { type FrameKind, kindOf } from '../../formats/code/frame.ts';
import { calleeOf } from '../../formats/code/slots.ts';
import type { Context } from '../../model.ts';
import { type Beside, besideOf, NOTHING_BESIDE } from './beside.ts';
import { bracketAt, type Code, isPlainCode, remembered } from './code.ts';
import { siteOf } from './site.ts';

export interface Use extends Beside {
  readonly call: string | null;
  readonly context: Context;
  /** Where the name stands. */
  readonly start: number;
  readonly end: number;
}

const KEY = String.raw`\b(?:[a-z_]{0,40}model(?:_?(?:name|id|path))?|pretrained_model_name_or_path|repo_?id|deployment(?:_?name)?)\b["']?\]?\s{0,4}(?::\s{0,4}[&'\w.<>[\]|? ]{1,40}?\s{0,4}=|=>|:=|[=:])\s{0,20}`;
/** Calls that take a model first; a client's method, or one that makes a model, may stand between a key and its value. */
const CALL = String.raw`\b(?:from_pretrained|snapshot_download|SentenceTransformer|CrossEncoder|pipeline|(?:set|with)_?model(?:_?(?:name|id))?)\(\s{0,20}|\.(?:model|model_?name|model_?id)\(\s{0,20}`;
const NAME = String.raw`\\?[A-Za-z_$][\w$]{0,80}(?:(?:\?\.|\.|::|\\|\[["'])[A-Za-z_$][\w$]{0,80}(?:["']\])?){0,5}`;
const TAKES = new RegExp(
  String.raw`(?:${CALL}|${KEY}(?:[\w$.]{1,60}\(\s{0,20})?)(?:(?:self|this|cls)\.)?(${NAME}?)(?:\.(?:to_string|into|clone|toString|as_str|to_owned|strip|trim)\(\))?(?![\w$])(?!\s{0,4}[(.["'${'`'}=]|::)`,
  'gi',
);
const MOST = 300;

/** The first use of each name as the model of a call, or elsewhere as a model where no call takes it. */
export function usesOf(code: Code): ReadonlyMap<string, Use> {
  return remembered(code, findUses);
}

function findUses(code: Code): ReadonlyMap<string, Use> {
  const { skeleton } = code;
  const found = new Map<string, Use>();
  let steps = 0;
  for (const { 0: whole, 1: name = '', index } of skeleton.text.matchAll(TAKES)) {
    if (found.get(name)?.call || ++steps > MOST) continue;
    const start = index + whole.lastIndexOf(name);
    if (!isPlainCode(code, start)) continue;
    const use = useAt(code, start, start + name.length);
    if (use && (use.call !== null || !found.has(name))) found.set(name, use);
  }
  return found;
}

const CONTEXTS: Readonly<Partial<Record<FrameKind, Context>>> = {
  call: 'argument',
  object: 'entry',
  list: 'entry',
  parameters: 'default',
  statement: 'assignment',
};

function useAt(code: Code, start: number, end: number): Use | null {
  const { skeleton } = code;
  const open = bracketAt(code, start);
  const kind = open < 0 ? 'statement' : kindOf(skeleton, open);
  const context = CONTEXTS[kind];
  if (context === undefined) return null;
  if (kind === 'parameters' || kind === 'statement') return { ...NOTHING_BESIDE, context, call: null, start, end };
  const outer = siteOf(skeleton, open, skeleton.links[open] ?? open);
  const call = kind === 'call' ? calleeOf(skeleton, open).name : outer.call;
  const scopes = kind === 'call' ? [open] : [open, ...outer.scopes];
  return { ...besideOf(code, { ...outer, call, scopes }), context: call === null ? context : 'argument', call, start, end };
}
