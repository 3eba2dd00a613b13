// The question the whole catalog exists for: who stands behind this name, and what is exposed? Always an answer, never a throw.
import type { Identity, Reference } from '../model.ts';
import type { Catalog } from './catalog.ts';
import { answerOf, unknown } from './identify-answer.ts';
import { knownOf } from './identify-known.ts';
import { readName } from './identify-model.ts';
import { identifyArtefact, identifyCredential, identifyEndpoint, identifyPackage } from './identify-other.ts';
import { siteOf } from './identify-site.ts';

/** What stands beside a text. Everything is optional; each piece makes the answer surer. */
export interface IdentifyContext {
  readonly kind?: Reference['kind'];
  /** A platform's id or alias. */
  readonly platform?: string | null;
  /** The URL beside it. */
  readonly endpoint?: string | null;
  /** The provider or client beside it, as written. */
  readonly provider?: string | null;
  /** The call or command that takes it, as written. */
  readonly call?: string | null;
  /** A model's name is expected here. */
  readonly expected?: boolean;
  /** For packages. */
  readonly ecosystem?: string | null;
  readonly version?: string | null;
  readonly as?: 'dependency' | 'import';
}

export function identify(catalog: Catalog, text: string, context: IdentifyContext = {}): Identity {
  const known = knownOf(catalog);
  const { kind = 'model' } = context;
  if (kind === 'endpoint') return identifyEndpoint(known, text);
  if (kind === 'package') return identifyPackage(known, text, context);
  if (kind === 'credential') return identifyCredential(known, { name: text, shape: null, endpoint: context.endpoint ?? null });
  if (kind === 'artefact') return identifyArtefact(known, { name: text, modelType: null, architectures: [] });
  const site = siteOf(known, context);
  const reading = readName(known, text, context.expected === true ? { ...site, any: true } : site);
  if (reading === null && /^(?:https?|wss?):\/\//i.test(text)) return identifyEndpoint(known, text);
  return answerOf(known, reading, site);
}

export function identifyReference(catalog: Catalog, reference: Reference): Identity {
  const known = knownOf(catalog);
  switch (reference.kind) {
    case 'endpoint':
      return identifyEndpoint(known, reference.url);
    case 'package':
      return identifyPackage(known, reference.name, reference);
    case 'credential':
      return identifyCredential(known, reference);
    case 'artefact':
      return identifyArtefact(known, reference);
    case 'model': {
      const { endpoint, provider, call, evidence } = reference;
      const last = evidence.route.findLast((key) => !/^\[?\d{1,6}\]?$/.test(key)) ?? '';
      const expected = evidence.context !== 'text' && evidence.context !== 'comment' && /model|checkpoint|engine|llm/i.test(last);
      const answer = identify(catalog, reference.name, { endpoint, provider, call, expected });
      return reference.partial ? partly(answer) : answer;
    }
    default:
      return unknown('nothing is known about this kind of reference');
  }
}

/** Some of the name is computed at run time: its owner or family may stand, its model does not. */
function partly(answer: Identity): Identity {
  if (answer.outcome !== 'identified' || answer.certainty === 'ambiguous') return answer;
  return { ...answer, certainty: 'weak', because: `${answer.because}; part of the name is computed at run time` };
}
