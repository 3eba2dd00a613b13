// Several providers in one file of settings, each for a purpose: `EMBEDDING_PROVIDER` is whom `EMBEDDING_MODEL` is asked from.
import { type MapNode, stringOf } from '../../formats/nodes.ts';
import { roleOf, wordsOf } from './roles.ts';

export interface Purpose {
  /** The words of the key before those that say what it is: `plan mode` of `planModeApiProvider`. */
  readonly lead: string;
  readonly provider: string;
}

const SAYS = /(?:^| )(?:(?:api|open ai|openai|llm|ai|chat) ){0,3}(?:providers?|models?)(?: (?:ids?|names?|type))?$/;

/** Empty where the key says no purpose, or is none of these. */
function leadOf(key: string): string {
  const words = wordsOf(key);
  const lead = words.replace(SAYS, '');
  return lead === words ? '' : lead;
}

export function purposesIn(map: MapNode): readonly Purpose[] {
  return map.entries.flatMap(({ key, value }) => {
    const provider = roleOf(key.value) === 'provider' ? stringOf(value)?.value.trim() : undefined;
    const lead = provider && /^[\w.-]{2,60}$/.test(provider) ? leadOf(key.value) : '';
    return provider && lead !== '' ? [{ lead, provider }] : [];
  });
}

/** Whom the settings name for the purpose that a key has; null where they name nobody for it. */
export function ownProvider(purposes: readonly Purpose[] | undefined, key: string): string | null {
  if (!purposes) return null;
  const lead = leadOf(key);
  return lead === '' ? null : (purposes.find((one) => one.lead === lead || namedIn(lead, one))?.provider ?? null);
}

/** One key for each provider of a purpose, who is named in it: `actModeOpenRouterModelId` beside `actModeApiProvider: openrouter`. */
function namedIn(lead: string, { lead: purpose, provider }: Purpose): boolean {
  return lead.startsWith(`${purpose} `) && lead.slice(purpose.length).replaceAll(' ', '') === wordsOf(provider).replaceAll(' ', '');
}

/** What is done beside the talk: whoever does it answers for nothing else. */
export function isAside(key: string): boolean {
  return /^(?:embeddings?|embed|re ?rank(?:er|ing)?|tts|stt|asr|ocr|image|vision|video|audio|speech|voice|search|web search)$/.test(
    leadOf(key),
  );
}
