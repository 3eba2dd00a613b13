// Takes the wrappers off a model's name: URL, scheme, cache path, provider prefix, owner, tag, revision. What is left is a family's name.
import { isBelowWeights } from '../util/weights-folder.ts';
import { isKept, keptIn } from './names-image.ts';
import { COMPUTED, LOCAL, SOURCE_FILE } from './names-text.ts';
import { type Platform, type Platforms, writesBare } from './platforms.ts';

export interface Peeled {
  /** Without owner, tag and revision; lower case, spelling undone. */
  readonly name: string;
  /** The same as written, with its owner. */
  readonly written: string;
  readonly owner: string | null;
  /** With all that stands between owner and name; lower case. */
  readonly whole: string;
  readonly tag: string | null;
  /** The platform that the name or its context gives away. */
  readonly platform: Platform | null;
  /** A client library or router in front of it. */
  readonly gateway: Platform | null;
  /** Whether the name itself said where it is served or kept. */
  readonly placed: boolean;
  /** It is a file or directory of the user's machine. */
  readonly local: boolean;
}

interface Draft {
  readonly text: string;
  readonly platform: Platform | null;
  readonly gateway: Platform | null;
  readonly placed: boolean;
  readonly local: boolean;
}

const WEIGHTS_FILE = /\.(?:gguf|ggml|safetensors|bin|pt|pth|onnx|mlmodel|mlpackage|llamafile|task|tflite|engine|index)$/i;
const CACHE = /(?:^|\/)models--([A-Za-z0-9._-]{1,96})--([A-Za-z0-9._-]{1,140})/;
const NEUTRAL_PART =
  /^(?:snapshots|refs|main|blobs|resolve|models?|weights|checkpoints?|[0-9a-f]{7,64}|(?:int[48]|fp(?:4|8|16|32)|bf16)(?:[-_][-\w.]{1,40})?|(?:pytorch_|adapter_)?model[-\w.]{0,40}|ggml-model[-\w.]{0,40})$/i;

/** `start` is the platform that the context gave, or null. */
export function peel(text: string, platforms: Platforms, start: Platform | null): Peeled | null {
  const bare = text
    .replace(COMPUTED, '')
    .replace(/^[=~](?=[A-Za-z@])/, '')
    .replace(/\[[\w.]{1,12}\]$/, '');
  const draft = unwrapped({ text: bare, platform: start, gateway: null, placed: false, local: false }, platforms);
  if (draft === null || draft.text === '') return null;
  if (draft.local) return inDirectory(draft);
  return split(shaped(prefixed(draft, platforms), platforms));
}

/** Schemes, pages of a hub, caches of a hub, local paths. */
function unwrapped(draft: Draft, platforms: Platforms): Draft | null {
  const cache = CACHE.exec(draft.text);
  if (cache !== null) return hubDraft(draft, platforms.named('huggingface'), `${cache[1]}/${cache[2]}`);
  const query = /^[a-z]{2,10}:\/\/[^?]{1,200}\?(?:[^#]{0,200}&)?model=([\w./-]{1,200})/i.exec(draft.text);
  if (query?.[1] !== undefined) return { ...draft, text: query[1] };
  const scheme = /^([a-z][a-z0-9_-]{1,24}):\/\/(.+)$/i.exec(draft.text);
  if (scheme?.[1] === undefined || scheme[2] === undefined)
    return LOCAL.test(draft.text) || isKept(draft.text) || isBelowWeights(draft.text, draft.platform?.facts.kind)
      ? { ...draft, local: true }
      : atPage(draft, platforms);
  if (/^https?$/i.test(scheme[1])) return pageDraft(draft, scheme[2], platforms);
  // A scheme names a store of weights, not the service of the same name.
  const platform = platforms.named(`${scheme[1]}-hub`) ?? platforms.named(scheme[1]);
  if (platform !== null) return atPage(hubDraft(draft, platform, scheme[2]), platforms);
  return /^(?:s3|gs|gcs|oss|obs|cos|tos|az|abfss?|wasbs?|pvc(?:-ro)?|file|host|nfs|hdfs|minio|dbfs|oci|docker)$/i.test(scheme[1])
    ? pathDraft(draft, scheme[2], platforms)
    : null;
}

function hubDraft(draft: Draft, platform: Platform | null, text: string): Draft {
  return { ...draft, text, platform: platform ?? draft.platform, placed: platform !== null };
}

function pathDraft(draft: Draft, rest: string, platforms: Platforms): Draft {
  return platforms.atHost(rest.split('/')[0] ?? '') === null ? { ...draft, text: rest, local: true } : { ...draft, text: rest };
}

/** `hf.co/Org/Name` without a scheme, as Ollama and Docker write it. */
function atPage(draft: Draft, platforms: Platforms): Draft | null {
  const host = draft.text.slice(0, Math.max(0, draft.text.indexOf('/')));
  const platform = host.includes('.') ? platforms.atHost(host) : null;
  if (platform === null) return draft;
  return platform.prefixes.some((prefix) => prefix.test(draft.text))
    ? hubDraft(draft, platform, draft.text)
    : pageDraft(draft, draft.text, platforms);
}

function pageDraft(draft: Draft, rest: string, platforms: Platforms): Draft | null {
  const [host = '', ...parts] = (rest.split(/[?#]/)[0] ?? '').split('/').filter((part) => part !== '');
  const platform = platforms.atHost(host);
  if (platform === null || parts.length === 0) return null;
  if (!['hub', 'local'].includes(platform.facts.kind))
    return host === rest.split('/')[0] && !/^https?:/i.test(draft.text) ? hubDraft(draft, platform, parts.join('/')) : null;
  const path = parts.filter((part, index) => index > 2 || !/^(?:api|v1|models?|library|m)$/i.test(part));
  if (
    /^(?:datasets?|spaces|docs|blog|papers|collections|settings|join|organizations|studios|search|download|login|pricing)$/i.test(
      path[0] ?? '',
    )
  )
    return null;
  return path.length === 0 ? null : hubDraft(draft, platform, path.slice(0, 2).join('/'));
}

/** What kind of call is made, between provider and model, as promptfoo writes it. */
const KIND = /^(?:chat|completions?|responses|converse|messages|embeddings?|rerank|text-generation|feature-extraction):(?=[^:])/;

/** `openrouter/…`, `deepseek:…`, `ollama::…`, `provider,model`, `vendor#model`: a known provider's name in front, at most three of them. */
function prefixed(draft: Draft, platforms: Platforms, depth = 0): Draft {
  const match = /^([A-Za-z0-9][\w.-]{0,40})(::|[/:#,])(.+)$/.exec(draft.text);
  if (match === null || depth === 3) return draft;
  const [, first = '', mark = '', rest = ''] = match;
  if (draft.platform?.facts.grammar.owner === null && mark === ':') return draft;
  const platform = platforms.named(first);
  // Nothing but a namespace stands before two colons, known or not; nor before a provider: no hub has names of three parts.
  const isCalled = mark === ':' && KIND.test(rest);
  if (platform === null && (mark === ',' || mark === '::' || isCalled || isNamespace(rest, platforms)))
    return prefixed({ ...draft, text: isCalled ? rest.replace(KIND, '') : rest }, platforms, depth + 1);
  if (platform === null || !mayBePrefix({ draft, platform, isSlug: platforms.isSlug(first) }, { first, mark, rest })) return draft;
  const front =
    draft.platform !== null && ['library', 'router', 'tool'].includes(draft.platform.facts.kind) ? draft.platform : draft.gateway;
  // Behind a client library, or where it is called, a hub's name stands for its inference service.
  const service =
    (draft.platform?.facts.kind === 'library' || isCalled) && platform.facts.kind === 'hub'
      ? platforms.byId(`${platform.facts.id}-router`)
      : null;
  const next = { ...draft, text: rest.replace(KIND, ''), platform: service ?? platform, gateway: front, placed: true };
  return prefixed(next, platforms, depth + 1);
}

const PASSES_ON: ReadonlySet<string> = new Set(['library', 'tool']);

/** `own-name/openrouter/owner/name`: a user's own name for a provider, before the provider's. */
function isNamespace(rest: string, platforms: Platforms): boolean {
  const [, next = ''] = /^([a-z][a-z0-9_-]{1,40})\/[^/]/.exec(rest) ?? [];
  const kind = next === '' ? undefined : platforms.named(next)?.facts.kind;
  return kind === 'router' || (kind !== undefined && PASSES_ON.has(kind));
}

interface Front {
  readonly draft: Draft;
  readonly platform: Platform;
  readonly isSlug: boolean;
}

/** On a platform, what stands before the slash is an owner, unless the platform stands before others or the word is its own name. */
function mayBePrefix({ draft, platform, isSlug }: Front, { first, mark, rest }: { first: string; mark: string; rest: string }): boolean {
  if (mark === '#' || mark === ',' || mark === '::') return true;
  if (mark === ':') return !/^(?:latest|free|cloud|[\d.]+[bmk]?)$/i.test(rest);
  if (platform === draft.platform) return !platform.facts.grammar.examples.some((example) => example.startsWith(`${first}/`));
  const front = draft.platform?.facts.kind;
  const stands = front === undefined || front === 'library' || front === 'tool' || (front === 'router' && rest.includes('/'));
  if (platform.facts.kind === 'hub' && /^hf$/i.test(first)) return true;
  if (!stands) return false;
  // Client libraries publish nothing: what they are called is no owner on a hub.
  if (PASSES_ON.has(platform.facts.kind) && first === first.toLowerCase()) return true;
  // Clients write their providers in lower case, hubs their owners as these do.
  if (platform.facts.vendor !== undefined && draft.platform === null && (isSlug || /[A-Z]/.test(first))) return false;
  return rest.includes('/') || !/[A-Z]/.test(rest) || platform.facts.grammar.owner === null || writesBare(platform);
}

/** A name that only one platform writes (`@cf/…`, `…-maas`) chooses it where nothing else did. */
function shaped(draft: Draft, platforms: Platforms): Draft {
  const fits = draft.platform === null || ['library', 'tool'].includes(draft.platform.facts.kind);
  const platform = fits ? platforms.shapedLike(draft.text.toLowerCase()) : null;
  const placed = platform === null ? draft : { ...draft, platform, placed: true, gateway: draft.platform ?? draft.gateway };
  return placed.platform === null ? placed : stripped(placed, placed.platform);
}

function stripped(draft: Draft, platform: Platform): Draft {
  const ends = [...platform.prefixes, ...platform.suffixes];
  return { ...draft, text: ends.reduce((left, end) => left.replace(end, ''), draft.text) };
}

function split(draft: Draft): Peeled {
  const separator = draft.platform?.facts.grammar.owner ?? '/';
  const slash = draft.text.lastIndexOf('/');
  const [, head = draft.text, tag = null] = tagOf(draft.text, slash);
  const cut = separator === '.' && !head.includes('/') ? head.indexOf('.') : head.lastIndexOf('/');
  const owner = cut > 0 ? ownerOf(head.slice(0, cut)) : null;
  const name = head.slice(cut + 1);
  return {
    name: spelled(name, draft.platform),
    written: owner === null ? name : `${owner}/${name}`,
    owner,
    whole: spelled(head, draft.platform),
    tag,
    platform: draft.platform,
    gateway: draft.gateway,
    placed: draft.placed,
    local: draft.local,
  };
}

/** `name:tag`, `name@revision`, `name:tag@server`; an `@` in front belongs to the name. */
function tagOf(text: string, slash: number): [string, string, string | null] {
  const last = text.slice(slash + 1);
  const [, head, ends] = /^(@?[^:@]{1,200})((?:[:@][\w.+-]{1,100}){1,3})$/.exec(last) ?? [];
  if (head === undefined || ends === undefined) return [text, text, null];
  const tag = /:([^:@]{1,100})@/.exec(ends)?.[1] ?? /[^:@]{1,100}$/.exec(ends)?.[0] ?? null;
  // Of `name:1:2`, the version belongs to the name.
  const name = ends.includes('@') ? head : head + ends.slice(0, -1 - (tag?.length ?? 0));
  return [text, text.slice(0, slash + 1) + name, tag];
}

/** The owner is the first part that is none of a platform's own words. */
function ownerOf(front: string): string {
  return front.split('/').find((part) => part !== '') ?? front;
}

function spelled(name: string, platform: Platform | null): string {
  const lowered = name.toLowerCase();
  return (platform?.spelling ?? []).reduce((text, [from, to]) => text.replace(from, to), lowered);
}

/** The nearest part of a path that is no generic word, with the part before it as a possible owner. */
function inDirectory(draft: Draft): Peeled | null {
  const kept = keptIn(draft.text);
  if (kept !== null) return split({ ...draft, text: kept });
  const parts = draft.text.split(/[\\/]/).filter((part) => part !== '' && !/^(?:\.{1,2}|~|[A-Za-z]:|file:)$/.test(part));
  const plain = parts.filter((part) => !NEUTRAL_PART.test(part.replace(WEIGHTS_FILE, '')));
  const last = (plain.at(-1) ?? '').replace(/:[\w.-]{1,60}$/, '').replace(WEIGHTS_FILE, '');
  if (last === '' || SOURCE_FILE.test(last)) return null;
  const owner = plain.at(-2) ?? null;
  return {
    name: last.toLowerCase(),
    written: last,
    owner,
    whole: last.toLowerCase(),
    tag: null,
    platform: draft.platform,
    gateway: null,
    placed: false,
    local: true,
  };
}
