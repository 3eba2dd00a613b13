// Keys by the fields that are to hold them, and keys that stand below a vendor's name: `deepseek_api_key: SecretStr`,
// `secrets["deepseek"]["api_key"]`. They have no value here; that they are asked for says that the service is meant to be called.

import { isHit } from '../../formats/document.ts';
import { slice } from '../../formats/nodes.ts';
import { roleOf, wordsOf } from '../config/roles.ts';
import { type Range, type Spot, sightCredential } from '../config/sight.ts';
import { bracketAt, type Code } from './code.ts';

/** A field that is declared without a value, or the first member of settings that is called so in the file. */
export function readField(code: Code, start: number, end: number): void {
  const { text } = code.skeleton;
  const before = text.slice(Math.max(0, start - 280), start);
  const after = text.slice(end, end + 260);
  const isSetting = isTaken(before, after) || (isDeclared(code, before, after) && isInBraces(code, start, before));
  if (!isSetting && !isGivenVariable(code, end)) return;
  const name = text.slice(start, end);
  const node = slice(code.source, start, end);
  if (isNew(code, name)) sightCredential(code.reading, node, spotAt(code, node.start, [name]));
}

const GIVEN_VARIABLE =
  /^["']?\]?\s{0,3}(?::\s{0,3}[\w?|<>. ]{1,40}?)?\s{0,3}:?=(?![=>])\s{0,4}[\w.:$]{0,60}(?:[eE]nv|ENV|[eE]nviron)\w{0,24}[!?]{0,2}(?:\.|::|\(|\[)(?:\w{1,12}[([])?\s{0,3}["'`]?([A-Z][A-Z0-9_]{2,80})\b/d;

/** `vendorKey = getenv("APP_KEY")`: a key from a variable that does not say whose it is. */
export function isGivenVariable({ source, skeleton, reading: { document } }: Code, end: number): boolean {
  const found = GIVEN_VARIABLE.exec(skeleton.text.slice(end, end + 260));
  const [from, to] = found?.indices?.[1] ?? [0, 0];
  const variable = slice(source, end + from, end + to);
  return roleOf(found?.[1] ?? '') === 'credential' && !isHit(document, variable.start, variable.end);
}

const TEXT = String.raw`(?:[Ss]tring|str|SecretStr|SecretString|Secret|Redacted)\b`;
const NONE = String.raw`(?:None|null|nil|undefined|["']{2}|(?:Field|field|SecretStr)\((?![^\n]{0,200}["'][A-Z][A-Z0-9]{0,40}_)[^\n]{0,200}|string\.Empty)`;
const END = String.raw`\s{0,3}!?(?:[,;})\n\r#]|\/\/|$)`;

/** `name: str | None = None`, `name?: string;`, `name: Option<String>,`. */
const TYPED_BEHIND = new RegExp(
  String.raw`^[?!]?\s{0,3}:\s{0,3}(?:Optional\[|Annotated\[|Option<)?\s{0,2}${TEXT}[\]>?]{0,2}(?:<string>)?(?:\s{0,2}\|\s{0,2}(?:None|null|undefined)){0,2}(?:\s{0,3}=\s{0,3}${NONE})?${END}`,
);
/** `String name;`, `string name { get; set; }`. */
const TYPED_BEFORE = /(?:^|[\s(])(?:[Ss]tring\??|SecureString|Secret)\s{1,4}$/;
const ENDS_FIELD = /^\s{0,3}(?:;|\{\s{0,3}get\b|=\s{0,3}(?:""|null|[Ss]tring\.Empty|default)!?\s{0,3};)/;
/** Go: `Name string`, with or without what its tag says; a variable of the environment in the tag is told itself. */
const GO_FIELD = /^[ \t]{1,40}string[ \t]{0,8}(?:\r?\n|\/\/|`(?![^`\n]{0,200}"[A-Z][A-Z0-9]*_))/;
/** `name: ''`. */
const EMPTY = /^["']?\s{0,3}:\s{0,3}(["'`])\1\s{0,3}[,}\n\r]/;

function isDeclared({ skeleton: { language } }: Code, before: string, after: string): boolean {
  if (language.name === 'go') return GO_FIELD.test(after);
  if (FILLED.test(before)) return false;
  return TYPED_BEHIND.test(after) || EMPTY.test(after) || (TYPED_BEFORE.test(before) && ENDS_FIELD.test(after));
}

/** `@Value("${vendor.api-key}") private String vendorKey;`: what fills the field names the key already. */
const FILLED = /(?:@Value\([^\n]{0,160}|#\[(?:arg|clap)\([^\]\n]{0,160}\benv\s{0,3}[=(][^\n]{0,100})\r?\n[^;{}\n]{0,100}$/;

/** What a component shows is handed to it, too. */
const OF_COMPONENT = /\b(?:interface|type)\s{1,4}\w{0,40}Props\b[^{}]{0,40}$/;

/** Parameters are given by who calls; what a Kotlin class is made with is its own. */
function isInBraces(code: Code, start: number, before: string): boolean {
  const { text, starts } = code.skeleton;
  const open = bracketAt(code, start);
  const at = starts[open] ?? 0;
  if (open >= 0 && text[at] !== '{') return /\bva[lr]\s{1,3}$/.test(before);
  return open < 0 || !OF_COMPONENT.test(text.slice(Math.max(0, at - 80), at));
}

const CONTAINER = String.raw`(?:useRuntimeConfig\(\w{0,20}\)|\w{0,20}(?:[sS]ecrets?|[cC]redentials|[sS]ettings|[cC]onfig(?:uration)?|[oO]ptions|[eE]nv)|cfg|userdata)(?:\(\))?`;
const MEMBER_OF = new RegExp(String.raw`${CONTAINER}[?!]?\.(?:public\.|private\.|server\.)?$`);
/** `if (!settings.name)` asks whether there is one. */
const NEGATED = /(?:!\s?|\bnot\s{1,3})[\w.?()]{1,60}$/;
const UNPACKED = /^[^{};=]{0,200}\}\s{0,4}=\s{0,4}(?:await\s{1,3})?useRuntimeConfig\(/;

/** `settings.name`, `const { name } = useRuntimeConfig()`: read, not set. */
function isTaken(before: string, after: string): boolean {
  if (/\{[^{}=;]{0,80}$/.test(before) && UNPACKED.test(after)) return true;
  return MEMBER_OF.test(before) && !NEGATED.test(before) && !/^\s{0,3}(?:[:+]?=(?!=)|\(|\.\w)/.test(after);
}

/** Once a file: other mentions repeat it. */
function isNew({ reading: { seen } }: Code, name: string): boolean {
  const known = `field ${wordsOf(name)}`;
  if (seen.has(known)) return false;
  seen.add(known);
  return true;
}

function spotAt(code: Code, at: number, route: readonly string[]): Spot {
  return { route: [...code.routeAt(at), ...route], usage: code.reading.document.usage, context: 'value', endpoint: null, provider: null };
}

const HOLDS_KEYS = new RegExp(String.raw`${CONTAINER}(?:\?\.|\.dig\(:|\.fetch\(:|\.|\[:?["']?|\.get\(["'])$`);
/** `["api_key"]`, `.get("api_key")`, `.api_key`, `[:api_key]`, `, :api_key`. */
const KEY_BEHIND =
  /^(["']?(?:,\s{0,3}(?:\{\}|None))?[)\]]{0,2}[?!]?(?:\.get\(["']|\.|\[["':]{1,2}|,\s{0,3}:))([A-Za-z][\w-]{1,40})(?!\w{0,40}\()/;

/** `["api_keys"]["`, `.apiKeys.`. */
const KEYS_BEFORE = new RegExp(String.raw`${CONTAINER}(?:\.|\[:?["']?)(api_?keys?|keys|tokens)["']?\]?(?:\.|\[:?["']?)$`, 'i');

/**
 * `secrets["vendor"]["api_key"]`, `credentials.vendor[:api_key]`, `secrets["api_keys"]["vendor"]`: the name that touches a hit, and
 * the key that is looked up in it. True if it is one.
 */
export function readKeyWithin(code: Code, start: number, end: number): boolean {
  const { text } = code.skeleton;
  if (!/^[A-Za-z]{3,20}$/.test(text.slice(start, end))) return false;
  const before = text.slice(Math.max(0, start - 80), start);
  const behind = HOLDS_KEYS.test(before) ? KEY_BEHIND.exec(text.slice(end, end + 80)) : null;
  if (behind?.[2] !== undefined && isKey(behind[2])) {
    const at = end + (behind[1]?.length ?? 0);
    sightPair(code, { start, end }, { start: at, end: at + behind[2].length });
    return true;
  }
  const keys = KEYS_BEFORE.exec(before);
  if (keys?.[1] === undefined) return false;
  const at = start - keys[0].length + keys[0].lastIndexOf(keys[1]);
  sightPair(code, { start: at, end: at + keys[1].length }, { start, end });
  return true;
}

/** Two steps of a path as one name. */
function sightPair(code: Code, one: Range, other: Range): void {
  const first = slice(code.source, one.start, one.end);
  const last = slice(code.source, other.start, other.end);
  const value = `${first.value}.${last.value}`;
  if (!isHit(code.reading.document, first.start, last.end) || !isNew(code, value)) return;
  const jumps = [0, first.start, first.value.length + 1, last.start];
  sightCredential(code.reading, { ...first, value, end: last.end, jumps }, spotAt(code, first.start, [first.value, last.value]));
}

function isKey(name: string): boolean {
  return roleOf(name) === 'credential' || /^key$/.test(name);
}
