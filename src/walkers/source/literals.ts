// What a string literal says: a model, an address, the name of a credential, a command, or nothing.
import { type Literal, literalOf } from '../../formats/code/literal.ts';
import { isHit } from '../../formats/document.ts';
import { rawEnd, rawOffset, type ScalarNode } from '../../formats/nodes.ts';
import { redactUrl } from '../../util/redact.ts';
import { variablesIn } from '../config/interpolate.ts';
import { isHost, isModelLike, isPlaced, isUrl, urlsIn } from '../config/looks.ts';
import { readMentions } from '../config/mentions.ts';
import { packedTree } from '../config/packed.ts';
import { type Role, roleOf } from '../config/roles.ts';
import { providerFor } from '../config/scope.ts';
import { type Spot, sightEdge, sightEndpoint, sightModel } from '../config/sight.ts';
import { isCommandLine } from '../config/tools.ts';
import { readTree } from '../config/tree.ts';
import { embeddedJson } from '../config/value.ts';
import { readPath } from './addresses.ts';
import { sightAlias } from './aliases.ts';
import { type Beside, besideOf, chainOf, setterName } from './beside.ts';
import type { Code } from './code.ts';
import { readCommandText, readCommandWords, readLaunch } from './commands.ts';
import { readComment } from './comments.ts';
import { readCredentialName } from './credentials.ts';
import { sightNames, sightSymbol } from './edges.ts';
import { readFile } from './embedded.ts';
import { readImport } from './imports.ts';
import { readCredentialVariables } from './keys.ts';
import { contextOf } from './membership.ts';
import { readNeighbours } from './neighbours.ts';
import { isWordList, readParts } from './parts.ts';
import { isVariable, readProvider, readRegistered } from './providers.ts';
import { siteOf } from './site.ts';
import { behind, type Site } from './spot.ts';
import { usageOf } from './tables.ts';
import { defaultedName, partsOf, rangesOf, readQuery, readSettings, slashedName, titledName } from './texts.ts';
import { type Use, usesOf } from './uses.ts';
import { isLookingUp, isNamingColumn, isPrinting, isRunning, isShownName } from './words.ts';
import { isName } from './worth.ts';

/** Longer values are texts; only the addresses in them are read. */
const LONGEST = 4000;

export interface Reader {
  readonly code: Code;
  readonly literal: Literal;
  readonly site: Site;
  readonly role: Role | null;
  /** Something beside it touches a hit, so that it is read although it does not. */
  readonly isForced: boolean;
}

export function readLiteral(code: Code, token: number, isForced = false): void {
  if (code.done.has(token)) return;
  const literal = literalOf(code.skeleton, token, code.source);
  if (code.done.has(literal.first)) return;
  for (let part = literal.first; part <= literal.last; part++)
    if (code.skeleton.parents[part] === code.skeleton.parents[literal.first]) code.done.add(part);
  if (literal.node.value.trim() === '') return;
  const found = named(code, siteOf(code.skeleton, literal.first, literal.last));
  const site = { ...found, context: contextOf(code, found) };
  const reader = { code, literal, site, role: site.key === null ? null : roleOf(site.key), isForced };
  if (isDocumentation(reader)) readComment(code, literal.node);
  else if (!readImport(reader)) readValue(reader);
}

/** A builder's method names what it is given. */
function named(code: Code, site: Site): Site {
  const [open] = site.scopes;
  if (site.context !== 'argument' || site.key !== null || site.position !== 0 || site.call === null || open === undefined) return site;
  const chain = chainOf(code, open);
  const method = chain.find((link) => link.open === open)?.name ?? '';
  const key = setterName(method);
  if (roleOf(key) === null || (chain.length < 2 && key === method)) return site;
  const call = site.call.replace(/((?:^|[.:>])(?:\w*[bB]uilder|new)\b).*$/, '$1');
  return { ...site, key, call: call === site.call ? site.call.replace(/[.:>-]+\w+$/, '') || site.call : call, route: [...site.route, key] };
}

/** A text that stands alone is one about the code. */
function isDocumentation({ code, literal, site }: Reader): boolean {
  if (!code.skeleton.language.docstrings || site.lead !== '' || site.scopes.length > 0 || site.context !== 'text') return false;
  return /^\s*(?:[\n\r#]|$)/.test(behind(code.skeleton, literal.last));
}

function readValue(reader: Reader): void {
  const { literal, site, code } = reader;
  const value = literal.node.value.trim();
  if (value.includes('=') && /^\S{0,2000}\?\S/.test(value) && site.context !== 'comparison') readAsked(reader, value);
  if (isPrinting(site.callee)) {
    // A file is written as a line of a log is.
    if (/write$/i.test(site.callee)) readFileText(reader);
    return;
  }
  if (isLookingUp(site.callee) || isNamingColumn(site.callee)) return;
  if (isWordList(code, literal.first)) readParts(reader, rangesOf(literal.node.value));
  else if (value.length > LONGEST) readText(reader);
  else if (isRunning(site.callee) && readCommandWords(reader)) return;
  else if (readLaunch(reader)) return;
  else if ((isCommandLine(value) || SHELL.test(value)) && readCommandText(reader)) return;
  else if (isUrl(value)) readAddress(reader);
  else if (readPacked(reader) || readRegistered(reader)) return;
  else if (value.startsWith('{{') && readParts(reader, defaultedName(literal.node.value))) return;
  else if (/^(?:> ?)?\//.test(value) && readParts(reader, slashedName(literal.node.value))) return;
  else if (value.includes(',') && readParts(reader, partsOf(literal.node.value))) return;
  else if (reader.role === 'model' && readParts(reader, titledName(literal.node.value))) return;
  else if (/\s|^\{|^[\w.-]{2,60}=[^=]|^env\w{0,10}:"/.test(value)) readText(reader);
  else if (readCredentialName(reader)) return;
  else if (isHost(value) && !isVersioned(value) && touches(reader) && reader.role !== 'provider' && reader.role !== 'model')
    readAddress(reader);
  else if (reader.role === 'provider') readProvider(reader);
  else if (isVariable(reader)) readLiteral(code, literal.last + 1, true);
  else readModel(reader);
}

const SHELL = /^#!\s?\/(?:usr\/)?bin\/(?:env\s{1,4})?(?:ba|z|da|k)?sh\b/;
const WEIGHTS = /\.(?:gguf|ggml|safetensors|bin|onnx|pth?|ckpt|task|tflite|engine|llamafile|mlx|mlmodel)$/i;

/** `vendor.model-v1` is a name, `api.vendor.com` is a host. */
function isVersioned(value: string): boolean {
  return (
    WEIGHTS.test(value) ||
    /\d/.test(value.split('.').at(-1)?.split('/')[0] ?? '') ||
    (!/[/:]/.test(value) &&
      value.split('.').length < 3 &&
      /^\w+\.[a-z]+$/.test(value) &&
      !/\.(?:com|cn|ai|io|net|org|chat|dev|app|co)$/.test(value))
  );
}

export function touches({ code, literal: { node }, isForced }: Reader): boolean {
  return isForced || isHit(code.reading.document, node.start, node.end);
}

export function spotOf(code: Code, site: Site, node: ScalarNode, beside?: Beside): Spot {
  const { endpoint, provider } = beside ?? besideOf(code, site);
  const route = [...code.routeAt(node.start), ...site.route];
  return { route, usage: usageOf(code, site), context: site.context, endpoint, provider };
}

function readAddress({ code, literal: { node }, site }: Reader): void {
  if (isShownName(site.key ?? '')) return;
  code.addresses.add(node.value.trim());
  const spot = spotOf(code, site, node);
  sightEndpoint(code.reading, node, spot);
  sightSymbol({ code, node, site }, redactUrl(node.value.trim()), spot);
  readPath(code, node, spot);
  if (site.scopes.length > 0 && site.key !== null) readNeighbours(code, site);
}

function readAsked({ code, literal: { node }, site }: Reader, value: string): void {
  const spot = spotOf(code, site, node);
  readQuery(code, node, isUrl(value) ? { ...spot, endpoint: value.replace(/\?.*$/, '') } : spot);
}

function readFileText(reader: Reader): boolean {
  const { code, literal, site } = reader;
  return site.context !== 'comparison' && touches(reader) && readFile(code.reading, literal, spotOf(code, site, literal.node));
}

/** Several settings in one text. */
function readPacked(reader: Reader): boolean {
  const { code, literal, site } = reader;
  const tree = site.context === 'comparison' || !touches(reader) ? null : packedTree(literal.node);
  if (tree) readTree(code.reading, [tree], spotOf(code, site, literal.node));
  return tree !== null;
}

/** Only addresses, settings and names that can be nothing else are told from within a sentence. */
function readText(reader: Reader): void {
  const { code, literal, site } = reader;
  const { node } = literal;
  const tree = embeddedJson(node);
  if (tree && site.context !== 'comparison') {
    readTree(code.reading, [tree], spotOf(code, site, node));
    return;
  }
  if (readFileText(reader)) return;
  readCredentialVariables(code, literal.first, literal.last);
  if (!touches(reader)) return;
  const spot = spotOf(code, site, node);
  readSettings(code, node, spot);
  // What is printed or compared with is no use.
  if (site.context !== 'comparison' && !isPrinting(site.callee) && !isShownName(site.key ?? '')) readMentions(code.reading, node, spot);
  for (const { start, end } of urlsIn(node.value)) {
    if (!isHit(code.reading.document, rawOffset(node, start), rawEnd(node, end))) continue;
    sightEndpoint(code.reading, node, { ...spot, context: 'text' }, { start, end });
  }
}

function readModel(reader: Reader): void {
  const { code, literal, site, role } = reader;
  const { node } = literal;
  if (readDefaults(reader)) return;
  const name = nameIn(literal);
  if (!isName(reader, name.text)) return;
  const beside = besideOf(code, site);
  const use = useOf(code, site);
  const endpoint = beside.endpoint ?? use?.endpoint ?? null;
  const told = { endpoints: [], provider: beside.provider ?? use?.provider ?? null };
  const provider = providerFor(told, askedBy(site.variable ?? ''), { endpoint, name: name.text });
  const spot = spotOf(code, site, node, { ...beside, endpoint, provider });
  const { revision, remoteCode, device, local } = beside;
  const call = site.call ?? use?.call ?? null;
  sightModel(code.reading, node, spot, {
    name: name.text,
    partial: name.partial,
    call,
    revision: revision ?? use?.revision ?? null,
    remoteCode: remoteCode || use?.remoteCode === true,
    device: device ?? use?.device ?? null,
    local: local || use?.local === true,
  });
  sightNames(reader, name.text, spot);
  sightAlias(reader, name.text, spot);
  if (role === 'model' && !reader.isForced) readNeighbours(code, site);
}

/** The call that takes a constant of this file as its model. */
function useOf(code: Code, { call, context, key }: Site): Use | undefined {
  const use = call === null && context === 'assignment' && key !== null ? usesOf(code).get(key) : undefined;
  return use?.call === null ? undefined : use;
}

/** `VENDOR_IMAGE_MODEL` is the vendor's, whatever is made with it. */
function askedBy(variable: string): string {
  return variable.replace(/_(?:IMAGE|TTS|STT|ASR|MUSIC|VIDEO|SPEECH|AUDIO|VOICE|OCR|VL|SUMMARY|TITLE)(?=_)/g, '');
}

/** `${NAME:name}` within a text: what a framework uses where the variable is not set. */
function readDefaults({ code, literal: { node, partial }, site }: Reader): boolean {
  if (partial || !node.value.includes('${')) return false;
  const before = code.reading.out.length;
  for (const { name, fallback } of variablesIn(node.value)) {
    if (fallback === null) continue;
    const text = node.value.slice(fallback.start, fallback.end);
    if (!isModelLike(text) || !isHit(code.reading.document, rawOffset(node, fallback.start), rawEnd(node, fallback.end))) continue;
    const spot = { ...spotOf(code, site, node), context: 'default' as const };
    sightModel(code.reading, node, spot, { range: fallback });
    sightEdge(code.reading, node, spot, { from: `env:${name}`, relation: 'alias', to: text, range: fallback });
  }
  return code.reading.out.length > before;
}

/** Placeholders of a format stand for what is computed. */
function nameIn({ node, partial }: Literal): { readonly text: string; readonly partial: boolean } {
  const text = node.value.trim();
  const starred = text.replace(/%[sdv]|\{[\w.:!-]{0,40}\}|\$\{[\w.]{1,60}\}|#\{[\w.]{1,60}\}/g, '*');
  return { text: starred, partial: (partial || starred !== text) && !isPlaced(starred) };
}
