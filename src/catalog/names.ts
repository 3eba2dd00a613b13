// The grammars of model names: families of all vendors compiled for one question, "whose name is this?".
import type { Certainty, Fact } from '../model.ts';
import { lazily } from '../util/lazily.ts';
import { cite } from './fact.ts';
import type { FamilyFacts, ModelFacts, NamePattern, OwnerFacts, VendorFacts } from './facts.ts';

/** What stands beside a name: the vendors whose platform, host, kit or owner name it, and whether a model is expected there at all. */
export interface Clue {
  readonly vendors: readonly string[];
  readonly model: boolean;
}

export interface NameMatch {
  readonly vendor: string;
  readonly family: string;
  /** The family as a person says it. */
  readonly name: string;
  /** All families whose weights are inside, the name's own first. */
  readonly families: readonly string[];
  readonly certainty: Certainty;
  /** The family's word stands inside somebody else's name. */
  readonly derived: boolean;
  /** No weights were published under such names. */
  readonly service: boolean;
  /** The pattern would not have been believed without its context. */
  readonly leaned: boolean;
  readonly fact: Fact;
}

export interface OwnerMatch {
  readonly vendor: string;
  readonly owner: OwnerFacts;
  readonly fact: Fact;
}

export interface ModelMatch {
  readonly vendor: string;
  readonly model: ModelFacts;
  readonly fact: Fact;
}

export interface Names {
  readonly match: (name: string, clue: Clue) => NameMatch | null;
  readonly owner: (name: string) => OwnerMatch | null;
  /** The vendor of a family, or null. */
  readonly vendorOf: (family: string) => string | null;
  /** False only if no name that any grammar knows without a vendor beside it is inside the text. */
  readonly mayMatch: (lowered: string) => boolean;
  /** What is known of exactly this name, lower case. */
  readonly model: (name: string) => ModelMatch | null;
  readonly literals: readonly string[];
}

interface Grammar {
  readonly vendor: string;
  readonly facts: FamilyFacts;
  readonly patterns: () => readonly (readonly [RegExp, NamePattern])[];
  /** The family's literals that can stand in a name without its owner. */
  readonly words: readonly string[];
  readonly fact: Fact;
}

interface Claim {
  readonly grammar: Grammar;
  readonly pattern: NamePattern;
  readonly rank: number;
}

const CERTAINTY_RANK = { exact: 3, strong: 2, weak: 1 } as const;
/**
 * Snake case without any of the marks of a model id (`qwen2_vl` is an architecture, `qwen3_coder` a parser), and dotted names of
 * code (`self.is_deepseek_r1`).
 */
const IDENTIFIER = /^(?:[a-z0-9]+(?:_[a-z0-9]+){1,12}|[a-z_][a-z0-9_]{0,60}(?:\.[a-z_][a-z0-9_]{2,60}){1,12})$/;

/** A file of weights is no identifier, however it is spelled. */
const WEIGHTS_FILE = /\.(?:gguf|safetensors|pth|pt|ckpt|onnx)$/;

export function compileNames(vendors: readonly VendorFacts[]): Names {
  const grammars = vendors.flatMap((vendor) => vendor.families.map((family) => grammarOf(vendor, family)));
  const families = new Map(grammars.map(({ facts, vendor }) => [facts.id, vendor]));
  const owners = new Map(vendors.flatMap((vendor) => ownersOf(vendor)));
  const models = new Map(vendors.flatMap((vendor) => modelsOf(vendor)));
  const literals = [...new Set(grammars.flatMap(({ facts }) => facts.literals))].sort();
  const any = literals.length === 0 ? /(?!)/ : new RegExp(literals.map(escaped).join('|'));
  return {
    match: (name, clue) => best(claimsOf(grammars, name, clue), name),
    vendorOf: (family) => families.get(family) ?? null,
    owner: (name) => owners.get(name.toLowerCase()) ?? null,
    model: (name) => models.get(name) ?? null,
    mayMatch: (lowered) => any.test(lowered),
    literals,
  };
}

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

function grammarOf(vendor: VendorFacts, facts: FamilyFacts): Grammar {
  const patterns = lazily(() => facts.patterns.map((pattern) => [new RegExp(`^(?:${pattern.pattern})$`), pattern] as const));
  const fact = cite(`names/${vendor.id}#families/${facts.id}`, `${facts.name} is a model family of ${vendor.name}`, facts);
  return { vendor: vendor.id, facts, patterns, words: facts.literals.filter((literal) => !literal.includes('/')), fact };
}

function ownersOf(vendor: VendorFacts): [string, OwnerMatch][] {
  return (vendor.owners ?? []).map((owner) => {
    const fact = cite(`names/${vendor.id}#owners/${owner.name}`, `${owner.name}/ is an owner name of ${vendor.name}`, owner);
    return [owner.name.toLowerCase(), { vendor: vendor.id, owner, fact }];
  });
}

function modelsOf(vendor: VendorFacts): [string, ModelMatch][] {
  return vendor.models.map((model) => {
    const says = model.retired === undefined ? `${model.name} is a model of ${vendor.name}` : `${model.name} was retired ${model.retired}`;
    return [model.name.toLowerCase(), { vendor: vendor.id, model, fact: cite(`names/${vendor.id}#models/${model.name}`, says, model) }];
  });
}

function claimsOf(grammars: readonly Grammar[], name: string, clue: Clue): Claim[] {
  const identifier = isIdentifier(name);
  const claims: Claim[] = [];
  for (const grammar of grammars) {
    const beside = clue.vendors.includes(grammar.vendor);
    if (!beside && !grammar.words.some((word) => name.includes(word))) continue;
    for (const [shape, pattern] of grammar.patterns()) {
      if (isHeard(pattern, { beside, identifier, model: clue.model }) && shape.test(name))
        claims.push({ grammar, pattern, rank: rankOf(pattern) });
    }
  }
  return claims;
}

function isIdentifier(name: string): boolean {
  return IDENTIFIER.test(name) && !WEIGHTS_FILE.test(name);
}

/** Whether what stands beside the name is enough for the pattern to be believed. */
function isHeard(pattern: NamePattern, { beside, identifier, model }: { beside: boolean; identifier: boolean; model: boolean }): boolean {
  if (beside) return true;
  if (pattern.needs === 'vendor-context') return false;
  return model || (pattern.needs === undefined && !identifier);
}

/** The word at the head beats the word inside, then certainty counts. */
function rankOf(pattern: NamePattern): number {
  return CERTAINTY_RANK[pattern.certainty] + (pattern.derived === true ? 0 : 4);
}

function best(claims: readonly Claim[], name: string): NameMatch | null {
  const sorted = [...claims].sort((a, b) => b.rank - a.rank);
  const first = sorted[0];
  if (first === undefined) return null;
  const { grammar, pattern } = first;
  const own = claims.filter((claim) => claim.grammar === grammar);
  const rival = sorted.find((claim) => claim.grammar.vendor !== grammar.vendor && claim.rank === first.rank);
  const leaned = own.every((claim) => claim.pattern.needs !== undefined);
  return {
    vendor: grammar.vendor,
    family: grammar.facts.id,
    name: grammar.facts.name,
    families: familiesOf(sorted, own),
    certainty: rival === undefined ? (isIdentifier(name) ? 'weak' : pattern.certainty) : 'ambiguous',
    derived: pattern.derived === true,
    service: grammar.facts.weights === 'api' || own.some((claim) => claim.pattern.service === true && claim.pattern.derived !== true),
    leaned,
    fact: grammar.fact,
  };
}

/** A family that only leans on its context says nothing about what else is inside. */
function familiesOf(sorted: readonly Claim[], own: readonly Claim[]): string[] {
  const others = sorted.filter((claim) => claim.pattern.needs !== 'vendor-context').map((claim) => claim.grammar.facts.id);
  return [...new Set([...own.map((claim) => claim.grammar.facts.id), ...own.flatMap((claim) => claim.pattern.also ?? []), ...others])];
}
