// The knowledge as it is written in `rules/`: one YAML file a vendor and a platform. Facts only, each with source and date.
import type { Location, PackageRole, Provenance } from '../model.ts';
import type { PlatformFacts } from './facts-platform.ts';

export type { PlatformFacts, PlatformGrammar } from './facts-platform.ts';

/** Where a statement comes from. A group's sourcing holds for its entries; an entry may have its own. */
export interface Sourced {
  readonly source: string;
  /** ISO date. */
  readonly checked: string;
}

/** `rules/vendors/<id>.yaml`: who trains the models. */
export interface VendorFacts {
  readonly id: string;
  /** As a person says it: `Alibaba (Qwen)`. */
  readonly name: string;
  /** ISO 3166 code of the developer's seat. */
  readonly jurisdiction: string;
  readonly entities: readonly (Sourced & { readonly role: string; readonly name: string; readonly jurisdiction: string })[];
  readonly designations: readonly (Sourced & {
    readonly list: string;
    readonly status: string;
    readonly date: string;
    readonly note?: string;
  })[];
  readonly families: readonly FamilyFacts[];
  readonly organisations: readonly (Sourced & OrganisationFacts)[];
  readonly hosts: readonly (Sourced & HostFacts)[];
  readonly models: readonly (Sourced & ModelFacts)[];
  /** Joined, like families and models, from `rules/names/<id>.yaml`. */
  readonly owners?: readonly (Sourced & OwnerFacts)[];
  readonly packages: readonly (Sourced & PackageFacts)[];
  readonly variables: readonly (Sourced & VariableFacts)[];
  readonly keys: readonly (Sourced & KeyFacts)[];
  readonly architectures: readonly (Sourced & ArchitectureFacts)[];
  readonly ambiguous: readonly (Sourced & AmbiguousFacts)[];
}

/** A name grammar, open-ended: next year's name matches without an edit. */
export interface FamilyFacts extends Sourced {
  readonly id: string;
  readonly name: string;
  /** `open`: weights are published for some; `api`: reachable only as a service. */
  readonly weights: 'open' | 'api' | 'mixed';
  readonly patterns: readonly NamePattern[];
  /** Literals (lower case, at least 3 ASCII characters) of which every name of the family contains one: the prefilter's food. */
  readonly literals: readonly string[];
}

export interface NamePattern {
  /** A linear-time, bounded regular expression over the peeled, lower-cased name; anchored by the compiler at both ends. */
  readonly pattern: string;
  readonly certainty: 'exact' | 'strong' | 'weak';
  /** What must stand beside the name for it to be evidence: a platform, host, SDK or key of this vendor. */
  readonly needs?: 'vendor-context' | 'model-context';
  /** Further families whose weights are inside (`qwen` for R1-Distill-Qwen). */
  readonly also?: readonly string[];
  /** The family's word stands inside somebody else's name: a derivative. */
  readonly derived?: boolean;
  /** Only reachable as a service: no weights were published under such names. */
  readonly service?: boolean;
  readonly hits: readonly string[];
  readonly misses: readonly string[];
}

/** `rules/names/<vendor>.yaml`: the names of one vendor's models. Group sourcing holds for entries without their own. */
export interface NamesFacts extends Sourced {
  readonly vendor: string;
  readonly owners: readonly (Partial<Sourced> & OwnerFacts)[];
  readonly families: readonly (Partial<Sourced> & Omit<FamilyFacts, keyof Sourced>)[];
  readonly models: readonly (Partial<Sourced> & ModelFacts)[];
}

/** What stands before the slash (or dot) of a model's name on platforms and hubs. */
export interface OwnerFacts {
  /** Lower case. */
  readonly name: string;
  /** What a name of this owner is when no pattern matches it; null: only the vendor is known. */
  readonly family: string | null;
  /** `strong`: nobody else uses the word as owner; `weak`: it says nothing without a name that matches. */
  readonly certainty: 'strong' | 'weak';
}

/** An owner's name on a hub. */
export interface OrganisationFacts {
  readonly name: string;
  readonly hubs: readonly string[];
  /** `mirror`: a hub's own account, which re-publishes everybody's models and says nothing about weights. */
  readonly role: 'vendor' | 'lab' | 'affiliate' | 'repack' | 'mirror';
  /** Every repository of the owner is of this family; null: the model's name decides. */
  readonly family: string | null;
  readonly note?: string;
}

export interface HostFacts {
  /** A host, `*.host` for any labels before it, or with `{name}` for exactly one label (`dashscope-{name}` for one with a fixed lead). Compared by labels, never as substring. */
  readonly host: string;
  /** The fact holds at and below these paths only; absent: for the whole host. */
  readonly paths?: readonly string[];
  readonly purpose: 'api' | 'console' | 'documentation' | 'weights' | 'chat' | 'telemetry' | 'not-a-model';
  readonly location: Location;
  readonly operator: string;
  readonly note?: string;
}

/** A name without a family word, or a retired one. */
export interface ModelFacts {
  readonly name: string;
  readonly family: string;
  readonly retired?: string;
  readonly needs?: 'vendor-context' | 'model-context';
  readonly also?: readonly string[];
  readonly service?: boolean;
  /** Absent: `first-party`. */
  readonly provenance?: Provenance;
  /** Who published it, where that is not the vendor. */
  readonly publisher?: string;
}

export interface PackageFacts {
  readonly ecosystem: string;
  readonly name: string;
  readonly role: PackageRole;
  /** Modules by which source code imports it. */
  readonly imports?: readonly string[];
  /** The package serves many vendors, and is another entry: only the modules are this vendor’s. */
  readonly shared?: boolean;
  /** A version range in the ecosystem’s own syntax; absent: all versions. Of several entries of a name the first that holds counts. */
  readonly versions?: string;
  readonly note?: string;
}

/** `rules/libraries/*.yaml`: packages that serve models of many vendors. */
export interface LibraryFacts {
  readonly id: string;
  readonly packages: readonly (Sourced & Omit<PackageFacts, 'role' | 'imports' | 'shared'>)[];
}

export interface VariableFacts {
  /** Exact, or with a leading or trailing `*` for framework prefixes and suffixes (whole words; separators and case do not count then). */
  readonly name: string;
  readonly kind: 'api-key' | 'base-url' | 'model' | 'other';
  readonly certainty: 'exact' | 'strong' | 'weak';
}

/** A key's shape in the terms of `CredentialShape`. */
export interface KeyFacts {
  readonly prefix: string;
  readonly alphabet: 'hex' | 'alphanumeric' | 'base64url' | 'other';
  readonly minimumLength: number;
  readonly maximumLength: number;
  /** The shape alone proves nothing: the name or host beside it must be the vendor's. */
  readonly needsContext: boolean;
}

/** `rules/lineage/*.yaml`: whose weights stand behind a name that does not say so. */
export interface DerivativeFacts extends Sourced {
  /** `owner/name` of a hub, or `platform:name` where no weights are published. A trailing `*` stands for the rest of the name. */
  readonly name: string;
  readonly relation: 'finetune' | 'quantized' | 'adapter' | 'merge' | 'distilled' | 'architecture-only' | 'same';
  readonly parents: readonly string[];
  /** Families whose pre-trained weights are inside: ids of the catalog's families, or another lab's word (`llama`). Empty: none of the catalog. */
  readonly families: readonly string[];
  /** Models whose answers it was trained on, while none of their weights are inside. */
  readonly teachers?: readonly string[];
  /** Only this part of the system is the parent's (`text-encoder`, `vision-encoder`, `language-model`). */
  readonly part?: string;
  /** It looks like a vendor's model and is not: never to be claimed. `note` says why. */
  readonly not?: boolean;
  readonly certainty: 'exact' | 'strong' | 'weak';
  readonly note?: string;
}

/** What a model file's own configuration says about whose weights it holds. An architecture is code; `claim` says how far it speaks about weights. */
export interface ArchitectureFacts {
  readonly line: string;
  readonly family: string;
  /** `model_type` values, exact. */
  readonly types: readonly string[];
  /** `architectures` classes, exact. */
  readonly classes: readonly string[];
  /** `general.architecture` of GGUF files, exact. */
  readonly gguf?: readonly string[];
  /** `strong`: nobody else's weights are known in it; `medium`: usually a descendant, sometimes trained from scratch; `weak`: a design that others use; `none`: says nothing. */
  readonly claim: 'strong' | 'medium' | 'weak' | 'none';
  readonly also?: readonly string[];
  readonly alsoUsedBy?: readonly { readonly name: string; readonly families: readonly string[] }[];
  readonly note?: string;
}

/** A word of the vendor that means something else to most people. */
export interface AmbiguousFacts {
  readonly word: string;
  readonly means: string;
  readonly needs: string;
}

/** `rules/lineage/publishers.yaml`: owners on hubs who re-publish other people's models. */
export interface PublisherFacts extends Sourced {
  readonly name: string;
  /** `random`: test weights behind real architectures. */
  readonly role: 'repack' | 'finetune' | 'mirror' | 'random';
  readonly note?: string;
}

/** `rules/lineage/*.yaml`; each group names its own source. */
export interface LineageFacts {
  readonly checked: string;
  readonly derivatives?: readonly DerivativeFacts[];
  readonly publishers?: readonly PublisherFacts[];
}

/** All of `rules/` that states facts, compiled: every list flat, every entry with its own source and date. */
export interface Knowledge {
  /** The newest date and eight digits of the content's hash. */
  readonly version: string;
  /** The newest date on which a fact was checked. */
  readonly checked: string;
  readonly vendors: readonly VendorFacts[];
  readonly platforms: readonly PlatformFacts[];
  readonly libraries: readonly LibraryFacts[];
  readonly derivatives: readonly DerivativeFacts[];
  readonly publishers: readonly PublisherFacts[];
  /** What the prefilter searches for: lower-case ASCII, at least 3 characters, none inside another. */
  readonly literals: readonly string[];
  /** The same for libraries of many vendors, whose names mean something only where packages are listed. */
  readonly libraryLiterals: readonly string[];
}
