// Whose variable or key it is. Names are compared word by word, whatever stands between the words: `EXPO_PUBLIC_DEEPSEEK_API_KEY`,
// `deepSeekApiKey` and `DEEP_SEEK_APIKEY` say the same.
import type { CredentialShape, Fact } from '../model.ts';
import { cite, groupBy } from './fact.ts';
import type { KeyFacts, Knowledge, Sourced, VariableFacts, VendorFacts } from './facts.ts';

export interface VariableMatch {
  readonly vendor: string;
  readonly kind: VariableFacts['kind'];
  readonly certainty: VariableFacts['certainty'];
  readonly fact: Fact;
}

export interface KeyMatch {
  readonly vendor: string;
  readonly fact: Fact;
}

export interface Credentials {
  readonly variable: (name: string) => VariableMatch | null;
  /** `context` holds the vendors that the name or the host beside the value speaks of. */
  readonly keyShape: (shape: CredentialShape, context?: readonly string[]) => KeyMatch | null;
}

type Owned<T> = readonly [VendorFacts, T & Sourced];

interface Pattern {
  readonly core: string;
  readonly open: { readonly before: boolean; readonly after: boolean };
  readonly owned: Owned<VariableFacts>;
}

const LONGEST_NAME = 120;
/** Patterns are looked up by their first letters. */
const LEAD = 4;

export function indexCredentials(knowledge: Knowledge): Credentials {
  const variables = knowledge.vendors.flatMap((vendor) => vendor.variables.map((item) => [vendor, item] as const));
  const exact = groupBy(variables, ([, item]) => item.name);
  const patterns = groupBy(variables.map(patternOf), ({ core }) => core.slice(0, LEAD));
  const keys = knowledge.vendors.flatMap((vendor) => vendor.keys.map((item) => [vendor, item] as const));
  return {
    variable: (name) => {
      if (name.length > LONGEST_NAME) return null;
      const [literal] = exact.get(name) ?? [];
      if (literal) return variableMatch(literal, literal[1].certainty);
      const words = wordsOf(name);
      const plain = words.map(withoutVersion).filter(isNoVersion);
      // Of a word that is also another's, a short name says too little.
      const mayBeKey = ([word = '', ...more]: readonly string[]) =>
        more.length > 0 || longestInside(patterns, [word, 'KEY'])?.owned[1].certainty === 'strong';
      const pattern = longestInside(patterns, words) ?? longestInside(patterns, plain) ?? longestInside(patterns, turned(plain));
      if (!pattern) return mayBeKey(plain) ? bareMatch(longestInside(patterns, keyed(plain))) : null;
      // Another spelling of a known name is strong at best.
      return variableMatch(pattern.owned, pattern.owned[1].certainty === 'weak' ? 'weak' : 'strong');
    },
    keyShape: (shape, context = []) => {
      const fitting = keys.filter(([, key]) => fitsKey(shape, key));
      const found = fitting.find(([vendor]) => context.includes(vendor.id)) ?? fitting.find(([, key]) => !key.needsContext);
      return found ? keyMatch(found) : null;
    },
  };
}

/** Upper-case words: at separators, at the hump of camel case, and plural as singular. */
export function wordsOf(name: string): string[] {
  const parts = name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .split(/[^A-Za-z\d]{1,20}/);
  return parts.filter((part) => part !== '').map((part) => part.toUpperCase().replace(/^(KEY|URL|MODEL|APIKEY)S$/, '$1'));
}

/** `MINIMAX_M2_KEY`, `QWEN3_API_KEY`, `DEEPSEEK_PROD_API_KEY`: which of the vendor's models or accounts it is for changes nothing. */
const VERSION =
  /^(?:[VKMRH]\d{1,2}|\d{1,2}|CHAT|CODER?|VL|MAX|PLUS|TURBO|REASONER|LLM|AI|MODEL|APPS?|PROD|PRODUCTION|DEV|STAGING|TEST|CN|INTL|GLOBAL|US|EU|EMBEDDINGS?|EMBED|RERANK|VISION|PRIMARY|SECONDARY|BACKUP|DEFAULT|MAIN)$/;

function isNoVersion(word: string): boolean {
  return !VERSION.test(word);
}

/** `API_KEY_KIMI`: the one word behind the key says whose it is. */
function turned(words: readonly string[]): readonly string[] {
  const last = words.at(-1);
  const isBehind = last !== undefined && /^(?:KEY|TOKEN|APIKEY)$/.test(words.at(-2) ?? '');
  if (!isBehind) return [];
  const cut = words.length - (words.at(-3) === 'API' ? 3 : 2);
  return [last, ...words.slice(cut, -1)];
}

/** `KIMI_TOKEN`, `QWEN_ACCESS_TOKEN`, `DEEPSEEK_API` and, where a key is asked for, `DEEPSEEK`. */
function keyed(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1 && /^(?:API|ACCESS|AUTH|BEARER|TOKEN|SECRET|KEY|CREDENTIAL|APITOKEN|APISECRET)$/.test(words[end - 1] ?? '')) end--;
  // Of three letters, too many have a key; a key and a secret for access are those of a whole cloud.
  if (words.slice(0, end).join('').length < 4 || /^(?:KEY|SECRET)$/.test(words[words.lastIndexOf('ACCESS') + 1] ?? '')) return [];
  return words.length === 1 || end < words.length ? [...words.slice(0, end), 'API', 'KEY'] : [];
}

function bareMatch(pattern: Pattern | null): VariableMatch | null {
  return pattern?.owned[1].kind === 'api-key' ? variableMatch(pattern.owned, 'weak') : null;
}

function withoutVersion(word: string): string {
  return word.replace(/(?<=[A-Z]{4})\d{1,2}$/, '');
}

function patternOf(owned: Owned<VariableFacts>): Pattern {
  const { name } = owned[1];
  const open = { before: name.startsWith('*'), after: name.endsWith('*') };
  return { core: wordsOf(name).join(''), open, owned };
}

/** The longest pattern that the words, written together, hold from the start of a word to the end of a word. */
function longestInside(patterns: ReadonlyMap<string, readonly Pattern[]>, words: readonly string[]): Pattern | null {
  const text = words.join('');
  const ends = new Set([0]);
  let end = 0;
  for (const word of words) {
    end += word.length;
    ends.add(end);
  }
  let longest: Pattern | null = null;
  for (const start of ends) {
    for (const pattern of patterns.get(text.slice(start, start + LEAD)) ?? []) {
      const stop = start + pattern.core.length;
      const fits = text.startsWith(pattern.core, start) && (pattern.open.before || start === 0);
      const closed = pattern.open.after ? ends.has(stop) : stop === text.length;
      if (fits && closed && pattern.core.length > (longest?.core.length ?? 0)) longest = pattern;
    }
  }
  return longest;
}

function variableMatch([vendor, item]: Owned<VariableFacts>, certainty: VariableFacts['certainty']): VariableMatch {
  const says = `${item.name} is a variable for ${vendor.name}`;
  return { vendor: vendor.id, kind: item.kind, certainty, fact: cite(`vendors/${vendor.id}#variables/${item.name}`, says, item) };
}

const ALPHABETS: Readonly<Record<KeyFacts['alphabet'], readonly CredentialShape['alphabet'][]>> = {
  hex: ['hex'],
  alphanumeric: ['hex', 'alphanumeric'],
  base64url: ['hex', 'alphanumeric', 'base64url'],
  other: ['hex', 'alphanumeric', 'base64url', 'other'],
};

/** A separator inside the key may have been taken for the end of its lead, so the lead may be longer than the fact's. */
function fitsKey(shape: CredentialShape, key: KeyFacts): boolean {
  const extra = shape.prefix.length - key.prefix.length;
  if (!shape.prefix.startsWith(key.prefix) || (extra > 0 && key.alphabet !== 'base64url')) return false;
  const length = shape.length + extra;
  return ALPHABETS[key.alphabet].includes(shape.alphabet) && length >= key.minimumLength && length <= key.maximumLength;
}

function keyMatch([vendor, item]: Owned<KeyFacts>): KeyMatch {
  const says = `keys of ${vendor.name} begin with ${item.prefix}`;
  return { vendor: vendor.id, fact: cite(`vendors/${vendor.id}#keys/${item.prefix}`, says, item) };
}
