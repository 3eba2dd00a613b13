// The model that the code around a bracket asks for: beside it, or where the name that the bracket is given to is used.
import { kindOf } from '../../formats/code/frame.ts';
import { headOf } from '../../formats/code/head.ts';
import { flatten, slotIndex, slotsOf } from '../../formats/code/slots.ts';
import { OPEN } from '../../formats/code/tokens.ts';
import { isModelLike, isPlainlyModelLike } from '../config/looks.ts';
import { roleOf } from '../config/roles.ts';
import { textIn } from './beside.ts';
import { bracketAt, type Code, isPlainCode, tokenFrom } from './code.ts';
import { firstText } from './spot.ts';

/** Without any, nothing is asked for here. */
export function askedOf(code: Code, open: number): readonly string[] {
  const { name, outermost } = askedFrom(code, open);
  if (name !== null) return [name];
  const target = targetOf(code, outermost);
  return target === null ? [] : askedWith(code, target, outermost);
}

const HIGHEST = 8;

interface Asked {
  readonly name: string | null;
  /** The last bracket before a block of statements. */
  readonly outermost: number;
}

function askedFrom(code: Code, open: number): Asked {
  let outermost = open;
  for (let at = open, steps = 0; at >= 0 && steps < HIGHEST; at = code.skeleton.parents[at] ?? -1, steps++) {
    if (isBlock(code, at)) break;
    outermost = at;
    const name = modelIn(code, at);
    if (name !== null) return { name, outermost };
  }
  return { name: null, outermost };
}

function isBlock({ skeleton }: Code, open: number): boolean {
  return skeleton.kinds[open] !== OPEN || /^(?:statement|parameters)$/.test(kindOf(skeleton, open));
}

const MOST_SLOTS = 60;

function modelIn(code: Code, open: number): string | null {
  const slots = slotsOf(code.skeleton, open);
  if (slots.length > MOST_SLOTS) return null;
  let before: string | null = null;
  for (const { from, to, first } of slots) {
    const flat = flatten(code.skeleton, from, Math.min(to, from + 600), first);
    const { name, rest } = headOf(flat);
    const key = name ?? before;
    before = name === null && before === null ? (/^"(\w{1,40})"$/.exec(flat)?.[1] ?? null) : null;
    if (key === null || roleOf(key) !== 'model') continue;
    const text = textIn(code, name === null ? flat : rest)?.trim() ?? '';
    if (isModelLike(text) && !text.includes('*')) return text;
  }
  return firstIn(code, open);
}

/** `LM("router/vendor/name", ...)`: what a call is given first, if it is written as routers write models. */
function firstIn({ skeleton }: Code, open: number): string | null {
  const text = kindOf(skeleton, open) === 'call' ? firstText(skeleton, open) : null;
  return text !== null && /^[\w.-]{1,60}\/[\w./:-]{1,120}$/.test(text) && isPlainlyModelLike(text) ? text : null;
}

/** `"provider"` of `of("provider", of(...))`. */
export function keyBefore({ skeleton }: Code, open: number): string | null {
  const parent = skeleton.parents[open] ?? -1;
  if (parent < 0 || skeleton.kinds[parent] !== OPEN) return null;
  const slots = slotsOf(skeleton, parent);
  const slot = slots[slotIndex(slots, skeleton.starts[open] ?? 0) - 1];
  return slot ? (/^"(\w{1,40})"$/.exec(flatten(skeleton, slot.from, slot.to, slot.first))?.[1] ?? null) : null;
}

/** `name` of `name = {`, `name: Type = {`, `name["key"] = {`, `name := &Type{`. */
const TARGET =
  /([A-Za-z_$][\w$]{0,80})(?:\[["']\w{1,60}["']\]|\.\w{1,60})?\s{0,4}(?::\s{0,4}[\w.<>[\], |]{1,60})?\s{0,4}:?=\s{0,20}[\w&.[\]<>]{0,60}\s{0,4}$/;

function targetOf({ skeleton }: Code, open: number): string | null {
  const start = skeleton.starts[open] ?? 0;
  return TARGET.exec(skeleton.text.slice(Math.max(0, start - 300), start))?.[1] ?? null;
}

const MOST_USES = 60;
const MOST_ASKED = 10;

/** The models beside which a name is used, within the function that knows it. */
function askedWith(code: Code, target: string, open: number): readonly string[] {
  const { text } = code.skeleton;
  const { from, to } = extentOf(code, open);
  const word = new RegExp(String.raw`(?<![\w$.])${target.replaceAll('$', String.raw`\$`)}(?![\w$])`, 'g');
  word.lastIndex = from;
  const found = new Set<string>();
  for (let steps = 0, use = word.exec(text); use && use.index < to && steps < MOST_USES && found.size < MOST_ASKED; steps++) {
    const name = isPlainCode(code, use.index) ? askedAt(code, use.index, use.index + target.length) : null;
    if (name !== null) found.add(name);
    use = word.exec(text);
  }
  return [...found];
}

const DEFINES = /^\s{0,4}(?::\s{0,4}[\w.<>[\], |]{1,60})?\s{0,4}:?=\s{0,20}[\w&.[\]<>]{0,60}\s{0,4}$/;

/** A name stands in a call beside a model, or is given an object that names one. */
function askedAt(code: Code, start: number, end: number): string | null {
  const around = bracketAt(code, start);
  const beside = around < 0 ? null : askedFrom(code, around).name;
  if (beside !== null) return beside;
  const next = tokenAtOpen(code, end);
  return next < 0 ? null : modelIn(code, next);
}

function tokenAtOpen(code: Code, end: number): number {
  const { skeleton } = code;
  for (let token = tokenFrom(code, end); token < skeleton.count && (skeleton.starts[token] ?? 0) < end + 160; token++) {
    if (skeleton.kinds[token] !== OPEN) return -1;
    if (kindOf(skeleton, token) === 'object') return DEFINES.test(skeleton.text.slice(end, skeleton.starts[token])) ? token : -1;
  }
  return -1;
}

interface Extent {
  readonly from: number;
  readonly to: number;
}

const DEFINITION = /^[ \t]{0,80}(?:async[ \t]{1,4})?(?:def|class)\b/gm;

/** The block that holds a bracket; where blocks are indented, from one definition to the next. */
function extentOf(code: Code, open: number): Extent {
  const { skeleton } = code;
  const { text, starts, ends, links } = skeleton;
  const block = skeleton.parents[open] ?? -1;
  if (block >= 0) return { from: starts[block] ?? 0, to: ends[links[block] ?? -1] ?? text.length };
  const start = starts[open] ?? 0;
  const line = text.lastIndexOf('\n', start) + 1;
  if (!/^[ \t]/.test(text.slice(line, line + 1))) return { from: 0, to: text.length };
  const definitions = [...text.matchAll(DEFINITION)].map(({ index }) => index);
  const from = definitions.findLast((index) => index < start) ?? 0;
  return { from, to: definitions.find((index) => index > start) ?? text.length };
}
