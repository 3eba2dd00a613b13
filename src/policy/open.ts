// What a policy is, and the one that holds where nobody wrote any.
import type { Exposure, Level, Usage, Verdict } from '../model.ts';
import type { PathTest } from '../util/glob.ts';

export interface Policy {
  /** The file as the user knows it, or null where there is none. */
  readonly path: string | null;
  /** The least level that makes a scan fail; `none`: nothing does. */
  readonly failOn: Level;
  readonly allow: readonly Statement[];
  readonly deny: readonly Statement[];
  readonly suppressions: readonly Suppression[];
  /** Whether comments in the scanned files may suppress; a policy from outside may forbid it. */
  readonly inline: boolean;
  /** Fingerprints of an earlier report. */
  readonly baseline: ReadonlySet<string>;
}

/** Which findings are meant: all that is written must hold, and of each list one. */
export interface Statement {
  readonly vendor: readonly string[];
  /** Ids of rules, or their classes. */
  readonly rule: readonly string[];
  readonly exposure: readonly Exposure[];
  readonly usage: readonly Usage[];
  /** null: any path. */
  readonly path: PathTest | null;
  readonly reason: string | null;
  /** What denial means for the score; `none` for what is allowed. */
  readonly verdict: Verdict;
  readonly line: number;
}

export interface Suppression {
  readonly rule: string;
  /** null where a fingerprint says it. */
  readonly path: PathTest | null;
  readonly fingerprint: string | null;
  readonly reason: string;
  readonly owner: string;
  /** ISO date; the last day on which it holds. */
  readonly expires: string;
  readonly line: number;
}

/** Nothing is allowed, denied or suppressed. */
export const openPolicy: Policy = {
  path: null,
  failOn: 'warning',
  allow: [],
  deny: [],
  suppressions: [],
  inline: true,
  baseline: new Set(),
};
