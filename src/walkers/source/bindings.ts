// What else a file gives the name of a constant to: a parameter, the variable of a loop, a part of what is taken apart, another value.
import { kindOf } from '../../formats/code/frame.ts';
import { CLOSE, HOLE } from '../../formats/code/tokens.ts';
import { bracketAt, type Code, isPlainCode } from './code.ts';
import { importsOf } from './names.ts';

/** Of a file that holds the names more often, nothing is told. */
const MOST = 4000;

/** Offsets of the places that bind one name. */
export interface Binding {
  /** Where it is given a value, as a variable or as an attribute of `self`. */
  readonly given: readonly number[];
  /** Where a parameter of its name, or what is taken apart, is given one by default. */
  readonly defaults: readonly number[];
  /** Where it is the name of something else. */
  readonly others: readonly number[];
}

interface Found {
  readonly given: number[];
  readonly defaults: number[];
  readonly others: number[];
}

/** How the code binds each of some names; null where it holds them too often. */
export function bindingsOf(code: Code, names: readonly string[]): ReadonlyMap<string, Binding> | null {
  const found = new Map<string, Found>();
  if (names.length === 0) return found;
  const imports = importsOf(code);
  let steps = 0;
  for (const { 0: name, index } of code.skeleton.text.matchAll(wordsOf(names))) {
    if (++steps > MOST) return null;
    if (!isPlainCode(code, index)) continue;
    const known = found.get(name) ?? { given: [], defaults: [], others: imports.has(name) ? [0] : [] };
    found.set(name, known);
    const kind = bindingAt(code, name, index);
    if (kind !== null) known[kind].push(index);
  }
  return found;
}

/** Which of the names that a file imports it gives to something else as well: a parameter, a variable of its own. */
export function reboundOf(code: Code, names: readonly string[]): ReadonlySet<string> {
  const imports = importsOf(code);
  const imported = [...new Set(names)].filter((name) => imports.has(name));
  const bindings = bindingsOf(code, imported);
  if (bindings === null) return new Set(imported);
  return new Set(
    imported.filter((name) => {
      const { given = [], defaults = [], others = [] } = bindings.get(name) ?? {};
      return [...given, ...defaults, ...others].some((at) => at > 0 && !isImported(code, at));
    }),
  );
}

const IMPORTS = /\b(?:import|from|use|using|require|export)\b[^;=()]{0,400}$/;

/** `const { MODEL } = require('./config')` */
const REQUIRED = /^[^;=()]{0,300}=\s{0,8}(?:await\s{1,4})?(?:require|import)\b/;

function isImported({ skeleton: { text } }: Code, at: number): boolean {
  return IMPORTS.test(text.slice(Math.max(0, at - 400), at)) || REQUIRED.test(text.slice(at, at + 400));
}

function bindingAt(code: Code, name: string, start: number): keyof Binding | null {
  const open = bracketAt(code, start);
  const kind = open < 0 ? 'statement' : kindOf(code.skeleton, open);
  if (isNamed(code, name, start)) return isGiven(code, name, start) ? 'defaults' : 'others';
  return isGiven(code, name, start) && !/^(?:call|object|subscript)$/.test(kind) ? 'given' : null;
}

function wordsOf(names: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<![\w$])(?:${names.map(escaped).join('|')})(?![\w$])`, 'g');
}

function escaped(name: string): string {
  return name.replaceAll('$', String.raw`\$`);
}

const ATTRIBUTE = /(?:\b(?:self|this|cls)\.|\$this->)$/;
/** A part of something else. */
const MEMBER = /(?:\.|->|::)$/;
const IS = /^(?:[ \t]{0,4}:[^=,;(){}\n]{1,60})?[ \t]{0,4}(?:(?:[+\-*/|&%.:]|\|\||\?\?)?=(?![=>~])|<-)/;
/** `a, b = `: the first of several. */
const ARE = /^(?:[ \t]{0,4},[ \t]{0,4}\*?[\w$]{1,60}){1,4}[ \t]{0,4}:?=(?![=>])/;

function isGiven(code: Code, name: string, start: number): boolean {
  const { text } = code.skeleton;
  const before = text.slice(Math.max(0, start - 8), start);
  if (MEMBER.test(before) && !ATTRIBUTE.test(before)) return false;
  const after = text.slice(start + name.length, start + name.length + 160);
  const sign = (IS.exec(after) ?? ARE.exec(after))?.[0];
  if (sign === undefined) return false;
  const itself = String.raw`^[ \t]{0,4}\$?${escaped(name)}[ \t]{0,4}(?:[;,)\r\n]|$)`;
  // `self.name = name` hands on what the parameter is.
  return !new RegExp(itself).test(after.slice(sign.length));
}

/** Whether the name stands there for something that is given elsewhere. */
function isNamed(code: Code, name: string, start: number): boolean {
  const { text, language } = code.skeleton;
  const before = text.slice(Math.max(0, start - 160), start);
  if (MEMBER.test(before)) return false;
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const after = text.slice(start + name.length, start + name.length + 120);
  if ((FOR.test(line) && OF.test(after)) || AS.test(line) || IMPORTED.test(line) || CAUGHT.test(line) || TYPED.test(line)) return true;
  if ((LAMBDA.test(line) && /^[^\n]{0,80}:/.test(after)) || (BARS.test(line) && BAR.test(after))) return true;
  if (language.name === 'python' && CASE.test(line) && /^[^\n]{0,100}:[ \t]{0,8}(?:[#\r\n]|$)/.test(after)) return true;
  if (ARROW.test(after) && !NO_ARROW.test(line) && !HASHES.has(language.name)) return true;
  if (DECLARED.test(line) && !IS.test(after) && !ARE.test(after)) return true;
  return isTakenApart(code, start);
}

const FOR =
  /\b(?:for|foreach|async for)\b[ \t]{0,4}(?:\([ \t]{0,4})?(?:[\w.<>[\]?*&]{1,40}[ \t]{1,4}){0,3}(?:[\w$*]{1,60}[ \t]{0,4},[ \t]{0,4}){0,4}[$&*([]{0,2}$/;
const OF = /^[\s,\w$*)\]]{0,80}?(?:\b(?:in|of|range)\b|:|=)/;
/** `with f() as name`, `import x as name`, `foreach ($all as $name)`. */
const AS = /\bas[ \t]{1,4}(?:\$\w{1,60}[ \t]{0,4}=>[ \t]{0,4})?[$&(]{0,2}$/;
const IMPORTED = /^[ \t]{0,80}(?:from[ \t]{1,4}[\w.]{1,120}[ \t]{1,4})?import\b[^;=]{0,160}$/;
const CAUGHT = /\bcatch[ \t]{0,4}\([\w.|:&* \t]{0,80}$/;
/** `void ask(String name)`. */
const TYPED =
  /[(,][ \t]{0,40}(?!(?:new|await|not|typeof|return|yield|throw|in|if|else|and|or|from|to|mut|ref|inout|where)[ \t])(?:[\w.<>[\]?]{1,40}[*&]{0,2}[ \t]{1,4}){1,4}[$&*]{0,2}$/;
const LAMBDA = /\blambda\b[^:\n]{0,120}$/;
const BARS = /(?:[{(,]|\bdo|\bmove|=)[ \t]{0,4}\|[\w :&*,$]{0,80}$/;
const BAR = /^[ \t]{0,4}(?::[^|\n]{1,40})?(?:,[^|\n]{1,60})?\|(?!\|)/;
const CASE = /^[ \t]{0,80}case\b[^\n]{0,120}$/;
const ARROW = /^[ \t]{0,4}(?:=>|->)/;
const NO_ARROW = /\b(?:case|when)\b[^\n]{0,120}$/;
/** `=>` joins a key and its value there. */
const HASHES: ReadonlySet<string> = new Set(['php', 'ruby', 'elixir', 'rust', 'c', 'julia', 'perl', 'erlang', 'apex']);
const DECLARED = /\b(?:var|let|val|auto|local|my)[ \t]{1,4}(?:mut[ \t]{1,4})?\$?$/;

const DEEPEST = 4;
const EQUALS = /^\s{0,4}(?::[^=;\n]{1,80})?=(?![=>])/;
/** What stands in a slot before the name is no value that it is given by default. */
const SLOT = /(?:^|[([{,])[^([{,=]{0,80}$/;

/** A parameter, or a part of what is taken apart: `const { name } = x`, `(a, name) = x`, `({ name }) => x`. */
function isTakenApart(code: Code, start: number): boolean {
  const { skeleton } = code;
  const { text, starts, ends, links, parents, kinds } = skeleton;
  let at = start;
  let open = bracketAt(code, start);
  for (let depth = 0; depth < DEEPEST && open >= 0 && kinds[open] !== HOLE; depth++) {
    const kind = kindOf(skeleton, open);
    const from = Math.max((starts[open] ?? 0) + 1, at - 120);
    if (kind === 'call' || kind === 'subscript' || !SLOT.test(text.slice(from - 1, at))) return false;
    if (kind === 'parameters') return true;
    const close = links[open] ?? -1;
    if (close >= 0 && kinds[close] === CLOSE && EQUALS.test(text.slice(ends[close], (ends[close] ?? 0) + 100))) return true;
    if (kind === 'statement') return false;
    at = starts[open] ?? 0;
    open = parents[open] ?? -1;
  }
  return false;
}
