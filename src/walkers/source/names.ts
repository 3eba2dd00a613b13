// What the names of a file stand for: constants, clients with an address of their own, imported modules.

import { kindOf } from '../../formats/code/frame.ts';
import { calleeOf } from '../../formats/code/slots.ts';
import { innerEnd, innerStart, isUnterminated, OPEN, STRING } from '../../formats/code/tokens.ts';
import { isHost, isUrl } from '../config/looks.ts';
import { besideIn } from './beside.ts';
import { bracketAt, type Code, isPlainCode, remembered, tokenFrom } from './code.ts';
import { siteOf } from './site.ts';
import { firstText } from './spot.ts';

const ASSIGNED =
  /(?:^|[\s;({,.])([A-Za-z_$][\w$]{0,80})\s{0,4}(?::\s{0,4}[\w.<>[\]| ?&]{1,60})?\s{0,4}:?=\s{0,40}(?:[\w.:]{0,60}(?:getenv|environ\.get|get_?env|env)\(\s{0,20}["'][\w]{1,80}["']\s{0,4},\s{0,40}|[\w.[\]"'()?]{1,80}\s{0,4}(?:\?\?|\|\||\bor)\s{0,40})?$/i;

/** Names that are given one text, at first or by default. A name with several texts says nothing. */
export function constantsOf(code: Code): ReadonlyMap<string, string | null> {
  return remembered(code, findConstants);
}

function findConstants({ skeleton }: Code): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  const { text, kinds, starts, count } = skeleton;
  for (let token = 0; token < count; token++) {
    if (kinds[token] !== STRING || isUnterminated(skeleton, token)) continue;
    const start = starts[token] ?? 0;
    let at = start - 1;
    while (at > 0 && /\s/.test(text[at] ?? '') && start - at < 40) at--;
    if (!'=,?|r'.includes(text[at] ?? ' ')) continue;
    const name = ASSIGNED.exec(text.slice(Math.max(0, start - 260), start))?.[1];
    if (name === undefined || innerEnd(skeleton, token) - innerStart(skeleton, token) > 300) continue;
    const value = text.slice(innerStart(skeleton, token), innerEnd(skeleton, token));
    found.set(name, found.has(name) && found.get(name) !== value ? null : value);
  }
  return found;
}

export interface Client {
  readonly endpoint: string | null;
  /** What made it. */
  readonly call: string;
}

/** Objects that were made with an address: `client = OpenAI(base_url=...)`. */
export function clientsOf(code: Code): ReadonlyMap<string, Client> {
  return remembered(code, findClients);
}

const ADDRESS =
  /(?:\b|with_?|set_?)(?:base_?ur[li]|uri_?base|base_?path|api_?base|endpoint|host|server_?url|api_?url|azure_endpoint|openai_api_base|api_host|model_server|url)\b["']?\s{0,4}[=:,}(]/gi;
const MOST = 400;

function findClients(code: Code): ReadonlyMap<string, Client> {
  const found = new Map<string, Client>();
  let steps = 0;
  for (const { 0: written, index } of code.skeleton.text.matchAll(ADDRESS)) {
    if (++steps > MOST) break;
    if (!isPlainCode(code, index)) continue;
    const behind = index + written.length;
    const client = written.endsWith('(') ? builtAt(code, behind - 1) : clientAt(code, index, behind);
    if (client && !found.has(client.name)) found.set(client.name, client);
  }
  return found;
}

function clientAt(code: Code, offset: number, behind: number): (Client & { readonly name: string }) | null {
  const { skeleton } = code;
  let open = bracketAt(code, offset);
  if (open < 0 || kindOf(skeleton, open) === 'statement') return attributeClient(code, offset, behind);
  const [near] = besideIn(code, open).endpoints;
  if (!near) return null;
  const endpoint = near.url;
  if (kindOf(skeleton, open) === 'object' && calleeOf(skeleton, open).name === '') open = skeleton.parents[open] ?? -1;
  if (open < 0 || kindOf(skeleton, open) === 'statement') return null;
  const call = calleeOf(skeleton, open).name.replace(/^new\s?/, '');
  const { key } = siteOf(skeleton, open, skeleton.links[open] ?? open);
  return key === null ? null : { name: key, endpoint, call };
}

/** `Client.builder().baseUrl("https://...")`. */
function builtAt(code: Code, bracket: number): (Client & { readonly name: string }) | null {
  const { skeleton } = code;
  const open = tokenFrom(code, bracket);
  const endpoint = skeleton.kinds[open] === OPEN ? firstText(skeleton, open) : null;
  if (endpoint === null || !(isUrl(endpoint) || isHost(endpoint))) return null;
  const { key } = siteOf(skeleton, open, skeleton.links[open] ?? open);
  return key === null ? null : { name: key, endpoint, call: rootOf(calleeOf(skeleton, open).name) };
}

/** `openai.api_base = "https://..."`. */
function attributeClient(code: Code, offset: number, behind: number): (Client & { readonly name: string }) | null {
  const { skeleton } = code;
  const name = /([A-Za-z_]\w{0,60})\.$/.exec(skeleton.text.slice(Math.max(0, offset - 62), offset))?.[1];
  const token = tokenFrom(code, behind);
  if (!name || /^(?:self|this|config|settings)$/.test(name) || skeleton.kinds[token] !== STRING) return null;
  if (skeleton.text.slice(behind, skeleton.starts[token]).trim() !== '') return null;
  const value = skeleton.text.slice(innerStart(skeleton, token), innerEnd(skeleton, token));
  return isUrl(value) || isHost(value) ? { name, endpoint: value, call: name } : null;
}

/** The object that a call is made on: `client` of `self.client.chat.completions.create`. */
export function rootOf(call: string): string {
  const [first = '', second = ''] = call
    .replace(/^(?:await|new)\s/, '')
    .replace(/[$@]/g, '')
    .split(/\.|->|::/);
  return /^(?:self|this|cls)$/.test(first) && second !== '' ? second : first;
}

const IMPORT = /\bimport\s{1,4}(?:type\s{1,4})?([\w$* ,]{0,120}(?:\{[^{}]{0,600}\})?)\s{0,4}\bfrom\s{0,4}["']([^"'\n]{1,200})["']/g;
const REQUIRE =
  /\b(?:const|let|var)\s{1,4}(\{[^{}=]{1,400}\}|[\w$]{1,80})\s{0,4}=\s{0,4}(?:await\s{1,4})?(?:require|import)\(\s{0,4}["']([^"'\n]{1,200})["']/g;
const FROM = /^[ \t]{0,20}from[ \t]{1,4}([\w.]{1,200})[ \t]{1,4}import[ \t]{1,4}(\([^)]{1,3000}\)|[^\n#]{1,600})/gm;

export interface Imported {
  /** As written. */
  readonly module: string;
  /** What the module calls it. */
  readonly name: string;
}

/** What each imported name stands for. */
export function importsOf(code: Code): ReadonlyMap<string, Imported> {
  return remembered(code, findImports);
}

const NAMED = /(?:([\w$]+)\s{1,20}as\s{1,20}|([\w$]+)\s{0,20}:\s{0,20})?([\w$]+)$/;

function findImports({ skeleton: { text, language } }: Code): ReadonlyMap<string, Imported> {
  const found = new Map<string, Imported>();
  const add = (names: string, module: string) => {
    for (const part of names.split(/[{}(),\n\r]/)) {
      const [, renamed, taken, name] = NAMED.exec(part.trim()) ?? [];
      if (name) found.set(name, { module, name: renamed ?? taken ?? name });
    }
  };
  if (language.name === 'python') for (const { 1: module = '', 2: names = '' } of text.matchAll(FROM)) add(names, module);
  if (language.name === 'javascript') {
    for (const pattern of [IMPORT, REQUIRE]) for (const { 1: names = '', 2: module = '' } of text.matchAll(pattern)) add(names, module);
  }
  return found;
}
