// Keys that are written into the code under a name that says nothing of whose they are: the nearest address tells it.
// `apiKey = "sk-..."` some lines above `"https://api.vendor.com"`, `.addHeader("Authorization", "Bearer sk-...")` below it.
import { COMMENT, OPAQUE, tokenAt } from '../../formats/code/tokens.ts';
import { type ScalarNode, slice } from '../../formats/nodes.ts';
import { roleOf, stemOf } from '../config/roles.ts';
import { type Range, sightCredential } from '../config/sight.ts';
import { shapeOf } from '../shape.ts';
import { type Code, isPlainCode } from './code.ts';

/** Of services that speak like OpenAI's, and signed tokens; both with the name that they are given to before them. */
const SECRET = /(["'`])(?:Bearer )?((sk-(?!or-|ant-|proj-|svcacct-)|eyJ)[\w.-]{20,2000})\1/g;
/** `name = `, `"name": `, `#define NAME `, `name: String = `, and `"Authorization", `. */
const NAMED =
  /(?:#[ \t]{0,4}define[ \t]{1,8}(\w{3,80})[ \t]{1,40}|([A-Za-z_$][\w$]{2,80})["'`\]]{0,2}[ \t]{0,8}(?::[ \t]{0,4}[\w<>?.*&]{1,30}[ \t]{0,8}=|:=|=>|[:=])[ \t\r\n]{0,40}|["'`](Authorization|api-key|x-api-key)["'`][ \t]{0,4}[,:][ \t\r\n]{0,40})$/i;
const ADDRESS = /\bhttps?:\/\/([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})/g;

/** A file of more is a table, in which what stands near says little. */
const MOST = 40;
const NEAR = 2500;
/** Tokens are signed for many things. */
const BESIDE = 300;

interface Address {
  readonly at: number;
  readonly host: string;
}

export function readSecrets(code: Code): void {
  const { text } = code.skeleton;
  if (!/["'` ](?:sk-|eyJ)/.test(text)) return;
  const known = sightedHosts(code);
  if (known.size === 0) return;
  const addresses = addressesIn(code);
  if (addresses.length > MOST) return;
  for (const { 0: whole, 2: secret = '', 3: lead, index } of text.matchAll(SECRET)) {
    const near = nearest(addresses, { start: index, end: index + whole.length });
    const reach = lead === 'eyJ' ? BESIDE : NEAR;
    if (near === null || near.away > reach || !known.has(near.host) || !isWritten(code, index + whole.length - 2)) continue;
    readSecret(code, index, { secret, host: near.host, url: known.get(near.host) ?? '' });
  }
}

function readSecret(
  code: Code,
  at: number,
  { secret, host, url }: { readonly secret: string; readonly host: string; readonly url: string },
) {
  const before = code.skeleton.text.slice(Math.max(0, at - 160), at);
  const found = NAMED.exec(before);
  const name = found?.[1] ?? found?.[2] ?? found?.[3];
  if (!found || name === undefined || shapeOf(secret) === null || (found[3] === undefined && !isKeyOf(name, host))) return;
  const start = at - found[0].length + found[0].indexOf(name);
  const node: ScalarNode = slice(code.source, start, start + name.length);
  const { usage } = code.reading.document;
  const spot = { route: [...code.routeAt(node.start), name], usage, context: 'assignment' as const, endpoint: url, provider: null };
  sightCredential(code.reading, node, spot, { secret });
}

/** What says nothing of whose a key is, whatever else it says. */
const PLAIN =
  /^(?:my|our|the|hardcoded|hard|coded|config|user|test|global|const|cfg|str|sdk|web|llm|gpt|bot|http|request|bearer|authorization|header)$/;

/** `key`, `my_api_key`, `mini_apiKey` beside minimax: not another's. */
function isKeyOf(name: string, host: string): boolean {
  const isKey = roleOf(name) === 'credential' || /^(?:key|api|token)$/i.test(name);
  return (
    isKey &&
    stemOf(name)
      .split(' ')
      .every((word) => word === '' || PLAIN.test(word) || host.includes(word))
  );
}

/** By their hosts, each as it was first written. */
function sightedHosts({ reading: { out }, first }: Code): ReadonlyMap<string, string> {
  const hosts = new Map<string, string>();
  for (let at = first; at < out.length; at++) {
    const sighting = out[at];
    const host = sighting?.kind === 'endpoint' ? new RegExp(ADDRESS.source).exec(sighting.url)?.[1] : undefined;
    if (host !== undefined && sighting?.kind === 'endpoint' && !hosts.has(host)) hosts.set(host, sighting.url);
  }
  return hosts;
}

function addressesIn(code: Code): readonly Address[] {
  const found: Address[] = [];
  for (const { 1: host = '', index } of code.skeleton.text.matchAll(ADDRESS)) {
    if (isWritten(code, index)) found.push({ at: index, host });
    if (found.length > MOST) break;
  }
  return found;
}

function nearest(addresses: readonly Address[], { start, end }: Range): (Address & { readonly away: number }) | null {
  const away = addresses.map((address) => ({ ...address, away: address.at < start ? start - address.at : address.at - end }));
  return away.reduce<(typeof away)[number] | null>((best, one) => (best !== null && best.away <= one.away ? best : one), null);
}

/** In a text, not in a comment. */
function isWritten(code: Code, offset: number): boolean {
  const { kinds } = code.skeleton;
  const kind = kinds[tokenAt(code.skeleton, offset)];
  return !isPlainCode(code, offset) && kind !== COMMENT && kind !== OPAQUE;
}
