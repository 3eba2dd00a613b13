// What a program shows to those who choose: objects that give several makers' models names for readers.
import { kindOf } from '../../formats/code/frame.ts';
import { isPlainlyModelLike } from '../config/looks.ts';
import { type Code, remembered } from './code.ts';
import type { Site } from './spot.ts';

const FEWEST_CHOICES = 5;
const FEWEST_MAKERS = 3;
const LONGEST = 20_000;

/** Whether a literal names one of several choices: `[{ id: "acme-large", label: "Acme Large" }, ...]`. */
export function isChoice(code: Code, { token, key }: Site): boolean {
  if (token < 0 || key === null || !/^(?:id|value|name|key|slug)$/i.test(key)) return false;
  const { parents } = code.skeleton;
  const object = parents[token] ?? -1;
  const list = object < 0 ? -1 : (parents[object] ?? -1);
  return list >= 0 && isMenu(code, list);
}

const menus = (_: Code) => new Map<number, boolean>();

function isMenu(code: Code, list: number): boolean {
  const known = remembered(code, menus);
  const cached = known.get(list);
  if (cached !== undefined) return cached;
  const is = /^(?:list|object|call)$/.test(kindOf(code.skeleton, list)) && isShown(code, list);
  known.set(list, is);
  return is;
}

const VALUES = /\b(?:id|value|name|key|slug)["']?\s{0,4}[:=]\s{0,4}["'`]([\w./:@-]{3,80})["'`]/gi;
const SHOWN = /\b(?:label|description|desc|display_?name|tagline|subtitle)["']?\s{0,4}[:=]/gi;
/** Who is asked where, with what and how, is somebody's setting. */
const SETTING = /\b(?:api_?key|base_?url|endpoint|temperature|(?:system_?)?prompt|tools|model)["']?\s{0,4}[:=]/i;

function isShown({ skeleton: { text, starts, ends, links } }: Code, list: number): boolean {
  const start = ends[list] ?? 0;
  const end = starts[links[list] ?? -1] ?? start;
  if (end - start > LONGEST) return false;
  const inner = text.slice(start, end);
  const names = Array.from(inner.matchAll(VALUES), ([, name = '']) => name).filter(isPlainlyModelLike);
  if (names.length < FEWEST_CHOICES || SETTING.test(inner) || (inner.match(SHOWN)?.length ?? 0) < FEWEST_CHOICES) return false;
  return new Set(names.map((name) => /[a-z]{3,}/i.exec(name.slice(name.lastIndexOf('/') + 1))?.[0].toLowerCase())).size >= FEWEST_MAKERS;
}
