// A program that a configuration carries as text (a ConfigMap's `serve.py: |`): what its settings fall back to.
import { entriesOf, get, type Node, type ScalarNode, slice, stringOf } from '../../formats/nodes.ts';
import { isModelLike } from './looks.ts';
import { roleOf } from './roles.ts';
import { isMapping } from './routing.ts';
import { isHitNode, type Reading, type Spot, sightModel } from './sight.ts';
import { embeddedJson, readScalar, readUrls } from './value.ts';

export function isProgram(key: string): boolean {
  return /^[\w.-]{1,100}\.(?:py|[cm]?js|ts|rb)$/.test(key);
}

/** `os.environ.get("NAME", "value")`, `getenv(...)`, `process.env.NAME || "value"`. */
const FALLBACK =
  /(?:environ\.get|getenv|ENV\.fetch)\(\s{0,20}["'](\w{1,100})["']\s{0,4},\s{0,20}["']([^"'\n]{2,300})["']|process\.env\.(\w{1,100})\s{0,4}(?:\|\||\?\?)\s{0,4}["']([^"'\n]{2,300})["']/g;
/** `model="value"`, `"model": "value"`. */
const SETTING = /\b([A-Za-z_]\w{0,60})["']?\s{0,4}[=:]\s{0,4}["']([^"'\n]{2,300})["']/g;

/** What loads a model is given its name first. */
const LOADING =
  /\b(?:from_pretrained|snapshot_download|hf_hub_download|AutoModel|SentenceTransformer|CrossEncoder|LLM|load_model|load)\(\s{0,20}["']([^"'\n]{2,300})["']/g;

/** A text that an interpreter is given, or a file of its own: statements at the start of lines. */
export function isProgramText(text: string): boolean {
  return /^[ \t]{0,8}(?:import[ \t]+[\w.]+|from[ \t]+[\w.]+[ \t]+import\b|(?:const|let|var)[ \t]+[\w{]+|require[ \t(]|def[ \t]+\w+\(|\w+[ \t]?=[ \t]?[\w.]+\(|[\w.]{1,80}\()/m.test(
    text,
  );
}

/** The body of a request that is no plain JSON: an expression of n8n, a filter of jq, JSON with a script's variables in it. */
export function isBody(text: string): boolean {
  return /^=?\s{0,40}\{\s{0,80}["']?\w{1,60}["']?\s{0,4}:/.test(text);
}

/** True if the text is JSON, or the body of a request with variables in it. */
export function readBody(reading: Reading, node: ScalarNode, spot: Spot): boolean {
  const json = embeddedJson(node);
  const model = json && stringOf(get(json, 'model'));
  if (json) readMappings(reading, json, spot);
  if (model) sightModel(reading, model, spot);
  else if (json || isBody(node.value)) readProgram(reading, node, spot);
  else return false;
  return true;
}

const DEEPEST = 3;

/** A channel that is made by a request: its `model_mapping`, itself mostly JSON in a text, says who answers for each name. */
function readMappings(reading: Reading, node: Node, spot: Spot, depth = 0): void {
  for (const { key, value } of entriesOf(node)) {
    const within = { ...spot, route: [...spot.route, key.value] };
    if (!isMapping(within)) {
      if (depth < DEEPEST) readMappings(reading, value, within, depth + 1);
      continue;
    }
    const text = stringOf(value);
    for (const answer of entriesOf(text ? embeddedJson(text) : value)) {
      const name = stringOf(answer.value);
      if (name && isHitNode(reading, name) && isModelLike(name.value)) sightModel(reading, name, within);
    }
  }
}

export function readProgram(reading: Reading, node: ScalarNode, spot: Spot): void {
  if (!isHitNode(reading, node)) return;
  for (const { 0: whole, 1: name, 2: value, 3: other, 4: second, index } of node.value.matchAll(FALLBACK)) {
    const end = index + whole.length - 1;
    const told = { name: name ?? other ?? '', text: slice(node, end - (value ?? second ?? '').length, end) };
    readSetting(reading, told, { ...spot, context: 'default' });
  }
  for (const { 0: whole, 1: name = '', 2: value = '', index } of node.value.matchAll(SETTING)) {
    const end = index + whole.length - 1;
    readSetting(reading, { name, text: slice(node, end - value.length, end) }, spot);
  }
  for (const { 0: whole, 1: name = '', index } of node.value.matchAll(LOADING)) {
    const end = index + whole.length - 1;
    readSetting(reading, { name: 'model', text: slice(node, end - name.length, end) }, spot);
  }
  readCached(reading, node, spot);
  readUrls(reading, node, spot);
}

/** `/cache/hub/models--acme--Acme-8B/snapshots/...`: a folder of a hub's cache is one wherever it is written. */
function readCached(reading: Reading, node: ScalarNode, spot: Spot): void {
  if (!node.value.includes('models--')) return;
  for (const { 0: path, index } of node.value.matchAll(/[^\s"'`=,;:()[\]]{8,300}/g)) {
    const part = slice(node, index, index + path.length);
    if (CACHED.test(path) && isHitNode(reading, part)) sightModel(reading, part, spot);
  }
}

const CACHED = /(?:^|\/)models--[\w.-]{2,60}--[\w.-]{3,100}(?:\/|$)/;

interface Told {
  readonly name: string;
  readonly text: ScalarNode;
}

function readSetting(reading: Reading, { name, text }: Told, spot: Spot): void {
  const role = roleOf(name);
  if ((role !== 'model' && role !== 'endpoint') || !isHitNode(reading, text)) return;
  readScalar(reading, text, { ...spot, route: [...spot.route, name] }, { role, key: null, amongModels: false });
}
