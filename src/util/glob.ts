// Globs over paths with `/`. Our own, since a policy in a scanned tree is written by whoever wrote the tree: a glob that becomes a
// regular expression can be made to try for ever, and here the time is at most the glob's length times the path's.
import { UsageError } from './errors.ts';

export type PathTest = (path: string) => boolean;

const MOST_ALTERNATIVES = 1000;

/**
 * True for a path that matches one of the globs: `*` and `?` within a name, `**` over folders, `[a-z]`, `[!a]`, `{a,b}`, and `\` before a
 * character that is meant as it stands. A leading dot and brackets of other kinds are characters like others.
 */
export function globTest(globs: readonly string[]): PathTest {
  const patterns = globs.flatMap(compiled);
  return (path) => {
    const names = path.split('/');
    return patterns.some((pattern) => fits(pattern, names, { isMany: (part) => part === FOLDERS, same: isName }));
  };
}

/** Globs as people type them after `--exclude`: `*.py` is meant wherever it lies, `docs` and `docs/` with all that is below. */
export function asTyped(globs: readonly string[]): readonly string[] {
  return globs.flatMap((glob) => {
    const name = glob
      .trim()
      .replace(/^(?:\.\/)+/, '')
      .replace(/\/+$/, '');
    if (name === '' || name === '.') return glob.trim() === '' ? [glob] : ['**'];
    const anchored = name.startsWith('/') ? [name.replace(/^\/+/, '')] : name.includes('/') ? [name] : [name, `**/${name}`];
    return anchored.flatMap((place) => [place, `${place}/**`]);
  });
}

const FOLDERS = Symbol('**');
const MANY = Symbol('*');
const ONE = Symbol('?');

/** A name as it stands, a pattern of one, or any folders. */
type Part = string | readonly Piece[] | typeof FOLDERS;
type Piece = string | typeof MANY | typeof ONE | Set;

interface Set {
  readonly isNot: boolean;
  readonly ranges: readonly (readonly [string, string])[];
}

function compiled(glob: string): (readonly Part[])[] {
  if (glob.trim() === '') throw mistake('an empty glob matches nothing', "write one such as '**/*.py', or leave it out");
  if (glob.startsWith('!'))
    throw mistake(`the glob ${glob} says what is not meant`, 'say what is meant, or write \\! for a name that begins so');
  return alternatives(glob, glob).map((alternative) =>
    alternative
      .split('/')
      .filter((part) => part !== '')
      .map(partOf),
  );
}

function mistake(what: string, hint: string): UsageError {
  return new UsageError(what, { code: 'invalid-glob', hint });
}

/** `a.{ts,tsx}` is `a.ts` and `a.tsx`; braces without a comma are characters. */
function alternatives(glob: string, whole: string): readonly string[] {
  const group = groupIn(glob);
  if (group === null) return [glob];
  const rests = alternatives(glob.slice(group.end + 1), whole);
  const choices = group.choices.flatMap((choice) => alternatives(choice, whole));
  if (choices.length * rests.length > MOST_ALTERNATIVES)
    throw mistake(`the glob ${whole} has too many alternatives`, 'write several globs');
  return choices.flatMap((choice) => rests.map((rest) => glob.slice(0, group.start) + choice + rest));
}

interface Group {
  readonly start: number;
  /** Of the closing brace. */
  readonly end: number;
  readonly choices: readonly string[];
}

/** The first braces that hold a comma of their own. */
function groupIn(glob: string): Group | null {
  const open: { readonly start: number; readonly commas: number[] }[] = [];
  let first: Group | null = null;
  for (let at = 0; at < glob.length; at++) {
    const character = glob[at];
    if (character === '\\') at++;
    else if (character === '{') open.push({ start: at, commas: [] });
    else if (character === ',') open.at(-1)?.commas.push(at);
    else if (character === '}') {
      const group = open.pop();
      if (group && group.commas.length > 0 && (first === null || group.start < first.start))
        first = { ...group, end: at, choices: choicesOf(glob, group, at) };
    }
  }
  return first;
}

function choicesOf(glob: string, { start, commas }: { readonly start: number; readonly commas: readonly number[] }, end: number): string[] {
  const marks = [start, ...commas, end];
  return marks.slice(1).map((mark, at) => glob.slice((marks[at] ?? start) + 1, mark));
}

function partOf(text: string): Part {
  if (text === '**') return FOLDERS;
  const pieces = piecesOf(text);
  return pieces.every((piece) => typeof piece === 'string') ? pieces.join('') : pieces;
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    const set = character === '[' ? setAt(text, at) : null;
    if (set) {
      pieces.push(set.set);
      at = set.end;
    } else if (character === '\\' && at + 1 < text.length) pieces.push(text[++at] ?? '');
    else if (character === '?') pieces.push(ONE);
    else if (character !== '*') pieces.push(character);
    else if (pieces.at(-1) !== MANY) pieces.push(MANY);
  }
  return pieces;
}

/** `[a-z_]`; a bracket that does not close is a character. */
function setAt(text: string, start: number): { readonly set: Set; readonly end: number } | null {
  const found = /^\[([!^]?)(\]?[^\]]{0,200})\]/.exec(text.slice(start, start + 204));
  if (!found) return null;
  const [whole, not, inside = ''] = found;
  if (inside === '') return null;
  const ranges = [...inside.matchAll(/(.)-(.)|(.)/g)].map(([, from, to, one = '']) => [from ?? one, to ?? one] as const);
  return { set: { isNot: not !== '', ranges }, end: start + whole.length - 1 };
}

function isName(part: Part, name: string): boolean {
  if (typeof part === 'string') return part === name;
  if (part === FOLDERS) return true;
  return fits(part, name, { isMany: (piece) => piece === MANY, same: isCharacter });
}

function isCharacter(piece: Piece, character: string): boolean {
  if (typeof piece === 'string') return piece === character;
  if (typeof piece === 'symbol') return true;
  return piece.ranges.some(([from, to]) => character >= from && character <= to) !== piece.isNot;
}

interface Rules<P> {
  readonly isMany: (part: P) => boolean;
  readonly same: (part: P, item: string) => boolean;
}

/** Where what follows the last star does not fit, the star takes one more; stars before it never have to be asked again. */
function fits<P>(pattern: readonly P[], items: ArrayLike<string>, { isMany, same }: Rules<P>): boolean {
  let at = 0;
  let star = -1;
  let from = 0;
  for (let item = 0; item < items.length; ) {
    const part = pattern[at];
    if (part !== undefined && isMany(part)) {
      star = at++;
      from = item;
    } else if (part !== undefined && same(part, items[item] ?? '')) {
      at++;
      item++;
    } else if (star >= 0) {
      at = star + 1;
      item = ++from;
    } else return false;
  }
  return pattern.slice(at).every(isMany);
}
