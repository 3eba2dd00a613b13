// Where a constant is used: the call that takes it as its model tells who answers.
import { kindOf } from '../../formats/code/frame.ts';
import { calleeOf } from '../../formats/code/slots.ts';
import { type Beside, besideOf } from './beside.ts';
import { bracketAt, type Code, isPlainCode, remembered } from './code.ts';
import { siteOf } from './site.ts';

export interface Use extends Beside {
  readonly call: string | null;
  /** Where the name stands. */
  readonly start: number;
}

const TAKES =
  /(?:\b(?:model|model_?name|model_?id|model_?path|pretrained_model_name_or_path|repo_?id)\b["']?\s{0,4}[=:]\s{0,20}|\b(?:from_pretrained|snapshot_download|SentenceTransformer|CrossEncoder|pipeline)\(\s{0,20})(?:(?:self|this|cls)\.)?([A-Za-z_$][\w$]{0,80})\b(?!\s{0,4}[(.[="'`])/gi;
const MOST = 300;

/** The first use of each name as the model of a call. */
export function usesOf(code: Code): ReadonlyMap<string, Use> {
  return remembered(code, findUses);
}

function findUses(code: Code): ReadonlyMap<string, Use> {
  const { skeleton } = code;
  const found = new Map<string, Use>();
  let steps = 0;
  for (const { 0: whole, 1: name = '', index } of skeleton.text.matchAll(TAKES)) {
    if (found.has(name) || ++steps > MOST) continue;
    const start = index + whole.length - name.length;
    if (!isPlainCode(code, start)) continue;
    const use = useAt(code, start);
    if (use) found.set(name, use);
  }
  return found;
}

function useAt(code: Code, start: number): Use | null {
  const { skeleton } = code;
  const open = bracketAt(code, start);
  if (open < 0) return null;
  const kind = kindOf(skeleton, open);
  if (kind !== 'call' && kind !== 'object') return null;
  const outer = siteOf(skeleton, open, skeleton.links[open] ?? open);
  const call = kind === 'call' ? calleeOf(skeleton, open).name : outer.call;
  if (call === null) return null;
  const scopes = kind === 'call' ? [open] : [open, ...outer.scopes];
  return { ...besideOf(code, { ...outer, call, scopes }), call, start };
}
