// The closed vocabulary of `when`: each word asks one question about a subject. A new need is a new word here, never an expression.

import type {
  Certainty,
  Context,
  Exposure,
  Identity,
  Location,
  OperatorKind,
  PackageRole,
  Provenance,
  Reference,
  Subject,
  Usage,
} from '../model.ts';
import { isPinned } from '../score/pinned.ts';
import { usages } from '../util/vocabulary.ts';

/** Whose shape a credential's literal value has; `none`: no literal is written. */
export type KeyShape = 'vendor' | 'other' | 'none';

interface Vocabulary {
  readonly kind: Reference['kind'];
  readonly outcome: Identity['outcome'];
  readonly exposure: Exposure;
  readonly operator: OperatorKind;
  readonly location: Location;
  readonly provenance: Provenance;
  readonly certainty: Certainty;
  readonly usage: Usage;
  readonly context: Context;
  /** `unknown` for a package of which no fact says what it is for. */
  readonly packageRole: PackageRole | 'unknown';
  readonly shape: KeyShape;
  /** The weights' loader is told, or the model file asks it, to run code that comes with them. */
  readonly remoteCode: boolean;
  /** The reference names a commit or a digest. */
  readonly pinned: boolean;
  /** A call or command takes the name of a repository, so that a revision could be written beside it. */
  readonly loaded: boolean;
  /** The package is asked for here and not by another package. */
  readonly direct: boolean;
}

export type MatcherName = keyof Vocabulary;
export type Conditions = { readonly [K in MatcherName]?: readonly Vocabulary[K][] };

/** What is asked about: the subject and what only the vendor's facts can say about it. */
export interface Matchable {
  readonly subject: Subject;
  readonly shape: KeyShape;
}

interface Matcher<T> {
  readonly values: readonly T[];
  readonly of: (matchable: Matchable) => T;
}

const booleans = [true, false] as const;

export const matchers: { readonly [K in MatcherName]: Matcher<Vocabulary[K]> } = {
  kind: { values: ['model', 'endpoint', 'package', 'credential', 'artefact'], of: ({ subject }) => subject.reference.kind },
  outcome: { values: ['identified', 'indeterminate', 'unknown'], of: ({ subject }) => subject.identity.outcome },
  exposure: {
    values: ['api', 'weights', 'package', 'credential', 'artefact', 'unknown'],
    of: ({ subject }) => subject.identity.exposure,
  },
  operator: { values: ['vendor', 'host', 'router', 'self', 'unknown'], of: ({ subject }) => subject.identity.operatorKind },
  location: { values: ['mainland', 'outside', 'global-scope', 'unknown'], of: ({ subject }) => subject.identity.location },
  provenance: {
    values: ['first-party', 'repack', 'derivative', 'distilled', 'architecture-only', 'unknown'],
    of: ({ subject }) => subject.identity.provenance,
  },
  certainty: { values: ['exact', 'strong', 'weak', 'ambiguous'], of: ({ subject }) => subject.identity.certainty },
  usage: {
    values: usages,
    of: ({ subject }) => subject.reference.evidence.usage,
  },
  context: {
    values: ['value', 'argument', 'assignment', 'default', 'entry', 'comparison', 'import', 'command', 'dependency', 'comment', 'text'],
    of: ({ subject }) => subject.reference.evidence.context,
  },
  packageRole: {
    values: ['official-sdk', 'adapter', 'agent-cli', 'weights-loader', 'plugin', 'multi-provider', 'malicious', 'lookalike', 'unknown'],
    of: ({ subject }) => subject.identity.packageRole ?? 'unknown',
  },
  shape: { values: ['vendor', 'other', 'none'], of: ({ shape }) => shape },
  remoteCode: {
    values: booleans,
    of: ({ subject: { reference } }) => (reference.kind === 'model' || reference.kind === 'artefact') && reference.remoteCode,
  },
  pinned: { values: booleans, of: ({ subject }) => isPinned(subject.reference) },
  loaded: {
    values: booleans,
    of: ({ subject: { reference } }) =>
      reference.kind === 'model' && reference.call !== null && !WRITES.test(reference.call) && isRepository(reference.name),
  },
  direct: { values: booleans, of: ({ subject: { reference } }) => reference.kind === 'package' && reference.direct },
};

/** What is sent to a hub is not loaded from it. */
const WRITES =
  /(?:^|\.)(?:push_to_hub\w{0,20}|(?:create|delete|duplicate)_repo|upload_(?:file|folder|large_folder)|uploadFiles?|createRepo)$/;

/** `owner/name`; what has a tag, as in `qwen2.5:7b`, has no revision besides. */
function isRepository(name: string): boolean {
  return /\/[^/:]+$/.test(name);
}

export const matcherNames = Object.keys(matchers) as readonly MatcherName[];

export interface Pattern {
  readonly when: readonly Conditions[];
  readonly unless: readonly Conditions[];
}

export function matches({ when, unless }: Pattern, matchable: Matchable): boolean {
  return when.some((conditions) => hold(conditions, matchable)) && !unless.some((conditions) => hold(conditions, matchable));
}

/** Only identified subjects are meant where nothing else is said. */
function hold(conditions: Conditions, matchable: Matchable): boolean {
  if (conditions.outcome === undefined && matchers.outcome.of(matchable) !== 'identified') return false;
  return (Object.keys(conditions) as MatcherName[]).every((name) => {
    const wanted: readonly unknown[] | undefined = conditions[name];
    return wanted === undefined || wanted.includes(matchers[name].of(matchable));
  });
}
