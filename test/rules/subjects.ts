// Hand-made subjects: only what a test is about has to be said.
import type { Knowledge } from '../../src/catalog/facts.ts';
import { loadKnowledge } from '../../src/catalog/load.ts';
import type {
  ArtefactReference,
  CredentialReference,
  EndpointReference,
  Evidence,
  Identity,
  LineageStep,
  ModelReference,
  PackageReference,
  Reference,
  Subject,
} from '../../src/model.ts';
import { loadRisks } from '../../src/rules/load.ts';
import { createRuleSet, type RuleSet } from '../../src/rules/ruleset.ts';

type Place = Partial<Omit<Evidence, 'region'>> & { readonly line?: number; readonly column?: number; readonly width?: number };

export function place({ line = 1, column = 1, width = 10, ...more }: Place = {}): Evidence {
  const region = { startLine: line, startColumn: column, endLine: line, endColumn: column + width };
  return { path: 'src/app.py', region, route: [], excerpt: { text: '', startColumn: 1 }, usage: 'runtime', context: 'value', ...more };
}

type Told<T extends Reference> = Partial<Omit<T, 'evidence' | 'kind'>> & { readonly at?: Place };

export function model({ at, ...more }: Told<ModelReference> = {}): ModelReference {
  return {
    kind: 'model',
    name: 'deepseek-chat',
    partial: false,
    endpoint: null,
    provider: null,
    call: null,
    revision: null,
    remoteCode: false,
    device: null,
    local: false,
    evidence: place(at),
    ...more,
  };
}

export function endpoint({ at, url = 'https://api.deepseek.com/v1' }: Told<EndpointReference> = {}): EndpointReference {
  return { kind: 'endpoint', url, evidence: place(at) };
}

export function dependency({ at, ...more }: Told<PackageReference> = {}): PackageReference {
  return {
    kind: 'package',
    ecosystem: 'pypi',
    name: 'langchain-deepseek',
    as: 'dependency',
    version: null,
    requirement: null,
    scope: 'runtime',
    direct: true,
    introducedBy: [],
    pathCount: 0,
    evidence: place({ context: 'dependency', ...at }),
    ...more,
  };
}

export function credential({ at, ...more }: Told<CredentialReference> = {}): CredentialReference {
  return { kind: 'credential', name: 'DEEPSEEK_API_KEY', shape: null, endpoint: null, evidence: place(at), ...more };
}

export function artefact({ at, ...more }: Told<ArtefactReference> = {}): ArtefactReference {
  return {
    kind: 'artefact',
    format: 'config.json',
    name: null,
    modelType: 'qwen2',
    architectures: [],
    remoteCode: false,
    evidence: place(at),
    ...more,
  };
}

const parties = {
  deepseek: { id: 'deepseek', name: 'DeepSeek', jurisdiction: 'CN' },
  alibaba: { id: 'alibaba', name: 'Alibaba (Qwen)', jurisdiction: 'CN' },
  moonshot: { id: 'moonshot', name: 'Moonshot AI (Kimi)', jurisdiction: 'CN' },
  groq: { id: 'groq', name: 'Groq', jurisdiction: 'US' },
  bedrock: { id: 'bedrock', name: 'Amazon Bedrock', jurisdiction: 'US' },
  openrouter: { id: 'openrouter', name: 'OpenRouter', jurisdiction: 'US' },
} as const;
export const party = (id: keyof typeof parties) => parties[id];

export function identity(more: Partial<Identity> = {}): Identity {
  const vendor = more.vendor === undefined ? 'deepseek' : more.vendor;
  return {
    outcome: 'identified',
    vendor,
    family: vendor === 'alibaba' ? 'qwen' : vendor,
    families: vendor === null ? [] : [vendor === 'alibaba' ? 'qwen' : vendor],
    model: null,
    developer: null,
    publisher: null,
    operator: null,
    gateway: null,
    operatorKind: 'vendor',
    location: 'unknown',
    provenance: 'first-party',
    exposure: 'api',
    certainty: 'exact',
    because: 'a test says so',
    facts: [],
    packageRole: null,
    ...more,
  };
}

export function subject(reference: Reference, known: Partial<Identity> = {}, lineage: readonly LineageStep[] = []): Subject {
  return { reference, identity: identity(known), lineage };
}

export function step(from: string, to: string, relation: LineageStep['relation'] = 'finetune'): LineageStep {
  return { from, relation, to, attestedBy: 'catalog', evidence: null, source: 'https://example.org/card' };
}

/** The product's own facts with what tests need to rely on. */
export const knowledge: Knowledge = await loadKnowledge();
export const rules: RuleSet = createRuleSet(await loadRisks(), knowledge);
