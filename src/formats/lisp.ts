// Lisp (Emacs Lisp, Clojure, Fennel, Scheme, Common Lisp) as a tree of keys and values. What a form gives a name is an entry:
// `(setq a "x")`, `:key "x"`, `(key "x")`, `("key" . "x")`, `{:key "x"}`. A symbol is a value only where it is quoted.
import { decode } from './json.ts';
import { type Entry, MAX_DEPTH, mapOf, type Node, type Problem, type ScalarNode, scalar, type Tree, typeOf } from './nodes.ts';

/** What one piece of code is, before it is known what the form around it makes of it. */
interface Item {
  /** Null where it is no value: a variable, a number's sign, a call that holds nothing. */
  readonly node: Node | null;
  /** A symbol or a string that may name what stands behind it. */
  readonly name: ScalarNode | null;
  readonly isKeyword: boolean;
  readonly isDot: boolean;
}

interface State {
  readonly text: string;
  readonly problems: Problem[];
  at: number;
}

const SPACE = /(?:[\s,\ufeff]|;[^\n]*|#\|[^|]*(?:\|(?!#)[^|]*)*\|#)*/y;
const WORD = /(?:\\[^\n]|[^\s()[\]{}"';`,\\])+/y;
/** A character of its own: `?\"`, `?(`, `\(`. */
const CHARACTER = /\?\\?[()[\]{}"';`,]|\\[()[\]{}"';`,]/y;
/** What stands before a form: `'`, `` ` ``, `#'`, `,@`, `~@`, `@`, `^meta`, `#?`. */
const PREFIX = /(?:#'|#[?_@^#]{0,2}(?=[([{"])|,@?|~@?|['`@^])/y;
const NOTHING: Item = { node: null, name: null, isKeyword: false, isDot: false };
const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

export function parseLisp(text: string): Tree {
  const state: State = { text, problems: [], at: 0 };
  const roots: Node[] = [];
  for (skip(state, SPACE); state.at < text.length; skip(state, SPACE)) {
    const { node } = readForm(state, false, 0);
    if (node && node.kind !== 'scalar') roots.push(node);
  }
  return { roots, problems: state.problems };
}

function skip(state: State, pattern: RegExp): string {
  pattern.lastIndex = state.at;
  const found = pattern.exec(state.text)?.[0] ?? '';
  state.at += found.length;
  return found;
}

function readForm(state: State, quoted: boolean, depth: number): Item {
  if (skip(state, CHARACTER) !== '') return NOTHING;
  const prefix = skip(state, PREFIX);
  const sign = state.text[state.at] ?? '';
  if (prefix === '^' && sign !== '') {
    readForm(state, false, depth + 1);
    skip(state, SPACE);
    return readForm(state, quoted, depth + 1);
  }
  // A function is none of the values that are written there, and what is unquoted is code again.
  const isQuoted = prefix === "'" || prefix === '`' || (quoted && !/^(?:#'|[,~])/.test(prefix));
  if (sign === '"') return readString(state, prefix.startsWith('#'));
  if (CLOSES[sign] !== undefined) return readBracket(state, sign, isQuoted, depth);
  const start = state.at;
  const word = skip(state, WORD);
  if (word === '') {
    state.at++;
    return NOTHING;
  }
  return ofWord(word, start, isQuoted && prefix !== "#'");
}

function ofWord(word: string, start: number, isQuoted: boolean): Item {
  if (word === '.') return { ...NOTHING, isDot: true };
  const lead = /^#?:+/.exec(word)?.[0].length ?? 0;
  const name = scalar(word.slice(lead), start + lead, start + word.length);
  if (lead > 0) return { node: isQuoted ? name : null, name, isKeyword: true, isDot: false };
  const type = typeOf(word);
  return { ...NOTHING, name, node: isQuoted || type !== 'string' ? { ...name, type } : null };
}

function readString(state: State, isOpaque: boolean): Item {
  const start = state.at + 1;
  let end = start;
  while (end < state.text.length && state.text[end] !== '"') end += state.text[end] === '\\' ? 2 : 1;
  if (end >= state.text.length) {
    report(state, 'a string that is never closed', start - 1);
    end = state.text.length;
  }
  state.at = end + 1;
  const node = decode(state.text, start, end);
  return isOpaque ? NOTHING : { ...NOTHING, node, name: node };
}

/** Only the first: what follows is often its consequence. */
function report({ problems }: State, detail: string, offset: number): void {
  if (problems.length === 0) problems.push({ detail, offset });
}

function readBracket(state: State, open: string, quoted: boolean, depth: number): Item {
  const start = state.at++;
  const items: Item[] = [];
  for (skip(state, SPACE); state.at < state.text.length; skip(state, SPACE)) {
    const sign = state.text[state.at] ?? '';
    if (/[)\]}]/.test(sign)) break;
    if (depth < MAX_DEPTH) items.push(readForm(state, quoted || isQuoting(items), depth + 1));
    else skipForm(state);
  }
  if (state.at >= state.text.length) report(state, `a ${open} that is never closed`, start);
  state.at++;
  const span = { start, end: Math.min(state.at, state.text.length) };
  const node = open === '(' ? ofList(items, span, quoted) : open === '{' ? ofPairs(items, span) : ofVector(items, span);
  return { ...NOTHING, node };
}

/** Deeper than anything is written by hand: passed over, sign by sign. */
function skipForm(state: State): void {
  if (state.text[state.at] === '"') readString(state, true);
  else state.at++;
}

function isQuoting([first, ...others]: readonly Item[]): boolean {
  return first?.name?.value === 'quote' && others.length === 0;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const SETS = /^(?:setq(?:-default|-local)?|setopt|setf|psetq|csetq|hash-map|array-map|hash-table)$/;
const DEFINES =
  /^(?:defvar(?:-local)?|defcustom|defconst|defparameter|def|defonce|define|local|var|global|const|set!?|customize-set-variable|custom-set-default|setenv|puthash|plist-put|cons|tset|add-to-list)$/;
/** They ask about a text, which is a filter then, or are about files and functions of the program. */
const ASKS =
  /^(?:eq|eql|equal|equalp|string(?:[=<>]|-(?:equal|match(?:-p)?|prefix-p|suffix-p|search|ends-with|starts-with))|memq|memql|member|assoc|assq|cl-member|=|not=|==|case|pcase|cl-case|starts-with\?|ends-with\?|includes\?|re-find|re-matches|require|provide|featurep|fboundp|boundp|autoload|declare-function|load|ns|in-ns|defgroup|defface|define-key|bind-key|kbd|message|error|user-error|format-message|println?|prn|log)$/;
/** Calls whose value is what they are given. */
const PASSES = /^(?:list|vector|quote|backquote|or|and|if|when|purecopy|str|vec|vals|conj|not-empty)$/;

/** `quoted`: its first word is data and no function's name. */
function ofList(items: readonly Item[], span: Span, quoted: boolean): Node | null {
  const dot = items.findIndex(({ isDot }) => isDot);
  const [first, second] = items;
  if (dot === 1 && first?.name) {
    const value = items.length === 3 ? items[2]?.node : ofPairs(items.slice(2), span);
    return value ? mapOf([{ key: first.name, value }], span.start, span.end) : null;
  }
  const head = first?.name && !first.isKeyword && first.node?.kind !== 'map' ? first.name : null;
  const isCall = head !== null && !quoted && first?.node === null;
  if (isCall && ASKS.test(head.value)) return null;
  if (isCall && SETS.test(head.value)) return ofPairs(items.slice(1), span);
  if (isCall && DEFINES.test(head.value)) return ofDefinition(items, span);
  if (isCall && PASSES.test(head.value)) return gather(items.slice(1), span);
  // Of two symbols neither names the other.
  if (quoted && head !== null && items.length === 2 && second?.node?.kind === 'scalar' && isText(second, first))
    return mapOf([{ key: head, value: second.node }], span.start, span.end);
  return isCall ? ofCall(head, items.slice(1), span) : gather(items, span);
}

/** A string behind a symbol: strings begin behind a quote, which is none of them. */
function isText({ name, node }: Item, first: Item | undefined): boolean {
  return node === name && node !== null && first?.node?.kind === 'scalar' && first.node !== first.name;
}

/** `(defvar name "value" "what it is for" :type string)`, `(setenv "NAME" "value")`, `(puthash "name" "value" table)`. */
function ofDefinition(items: readonly Item[], span: Span): Node | null {
  const [, ...parts] = items;
  const at = parts.findIndex(({ name, isKeyword }, index) => name !== null && !isKeyword && parts[index + 1]?.node);
  const [key, value] = [parts[at]?.name, parts[at + 1]?.node];
  if (!key || !value) return null;
  // What a variable of the environment is given is often asked for: it is set all the same.
  const isAsked = items[0]?.name?.value === 'setenv' && value.kind !== 'scalar';
  const given = isAsked ? listOf([scalar('', value.start, value.start, 'null'), value], span) : value;
  return mapOf([{ key, value: given }], span.start, span.end);
}

/** What stands in a call by its position is given to it; what has a name stands beside. */
function ofCall(head: ScalarNode, items: readonly Item[], span: Span): Node | null {
  const { entries, others } = apart(items);
  const [only, ...more] = others;
  const given = only === undefined ? null : more.length === 0 ? only : listOf(others, span);
  const all = given ? [{ key: head, value: given }, ...entries] : entries;
  return all.length > 0 ? mapOf(all, span.start, span.end) : null;
}

function gather(items: readonly Item[], span: Span): Node | null {
  const { entries, others } = apart(items);
  if (entries.length === 0) return others.length > 0 ? listOf(others, span) : null;
  const map = mapOf(entries, span.start, span.end);
  return others.length === 0 ? map : listOf([...others, map], span);
}

function listOf(items: readonly Node[], { start, end }: Span): Node {
  return { kind: 'list', items, start, end };
}

/** Keywords with what follows them, and the rest. */
function apart(items: readonly Item[]): { readonly entries: readonly Entry[]; readonly others: readonly Node[] } {
  const entries: Entry[] = [];
  const others: Node[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[at] ?? NOTHING;
    const next = items[at + 1];
    if (item.isKeyword && item.name && next && !next.isKeyword) {
      if (next.node) entries.push({ key: item.name, value: next.node });
      at++;
    } else if (item.node && !item.isKeyword) others.push(item.node);
  }
  return { entries, others };
}

/** A map, or what is set: every second item is the value of the one before. */
function ofPairs(items: readonly Item[], { start, end }: Span): Node | null {
  const entries: Entry[] = [];
  for (let at = 0; at + 1 < items.length; at += 2) {
    const [key, value] = [items[at]?.name, items[at + 1]?.node];
    if (key && value) entries.push({ key, value });
  }
  return entries.length > 0 ? mapOf(entries, start, end) : null;
}

/** `[name "value" other 1]` binds names; anything else is a list. */
function ofVector(items: readonly Item[], span: Span): Node | null {
  const isBinding = items.length % 2 === 0 && items.every(({ name, node }, index) => index % 2 === 1 || (name !== null && node === null));
  return isBinding && !items[0]?.isKeyword ? ofPairs(items, span) : gather(items, span);
}
