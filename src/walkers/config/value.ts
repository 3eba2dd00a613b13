// Reads one scalar: by the role that its key gives it, or, where the key says nothing, by what it looks like.
import { isHit } from '../../formats/document.ts';
import { parseJson } from '../../formats/json.ts';
import { type Node, rawEnd, rawOffset, relocate, type ScalarNode } from '../../formats/nodes.ts';
import { bind, bindVariable, fallbacks, readArn, readComputed, readDefault, type Slot } from './computed.ts';
import { isImageLike, sightImage } from './image.ts';
import { isComputed, templateDefaults, variablesIn } from './interpolate.ts';
import { modelIn, modelsListed, touches } from './listed.ts';
import { isEmpty, isHost, isModelLike, isModelPath, isPlainlyModelLike, isStored, isUrl, isWeights, urlsIn } from './looks.ts';
import { isTranslation, readMentions } from './mentions.ts';
import { isLabelled, isTemplateKey, worthOf } from './names.ts';
import { isConstant, isDenial, isOutput, roleOf, stemOf } from './roles.ts';
import { isHitNode, type Range, type Reading, type Spot, sightCredential, sightEdge, sightEndpoint, sightModel } from './sight.ts';

/** Values longer than this are texts; only the addresses in them are read. */
const LONGEST = 4000;

export function readScalar(reading: Reading, node: ScalarNode, spot: Spot, slot: Slot): void {
  if (slot.role === 'credential') {
    readCredential(reading, node, spot, slot);
    return;
  }
  if (node.type !== 'string' || node.value.trim() === '') return;
  if (node.value.length > LONGEST) readUrls(reading, node, spot);
  else if (slot.role === 'model') readModel(reading, node, spot, slot);
  else if (slot.role === 'endpoint') readEndpoint(reading, node, spot, slot);
  else readUnknown(reading, node, spot, slot);
}

/** JSON within a string, as a tree in the coordinates of the document. */
export function embeddedJson(node: ScalarNode): Node | null {
  if (node.type !== 'string' || node.value.length < 8 || !/^\s{0,20}[{[]\s{0,40}["{[]/.test(node.value)) return null;
  const { roots, problems } = parseJson(node.value);
  const [root] = roots;
  return root && root.kind !== 'scalar' && problems.length === 0 ? relocate(root, node) : null;
}

function readModel(reading: Reading, node: ScalarNode, spot: Spot, slot: Slot): void {
  const { value } = node;
  if (isEmpty(value)) return;
  if (isComputed(value)) {
    readComputed(reading, node, spot, slot);
    return;
  }
  for (const part of partsOf(value)) {
    const isListed = AGAIN.test(value) && (touches(reading, node, part) || /^-/.test(value.slice(part.start)));
    const range = isListed ? modelIn(reading, node, part) : { ...part, provider: null };
    const name = range ? value.slice(range.start, range.end).trim() : '';
    if (range && (isUrl(name) || isStored(name) || isModelLike(name))) {
      sightModel(reading, node, { ...spot, provider: spot.provider ?? range.provider }, { range });
      bind(reading, node, spot, slot, range);
    }
  }
  if (/\s/.test(value.trim())) readUnknown(reading, node, spot, slot);
}

/** A list in which names are added, taken out or given other names. */
const AGAIN = /(?:^|[,;])\s?[+-]|[\w.-]=[>\w]|->|[,;]/;

/** Names that are separated by commas or semicolons, or by blanks where each word is one. */
function partsOf(value: string): readonly Range[] {
  if (!/[,;]/.test(value)) return wordsOf(value);
  return Array.from(value.matchAll(/[^,;\s][^,;]{0,300}/g), ({ 0: part, index }) => ({ start: index, end: index + part.length }));
}

function wordsOf(value: string): readonly Range[] {
  const found = Array.from(value.matchAll(/\S{1,300}/g), ({ 0: word, index }) => ({ start: index, end: index + word.length }));
  // A backslash joins lines.
  const words = found.filter(({ start, end }) => value.slice(start, end) !== '\\');
  const areNames = words.length > 1 && words.every(({ start, end }) => isPlainlyModelLike(value.slice(start, end)));
  return areNames ? words : [{ start: 0, end: value.length }];
}

function readEndpoint(reading: Reading, node: ScalarNode, spot: Spot, slot: Slot): void {
  const value = node.value.trim();
  if (isStored(value)) {
    readModel(reading, node, spot, slot);
    return;
  }
  if (!slot.amongModels && !isHitNode(reading, node)) return;
  if (isUrl(value) || (isHost(value) && !isComputed(value))) {
    sightEndpoint(reading, node, spot);
    bind(reading, node, spot, slot);
  } else if (/\s|[,;]/.test(value)) readUrls(reading, node, spot);
  else {
    for (const { start, end } of fallbacks(variablesIn(value))) {
      if (/^[\w.:/-]{4,}$/.test(value.slice(start, end))) sightEndpoint(reading, node, { ...spot, context: 'default' }, { start, end });
    }
    if (value.includes('://') && isHitNode(reading, node)) readUrls(reading, node, spot);
    else if (slot.key && SERVED.test(slot.key.value)) readUnknown(reading, node, spot, slot);
  }
}

/** Where models are served, an endpoint is called by a name, which may be the model's; what a router asks behind an alias is one. */
const SERVED = /endpoints?(?:_?name)?$|^(?:upstream|target|destination)s?$/i;

/** Every address that touches a hit. */
export function readUrls(reading: Reading, node: ScalarNode, spot: Spot): void {
  if (!isHitNode(reading, node)) return;
  for (const { start, end } of urlsIn(node.value)) {
    if (isHitRange(reading, node, start, end)) sightEndpoint(reading, node, spot, { start, end });
  }
}

function isHitRange(reading: Reading, node: ScalarNode, start: number, end: number): boolean {
  return isHit(reading.document, rawOffset(node, start), rawEnd(node, end));
}

function readUnknown(reading: Reading, node: ScalarNode, spot: Spot, slot: Slot): void {
  const value = node.value.trim();
  if (slot.role === null) bindVariable(reading, node, spot);
  if (slot.key && slot.role === null && isImageKey(slot.key.value, spot)) readImageVariable(reading, node, spot);
  if (!isHitNode(reading, node)) return;
  readVariables(reading, node, spot);
  const isForm = slot.key !== null && slot.role === null && isTemplateKey(slot.key.value);
  if (isComputed(value) && !isForm) {
    const isNamed = slot.key !== null && slot.role === null && worthOf(value, slot.key.value, spot.route) === 'none';
    for (const range of isNamed ? [] : [...fallbacks(variablesIn(node.value)), ...templateDefaults(node.value)])
      readDefault(reading, node, spot, { slot, range });
  }
  if (value.startsWith('arn:') && isComputed(value)) readArn(reading, node, spot);
  else if (isUrl(value)) sightEndpoint(reading, node, spot);
  else if (isWeights(value) || isPathOfModel(value, spot, slot)) readWeights(reading, node, spot, slot);
  else if (value.includes('://') && /\s|,/.test(value)) {
    // A sentence that a program shows asks nobody.
    if (!(/\s/.test(value) && isTranslation(reading.document.path))) readUrls(reading, node, spot);
  } else if (((slot.key && isImageKey(slot.key.value, spot)) || REGISTRY.test(value)) && isImageLike(value)) {
    sightImage(reading, node, spot);
    bind(reading, node, spot, slot);
  } else if (isHost(value) && slot.role !== 'provider') sightEndpoint(reading, node, spot);
  else if (isConstant(value)) return;
  else if (/[,;]/.test(value)) readListed(reading, node, spot, slot);
  else if (!isComputed(value) && (slot.role === 'provider' ? isModelLike(value) : isPlainlyModelLike(value)))
    readName(reading, node, spot, slot);
  if (/\s/.test(value) && !(slot.key && (isDenial(slot.key.value) || SHOWN.test(slot.key.value)))) readMentions(reading, node, spot);
}

/** What a program shows to people. */
const SHOWN = /^(?:descriptions?|titles?|message|help|summary|label|hint|placeholder|tooltip)$/i;

/** `first:name,second:name`: each of a list under a key that says nothing. */
function readListed(reading: Reading, node: ScalarNode, spot: Spot, { key }: Slot): void {
  if (key && (isDenial(key.value) || worthOf(node.value, key.value, spot.route) !== 'name')) return;
  for (const { provider, ...range } of modelsListed(reading, node))
    sightModel(reading, node, { ...spot, provider: spot.provider ?? provider }, { range });
}

/** Hosts that hand out images and nothing else. */
const REGISTRY =
  /^(?:nvcr\.io|ghcr\.io|quay\.io|gcr\.io|(?:registry-1\.)?docker\.io|[\w-]{1,60}\.azurecr\.io|\d{12}\.dkr\.ecr\.[\w-]{1,30}\.amazonaws\.com|[\w-]{1,40}-docker\.pkg\.dev)\/[\w.-]+\/[\w./-]{1,200}(?::[\w.-]{1,128})?(?:@sha256:[0-9a-f]{64})?$/;

/** An image that a variable of the same language names: its default may be one of weights. */
function readImageVariable(reading: Reading, node: ScalarNode, spot: Spot): void {
  const name = node.value.trim();
  const [variable] = variablesIn(name);
  const to = variable && variable.start === 0 && variable.end === name.length ? reading.naming.refers(variable.name) : null;
  if (to === null) return;
  sightModel(reading, node, spot, { name, partial: true });
  sightEdge(reading, node, spot, { from: name, relation: 'alias', to });
}

/** `image`, `image.repository`, `image.reference`. */
function isImageKey(key: string, { route }: Spot): boolean {
  return /(?:image|repository)(?!\w{0,20}tag$)/i.test(key) || (key === 'reference' && route.at(-2) === 'image');
}

/** `NAME: /cache/hub/owner/Name-8B`: a directory of weights, where the key tells nothing else of it. */
function isPathOfModel(value: string, { route }: Spot, { key }: Slot): boolean {
  return isModelPath(value) && (key === null || worthOf(value, key.value, route) === 'name');
}

/** A file of weights is a model whatever its key says, but one that is written there. */
function readWeights(reading: Reading, node: ScalarNode, spot: Spot, { key }: Slot): void {
  if (key && isOutput(key.value)) return;
  const name = node.value.trim().replaceAll('\\', '/');
  sightModel(reading, node, spot, name === node.value ? {} : { name });
}

function readName(reading: Reading, node: ScalarNode, spot: Spot, slot: Slot): void {
  if (slot.role === 'provider' && (slot.amongModels || spot.usage === 'catalogue')) return;
  // `metadata: { provider: ... }` tells who made it, not who answers.
  const isTold = slot.role === null || (slot.role === 'provider' && isLabelled(spot.route));
  const worth = slot.key && isTold ? worthOf(node.value, slot.key.value, spot.route) : 'name';
  if (worth === 'none') return;
  if (worth === 'hint' && slot.later) {
    bind(reading, node, spot, slot);
    slot.later(node, spot);
    return;
  }
  sightModel(reading, node, spot);
  if (slot.role !== 'provider') bind(reading, node, spot, slot);
}

const CREDENTIAL_NAME = /(?<![\w-])[A-Z][A-Z0-9]{0,40}(?:_[A-Z0-9]{1,40}){1,6}(?![\w-])/g;

/** Names of credentials that a value mentions: `secrets.NAME`, a list of secrets, a sentence is none. */
function readVariables(reading: Reading, node: ScalarNode, spot: Spot): void {
  for (const { 0: name, index } of node.value.matchAll(CREDENTIAL_NAME)) {
    const end = index + name.length;
    if (roleOf(name) === 'credential' && isHitRange(reading, node, index, end))
      sightCredential(reading, node, spot, { range: { start: index, end } });
  }
}

/** What may stand before a variable's name where the whole value refers to it: `${`, `os.environ/`, `{{ secrets.`. */
const REFERS = /^(?:[^A-Za-z0-9]|\b(?:os\.environ|environ|env|process|secrets|vars|getenv|ENV|lookup)\b){0,40}$/;

function readCredential(reading: Reading, node: ScalarNode, spot: Spot, { key, amongModels, owner }: Slot): void {
  const value = node.type === 'string' ? node.value.trim() : '';
  // `abc$DEF` is a key with a dollar in it, not a variable.
  const [variable] = variablesIn(value).filter(({ nameStart }) => REFERS.test(value.slice(0, nameStart)));
  const range = variable && { start: variable.nameStart, end: variable.nameStart + variable.name.length };
  const isTold = key !== null && (isHitNode(reading, key) || isConstant(key.value));
  const relevant = amongModels || spot.endpoint !== null || isHitNode(reading, node) || (key !== null && isHitNode(reading, key));
  if (owner && key && !isHitNode(reading, node) && (spot.endpoint === null || value === '') && !/\s/.test(value)) {
    const name = `${owner.value}.${key.value === 'key' ? 'api.key' : key.value}`;
    sightCredential(reading, key, spot, { name, ...(value !== '' && { secret: value }) });
    return;
  }
  if (!relevant) return;
  // `ANTHROPIC_API_KEY=$KIMI_API_KEY`: where no address tells whose key it is, the variable does.
  const isAsked = spot.endpoint !== null && !spot.endpoint.startsWith('env:');
  const isTelling = range && !isAsked && !(key && isHitNode(reading, key)) && isHitRange(reading, node, range.start, range.end);
  if (key && isTold && !isTelling) sightCredential(reading, key, spot, { secret: value });
  else if (range) sightCredential(reading, node, spot, { range: shifted(node, range) });
  else if (isConstant(value) && roleOf(value) === 'credential') sightCredential(reading, node, spot);
  else if (key && value !== '') sightCredential(reading, key, spot, { secret: value, ...nameWithin(spot, key.value) });
}

/** `aliyun: { api-key: ... }`: without an address, the map around a key may say whose it is. */
function nameWithin({ endpoint, route }: Spot, key: string): { readonly name?: string } {
  const around = route.at(-2) ?? '';
  return endpoint === null && /^[A-Za-z][\w-]{2,30}$/.test(around) && stemOf(key) === '' ? { name: `${around}.${key}` } : {};
}

function shifted({ value }: ScalarNode, { start, end }: Range): Range {
  const lead = value.length - value.trimStart().length;
  return { start: start + lead, end: end + lead };
}
