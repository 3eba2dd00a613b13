// How ecosystems without a library here order versions: Maven, RubyGems, NuGet. Each comparison is negative, zero or positive.
// A version that cannot be read is null, and nothing is said about it.

export type Compare = (left: string, right: string) => number | null;

type Part = string | number;

const LONGEST = 200;

function sign(left: Part, right: Part): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** What Maven calls a token: its value, and whether a dot stood before it. */
interface Token {
  readonly value: Part;
  readonly dotted: boolean;
}

/** From early to late; the empty one is a release. Other words come after it, in alphabetical order. */
const QUALIFIERS = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];
const SPELLED: Readonly<Record<string, string>> = { cr: 'rc', ga: '', final: '', release: '' };
const SHORT: Readonly<Record<string, string>> = { a: 'alpha', b: 'beta', m: 'milestone' };

function tokensOf(version: string): Token[] {
  const tokens: Token[] = [];
  // A change between digits and letters counts as a hyphen.
  for (const [, separator, digits, word = ''] of version.toLowerCase().matchAll(/([.-]?)(?:(\d{1,40})|([^\d.-]{1,200}))/g)) {
    const previous = tokens.at(-1);
    const [lead = ''] = previous === undefined ? [] : [String(previous.value)];
    if (digits !== undefined && separator === '' && SHORT[lead]) tokens[tokens.length - 1] = { ...(previous as Token), value: SHORT[lead] };
    const value = digits === undefined ? (SPELLED[word] ?? word) : Number(digits);
    tokens.push({ value, dotted: separator === '.' });
  }
  return trimmed(tokens);
}

const isNothing = ({ value }: Token) => value === 0 || value === '';

/** `1.0.0` is `1`; `1.0-rc` and `1.0.rc` are `1-rc`: a zero counts only before a dot and a number. */
function trimmed(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (const token of tokens.toReversed()) {
    const next = kept[0];
    if (!isNothing(token) || (next?.dotted && typeof next.value === 'number')) kept.unshift(token);
  }
  return kept;
}

/** A word is earlier than a number, and a number after a hyphen earlier than one after a dot. */
function rank({ value, dotted }: Token): number {
  return typeof value === 'string' ? 0 : dotted ? 2 : 1;
}

function qualifier(word: string): string {
  const known = QUALIFIERS.indexOf(word);
  return known < 0 ? `${QUALIFIERS.length}${word}` : String(known);
}

function compareTokens(left: Token, right: Token): number {
  if (typeof left.value === 'string' && typeof right.value === 'string') return sign(qualifier(left.value), qualifier(right.value));
  return sign(rank(left), rank(right)) || sign(left.value, right.value);
}

/** What stands for a token that the shorter version lacks. */
function padding({ value, dotted }: Token): Token {
  return { value: typeof value === 'string' ? '' : 0, dotted };
}

export const compareMaven: Compare = (left, right) => {
  const [ours, theirs] = [tokensOf(left.slice(0, LONGEST)), tokensOf(right.slice(0, LONGEST))];
  if (ours.length === 0 && theirs.length === 0) return /\d/.test(left) && /\d/.test(right) ? 0 : null;
  for (let at = 0; at < Math.max(ours.length, theirs.length); at++) {
    const [own, other] = [ours[at], theirs[at]];
    const order = compareTokens(own ?? padding(other as Token), other ?? padding(own as Token));
    if (order !== 0) return order;
  }
  return 0;
};

const GEM = /^\s{0,5}v?\d{1,20}(?:[.-][0-9a-z]{1,60}){0,20}\s{0,5}$/i;

/** A word is a pre-release and earlier than any number. */
function segmentsOf(version: string): Part[] {
  const plain = version.trim().replace(/^v/i, '').replaceAll('-', '.pre.');
  return (plain.match(/\d{1,20}|[a-z]{1,60}/gi) ?? []).map((part) => (/^\d/.test(part) ? Number(part) : part));
}

export const compareGems: Compare = (left, right) => {
  if (!GEM.test(left) || !GEM.test(right)) return null;
  const [ours, theirs] = [segmentsOf(left), segmentsOf(right)];
  for (let at = 0; at < Math.max(ours.length, theirs.length); at++) {
    const [own, other] = [ours[at] ?? 0, theirs[at] ?? 0];
    if (typeof own !== typeof other) return typeof own === 'string' ? -1 : 1;
    const order = sign(own, other);
    if (order !== 0) return order;
  }
  return 0;
};

/** The first release that `~> version` leaves out: `2.1.3` ends before `2.2`, `2.1` before `3`. */
export function afterPessimistic(version: string): string {
  const segments = segmentsOf(version);
  const word = segments.findIndex((part) => typeof part === 'string');
  const numbers = (word < 0 ? segments : segments.slice(0, word)).map(Number);
  const kept = numbers.length > 1 ? numbers.slice(0, -1) : numbers;
  return [...kept.slice(0, -1), (kept.at(-1) ?? 0) + 1].join('.');
}

const NUGET = /^\s{0,5}v?(\d{1,10}(?:\.\d{1,10}){0,3})(?:-([0-9a-z.-]{1,100}))?(?:\+[0-9a-z.-]{1,100})?\s{0,5}$/i;

/** Up to four numbers; after a hyphen words of a pre-release, without regard to case. */
export const compareNuget: Compare = (left, right) => {
  const [ours, theirs] = [NUGET.exec(left), NUGET.exec(right)];
  if (!ours || !theirs) return null;
  const [own, other] = [ours, theirs].map(([, numbers = '']) => numbers.split('.').map(Number));
  for (let at = 0; at < 4; at++) {
    const order = sign(own?.[at] ?? 0, other?.[at] ?? 0);
    if (order !== 0) return order;
  }
  return comparePrereleases(ours[2]?.toLowerCase(), theirs[2]?.toLowerCase());
};

function comparePrereleases(left: string | undefined, right: string | undefined): number {
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
  const [ours, theirs] = [left.split('.'), right.split('.')];
  for (let at = 0; at < Math.max(ours.length, theirs.length); at++) {
    const [own, other] = [ours[at], theirs[at]];
    if (own === undefined || other === undefined) return own === undefined ? -1 : 1;
    const [isNumber, isOther] = [/^\d+$/.test(own), /^\d+$/.test(other)];
    const order = isNumber && isOther ? sign(Number(own), Number(other)) : Number(isOther) - Number(isNumber) || sign(own, other);
    if (order !== 0) return order;
  }
  return 0;
}
