// Settings that a command is given as words: `model.path=org/name` (Hydra and its kin), `pretrained=org/name,tokenizer=org/name`.
import { type Entry, type ScalarNode, slice } from '../../formats/nodes.ts';
import { isOutput, type Role, roleOf } from './roles.ts';

export interface Setting extends Entry {
  readonly value: ScalarNode;
  readonly role: Role;
}

/** `+` and `++` add a key that the configuration does not have; a value may be quoted for the program. */
const SETTING = /(?:^|[,;\s])\+{0,2}([A-Za-z_][\w.@/-]{0,120})=["'[]{0,2}([^\s"',;[\]{}]{2,300})/g;
const MOST = 50;
const WRITTEN = /^(?:output|save|export|log)/i;

/** The settings of a word whose keys say that they are models or addresses. */
export function settingsIn(word: ScalarNode): readonly Setting[] {
  const found: Setting[] = [];
  if (!word.value.includes('=')) return found;
  for (const { 0: whole, 1: name = '', 2: value = '', index } of word.value.matchAll(SETTING)) {
    const role = roleOfPath(name);
    if (role !== 'model' && role !== 'endpoint') continue;
    const end = index + whole.length;
    const start = index + whole.indexOf(name);
    found.push({ key: slice(word, start, start + name.length), value: slice(word, end - value.length, end), role });
    if (found.length >= MOST) break;
  }
  return found;
}

/** What the last part of a path says, or, where it says nothing by itself (`path`, `name`), the last two. */
function roleOfPath(path: string): Role | null {
  const parts = path.split('.');
  const last = parts.at(-1) ?? '';
  if (isOutput(last) || WRITTEN.test(last)) return null;
  return roleOf(last) ?? roleOf(parts.slice(-2).join('.'));
}
