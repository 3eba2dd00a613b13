// The one table behind the score. The values are a judgement, not measured frequencies.
// Every closed set is a `const` table, so that a factor without a value does not compile.

/** D: who receives the prompts. */
export const dataPath = {
  none: 0,
  'self-hosted-or-offline': 0,
  'in-tenant-hyperscaler-pinned-region': 1,
  'hyperscaler-cross-region-or-partner-operated': 2,
  'third-party-host-non-prc': 2.5,
  'router-filtered-non-prc': 2.5,
  /** Published weights are named; nothing says whether a host serves them or the user runs them. */
  'host-not-stated': 2.5,
  'router-unfiltered': 5,
  'unknown-host': 6,
  'vendor-endpoint-outside-prc': 6,
  'vendor-endpoint-outside-prc-global-scope': 6.5,
  'prc-operated-or-prc-stored-endpoint': 7.5,
} as const;

/** W: whose training runs, and at what distance. */
export const weightsControl = {
  none: 0,
  'architecture-name-only': 0.5,
  /** Another finding at the same place judges whose weights they are; this one judges only how they are referred to. */
  'judged-by-another-rule': 1,
  'trained-on-outputs-only': 1.5,
  'derivative-distance-2plus': 3,
  'derivative-distance-1': 3.5,
  'vendor-trained-on-foreign-base': 3.5,
  'vendor-official-weights': 4,
  'lineage-unknown-but-family-named': 4,
  'third-party-repack-of-vendor-weights': 4.5,
  'vendor-hosted-mutable': 5,
} as const;

/** What raises or lowers W once there are weights at all. */
export const weightsAdjustment = {
  'pinned-revision-or-digest': -0.5,
  'code-generation': 0.5,
  'agentic-tool-use': 1,
  'unpinned-mutable-ref': 1,
} as const;

/** X: code and artefacts that execute. */
export const codeArtefact = {
  none: 0,
  'openai-compatible-sdk': 0,
  'third-party-chat-template-or-gguf': 1,
  'auto_map-present-not-trusted': 1.5,
  'vendor-named-sdk-package': 2,
  'vendor-cli-or-agent-with-shell': 4,
  'trust_remote_code-pinned-official': 5,
  'pickle-pinned': 5.5,
  'trust_remote_code-unpinned': 7,
  'pickle-unpinned-or-third-party': 7,
  'committed-live-credential': 7.5,
  'known-malicious-or-typosquat-package': 10,
} as const;

/** L: lists that name the vendor. */
export const designation = {
  none: 0,
  'state-or-foreign-list-only': 0.2,
  '1260H': 0.3,
  'entity-list': 0.5,
  'named-in-federal-statute': 0.5,
} as const;

/** K: licence terms that stand against the use. */
export const licenceConflict = {
  'none-or-permissive': 0,
  'notice-or-attribution': 0.1,
  'threshold-clause': 0.2,
  'use-restrictions-flow-down': 0.3,
  'unknown-licence': 0.4,
  'territory-excluded': 0.8,
  'non-commercial': 0.8,
} as const;

/** E: what kind of place the reference stands in. */
export const usageClass = {
  'model-catalogue-listing': 0.1,
  'docs-or-comment': 0.15,
  'example-or-template': 0.35,
  'transitive-lockfile': 0.35,
  'optional-or-peer-dependency': 0.35,
  'test-or-fixture': 0.4,
  'runtime-dependency-direct': 0.7,
  'notebook-or-experiment': 0.7,
  'ci-or-build': 0.8,
  'developer-tool-config': 0.9,
  'deployment-config': 1,
  'production-runtime': 1,
} as const;

/** C: how sure the evidence is. */
export const evidenceCertainty = {
  'ambiguous-name': 0.3,
  heuristic: 0.5,
  'capability-not-use': 0.6,
  'intent-only': 0.6,
  pattern: 0.75,
  'exact-identifier': 0.95,
  'exact-identifier-in-config': 0.95,
  resolved: 1,
} as const;

export type DataPath = keyof typeof dataPath;
export type WeightsControl = keyof typeof weightsControl;
export type WeightsAdjustment = keyof typeof weightsAdjustment;
export type CodeArtefact = keyof typeof codeArtefact;
export type Designation = keyof typeof designation;
export type LicenceConflict = keyof typeof licenceConflict;
export type UsageClass = keyof typeof usageClass;
export type EvidenceCertainty = keyof typeof evidenceCertainty;
