// Where a constant is used: the call that takes it as its model tells who answers.
import { type FrameKind, kindOf } from '../../formats/code/frame.ts';
import { calleeOf } from '../../formats/code/slots.ts';
import { HOLE, TEMPLATE } from '../../formats/code/tokens.ts';
import type { Context } from '../../model.ts';
import { type Beside, besideOf, NOTHING_BESIDE } from './beside.ts';
import { bracketAt, type Code, isPlainCode, remembered } from './code.ts';
import { siteOf } from './site.ts';
import { isComparing, isPrinting } from './words.ts';

export interface Use extends Beside {
  /** As written: `MODEL`, `config.MODEL`, `MODELS["fast"]`. */
  readonly name: string;
  readonly call: string | null;
  /** The innermost, whatever it does. */
  readonly callee: string;
  readonly context: Context;
  /** Where the name stands. */
  readonly start: number;
  readonly end: number;
}

const KEY = String.raw`\b(?:[a-z_]{0,40}model(?:_?(?:name|id|path))?|pretrained_model_name_or_path|repo_?id|deployment(?:_?name)?)\b["']?\]?\s{0,4}(?::\s{0,4}[&'\w.<>[\]|? ]{1,40}?\s{0,4}=|=>|:=|[=:])\s{0,20}`;
/** Calls that take a model first; a client's method, or one that makes a model, may stand between a key and its value. */
const CALL = String.raw`\b(?:from_pretrained|snapshot_download|SentenceTransformer|CrossEncoder|pipeline|(?:set|with)_?model(?:_?(?:name|id))?)\(\s{0,20}|\.(?:model|model_?name|model_?id)\(\s{0,20}`;
const KEYED = String.raw`["'][A-Za-z_$][\w$-]{0,80}["']`;
const NAME = String.raw`\\?[A-Za-z_$][\w$]{0,80}(?:(?:\?\.|\.|::|\\)[A-Za-z_$][\w$]{0,80}|\[${KEYED}\]|\.get\(${KEYED}(?:,[^()\n]{0,60})?\)){0,5}`;
/** What gives the text of a constant, or of a member of an enumeration. */
const TOLD = String.raw`(?:\??\.(?:to_string|into|clone|toString|as_str|to_owned|strip|trim|get_?(?:name|value|id|code|key|model(?:_?(?:name|id))?)|value|name)\(\))?`;
const TAKES = new RegExp(
  String.raw`(?:${CALL}|${KEY}(?:[\w$.]{1,60}\(\s{0,20})?)(?:(?:self|this|cls)\.)?(${NAME}?)${TOLD}(?![\w$])(?!\s{0,4}[(.["'${'`'}=]|::)`,
  'gi',
);
/** Without a key, the name itself says that it is a model's: `new Client(Names.CHAT_MODEL, key)`. */
const GIVEN = new RegExp(String.raw`model(?:_?(?:name|id))?(?=${TOLD}\s{0,40}[,)])`, 'gi');
const GIVEN_BEFORE = /[(,]\s{0,40}((?:[A-Za-z_$][\w$]{0,80}(?:\.|::|\\)){0,5}(?:[A-Za-z_$][\w$]{0,60})?)$/;
const MOST = 300;
/** Of one name; more say nothing new. */
const MOST_OF_ONE = 12;

/** The first use of each name as the model of a call, or elsewhere as a model where no call takes it. */
export function usesOf(code: Code): ReadonlyMap<string, Use> {
  return remembered(code, firstUses);
}

function firstUses(code: Code): ReadonlyMap<string, Use> {
  const first = new Map<string, Use>();
  for (const use of allUsesOf(code))
    if (!first.has(use.name) || (use.call !== null && !first.get(use.name)?.call)) first.set(use.name, use);
  return first;
}

/** Every place where a name stands as a model, in order. */
export function allUsesOf(code: Code): readonly Use[] {
  return remembered(code, findUses);
}

function findUses(code: Code): readonly Use[] {
  const { text } = code.skeleton;
  const found = new Map<number, Use>();
  const counts = new Map<string, number>();
  // What a test makes and takes apart again is told where the name is defined.
  const isTest = code.reading.document.usage === 'test';
  const most = isTest ? 1 : MOST_OF_ONE;
  const add = (start: number, name: string, isGiven: boolean) => {
    const count = counts.get(name) ?? 0;
    if (count >= most || found.has(start) || !isPlainCode(code, start)) return;
    const use = useAt(code, start, name);
    if (use === null || (isGiven && !isAsking(use))) return;
    counts.set(name, count + 1);
    found.set(start, use);
  };
  let steps = 0;
  for (const { 0: whole, 1: name = '', index } of text.matchAll(TAKES))
    if (++steps <= MOST) add(index + whole.lastIndexOf(name), name, false);
  if (!isTest) for (const { start, name } of givenIn(text)) add(start, name, true);
  return [...found.values()].sort((one, other) => one.start - other.start);
}

function* givenIn(text: string): Generator<{ readonly start: number; readonly name: string }> {
  let steps = 0;
  for (const { 0: end, index } of text.matchAll(GIVEN)) {
    const before = GIVEN_BEFORE.exec(text.slice(Math.max(0, index - 200), index))?.[1];
    if (before === undefined) continue;
    if (++steps > MOST) return;
    yield { start: index - before.length, name: before + end };
  }
}

/** What is imported or printed is not asked for. */
export function isAsking({ context, callee }: Use): boolean {
  return context === 'argument' && callee !== 'import' && !isPrinting(callee) && !isComparing(callee);
}

const CONTEXTS: Readonly<Partial<Record<FrameKind, Context>>> = {
  call: 'argument',
  object: 'entry',
  list: 'entry',
  parameters: 'default',
  statement: 'assignment',
};

/** What a text takes in stands where the text does. */
function outsideTexts({ skeleton: { kinds, parents } }: Code, bracket: number): number {
  let open = bracket;
  while (open >= 0 && (kinds[open] === HOLE || kinds[open] === TEMPLATE)) open = parents[open] ?? -1;
  return open;
}

export function useAt(code: Code, start: number, name: string): Use | null {
  const { skeleton } = code;
  const open = outsideTexts(code, bracketAt(code, start));
  const kind = open < 0 ? 'statement' : kindOf(skeleton, open);
  const context = CONTEXTS[kind];
  if (context === undefined) return null;
  const place = { name, start, end: start + name.length };
  if (kind === 'parameters' || kind === 'statement') return { ...NOTHING_BESIDE, ...place, context, call: null, callee: '' };
  const outer = siteOf(skeleton, open, skeleton.links[open] ?? open);
  const callee = kind === 'call' ? calleeOf(skeleton, open).name : outer.callee;
  const call = kind === 'call' ? callee : outer.call;
  const scopes = kind === 'call' ? [open] : [open, ...outer.scopes];
  return { ...besideOf(code, { ...outer, call, scopes }), ...place, context: call === null ? context : 'argument', call, callee };
}
