// From a subject to the keys of the table. Whatever is not known counts as the best known value at least, never better.
import type { Identity, Location, PackageRole, Provenance, Subject } from '../model.ts';
import { certaintyOf, usageOf } from './evidence.ts';
import { isPinned } from './pinned.ts';
import type { Factors } from './score.ts';
import type { CodeArtefact, DataPath, Designation, LicenceConflict, WeightsAdjustment, WeightsControl } from './table.ts';

/** What the rule is about: whose model it is and who answers, the code that comes with the weights, or how they are referred to. */
export type Aspect = 'origin' | 'remote-code' | 'pinning';

/** What the catalog says about the vendor and a subject alone cannot know. */
export interface Circumstances {
  readonly aspect: Aspect;
  /** The gravest list that names the vendor. */
  readonly designation: Designation;
  /** Where the vendor's own service runs; `unknown` where it runs in several places. */
  readonly home: Location;
  /** ISO 3166 code of the vendor's seat: a host of the same jurisdiction is no third country. */
  readonly jurisdiction: string;
  /** Whether the operator is a cloud that runs models inside its customer's account. */
  readonly cloud: boolean;
  /** A literal key of the vendor's shape is written here. */
  readonly vendorKey: boolean;
  readonly licence?: LicenceConflict;
}

export function factorsOf(subject: Subject, around: Circumstances): Factors {
  const evidence = { E: usageOf(subject), C: certaintyOf(subject, around.vendorKey) };
  if (around.aspect === 'pinning')
    return { D: 'none', W: 'judged-by-another-rule', Wadj: adjustments(subject, 'vendor-official-weights'), X: 'none', ...evidence };
  if (isImpostor(subject.identity)) return { D: 'none', W: 'none', X: 'known-malicious-or-typosquat-package', ...evidence };
  const W = weightsOf(subject);
  return {
    D: dataPathOf(subject, around),
    W,
    Wadj: adjustments(subject, W),
    X: codeOf(subject, around),
    L: W === 'architecture-name-only' ? 'none' : around.designation,
    ...(around.licence === undefined ? {} : { K: around.licence }),
    ...evidence,
  };
}

/** It only looks like the vendor's, so nothing that is true of the vendor is true of it. */
function isImpostor({ packageRole }: Identity): boolean {
  return packageRole === 'malicious' || packageRole === 'lookalike';
}

function dataPathOf(subject: Subject, around: Circumstances): DataPath {
  const { operatorKind, exposure, packageRole } = subject.identity;
  if (subject.reference.kind === 'artefact' || packageRole === 'weights-loader') return 'self-hosted-or-offline';
  if (exposure === 'weights' && operatorKind !== 'host' && operatorKind !== 'router') return 'self-hosted-or-offline';
  switch (operatorKind) {
    case 'self':
      return 'self-hosted-or-offline';
    case 'vendor':
      return vendorPath(placeOf(subject.identity, around));
    case 'host':
      return hostPath(subject, around);
    case 'router':
      return routerPath(subject.identity);
    case 'unknown':
      // A name that only a service bears is answered by the vendor or by somebody who passes it on.
      return exposure === 'unknown' ? 'host-not-stated' : vendorPath(placeOf(subject.identity, around));
  }
}

function placeOf({ location }: Identity, { home }: Circumstances): Location {
  return location === 'unknown' ? home : location;
}

const vendorPaths: Readonly<Record<Location, DataPath>> = {
  mainland: 'prc-operated-or-prc-stored-endpoint',
  outside: 'vendor-endpoint-outside-prc',
  'global-scope': 'vendor-endpoint-outside-prc-global-scope',
  unknown: 'unknown-host',
};

function vendorPath(location: Location): DataPath {
  return vendorPaths[location];
}

/** A region as clouds write it (`eu-central-1`, `westeurope` is not told apart from a name). */
const REGION = /(?:^|[./-])[a-z]{2}(?:-gov)?-[a-z]{3,12}-\d(?:[./]|$)/;
/** Inference profiles of Bedrock, which choose among regions. */
const CROSS_REGION = /^(?:us|eu|apac|jp|au|ca|global)\./;

function hostPath({ identity, reference }: Subject, { cloud, jurisdiction }: Circumstances): DataPath {
  if (identity.location === 'mainland') return 'prc-operated-or-prc-stored-endpoint';
  if (identity.location === 'global-scope') return 'unknown-host';
  const seat = identity.operator?.jurisdiction ?? null;
  if (identity.location === 'unknown' && (seat === null || seat === jurisdiction)) return 'unknown-host';
  if (!cloud) return 'third-party-host-non-prc';
  const isModel = reference.kind === 'model';
  const url = reference.kind === 'endpoint' ? reference.url : isModel ? (reference.endpoint ?? '') : '';
  const pinnedRegion = REGION.test(url) && !(isModel && CROSS_REGION.test(reference.name));
  return pinnedRegion ? 'in-tenant-hyperscaler-pinned-region' : 'hyperscaler-cross-region-or-partner-operated';
}

function routerPath({ location }: Identity): DataPath {
  if (location === 'mainland') return 'prc-operated-or-prc-stored-endpoint';
  return location === 'outside' ? 'router-filtered-non-prc' : 'router-unfiltered';
}

function weightsOf(subject: Subject): WeightsControl {
  const { operatorKind, exposure, provenance, packageRole } = subject.identity;
  const isServed = exposure === 'api' || exposure === 'package' || exposure === 'credential';
  if (packageRole === 'weights-loader') return 'vendor-official-weights';
  if (provenance === 'architecture-only') return 'architecture-name-only';
  if (operatorKind === 'vendor' && exposure !== 'weights') return 'vendor-hosted-mutable';
  if (operatorKind === 'unknown' && isServed && provenance !== 'derivative' && provenance !== 'distilled') return 'vendor-hosted-mutable';
  return ownWeights(subject, provenance);
}

function ownWeights({ identity, lineage }: Subject, provenance: Provenance): WeightsControl {
  switch (provenance) {
    case 'first-party':
      return 'vendor-official-weights';
    case 'repack':
      return 'third-party-repack-of-vendor-weights';
    case 'derivative':
      return lineage.filter(({ relation }) => DESCENT.has(relation)).length > 1 ? 'derivative-distance-2plus' : 'derivative-distance-1';
    case 'distilled':
      return distilledWeights(identity);
    case 'architecture-only':
      return 'architecture-name-only';
    case 'unknown':
      return 'lineage-unknown-but-family-named';
  }
}

const DESCENT: ReadonlySet<string> = new Set(['finetune', 'adapter', 'merge', 'distilled']);

/** The vendor's family is inside, or only its answers are. */
function distilledWeights({ family, families, vendor, publisher }: Identity): WeightsControl {
  if (publisher !== null && publisher.id === vendor) return 'vendor-trained-on-foreign-base';
  return family === null || families.includes(family) ? 'derivative-distance-1' : 'trained-on-outputs-only';
}

/** Parts of routes under which a model is given tools. */
const TOOLS = /^(?:tools?|tool_choice|toolsets?|agents?|mcp_?servers?|enable-auto-tool-choice)$/i;
const CODE = /(?:^|[-_/.\d])(?:coder?|codestral|codeqwen)(?:[-_/.\d]|$)/i;

/** A service can change behind its name; that is already in its value. */
function adjustments(subject: Subject, weights: WeightsControl): WeightsAdjustment[] {
  const { reference, identity } = subject;
  if (weights === 'vendor-hosted-mutable' || weights === 'architecture-name-only') return [];
  if (reference.kind !== 'model' && reference.kind !== 'artefact') return [];
  const isRun = identity.operatorKind !== 'host';
  return [
    ...(isPinned(reference) ? (['pinned-revision-or-digest'] as const) : isRun ? (['unpinned-mutable-ref'] as const) : []),
    ...(CODE.test(identity.model ?? reference.name ?? '') ? (['code-generation'] as const) : []),
    ...(reference.evidence.route.some((key) => TOOLS.test(key)) ? (['agentic-tool-use'] as const) : []),
  ];
}

const packageCode: Readonly<Record<PackageRole, CodeArtefact>> = {
  'official-sdk': 'vendor-named-sdk-package',
  adapter: 'vendor-named-sdk-package',
  plugin: 'vendor-named-sdk-package',
  'weights-loader': 'vendor-named-sdk-package',
  'multi-provider': 'none',
  'agent-cli': 'vendor-cli-or-agent-with-shell',
  malicious: 'known-malicious-or-typosquat-package',
  lookalike: 'known-malicious-or-typosquat-package',
};

function codeOf({ reference, identity }: Subject, { aspect, vendorKey }: Circumstances): CodeArtefact {
  switch (reference.kind) {
    case 'package':
      return packageCode[identity.packageRole ?? 'adapter'];
    case 'credential':
      return vendorKey ? 'committed-live-credential' : 'none';
    case 'endpoint':
      return 'none';
    case 'artefact':
      if (aspect === 'remote-code') return 'auto_map-present-not-trusted';
      return identity.provenance === 'repack' && reference.format === 'gguf' ? 'third-party-chat-template-or-gguf' : 'none';
    case 'model':
      if (aspect === 'remote-code') {
        const isOfficial = isPinned(reference) && identity.provenance === 'first-party';
        return isOfficial ? 'trust_remote_code-pinned-official' : 'trust_remote_code-unpinned';
      }
      return identity.provenance === 'repack' && /gguf/i.test(reference.name) ? 'third-party-chat-template-or-gguf' : 'none';
  }
}
