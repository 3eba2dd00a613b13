// The question the whole catalog exists for: who stands behind this name, and what is exposed? Always an answer, never a throw.
import type { Evidence, Identity, PackageReference, Reference } from '../model.ts';
import type { Catalog } from './catalog.ts';
import { answerOf, unknown } from './identify-answer.ts';
import { type Known, knownOf } from './identify-known.ts';
import { type Reading, readName } from './identify-model.ts';
import { identifyArtefact, identifyCredential, identifyEndpoint, identifyPackage } from './identify-other.ts';
import { hostOf, type Site, siteOf } from './identify-site.ts';

/** What stands beside a text. Everything is optional; each piece makes the answer surer. */
export interface IdentifyContext {
  readonly kind?: Reference['kind'];
  /** A platform's id or alias. */
  readonly platform?: string | null;
  /** The URL beside it. */
  readonly endpoint?: string | null;
  /** The provider or client beside it, as written. */
  readonly provider?: string | null;
  /** The call or command that takes it, as written. */
  readonly call?: string | null;
  /** A model's name is expected here. */
  readonly expected?: boolean;
  /** The key or variable that holds it, which may speak of a vendor. */
  readonly key?: string | null;
  /** For packages. */
  readonly ecosystem?: string | null;
  readonly version?: string | null;
  readonly as?: 'dependency' | 'import';
}

/** A server's name, which tells its vendor by who runs it and not by the words in it: `api.deepseek.com.evil.test`. */
const HOST = /^(?:[a-z0-9-]{1,63}\.){1,8}(?:com|net|org|ai|io|cn|dev|app|cloud|co|us|eu|me|tech|site|xyz|test|local|internal)\.?$/i;

export function identify(catalog: Catalog, text: string, context: IdentifyContext = {}): Identity {
  const known = knownOf(catalog);
  const { kind = isServer(known, text, context) ? 'endpoint' : 'model' } = context;
  if (kind === 'endpoint') return identifyEndpoint(known, text);
  if (kind === 'package') return identifyPackage(known, text, context);
  if (kind === 'credential') return identifyCredential(known, { name: text, shape: null, endpoint: context.endpoint ?? null });
  if (kind === 'artefact') return identifyArtefact(known, { name: text, modelType: null, architectures: [] });
  if (HOST.test(text)) return context.expected === true ? identifyEndpoint(known, text) : unknown('the name of a server, not of a model');
  const site = { ...siteOf(known, context), keyVendor: keyVendorOf(known, context.key ?? '') ?? familyVendorOf(known, context.provider) };
  const expecting = context.expected === true ? { ...site, any: true } : site;
  const whole = readName(known, withoutProvider(known, text, context), expecting);
  const reading = whole?.claim === null && !whole.opaque && !whole.denied ? (readBehind(known, text, expecting) ?? whole) : whole;
  if (reading === null && /^(?:https?|wss?):\/\//i.test(text)) return identifyEndpoint(known, text);
  return answerOf(known, reading, site);
}

/** `my-server:qwen3-coder`: a user's own name for who serves it, where a model is expected; not a name and its tag. */
function readBehind(known: Known, text: string, site: Site): Reading | null {
  const own = site.any ? OWN_PROVIDER.exec(text)?.[1] : undefined;
  return own === undefined ? null : readName(known, own, site);
}

const OWN_PROVIDER = /^[a-z][a-z\d]{0,20}(?:[-_][a-z\d]{1,20}){1,4}:([a-z][\w.]{1,40}[-\d][\w./-]{0,80})$/i;

/** `house/name` at the address that the user calls `house`: nobody's name on a hub. */
function withoutProvider(known: Known, text: string, { provider, endpoint }: IdentifyContext): string {
  const isOwn = provider != null && endpoint != null && text.startsWith(`${provider}/`) && known.places.named(provider) === null;
  return isOwn ? text.slice(provider.length + 1) : text;
}

/** `MINIMAX_TTS_MODEL`: whose names are written there, though not who is asked. */
function keyVendorOf(known: Known, key: string): string | null {
  const word = /^([a-z]{4,12})(?:_[a-z\d]{2,20}){0,3}_model(?:_(?:id|name))?$/i.exec(key)?.[1];
  return word === undefined ? null : (known.places.named(word)?.facts.vendor ?? null);
}

/** `provider: qwen`: who serves them it does not say, but how their names are written. */
function familyVendorOf(known: Known, provider: string | null | undefined): string | null {
  return provider == null || known.places.named(provider) !== null ? null : known.names.vendorOf(provider.toLowerCase());
}

/** With nothing beside it, a host of a vendor's interface, with or without scheme and path. */
function isServer(known: Known, text: string, { platform, provider }: IdentifyContext): boolean {
  if (platform != null || provider != null || !/^(?:[a-z]{2,5}:\/\/)?[\w-]+(?:\.[\w-]+){1,8}(?:[:/]|$)/i.test(text)) return false;
  const place = hostOf(text);
  const host = place === null ? null : known.host(place.host, place.path || '/');
  return host !== null && host.vendor !== null && host.purpose === 'api';
}

export function identifyReference(catalog: Catalog, reference: Reference): Identity {
  return answerTo(catalog, questionOf(reference));
}

/** The same for one scan: a tree says few things many times, and what was asked before is not worked out again. */
export function identifier(catalog: Catalog): (reference: Reference) => Identity {
  const answers = new Map<string, Identity>();
  return (reference) => {
    const key = reference.kind === 'package' ? packageKey(reference) : JSON.stringify(questionOf(reference));
    const before = answers.get(key);
    if (before !== undefined) return before;
    const answer = identifyReference(catalog, reference);
    answers.set(key, answer);
    return answer;
  };
}

/** Most of what a tree says is its packages: of those, what they are asked for by and who brought them in changes no answer. */
function packageKey({ ecosystem, name, version, as }: PackageReference): string {
  return `package ${ecosystem}\0${name}\0${version}\0${as}`;
}

/** All that an answer depends on: where something stands is not in it, apart from what the place expects. */
type Question = WithoutPlace<Reference> & { readonly expected: boolean; readonly key: string | null; readonly framing: boolean };
type WithoutPlace<T> = T extends Reference ? Omit<T, 'evidence'> : never;

function questionOf({ evidence, ...asked }: Reference): Question {
  if (asked.kind !== 'model') return { ...asked, expected: false, key: null, framing: false };
  const expected = expectsModel(evidence);
  return {
    ...asked,
    endpoint: !expected && isLabel(evidence) ? null : asked.endpoint,
    expected,
    key: expected ? lastKey(evidence.route) : null,
    framing: asked.call === null && isFraming(asked.name, evidence),
  };
}

function expectsModel({ context, route }: Evidence): boolean {
  if (context === 'text' || context === 'comment') return false;
  return /model|checkpoint|engine|llm|(?:^|_)(?:ai|chat|embeddings?|rerank(?:er)?|tts|vision)_?provider$/i.test(lastKey(route));
}

/** `"tokenizer": "Qwen"` in a catalogue describes how text is cut or framed; a path there would be one of weights. */
function isFraming(name: string, { route }: Evidence): boolean {
  return /^(?:tokenizer|instruct_type)$/.test(lastKey(route)) && !name.includes('/');
}

/** What an entry calls itself is not sent to the URL beside it, unless the entry is one of a list of models. */
function isLabel({ context, route }: Evidence): boolean {
  if (context !== 'entry' && context !== 'value') return false;
  const around = route.slice(0, -1);
  return (
    /^(?:[a-z_]{0,20}id|key|name|slug|label|title|parser|type|icon|description)$/i.test(lastKey(route)) &&
    !/model|llm/i.test(lastKey(around))
  );
}

function lastKey(route: readonly string[]): string {
  return route.findLast((key) => !/^\[?\d{1,6}\]?$/.test(key)) ?? '';
}

function answerTo(catalog: Catalog, question: Question): Identity {
  const known = knownOf(catalog);
  switch (question.kind) {
    case 'endpoint':
      return identifyEndpoint(known, question.url);
    case 'package':
      return identifyPackage(known, question.name, question);
    case 'credential':
      return identifyCredential(known, question);
    case 'artefact':
      return identifyArtefact(known, question);
    case 'model': {
      if (question.framing) return unknown('the kind of a tokenizer or prompt says nothing about the weights');
      const answer = identify(catalog, question.name, question);
      return question.partial ? partly(answer) : answer;
    }
    default:
      return unknown('nothing is known about this kind of reference');
  }
}

/** Some of the name is computed at run time: its owner or family may stand, its model does not. */
function partly(answer: Identity): Identity {
  if (answer.outcome !== 'identified' || answer.certainty === 'ambiguous') return answer;
  return { ...answer, certainty: 'weak', because: `${answer.because}; part of the name is computed at run time` };
}
