// Risks times vendors: the rules, the same for every scan.
import { type Credentials, indexCredentials } from '../catalog/credentials.ts';
import type { Knowledge, VendorFacts } from '../catalog/facts.ts';
import type { Location, Rule, Subject } from '../model.ts';
import { type Circumstances, factorsOf } from '../score/factors.ts';
import { score } from '../score/score.ts';
import { type Designation, designation } from '../score/table.ts';
import { by } from '../util/sort.ts';
import type { KeyShape } from './match.ts';
import { renderFor } from './message.ts';
import type { Criterion, Risk } from './risk.ts';
import { typical } from './typical.ts';

export interface RuleSet {
  readonly risks: readonly Risk[];
  /** Ordered by id. */
  readonly rules: readonly Rule[];
  /** A vendor's rules, in the order of the risks; none for a class for which the vendor has no facts. */
  readonly rulesOf: (vendor: string) => readonly VendorRule[];
  /** `null` asks for the one who stands where no vendor can be told. */
  readonly vendor: (id: string | null) => VendorFacts | null;
  readonly circumstances: (subject: Subject, rule: VendorRule) => Circumstances;
  readonly shapeOf: (subject: Subject, vendor: string) => KeyShape;
}

export interface VendorRule {
  readonly rule: Rule;
  readonly risk: Risk;
  readonly standing: Standing;
}

/** What is true of a vendor whatever the subject is. */
type Standing = Pick<Circumstances, 'aspect' | 'designation' | 'home' | 'jurisdiction'>;

/** Stands where a name does not tell whose model it is: its rules are `any-<class>`. */
const nobody: VendorFacts = {
  id: 'any',
  name: 'a vendor that is not told',
  jurisdiction: '',
  entities: [],
  designations: [],
  families: [],
  organisations: [],
  hosts: [],
  models: [],
  packages: [],
  variables: [],
  keys: [],
  architectures: [],
  ambiguous: [],
};

/** Tags that every rule has; GitHub heeds a severity only beside `security`. */
const TAGS = ['security', 'supply-chain', 'model-provenance'] as const;

export function createRuleSet(risks: readonly Risk[], knowledge: Knowledge): RuleSet {
  const vendors = new Map(knowledge.vendors.map((vendor) => [vendor.id, vendor]));
  const clouds = new Set(knowledge.platforms.filter(({ kind }) => kind === 'cloud').map(({ id }) => id));
  const credentials = indexCredentials(knowledge);
  const rulesOf = new Map(
    [nobody, ...knowledge.vendors].map((vendor) => {
      const places = placesOf(vendor, knowledge);
      const own = risks.filter((risk) => concerns(risk.vendors, vendor, places));
      return [vendor.id, own.map((risk) => vendorRule(risk, vendor))];
    }),
  );
  const rules = [...rulesOf.values()].flatMap((own) => own.map(({ rule }) => rule));
  return {
    risks,
    rules: rules.toSorted(by(({ id }) => id)),
    rulesOf: (vendor) => rulesOf.get(vendor) ?? [],
    vendor: (id) => (id === null ? nobody : (vendors.get(id) ?? null)),
    circumstances: (subject, { rule, standing }) => ({
      ...standing,
      cloud: clouds.has(subject.identity.operator?.id ?? ''),
      vendorKey: shapeOf(subject, rule.vendor, credentials) === 'vendor',
    }),
    shapeOf: (subject, vendor) => shapeOf(subject, vendor, credentials),
  };
}

export function ruleId(vendor: string, riskClass: string): string {
  return `${vendor}-${riskClass}`;
}

/** Places, keys and malicious packages are known from facts alone, so a vendor without such facts can have no such finding. */
function concerns(criterion: Criterion, vendor: VendorFacts, places: ReadonlySet<Location>): boolean {
  const { keys, packages } = vendor;
  if (vendor === nobody) return criterion === 'nobody';
  switch (criterion) {
    case 'always':
      return true;
    case 'nobody':
      return false;
    case 'mainland-servers':
      return places.has('mainland');
    case 'other-servers':
      return places.has('outside') || places.has('global-scope');
    case 'keys':
      return keys.length > 0;
    case 'packages':
      return packages.length > 0;
    case 'agent-packages':
      return packages.some(({ role }) => role === 'agent-cli');
    case 'malicious-packages':
      return packages.some(({ role }) => role === 'malicious');
  }
}

/** Where the vendor's servers are, as its own facts and its platforms' say. */
function placesOf({ id, hosts }: VendorFacts, { platforms }: Knowledge): ReadonlySet<Location> {
  const own = platforms.filter(({ vendor }) => vendor === id);
  return new Set([...hosts, ...own].map(({ location }) => location));
}

function vendorRule(risk: Risk, vendor: VendorFacts): VendorRule {
  const standing = standingOf(vendor, risk);
  return { rule: ruleFor(risk, vendor, standing), risk, standing };
}

function ruleFor(risk: Risk, vendor: VendorFacts, standing: Standing): Rule {
  const { subject, shape } = typical(risk, vendor.id);
  const circumstances = { ...standing, cloud: false, vendorKey: shape === 'vendor' };
  const severity = score(factorsOf(subject, circumstances));
  return {
    id: ruleId(vendor.id, risk.class),
    class: risk.class,
    vendor: vendor.id,
    title: renderFor(risk.title, vendor.name),
    why: renderFor(risk.why, vendor.name),
    fix: renderFor(risk.fix, vendor.name),
    level: severity.level,
    securitySeverity: severity.score > 0 ? severity.score : null,
    tags: [...new Set([...TAGS, ...risk.tags])],
    references: risk.references,
    since: risk.since,
  };
}

function standingOf(vendor: VendorFacts, { aspect }: Risk): Standing {
  return { aspect, designation: designationOf(vendor), home: homeOf(vendor), jurisdiction: vendor.jurisdiction };
}

/** One place if all servers of the API run there. */
export function homeOf({ hosts }: Pick<VendorFacts, 'hosts'>): Location {
  const places = new Set(hosts.filter(({ purpose }) => purpose === 'api').map(({ location }) => location));
  const [only] = places;
  return places.size === 1 && only !== undefined ? only : 'unknown';
}

const LISTS: readonly (readonly [RegExp, Designation])[] = [
  [/\b(?:NDAA|P\.L\.|Public Law|U\.S\.C\.)/i, 'named-in-federal-statute'],
  [/\bentity list\b/i, 'entity-list'],
  [/\b1260H\b/i, '1260H'],
];

/** The gravest designation in force; a status such as `withdrawn` is none. */
export function designationOf({ designations }: Pick<VendorFacts, 'designations'>): Designation {
  const keys = designations
    .filter(({ status }) => /^(?:listed|named|designated)\b/i.test(status))
    .map(({ list }) => LISTS.find(([name]) => name.test(list))?.[1] ?? 'state-or-foreign-list-only');
  return keys.reduce<Designation>((left, right) => (designation[right] > designation[left] ? right : left), 'none');
}

function shapeOf({ reference }: Subject, vendor: string, credentials: Credentials): KeyShape {
  if (reference.kind !== 'credential' || reference.shape === null) return 'none';
  return credentials.keyShape(reference.shape, [vendor])?.vendor === vendor ? 'vendor' : 'other';
}
