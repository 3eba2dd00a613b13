// Knowledge, ready for questions. Every index is made when the first question of its kind is asked: most scans ask few kinds.
import type { CredentialShape, Party } from '../model.ts';
import { lazily } from '../util/lazily.ts';
import { indexCredentials, type KeyMatch, type VariableMatch } from './credentials.ts';
import {
  type ArchitectureMatch,
  type DerivativeMatch,
  indexArchitectures,
  indexDerivatives,
  indexOrganisations,
  indexPublishers,
  type OrganisationMatch,
  type PublisherMatch,
} from './derivatives.ts';
import type { Knowledge, PlatformFacts, VendorFacts } from './facts.ts';
import { type HostMatch, indexHosts } from './hosts.ts';
import { indexLookalikes, type LookalikeMatch } from './lookalike.ts';
import { indexPackages, type PackageMatch } from './packages.ts';

export interface Catalog {
  readonly version: string;
  readonly checked: string;
  readonly vendors: readonly VendorFacts[];
  readonly platforms: readonly PlatformFacts[];
  /** What the prefilter searches for: lower-case ASCII, at least 3 characters, none inside another. */
  readonly literals: readonly string[];
  /** What it searches for besides where packages are listed. */
  readonly libraryLiterals: readonly string[];
  readonly vendor: (id: string) => VendorFacts | null;
  /** Who holds a role for a vendor (`developer`, `parent`, `api-contracting`); the vendor itself where no entity does. */
  readonly entity: (vendor: string, role?: string) => Party | null;
  /** A host as written (port, case and script do not count) and, if known, the path. */
  readonly host: (host: string, path?: string) => HostMatch | null;
  readonly packageOf: (ecosystem: string, name: string, version: string | null) => PackageMatch | null;
  readonly importOf: (ecosystem: string, module: string) => PackageMatch | null;
  /** An official package that this one's name imitates; null for known packages. */
  readonly lookalike: (ecosystem: string, name: string) => LookalikeMatch | null;
  readonly variable: (name: string) => VariableMatch | null;
  readonly keyShape: (shape: CredentialShape, context?: readonly string[]) => KeyMatch | null;
  /** A hub's owner; `hub` null where it is not known. */
  readonly organisation: (hub: string | null, owner: string) => OrganisationMatch | null;
  /** An owner who re-publishes other people's models. */
  readonly publisher: (owner: string) => PublisherMatch | null;
  readonly derivative: (name: string) => DerivativeMatch | null;
  readonly architecture: (modelType: string | null, classes: readonly string[]) => ArchitectureMatch | null;
}

export function createCatalog(knowledge: Knowledge): Catalog {
  const { version, checked, vendors, platforms } = knowledge;
  const hosts = lazily(() => indexHosts(knowledge));
  const packages = lazily(() => indexPackages(knowledge));
  const lookalikes = lazily(() => indexLookalikes(knowledge));
  const credentials = lazily(() => indexCredentials(knowledge));
  const organisations = lazily(() => indexOrganisations(knowledge));
  const publishers = lazily(() => indexPublishers(knowledge));
  const derivatives = lazily(() => indexDerivatives(knowledge));
  const architectures = lazily(() => indexArchitectures(knowledge));
  const vendor = (id: string) => vendors.find((item) => item.id === id) ?? null;
  return {
    version,
    checked,
    vendors,
    platforms,
    literals: knowledge.literals,
    libraryLiterals: knowledge.libraryLiterals,
    vendor,
    entity: (id, role = 'developer') => entityOf(vendor(id), role),
    host: (host, path) => hosts().find(host, path),
    packageOf: (ecosystem, name, version_) => packages().find(ecosystem, name, version_),
    importOf: (ecosystem, module) => packages().imported(ecosystem, module),
    lookalike: (ecosystem, name) => (packages().find(ecosystem, name, null) ? null : lookalikes()(ecosystem, name)),
    variable: (name) => credentials().variable(name),
    keyShape: (shape, context) => credentials().keyShape(shape, context),
    organisation: (hub, owner) => organisations()(hub, owner),
    publisher: (owner) => publishers()(owner),
    derivative: (name) => derivatives()(name),
    architecture: (modelType, classes) => architectures()(modelType, classes),
  };
}

function entityOf(vendor: VendorFacts | null, role: string): Party | null {
  if (!vendor) return null;
  const entity = vendor.entities.find((item) => item.role === role);
  if (role === 'developer')
    return { id: vendor.id, name: entity?.name ?? vendor.name, jurisdiction: entity?.jurisdiction ?? vendor.jurisdiction };
  return entity ? { id: `${vendor.id}:${role}`, name: entity.name, jurisdiction: entity.jurisdiction } : null;
}
