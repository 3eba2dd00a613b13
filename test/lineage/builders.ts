import type { DerivativeFacts } from '../../src/catalog/facts.ts';
import type { Origins } from '../../src/lineage/resolve.ts';
import type { Edge, Evidence, Identity, LineageStep, ModelReference, Reference, Relation } from '../../src/model.ts';

export function evidence(path = 'a.yaml', startLine = 1): Evidence {
  const region = { startLine, startColumn: 1, endLine: startLine, endColumn: 9 };
  return { path, region, route: [], excerpt: { text: '', startColumn: 1 }, usage: 'runtime', context: 'value' };
}

export function model(name: string, more: Partial<ModelReference> = {}): ModelReference {
  const nothing = { endpoint: null, provider: null, call: null, revision: null } as const;
  return { kind: 'model', name, partial: false, remoteCode: false, device: null, local: false, ...nothing, evidence: evidence(), ...more };
}

export function edge(from: string, relation: Relation, to: string, where = evidence()): Edge {
  return { kind: 'edge', from, relation, to, evidence: where };
}

const unknown: Identity = {
  outcome: 'unknown',
  vendor: null,
  family: null,
  families: [],
  model: null,
  developer: null,
  publisher: null,
  operator: null,
  gateway: null,
  operatorKind: 'unknown',
  location: 'unknown',
  provenance: 'unknown',
  exposure: 'unknown',
  certainty: 'ambiguous',
  because: 'nothing in the catalog speaks about it.',
  facts: [],
  packageRole: null,
};

/** A catalog that knows the names that start with `Qwen/` or `qwen-`, and the hosts of one vendor. */
export function origins(
  derivatives: readonly DerivativeFacts[] = [],
  hub: ReadonlyMap<string, readonly LineageStep[]> = new Map(),
): Origins {
  const identify = (reference: Reference): Identity => {
    if (reference.kind !== 'model') return unknown;
    const known = reference.endpoint?.includes('vendor.example') || /^qwen[/-]/i.test(reference.name);
    if (!known) return unknown;
    return {
      ...unknown,
      outcome: 'identified',
      vendor: 'alibaba',
      family: 'qwen',
      provenance: 'first-party',
      because: 'its name says so.',
    };
  };
  const derivative = (name: string) => derivatives.find((fact) => fact.name.toLowerCase() === name.toLowerCase()) ?? null;
  return { identify, derivative, hub };
}

export function derivativeOf(name: string, parents: readonly string[], more: Partial<DerivativeFacts> = {}): DerivativeFacts {
  const sourced = { source: 'a model card', checked: '2026-11-23' };
  return { name, relation: 'finetune', parents, families: ['qwen'], certainty: 'exact', ...sourced, ...more };
}
