// Several settings in one text: `name=fast,upstream=model`, `Endpoint=https://...;Model=name`, `provider=a&model=b;provider=c&model=d`,
// `label|https://...|model`. They become the tree that they stand for.
import { type Entry, type MapNode, type Node, type ScalarNode, slice } from '../../formats/nodes.ts';
import { isPlainlyModelLike, isUrl } from './looks.ts';
import { isOutput, roleOf } from './roles.ts';
import type { Range } from './sight.ts';

const LONGEST = 4000;
const PAIR = /^\s{0,4}([A-Za-z_][\w.-]{0,60})\s?=\s?((?!=)[^\s]{0,600})\s{0,4}$/;

/** What a run makes, not what it uses. */
const WRITTEN = /(?:^|\.)(?:output|save|export|log)/i;

/** Null for any other text. One pair alone is an assignment, or an alias. */
export function packedTree(node: ScalarNode): Node | null {
  const { value } = node;
  if (value.length > LONGEST || !/[;,&|]/.test(value)) return null;
  return value.includes('=') && /^[A-Za-z_][\w.-]{0,60}\s?=/.test(value) ? pairsTree(node) : positionalTree(node);
}

/** The records of a text of pairs. */
export function recordsIn(node: ScalarNode): readonly (readonly Entry[])[] {
  const tree = packedTree(node);
  if (tree?.kind === 'map') return [tree.entries];
  return tree?.kind === 'list' ? tree.items.flatMap((item) => (item.kind === 'map' ? [item.entries] : [])) : [];
}

function pairsTree(node: ScalarNode): Node | null {
  const parts = splitAt(node.value, ';', { start: 0, end: node.value.length });
  const records = parts.map((part) => pairsAt(node, part));
  if (!records.every((record) => record !== null)) return null;
  // Of one pair each, they are one record.
  const isFlat = records.every(({ length }) => length === 1);
  if (isFlat) return records.length < 2 ? null : recordOf(node, records.flat());
  const maps = records.map((pairs) => recordOf(node, pairs));
  return maps.length === 1 ? (maps[0] ?? null) : { kind: 'list', items: maps, start: node.start, end: node.end };
}

/** The pairs of a range, which has commas or ampersands between them; null where it is none. */
function pairsAt(node: ScalarNode, part: Range): readonly Entry[] | null {
  const whole = node.value.slice(part.start, part.end);
  const separator = [',', '&'].find((one) => whole.includes(one) && splitAt(node.value, one, part).every((range) => pairAt(node, range)));
  const entries = (separator === undefined ? [part] : splitAt(node.value, separator, part)).map((range) => pairAt(node, range));
  return entries.every((entry) => entry !== null) ? entries : null;
}

function pairAt(node: ScalarNode, { start, end }: Range): Entry | null {
  const [, key = '', quoted = ''] = PAIR.exec(node.value.slice(start, end)) ?? [];
  if (key === '') return null;
  const value = quoted.replace(/^(["'])(.*)\1$/, '$2');
  const at = node.value.indexOf(key, start);
  const from = node.value.indexOf('=', at + key.length) + 1;
  const first = value === '' ? from : node.value.indexOf(value, from);
  return { key: slice(node, at, at + key.length), value: slice(node, first, first + value.length) };
}

/** Where some keys say what they are for, the others are settings of it; where none does, they are names for what they hold. */
function recordOf(node: ScalarNode, pairs: readonly Entry[]): MapNode {
  const used = pairs.filter(({ key: { value } }) => !isOutput(value) && !WRITTEN.test(value));
  const told = used.filter(({ key }) => roleOf(key.value) !== null);
  const entries = told.length > 0 ? told : used.filter(({ key }) => !NO_NAME.test(key.value));
  return { kind: 'map', entries, start: node.start, end: node.end };
}

/** Words that an answer ends with, and how it is formed. */
const NO_NAME = /^(?:until|stop|eos|bos|pad|template|chat_template|dtype)(?:_\w{1,30})?$/i;

/** Without what is empty behind the last separator. */
function splitAt(text: string, separator: string, { start, end }: Range): readonly Range[] {
  const ranges: Range[] = [];
  let from = start;
  for (let at = text.indexOf(separator, from); at >= 0 && at < end; at = text.indexOf(separator, from)) {
    ranges.push({ start: from, end: at });
    from = at + 1;
  }
  if (from === start || text.slice(from, end).trim() !== '') ranges.push({ start: from, end });
  return ranges;
}

/** `label|https://...|model`, `vendor|model`: what its places mean is told by what stands there. */
function positionalTree(node: ScalarNode): Node | null {
  if (!node.value.includes('|')) return null;
  const parts = splitAt(node.value, '|', { start: 0, end: node.value.length });
  if (parts.length < 2 || parts.length > 8) return null;
  const values = parts.map(({ start, end }) => slice(node, start, end));
  const url = values.find(({ value }) => isUrl(value));
  const owner = values.length === 2 && /^[a-z][a-z_-]{2,20}$/.test(values[0]?.value ?? '') ? values[0] : undefined;
  if (!url && !owner) return null;
  const named = values.filter((value) => value !== url && value !== owner && isPlainlyModelLike(value.value));
  const last = named.at(-1);
  if (!last && !url) return null;
  const entries: Entry[] = [];
  if (url) entries.push({ key: keyed(url, 'url'), value: url });
  if (owner) entries.push({ key: keyed(owner, 'provider'), value: owner });
  if (last) entries.push({ key: keyed(last, 'model'), value: last });
  return { kind: 'map', entries, start: node.start, end: node.end };
}

/** A key that nobody wrote. */
function keyed(node: ScalarNode, value: string): ScalarNode {
  return { ...node, type: 'string', value, end: node.start, jumps: null };
}
