// Credentials in code: the name of a variable of the environment, a setting, or a literal of which only the shape is told.
import { COMMENT, innerEnd, innerStart, STRING, tokenAt } from '../../formats/code/tokens.ts';
import { isHit } from '../../formats/document.ts';
import { type ScalarNode, slice } from '../../formats/nodes.ts';
import { isConstant, roleOf } from '../config/roles.ts';
import { rootSpot, sightCredential } from '../config/sight.ts';
import { shapeOf } from '../shape.ts';
import type { Code } from './code.ts';
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
  if (!NAME.test(name)) return false;
  const after = code.skeleton.text.slice(code.skeleton.ends[last], (code.skeleton.ends[last] ?? 0) + 40);
  const isRead = isReadingEnvironment(site.callee.replace(/\[\]$/, '')) || (site.position === 0 && ASKS_FOR_KEY.test(site.callee));
  if (roleOf(name) !== 'credential' && !isGivenAsKey(name, code, first) && !(isRead && isBare(name, site, after))) return false;
  if (!isForced && !isHit(code.reading.document, node.start, node.end)) return true;
  if (/^[A-Z]/.test(name) || isRead || /_/.test(name) || isField(site.key, name)) {
    const secret = valueBehind(code, last);
    sightCredential(code.reading, node, spotOf(code, site, node), secret === null ? {} : { secret });
  }
  return true;
}

const PROPERTY = /^[$#]\{([A-Za-z][\w.-]{2,100})(?::[^{}]{0,200})?\}$/;

/** `@Value("${vendor.api-key}")`: a property of the application's settings. */
function readProperty({ code, literal: { node }, site }: Reader, written: string): boolean {
  const name = PROPERTY.exec(written)?.[1] ?? '';
  if (roleOf(name.split('.').at(-1) ?? '') !== 'credential' || !isHit(code.reading.document, node.start, node.end)) return false;
  const from = node.value.indexOf(name);
  const place = slice(node, from, from + name.length);
  sightCredential(code.reading, place, spotOf(code, site, place));
  return true;
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

const BARE = /^[A-Z]{4,24}(?:_API)?$/;
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

const MEMBER = /[A-Za-z_$][\w$]{2,100}/y;

/**
 * A name in the code itself that touches a hit: `process.env.NAME`, `settings.NAME`, `name = "..."`. Other mentions of a
 * variable repeat what its definition says.
 */
export function readCredentialMember(code: Code, start: number): void {
  const { text } = code.skeleton;
  MEMBER.lastIndex = start;
  const name = MEMBER.exec(text)?.[0];
  const before = text.slice(Math.max(0, start - 60), start);
  const isVariable = /\$\{?env:$/i.test(before);
  const role = name === undefined ? null : roleOf(isVariable ? constantOf(name) : name);
  if (name === undefined) return;
  const end = start + name.length;
  const isGiven =
    role === null &&
    isConstant(name) &&
    (GIVEN.test(before) || (BARE.test(name) && READ.test(before) && ENDS.test(text.slice(end, end + 8))));
  if (role !== 'credential' && !isGiven) return;
  const after = /^["']?\s{0,3}(?::\s{0,3}[\w.[\]| ]{1,40}=|[:=](?![=>:]))\s{0,4}[bfru]{0,2}(["'`])?/i.exec(text.slice(end, end + 80));
  const isMember =
    /(?:\benv|ENV|environ|settings|config|secrets?|Settings|Config|Secrets?|Env|Environment|keys?|vars)(?:(?:\(\w{0,40}\))?\??\.|\$|:)\$?$/i.test(
      before,
    ) || /\$\{?env:$|\$\{?$/i.test(before);
  const isUpper = /^[A-Z][A-Z0-9_]+$/.test(name) || isVariable;
  const isRead =
    isMember || DECLARED.test(text.slice(end, end + 60)) || SCHEMA.test(text.slice(end, end + 120)) || isUnpacked(text, start, end);
  if (!(isUpper && isRead) && after?.[1] === undefined) return;
  const secret = after?.[1] === undefined ? undefined : secretAt(code, end + after[0].length);
  if (!isUpper && (secret === undefined || shapeOf(secret) === null)) return;
  const node = slice(code.source, start, end);
  const spot = {
    route: [...code.routeAt(node.start), name],
    usage: code.reading.document.usage,
    context: 'assignment' as const,
    endpoint: null,
    provider: null,
  };
  sightCredential(
    code.reading,
    node,
    { ...spot, context: secret === undefined ? 'value' : 'assignment' },
    secret === undefined ? {} : { secret },
  );
}

/** `acme.api_key = load()`: a vendor's module is given its key. Where the key's variable is named, that tells it. */
export function readModuleKey(code: Code, start: number): void {
  MODULE_KEY.lastIndex = start;
  const name = MODULE_KEY.exec(code.skeleton.text)?.[1];
  if (name === undefined || /[\w.$]/.test(code.skeleton.text[start - 1] ?? '')) return;
  const node = slice(code.source, start, start + name.length);
  sightCredential(code.reading, node, { ...rootSpot(code.reading.document, 'assignment'), route: code.routeAt(node.start) });
}

const MODULE_KEY = /([a-z]\w{2,40}\.(?:api_key|apiKey))\s{0,4}=(?![=>])(?!.{0,120}[A-Z][A-Z0-9]*_[A-Z0-9_]{2,40})\s{0,4}[A-Za-z_]/y;

/** `const { NAME } = process.env`, `import { NAME } from '$env/static/private'`. */
function isUnpacked(text: string, start: number, end: number): boolean {
  return /\{[^{}=;]{0,400}$/.test(text.slice(Math.max(0, start - 400), start)) && UNPACKS.test(text.slice(end, end + 480));
}

const UNPACKS =
  /^[^{};=]{0,400}\}\s{0,4}(?:=\s{0,4}(?:(?:process|import\.meta|\w{1,40})\.env\b|env(?:\(\w{0,40}\))?\s{0,4}[;\n]|useRuntimeConfig\()|from\s{0,4}["'](?:\$env\/|astro:env\/))/;

/** `apiKey: process.env.`, `Bearer ${process.env.`: what follows is a key, whatever it is called. */
const GIVEN = /(?:api_?key["']?\s{0,4}[:=]\s{0,4}|\bBearer \$\{)(?:process\.|import\.meta\.)?env\.$/i;

/** `key = process.env.VENDOR;` */
const READ = /[:=]\s{0,4}(?:process\.|import\.meta\.)env\.$/;
const ENDS = /^!?\s{0,4}(?:[;,)}\n]|$|\bas\b)/;

/** `NAME?: string`: what a program declares that its environment has. */
const DECLARED = /^\??\s{0,3}:\s{0,3}(?:Optional\[)?(?:string|str|SecretStr|String)\b(?!\s{0,4}[.(])/;

/**
 * `NAME: z.string()`, `NAME: str({...})`, `NAME: Joi.string()`, `NAME=(str, "")`: the same as a schema that checks the environment.
 * What is read in it names the variable itself.
 */
const SCHEMA =
  /^["']?\s{0,3}(?::\s{0,40}(?:(?:z|v|t|s|joi|yup|type|schema|config)\s{0,20}\.(?:\w{1,20}\(?\)?\.){0,3}(?:string|str|secret|redacted|nonempty|pipe|optional|coerce)\w{0,20}|(?!String\()\w{0,24}(?:str|string|secret)\w{0,24})\(|=\s{0,3}\(\s{0,3}str\b)(?!.{0,60}\benv\b)/i;

/** `"Bearer $env:NAME"`: variables of the environment within a text of PowerShell. */
export function readCredentialVariables(code: Code, first: number, last: number): void {
  const { text, language } = code.skeleton;
  if (language.name !== 'powershell') return;
  const start = innerStart(code.skeleton, first);
  for (const { 0: whole, 1: name = '', index } of text.slice(start, innerEnd(code.skeleton, last)).matchAll(VARIABLE))
    if (isHit(code.reading.document, start + index, start + index + whole.length))
      readCredentialMember(code, start + index + whole.length - name.length);
}

const VARIABLE = /\$\{?env:([A-Za-z_]\w{2,100})/gi;

/** Windows does not tell case apart in names of variables, so that people write them as they like. */
function constantOf(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toUpperCase();
}

function secretAt({ skeleton: { text } }: Code, from: number): string {
  return /^[^"'`\n]{0,600}/.exec(text.slice(from, from + 600))?.[0] ?? '';
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
