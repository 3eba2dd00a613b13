// A usual hit of a risk, made of the risk's own conditions: its score is the severity that platforms show for the rule.
import type { Identity, Reference } from '../model.ts';
import { type Conditions, type KeyShape, type Matchable, type MatcherName, matchers } from './match.ts';
import type { Risk } from './risk.ts';

const usual: Conditions = {
  kind: ['model'],
  outcome: ['identified'],
  exposure: ['api'],
  operator: ['unknown'],
  location: ['unknown'],
  provenance: ['first-party'],
  certainty: ['exact'],
  usage: ['runtime'],
  context: ['value'],
  packageRole: ['unknown'],
  shape: ['none'],
  remoteCode: [false],
  pinned: [false],
  loaded: [false],
  direct: [false],
};

const evidence = { path: '', region: null, route: [], excerpt: { text: '', startColumn: 1 } } as const;

export function typical({ when, typical: chosen }: Risk, vendor: string): Matchable {
  const conditions = { ...usual, ...when[0], ...chosen };
  const pick = <K extends MatcherName>(name: K) => (conditions[name]?.[0] ?? usual[name]?.[0] ?? matchers[name].values[0]) as never;
  const identity: Identity = {
    outcome: pick('outcome'),
    vendor,
    family: null,
    families: [],
    model: null,
    developer: null,
    // The vendor distils its own models; others re-pack and fine-tune them.
    publisher: conditions.provenance?.[0] === 'distilled' ? { id: vendor, name: vendor, jurisdiction: null } : null,
    operator: null,
    gateway: null,
    operatorKind: pick('operator'),
    location: pick('location'),
    provenance: pick('provenance'),
    exposure: pick('exposure'),
    certainty: pick('certainty'),
    because: '',
    facts: [],
    packageRole: (conditions.packageRole?.[0] ?? 'unknown') === 'unknown' ? null : pick('packageRole'),
  };
  const shape: KeyShape = pick('shape');
  return { subject: { reference: referenceOf(conditions), identity, lineage: [] }, shape };
}

function referenceOf(conditions: Conditions): Reference {
  const usage = conditions.usage?.[0] ?? 'runtime';
  const context = conditions.context?.[0] ?? 'value';
  const place = { ...evidence, usage, context };
  const remoteCode = conditions.remoteCode?.[0] ?? false;
  switch (conditions.kind?.[0] ?? 'model') {
    case 'model':
      return {
        kind: 'model',
        name: '',
        partial: false,
        endpoint: null,
        provider: null,
        call: conditions.loaded?.[0] ? 'load' : null,
        revision: conditions.pinned?.[0] ? '0'.repeat(40) : null,
        remoteCode,
        device: null,
        local: false,
        evidence: place,
      };
    case 'endpoint':
      return { kind: 'endpoint', url: '', evidence: place };
    case 'package':
      return {
        kind: 'package',
        ecosystem: '',
        name: '',
        as: 'dependency',
        version: null,
        requirement: null,
        scope: 'runtime',
        direct: conditions.direct?.[0] ?? true,
        introducedBy: [],
        pathCount: 0,
        evidence: place,
      };
    case 'credential':
      return { kind: 'credential', name: '', shape: null, endpoint: null, evidence: place };
    case 'artefact':
      return { kind: 'artefact', format: '', name: null, modelType: null, architectures: [], remoteCode, evidence: place };
  }
}
