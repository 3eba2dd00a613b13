// One formula, every step printable. The score is the same for everybody; a verdict comes
// from the profile that the user chose, and can only raise it.
import type { Band, Level, Score, Term, Verdict } from '../model.ts';
import * as table from './table.ts';

/** What the score is computed from: one key a factor, each from its closed set in the table. */
export interface Factors {
  readonly D: table.DataPath;
  readonly W: table.WeightsControl;
  readonly Wadj?: readonly table.WeightsAdjustment[];
  readonly X: table.CodeArtefact;
  readonly L?: table.Designation;
  readonly K?: table.LicenceConflict;
  readonly E: table.UsageClass;
  readonly C: table.EvidenceCertainty;
  readonly policy?: Verdict;
}

const MODIFIER_CAP = 0.8;
/** A malicious package runs when it is installed, wherever its name stands. */
const MALICIOUS_MINIMUM_USAGE = 0.95;
/** A policy speaks about what is in use, not about tests and documentation. */
const POLICY_MINIMUM_USAGE = 0.8;

const floorOf: Readonly<Record<Verdict, number>> = { none: 0, review: 4, restricted: 7, prohibited: 9.5 };
const levelOf: Readonly<Record<Band, Level>> = { none: 'none', low: 'note', medium: 'warning', high: 'error', critical: 'error' };

/** Scores one subject, with a term for each factor. */
export function score(factors: Factors): Score {
  const D = table.dataPath[factors.D];
  const W = weightsValue(factors);
  const X = table.codeArtefact[factors.X];
  const L = designationValue(factors);
  const K = licenceValue(factors);
  const E = usageValue(factors);
  const C = table.evidenceCertainty[factors.C];
  const base = Math.min(10, 0.9 * Math.max(D, W, X) + 0.1 * (D + W + X) + L + K);
  const value = belowTheEdge(Math.max(round(base * E * C, 1), floor(factors, E)));
  const band = bandOf(value);
  return { score: value, base: round(base, 2), band, level: levelOf[band], terms: termsOf(factors, { D, W, X, L, K, E, C }) };
}

/** A score as a verdict raises it afterwards: never lower, and only where something is in use. */
export function raised(from: Score, verdict: Verdict): Score {
  const usage = from.terms.find(({ factor }) => factor === 'E')?.value ?? 1;
  const value = Math.max(from.score, usage >= POLICY_MINIMUM_USAGE ? floorOf[verdict] : 0);
  const band = bandOf(value);
  return { ...from, score: value, band, level: levelOf[band] };
}

function weightsValue({ W, Wadj = [] }: Factors): number {
  const start: number = table.weightsControl[W];
  if (start === 0) return 0;
  return clamp(
    Wadj.reduce<number>((sum, key) => sum + table.weightsAdjustment[key], start),
    0,
    10,
  );
}

function designationValue({ L = 'none' }: Factors): number {
  return Math.min(MODIFIER_CAP, table.designation[L]);
}

function licenceValue({ K = 'none-or-permissive' }: Factors): number {
  return Math.min(MODIFIER_CAP, table.licenceConflict[K]);
}

function usageValue({ E, X }: Factors): number {
  const value = table.usageClass[E];
  return X === 'known-malicious-or-typosquat-package' ? Math.max(value, MALICIOUS_MINIMUM_USAGE) : value;
}

function floor({ policy = 'none' }: Factors, usage: number): number {
  return usage >= POLICY_MINIMUM_USAGE ? floorOf[policy] : 0;
}

/** GitHub calls a severity "over 9.0" critical and "7.0 to 8.9" high: exactly 9.0 has no band. */
function belowTheEdge(value: number): number {
  return value === 9 ? 8.9 : value;
}

function bandOf(value: number): Band {
  if (value > 9) return 'critical';
  if (value >= 7) return 'high';
  if (value >= 4) return 'medium';
  return value > 0 ? 'low' : 'none';
}

function termsOf(factors: Factors, values: Readonly<Record<Term['factor'], number>>): Term[] {
  const weights = [factors.W, ...(factors.Wadj ?? [])].join(' + ');
  return [
    { factor: 'D', key: factors.D, value: values.D },
    { factor: 'W', key: weights, value: values.W },
    { factor: 'X', key: factors.X, value: values.X },
    { factor: 'L', key: factors.L ?? 'none', value: values.L },
    { factor: 'K', key: factors.K ?? 'none-or-permissive', value: values.K },
    { factor: 'E', key: factors.E, value: values.E },
    { factor: 'C', key: factors.C, value: values.C },
  ];
}

function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
