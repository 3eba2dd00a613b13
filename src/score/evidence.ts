// How much a place counts (E) and how sure what stands there is (C). Of several keys that fit, the one with the least value holds.
import type { Certainty, Context, PackageReference, PackageRole, PackageScope, Subject, Usage } from '../model.ts';
import { type EvidenceCertainty, evidenceCertainty, type UsageClass, usageClass } from './table.ts';

const usageClasses: Readonly<Record<Usage, UsageClass>> = {
  runtime: 'production-runtime',
  deploy: 'deployment-config',
  'developer-tool': 'developer-tool-config',
  build: 'ci-or-build',
  experiment: 'notebook-or-experiment',
  test: 'test-or-fixture',
  example: 'example-or-template',
  docs: 'docs-or-comment',
  catalogue: 'model-catalogue-listing',
  denylist: 'model-catalogue-listing',
  // A file that a tool wrote, or somebody else's code: it may run, but nobody here decided on it.
  generated: 'test-or-fixture',
  vendored: 'test-or-fixture',
};

const scopeClasses: Readonly<Record<PackageScope, UsageClass>> = {
  runtime: 'runtime-dependency-direct',
  development: 'test-or-fixture',
  optional: 'optional-or-peer-dependency',
  peer: 'optional-or-peer-dependency',
  // What a pipeline runs and what builds the product: an action, a plugin.
  build: 'ci-or-build',
};

export function usageOf({ reference }: Subject): UsageClass {
  const { usage, context } = reference.evidence;
  const keys: UsageClass[] = [usageClasses[usage]];
  if (context === 'comment') keys.push('docs-or-comment');
  // Code that asks whether a name is this one knows the model; it does not choose it.
  if (context === 'comparison') keys.push('model-catalogue-listing');
  // An import is a dependency that is in use; what it is used for, other references say.
  if (reference.kind === 'package' && context === 'import') keys.push('runtime-dependency-direct');
  if (reference.kind === 'package' && context === 'dependency') keys.push(dependencyClass(reference));
  return keys.reduce((left, right) => (usageClass[right] < usageClass[left] ? right : left));
}

function dependencyClass({ direct, scope }: PackageReference): UsageClass {
  return direct ? scopeClasses[scope] : 'transitive-lockfile';
}

const certainties: Readonly<Record<Certainty, EvidenceCertainty>> = {
  exact: 'exact-identifier',
  strong: 'pattern',
  weak: 'heuristic',
  ambiguous: 'ambiguous-name',
};

/** Contexts in which the value is certain to be used where it stands, and those that say less than a value does. */
const contexts: Readonly<Record<Context, EvidenceCertainty>> = {
  argument: 'resolved',
  command: 'resolved',
  default: 'resolved',
  assignment: 'exact-identifier',
  import: 'resolved',
  dependency: 'resolved',
  value: 'exact-identifier-in-config',
  entry: 'exact-identifier-in-config',
  comparison: 'intent-only',
  comment: 'pattern',
  text: 'heuristic',
};

/** `vendorKey`: a literal key of the vendor's shape proves more than a variable's name does. */
export function certaintyOf(subject: Subject, vendorKey: boolean): EvidenceCertainty {
  const { identity, reference } = subject;
  const { context } = reference.evidence;
  const keys: EvidenceCertainty[] = [contextKey(subject), ...kindKeys(subject, vendorKey)];
  const surer = identity.certainty === 'exact' && evidenceCertainty[contexts[context]] >= evidenceCertainty['exact-identifier'];
  if (!surer) keys.push(certainties[identity.certainty]);
  return keys.reduce((left, right) => (evidenceCertainty[right] < evidenceCertainty[left] ? right : left));
}

/** Prose in documentation is what documentation is made of; the usage says so already. */
function contextKey({ reference: { evidence } }: Subject): EvidenceCertainty {
  return evidence.context === 'text' && evidence.usage === 'docs' ? 'pattern' : contexts[evidence.context];
}

/** A library can be called; an agent is installed to be started; an impostor does its harm when it is installed. */
function packageKeys(role: PackageRole | null): EvidenceCertainty[] {
  if (role === 'malicious' || role === 'lookalike') return [];
  return role === 'agent-cli' ? ['pattern'] : ['capability-not-use'];
}

function kindKeys({ identity, reference }: Subject, vendorKey: boolean): EvidenceCertainty[] {
  const { usage } = reference.evidence;
  const isListed = usage === 'catalogue' || usage === 'denylist';
  const general: EvidenceCertainty[] = isListed || identity.outcome === 'indeterminate' ? ['pattern'] : [];
  switch (reference.kind) {
    case 'model':
      return reference.partial ? [...general, 'pattern'] : general;
    case 'package':
      return [...general, ...packageKeys(identity.packageRole)];
    case 'credential':
      if (vendorKey) return [...general, 'exact-identifier'];
      return usage === 'deploy' || usage === 'runtime' || usage === 'developer-tool'
        ? [...general, 'pattern']
        : [...general, 'intent-only'];
    case 'artefact':
      return identity.provenance === 'architecture-only' ? [...general, 'heuristic'] : general;
    case 'endpoint':
      return general;
  }
}
