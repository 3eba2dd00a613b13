// What a finding says: a template with names in it and nothing that computes.
import type { Location, Party, Reference, Relation, Subject } from '../model.ts';
import { MAX_PATHS } from '../util/graph.ts';
import { nameOfReference, nodeName } from '../util/naming.ts';

export const placeholders = ['vendor', 'name', 'operator', 'location', 'family', 'publisher', 'gateway', 'base'] as const;
export type Placeholder = (typeof placeholders)[number];

const PLACEHOLDER = /\{([^{}]{0,40})\}/g;
const LONGEST_NAME = 200;

const locationWords: Readonly<Record<Location, string>> = {
  mainland: 'mainland China',
  outside: 'a place outside mainland China',
  'global-scope': 'a global scope that may include mainland China',
  unknown: 'a place that no source states',
};

export function placeholdersOf(template: string): string[] {
  return [...template.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
}

/** `vendor` is the vendor's name as a person says it. */
export function render(template: string, subject: Subject, vendor: string): string {
  const words = wordsOf(subject, vendor);
  const says = template.replace(PLACEHOLDER, (whole, name: string) => (name in words ? words[name as Placeholder] : whole));
  return says + wayOf(subject.reference);
}

/** Whoever reads of a package that nobody here asked for asks next who did: ` It comes by langchain-community > dashscope.` */
function wayOf(reference: Reference): string {
  if (reference.kind !== 'package' || reference.introducedBy.length === 0) return '';
  const { introducedBy, name, pathCount } = reference;
  const shortest = pathCount > 1 ? `, the shortest of ${pathCount >= MAX_PATHS ? `${MAX_PATHS} or more` : pathCount} ways` : '';
  return ` It comes by ${cut([...introducedBy, name].join(' > '))}${shortest}.`;
}

/** Texts that are the same for every subject name the vendor only. */
export function renderFor(template: string, vendor: string): string {
  return template.replaceAll('{vendor}', vendor);
}

/** What makes one model of another; the remaining relations only lead from name to name. */
const DESCENT: ReadonlySet<Relation> = new Set(['finetune', 'quantized', 'adapter', 'merge', 'distilled']);

function wordsOf(subject: Subject, vendor: string): Readonly<Record<Placeholder, string>> {
  const { identity } = subject;
  return {
    vendor,
    name: cut(nameOf(subject)),
    operator: partyName(identity.operator, 'an operator that is not stated'),
    location: locationWords[identity.location],
    family: identity.family ?? vendor,
    publisher: partyName(identity.publisher, 'a publisher that is not stated'),
    gateway: partyName(identity.gateway ?? identity.operator, 'a gateway that is not stated'),
    base: cut(baseOf(subject, vendor)),
  };
}

/** A line that names a parent (`base_model:`) speaks of the child; the address of weights, of the model that they are. */
function nameOf({ reference, identity, lineage: [first] }: Subject): string {
  if (reference.kind === 'endpoint' && identity.exposure === 'weights' && identity.model !== null) return identity.model;
  const name = nameOfReference(reference);
  if (!first || first.to !== name || !DESCENT.has(first.relation)) return name;
  return first.from === 'file:.' ? 'The model of this repository' : nodeName(first.from);
}

function baseOf(subject: Subject, vendor: string): string {
  const { identity, lineage } = subject;
  const parent = lineage.find(({ relation }) => DESCENT.has(relation))?.to;
  if (parent !== undefined) return parent;
  return identity.model !== null && identity.model !== nameOf(subject) ? identity.model : `a model of ${vendor}`;
}

function partyName(party: Party | null, otherwise: string): string {
  return party?.name ?? otherwise;
}

function cut(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}
