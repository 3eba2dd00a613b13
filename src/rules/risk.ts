// A judgement as it is written in `rules/risks/<class>.yaml`: the file's name is the class.
import type { Aspect } from '../score/factors.ts';
import type { Conditions } from './match.ts';

/** A case is a test and an example: `«…»` marks what must be found; one without a mark must find nothing. */
export interface RiskCase {
  readonly name: string;
  /** Path to text. */
  readonly files: Readonly<Record<string, string>>;
  readonly line: number;
}

/** Which vendors have a rule of this class. */
export const criteria = [
  'always',
  'nobody',
  'mainland-servers',
  'other-servers',
  'keys',
  'packages',
  'agent-packages',
  'malicious-packages',
] as const;
export type Criterion = (typeof criteria)[number];

export const aspects: readonly Aspect[] = ['origin', 'remote-code', 'pinning'];

export interface Risk {
  readonly class: string;
  /** As the user knows it (`rules/risks/<class>.yaml`), for messages about the file itself. */
  readonly path: string;
  readonly title: string;
  /** Every subject has one primary class; an additional class says something further about the same subject. */
  readonly additional: boolean;
  readonly vendors: Criterion;
  readonly aspect: Aspect;
  /** Alternatives: one of them must hold. */
  readonly when: readonly Conditions[];
  /** None of them may hold. */
  readonly unless: readonly Conditions[];
  /** What a usual hit looks like where `when` leaves a choice: the rule's severity is its score. */
  readonly typical: Conditions;
  readonly message: string;
  /** What is said instead where a text or a comparison only names it. */
  readonly mention: string | null;
  readonly why: string;
  readonly fix: string;
  readonly tags: readonly string[];
  readonly references: readonly string[];
  readonly since: string;
  readonly cases: readonly RiskCase[];
}
