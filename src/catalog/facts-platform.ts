// Platforms as they are written in `rules/platforms/`: where models are served, and how names are written there.
import type { Location, OperatorKind, Provenance } from '../model.ts';
import type { NamePattern, Sourced } from './facts.ts';

/** `rules/platforms/<id>.yaml`: where models are served and how names are written there. */
export interface PlatformFacts extends Sourced {
  readonly id: string;
  readonly name: string;
  readonly kind: 'cloud' | 'host' | 'router' | 'local' | 'hub' | 'library' | 'tool';
  readonly operator: { readonly name: string; readonly jurisdiction: string | null; readonly kind: OperatorKind };
  /** The vendor's id, where a vendor of the catalog runs the platform. */
  readonly vendor?: string;
  /** `own`: whatever the name says, the vendor's own models answer. */
  readonly serves?: 'own' | 'many';
  readonly location: Location;
  /** Names by which configurations and calls choose it: provider ids, LiteLLM prefixes, `npm` packages, client classes. */
  readonly aliases: readonly string[];
  /** Last segments of calls and commands that load from it (`from_pretrained`, `ollama pull`). */
  readonly calls: readonly string[];
  readonly hosts: readonly string[];
  readonly defaultHost: string | null;
  readonly grammar: PlatformGrammar;
  /** Names on this platform that hide whose weights they are. */
  readonly models: readonly (Sourced & {
    readonly name: string;
    readonly vendor: string;
    readonly family: string;
    readonly provenance: Provenance;
    readonly base?: string;
  })[];
  /** Names that choose a model at run time or by deployment: indeterminate. */
  readonly opaque: readonly NamePattern[];
}

/** How an id is written there; what is left after peeling is a family's name. */
export interface PlatformGrammar {
  /** Patterns removed from the start and the end, once each, in order. */
  readonly prefixes: readonly string[];
  readonly suffixes: readonly string[];
  /** Separator between owner and model, or null. */
  readonly owner: string | null;
  /** Whole names, lower case, that nobody but this platform writes: they choose it without other context. */
  readonly shapes?: readonly string[];
  /** Replacements that undo a spelling (`(\d)p(\d)` to `$1.$2`). */
  readonly spelling: readonly (readonly [string, string])[];
  readonly examples: readonly string[];
}
