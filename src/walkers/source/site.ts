// Where a literal stands: what is called with it, what it is assigned to, under which keys, and what is done with it.
import { type Frame, frameOf } from '../../formats/code/frame.ts';
import { type Head, headOf, restOf } from '../../formats/code/head.ts';
import { HOLE, type Skeleton, TEMPLATE, tokenAfter } from '../../formats/code/tokens.ts';
import type { Context } from '../../model.ts';
import { isComparing, isDefaultName, isExpecting, isReadingEnvironment, isTransparent } from './words.ts';

export interface Site {
  readonly context: Context;
  /** The name that the value is given: keyword, key, target, parameter. */
  readonly key: string | null;
  /** From the outside in. */
  readonly route: readonly string[];
  /** The call that takes the value, directly or in an object that it takes. */
  readonly call: string | null;
  /** The brackets that hold what stands beside the value, innermost first. */
  readonly scopes: readonly number[];
  /** The index among the arguments, or -1 where the value has a name or is no argument. */
  readonly position: number;
  /** The variable of the environment that comes first, where this is what is used without it. */
  readonly variable: string | null;
  /** It is the key of an entry, not its value. */
  readonly isKey: boolean;
  /** The flattened code before the value in its statement or slot. */
  readonly lead: string;
  /** The innermost callee, whatever it does. */
  readonly callee: string;
}

const DEEPEST = 12;
const NOWHERE: Site = {
  context: 'text',
  key: null,
  route: [],
  call: null,
  scopes: [],
  position: -1,
  variable: null,
  isKey: false,
  lead: '',
  callee: '',
};

/** `first` and `last` are the tokens of the literal, which may be several strings in a row. */
export function siteOf(code: Skeleton, first: number, last: number, depth = 0): Site {
  if (depth > DEEPEST) return NOWHERE;
  const frame = frameOf(code, first);
  const site = read(code, frame, last, depth);
  return isComparedAfter(code, frame, last) ? { ...site, context: 'comparison' } : site;
}

function read(code: Skeleton, frame: Frame, last: number, depth: number): Site {
  const { kind, open } = frame;
  if (kind === 'statement') return atStatement(code, frame);
  const around = () => siteOf(code, open, code.links[open] ?? open, depth + 1);
  if (kind === 'call') return inCall(code, frame, around());
  if (kind === 'parameters') return inParameters(code, frame);
  if (kind === 'object') return inObject(code, frame, around(), last);
  if (kind === 'list') return inList(code, frame, around(), last);
  if (kind === 'subscript') return inSubscript(code, frame, around());
  if (kind === 'hole') return inHole(code, frame, depth);
  return inGroup(code, frame, around());
}

function withRest(code: Skeleton, head: Head, context: Context): { readonly context: Context; readonly variable: string | null } {
  const rest = restOf(head.rest, code.language.joins);
  if (rest === 'default') return { context: 'default', variable: variableIn(head.rest) };
  return { context: rest === 'comparison' ? 'comparison' : context, variable: null };
}

const VARIABLE =
  /(?:(?:\benv|\bENV|process\.env|import\.meta\.env)\??\.([A-Za-z_]\w{0,100})|(?:environ(?:\.get)?|[gG]et_?[eE]nv|\benv|ENV|GetEnvironmentVariable|\bget|fetch)\s?[[(]"([A-Za-z_]\w{0,100})"[\])])\s?(?:\|\||\?\?|\?:|\bor)\s?$/;

function variableIn(rest: string): string | null {
  const found = VARIABLE.exec(rest);
  return found?.[1] ?? found?.[2] ?? null;
}

const TYPE = /^(?:export\s|declare\s|public\s){0,3}type\s+\w+(?:<.{0,80}>)?\s?=|\|\s?$/;

function atStatement(code: Skeleton, frame: Frame): Site {
  const { lead } = frame;
  const base = { ...NOWHERE, lead };
  const markup = code.language.markup ? MARKUP.exec(lead) : null;
  if (markup) return { ...base, context: 'argument', key: markup[2] ?? null, call: markup[1] ?? null, route: [markup[2] ?? ''] };
  // A type says what may be asked for; nothing is asked for yet.
  if (TYPE.test(lead) && !/\|\|\s?$/.test(lead)) return { ...base, context: 'comparison' };
  const head = headOf(lead);
  if (head.target !== null && (head.joint === 'assign' || isClassEntry(lead))) {
    const key = head.name ?? '';
    return { ...base, ...withRest(code, head, 'assignment'), key, route: [key] };
  }
  const bare = code.language.bareCalls ? BARE.exec(lead) : null;
  if (bare) return { ...base, ...bareCall(bare[1] ?? '', bare[2] ?? ''), callee: bare[1] ?? '' };
  const { context, variable } = withRest(code, head, lead === '' ? 'text' : 'value');
  return { ...base, context, variable };
}

/** `key: "value"` outside of any bracket that holds entries: a class body, a call without parentheses, a Nix attribute. */
function isClassEntry(lead: string): boolean {
  return !/^(?:case|default|when|else)\b/.test(lead);
}

const MARKUP = /<([A-Z][\w.]{0,80})\b[^<>]{0,800}?\s([\w-]{1,60})=$/;
/** A word, perhaps with arguments before the text: `system `, `config :app, model: `. */
const BARE = /^(?:\w+\s?=\s?)?([A-Za-z_][\w.:!?-]{0,80})(?:\s+(?:.*,\s?)?(?::?"?([\w-]{1,80})"?\s?(?::|=>|=)\s?)?)?$/;

function bareCall(callee: string, key: string): Pick<Site, 'context' | 'key' | 'call' | 'position' | 'route'> {
  if (/^(?:return|yield|echo|puts|print|raise|throw|else|then|in|and|or|not|if|unless|when|case|def|class|module|end|do)$/i.test(callee)) {
    return {
      context: /^(?:when|case|if|unless|and|or|not)$/.test(callee) ? 'comparison' : 'value',
      key: null,
      call: null,
      position: -1,
      route: [],
    };
  }
  return { context: 'argument', key: key || null, call: callee, position: key ? -1 : 0, route: key ? [key] : [] };
}

function inCall(code: Skeleton, { callee, lead, open, index }: Frame, outer: Site): Site {
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
  if (key !== null && isDefaultName(key)) {
    const option = firstText(code, open)?.replace(/^-+/, '') ?? null;
    return { ...base, context: 'default', key: option ?? outer.key, route: option === null ? route : [...outer.route, option], call: null };
  }
  if (isTransparent(callee.name) && (key === null || isDefaultName(key))) {
    const inherited = outer.context === 'text' || outer.context === 'argument' || outer.context === 'value' ? context : outer.context;
    return { ...base, context: inherited, key: outer.key, route, call: outer.call, scopes: [open, ...outer.scopes], position: index };
  }
  return { ...base, context, variable, key, route, position: key === null ? index : -1 };
}

/** The text of a bracket's first token, if that is a string. */
export function firstText(code: Skeleton, open: number): string | null {
  const token = open + 1;
  if (code.kinds[token] !== 0 || code.parents[token] !== open) return null;
  return /^["'`]?([^"'`\n]{1,120})/.exec(code.text.slice(code.starts[token], code.ends[token]).replace(/^["'`]/, ''))?.[1] ?? null;
}

function inParameters(code: Skeleton, { lead, open }: Frame): Site {
  const head = headOf(lead);
  const key = head.name;
  if (head.joint === 'entry') return { ...NOWHERE, lead, context: 'comparison' };
  const variable = restOf(head.rest, code.language.joins) === 'default' ? variableIn(head.rest) : null;
  return { ...NOWHERE, lead, key, route: key ? [key] : [], context: 'default', variable, scopes: [open] };
}

function inObject(code: Skeleton, { callee, lead, open, index }: Frame, outer: Site, last: number): Site {
  const isKey = lead === '' && KEYS.test(behind(code, last));
  const head = headOf(lead);
  const key = head.name;
  const literal = /[A-Z.]|::/.test(callee.name) && !/[=:([,]\s?$/.test(callee.name) ? callee.name : null;
  const call = literal ?? outer.call;
  const isDirect = literal !== null || (outer.call !== null && /^(?:argument|default)$/.test(outer.context));
  // Only a pattern that takes an object apart has `=` in it: `{ model = 'name' }`.
  const isPattern = code.language.methods === true && head.joint === 'assign';
  const { context, variable } = withRest(code, head, isPattern ? 'default' : isDirect ? 'argument' : 'entry');
  const route = key !== null ? [...outer.route, key] : isKey ? outer.route : [...outer.route, `[${Math.max(index, 0)}]`];
  const compared = outer.context === 'comparison';
  const scopes = [open, ...outer.scopes].slice(0, 4);
  const inherited = key === null && !isKey ? outer.key : key;
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

const KEYS = /^\s{0,20}(?::(?!:)|=>)/;

function inList(code: Skeleton, { lead, open, index }: Frame, outer: Site, last: number): Site {
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

function inSubscript(code: Skeleton, { callee, lead, open }: Frame, outer: Site): Site {
  const base = { ...NOWHERE, lead, callee: `${callee.name}[]`, scopes: [open], route: outer.route };
  // What a type or a lookup allows is a capability.
  if (/(?:^|\.)Literal$/.test(callee.name) || restOf(lead, code.language.joins) === 'comparison') return { ...base, context: 'comparison' };
  return { ...base, context: 'entry', isKey: true };
}

function inGroup(code: Skeleton, { lead, open }: Frame, outer: Site): Site {
  const head = headOf(lead);
  const { context, variable } = withRest(code, head, outer.context);
  const compared = outer.context === 'comparison' ? 'comparison' : context;
  const key = head.name ?? outer.key;
  return { ...outer, lead, key, context: compared, variable: variable ?? outer.variable, scopes: [open, ...outer.scopes].slice(0, 4) };
}

function inHole(code: Skeleton, { lead, open }: Frame, depth: number): Site {
  const template = code.parents[open] ?? -1;
  if (template < 0 || code.kinds[template] !== TEMPLATE || code.kinds[open] !== HOLE) return NOWHERE;
  const outer = siteOf(code, template, code.links[template] ?? template, depth + 1);
  const { context, variable } = withRest(code, headOf(lead), 'text');
  return { ...NOWHERE, lead, context, variable, key: null, route: outer.route };
}

/** The code directly behind a token. */
export function behind(code: Skeleton, last: number): string {
  const from = code.ends[last] ?? code.text.length;
  const next = tokenAfter(code, last);
  const to = next < code.count ? (code.starts[next] ?? from) : code.text.length;
  return code.text.slice(from, Math.min(to, from + 60));
}

const COMPARED = /^\s{0,10}(?:[!=]==?\s|[!=]=|\bnot in\b|\bin\s|<>)/;

function isComparedAfter(code: Skeleton, { kind }: Frame, last: number): boolean {
  const text = behind(code, last);
  if (/^\s{0,10}=>/.test(text)) return kind === 'statement' && code.language.braceBlocks === true;
  return COMPARED.test(text) || (kind === 'statement' && /^\s{0,10}->/.test(text) && code.language.braceBlocks === true);
}
