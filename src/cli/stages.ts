// What the commands ask of the rest of waybill, one function each.
import type { Identity, Level, Rule, ScanReport } from '../model.ts';

export interface ScanRequest {
  readonly paths: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly rulesDirs: readonly string[];
  readonly configFile: string | null;
  readonly baselineFile: string | null;
  /** ISO date. */
  readonly today: string;
  readonly onProgress: ((done: number, total: number) => void) | null;
}

/** `failOn`: the threshold that the configuration names. */
export interface ScanOutcome {
  readonly report: ScanReport;
  readonly failOn: Level;
}

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

export type Identifier = (name: string, platform: string | null) => Identity;

export interface Stages {
  readonly scan: (request: ScanRequest) => Promise<ScanOutcome>;
  readonly rules: (rulesDirs: readonly string[]) => Promise<readonly Rule[]>;
  readonly checkRules: (directory: string | null) => Promise<CheckOutcome>;
  readonly explain: (rule: string, rulesDirs: readonly string[]) => Promise<string>;
  readonly identifier: (rulesDirs: readonly string[]) => Promise<Identifier>;
  readonly describe: (identity: Identity) => Promise<string>;
  readonly checkKnowledge: (directory: string | null) => Promise<CheckOutcome>;
}
