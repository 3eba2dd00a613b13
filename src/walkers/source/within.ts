// A literal within a bracket: what the bracket is decides what the literal is.
import type { Frame } from '../../formats/code/frame.ts';
import { headOf, restOf } from '../../formats/code/head.ts';
import { calleeOf } from '../../formats/code/slots.ts';
import { CLOSE, type Skeleton } from '../../formats/code/tokens.ts';
import { behind, firstText, NOWHERE, type Site, variableIn, withRest } from './spot.ts';
import { isCollection, isComparing, isDefaultName, isExpecting, isFallingBack, isReadingEnvironment, isTransparent } from './words.ts';

export function inCall(code: Skeleton, { callee, lead, open, index }: Frame, outer: Site): Site {
  const head = headOf(lead);
  const key = head.name;
  const base = { ...NOWHERE, lead, call: callee.name, callee: callee.name, scopes: [open] };
  if (isComparing(callee.name) || isExpecting(callee.name))
    return { ...base, context: 'comparison', route: outer.route, key: outer.key, call: null };
  const { context, variable } = withRest(code, head, 'argument');
  const route = key === null ? outer.route : [...outer.route, key];
  if (isReadingEnvironment(callee.name) && key === null && index > 0) {
    return { ...base, context: 'default', key: outer.key, route, call: outer.call, position: index, variable: firstText(code, open) };
  }
  if (key === null && isFallingBack(callee.name)) {
    const asked = index > 0 ? variableAsked(code, open, callee.name) : readBefore(code, open);
    return { ...base, context: 'default', key: outer.key, route, call: outer.call, variable: asked };
  }
  if (key !== null && isDefaultName(key)) {
    const isNamed = !/^\s*(?:(?:name|key|env|flag)\s*[=:]\s*)?$/.test(code.text.slice(code.ends[open], code.starts[open + 1]));
    const option = index > 0 && !isNamed ? (firstText(code, open)?.replace(/^-+/, '') ?? null) : null;
    if (isReadingEnvironment(callee.name)) return { ...outer, context: 'default', lead, callee: callee.name, variable: option };
    // `name: str = Field(default="...")` gives the name outside its value.
    if (option === null && outer.context === 'assignment') return { ...outer, context: 'default', lead, callee: callee.name };
    return { ...base, context: 'default', key: option ?? outer.key, route: option === null ? route : [...outer.route, option], call: null };
  }
  if (isTransparent(callee.name) && (key === null || isDefaultName(key))) {
    const inherited = outer.context === 'text' || outer.context === 'argument' || outer.context === 'value' ? context : outer.context;
    const held = isCollection(callee.name) && inherited !== 'comparison' ? 'entry' : inherited;
    return { ...base, context: held, key: outer.key, route, call: outer.call, scopes: [open, ...outer.scopes], position: index };
  }
  return { ...base, context, variable, key, route, position: key === null ? index : -1 };
}

const ASKED = /(?:[gG]et_?[eE]nv\w{0,20}|env::var|environ\.get)\(\s{0,20}["'](\w{1,100})["']\s{0,4}\)/;

/** The variable that the call before in the chain asks for: `env::var("NAME").unwrap_or(...)`, `ofNullable(getenv("NAME")).orElse(...)`. */
function readBefore(code: Skeleton, open: number): string | null {
  const before = open - 1;
  if (before < 0 || code.kinds[before] !== CLOSE) return null;
  const previous = code.links[before] ?? -1;
  if (previous < 0) return null;
  if (isReadingEnvironment(calleeOf(code, previous).name)) return firstText(code, previous);
  return ASKED.exec(code.text.slice(code.ends[previous], code.ends[before]).slice(0, 200))?.[1] ?? null;
}

/** `getenv().getOrDefault("NAME", ...)`, `cmp.Or(os.Getenv("NAME"), ...)`. */
function variableAsked(code: Skeleton, open: number, callee: string): string | null {
  if (/env/i.test(callee)) return firstText(code, open);
  const start = code.ends[open] ?? 0;
  return ASKED.exec(code.text.slice(start, start + 200))?.[1] ?? null;
}

export function inParameters(code: Skeleton, { lead, open }: Frame): Site {
  const head = headOf(lead);
  const key = head.name;
  if (head.joint === 'entry') return { ...NOWHERE, lead, context: 'comparison' };
  const variable = restOf(head.rest, code.language.joins) === 'default' ? variableIn(head.rest) : null;
  return { ...NOWHERE, lead, key, route: key ? [key] : [], context: 'default', variable, scopes: [open] };
}

export function inObject(code: Skeleton, { callee, lead, open, index }: Frame, outer: Site, last: number): Site {
  const isKey = isKeyOf(code, lead, last);
  const head = headOf(lead);
  const key = head.name;
  const literal = /[A-Z.]|::/.test(callee.name) && !/[=:([,]\s?$/.test(callee.name) ? callee.name : null;
  const call = literal ?? outer.call;
  const isDirect = literal !== null || (outer.call !== null && /^(?:argument|default)$/.test(outer.context));
  // Only a pattern that takes an object apart has `=` in it: `{ model = 'name' }`.
  const isPattern = (code.language.methods === true && head.joint === 'assign') || (key !== null && isDefaultName(key));
  const { context, variable } = withRest(code, head, isPattern ? 'default' : isDirect ? 'argument' : 'entry');
  const route = key !== null ? [...outer.route, key] : isKey ? outer.route : [...outer.route, `[${Math.max(index, 0)}]`];
  const compared = outer.context === 'comparison';
  const scopes = [open, ...outer.scopes].slice(0, 4);
  // `model: { default: 'name' }` gives the outer name its value.
  const inherited = (key === null && !isKey) || (key !== null && isDefaultName(key)) ? (outer.key ?? key) : key;
  return {
    ...NOWHERE,
    lead,
    callee: callee.name || outer.callee,
    context: compared ? 'comparison' : isKey ? 'entry' : context,
    key: inherited,
    route,
    call,
    scopes,
    variable,
    isKey,
  };
}

/** In Nix, a key may be the last part of a dotted path: `models."name" = { ... }`. */
function isKeyOf(code: Skeleton, lead: string, last: number): boolean {
  if (code.language.name === 'nix') return /^[\w.'-]{0,100}$/.test(lead) && /^\s{0,20}=(?!=)/.test(behind(code, last));
  return lead === '' && KEYS.test(behind(code, last));
}

const KEYS = /^\s{0,20}(?::(?!:)|=>)/;

export function inList(code: Skeleton, { lead, open, index }: Frame, outer: Site, last: number): Site {
  const head = headOf(lead);
  const isKey = lead === '' && /^\s{0,20}=>/.test(behind(code, last));
  const route = [...outer.route, head.name ?? `[${Math.max(index, 0)}]`];
  const key = head.name ?? outer.key;
  const { context, variable } = withRest(code, head, outer.context === 'comparison' ? 'comparison' : 'entry');
  return {
    ...NOWHERE,
    lead,
    context,
    variable,
    key,
    route,
    call: outer.call,
    callee: outer.callee,
    scopes: [open, ...outer.scopes].slice(0, 4),
    position: index,
    isKey,
  };
}

export function inSubscript(code: Skeleton, { callee, lead, open }: Frame, outer: Site): Site {
  const base = { ...NOWHERE, lead, callee: `${callee.name}[]`, scopes: [open], route: outer.route };
  // What a type or a lookup allows is a capability.
  if (/(?:^|\.)Literal$/.test(callee.name) || restOf(lead, code.language.joins) === 'comparison') return { ...base, context: 'comparison' };
  return { ...base, context: 'entry', isKey: true };
}

export function inGroup(code: Skeleton, { callee, lead, open }: Frame, outer: Site): Site {
  const head = headOf(lead);
  const { context, variable } = withRest(code, head, outer.context);
  const compared = outer.context === 'comparison' || /^in$/i.test(callee.name) ? 'comparison' : context;
  const key = head.name ?? outer.key;
  return { ...outer, lead, key, context: compared, variable: variable ?? outer.variable, scopes: [open, ...outer.scopes].slice(0, 4) };
}

export function inHole(code: Skeleton, { lead }: Frame, outer: Site): Site {
  const { context, variable } = withRest(code, headOf(lead), 'text');
  return { ...NOWHERE, lead, context, variable, route: outer.route };
}
