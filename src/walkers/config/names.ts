// What people and machines call things: names that stand for a model, and names that only remind of one.
import { isHit, linesOf } from '../../formats/document.ts';
import { type Entry, type MapNode, type ScalarNode, stringOf } from '../../formats/nodes.ts';
import { isOwnStore, isPlainlyModelLike, isStored } from './looks.ts';
import { isOutput, roleOf, wordsOf } from './roles.ts';
import { isHitNode, type Reading, type Spot, sightEdge } from './sight.ts';

/** Keys under which people name anything after what they like. */
const NAMING =
  /(?:^|[_.-])(?:name|app|title|label|namespace|component|instance|theme|repo|slug|team|owner|author|group|category|tag|topic|project|service|hostname)$/i;

/** What is shown to people. */
const LABEL = /(?:^| )(?:display (?:name|label)|label|title)$/;

/** Keys of places and runs: what stands there was named by a machine, after what it holds or did. */
const PLACE =
  /(?:^|[_.-])(?:dir|dirname|folder|file|filename|run|run_name|experiment|experiment_name|log|logs|branch|commit|(?:(?:v|virtual_?|conda_?)env)(?:_?(?:name|dir|path))?|env_?name)$/i;

/** Keys that say in what form a model is spoken to: a hint at its family where nothing else is said. */
const TEMPLATE =
  /^(?:(?:chat|prompt|conv|conversation|instruction)?_?-?template|template_name|instruct_?type|(?:\w{1,40}_)?(?:tool(?:_?call)?|reasoning)[_-]?parsers?(?:_?(?:plugin|name))?)$/i;

/** The parts of an object that say what it is called and how it is found. */
const LABELS = /^(?:metadata|labels|annotations|(?:\w{1,40}S|s)elector|matchLabels|matchExpressions|commonLabels)$/;

/** Whether the map at the route holds labels. */
export function isLabel(route: readonly string[]): boolean {
  return /^(?:labels|annotations|matchLabels|commonLabels)$/.test(route.at(-1) ?? '');
}

/** Whether the route goes through what an object says of itself. */
export function isLabelled(route: readonly string[]): boolean {
  return route.some((step) => LABELS.test(step));
}

/** What other objects are found by: they say themselves what they are. */
function isSelected(route: readonly string[]): boolean {
  return route.some((step) => step === 'matchLabels' || step === 'selector');
}

/** What a cluster or a cloud calls objects of its own. */
const OBJECT =
  /(?:^| )(?:secret|config map|claim|volume|service account|(?:storage|ingress|priority|runtime) class|role|policy|(?:security|log|resource|target|user|auto scaling) group|group|instance profile|key ?pair|bucket|cluster|subnet|vpc|network|queue|topic|table|stack|certificate|issuer|user|pool|function|load balancer) name$|^existing secret$/;

/** Resources of Terraform that are models, or serve them: what they are called may say which. */
const OF_MODELS = /(?:^|_)(?:models?|llm|ollama|inference|serving|endpoint|deployment|bedrock\w{0,20}|huggingface|openai)(?:_|$)/;

/** What a resource of Terraform or CloudFormation is called, or is tagged as, and what an object refers to others by. */
function isObjects(key: string, route: readonly string[]): boolean {
  if (OBJECT.test(wordsOf(key))) return true;
  if (!/^name(?:_prefix)?$/i.test(route.at(-1) ?? key)) return false;
  return route.some((step) => /^tags(?:_all)?$/i.test(step)) || (route[0] === 'resource' && !OF_MODELS.test(route[1] ?? ''));
}

/** What a name beside nothing but its key is worth: nothing, something if nothing better is said, or all. */
export type Worth = 'none' | 'hint' | 'name';

export function worthOf(name: string, key: string, route: readonly string[]): Worth {
  if (PLACE.test(key) || isOutput(key) || isObjects(key, route) || isSelected(route)) return 'none';
  if (isTemplateKey(key)) return 'hint';
  if (isLabelled(route)) return 'hint';
  if (!NAMING.test(key) && !LABEL.test(wordsOf(key))) return 'name';
  return /\d|\//.test(name) ? 'hint' : 'none';
}

export function isTemplateKey(key: string): boolean {
  return TEMPLATE.test(key);
}

/** The models that were told since then at the catalog's own words. */
export function modelsTold({ document, out }: Reading, since: number): readonly string[] {
  return out.slice(since).flatMap((seen) => {
    if (seen.kind !== 'model' || !seen.evidence.region) return [];
    const { startLine, startColumn } = seen.evidence.region;
    const start = (linesOf(document)[startLine - 1] ?? 0) + startColumn - 1;
    return isHit(document, start, start + seen.name.length) ? [seen.name] : [];
  });
}

const COMMON =
  /^(?:chat|instruct|coder|code|model|base|mini|large|small|turbo|plus|max|pro|vision|embed|embedding|server|service|config|app|api|test|demo|agent|latest|the|and|ai|gguf|awq|fp|http|https|openai)$/;

/** Whether a name was given after one of these models: it shares a word with it that is not everybody's. */
export function isNamedAfter(name: string, models: readonly string[]): boolean {
  const words = new Set(models.flatMap(lettersOf));
  return lettersOf(name).some((word) => words.has(word));
}

function lettersOf(name: string): readonly string[] {
  return (name.toLowerCase().match(/[a-z]{2,40}/g) ?? []).filter((word) => !COMMON.test(word));
}

export interface Named {
  readonly key: ScalarNode;
  readonly node: ScalarNode;
}

/** The model that the map names outright, where it is told. */
export function modelWithin(reading: Reading, map: MapNode): Named | null {
  let first: Named | null = null;
  let local: Named | null = null;
  for (const { key, value } of map.entries) {
    const node = stringOf(value);
    if (!node || !isHitNode(reading, node) || (roleOf(key.value) !== 'model' && !isStored(node.value))) continue;
    if (SOURCE.test(wordsOf(key.value))) {
      if (!LOCAL.test(node.value)) return { key, node };
      local = { key, node };
    } else first ??= { key, node };
  }
  return local && !(first && OWNED.test(first.node.value.trim())) ? local : first;
}

/** Where a copy lies says less than the owner and name of what was copied. */
const LOCAL = /^\s{0,9}(?:\.{0,2}\/|~|[A-Za-z]:\\)/;
const OWNED = /^[A-Za-z][\w.-]{1,95}\/[\w.-]{2,95}$/;

/** Keys that say where the weights come from: an id beside them is what clients ask for. */
const SOURCE = /^(?:model (?:source|url|uri|path)|storage uri|source model)$/;

/** Keys whose value is the thing that the map around them is about, not one of several. */
const WHOLE = /^(?:model(?: (?:id|name|url|uri|path|ref|source))?|url|uri|storage uri|repository|repo)$/;

/** `name: fast` beside `model: ...`, or the key of such a map: what others may call it by. */
export function sightAlias(reading: Reading, alias: ScalarNode, { key, node }: Named, spot: Spot): void {
  if (!isPlainlyModelLike(alias.value) || !WHOLE.test(wordsOf(key.value))) return;
  sightEdge(reading, alias, spot, { from: alias.value, relation: 'alias', to: node.value.trim() });
}

/** What only a model is set: an entry with one of these is about the model that its name says. */
const MODEL_SETTING =
  /^(?:(?:weak|editor|draft|small|fast)_model(?:_name)?|edit_format|extra_params|use_(?:temperature|system_prompt)|(?:max|max_input|max_output|max_completion)_tokens|context_(?:window|length)|temperature|top_[pk]|reasoning_effort|accepts_settings|supports_\w{3,40})$/;

/** The map that holds an entry, and where it stands. */
interface Within {
  readonly map: MapNode;
  readonly route: readonly string[];
}

/** `name: org/model` beside settings of a model, where nothing else in the map is the model itself. */
export function isModelName(reading: Reading, { key, value }: Entry, { map, route }: Within): boolean {
  if (key.value !== 'name' || value.kind !== 'scalar' || !isHitNode(reading, value)) return false;
  if (!/\d|\//.test(value.value) || !isPlainlyModelLike(value.value)) return false;
  // Beside a bucket or a volume the name says more than the place, which somebody named as he liked.
  if (OWNED.test(value.value) && map.entries.some((entry) => isOwnStore(stringOf(entry.value)?.value ?? ''))) return true;
  const keys = map.entries.map((entry) => entry.key.value);
  const isAbout = keys.some((one) => MODEL_SETTING.test(one)) || (isOneOfModels(route) && keys.some((one) => roleOf(one) === 'provider'));
  return isAbout && !keys.some((one) => WHOLE.test(wordsOf(one)) || /^(?:id|slug)$/.test(one));
}

/** `models: { fast: { ... } }` */
function isOneOfModels(route: readonly string[]): boolean {
  return roleOf(route.at(-2) ?? '') === 'model';
}

/** A display name: a better one stands beside it. */
export function isDisplayName(key: string, { key: better }: Named): boolean {
  if (/^(?:name|alias|title|label|display_?name|served_?model_?name)$/i.test(key)) return true;
  return SOURCE.test(wordsOf(better.value)) && /^model_?(?:id|name|alias)$/i.test(key);
}

/** `NAME: { description: ..., required: true }`: a variable that is to be set. */
export function isDeclared(name: string, { entries }: MapNode): boolean {
  return roleOf(name) === 'credential' && entries.every(({ key }) => DECLARES.test(key.value));
}

const DECLARES =
  /^(?:description|required|type|default|title|label|help|placeholder|secret|sensitive|optional|generator|format|example|is_?secret|sync)$/i;
