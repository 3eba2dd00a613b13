// A list of what may be chosen is no choice: unions and enumerations of names, lists that are called so, constants that are
// named after their values.
import { kindOf } from '../../formats/code/frame.ts';
import { COMMENT, innerEnd, innerStart, OPEN, type Skeleton, STRING } from '../../formats/code/tokens.ts';
import { roleOf, wordsOf } from '../config/roles.ts';
import { type Code, remembered } from './code.ts';
import type { Site } from './spot.ts';
import { countsOf, isMember } from './tally.ts';

/** Fewer may be the few that somebody uses. */
const FEWEST_MEMBERS = 6;
const DEEPEST = 4;

/** Whether a literal is one of many members of an enumeration, however the language writes it. */
export function isEnumerated(code: Code, { token, route }: Site): boolean {
  if (token < 0) return false;
  if (runAt(code, token) >= FEWEST_MEMBERS) return true;
  const { parents, links } = code.skeleton;
  let open = parents[token] ?? -1;
  for (let depth = 0; open >= 0 && depth < DEEPEST; depth++) {
    const isLong = (links[open] ?? -1) - open > FEWEST_MEMBERS;
    if (isLong && (isEnumeration(code, open) || (isList(code, open) && route.some(isListing))) && membersIn(code, open) >= FEWEST_MEMBERS)
      return true;
    open = parents[open] ?? -1;
  }
  return false;
}

/** Names of lists that say that their items exist or are allowed, not that they are used. */
const LISTING =
  /(?:^| )(?:supported|available|known|allowed|all|builtin|valid|recommended|suggested) (?:\w+ ){0,3}models?(?: |$)|(?:^| )models? (?:\w+ )?(?:list|options|choices|catalog(?:ue)?|registry|enum|presets|suggestions)$|^(?:choices|enum)$/;

function isListing(name: string): boolean {
  return LISTING.test(wordsOf(name));
}

function isList({ skeleton }: Code, open: number): boolean {
  const kind = kindOf(skeleton, open);
  return kind !== 'statement' && kind !== 'hole' && kind !== 'parameters';
}

const HEADS: Readonly<Record<string, RegExp>> = {
  '{': /\benum\b[^{};=]{0,160}$/,
  '[': /\bLiteral\s{0,4}$|\b(?:enum|choices|oneOf|one_of)\b["']?\s{0,4}[:=]\s{0,4}$/,
  '(': /\.(?:enum|nativeEnum|picklist|union|oneOf|Enum|Literal|Literals|literals)\s{0,4}$/,
};
const AS_CONST = /^\s{0,10}as\s{1,4}const\b/;

const heads = (_: Code) => new Map<number, boolean>();

/** A bracket whose syntax says that it holds what may be chosen. */
function isEnumeration(code: Code, open: number): boolean {
  const known = remembered(code, heads);
  const cached = known.get(open);
  if (cached !== undefined) return cached;
  const is = isHeaded(code.skeleton, open);
  known.set(open, is);
  return is;
}

function isHeaded({ kinds, text, starts, ends, links }: Skeleton, open: number): boolean {
  const start = starts[open] ?? 0;
  if (kinds[open] !== OPEN) return false;
  if (HEADS[text[start] ?? '']?.test(text.slice(Math.max(0, start - 200), start))) return true;
  const end = ends[links[open] ?? -1] ?? text.length;
  return text[start] === '[' && AS_CONST.test(text.slice(end, end + 40));
}

function membersIn(code: Code, open: number): number {
  const close = code.skeleton.links[open] ?? -1;
  const { members } = countsOf(code);
  return close < 0 ? 0 : (members[close] ?? 0) - (members[open] ?? 0);
}

const runs = (_: Code) => new Map<number, number>();

/** How many names stand in a row with a token, joined by `|` or each given to a constant that is named after it. */
function runAt(code: Code, token: number): number {
  const known = remembered(code, runs);
  const cached = known.get(token);
  if (cached !== undefined) return cached;
  const row = [token];
  for (let at = previousJoined(code.skeleton, token); at >= 0; at = previousJoined(code.skeleton, at)) row.push(at);
  for (let at = nextJoined(code.skeleton, token); at >= 0; at = nextJoined(code.skeleton, at)) row.push(at);
  const members = row.filter((member) => isMember(code, member));
  const size = isMixed(code.skeleton, members) ? FEWEST_MEMBERS : members.length;
  for (const member of row) known.set(member, size);
  return size;
}

/** So few of so many makers were not chosen one by one. */
const FEWEST_MIXED = 4;
const FEWEST_MAKERS = 3;

/** Constants for models of several makers, each named after its model and not after what it is for. */
function isMixed(skeleton: Skeleton, members: readonly number[]): boolean {
  if (members.length < FEWEST_MIXED || members.length >= FEWEST_MEMBERS) return false;
  const names = members.map((token) => nameBefore(skeleton, token));
  if (names.some((name) => name === undefined || roleOf(name) !== null)) return false;
  return new Set(members.map((token) => leadOf(skeleton, token))).size >= FEWEST_MAKERS;
}

function previousJoined(skeleton: Skeleton, token: number): number {
  let before = token - 1;
  while (before >= 0 && skeleton.kinds[before] === COMMENT) before--;
  return before >= 0 && isJoined(skeleton, before, token) ? before : -1;
}

function nextJoined(skeleton: Skeleton, token: number): number {
  let next = token + 1;
  while (next < skeleton.count && skeleton.kinds[next] === COMMENT) next++;
  return next < skeleton.count && isJoined(skeleton, token, next) ? next : -1;
}

const FARTHEST = 400;

function isJoined(skeleton: Skeleton, left: number, right: number): boolean {
  const { kinds, parents, starts, ends } = skeleton;
  if (kinds[left] !== STRING || kinds[right] !== STRING || parents[left] !== parents[right]) return false;
  if ((starts[right] ?? 0) - (ends[left] ?? 0) > FARTHEST) return false;
  return /^\s*\|\s*$/.test(between(skeleton, left, right)) || (isNamedAfter(skeleton, left) && isNamedAfter(skeleton, right));
}

/** The code between two tokens, without the comments in it. */
function between({ text, starts, ends }: Skeleton, left: number, right: number): string {
  let code = '';
  for (let at = left; at < right; at++) code += text.slice(ends[at], starts[at + 1]);
  return code;
}

const NAME = /([A-Za-z_$][\w$]{0,80})["']?\s{0,4}(?::\s{0,4}[\w&' <>[\]]{1,40})?\s{0,40}[=:]\s{0,40}$/;

/** `ACME_LARGE = "acme-large"`: a setting is named after its purpose, a member of an enumeration after its value. */
function isNamedAfter(skeleton: Skeleton, token: number): boolean {
  const lead = leadOf(skeleton, token);
  return lead !== undefined && nameBefore(skeleton, token)?.toLowerCase().replaceAll('_', '').includes(lead) === true;
}

function nameBefore({ text, starts }: Skeleton, token: number): string | undefined {
  const start = starts[token] ?? 0;
  return NAME.exec(text.slice(Math.max(0, start - 160), start))?.[1];
}

/** The first word of a model's name, behind its owner. */
function leadOf(skeleton: Skeleton, token: number): string | undefined {
  const value = skeleton.text.slice(innerStart(skeleton, token), innerEnd(skeleton, token));
  return /[a-z]{3,}/i.exec(value.slice(value.lastIndexOf('/') + 1))?.[0].toLowerCase();
}
