import { describe, expect, it } from 'vitest';
import type { Identity, Reference, Subject, Usage } from '../../src/model.ts';
import { type KeyShape, matches } from '../../src/rules/match.ts';
import { typical } from '../../src/rules/typical.ts';
import { artefact, credential, dependency, endpoint, identity, model, rules, subject } from './subjects.ts';

const primary = rules.risks.filter(({ additional }) => !additional);
const classesOf = (of: Subject, shape: KeyShape = 'none') =>
  primary.filter((risk) => matches(risk, { subject: of, shape })).map((risk) => risk.class);

const operators: readonly Identity['operatorKind'][] = ['vendor', 'host', 'router', 'self', 'unknown'];
const locations: readonly Identity['location'][] = ['mainland', 'outside', 'global-scope', 'unknown'];
const provenances: readonly Identity['provenance'][] = ['first-party', 'repack', 'derivative', 'distilled', 'architecture-only', 'unknown'];
const usages: readonly Usage[] = ['runtime', 'developer-tool', 'test', 'catalogue'];
const roles: readonly Identity['packageRole'][] = [
  'official-sdk',
  'adapter',
  'agent-cli',
  'weights-loader',
  'plugin',
  'malicious',
  'lookalike',
  null,
];

/** Every identity that a model, an endpoint or a model file can have. */
function* every(kind: 'model' | 'endpoint' | 'artefact'): Generator<Subject> {
  const exposures: readonly Identity['exposure'][] =
    kind === 'artefact' ? ['artefact', 'weights'] : kind === 'endpoint' ? ['api'] : ['api', 'weights', 'unknown'];
  for (const exposure of exposures)
    for (const operatorKind of kind === 'endpoint' ? operators.filter((item) => item !== 'self') : operators)
      for (const location of locations)
        for (const provenance of kind === 'endpoint' ? (['first-party', 'unknown'] as const) : provenances)
          for (const usage of usages) yield subject(made(kind, usage), { exposure, operatorKind, location, provenance });
}

function made(kind: 'model' | 'endpoint' | 'artefact', usage: Usage): Reference {
  const at = { usage };
  if (kind === 'model') return model({ at });
  return kind === 'endpoint' ? endpoint({ at }) : artefact({ at });
}

describe('primary classes', () => {
  it.each(['model', 'endpoint', 'artefact'] as const)('are exactly one for every %s', (kind) => {
    const wrong = [...every(kind)].map((of) => ({ of, classes: classesOf(of) })).filter(({ classes }) => classes.length !== 1);
    expect(wrong.map(({ of, classes }) => ({ ...pick(of.identity), usage: of.reference.evidence.usage, classes }))).toEqual([]);
  });

  it('are exactly one for every package and credential', () => {
    for (const packageRole of roles)
      for (const direct of [true, false])
        expect(classesOf(subject(dependency({ direct }), { packageRole, exposure: 'package' }))).toHaveLength(1);
    for (const shape of ['vendor', 'other', 'none'] as const)
      expect(classesOf(subject(credential(), { exposure: 'credential' }), shape)).toHaveLength(1);
  });

  it('are none for a name of which nothing is known', () => {
    expect(classesOf(subject(model(), { outcome: 'unknown' }))).toEqual([]);
  });

  it.each(primary)('$class is the class of its own typical hit', (risk) => {
    const { subject: of, shape } = typical(risk, 'deepseek');
    expect(classesOf(of, shape)).toEqual([risk.class]);
  });
});

function pick({ exposure, operatorKind, location, provenance }: Identity) {
  return { exposure, operatorKind, location, provenance };
}

describe('a class', () => {
  const of = (reference: Reference, known: Partial<Identity>) => classesOf({ reference, identity: identity(known), lineage: [] });

  it.each<readonly [string, Reference, Partial<Identity>]>([
    ['endpoint', endpoint(), { location: 'mainland' }],
    ['endpoint-international', endpoint(), { location: 'outside' }],
    ['endpoint-international', endpoint(), { location: 'global-scope' }],
    ['api-model', model(), { location: 'unknown' }],
    ['api-model', model(), { operatorKind: 'unknown' }],
    ['hosted-model', model(), { operatorKind: 'host', location: 'outside', provenance: 'derivative' }],
    ['router-model', model(), { operatorKind: 'router' }],
    ['weights', model(), { operatorKind: 'self', exposure: 'weights' }],
    ['weights', model(), { operatorKind: 'unknown', exposure: 'weights', provenance: 'unknown' }],
    ['repacked-weights', model(), { operatorKind: 'self', exposure: 'weights', provenance: 'repack' }],
    ['derivative-weights', artefact(), { operatorKind: 'self', exposure: 'artefact', provenance: 'derivative' }],
    ['distilled-model', model(), { operatorKind: 'self', exposure: 'weights', provenance: 'distilled' }],
    ['architecture', artefact(), { operatorKind: 'self', exposure: 'artefact', provenance: 'architecture-only' }],
    ['agent-endpoint', endpoint({ at: { usage: 'developer-tool' } }), { location: 'mainland' }],
    ['hosted-model', model({ at: { usage: 'developer-tool' } }), { operatorKind: 'host' }],
    ['indeterminate-model', model(), { outcome: 'indeterminate', vendor: null, location: 'mainland' }],
  ])('%s', (name, reference, known) => expect(of(reference, known)).toEqual([name]));
});
