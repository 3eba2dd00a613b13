// Where models are served or kept, compiled for lookup by what a configuration, a call, a URL or the name itself says.
import type { Fact } from '../model.ts';
import { lazily } from '../util/lazily.ts';
import { cite } from './fact.ts';
import type { PlatformFacts } from './facts.ts';

export interface Platform {
  readonly facts: PlatformFacts;
  readonly fact: Fact;
  readonly prefixes: readonly RegExp[];
  readonly suffixes: readonly RegExp[];
  readonly spelling: readonly (readonly [RegExp, string])[];
  readonly opaque: readonly RegExp[];
  readonly models: ReadonlyMap<string, PlatformFacts['models'][number]>;
}

export interface Platforms {
  readonly all: readonly Platform[];
  /** By a provider's name as written beside a model (`openrouter`, `@ai-sdk/groq`, `ChatOllama`) or the platform's id. */
  readonly named: (name: string) => Platform | null;
  /** By the call or command that takes the name. */
  readonly calledBy: (call: string) => Platform | null;
  /** By the host of a URL and its path. */
  readonly atHost: (host: string, path?: string) => Platform | null;
  readonly byId: (id: string) => Platform | null;
  /** By a name that no other platform writes. */
  readonly shapedLike: (lowered: string) => Platform | null;
  /** False only if no platform can be told from the name alone. */
  readonly mayMatch: (lowered: string) => boolean;
  /** Whether routers write this word before the slash: then it is an owner, and not necessarily the provider of that name. */
  readonly isSlug: (word: string) => boolean;
  /** Names that hide their weights, of all platforms that are no vendor's. */
  readonly hidden: (lowered: string) => readonly (readonly [Platform, PlatformFacts['models'][number]])[];
}

export function compilePlatforms(list: readonly PlatformFacts[], platformAt: (host: string, path: string) => string | null): Platforms {
  const all = list.map(compiled);
  const named = new Map(all.flatMap((platform) => [platform.facts.id, ...platform.facts.aliases].map((name) => [folded(name), platform])));
  const calls = new Map(all.flatMap((platform) => platform.facts.calls.map((call) => [call.toLowerCase(), platform] as const)));
  const ids = new Map(all.map((platform) => [platform.facts.id, platform]));
  const shapes = all.flatMap((platform) => (platform.facts.grammar.shapes ?? []).map((shape) => [anchored(shape), platform] as const));
  const anyShape = new RegExp(shapes.length === 0 ? '(?!)' : shapes.map(([shape]) => shape.source).join('|'));
  const hidden = hiddenNames(all);
  const slugs = new Set(all.filter(({ facts }) => facts.kind === 'router').flatMap(({ facts }) => facts.grammar.examples.map(slugOf)));
  return {
    all,
    named: (name) => named.get(folded(name)) ?? null,
    calledBy: (call) => lastOf(calls, call),
    atHost: (host, path = '/') => ids.get(platformAt(host, path) ?? '') ?? null,
    byId: (id) => ids.get(id) ?? null,
    shapedLike: (lowered) => shapes.find(([shape]) => shape.test(lowered))?.[1] ?? null,
    mayMatch: (lowered) => anyShape.test(lowered) || hidden.has(lowered.slice(lowered.lastIndexOf('/') + 1)),
    isSlug: (word) => slugs.has(word.toLowerCase()),
    hidden: (lowered) => hidden.get(lowered) ?? [],
  };
}

/** Most platforms are never asked about, so their patterns are made when the first name is read. */
function compiled(facts: PlatformFacts): Platform {
  const { prefixes, suffixes, spelling } = facts.grammar;
  const made = {
    prefixes: lazily(() => prefixes.map((prefix) => new RegExp(`^(?:${prefix})`, 'i'))),
    suffixes: lazily(() => suffixes.map((suffix) => new RegExp(`(?:${suffix})$`, 'i'))),
    spelling: lazily(() => spelling.map(([from, to]) => [new RegExp(from, 'gi'), to] as const)),
    opaque: lazily(() => facts.opaque.map(({ pattern }) => anchored(pattern))),
  };
  return {
    facts,
    fact: cite(`platforms/${facts.id}`, `${facts.name} is operated by ${facts.operator.name}`, facts),
    get prefixes() {
      return made.prefixes();
    },
    get suffixes() {
      return made.suffixes();
    },
    get spelling() {
      return made.spelling();
    },
    get opaque() {
      return made.opaque();
    },
    models: new Map(facts.models.map((model) => [model.name.toLowerCase(), model])),
  };
}

function slugOf(example: string): string {
  return example.slice(0, Math.max(0, example.indexOf('/')));
}

function anchored(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}

/** `together_ai`, `together-ai` and `TogetherAI` are one name. */
function folded(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]/g, '');
}

function lastOf(calls: ReadonlyMap<string, Platform>, call: string): Platform | null {
  const whole = call.toLowerCase();
  const segments = whole.split(/[.:]/);
  const tails = segments.map((_, index) => segments.slice(index).join('.'));
  for (const tail of [whole, ...tails]) {
    const platform = calls.get(tail);
    if (platform !== undefined) return platform;
  }
  return null;
}

function hiddenNames(all: readonly Platform[]): ReadonlyMap<string, (readonly [Platform, PlatformFacts['models'][number]])[]> {
  const hidden = new Map<string, (readonly [Platform, PlatformFacts['models'][number]])[]>();
  for (const platform of all) {
    for (const [name, model] of platform.models) {
      const entries = hidden.get(name) ?? [];
      hidden.set(name, [...entries, [platform, model] as const]);
    }
  }
  return hidden;
}

/** Names in mixed case without an owner are how it writes all of them, so what stands before one is the platform. */
export function writesBare({ facts }: Platform): boolean {
  return facts.grammar.examples.length > 0 && facts.grammar.examples.every((example) => /^[A-Z][^/]*$/.test(example));
}
