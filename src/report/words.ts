// How the report says what the model holds. One word for one thing in every format.
import type { Evidence, Exposure, Level, LineageStep, Relation, Term } from '../model.ts';

export const levels: readonly Level[] = ['error', 'warning', 'note', 'none'];

/** The word that stands before a finding. */
export const levelWord: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'note', none: 'info' };

export const relationWords: Readonly<Record<Relation, string>> = {
  same: 'the same weights as',
  alias: 'alias of',
  finetune: 'fine-tune of',
  quantized: 'quantization of',
  adapter: 'adapter on',
  merge: 'merge of',
  distilled: 'distilled from',
  'architecture-only': 'the same architecture as',
  'served-by': 'served by',
  fallback: 'falls back to',
};

export const exposureWord: Readonly<Record<Exposure, string>> = {
  api: 'API',
  weights: 'weights',
  package: 'package',
  credential: 'credential',
  artefact: 'model file',
  unknown: 'unknown',
};

export const factorWord: Readonly<Record<Term['factor'], string>> = {
  D: 'data path',
  W: 'weights',
  X: 'code',
  L: 'designation',
  K: 'licence',
  E: 'usage',
  C: 'certainty',
};

/** Who says that this arrow is true. */
export function witness({ attestedBy, evidence, source }: LineageStep): string {
  if (evidence !== null) return placeOf(evidence);
  return source === null ? attestedBy : `${attestedBy}: ${source}`;
}

export function placeOf({ path, region }: Evidence): string {
  return region === null ? path : `${path}:${region.startLine}`;
}

/** `1 file`, `2 files`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${thousands(number)} ${number === 1 ? one : many}`;
}

/** With commas: the same in every locale. */
export function thousands(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
