// What stands beside a value in its call or object: the address, the provider, the revision.

import { headOf } from '../../formats/code/head.ts';
import { flatten, slotsOf } from '../../formats/code/slots.ts';
import { CLOSE, OPEN } from '../../formats/code/tokens.ts';
import { isHost, isUrl } from '../config/looks.ts';
import { roleOf, stemOf } from '../config/roles.ts';
import { endpointFor } from '../config/scope.ts';
import { type Code, remembered } from './code.ts';
import { placesOfName } from './modules.ts';
import { clientsOf, constantsOf, importsOf, rootOf } from './names.ts';
import { firstText, type Site } from './spot.ts';

interface Neighbour {
  /** The words of its key that say whose it is. */
  readonly stem: string;
  readonly url: string;
}

/** How weights are loaded. */
export interface Loading {
  readonly revision: string | null;
  readonly remoteCode: boolean;
  readonly device: string | null;
  readonly local: boolean;
}

interface Neighbours extends Loading {
  readonly endpoints: readonly Neighbour[];
  readonly provider: string | null;
}

export interface Beside extends Loading {
  readonly endpoint: string | null;
  readonly provider: string | null;
}

const UNSAID: Loading = { revision: null, remoteCode: false, device: null, local: false };
export const NOTHING_BESIDE: Beside = { endpoint: null, provider: null, ...UNSAID };
const NOTHING: Neighbours = { endpoints: [], provider: null, ...UNSAID };

export function loadingOf({ revision, remoteCode, device, local }: Loading): Loading {
  return { revision, remoteCode, device, local };
}
/** Larger brackets are tables. */
const MOST_SLOTS = 120;

/** Read from the inside out: the nearest word counts. */
export function besideOf(code: Code, site: Site): Beside {
  const all = site.scopes.map((open) => besideIn(code, open));
  const near = all.reduceRight(merge, NOTHING);
  const { provider } = near;
  const found = endpointFor(near, site.key ?? '');
  if (site.call === null) return { endpoint: found, provider, ...loadingOf(near) };
  const root = rootOf(site.call);
  const client = clientsOf(code).get(root);
  const imported = importsOf(code).get(root)?.module;
  // A path is a file of this tree, and the runtime's own modules serve no models.
  const module =
    imported === undefined || /^(?:[./~#]|@\/|node:|(?:fs|path|os|util|typing|dataclasses|pydantic|enum)$)/.test(imported)
      ? null
      : imported;
  return {
    ...loadingOf(near),
    endpoint: found ?? client?.endpoint ?? null,
    provider: provider ?? (client && client.call !== root ? client.call : null) ?? module,
  };
}

function merge(outer: Neighbours, inner: Neighbours): Neighbours {
  return {
    endpoints: inner.endpoints.length > 0 ? inner.endpoints : outer.endpoints,
    provider: inner.provider ?? outer.provider,
    revision: inner.revision ?? outer.revision,
    remoteCode: inner.remoteCode || outer.remoteCode,
    device: inner.device ?? outer.device,
    local: inner.local || outer.local,
  };
}

const cache = (_: Code) => new Map<number, Neighbours>();

export function besideIn(code: Code, open: number): Neighbours {
  const known = remembered(code, cache);
  const cached = known.get(open);
  if (cached) return cached;
  // Put first, so that a constant which is defined by way of itself ends here.
  known.set(open, NOTHING);
  const beside = merge(chained(code, open), listed(code, open));
  known.set(open, beside);
  return beside;
}

function listed(code: Code, open: number): Neighbours {
  const slots = slotsOf(code.skeleton, open);
  if (slots.length > MOST_SLOTS) return NOTHING;
  const endpoints: Neighbour[] = [];
  const parts = slots.map(({ from, to, first }) => {
    const flat = flatten(code.skeleton, from, Math.min(to, from + 600), first);
    const { name, rest } = headOf(flat);
    const isShort = name === null && /^[A-Za-z_$][\w$]*$/.test(flat);
    const part =
      name === null && !isShort ? { ...NOTHING, endpoints: positional(flat) } : told(code, name ?? flat, name === null ? flat : rest);
    endpoints.push(...part.endpoints);
    return part;
  });
  return { ...parts.reduce(merge, NOTHING), endpoints };
}

/** What is posted to an address goes there: `fetch("https://...", { body })`. */
function positional(flat: string): Neighbours['endpoints'] {
  const text = /^"([^"]{8,120})"$/.exec(flat)?.[1];
  return text !== undefined && isUrl(text) ? [{ stem: '', url: text }] : [];
}

/** Builders say in calls what others say in keywords: `.baseUrl("...").modelName("...")`. */
function chained(code: Code, open: number): Neighbours {
  return chainOf(code, open).reduce<Neighbours>((beside, { name, open: next }) => {
    const text = next === open ? null : firstText(code.skeleton, next);
    return text === null ? beside : merge(beside, told(code, setterName(name), `"${text}"`));
  }, NOTHING);
}

function told(code: Code, key: string, rest: string): Neighbours {
  const role = roleOf(key);
  const text = role === 'endpoint' || role === 'provider' ? textIn(code, rest) : null;
  const node = role === 'endpoint' && text === null ? importedIn(code, rest) : null;
  if (node !== null) return { ...NOTHING, endpoints: [{ stem: stemOf(key), url: node }] };
  if (role === 'endpoint' && text !== null && (isUrl(text) || isHost(text)))
    return { ...NOTHING, endpoints: [{ stem: stemOf(key), url: text }] };
  // Some clients take a platform's name where others take its address.
  if (text !== null) return { ...NOTHING, provider: /^[\w@/.:-]{2,80}$/.test(text) ? text : null };
  if (/^(?:revision|branch)$/i.test(key)) return { ...NOTHING, revision: textIn(code, rest) };
  if (DEVICE.test(key)) return { ...NOTHING, device: deviceIn(code, rest) };
  if (/^local_?files_?only$/i.test(key)) return { ...NOTHING, local: /^true\b/i.test(rest) };
  return /^trust_?remote_?code$/i.test(key) ? { ...NOTHING, remoteCode: /^true\b/i.test(rest) } : NOTHING;
}

const DEVICE = /^(?:device|device_?map|torch_?device|target_?device)$/i;

/** A short word, also with a number: `cuda:0`. */
function deviceIn(code: Code, rest: string): string | null {
  const text = textIn(code, rest);
  return text !== null && /^[a-z][\w:]{1,20}$/i.test(text) ? text : null;
}

/** The text at the end of an expression, or what its name stands for. */
export function textIn(code: Code, rest: string): string | null {
  const text = /"([^"]{1,200})"[)\]]{0,3}$/.exec(rest.trim())?.[1];
  if (text !== undefined) return text;
  const name = /^(?:[\w$]+\.)*([A-Za-z_$][\w$]*)$/.exec(rest.trim())?.[1];
  return name === undefined ? null : (constantsOf(code).get(name) ?? null);
}

/** The node of an address that another file of the tree may define. */
function importedIn(code: Code, rest: string): string | null {
  const name = /^[A-Za-z_$][\w$]{0,80}(?:(?:\.|::)[A-Za-z_$][\w$]{0,80}){0,4}$/.exec(rest.trim())?.[0];
  const parts = name?.split(/\.|::/) ?? [];
  if (parts.length === 0 || placesOfName(code, parts).length === 0) return null;
  return `symbol:${code.reading.document.path}#(${parts.join('.')})`;
}

/** `model` of `setModel`, `withModel`, `model`. */
export function setterName(name: string): string {
  const bare = name.replace(/^(?:set|with|add|use)_?(?=[A-Z_])/, '');
  return bare.replace(/^_/, '');
}

export interface Link {
  readonly name: string;
  readonly open: number;
}

const MOST_LINKS = 40;

/** The calls that are made on each other's results in one expression. */
export function chainOf({ skeleton }: Code, open: number): readonly Link[] {
  const { text, starts, ends, kinds, links, count } = skeleton;
  if (text[starts[open] ?? 0] !== '(') return [];
  const nameOf = (bracket: number) =>
    /(\w{1,100})[!?]?\s{0,4}$/.exec(text.slice(Math.max(0, (starts[bracket] ?? 0) - 100), starts[bracket]))?.[1] ?? '';
  const chain: Link[] = [{ name: nameOf(open), open }];
  for (let at = open; chain.length < MOST_LINKS; ) {
    const before = text.slice(at > 0 ? ends[at - 1] : 0, starts[at]);
    const previous = at > 0 && kinds[at - 1] === CLOSE && /^\s*(?:\??\.|\??->|::)\s*\w+\s*$/.test(before) ? (links[at - 1] ?? -1) : -1;
    if (previous < 0) break;
    chain.unshift({ name: nameOf(previous), open: previous });
    at = previous;
  }
  for (let at = links[open] ?? -1; at >= 0 && at + 1 < count && kinds[at + 1] === OPEN && chain.length < MOST_LINKS; ) {
    const name = /^\s*(?:\??\.|\??->|::)\s*(\w+)\s*$/.exec(text.slice(ends[at], starts[at + 1]))?.[1];
    if (name === undefined) break;
    chain.push({ name, open: at + 1 });
    at = links[at + 1] ?? -1;
  }
  return chain;
}
