// What the commands ask of the rest of waybill, one function each.
import type { Identity, Rule } from '../model.ts';
import type { ScanOptions, ScanOutcome } from '../scan.ts';

/** Something wrong in a file of rules or facts. */
export interface Problem {
  /** `file:line` or the entry's name. */
  readonly where: string;
  readonly message: string;
}

/** What was checked, in words, and what is wrong with it. */
export interface CheckOutcome {
  readonly checked: string;
  readonly problems: readonly Problem[];
}

export type Identifier = (name: string) => Identity;

export interface Stages {
  readonly scan: (options: ScanOptions) => Promise<ScanOutcome>;
  readonly rules: (rulesDirs: readonly string[]) => Promise<readonly Rule[]>;
  readonly checkRules: (directory: string | null) => Promise<CheckOutcome>;
  readonly explain: (rule: string, rulesDirs: readonly string[]) => Promise<string>;
  /** `platform`: whose spelling the names have. */
  readonly identifier: (rulesDirs: readonly string[], platform: string | null) => Promise<Identifier>;
  readonly checkKnowledge: (directory: string | null) => Promise<CheckOutcome>;
}
