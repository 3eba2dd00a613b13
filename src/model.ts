// The nouns, in the order in which a scan meets them: seen (Reference, Edge), understood
// (Identity, Subject), judged (Finding). Imports nothing and holds no behaviour.

/** Lines and columns count from 1 in UTF-16 code units; the end column is exclusive (SARIF `utf16CodeUnits`). */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What kind of file a reference stands in. Data for rules and policy, never a filter. */
export type Usage =
  | 'runtime'
  | 'deploy'
  | 'developer-tool'
  | 'build'
  | 'experiment'
  | 'test'
  | 'example'
  | 'docs'
  | 'catalogue'
  | 'denylist'
  | 'generated'
  | 'vendored';

/** What the syntax around a reference makes of it. `value` is a configuration value; `text` is prose or plain data. */
export type Context =
  | 'value'
  | 'argument'
  | 'assignment'
  | 'default'
  | 'entry'
  | 'comparison'
  | 'import'
  | 'command'
  | 'dependency'
  | 'comment'
  | 'text';

/** A piece of one source line, safe to print; `startColumn` is the column of its first character, from 1. */
export interface Excerpt {
  readonly text: string;
  readonly startColumn: number;
}

/** Where something was seen. `path` is relative to the root, with `/`; `route` holds keys from the outside in (`model_list`, `[0]`, `model`). */
export interface Evidence {
  readonly path: string;
  readonly region: Region | null;
  readonly route: readonly string[];
  readonly excerpt: Excerpt;
  readonly usage: Usage;
  readonly context: Context;
}

interface Seen {
  readonly evidence: Evidence;
}

/** A model's name as written. `partial`: some of it is computed at run time, and the name holds `*` there. */
export interface ModelReference extends Seen {
  readonly kind: 'model';
  readonly name: string;
  readonly partial: boolean;
  /** The URL that stands beside the name and decides who answers. */
  readonly endpoint: string | null;
  /** The provider, platform or client that stands beside the name, as written (`openrouter`, `bedrock`, `ChatOpenAI`). */
  readonly provider: string | null;
  /** The call or command that takes the name, dotted, as written (`AutoModel.from_pretrained`, `ollama pull`). */
  readonly call: string | null;
  readonly revision: string | null;
  readonly remoteCode: boolean;
  /** Where the call that loads the weights puts them, as written (`cuda`, `auto`). */
  readonly device: string | null;
  /** It is a path in the file system, or the call looks nowhere else (`local_files_only`). */
  readonly local: boolean;
}

/** A URL or host as written, without user info; where a constant stands for it, its node until lineage knows the value. */
export interface EndpointReference extends Seen {
  readonly kind: 'endpoint';
  readonly url: string;
}

export type PackageScope = 'runtime' | 'development' | 'optional' | 'peer' | 'build';

export interface PackageReference extends Seen {
  readonly kind: 'package';
  /** The purl type: `npm`, `pypi`, `maven`, `golang`, `cargo`, `nuget`, `gem`, `composer` ... */
  readonly ecosystem: string;
  /** As the ecosystem writes it (`@scope/name`, `group:artifact`); for an import, the imported module. */
  readonly name: string;
  /** `import`: seen in source code, so the name is a module's, not necessarily a package's. */
  readonly as: 'dependency' | 'import';
  /** The resolved version, or null where only a range is known. */
  readonly version: string | null;
  /** The range as written, or null. */
  readonly requirement: string | null;
  readonly scope: PackageScope;
  readonly direct: boolean;
  /** The shortest path of packages that brought it in, outermost first; empty for a direct dependency. */
  readonly introducedBy: readonly string[];
  /** How many paths lead there, up to 1,000, where packages that need each other count as one; 0 where the file has no graph. */
  readonly pathCount: number;
}

/** What a credential looked like: enough to tell whose key it is, too little to use it. */
export interface CredentialShape {
  /** The fixed lead of the value up to its last separator (`sk-`, `sk-kimi-`), or empty. */
  readonly prefix: string;
  readonly alphabet: 'hex' | 'alphanumeric' | 'base64url' | 'other';
  /** In characters, without the prefix. */
  readonly length: number;
}

/** A credential by name. It has no field for a value; `shape` is null where no literal value is written. */
export interface CredentialReference extends Seen {
  readonly kind: 'credential';
  readonly name: string;
  readonly shape: CredentialShape | null;
  /** The URL that stands beside it, which may tell whose key it is. */
  readonly endpoint: string | null;
}

/** A model file, known by what it declares about itself. */
export interface ArtefactReference extends Seen {
  readonly kind: 'artefact';
  readonly format: string;
  /** The name it gives itself (`_name_or_path`), or null. */
  readonly name: string | null;
  readonly modelType: string | null;
  readonly architectures: readonly string[];
  /** It asks its loader to run code of its own (`auto_map`). */
  readonly remoteCode: boolean;
}

/** What a walker saw. */
export type Reference = ModelReference | EndpointReference | PackageReference | CredentialReference | ArtefactReference;

export type Relation =
  | 'same'
  | 'alias'
  | 'finetune'
  | 'quantized'
  | 'adapter'
  | 'merge'
  | 'distilled'
  | 'architecture-only'
  | 'served-by'
  | 'fallback';

/**
 * What a walker saw two names say about each other. A node is a model name or alias as written, or one of
 * `file:PATH` (a model in that directory or file), `symbol:PATH#NAME` (a constant), `env:NAME` (a variable).
 */
export interface Edge extends Seen {
  readonly kind: 'edge';
  readonly from: string;
  readonly relation: Relation;
  readonly to: string;
}

/** A way to have seen less than was asked; `path` is null where the whole scan is concerned, `line` where the whole file is. */
export interface Notice {
  readonly kind: 'notice';
  readonly code: string;
  readonly path: string | null;
  readonly line: number | null;
  readonly detail: string;
}

/** What a walker yields. */
export type Sighting = Reference | Edge | Notice;

export type Certainty = 'exact' | 'strong' | 'weak' | 'ambiguous';

/** The knowledge entry that an answer rests on. `id` is `<file>#<group>/<key>`, such as `vendors/deepseek#hosts/api.deepseek.com`. */
export interface Fact {
  readonly id: string;
  readonly says: string;
  readonly source: string;
  /** ISO date on which the source was read. */
  readonly checked: string;
}

/** Somebody who holds a role. `jurisdiction` is an ISO 3166 code or null where no source says it. */
export interface Party {
  readonly id: string;
  readonly name: string;
  readonly jurisdiction: string | null;
}

/** Where a server stores and runs what it is sent. `global-scope`: the entry point is outside mainland China, the computation may be inside. */
export type Location = 'mainland' | 'outside' | 'global-scope' | 'unknown';

/** How the weights relate to those that the vendor published. */
export type Provenance = 'first-party' | 'repack' | 'derivative' | 'distilled' | 'architecture-only' | 'unknown';

/** What is exposed: prompts to a server, weights run by the user, code of a package, a key, a file's content. */
export type Exposure = 'api' | 'weights' | 'package' | 'credential' | 'artefact' | 'unknown';

/** What stands between the user and the model: the vendor's server, a host, a router that picks a host, the user's machine. */
export type OperatorKind = 'vendor' | 'host' | 'router' | 'self' | 'unknown';

/**
 * What the catalog knows about a name. `identified`: a vendor of the catalog stands behind it. `indeterminate`: an opaque
 * name, of which only the server's place is known, or a package that serves many vendors. `unknown`: nothing in the catalog speaks about it.
 */
export interface Identity {
  readonly outcome: 'identified' | 'indeterminate' | 'unknown';
  /** The vendor file's id of who trained the weights or runs the server; null unless identified. */
  readonly vendor: string | null;
  readonly family: string | null;
  /** All families whose training is inside: `[deepseek, qwen]` for R1-Distill-Qwen. */
  readonly families: readonly string[];
  /** The canonical name after wrappers, prefixes and spellings are peeled; null where it is not a model. */
  readonly model: string | null;
  readonly developer: Party | null;
  readonly publisher: Party | null;
  readonly operator: Party | null;
  readonly gateway: Party | null;
  readonly operatorKind: OperatorKind;
  readonly location: Location;
  readonly provenance: Provenance;
  readonly exposure: Exposure;
  readonly certainty: Certainty;
  /** One sentence that says how the answer was reached. */
  readonly because: string;
  readonly facts: readonly Fact[];
  /** Only for packages: what the package is for. */
  readonly packageRole: PackageRole | null;
}

/** `multi-provider`: it serves models of many vendors, so it is inventory and never a finding. */
export type PackageRole =
  | 'official-sdk'
  | 'adapter'
  | 'agent-cli'
  | 'weights-loader'
  | 'plugin'
  | 'multi-provider'
  | 'malicious'
  | 'lookalike';

/** One arrow of a lineage and its witness. `evidence` is the local place that says so, `source` the public one. */
export interface LineageStep {
  readonly from: string;
  readonly relation: Relation;
  readonly to: string;
  readonly attestedBy: 'catalog' | 'local file' | 'hub' | 'fingerprint';
  readonly evidence: Evidence | null;
  readonly source: string | null;
}

/** A reference, understood. */
export interface Subject {
  readonly reference: Reference;
  readonly identity: Identity;
  readonly lineage: readonly LineageStep[];
}

export type Verdict = 'none' | 'review' | 'restricted' | 'prohibited';
export type Band = 'none' | 'low' | 'medium' | 'high' | 'critical';
export type Level = 'none' | 'note' | 'warning' | 'error';

/** One line of the explanation: a factor, the key that was chosen, and its value. */
export interface Term {
  readonly factor: 'D' | 'W' | 'X' | 'L' | 'K' | 'E' | 'C';
  readonly key: string;
  readonly value: number;
}

/** `score` is 0 to 10 with one decimal; `base` is the score before usage and certainty, with two. */
export interface Score {
  readonly score: number;
  readonly base: number;
  readonly band: Band;
  readonly level: Level;
  readonly terms: readonly Term[];
}

/** What a rule is, the same for every scan. `id` is `<vendor>-<class>`. */
export interface Rule {
  readonly id: string;
  readonly class: string;
  readonly vendor: string;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly level: Level;
  /** 0.1 to 10, the score of a typical runtime hit; null for rules that are not about security. */
  readonly securitySeverity: number | null;
  readonly tags: readonly string[];
  readonly references: readonly string[];
  readonly since: string;
}

/** `active` counts for the exit code; the others are kept and shown on request. */
export type Disposition = 'active' | 'suppressed' | 'baseline';

/** A subject, judged: one a rule and place. `also` holds further subjects of the same rule at that place or, of a list, in that file. */
export interface Finding {
  readonly rule: string;
  readonly level: Level;
  readonly score: Score;
  readonly message: string;
  readonly subject: Subject;
  readonly also: readonly Subject[];
  /** 16 hex digits, `:`, ordinal. No line, column, score or message is in it. */
  readonly fingerprint: string;
  readonly disposition: Disposition;
  /** Why it is not active: the suppression's reason and owner; null if active. */
  readonly reason: string | null;
}

/** How much of the tree was seen. Counts of files, except `bytes`. */
export interface Coverage {
  readonly listed: number;
  readonly searched: number;
  readonly parsed: number;
  readonly bytes: number;
  /** Files left alone, by reason (`binary`, `too-large`, `symlink`, `excluded` ...). */
  readonly skipped: Readonly<Record<string, number>>;
}

/** The one input of every reporter: plain, sorted JSON. */
export interface ScanReport {
  /** The name of the JSON Schema that it follows. */
  readonly schema: 'waybill-report-1';
  readonly waybill: string;
  readonly knowledge: { readonly version: string; readonly checked: string };
  /** Path of the scanned root below the repository's root, with `/`, or empty: SARIF paths are relative to the repository. */
  readonly prefix: string;
  readonly rules: readonly Rule[];
  readonly findings: readonly Finding[];
  /** Every subject that was understood, findings or not. */
  readonly inventory: readonly Subject[];
  readonly notices: readonly Notice[];
  readonly coverage: Coverage;
}
