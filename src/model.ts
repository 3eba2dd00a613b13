// The nouns, in the order in which a scan meets them: seen (Reference, Edge), understood
// (Identity, Subject), judged (Finding). Imports nothing and holds no behaviour.

/** A file below the scanned root; `path` is relative to it, with `/` separators. */
export interface Source {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Lines and columns count from 1 in UTF-16 code units; the end column is exclusive (SARIF `utf16CodeUnits`). */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What kind of place a reference stands in. Data for rules and policy, never a filter. */
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

/** Where something was seen; safe to print. `route` holds keys from the outside in (`model_list`, `[0]`, `model`). */
export interface Evidence {
  readonly path: string;
  readonly region: Region | null;
  readonly route: readonly string[];
  readonly excerpt: string;
  readonly usage: Usage;
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
  /** The provider or loader that stands beside the name, as written. */
  readonly provider: string | null;
  readonly revision: string | null;
  readonly remoteCode: boolean;
}

/** A URL or host as written, without user info. */
export interface EndpointReference extends Seen {
  readonly kind: 'endpoint';
  readonly url: string;
}

export interface PackageReference extends Seen {
  readonly kind: 'package';
  readonly ecosystem: string;
  readonly name: string;
  /** The resolved version, or null where only a range is known. */
  readonly version: string | null;
  /** The packages that brought it in, outermost first; empty for a direct dependency. */
  readonly introducedBy: readonly string[];
}

/** What a credential looked like: enough to tell whose key it is, too little to use it. */
export interface CredentialShape {
  readonly prefix: string;
  readonly alphabet: 'hex' | 'alphanumeric' | 'base64url' | 'other';
  readonly length: number;
}

/** A credential by name. It has no field for a value; `shape` is null where no literal value is written. */
export interface CredentialReference extends Seen {
  readonly kind: 'credential';
  readonly name: string;
  readonly shape: CredentialShape | null;
}

/** A model file, known by what it declares about itself. */
export interface ArtefactReference extends Seen {
  readonly kind: 'artefact';
  readonly format: string;
  readonly architectures: readonly string[];
}

/** What a walker saw. */
export type Reference = ModelReference | EndpointReference | PackageReference | CredentialReference | ArtefactReference;

export type Relation = 'same' | 'finetune' | 'quantized' | 'adapter' | 'merge' | 'distilled' | 'architecture-only' | 'served-by' | 'alias';

/** What a walker saw two names say about each other: an alias, a fallback, a base model. */
export interface Edge extends Seen {
  readonly from: string;
  readonly relation: Relation;
  readonly to: string;
}

export type Role = 'developer' | 'publisher' | 'operator' | 'gateway';
export type Certainty = 'exact' | 'strong' | 'weak' | 'ambiguous';

/** What the catalog knows about a name; `fact` cites the knowledge entry it rests on. */
export interface Identity {
  readonly vendor: string;
  readonly family: string | null;
  readonly role: Role;
  readonly certainty: Certainty;
  readonly fact: string;
}

/** One arrow of a lineage and its witness. */
export interface LineageStep {
  readonly from: string;
  readonly relation: Relation;
  readonly to: string;
  readonly attestedBy: 'catalog' | 'local file' | 'hub' | 'fingerprint';
}

/** A way to have seen less than was asked; `path` is null where the whole scan is concerned. */
export interface Notice {
  readonly code: string;
  readonly path: string | null;
  readonly detail: string;
}
