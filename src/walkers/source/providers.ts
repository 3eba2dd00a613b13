// Vendors and variables that are named where a model's name could stand.
import { STRING } from '../../formats/code/tokens.ts';
import { isHit } from '../../formats/document.ts';
import { isPlainlyModelLike } from '../config/looks.ts';
import { isConstant, roleOf } from '../config/roles.ts';
import { sightModel } from '../config/sight.ts';
import type { Code } from './code.ts';
import { type Reader, spotOf, touches } from './literals.ts';
import { hasModel, readNeighbours } from './neighbours.ts';
import { behind, type Site } from './spot.ts';
import { isReadingEnvironment } from './words.ts';

/** A vendor's name that is given to a provider's: any of its models, where none stands beside. */
export function readProvider(reader: Reader): void {
  const { code, site, literal } = reader;
  const [open] = site.scopes;
  const value = literal.node.value.trim();
  readNeighbours(code, site);
  if (touches(reader) && site.context !== 'comparison' && WITH_MODEL.test(value) && isPlainlyModelLike(value)) {
    sightModel(code.reading, literal.node, { ...spotOf(code, site, literal.node), provider: null }, { call: site.call });
    return;
  }
  if (open === undefined || site.context === 'comparison' || !touches(reader) || !/^[a-z][\w-]{2,40}$/i.test(value)) return;
  if (site.call === null || !/provider/i.test(site.key ?? '') || hasModel(code, open) || !isAboutModels(code, site, open)) return;
  sightModel(code.reading, literal.node, spotOf(code, site, literal.node), { call: site.call });
}

/** `provider="vendor/model"`: some clients take both as one. */
const WITH_MODEL = /^[a-z][\w.-]{1,40}\/[\w.@:/-]{2,100}$/i;

const MODELS =
  /model|llm|chat|gpt|\bai\b|ai[A-Z_]|AI|embed|agent|complet|prompt|messages?\b|temperature|max_?tokens|api_?key|base_?url|generat|rerank|tts|speech|vision|infer/i;

/** Clouds, registries and senders of messages have providers, too. */
function isAboutModels({ skeleton: { text, starts, ends, links } }: Code, { key, call, route }: Site, open: number): boolean {
  const end = starts[links[open] ?? -1] ?? text.length;
  const beside = text.slice(ends[open] ?? 0, Math.min(end, (ends[open] ?? 0) + 800));
  return MODELS.test(`${key} ${call} ${route.join(' ')} ${beside}`);
}

const REGISTRY = /(?:^|[.:>])(?:languageModel|(?:text)?[eE]mbeddingModel|(?:image|speech|video|transcription|reranking)Model)$/;
/** The separator of a registry is a colon unless it says otherwise. */
const REGISTERED = /^([a-z][\w-]{1,40})(?::|\s?>\s?)([\w@./:-]{2,120})$/;

/** `registry.languageModel('vendor:alias')`: what stands before is the provider, also where the name behind it is the program's own. */
export function readRegistered(reader: Reader): boolean {
  const { code, site, literal } = reader;
  const { node } = literal;
  if (!REGISTRY.test(site.callee) || site.position !== 0 || site.context === 'comparison' || literal.partial) return false;
  const [, provider = '', name = ''] = REGISTERED.exec(node.value.trim()) ?? [];
  if (name === '' || !touches(reader)) return false;
  const start = node.value.lastIndexOf(name);
  const spot = { ...spotOf(code, site, node), provider };
  sightModel(code.reading, node, spot, { range: { start, end: start + name.length }, call: site.call });
  return true;
}

/** `getenv("VENDOR_MODEL", "an-opaque-id")`: the variable's name tells what the text behind it is. */
export function isVariable({ code, literal, site, isForced }: Reader): boolean {
  const { kinds } = code.skeleton;
  const name = literal.node.value;
  return (
    !isForced &&
    isConstant(name) &&
    roleOf(name) === 'model' &&
    isReadingEnvironment(site.callee) &&
    kinds[literal.last + 1] === STRING &&
    /^\s*,\s*$/.test(behind(code.skeleton, literal.last)) &&
    isHit(code.reading.document, literal.node.start, literal.node.end)
  );
}
