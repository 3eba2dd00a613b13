// Credentials in code: the name of a variable of the environment, a setting, or a literal of which only the shape is told.
import { COMMENT, innerEnd, innerStart, STRING, tokenAt } from '../../formats/code/tokens.ts';
import { isHit } from '../../formats/document.ts';
import { type ScalarNode, slice } from '../../formats/nodes.ts';
import { isConstant, roleOf } from '../config/roles.ts';
import { sightCredential } from '../config/sight.ts';
import { shapeOf } from '../shape.ts';
import type { Code } from './code.ts';
import { readKeyWithin } from './fields.ts';
import { BARE } from './keys.ts';
import type { Reader } from './literals.ts';
import { spotOf } from './literals.ts';
import { behind, type Site } from './spot.ts';
import { isReadingEnvironment } from './words.ts';

const NAME = /^[A-Za-z_][A-Za-z0-9_]{2,100}$/;

/** They look up a key or a setting by its name. */
const ASKS_FOR_KEY = /(?:^|[.:>])(?:get|read|load|fetch|require|resolve)\w{0,20}(?:Credential|Secret|ApiKey|Token)\w{0,20}$/;

/** A literal that names a credential. True if it is a name of a setting, so that it is no model. */
export function readCredentialName(reader: Reader): boolean {
  const { code, literal, site, isForced } = reader;
  const { node, first, last } = literal;
  const name = node.value.trim();
  if (PROPERTY.test(name)) return readProperty(reader, name);
  if (PATH.test(name)) return readPath(reader, name);
  if (!NAME.test(name)) return false;
  if (HOOKS.test(site.callee)) return true;
  const after = code.skeleton.text.slice(code.skeleton.ends[last], (code.skeleton.ends[last] ?? 0) + 40);
  const isRead = isReadingEnvironment(site.callee.replace(/\[\]$/, '')) || (site.position === 0 && ASKS_FOR_KEY.test(site.callee));
  if (roleOf(name) !== 'credential' && !isGivenAsKey(name, code, first) && !(isRead && isBare(name, site, after)))
    return readKeyWithin(code, innerStart(code.skeleton, first), innerEnd(code.skeleton, last));
  if (!isForced && !isHit(code.reading.document, node.start, node.end)) return true;
  if (/^[A-Z]/.test(name) || isRead || /_/.test(name) || isField(site.key, name)) {
    const secret = valueBehind(code, last);
    sightCredential(code.reading, node, spotOf(code, site, node), secret === null ? {} : { secret });
  }
  return true;
}

/** WordPress: what happens, and the function that is called then. */
const HOOKS = /(?:^|\W)(?:(?:add|do|remove|has|did)_(?:action|filter)s?|apply_filters)$/;

const PATH = /^[A-Za-z][\w-]{1,40}(?:(?::[A-Z][\w-]{1,40}){1,4}|(?:\.[A-Za-z][\w-]{0,40}){1,4})$/;

/** `config["Vendor:ApiKey"]`, `viper.GetString("vendor.api_key")`: where in the settings a key is found. */
function readPath({ code, literal: { node }, site }: Reader, path: string): boolean {
  const last = path.slice(Math.max(path.lastIndexOf(':'), path.lastIndexOf('.')) + 1);
  const isAsked = site.position <= 0 && LOOKS_UP.test(site.callee.replace(/\[\]$/, ''));
  if (!isAsked || (roleOf(last) !== 'credential' && last !== 'key') || site.context === 'comparison') return false;
  if (isHit(code.reading.document, node.start, node.end)) sightCredential(code.reading, node, spotOf(code, site, node));
  return true;
}

const LOOKS_UP =
  /(?:^|[.:>])(?:\w{0,30}config(?:uration)?|\w{0,30}settings|get(?:_?(?:string|value|required|property|or_?throw))?|has|property|bind_?env|set_?default)$/i;

const PROPERTY = /^[$#]\{([A-Za-z][\w.-]{2,100})(?::[^{}]{0,200})?\}$/;

/** `@Value("${vendor.api-key}")`: a property of the application's settings. */
function readProperty({ code, literal: { node }, site }: Reader, written: string): boolean {
  const name = PROPERTY.exec(written)?.[1] ?? '';
  if (!isPathOfKey(name) || !isHit(code.reading.document, node.start, node.end)) return false;
  const from = node.value.indexOf(name);
  const place = slice(node, from, from + name.length);
  sightCredential(code.reading, place, spotOf(code, site, place));
  return true;
}

/** `vendor.api-key`, `vendor.api.key`. */
function isPathOfKey(path: string): boolean {
  const [last = '', ...before] = path.split('.').reverse();
  return roleOf(last) === 'credential' || (/^(?:key|token)$/i.test(last) && roleOf(`${before[0] ?? ''}_${last}`) === 'credential');
}

/** `api_key=getenv("VENDOR_API")`: what it is given to says what it is. */
function isGivenAsKey(name: string, { skeleton: { text, starts } }: Code, first: number): boolean {
  const start = starts[first] ?? 0;
  return isConstant(name) && roleOf(name) === null && READ_AS_KEY.test(text.slice(Math.max(0, start - 60), start));
}

/** `getenv("VENDOR")`, `environ["VENDOR_API"]`: of a vendor, a program is given its key; a switch has a default or is compared. */
function isBare(name: string, { context, position }: Site, after: string): boolean {
  return BARE.test(name) && context !== 'comparison' && position <= 0 && !SWITCH.test(after);
}

const SWITCH =
  /^["'\])}]{0,2}\s{0,4}(?:,\s{0,4}["']?\w|\)?\s{0,4}(?:[!=]=|===|\bin\b|\bis\b|\?(?![?])|&&|\band\b|\.(?:lower|to_?lower|equals|casecmp|present|parse)))/i;

const READ_AS_KEY = /api_?key["']?\s{0,4}[:=]\s{0,4}(?:os\.)?(?:getenv\(|environ(?:\.get\(|\[))\s{0,8}$/i;

/** `{ name: 'vendorApiKey', type: 'password' }`: a field that is to be filled with one. */
function isField(key: string | null, name: string): boolean {
  return /^(?:name|key|id|field)$/.test(key ?? '') && /(?:ApiKey|AccessToken|SecretKey)$/.test(name);
}

/** The literal that the name is given: `os.environ["X"] = "..."`, `"X": "..."`, `setenv("X", "...")`. */
function valueBehind({ skeleton }: Code, last: number): string | null {
  let token = last + 1;
  let gap = behind(skeleton, last).trim();
  if (gap === '' && skeleton.text[skeleton.starts[token] ?? 0] === ']') {
    gap = behind(skeleton, token).trim();
    token++;
  }
  if (!/^(?::|=|=>|:=)$/.test(gap) || skeleton.kinds[token] !== STRING) return null;
  return skeleton.text.slice(innerStart(skeleton, token), innerEnd(skeleton, token));
}

export interface KeyPlace {
  readonly from: number;
  readonly to: number;
  readonly key: string;
}

/** `api_key=...` beside something that touches a hit: whose key it is, is told by the address beside it. */
export function readCredentialSlot(code: Code, site: Site, { from, to, key }: KeyPlace): void {
  const { text } = code.skeleton;
  const slot = text.slice(from, Math.min(to, from + 800));
  const variable = [...slot.matchAll(READ_VARIABLE)].find(({ index }) => !isCommented(code, from + index));
  const found = variable?.[1] !== undefined && roleOf(variable[1]) === 'credential' ? variable[1] : null;
  const name = found ?? key;
  const at = found === null ? text.indexOf(key, from) : from + (variable?.index ?? 0) + (variable?.[0].length ?? 0) - found.length;
  if (at < 0 || at >= to || isCommented(code, at)) return;
  const node: ScalarNode = slice(code.source, at, at + name.length);
  const secret = found === null ? /^[^=:]{1,80}(?:=>|[=:])\s{0,20}["'`]([^"'`\n]{8,600})["'`]\s*\)?$/.exec(slot.trimEnd())?.[1] : undefined;
  if (found === null && (secret === undefined || shapeOf(secret) === null)) return;
  const spot = { ...spotOf(code, site, node), context: 'argument' as const };
  sightCredential(code.reading, node, { ...spot, route: [...spot.route.slice(0, -1), key] }, secret === undefined ? {} : { secret });
}

const READ_VARIABLE = /(?:(?:env|ENV|environ|settings|config|secrets)\??\.|["'`])([A-Z][A-Z0-9_]{3,80})\b/g;

/** What was there before is often left in a comment above what is there now. */
function isCommented({ skeleton }: Code, offset: number): boolean {
  const token = tokenAt(skeleton, offset);
  return skeleton.kinds[token] === COMMENT && offset < (skeleton.ends[token] ?? 0);
}
