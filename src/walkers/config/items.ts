// Items of a shell's arrays: `"org/name 7"` holds a name and what belongs to it, `[key]=org/name` is one of a table.
import { type ScalarNode, slice } from '../../formats/nodes.ts';
import { isPlainlyModelLike } from './looks.ts';

const KEYED = /^\[[^\]\n]{1,80}\]=/;
const ROW = /^([^\s|,;]{3,150})(?:[ \t]{1,8}(?=\d[\d.]{0,8}[A-Za-z]{0,3}(?:[\s|,;]|$))|[|,;])[\w .:|,;/@+=-]{0,200}$/;

/** The names in a list of items; a line that begins with anything else is a command, and its words are no items. */
export function itemsOf(words: readonly ScalarNode[]): readonly ScalarNode[] {
  const [first, second, third, ...rest] = words;
  const items = first?.value === 'for' && second && third?.value === 'in' ? rest : words;
  const names = items.map(nameOf);
  return names[0] === null ? [] : names.filter((name) => name !== null);
}

/** The name at the start of an item, or null if it is no item. */
function nameOf(word: ScalarNode): ScalarNode | null {
  const lead = KEYED.exec(word.value)?.[0].length ?? 0;
  const text = word.value.slice(lead);
  const name = ROW.exec(text)?.[1] ?? (lead > 0 ? text : null);
  if (name === null || !name.includes('/') || !/\d/.test(name) || !isPlainlyModelLike(name)) return null;
  return slice(word, lead, lead + name.length);
}
