// One shape for every tree of keys and values, whatever its syntax. Positions are kept, never searched for afterwards.

/** Deeper trees are cut: no configuration needs more, and walkers may recurse. */
export const MAX_DEPTH = 200;

/** Pairs of a decoded offset and the raw offset it stems from, flattened and ascending: where escapes or indentation were removed. */
export type Jumps = readonly number[];

interface Located {
  /** UTF-16 offsets of the value itself, without quotes; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface ScalarNode extends Located {
  readonly kind: 'scalar';
  readonly type: 'string' | 'number' | 'boolean' | 'null';
  /** Decoded: without quotes, escapes, indentation. */
  readonly value: string;
  /** Null where the decoded value stands in the text as it is. */
  readonly jumps: Jumps | null;
}

export interface Entry {
  readonly key: ScalarNode;
  readonly value: Node;
}

export interface MapNode extends Located {
  readonly kind: 'map';
  /** In the order of the text; a key may occur twice. */
  readonly entries: readonly Entry[];
}

export interface ListNode extends Located {
  readonly kind: 'list';
  readonly items: readonly Node[];
}

/** A map or list that is written elsewhere: looked into, never visited twice. An alias of a scalar is a scalar of its own. */
export interface AliasNode extends Located {
  readonly kind: 'alias';
  readonly target: MapNode | ListNode;
}

export type Node = ScalarNode | MapNode | ListNode | AliasNode;

/** What could not be read, and where. */
export interface Problem {
  readonly detail: string;
  readonly offset: number;
}

export interface Tree {
  readonly roots: readonly Node[];
  readonly problems: readonly Problem[];
}

export function scalar(value: string, start: number, end: number, type: ScalarNode['type'] = 'string'): ScalarNode {
  return { kind: 'scalar', type, value, start, end, jumps: null };
}

/** A name that stands for a value, as a value that holds a variable: `var.name` reads `${var.name}`. */
export function variable({ value, start, end }: ScalarNode): ScalarNode {
  return { ...scalar(`\${${value}}`, start, end), jumps: [0, start, 2, start, value.length + 2, Math.max(start, end - 1)] };
}

export function mapOf(entries: readonly Entry[], start: number, end: number): MapNode {
  return { kind: 'map', entries, start, end };
}

/** The type that an unquoted word has in YAML's core schema and, near enough, everywhere else. */
export function typeOf(word: string): ScalarNode['type'] {
  if (word === '' || word === '~' || word === 'null' || word === 'Null' || word === 'NULL') return 'null';
  if (/^(?:true|false)$/i.test(word)) return 'boolean';
  return /^[-+]?(?:\d[\d_]{0,400}(?:\.\d{0,400})?|\.\d{1,400})(?:e[-+]?\d{1,4})?$/i.test(word) ? 'number' : 'string';
}

/** The number of the jump that an offset follows. */
function jumpBefore(jumps: Jumps, offset: number): number {
  let low = 0;
  let high = (jumps.length >> 1) - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((jumps[2 * middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The jumps within a decoded range, counted from its start: what a piece that is cut out there has to keep. */
export function jumpsWithin({ start, jumps }: ScalarNode, from: number, to: number): Jumps {
  const inside = [0, start + from];
  if (!jumps) return inside;
  const first = jumpBefore(jumps, from);
  inside[1] = (jumps[2 * first + 1] ?? start) + from - (jumps[2 * first] ?? 0);
  for (let at = 2 * first + 2; at < jumps.length && (jumps[at] ?? 0) < to; at += 2)
    inside.push((jumps[at] ?? 0) - from, jumps[at + 1] ?? 0);
  return inside;
}

/** The raw offset of a decoded one. */
export function rawOffset({ start, end, jumps }: ScalarNode, offset: number): number {
  if (!jumps) return Math.min(start + offset, end);
  const low = jumpBefore(jumps, offset);
  return Math.min((jumps[2 * low + 1] ?? start) + offset - (jumps[2 * low] ?? 0), end);
}

/** The offset in a node's value of an offset of the document. */
export function decodedOffset(node: ScalarNode, raw: number): number {
  if (!node.jumps) return raw - node.start;
  let low = 0;
  let high = node.value.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (rawOffset(node, middle) <= raw) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The raw end of a decoded range: one behind its last character, so that a removed indentation is not covered. */
export function rawEnd(node: ScalarNode, offset: number): number {
  return offset === 0 ? rawOffset(node, 0) : Math.max(rawOffset(node, offset - 1) + 1, node.start);
}

/** A piece of a scalar as one of its own, in the coordinates of the whole text. */
export function slice(node: ScalarNode, from: number, to: number): ScalarNode {
  const start = rawOffset(node, from);
  return {
    ...scalar(node.value.slice(from, to), start, Math.max(start, rawEnd(node, to))),
    jumps: node.jumps && jumpsWithin(node, from, to),
  };
}

/** What stands in a scalar in place of a range of its decoded value. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The scalar with some of its ranges written otherwise: each stands for the whole range that it came from. */
export function rewritten(node: ScalarNode, changes: readonly Change[]): ScalarNode {
  if (changes.length === 0) return node;
  const jumps: number[] = [];
  let value = '';
  let done = 0;
  const keep = (to: number) => {
    const inside = jumpsWithin(node, done, to);
    for (let at = 0; at < inside.length; at += 2) jumps.push((inside[at] ?? 0) + value.length, inside[at + 1] ?? 0);
    value += node.value.slice(done, to);
  };
  for (const { start, end, text } of changes) {
    keep(start);
    jumps.push(value.length, rawOffset(node, start), value.length + text.length - 1, rawEnd(node, end) - 1);
    value += text;
    done = end;
  }
  keep(node.value.length);
  return { ...node, value, jumps };
}

/** Moves a tree that was read from a scalar's decoded value to where it stands in the text. */
export function relocate(node: Node, within: ScalarNode, done: Map<Node, Node> = new Map()): Node {
  const known = done.get(node);
  if (known) return known;
  const moved = move(node, within, done);
  done.set(node, moved);
  return moved;
}

function move(node: Node, within: ScalarNode, done: Map<Node, Node>): Node {
  const start = rawOffset(within, node.start);
  const end = Math.max(start, rawEnd(within, node.end));
  const inner = (child: Node) => relocate(child, within, done);
  if (node.kind === 'list') return { ...node, start, end, items: node.items.map(inner) };
  if (node.kind === 'alias') return { ...node, start, end, target: inner(node.target) as AliasNode['target'] };
  if (node.kind === 'scalar') return { ...node, start, end, jumps: relocateJumps(node, within) };
  const entries = node.entries.map(({ key, value }) => ({ key: inner(key) as ScalarNode, value: inner(value) }));
  return { ...node, start, end, entries };
}

/** Both maps in one: the inner scalar's own jumps, and those of the scalar around it that fall into its span. */
function relocateJumps(node: ScalarNode, within: ScalarNode): Jumps | null {
  if (!within.jumps && !node.jumps) return null;
  const inner = node.jumps ?? [0, node.start];
  const moved: number[] = [];
  for (let at = 0; at < inner.length; at += 2) {
    const decoded = inner[at] ?? 0;
    const from = inner[at + 1] ?? 0;
    const length = (inner[at + 2] ?? node.value.length) - decoded;
    moved.push(decoded, rawOffset(within, from));
    const jumps = within.jumps ?? [];
    for (let jump = 2 * jumpBefore(jumps, from) + 2; (jumps[jump] ?? Number.POSITIVE_INFINITY) < from + length; jump += 2)
      moved.push(decoded + (jumps[jump] ?? 0) - from, jumps[jump + 1] ?? 0);
  }
  return moved;
}

/** What an alias stands for. */
export function follow(node: Node | null | undefined): Exclude<Node, AliasNode> | null {
  if (!node) return null;
  return node.kind === 'alias' ? node.target : node;
}

/** The value of a key; the last one wins as it does in most readers, and merged maps (`<<`) come after own keys. */
export function get(node: Node | null | undefined, key: string, depth = 0): Exclude<Node, AliasNode> | null {
  const map = follow(node);
  if (map?.kind !== 'map') return null;
  for (let at = map.entries.length - 1; at >= 0; at--) {
    const entry = map.entries[at];
    if (entry?.key.value === key) return follow(entry.value);
  }
  return depth < 4 ? getMerged(map, key, depth) : null;
}

function getMerged(map: MapNode, key: string, depth: number): Exclude<Node, AliasNode> | null {
  for (const entry of map.entries) {
    if (entry.key.value !== '<<') continue;
    const merged = follow(entry.value);
    for (const source of merged?.kind === 'list' ? merged.items : [merged]) {
      const found = get(source, key, depth + 1);
      if (found) return found;
    }
  }
  return null;
}

/** The value at a path of keys. */
export function at(node: Node | null | undefined, ...path: readonly string[]): Exclude<Node, AliasNode> | null {
  return path.reduce<Exclude<Node, AliasNode> | null>((inner, key) => get(inner, key), follow(node));
}

/** The scalar, if it is a string that says something. */
export function stringOf(node: Node | null | undefined): ScalarNode | null {
  return node?.kind === 'scalar' && node.type === 'string' && node.value.trim() !== '' ? node : null;
}

export function itemsOf(node: Node | null | undefined): readonly Node[] {
  const list = follow(node);
  return list?.kind === 'list' ? list.items : [];
}

export function entriesOf(node: Node | null | undefined): readonly Entry[] {
  const map = follow(node);
  return map?.kind === 'map' ? map.entries : [];
}
