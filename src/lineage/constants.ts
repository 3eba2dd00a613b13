// How other files may write a constant that stands for a model or an address, so that they can be searched for it: the file
// that calls the model by the name of a constant holds no word of the catalog.
import { posix } from 'node:path';
import type { Edge, Usage } from '../model.ts';
import type { Graph } from './graph.ts';
import { reachable } from './graph.ts';
import { placeOf } from './reference.ts';

/** What such a file uses is no use of the product, or says nothing of one. */
const ASIDE: ReadonlySet<Usage> = new Set(['test', 'example', 'docs', 'catalogue', 'denylist', 'generated', 'vendored']);
/** The last part says nothing by itself: half of all programs that call a model have such a name. */
const COMMON =
  /^(?:(?:default|llm|chat|base|the|my|current|api|openai|service)_?){0,6}(?:models?(?:_?(?:name|id|path|slug))?|ur[li]|base|host|endpoint|address|server)$/i;
/** A word with a joint and some length. */
const DISTINCTIVE = /^(?=.{8,80}$)(?:[A-Za-z]+_\w+|[a-z]+[A-Z]\w+|[A-Z][a-z]+[A-Z]\w+)$/;

/** Names that are defined elsewhere, by where they are used. */
export function constantsAt(edges: readonly Edge[]): ReadonlyMap<string, string> {
  const used = new Map<string, string>();
  for (const edge of edges) if (edge.from.startsWith('symbol:') && edge.to.startsWith('symbol:')) used.set(placeOf(edge), edge.from);
  return used;
}

export interface Constants {
  readonly graph: Graph;
  readonly isKnown: (name: string) => boolean;
}

/** Spellings to search for, in order. Not found: a common name that is imported among others on a line of its own. */
export function constantSpellings(edges: readonly Edge[], { graph, isKnown }: Constants): string[] {
  const spellings = new Set<string>();
  const symbols = new Set(edges.filter(({ evidence }) => !ASIDE.has(evidence.usage)).map(({ from }) => from));
  for (const symbol of symbols) {
    const [, path = '', name = ''] = /^symbol:([^#]+\.\w+)#([\w$.]+)$/.exec(symbol) ?? [];
    if (name === '' || ![...reachable(graph, symbol)].some(({ end }) => isKnown(end))) continue;
    for (const spelling of spellingsOf(path, name)) spellings.add(spelling);
  }
  return [...spellings].sort();
}

function spellingsOf(path: string, name: string): readonly string[] {
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (DISTINCTIVE.test(last) && !COMMON.test(last)) return [last];
  const extension = posix.extname(path).slice(1);
  const base = posix.basename(path, posix.extname(path));
  const file = /^(?:index|__init__|mod)$/.test(base) ? posix.basename(posix.dirname(path)) : base;
  // `config.llm.model` and what is imported of it.
  const dotted = name === last ? [] : [name, name.split('.').slice(-2).join('.')];
  // A package of Go is its folder, whatever its file is called.
  if (extension === 'go') return [`${posix.basename(posix.dirname(path))}.${last}`];
  if (file.length < 3) return dotted;
  if (/^py/.test(extension)) return [...dotted, `${file}.${last}`, `${file} import`, ...instanceOf(file, last)];
  if (/^(?:[cm]?[jt]sx?|vue|svelte|astro)$/.test(extension)) return [...dotted, `${file}.${last}`, `/${file}'`, `/${file}"`, `/${file}.js`];
  const type = file.replaceAll('_', '');
  const own = [...dotted.slice(0, 1), `${type}.${last}`, `${type}::${last}`];
  if (extension === 'rs') return [...own, `${file}::${last}`, `${file}::{`, `${file}::*`];
  if (extension === 'dart') return [...own, `${file}.dart'`, `${file}.dart"`];
  if (extension === 'cs') return [...own, `.${type};`];
  if (extension === 'java') return [...own, `${type}.*`];
  return /^(?:kts?|scala|groovy)$/.test(extension) ? [...own, `${posix.basename(posix.dirname(path))}.${last}`] : own;
}

/** The instance of a class of settings is named after it or its file. */
function instanceOf(file: string, last: string): readonly string[] {
  return /^(?:config|settings?|constants?)$/.test(file) ? [`settings.${last}`, `config.${last}`] : [];
}
