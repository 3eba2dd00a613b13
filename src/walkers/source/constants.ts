// Where a constant of a file is used in it. The finding stands where the value is written; the calls that it reaches are told with it.
import { slice } from '../../formats/nodes.ts';
import type { Usage } from '../../model.ts';
import { isHost, isUrl } from '../config/looks.ts';
import { sightEdge, sightHeldEndpoint, sightModel } from '../config/sight.ts';
import { addressUsesOf } from './address-uses.ts';
import { loadingOf } from './beside.ts';
import { type Code, isPlainCode } from './code.ts';
import { partsOf } from './edges.ts';
import { allUsesOf, type Use, useAt } from './uses.ts';
import { isComparing, isPrinting } from './words.ts';

/** Of one name; more say nothing new. */
const MOST_OF_ONE = 12;
const MOST = 200;
const MOST_NAMES = 60;
/** The rest are ways into a table. */
const WORD = /^[\w$]+$/;

/** A name that the file gives one model or one address, and no other. */
interface Own {
  readonly value: string;
  readonly usage: Usage;
  /** How often it is given it. */
  readonly times: number;
}

export function sightOwn(code: Code): void {
  const own = ownNames(code);
  // A file of many constants is a table for others.
  if (own.size > MOST_NAMES) return;
  for (const [name, known] of own) if (WORD.test(name) && !isGivenOnce(code, name, known)) own.delete(name);
  if (own.size === 0) return;
  const counts = new Map<string, number>();
  for (const use of usesOf(code, own)) {
    const name = partsOf(use.name).join('.');
    const count = counts.get(name) ?? 0;
    const known = own.get(name);
    if (!known || count >= MOST_OF_ONE) continue;
    counts.set(name, count + 1);
    sightUse(code, use, { name, ...known });
  }
}

function ownNames({ reading: { document, out } }: Code): Map<string, Own> {
  const start = `symbol:${document.path}#`;
  const names = new Map<string, Own>();
  const disputed = new Set<string>();
  for (const sighting of out) {
    if (sighting.kind !== 'edge' || !sighting.from.startsWith(start) || sighting.to.startsWith('symbol:')) continue;
    const name = sighting.from.slice(start.length);
    const known = names.get(name);
    if ((known?.value ?? sighting.to) !== sighting.to) disputed.add(name);
    names.set(name, { value: sighting.to, usage: sighting.evidence.usage, times: (known?.times ?? 0) + 1 });
  }
  for (const name of disputed) names.delete(name);
  return names;
}

/** As the model or the address of a call under whatever name; and a constant, which nothing else is called, anywhere. */
function usesOf(code: Code, own: ReadonlyMap<string, Own>): readonly Use[] {
  const found = new Map<number, Use>();
  for (const use of [...allUsesOf(code), ...addressUsesOf(code)]) {
    const parts = partsOf(use.name);
    const known = own.get(parts.join('.'));
    if (!known || found.has(use.start)) continue;
    if (parts.some(isConstant) || isOfItself(code, use.start) || isOnly(code, parts[0] ?? '')) found.set(use.start, use);
  }
  for (const use of constantUses(code, [...own.keys()].filter(isConstant))) if (!found.has(use.start)) found.set(use.start, use);
  return [...found.values()].sort((one, other) => one.start - other.start);
}

export function isConstant(name: string): boolean {
  return /^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{3,}|k[A-Z]\w{2,})$/.test(name);
}

/** `self.model`: not a variable or a parameter of the same name. */
function isOfItself({ skeleton: { text } }: Code, start: number): boolean {
  return /(?:\b(?:self|this|cls|Self)(?:\.|->|::)|@{1,2})$/.test(text.slice(Math.max(0, start - 8), start));
}

/** Nothing else in the file has the name: no parameter, no variable of a loop. */
function isOnly({ skeleton: { text } }: Code, name: string): boolean {
  const word = escaped(name);
  return !new RegExp(
    String.raw`\b(?:def|function|func|fn|fun|lambda|for|catch|with)\b[^\n]{0,200}[^\w$.]${word}(?![\w$])|[(,{]\s{0,40}(?:[\w.<>[\]?*&]{1,40}\s{1,4}){0,3}${word}\s{0,4}(?::[^=,()\n]{1,60})?(?:,[^()\n]{0,200})?[}\s]{0,4}\)\s{0,4}(?:=>|->|\{)|[^\w$.]${word}\s{0,4}=>`,
  ).test(text);
}

/** It is given a value as often as was seen: another would be one that nobody of the catalog knows. `self.name = name` is none. */
function isGivenOnce({ skeleton: { text } }: Code, name: string, { times }: Own): boolean {
  const word = escaped(name);
  const given = new RegExp(
    String.raw`^[ \t]{0,40}(?:[\w.<>[\]?*&]{1,40}[ \t]{1,4}){0,4}(?:(?:self|this|cls)\.|\$this->|[$@]{0,2})${word}(?:[ \t]{0,4},[ \t]{0,4}\w{1,60}){0,4}(?:[ \t]{0,4}:[^=\n]{1,60})?[ \t]{0,4}(?::|\|\||[+.])?=(?![=>])(?![ \t]{0,4}\$?${word}[ \t]{0,4};?(?:\r?\n|$))`,
    'gm',
  );
  return [...text.matchAll(given)].length <= times;
}

function escaped(name: string): string {
  return name.replaceAll('$', String.raw`\$`);
}

export function* constantUses(code: Code, names: readonly string[]): Generator<Use> {
  if (names.length === 0) return;
  const { text } = code.skeleton;
  let steps = 0;
  for (const { 0: name, index } of text.matchAll(new RegExp(String.raw`(?<![\w$.'"-])(?:${names.join('|')})(?![\w$'"-])`, 'g'))) {
    if (++steps > MOST) return;
    if (GIVEN.test(text.slice(index + name.length, index + name.length + 12)) || !isPlainCode(code, index)) continue;
    if (isOfAnother(text, index)) continue;
    const use = useAt(code, index, name);
    if (use !== null && isPassedOn(code, use)) yield use;
  }
}

const OWNER = /([A-Za-z_]\w{0,80})(?:::|->)$/;

/** `Other::MODEL`, where no class of the file has that name. */
function isOfAnother(text: string, start: number): boolean {
  const owner = OWNER.exec(text.slice(Math.max(0, start - 84), start))?.[1];
  if (owner === undefined || /^(?:self|static|this|parent)$/i.test(owner)) return false;
  return !new RegExp(
    String.raw`\b(?:class|module|enum|mod|namespace|struct|impl|trait|interface)\s{1,4}(?:\w{1,60}::){0,4}${owner}\b`,
  ).test(text);
}

/** It is given its value here, or is the name of something else. */
const GIVEN = /^\s{0,4}(?::?=(?![=>])|:|=>)/;
const LISTED = /\b(?:import|export|from|use|global|nonlocal)\b[^;=()]{0,200}$/;

/** `void ask(String MODEL)`: declared, not used. */
const PARAMETER = /[(,]\s{0,4}(?:[\w.<>[\]?*&]{1,40}\s{1,4}){0,4}[$&*]?$/;

function isPassedOn({ skeleton: { text } }: Code, { context, callee, start }: Use): boolean {
  if (isPrinting(callee) || isComparing(callee) || LISTED.test(lineBefore(text, start))) return false;
  if (context === 'default' && PARAMETER.test(lineBefore(text, start))) return false;
  return context !== 'assignment' || /(?:[\w\]"'] ?(?::?=|=>) ?|\breturn )$/.test(lineBefore(text, start));
}

function lineBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 200), start);
  return before.slice(before.lastIndexOf('\n') + 1);
}

interface Named extends Own {
  readonly name: string;
}

function sightUse(code: Code, use: Use, { name, usage, value }: Named): void {
  const { start, end, context, endpoint, provider, call } = use;
  const { path } = code.reading.document;
  const node = slice(code.source, start, end);
  const from = `symbol:${path}#(${name})`;
  const spot = { usage, context, endpoint, provider, route: [...code.routeAt(node.start), name] };
  if (isUrl(value) || isHost(value)) sightHeldEndpoint(code.reading, node, spot, from);
  else sightModel(code.reading, node, spot, { call, ...loadingOf(use) });
  sightEdge(code.reading, node, spot, { from, relation: 'alias', to: `symbol:${path}#${name}` });
}
