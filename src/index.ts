/** The public API of waybill. */
export { type Catalog, createCatalog } from './catalog/catalog.ts';
export { type IdentifyContext, identify } from './catalog/identify.ts';
export { loadKnowledge } from './catalog/load.ts';
export { memoryTree, type Tree } from './discover/tree.ts';
export type * from './model.ts';
export { type Format, type ReportOptions, reporters } from './report/index.ts';
export { loadRules, type RuleSet } from './rules/load.ts';
export { type ScanOptions, type ScanOutcome, scan, scanTree, type TreeOptions } from './scan.ts';
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
export { UsageError } from './util/errors.ts';
