// What a router may choose from, as code says it beside a model: `extra_body={"provider": {"only": [...]}}` and its kin.
import { kindOf } from '../../formats/code/frame.ts';
import { headOf } from '../../formats/code/head.ts';
import { literalOf } from '../../formats/code/literal.ts';
import { flatten, type Slot, slotsOf } from '../../formats/code/slots.ts';
import { OPEN, STRING } from '../../formats/code/tokens.ts';
import type { ScalarNode } from '../../formats/nodes.ts';
import { type Filter, sightFilter } from '../config/routing.ts';
import { askedOf, keyBefore } from './asked.ts';
import { bracketAt, type Code } from './code.ts';
import { spotOf } from './literals.ts';
import { siteOf } from './site.ts';

const FILTERS = /\b(?:allow_?fallbacks|only|order|ignore)\b["'`]?\s{0,4}(?:=>|[:=,])/gi;
/** Elsewhere an order is one of rows, and what is ignored are files. */
const ROUTERS = /openrouter|allow_?fallbacks/i;
const MOST = 300;

export function readRouting(code: Code): void {
  const { text } = code.skeleton;
  if (!ROUTERS.test(text)) return;
  const seen = new Set<number>();
  let steps = 0;
  for (const { index } of text.matchAll(FILTERS)) {
    if (++steps > MOST) return;
    const open = bracketAt(code, index);
    if (open < 0 || seen.has(open)) continue;
    seen.add(open);
    readBracket(code, open);
  }
}

function readBracket(code: Code, open: number): void {
  const { skeleton } = code;
  if (skeleton.kinds[open] !== OPEN || !/^(?:object|call|list)$/.test(kindOf(skeleton, open))) return;
  const entries = entriesIn(code, open);
  const site = siteOf(skeleton, open, skeleton.links[open] ?? open);
  const key = site.key ?? keyBefore(code, open);
  if (!entries.has('allowfallbacks') && !/provider|routing/i.test(key ?? '')) return;
  const filter = filterOf(code, open, entries);
  const [place] = [...filter.only, ...filter.order, ...filter.ignore];
  if (!place || site.context === 'comparison') return;
  const spot = spotOf(code, site, place);
  for (const asked of askedOf(code, open)) sightFilter(code.reading, filter, { ...spot, asked });
}

function filterOf(code: Code, open: number, entries: ReadonlyMap<string, Value>): Filter {
  const hosts = (key: string) => hostsIn(code, open, entries.get(key));
  const isFixed = /^false$/i.test(entries.get('allowfallbacks')?.rest ?? '');
  return { only: hosts('only'), order: hosts('order'), ignore: hosts('ignore'), isFixed };
}

interface Value {
  readonly slot: Slot;
  /** The flattened code of the value. */
  readonly rest: string;
}

const MOST_SLOTS = 40;

/** Entries by their keys in small letters; `of("order", list, "only", list)` lists keys and values in turn. */
function entriesIn(code: Code, open: number): ReadonlyMap<string, Value> {
  const slots = slotsOf(code.skeleton, open).slice(0, MOST_SLOTS);
  const found = new Map<string, Value>();
  let before: string | null = null;
  for (const slot of slots) {
    const flat = flatten(code.skeleton, slot.from, Math.min(slot.to, slot.from + 600), slot.first);
    const { name, rest } = headOf(flat);
    const key: string | null = name ?? before;
    if (key !== null) found.set(key.toLowerCase().replaceAll('_', ''), { slot, rest: name === null ? flat : rest.trim() });
    before = name === null && before === null ? (/^"(\w{1,40})"$/.exec(flat)?.[1] ?? null) : null;
  }
  return found;
}

const MOST_HOSTS = 60;

function hostsIn({ skeleton, source }: Code, open: number, value: Value | undefined): readonly ScalarNode[] {
  const found: ScalarNode[] = [];
  if (!value) return found;
  const { first, to } = value.slot;
  for (let token = first; token < skeleton.count && (skeleton.starts[token] ?? to) < to && found.length < MOST_HOSTS; token++) {
    if (skeleton.kinds[token] !== STRING || skeleton.parents[token] === open) continue;
    const { node, partial } = literalOf(skeleton, token, source);
    if (!partial && node.value.trim() !== '') found.push(node);
  }
  return found;
}
