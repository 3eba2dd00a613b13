// Names of keys in the code itself: variables of the environment, members of settings, fields that are declared to hold one.

import { innerEnd, innerStart } from '../../formats/code/tokens.ts';
import { isHit } from '../../formats/document.ts';
import { slice } from '../../formats/nodes.ts';
import { isConstant, roleOf } from '../config/roles.ts';
import { rootSpot, sightCredential } from '../config/sight.ts';
import { shapeOf } from '../shape.ts';
import type { Code } from './code.ts';
import { isGivenVariable, readField, readKeyWithin } from './fields.ts';

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
  const isBare = isConstant(name) && (GIVEN.test(before) || (BARE.test(name) && READ.test(before) && ENDS.test(text.slice(end, end + 8))));
  const isGiven = role === null && (isBare || (/Key$|_key$|_KEY$/.test(name) && isGivenVariable(code, end)));
  if (role !== 'credential' && !isGiven) {
    readKeyWithin(code, start, end);
    return;
  }
  const after = (DEFINES.test(before) ? DEFINED : GIVES).exec(text.slice(end, end + 80));
  const isMember =
    /(?:\benv|ENV|environ|settings|config|secrets?|Settings|Config|Secrets?|Env|Environment|keys?|vars)(?:(?:\(\w{0,40}\))?\??\.|\$|:)\$?$/i.test(
      before,
    ) || /\$\{?env:$|\$\{?$|\$ENV\{$/i.test(before);
  const isUpper = /^[A-Z][A-Z0-9_]+$/.test(name) || isVariable;
  const isRead =
    isMember || DECLARED.test(text.slice(end, end + 60)) || SCHEMA.test(text.slice(end, end + 120)) || isUnpacked(text, start, end);
  const secret = after?.[1] === undefined ? undefined : secretAt(code, end + after[0].length);
  if (isUpper ? !isRead && secret === undefined : secret === undefined || shapeOf(secret) === null) {
    if (!isAwaited(secret)) readField(code, start, end);
    if (isUpper || !isAwaited(secret)) return;
  }
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

const GIVES = /^["']?\s{0,3}(?::\s{0,3}[\w.[\]| ]{1,40}=|[:=](?![=>:]))\s{0,4}[bfru]{0,2}(["'`])?/i;
/** `#define NAME "..."` of C. */
const DEFINES = /#[ \t]{0,4}define[ \t]{1,8}$/;
const DEFINED = /^[ \t]{1,40}(")/;

/** `"sk-xxx"`, `"your-api-key"`: a key is to be put here. What a page says of a key has blanks. */
function isAwaited(secret: string | undefined): boolean {
  return secret !== undefined && /^(?:sk-[\w.*-]{1,60}|<?your[-_ ]?\w[-\w ]{0,40}>?|x{3,40}|\*{3,40})$/i.test(secret);
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

/** What is called after nobody but a vendor. */
export const BARE = /^[A-Z]{4,24}(?:_API)?$/;

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
