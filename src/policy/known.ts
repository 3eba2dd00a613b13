// Names that a policy may use. One that nothing is called never holds, and whoever wrote it believes that it does.
import type { Rule } from '../model.ts';
import { nearest } from '../util/nearest.ts';

export interface Known {
  readonly vendors: readonly string[];
  /** Ids and classes. */
  readonly rules: readonly string[];
}

/** What the loaded rules are about. */
export function knownFrom(rules: readonly Pick<Rule, 'id' | 'class' | 'vendor'>[]): Known {
  return {
    vendors: [...new Set(rules.map(({ vendor }) => vendor))].sort(),
    rules: [...new Set(rules.flatMap((rule) => [rule.id, rule.class]))].sort(),
  };
}

/** The next step for a name that nothing is called; null for one that is known. */
export function correction(kind: 'vendor' | 'rule', name: string, { vendors, rules }: Known): string | null {
  const names = kind === 'vendor' ? vendors : rules;
  if (names.includes(name)) return null;
  const near = nearest(name, names);
  if (near !== null) return `did you mean ${near}?`;
  return kind === 'vendor' ? `use one of ${vendors.join(', ')}` : '`waybill rules list` shows the rules';
}
