// How a path must end for a walker's expression to match it, read off the expression. It only spares expressions that cannot
// match: what is not understood counts as matching everything.

interface Node {
  readonly kind: 'text' | 'group' | 'end' | 'unknown';
  readonly text: string;
  readonly alternatives: readonly (readonly Node[])[];
  readonly optional: boolean;
}

interface Tail {
  readonly text: string;
  /** `$` stands behind it. */
  readonly anchored: boolean;
  /** Nothing is known of what stands before it. */
  readonly closed: boolean;
}

const MOST_TAILS = 200;
const LITERAL_ESCAPE = /[^A-Za-z0-9]/;
const UNKNOWN: Node = { kind: 'unknown', text: '', alternatives: [], optional: false };
const END: Node = { ...UNKNOWN, kind: 'end' };

/** Lower-case endings, one of which every match has; null where nothing can be said. */
export function suffixesOf({ source, flags }: RegExp): readonly string[] | null {
  const { alternatives, next } = parseAlternatives(source, 0);
  if (next !== source.length || /[muv]/.test(flags)) return null;
  const tails = expandAll(alternatives, [{ text: '', anchored: false, closed: false }]);
  if (tails.length > MOST_TAILS || tails.some(({ anchored }) => !anchored)) return null;
  return tails.map(({ text }) => text);
}

function parseAlternatives(source: string, start: number): { readonly alternatives: readonly (readonly Node[])[]; readonly next: number } {
  const alternatives: Node[][] = [[]];
  let at = start;
  while (at < source.length && source[at] !== ')') {
    if (source[at] === '|') {
      alternatives.push([]);
      at++;
      continue;
    }
    const { node, next } = parseQuantified(source, at);
    alternatives.at(-1)?.push(node);
    at = next;
  }
  return { alternatives, next: at };
}

interface Parsed {
  readonly node: Node;
  readonly next: number;
}

function parseQuantified(source: string, at: number): Parsed {
  const { node, next } = parseAtom(source, at);
  const quantifier = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(next, next + 16))?.[0] ?? '';
  if (quantifier === '') return { node, next };
  const optional = quantifier[0] === '?' && node.kind !== 'end';
  return { node: optional ? { ...node, optional } : UNKNOWN, next: next + quantifier.length };
}

function parseAtom(source: string, at: number): Parsed {
  const character = source[at] ?? '';
  if (character === '(') return parseGroup(source, at);
  if (character === '[') return { node: UNKNOWN, next: endOfClass(source, at) };
  if (character === '$') return { node: END, next: at + 1 };
  if (character === '.' || character === '^') return { node: UNKNOWN, next: at + 1 };
  if (character !== '\\') return { node: { ...UNKNOWN, kind: 'text', text: character.toLowerCase() }, next: at + 1 };
  const escaped = source[at + 1] ?? '';
  if (LITERAL_ESCAPE.test(escaped)) return { node: { ...UNKNOWN, kind: 'text', text: escaped }, next: at + 2 };
  // What follows \x, \u, \k or \p would be read as text: give up on all of it, which the caller sees by where this ends.
  return { node: UNKNOWN, next: /[bBdDsSwW]/.test(escaped) ? at + 2 : source.length + 1 };
}

function parseGroup(source: string, at: number): Parsed {
  const lead = /^\((?:\?:|\?<?[=!])?/.exec(source.slice(at, at + 4))?.[0] ?? '(';
  const { alternatives, next } = parseAlternatives(source, at + lead.length);
  const isPlain = lead === '(?:' || (lead === '(' && source[at + 1] !== '?');
  // A look-around takes up no text, and what it asks for is not followed up.
  return { node: isPlain ? { ...UNKNOWN, kind: 'group', alternatives } : UNKNOWN, next: next + 1 };
}

function endOfClass(source: string, at: number): number {
  let end = at + 1;
  while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
  return end + 1;
}

function expandAll(alternatives: readonly (readonly Node[])[], tails: readonly Tail[]): readonly Tail[] {
  return alternatives.flatMap((nodes) => nodes.reduceRight(prepend, tails));
}

/** Everything of a tail that is closed or not anchored stays as it is: more knowledge would not be sound. */
function prepend(tails: readonly Tail[], node: Node): readonly Tail[] {
  if (tails.length > MOST_TAILS) return tails;
  const done = tails.filter(({ closed }) => closed);
  const open = tails.filter(({ closed }) => !closed);
  if (open.length === 0) return tails;
  return [...done, ...(node.optional ? open : []), ...grown(node, open)];
}

function grown(node: Node, open: readonly Tail[]): readonly Tail[] {
  if (node.kind === 'group') return expandAll(node.alternatives, open);
  if (node.kind === 'unknown') return open.map((tail) => ({ ...tail, closed: true }));
  if (node.kind === 'end') return open.map((tail) => ({ ...tail, anchored: tail.text === '', closed: tail.text !== '' }));
  return open.map((tail) => ({ ...tail, text: node.text + tail.text, closed: !tail.anchored }));
}
