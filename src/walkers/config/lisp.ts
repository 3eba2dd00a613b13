// Lisp: what an Emacs, a program in Clojure or a plugin in Fennel sets. Symbols may be anything; strings are read as anywhere.
import { parseLisp } from '../../formats/lisp.ts';
import { type Entry, MAX_DEPTH, type Node } from '../../formats/nodes.ts';
import { isModelLike } from './looks.ts';
import { roleOf } from './roles.ts';
import { structured } from './structured.ts';

export const lisp = structured({
  name: 'lisp',
  reads: 'Emacs Lisp, Clojure, Fennel, Scheme and Common Lisp: models, endpoints and credentials by what they are given to',
  files: /\.(?:el|clj|cljs|cljc|edn|bb|fnl|lisp|lsp|scm|rkt|hy|janet)$|(?:^|\/)\.(?:emacs|spacemacs)$/i,
  gate: 'hits',
  parse: (text) => {
    const { roots, problems } = parseLisp(text);
    return { roots: roots.flatMap((root) => withoutSymbols(root, text, false, 0) ?? []), problems };
  },
});

/** Functions, faces and modes are quoted, too: a symbol is a model where it is given to one, or where it is written as nothing else is. */
function withoutSymbols(node: Node, text: string, isModel: boolean, depth: number): Node | null {
  if (depth > MAX_DEPTH) return null;
  if (node.kind === 'scalar') {
    const isSymbol = node.type === 'string' && text[node.start - 1] !== '"';
    return !isSymbol || (isModelLike(node.value) && (isModel || /^[\w.-]+\/[\w.:-]*\d[\w.:-]*$/.test(node.value))) ? node : null;
  }
  if (node.kind === 'list') {
    const items = node.items.flatMap((item) => withoutSymbols(item, text, isModel, depth + 1) ?? []);
    return { ...node, items };
  }
  if (node.kind !== 'map') return null;
  const entries = node.entries.flatMap(({ key, value }): readonly Entry[] => {
    const kept = withoutSymbols(value, text, isModelKey(key.value) || (isModel && roleOf(key.value) === null), depth + 1);
    return kept ? [{ key, value: kept }] : [];
  });
  return { ...node, entries };
}

function isModelKey(key: string): boolean {
  return roleOf(key) === 'model';
}
