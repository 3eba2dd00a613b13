// As much of a regular expression's syntax as is needed to tell which text its matches must contain. What is not understood is unknown,
// never guessed.

export interface Node {
  readonly kind: 'text' | 'group' | 'end' | 'unknown';
  readonly text: string;
  readonly alternatives: readonly (readonly Node[])[];
  readonly optional: boolean;
}

const LITERAL_ESCAPE = /[^A-Za-z0-9]/;
const UNKNOWN: Node = { kind: 'unknown', text: '', alternatives: [], optional: false };
const END: Node = { ...UNKNOWN, kind: 'end' };

/** The alternatives of an expression, each a row of nodes; null where its syntax or flags are beyond this. */
export function parsePattern({ source, flags }: RegExp): readonly (readonly Node[])[] | null {
  const { alternatives, next } = parseAlternatives(source, 0);
  return next === source.length && !/[muv]/.test(flags) ? alternatives : null;
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
