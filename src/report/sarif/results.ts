// A finding as a SARIF result.
import type { CodeFlow, Location, PhysicalLocation, Result, ThreadFlowLocation } from 'sarif';
import type { Finding, LineageStep, Reference, Subject } from '../../model.ts';
import { nameOfReference, nodeName } from '../../util/naming.ts';
import { relationWords, witness } from '../words.ts';
import { referenceFingerprint } from './fingerprint.ts';
import { physical, primary } from './locations.ts';
import { escaped, LONGEST, sentence } from './message.ts';
import { shownLevel } from './rules.ts';

/** GitHub keeps 100 locations of a result; the message has room for fewer links. */
const MOST_RELATED = 20;
const MOST_LINKS = 5;
const LONGEST_NAME = 100;

export interface Place {
  readonly ruleIndex: ReadonlyMap<string, number>;
  readonly prefix: string;
  /** Whether the report was compared with a baseline. */
  readonly compared: boolean;
}

export function result(finding: Finding, { ruleIndex, prefix, compared }: Place): Result {
  const { subject, also, level, score, disposition } = finding;
  const related = also.slice(0, MOST_RELATED).map((other, at) => relatedLocation(other, at + 1, prefix));
  const flows = codeFlows(subject, prefix);
  return {
    ruleId: finding.rule,
    ruleIndex: ruleIndex.get(finding.rule) ?? -1,
    kind: 'fail',
    level: shownLevel(level),
    message: { text: messageOf(finding) },
    locations: [primary(subject.reference.evidence, prefix)],
    partialFingerprints: { primaryLocationLineHash: finding.fingerprint, 'waybillReference/v1': referenceFingerprint(finding) },
    ...(flows.length > 0 ? { codeFlows: flows } : {}),
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    ...(disposition === 'suppressed' ? { suppressions: [suppression(finding.reason)] } : {}),
    ...(compared ? { baselineState: disposition === 'baseline' ? 'unchanged' : 'new' } : {}),
    rank: Math.round(score.score * 100) / 10,
    properties: propertiesOf(finding),
  };
}

/** Related locations are shown only where the message links to them. */
function messageOf({ message, also }: Finding): string {
  if (also.length === 0) return sentence(message);
  const links = also.slice(0, MOST_LINKS).map(({ reference }, at) => `[${escaped(shortName(nameOfReference(reference)))}](${at + 1})`);
  const rest = also.length - links.length;
  const suffix = ` Also: ${links.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
  return sentence(message, LONGEST - suffix.length) + suffix;
}

function shortName(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}

function relatedLocation({ reference }: Subject, id: number, prefix: string): Location {
  return { id, physicalLocation: physical(reference.evidence, prefix), message: { text: sentence(nameOfReference(reference)) } };
}

function suppression(reason: string | null): NonNullable<Result['suppressions']>[number] {
  return { kind: 'external', status: 'accepted', ...(reason === null ? {} : { justification: reason }) };
}

/** The lineage as steps. A parent has no file here, so its step stands where the reference does and says the relation. */
function codeFlows({ reference, lineage }: Subject, prefix: string): CodeFlow[] {
  if (lineage.length === 0) return [];
  const here = physical(reference.evidence, prefix);
  const first: ThreadFlowLocation = {
    location: { physicalLocation: here, message: { text: sentence(nameOfReference(reference)) } },
    importance: 'essential',
  };
  const steps = lineage.map((step): ThreadFlowLocation => {
    const place = step.evidence === null ? withoutSnippet(here) : physical(step.evidence, prefix);
    return { location: { physicalLocation: place, message: { text: sentence(stepText(step)) } }, importance: 'essential' };
  });
  return [{ message: { text: 'Lineage.' }, threadFlows: [{ locations: [first, ...steps] }] }];
}

/** The snippet stands at the first step; the others repeat the place only. */
function withoutSnippet({ region: { snippet: _, ...region } = {}, ...place }: PhysicalLocation): PhysicalLocation {
  return { ...place, region };
}

function stepText(step: LineageStep): string {
  return `${nodeName(step.from)}: ${relationWords[step.relation]} ${nodeName(step.to)} (${witness(step)})`;
}

function packageOf(reference: Reference): Record<string, unknown> {
  if (reference.kind !== 'package' || reference.as === 'import') return {};
  const { ecosystem, name, version, requirement, scope, direct, introducedBy, pathCount } = reference;
  return { 'waybill/package': { ecosystem, name, version, requirement, scope, direct, introducedBy, pathCount } };
}

function propertiesOf({ subject, score, disposition, reason }: Finding): Record<string, unknown> {
  const { identity, reference, lineage } = subject;
  return {
    vendor: identity.vendor,
    family: identity.family,
    model: identity.model,
    exposure: identity.exposure,
    operatorKind: identity.operatorKind,
    location: identity.location,
    provenance: identity.provenance,
    certainty: identity.certainty,
    because: identity.because,
    usage: reference.evidence.usage,
    context: reference.evidence.context,
    ...packageOf(reference),
    disposition,
    ...(reason === null ? {} : { reason }),
    score: score.score,
    band: score.band,
    terms: score.terms.map(({ factor, key, value }) => `${factor} ${value} ${key}`),
    ...(lineage.length === 0
      ? {}
      : { 'waybill/lineage': lineage.map(({ from, relation, to, attestedBy, source }) => ({ from, relation, to, attestedBy, source })) }),
  };
}
