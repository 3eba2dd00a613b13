// An identity as one flat object, for lines of JSON and for people.
import type { Identity } from '../model.ts';

export interface DescribedIdentity {
  readonly name: string;
  readonly vendor: string | null;
  readonly family: string | null;
  readonly families: readonly string[];
  readonly outcome: Identity['outcome'];
  readonly certainty: Identity['certainty'];
  readonly operator: string | null;
  readonly location: Identity['location'];
  readonly provenance: Identity['provenance'];
  readonly exposure: Identity['exposure'];
  readonly because: string;
  readonly facts: readonly string[];
}

export function describeIdentity(name: string, identity: Identity): DescribedIdentity {
  const { vendor, family, families, outcome, certainty, location, provenance, exposure, because } = identity;
  const operator = identity.operator?.name ?? identity.gateway?.name ?? null;
  const facts = identity.facts.map((fact) => fact.id);
  return { name, vendor, family, families, outcome, certainty, operator, location, provenance, exposure, because, facts };
}

/** One line for people: the name, what it is, and why. */
export function identityText({ name, vendor, family, outcome, certainty, because }: DescribedIdentity): string {
  if (outcome === 'unknown') return `${name}: unknown (${because})`;
  const what = outcome === 'indeterminate' ? 'indeterminate' : [vendor, family].filter((part) => part !== null).join(' / ');
  return `${name}: ${what}, ${certainty} (${because})`;
}
