// Whether a text is the name of a model, told from how it looks and from the name that it is given to.
import type { Literal } from '../../formats/code/literal.ts';
import { slotsOf } from '../../formats/code/slots.ts';
import { innerEnd, innerStart, STRING } from '../../formats/code/tokens.ts';
import { isHit } from '../../formats/document.ts';
import { isEmpty, isHost, isModelLike, isModelPath, isPlainlyModelLike, isWeights } from '../config/looks.ts';
import { isConstant, isOutput, roleOf } from '../config/roles.ts';
import type { Code } from './code.ts';
import type { Reader } from './literals.ts';
import { behind, type Site } from './spot.ts';
import { isDefining, isOtherName, isReadingEnvironment, isRegistering } from './words.ts';

export function isName({ site, role, literal, code, isForced }: Reader, name: string): boolean {
  if (isEmpty(name) || name.length > 200 || /^[*/.-]*$/.test(name)) return false;
  if (!isForced && !isHit(code.reading.document, literal.node.start, literal.node.end)) return false;
  if (role === 'model') return isModelLike(name) && !isConstant(name);
  if (isSetting(site, name) || isSignal(code, literal, name) || isAsset(name) || isOfCluster(code, site)) return false;
  if (role === 'endpoint') return isServed(site, name) || isTarget(site, name);
  if (role === 'credential' || isRole(name)) return false;
  if (isData(site) || isParser(site, name) || isOther(code, site, name) || isPart(site, name) || isOfPrompt(code, literal, site))
    return false;
  if (isConstant(name) || (isRegistering(site.callee) && (!/\d/.test(name) || /\/v\d{1,2}$/.test(name)))) return false;
  if (isLoaded(site)) return isModelLike(name);
  // A bare word names a vendor, a provider or a feature; only a question about a model's name is about models.
  return (
    isPlainlyModelLike(name) ||
    isModelPath(name) ||
    (site.context === 'comparison' && isModelLike(name) && isAboutModels(code, literal, site))
  );
}

const LOADS =
  /(?:^|[.:>])(?:from_pretrained|(?:Sentence|Cross)(?:Transformer|Encoder)|snapshot_download|(?:Fast(?:Language|Vision)?Model|AutoPeft\w{1,40}|AutoModel\w{0,40})\.\w{1,40}|LLM|AsyncLLM|MLXModel|load_(?:model|pretrained|checkpoint))$/;

/** What is loaded lies where its path says, also from a root on. */
function isLoaded({ call, context, key, position }: Site): boolean {
  return context === 'argument' && key === null && position === 0 && call !== null && LOADS.test(call);
}

const ASKS = /model|llm|engine|checkpoint|repo|deployment|(?:^|\W|_)(?:id|name)(?:$|\W)/i;
const ASKS_ELSE = /provider|type|format|host|url|platform|vendor|template|parser|style|mode\b|interface|service|backend|channel/i;

/** Whether what is compared with a word says that it is a model's name. */
function isAboutModels({ skeleton }: Code, { last }: Literal, { lead, callee, key }: Site): boolean {
  const text = `${lead.slice(-120)} ${callee} ${key ?? ''} ${behind(skeleton, last)}`;
  return ASKS.test(text) && !ASKS_ELSE.test(text);
}

/** `TEST-VENDOR-DONE`: what a program calls its own parts and events, shouted, with somebody's name in the middle. */
function isSignal({ reading }: Code, { node }: Literal, name: string): boolean {
  return /^[A-Z]{2,30}(?:-[A-Z]{2,30}){1,6}$/.test(name) && !isHit(reading.document, node.start, node.start + 1);
}

/** `res://characters/name.tscn`: a part of a game, which weights may lie among. */
function isAsset(name: string): boolean {
  return /^(?:res|user|uid):\/\//.test(name) && !isWeights(name.slice(name.indexOf('://') + 3));
}

/** `metadata: { name: "...", namespace: "..." }`: what an object of Kubernetes is called. */
function isOfCluster({ skeleton: { text, starts, ends, links } }: Code, { key, route, callee, scopes }: Site): boolean {
  const [open] = scopes;
  if (open === undefined || !/^name$/i.test(key ?? '') || !(/^metadata$/i.test(route.at(-2) ?? '') || /ObjectMeta$/.test(callee)))
    return false;
  const start = ends[open] ?? 0;
  return /\bnamespace["']?\s{0,4}[:=]/i.test(text.slice(start, Math.min(starts[links[open] ?? -1] ?? text.length, start + 600)));
}

/** Where a setting is found: `config("ai.engines.vendor.max_tokens", 4096)`, `t("ai.providers.vendor.name")`. */
function isSetting({ callee, key, position }: Site, name: string): boolean {
  if (/^[A-Za-z_]{2,60}(?:\.[A-Za-z_]{1,60}){2,12}$/.test(name)) return true;
  if (key === null && position === (/VarP?$/.test(callee) ? 1 : 0) && FLAG.test(callee)) return true;
  return position === 0 && key === null && isReadingEnvironment(callee) && /^[A-Za-z_]{2,60}\.[A-Za-z_]{1,60}$/.test(name);
}

/** `flag.StringVar(&path, "name", ...)`, `cmd.Flags().String("name", ...)` of Go: what an option is called. */
const FLAG = /flags?(?:set)?(?:\(\))?\.(?:String|Bool|Int|Duration|StringSlice|StringArray|Func)(?:Var)?P?$/i;

/** Names of settings: `vendor_base_url`, `vendor-api-key`, `Vendor:ApiKey`. */
function isRole(name: string): boolean {
  const last = /[:.]([A-Za-z_]{3,60})$/.exec(name)?.[1];
  if (last !== undefined && /[a-z][A-Z]|_/.test(last) && roleOf(last) !== null) return true;
  const role = roleOf(name);
  return role !== null && (/^[A-Za-z_]+$/.test(name) || (role === 'credential' && /^[A-Za-z_-]+$/.test(name)));
}

/** Half of a name that code completes, or the version of a program: `agent/1.2.0`. */
function isPart({ context }: Site, name: string): boolean {
  return (context !== 'comparison' && /[-_]$/.test(name)) || /^[\w-]{1,60}\/v?\d{1,4}\.\d[\w.-]*$/.test(name);
}

/** A set of data may be called after who published or wrote it. */
function isData({ call, key, position }: Site): boolean {
  return call !== null && /(?:^|[.:])load_dataset(?:_builder)?$/.test(call) && (position === 0 || key === 'path');
}

/** A parser of a model's answers is called after the family whose form it reads, which many others use. */
function isParser({ key, route }: Site, name: string): boolean {
  return /^\w{2,40}$/.test(name) && [key ?? '', ...route].some((step) => /parsers?(?:_?(?:plugin|name|type))?$/i.test(step));
}

/** Nothing else is called so: weights of an owner, and a tag that tells their size. */
function isUnmistakable(name: string): boolean {
  return (OWNED.test(name) && /\d/.test(name) && !FILE.test(name)) || SIZED.test(name);
}

const OWNED = /^[\w-]{2,60}\/[A-Z][\w.-]{0,80}$/;
const FILE = /\.(?!\d)\w{2,5}$/;
const SIZED = /^(?:[\w-]{1,60}\/)?[a-z][\w.-]{1,60}:\d{1,4}(?:\.\d{1,2})?[bm](?:-[\w.-]{1,40})?$/;

/** What an element of a page is called, and what another says of it. */
const ELEMENT_KEY = /^(?:id|for|htmlFor|aria-\w{2,20}|form|list)$/;
const ELEMENT = /<[a-z][\w-]{0,40}(?:\s[^<>]{0,800})?\s[\w-]{1,60}\s?=$/;

/** Where a text is looked up in the reader's language. */
const TRANSLATED = /^(?:i18n|intl|locale|translation)(?:_?(?:scope|key|id|path|prefix|namespace))?$/i;

/** The key says that it is something else, unless what is around the key or the look of the name says more. */
function isOther(code: Code, site: Site, name: string): boolean {
  const { key, call, route } = site;
  if (key === null) return false;
  if (isOutput(key) || TRANSLATED.test(key) || /^X-[\w-]{2,40}$/i.test(key)) return true;
  if (ELEMENT_KEY.test(key) && ELEMENT.test(site.lead)) return true;
  // Unreal: what a member of an enumeration is shown as is also what a program asks for its name.
  if (call === 'UMETA' && /^[a-z\d./:-]+$/.test(name)) return false;
  if (/^(?:name|id|key)$/.test(key) && call !== null && !/\d/.test(name)) return isDefining(call);
  if (key === 'key' && /\//.test(name) && !/\d/.test(name)) return true;
  if (!isOtherName(key) || /\w(?:models?|llms?)$|models?[A-Z_]\w+$/i.test(route.at(-2) ?? '') || isUnmistakable(name)) return false;
  return !(key === 'path' && /\d/.test(name) && isDescribed(code, site));
}

/** `dict(abbr="...", path="...", max_out_len=1024)`: how a harness describes what it evaluates. */
function isDescribed({ skeleton }: Code, { scopes: [open] }: Site): boolean {
  if (open === undefined) return false;
  return slotsOf(skeleton, open).some(({ from, to }) => DESCRIBES.test(skeleton.text.slice(from, Math.min(to, from + 200))));
}

const DESCRIBES = /^\s{0,80}["']?(?:abbr|max_out_len|tokenizer_path|openai_api_base|query_per_second)["']?\s{0,4}[=:]/;

/** A platform's endpoint may be called by the name of the model that it serves: `endpoint="host-model-2-80b"`. */
function isServed({ key, context }: Site, name: string): boolean {
  if (key === null || context === 'comparison' || !/(?:^|_)endpoint$/i.test(key) || !/^[a-z]\w*(?:-\w+)+$/i.test(name)) return false;
  return VERSIONED.test(name) && !RUNS.test(name);
}

/** A size, or a version that is written to a word: `80b`, `acme3`, `v3`. What runs is only counted: `acme-worker-2`. */
const VERSIONED = /(?:^|-)(?:\d{1,4}(?:[._]\d)?b|[a-z]{1,20}\d[\w.]*)(?:-|$)/i;
const RUNS =
  /(?:^|-)(?:workers?|gateway|gw|apps?|nodes?|services?|svc|servers?|prox(?:y|ies)|api|cluster|pool|queue|lb|hosts?|endpoints?|agents?|bots?)(?:-|$)/i;

const PROMPTS = /prompt|persona|instruction/i;
const PROMPT = /^\s{0,40}(?:you are|you're|act as|as an? |your (?:task|job|role)|你是|system:)/i;

/** `{ "name": "You are ..." }`, `get_prompt("name")`: what a text is kept under. */
function isOfPrompt({ skeleton }: Code, { last }: Literal, { isKey, route, callee, key, position }: Site): boolean {
  if (key === null && position === 0) return /(?:^|[._:>])(?:get|load|fetch|render)_?(?:\w{1,20}_?)?(?:prompt|template)$/i.test(callee);
  const token = last + 1;
  if (!isKey || skeleton.kinds[token] !== STRING) return false;
  const text = skeleton.text.slice(innerStart(skeleton, token), Math.min(innerEnd(skeleton, token), innerStart(skeleton, token) + 200));
  return PROMPT.test(text) || (/\s\S+\s+\S+\s/.test(text) && route.some((name) => PROMPTS.test(name)));
}

/** Where a program sends what it is asked may be a server, or what answers: `Target: "name:7b"`, `upstream: "models/name.gguf"`. */
function isTarget({ key, context }: Site, name: string): boolean {
  if (key === null || context === 'comparison' || !/(?:target|upstream|destination)$/i.test(key)) return false;
  return isWeights(name) || (isPlainlyModelLike(name) && /[A-Za-z][\w.-]*\d/.test(name) && !isHost(name) && !/:\d{2,5}$/.test(name));
}
