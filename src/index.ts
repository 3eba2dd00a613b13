/** The public API of waybill. */
export type * from './model.ts';
export type { Factors } from './score/score.ts';
export { score } from './score/score.ts';
export type {
  CodeArtefact,
  DataPath,
  Designation,
  EvidenceCertainty,
  LicenceConflict,
  UsageClass,
  WeightsAdjustment,
  WeightsControl,
} from './score/table.ts';
