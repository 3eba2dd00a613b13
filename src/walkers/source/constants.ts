// Where a constant of a file is used in it. The finding stands where the value is written; the calls that it reaches are told with it.
import { linesOf } from '../../formats/document.ts';
import { decodedOffset, slice } from '../../formats/nodes.ts';
import type { Evidence, Usage } from '../../model.ts';
import { isHost, isUrl } from '../config/looks.ts';
import { sightEdge, sightHeldEndpoint, sightModel } from '../config/sight.ts';
import { addressUsesOf } from './address-uses.ts';
import { loadingOf } from './beside.ts';
import { type Binding, bindingsOf } from './bindings.ts';
import { type Code, isPlainCode } from './code.ts';
import { partsOf } from './edges.ts';
import { classNameAt, isOfOneClass, reachOf } from './scopes.ts';
import { allUsesOf, type Use, useAt } from './uses.ts';
import { isComparing, isPrinting } from './words.ts';

/** Of one name; more say nothing new. */
const MOST_OF_ONE = 12;
const MOST = 200;
const MOST_NAMES = 60;
const MOST_PLACES = 12;
const MOST_BINDINGS = 60;

/** A name that the file gives one model or one address, and no other. */
interface Own {
  readonly value: string;
  readonly usage: Usage;
  /** Where it is given it, in the code. */
  readonly places: readonly number[];
}

export function sightOwn(code: Code): void {
  const own = ownNames(code);
  // A file of many constants is a table for others.
  if (own.size === 0 || own.size > MOST_NAMES) return;
  const counts = new Map<string, number>();
  for (const use of knownUses(code, own)) {
    const name = partsOf(use.name).join('.');
    const count = counts.get(name) ?? 0;
    const known = own.get(name);
    if (!known || count >= MOST_OF_ONE) continue;
    counts.set(name, count + 1);
    sightUse(code, use, { name, ...known });
  }
}

function ownNames(code: Code): Map<string, Own> {
  const { document, out } = code.reading;
  const start = `symbol:${document.path}#`;
  const names = new Map<string, Own>();
  const disputed = new Set<string>();
  for (let at = code.first; at < out.length; at++) {
    const sighting = out[at];
    if (sighting?.kind !== 'edge' || !sighting.from.startsWith(start) || sighting.to.startsWith('symbol:')) continue;
    const name = sighting.from.slice(start.length);
    const known = names.get(name);
    if ((known?.value ?? sighting.to) !== sighting.to) disputed.add(name);
    const places = [...(known?.places ?? []), placeOf(code, sighting.evidence)];
    // What is given so often is no name of one thing.
    if (places.length > MOST_PLACES) disputed.add(name);
    else names.set(name, { value: sighting.to, usage: sighting.evidence.usage, places });
  }
  for (const name of disputed) names.delete(name);
  return names;
}

function placeOf({ reading: { document }, source }: Code, { region }: Evidence): number {
  const line = linesOf(document)[(region?.startLine ?? 1) - 1] ?? 0;
  return decodedOffset(source, line + (region?.startColumn ?? 1) - 1);
}

/** As the model or the address of a call under whatever name; and a constant, which nothing else is called, anywhere. */
function knownUses(code: Code, own: ReadonlyMap<string, Own>): readonly Use[] {
  const found = new Map<number, Use>();
  const uses = [...allUsesOf(code), ...addressUsesOf(code), ...constantUses(code, [...own.keys()].filter(isConstant))];
  for (const use of uses) if (!found.has(use.start) && own.has(partsOf(use.name).join('.'))) found.set(use.start, use);
  const used = [...found.values()];
  const bindings = bindingsOf(code, [...new Set(used.map(({ name }) => partsOf(name)[0] ?? name))]);
  if (bindings === null) return [];
  return used.filter((use) => isKnown(code, use, { own, bindings })).sort((one, other) => one.start - other.start);
}

interface Names {
  readonly own: ReadonlyMap<string, Own>;
  readonly bindings: ReadonlyMap<string, Binding>;
}

/** `self.MODEL`, `Chat::MODEL`. */
const OWNER = /(?:([A-Za-z_]\w{0,80})(?:\.|->|::)|(@)@?)$/;

/** Whether the name stands for what was given to it: it is given nothing else, and known there. */
function isKnown(code: Code, { name, start }: Use, { own, bindings }: Names): boolean {
  const parts = partsOf(name);
  const { places = [] } = own.get(parts.join('.')) ?? {};
  const { given, defaults, others } = bindings.get(parts[0] ?? '') ?? UNBOUND;
  if (given.length + defaults.length + others.length > MOST_BINDINGS) return false;
  const [, owner = null, mark = null] = OWNER.exec(code.skeleton.text.slice(Math.max(0, start - 84), start)) ?? [];
  if (mark !== null || (owner !== null && /^(?:self|static|this|cls|parent)$/i.test(owner)))
    return places.some((place) => isOfOneClass(code, place, start) && !isGivenMore(given, places, (at) => isOfOneClass(code, place, at)));
  if (owner !== null) return places.some((place) => classNameAt(code, place) === owner);
  return places.some((place) => {
    const isNear = reachOf(code, place);
    if (others.some(isNear) || isGivenMore([...given, ...defaults], parts.length > 1 ? [place] : places, isNear)) return false;
    return parts.length > 1 || isNear(start);
  });
}

const UNBOUND: Binding = { given: [], defaults: [], others: [] };

/** Another value would be one that nobody of the catalog knows. */
function isGivenMore(given: readonly number[], places: readonly number[], isNear: (at: number) => boolean): boolean {
  return given.filter(isNear).length > places.filter(isNear).length;
}

export function isConstant(name: string): boolean {
  return /^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{3,}|k[A-Z]\w{2,})$/.test(name);
}

export function* constantUses(code: Code, names: readonly string[]): Generator<Use> {
  if (names.length === 0) return;
  const { text } = code.skeleton;
  let steps = 0;
  for (const { 0: name, index } of text.matchAll(new RegExp(String.raw`(?<![\w$.'"-])(?:${names.join('|')})(?![\w$'"-])`, 'g'))) {
    if (++steps > MOST) return;
    if (GIVEN.test(text.slice(index + name.length, index + name.length + 12)) || !isPlainCode(code, index)) continue;
    const use = useAt(code, index, name);
    if (use !== null && isPassedOn(code, use)) yield use;
  }
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
