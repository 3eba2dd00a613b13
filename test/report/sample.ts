// Hand-made reports: every kind of reference, every disposition, and text that does not want to be printed.
import type { Evidence, Finding, Identity, Level, LineageStep, Notice, Reference, Rule, ScanReport, Subject } from '../../src/model.ts';
import { type Factors, score } from '../../src/score/score.ts';

export function evidence(path: string, line: number, marked: string, more: Partial<Evidence> = {}): Evidence {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const indent = 3;
  return {
    path,
    region: { startLine: line, startColumn: indent + start, endLine: line, endColumn: indent + end },
    route: [],
    excerpt: { text: marked.replace(/[«»]/g, ''), startColumn: indent },
    usage: 'runtime',
    context: 'value',
    ...more,
  };
}

const deepseek = { id: 'deepseek', name: 'DeepSeek', jurisdiction: 'CN' };
const alibaba = { id: 'alibaba', name: 'Alibaba Cloud', jurisdiction: 'CN' };

export function identity(more: Partial<Identity> = {}): Identity {
  return {
    outcome: 'identified',
    vendor: 'deepseek',
    family: 'deepseek',
    families: ['deepseek'],
    model: null,
    developer: deepseek,
    publisher: null,
    operator: deepseek,
    gateway: null,
    operatorKind: 'vendor',
    location: 'mainland',
    provenance: 'unknown',
    exposure: 'api',
    certainty: 'exact',
    because: 'The host is the vendor’s own.',
    facts: [],
    packageRole: null,
    ...more,
  };
}

const qwen = identity({
  vendor: 'qwen',
  family: 'qwen',
  families: ['qwen'],
  developer: alibaba,
  operator: null,
  operatorKind: 'self',
  location: 'outside',
  provenance: 'derivative',
  exposure: 'weights',
  because: 'A fine-tune of Qwen weights.',
});

const modelFields = {
  kind: 'model',
  partial: false,
  endpoint: null,
  provider: null,
  call: null,
  revision: null,
  remoteCode: false,
  device: null,
  local: false,
} as const;

export const model = (name: string, where: Evidence): Reference => ({ ...modelFields, name, evidence: where });
export const endpoint = (url: string, where: Evidence): Reference => ({ kind: 'endpoint', url, evidence: where });

export function subject(reference: Reference, known: Identity, lineage: readonly LineageStep[] = []): Subject {
  return { reference, identity: known, lineage };
}

const factors: Factors = {
  D: 'prc-operated-or-prc-stored-endpoint',
  W: 'vendor-hosted-mutable',
  X: 'none',
  L: 'named-in-federal-statute',
  E: 'production-runtime',
  C: 'exact-identifier',
};

interface FindingParts extends Partial<Omit<Finding, 'subject' | 'rule'>> {
  readonly rule: string;
  readonly subject: Subject;
}

let made = 0;
export function finding({ rule, subject: of, ...more }: FindingParts): Finding {
  made++;
  return {
    rule,
    level: 'error',
    score: score(factors),
    message: 'DeepSeek answers at https://api.deepseek.com/v1: prompts are sent to DeepSeek (mainland China)',
    subject: of,
    also: [],
    fingerprint: `${made.toString(16).padStart(16, '0')}:1`,
    disposition: 'active',
    reason: null,
    ...more,
  };
}

function rule(id: string, vendor: string, level: Level, more: Partial<Rule> = {}): Rule {
  return {
    id,
    class: id.slice(vendor.length + 1),
    vendor,
    title: `Prompts leave for a server that ${vendor} operates`,
    why: 'What is sent to the server is stored where its operator stores it. Terms and law of that place hold.\n\nMore in detail here.',
    fix: 'Serve the same weights yourself or through a host whose place you chose. Then pin the host.',
    level,
    securitySeverity: 8.1,
    tags: ['external/cwe/cwe-829', 'owasp-llm03-2025'],
    references: ['https://example.org/terms'],
    since: '0.1.0',
    ...more,
  };
}

export const rules: readonly Rule[] = [
  rule('deepseek-credential', 'deepseek', 'warning', {
    title: 'A key of the vendor is used',
    tags: ['external/cwe/cwe-798'],
    securitySeverity: 5,
  }),
  rule('deepseek-vendor-endpoint', 'deepseek', 'error'),
  rule('qwen-derivative-weights', 'qwen', 'warning', {
    title: 'Weights derived from Qwen are loaded',
    why: 'Behaviour that was trained into the base survives a fine-tune.',
    fix: 'Evaluate the model as you would its base, and pin the revision.',
    tags: ['external/cwe/cwe-1357'],
    securitySeverity: 4.5,
  }),
  rule('qwen-licence', 'qwen', 'note', { title: 'The licence asks for a notice', securitySeverity: null, tags: [], references: [] }),
];

const chain: readonly LineageStep[] = [
  {
    from: 'team/chat-v2',
    relation: 'finetune',
    to: 'NovaSky-AI/Sky-T1-32B-Preview',
    attestedBy: 'local file',
    evidence: evidence('models/chat-v2/README.md', 3, 'base_model: «NovaSky-AI/Sky-T1-32B-Preview»', { usage: 'docs' }),
    source: null,
  },
  {
    from: 'NovaSky-AI/Sky-T1-32B-Preview',
    relation: 'finetune',
    to: 'Qwen/Qwen2.5-32B-Instruct',
    attestedBy: 'catalog',
    evidence: null,
    source: 'https://huggingface.co/NovaSky-AI/Sky-T1-32B-Preview',
  },
];

const catalogue = { usage: 'catalogue', route: ['models', '[0]', 'id'] } as const;
const listed = (name: string, line: number) =>
  subject(model(name, evidence('web/models.json', line, `"id": "«${name}»",`, catalogue)), qwen);

export const findings: readonly Finding[] = [
  finding({
    rule: 'deepseek-vendor-endpoint',
    subject: subject(
      endpoint(
        'https://api.deepseek.com/v1',
        evidence('deploy/litellm config.yaml', 14, 'api_base: «https://api.deepseek.com/v1»', {
          usage: 'deploy',
          route: ['model_list', '[0]', 'litellm_params', 'api_base'],
        }),
      ),
      identity(),
    ),
  }),
  finding({
    rule: 'deepseek-credential',
    level: 'warning',
    score: score({ ...factors, D: 'none', W: 'none', X: 'committed-live-credential', C: 'intent-only' }),
    message: 'The key DEEPSEEK_API_KEY is read [from the environment]\\here',
    subject: subject(
      {
        kind: 'credential',
        name: 'DEEPSEEK_API_KEY',
        shape: null,
        endpoint: null,
        evidence: evidence(
          'deploy/litellm config.yaml',
          15,
          'api_key: "«DEEPSEEK_API_KEY»"  # 深度求索的密钥 \u001b[31mred\u001b[0m \u202eevil',
        ),
      },
      identity({ exposure: 'credential' }),
    ),
  }),
  finding({
    rule: 'qwen-derivative-weights',
    level: 'warning',
    score: score({
      D: 'self-hosted-or-offline',
      W: 'derivative-distance-2plus',
      X: 'none',
      L: '1260H',
      E: 'production-runtime',
      C: 'resolved',
    }),
    message: 'team/chat-v2 descends from Qwen/Qwen2.5-32B-Instruct: its weights were trained by Alibaba Cloud. Evaluate and pin it',
    subject: subject(
      model('team/chat-v2', evidence('services/chat/模型 #1.py', 41, 'model = AutoModel.from_pretrained("«team/chat-v2»")')),
      qwen,
      chain,
    ),
    also: [
      subject(model('team/chat-v3', evidence('services/chat/模型 #1.py', 41, 'x = "«team/chat-v3»"')), qwen),
      subject(model('MODEL', evidence('services/chat/模型 #1.py', 57, 'load(«MODEL»)')), qwen),
    ],
  }),
  finding({
    rule: 'qwen-derivative-weights',
    level: 'note',
    score: score({ D: 'none', W: 'vendor-official-weights', X: 'none', E: 'model-catalogue-listing', C: 'exact-identifier' }),
    message: 'A catalogue lists Qwen models',
    subject: listed('Qwen/Qwen3-8B', 4),
    also: [listed('Qwen/Qwen3-14B', 5), listed('Qwen/Qwen3-32B', 6)],
  }),
  finding({
    rule: 'qwen-licence',
    level: 'note',
    score: score({
      D: 'none',
      W: 'vendor-official-weights',
      X: 'none',
      K: 'notice-or-attribution',
      E: 'test-or-fixture',
      C: 'exact-identifier',
    }),
    message: 'model.safetensors declares itself as Qwen2ForCausalLM',
    subject: subject(
      {
        kind: 'artefact',
        format: 'safetensors',
        name: null,
        modelType: 'qwen2',
        architectures: ['Qwen2ForCausalLM'],
        remoteCode: false,
        evidence: {
          path: 'weights/model.safetensors',
          region: null,
          route: [],
          excerpt: { text: '', startColumn: 1 },
          usage: 'runtime',
          context: 'text',
        },
      },
      { ...qwen, exposure: 'artefact' },
    ),
    disposition: 'suppressed',
    reason: 'Approved for the pilot (owner: ml-platform, expires 2027-01-31)',
  }),
  finding({
    rule: 'qwen-derivative-weights',
    level: 'warning',
    subject: subject(
      {
        kind: 'package',
        ecosystem: 'pypi',
        name: 'dashscope',
        as: 'dependency',
        version: '1.20.0',
        requirement: '>=1.20',
        scope: 'runtime',
        direct: true,
        introducedBy: [],
        pathCount: 0,
        evidence: evidence('requirements.txt', 2, '«dashscope»>=1.20'),
      },
      { ...qwen, exposure: 'package' },
    ),
    message: 'dashscope is the vendor’s SDK',
    disposition: 'baseline',
  }),
];

export const notices: readonly Notice[] = [
  { kind: 'notice', code: 'unparsable', path: 'deploy/broken [1].yaml', line: 7, detail: 'bad indentation of a mapping entry' },
  { kind: 'notice', code: 'hub-unavailable', path: null, line: null, detail: 'asked three times without an answer' },
];

export function report(more: Partial<ScanReport> = {}): ScanReport {
  return {
    schema: 'waybill-report-1',
    waybill: '0.1.0',
    knowledge: { version: '2026.11.1', checked: '2026-11-23' },
    prefix: '',
    rules,
    findings,
    inventory: findings.map((item) => item.subject),
    notices,
    coverage: { listed: 1240, searched: 1182, parsed: 87, bytes: 4_812_345, skipped: { binary: 50, 'too-large': 6, symlink: 2 } },
    ...more,
  };
}

export const empty: ScanReport = report({ findings: [], inventory: [], notices: [] });
