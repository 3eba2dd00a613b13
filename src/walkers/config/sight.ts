// How the walkers of configurations say what they saw. One sighting a place and kind, whatever led to it.
import { type Document, isHit } from '../../formats/document.ts';
import { rawEnd, rawOffset, type ScalarNode } from '../../formats/nodes.ts';
import type { Context, Relation, Sighting, Usage } from '../../model.ts';
import { isSecretLike, redactUrl } from '../../util/redact.ts';
import { evidence } from '../evidence.ts';
import { shapeOf } from '../shape.ts';
import { isLocalPath } from './looks.ts';
import { type Naming, namingOf } from './naming.ts';
import type { Scope } from './scope.ts';

/** One document being read, and what was seen so far. */
export interface Reading {
  readonly document: Document;
  readonly out: Sighting[];
  /** Kind and place of what is in `out`. */
  readonly seen: Set<string>;
  readonly naming: Naming;
}

/** Where in the document's structure something stands, and what stands beside it. */
export interface Spot {
  readonly route: readonly string[];
  readonly usage: Usage;
  readonly context: Context;
  readonly endpoint: string | null;
  readonly provider: string | null;
  /** Names of models lead with that of their provider: `provider/model`. */
  readonly prefixed?: boolean;
  /** The model that the settings around are about. */
  readonly model?: string;
  /** The model that the settings around ask for, also where it is nobody's of the catalog. */
  readonly asked?: string;
  /** What other lines of a script set, the nearest first. */
  readonly environments?: readonly Scope[];
}

/** A range of a scalar's decoded value. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface ModelOptions {
  readonly range?: Range;
  readonly name?: string;
  readonly partial?: boolean;
  readonly call?: string | null;
  readonly revision?: string | null;
  readonly remoteCode?: boolean;
  readonly device?: string | null;
  readonly local?: boolean;
}

export function startReading(document: Document): Reading {
  return { document, out: [], seen: new Set(), naming: namingOf(document.path) };
}

export function rootSpot(document: Document, context: Context = 'value'): Spot {
  return { route: [], usage: document.usage, context, endpoint: null, provider: null };
}

export function isHitNode({ document }: Reading, node: ScalarNode): boolean {
  return isHit(document, node.start, node.end);
}

export function sightModel(reading: Reading, node: ScalarNode, spot: Spot, options: ModelOptions = {}): void {
  const { range, name, ...rest } = options;
  const trimmed = trim(node, range ?? { start: 0, end: node.value.length });
  const written = name ?? node.value.slice(trimmed.start, trimmed.end);
  // `sk-kimi-...` holds a vendor's name, and is no model.
  if (written === '' || (!/[/:]/.test(written) && isSecretLike(written))) return;
  const where = place(reading, node, trimmed, spot);
  if (!isWorthwhile(reading, where) || !isNew(reading, 'model', where)) return;
  const beside = { endpoint: addressOf(spot), provider: spot.provider };
  const plain = { partial: false, call: null, revision: null, remoteCode: false, device: null };
  const local = rest.local === true || isLocalPath(written);
  reading.out.push({ kind: 'model', name: written, ...plain, ...beside, ...rest, local, evidence: evidence(reading.document, where) });
}

/** Names of what holds an address stay as they are. */
function addressOf({ endpoint }: Spot): string | null {
  return endpoint !== null && /^[a-z][-+.a-z0-9]{1,20}:\/\//i.test(endpoint) ? redactUrl(endpoint) : endpoint;
}

/** What a service's owner says of it, to be read. */
const PAGE =
  /^https?:\/\/[^/?#]{1,100}\/(?:[^?#]{0,200}(?:[/_-]|%20))?(?:(?:privacy|agreements?|polic(?:y|ies)|legal|imprint)(?:[/_.%-][^?#]{0,100})?|terms(?:[-_]of[-_][a-z]{3,12}|\.html?)?\/?)(?:[?#]|$)/i;

export function sightEndpoint(reading: Reading, node: ScalarNode, spot: Spot, range: Range = { start: 0, end: node.value.length }): void {
  const trimmed = trim(node, range);
  const where = place(reading, node, trimmed, spot);
  const url = redactUrl(node.value.slice(trimmed.start, trimmed.end));
  if (url === '' || PAGE.test(url) || !isNew(reading, 'endpoint', where)) return;
  reading.out.push({ kind: 'endpoint', url, evidence: evidence(reading.document, where) });
}

/** An address that a constant holds; `symbol` is the node of its name. */
export function sightHeldEndpoint(reading: Reading, node: ScalarNode, spot: Spot, symbol: string): void {
  const where = place(reading, node, { start: 0, end: node.value.length }, spot);
  if (isNew(reading, 'endpoint', where)) reading.out.push({ kind: 'endpoint', url: symbol, evidence: evidence(reading.document, where) });
}

export interface CredentialOptions {
  readonly range?: Range;
  /** With the key around it, where its own says nothing. */
  readonly name?: string;
  /** The literal value, of which only the shape is kept. */
  readonly secret?: string;
}

/** `node` is where the name stands. */
export function sightCredential(
  reading: Reading,
  node: ScalarNode,
  spot: Spot,
  { range, secret, name: told }: CredentialOptions = {},
): void {
  const { start, end } = range ?? { start: 0, end: node.value.length };
  const where = place(reading, node, { start, end }, spot);
  if (!isNew(reading, 'credential', where)) return;
  const name = told ?? node.value.slice(start, end);
  const shape = secret === undefined ? null : shapeOf(secret);
  reading.out.push({ kind: 'credential', name, shape, endpoint: addressOf(spot), evidence: evidence(reading.document, where) });
}

export interface Arrow {
  readonly range?: Range;
  readonly from: string;
  readonly relation: Relation;
  readonly to: string;
}

export function sightEdge(reading: Reading, node: ScalarNode, spot: Spot, { from, relation, to, range }: Arrow): void {
  const where = place(reading, node, trim(node, range ?? { start: 0, end: node.value.length }), spot);
  if (from === to || from === '' || to === '' || !isNew(reading, `edge ${from} ${relation} ${to}`, where)) return;
  reading.out.push({ kind: 'edge', from, relation, to, evidence: evidence(reading.document, where) });
}

function place({ document }: Reading, node: ScalarNode, { start, end }: Range, { route, context, usage }: Spot) {
  const from = rawOffset(node, start);
  return { start: from, end: Math.min(document.text.length, Math.max(from, rawEnd(node, end))), route, context, usage };
}

/** Without a hit a name is told only where it can be an alias of something: not in tables, and not for ever. */
const MOST = 5000;

function isWorthwhile({ document, out }: Reading, { start, end, usage }: Range & { readonly usage: Usage }): boolean {
  return isHit(document, start, end) || (out.length < MOST && usage !== 'catalogue' && usage !== 'denylist');
}

function isNew({ seen }: Reading, kind: string, { start, end }: Range): boolean {
  const key = `${kind} ${start} ${end}`;
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

/** Without blanks and quotes around it. */
export function trim({ value }: ScalarNode, { start, end }: Range): Range {
  let from = start;
  let to = end;
  while (from < to && /[\s"'`]/.test(value[from] ?? '')) from++;
  while (to > from && /[\s"'`]/.test(value[to - 1] ?? '')) to--;
  return { start: from, end: to };
}
