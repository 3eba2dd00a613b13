// Objects that give a model a name of their own: those of Kubernetes' operators, and the entries of a server that swaps models.
import { at, type Entry, get, type MapNode, type Node, type ScalarNode, stringOf } from '../../formats/nodes.ts';
import { readCommandLine } from './command.ts';
import { isModelLike, isOwnStore, isStored, isUrl } from './looks.ts';
import { modelsTold } from './names.ts';
import { wordsOf } from './roles.ts';
import { isHitNode, type Reading, type Spot, sightEdge } from './sight.ts';

const VERSION = /^(?:[\w.-]{1,120}\/)?v\d{1,3}(?:(?:alpha|beta)\d{0,3})?$/;

/** An object of Kubernetes. */
export function isObject(root: Node): boolean {
  return VERSION.test(stringOf(get(root, 'apiVersion'))?.value ?? '') && /^[A-Z]\w{1,80}$/.test(stringOf(get(root, 'kind'))?.value ?? '');
}

/** `Model` of KubeAI, LLMKube and Ollama's operator, `InferenceService` of KServe, `LiteLLMModel`. */
const OF_MODEL = /(?:Model|InferenceService|ModelDeployment|LLMService)$/;

/** What other objects ask for by the name of this one. */
export function readObject(reading: Reading, root: Node, spot: Spot): void {
  if (!isObject(root) || !OF_MODEL.test(stringOf(get(root, 'kind'))?.value ?? '')) return;
  const alias = aliasOf(root);
  const source = sourceIn(get(root, 'spec'), ['spec'], 0);
  if (!alias || !source || !isModelLike(alias)) return;
  sightEdge(reading, source.node, { ...spot, route: source.route }, { from: alias, relation: 'alias', to: source.node.value.trim() });
}

/** LiteLLM's operator has a key for what clients ask for. */
function aliasOf(root: Node): string | undefined {
  const name = isGatewayEntry(get(root, 'spec')) ? stringOf(at(root, 'spec', 'modelName')) : stringOf(at(root, 'metadata', 'name'));
  return name?.value.trim();
}

/** `modelName` beside the `params` that choose a model: a gateway's own name for it. */
function isGatewayEntry(map: Node | null | undefined): boolean {
  return map?.kind === 'map' && get(map, 'modelName') !== null && stringOf(at(map, 'params', 'model')) !== null;
}

interface Source {
  readonly node: ScalarNode;
  readonly route: readonly string[];
}

const SOURCE = /^(?:source|url|uri|model uri|model url|storage uri|image|model)$/;
/** `spec.predictor.model.storageUri` */
const DEEPEST = 4;

function sourceIn(node: Node | null | undefined, route: readonly string[], depth: number): Source | null {
  if (node?.kind !== 'map' || depth >= DEEPEST) return null;
  for (const { key, value } of node.entries) {
    const named = stringOf(value);
    const within = [...route, key.value];
    if (named && SOURCE.test(wordsOf(key.value)) && isSource(named.value.trim(), key.value))
      return nameBeside(node, { node: named, route: within });
    const inner =
      value.kind === 'map' && !/^(?:metadata|resources|env|labels|info)$/.test(key.value) ? sourceIn(value, within, depth + 1) : null;
    if (inner) return inner;
  }
  return null;
}

/** Beside a bucket or a volume the name says more than the place. */
function nameBeside(map: MapNode, source: Source): Source {
  const name = stringOf(get(map, 'name'));
  return name?.value.includes('/') && isOwnStore(source.node.value)
    ? { node: name, route: [...source.route.slice(0, -1), 'name'] }
    : source;
}

/** The image of a server is none of its model; that of a store of models has a model's name. */
function isSource(value: string, key: string): boolean {
  return key === 'image' ? isModelLike(value) && !/[.:/]\S{0,100}\//.test(value) : isStored(value) || isUrl(value) || isModelLike(value);
}

/** A gateway's own name for what its parameters choose: told as an arrow by whoever knows the gateway, a use it is not. */
export function isGatewayAlias({ key }: Entry, map: MapNode): boolean {
  return (key.value === 'model_name' && get(map, 'litellm_params') !== null) || (key.value === 'modelName' && isGatewayEntry(map));
}

/** The image of the server that is run. */
const IMAGE = /\/[\w./-]{1,200}:(?:v?\d{1,4}\.\S{1,60}|latest|nightly|main|server\S{0,60})$/;

/** llama-swap: a name for what a command serves. True if the command says what it loads. */
export function sightRun(reading: Reading, { key, value }: Entry, spot: Spot): boolean {
  const run = value.kind === 'map' ? stringOf(get(value, 'cmd')) : null;
  if (!run || !isHitNode(reading, run)) return false;
  const apart: Reading = { ...reading, out: [], seen: new Set() };
  readCommandLine(apart, run, spot);
  const told = modelsTold(apart, 0);
  const model = told.find((name) => !IMAGE.test(name)) ?? told[0];
  if (model !== undefined) sightEdge(reading, key, spot, { from: key.value, relation: 'alias', to: model });
  return model !== undefined;
}
