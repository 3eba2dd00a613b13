// Names of which a part is computed (`qwen2.5-*`): read as they would be with what usually stands there.
import type { Clue, NameMatch, Names } from './names.ts';

/** Sizes, versions and kinds of any vendor's models; a word that only one vendor has would make its model of anything. */
const FILLINGS = ['7b', 'chat', '3', '2.5', '2.5-7b', 'max', 'r1', '7b-chat', '8k', '8'];

/** `qwen3:*`: the tag is open, the model is not. */
const TAG = /:[^:]{0,60}\*[^:]{0,60}$/;

/** `deepseek_chat.*`: what a package calls its modules and logs. */
const MODULE = /^[a-z]{1,40}(?:_[a-z]{1,40}){0,4}\.\*/;

/** What the text says of its family while its model is open; null where it says nothing, or several vendors' names begin like it. */
export function filledMatch(names: Names, text: string, clue: Clue): NameMatch | null {
  // By itself it may be the name of anything: of a file, a class of a style sheet, a key of a cache.
  if (!text.includes('*') || !/[a-z]{3}/.test(text) || MODULE.test(text) || (!clue.model && clue.vendors.length === 0)) return null;
  const name = text.replace(TAG, '');
  const matches = FILLINGS.map((filling) => names.match(name.replaceAll('*', filling), clue)).filter((match) => match !== null);
  const [first] = matches;
  if (first === undefined || matches.some(({ vendor }) => vendor !== first.vendor)) return null;
  return { ...first, certainty: first.certainty === 'ambiguous' ? first.certainty : 'weak' };
}
