// Reads command lines: the model that a tool loads, options that name models, addresses and keys, packages that are installed.
import { at, type Entry, get, mapOf, type ScalarNode, slice, stringOf } from '../../formats/nodes.ts';
import { assignmentOf, type Command, splitCommands } from '../../formats/shell.ts';
import { type Line, lineOf, type Option, withoutRunners } from './command-words.ts';
import { readHeredocs } from './heredocs.ts';
import { readInstall } from './install.ts';
import { itemsOf } from './items.ts';
import { isModelPath, isPlainlyModelLike, isUrl } from './looks.ts';
import { readMount } from './mount.ts';
import { settingsIn } from './overrides.ts';
import { recordsIn } from './packed.ts';
import { readBody, readProgram } from './program.ts';
import { isOutput, roleOf } from './roles.ts';
import { endpointFor, NO_SCOPE, providerFor, scopeOf } from './scope.ts';
import { isHitNode, type Reading, type Spot, sightCredential, sightEdge, sightModel } from './sight.ts';
import { isCommandLine, isFormatFlag, isPresetFlag, isShortModelFlag } from './tools.ts';
import { embeddedJson, readScalar } from './value.ts';
import { variablesSet } from './variables.ts';

/** `bash -c "..."` within `ssh host "..."`: no deeper. */
const DEEPEST = 4;

/** Go through the file system and open nothing: what they are given are paths. */
const HANDLES_PATHS: ReadonlySet<string> = new Set(['cd', 'pushd', 'mkdir', 'rmdir', 'rm', 'ls', 'touch', 'chmod', 'chown', 'test', '[']);

/** What these are given are names of objects, but for options and commands to run. */
const NAMES_OBJECTS: ReadonlySet<string> = new Set(['kubectl', 'oc', 'helm', 'argocd', 'flux']);

export function readCommandLine(reading: Reading, node: ScalarNode, spot: Spot, depth = 0): void {
  for (const command of splitCommands(node)) {
    readCommand(reading, command, spot, depth);
    readHeredocs(reading, command, spot);
  }
}

export function readCommand(reading: Reading, command: Command, outer: Spot, depth = 0): void {
  const spot: Spot = { ...outer, context: 'command' };
  const line = lineOf(command);
  readAssignments(reading, [...command.assignments, ...loopOver(command)], spot);
  readTested(reading, command.words, spot);
  if (HANDLES_PATHS.has(line.tool)) return;
  for (const item of itemsOf(command.words)) if (isHitNode(reading, item)) sightModel(reading, item, spot);
  readAssignments(reading, line.options.flatMap(variableOf), spot);
  const set = variablesSet(withoutRunners(command.words));
  readAssignments(reading, set.entries, spot);
  for (const name of set.names) if (roleOf(name.value) === 'credential' && isHitNode(reading, name)) sightCredential(reading, name, spot);
  readInstall(reading, command.words, spot);
  const within = { ...spot, endpoint: endpointOf(line) ?? spot.endpoint };
  line.options.forEach((option) => {
    readOption(reading, line, option, within);
  });
  line.loaded.forEach((word) => {
    readLoaded(reading, word, within, line.call);
  });
  const words = NAMES_OBJECTS.has(line.tool) ? line.rest.filter(({ value }) => isUrl(value) || isCommandLine(value)) : line.rest;
  for (const word of words) {
    if (isCalledAfter(word, words)) continue;
    if (!readSettings(reading, word, within, line.call)) readWord(reading, word, within, depth);
  }
  readServedName(reading, line, within);
}

/** `if [ -z "$NAME" ]`: a key without which the script does not go on. */
function readTested(reading: Reading, words: readonly ScalarNode[], spot: Spot): void {
  if (!words.slice(0, 4).some(({ value }) => /^(?:\[{1,2}|test)$/.test(value))) return;
  for (const word of words) {
    const [whole, name] = /^\$\{?([A-Z][A-Z\d_]{2,80})\}?$/.exec(word.value) ?? [];
    if (!whole || !name || roleOf(name) !== 'credential' || !isHitNode(reading, word)) continue;
    const start = whole.indexOf(name);
    sightCredential(reading, word, spot, { range: { start, end: start + name.length } });
  }
}

/** A directory within a container, called after what it is for. */
const NO_NAME = /^\/(?:[\w.-]{1,20}\/)?(?:models?|data|weights|checkpoints?|mnt|model-store|mnt\/models)\/?$/;

/** `start.sh org/name port server_org_name`: one of the words is made from the name of the model in another. */
function isCalledAfter({ value }: ScalarNode, words: readonly ScalarNode[]): boolean {
  return value.includes('_') && words.some((other) => other.value.includes('/') && value.includes(other.value.replaceAll('/', '_')));
}

/** `for NAME in one two`: the variable is each of them in turn. */
function loopOver({ words: [first, name, second, ...items] }: Command): Entry[] {
  const isLoop = first?.value === 'for' && second?.value === 'in' && /^[A-Za-z_]\w{0,100}$/.test(name?.value ?? '');
  return name && isLoop ? items.map((value) => ({ key: name, value })) : [];
}

function readAssignments(reading: Reading, assignments: readonly Entry[], spot: Spot): void {
  const scope = assignments.length > 0 ? scopeOf(mapOf(assignments, 0, 0), NO_SCOPE) : NO_SCOPE;
  for (const { key, value } of assignments) {
    if (value.kind !== 'scalar') continue;
    const earlier = (spot.environments ?? []).map((environment) => endpointFor(environment, key.value, true));
    const endpoint = endpointFor(scope, key.value) ?? earlier.find((url) => url !== null) ?? spot.endpoint;
    const beside = {
      ...spot,
      endpoint,
      provider: providerFor({ ...scope, provider: spot.provider }, key.value, { endpoint, name: value.value }),
    };
    const within = { ...beside, route: [...spot.route, key.value] };
    if (isHitNode(reading, value) && readBody(reading, value, within)) continue;
    readScalar(reading, value, within, { role: roleOf(key.value), key, amongModels: false });
  }
}

/** `-e NAME=value` and its relatives. */
function variableOf({ flag, value }: Option): Entry[] {
  const entry = value && /^(?:-e|--env|--build-arg|--set|--set-string|--from-literal|-D)$/.test(flag) ? assignmentOf(value) : null;
  return entry ? [entry] : [];
}

function readOption(reading: Reading, { tool, call, options }: Line, { flag, node, value }: Option, spot: Spot): void {
  if (isPresetFlag(flag)) sightModel(reading, slice(node, 2, flag.length), spot, { call: tool || null });
  if (!value || isFormatFlag(flag) || isOutput(flag) || isNameFlag(tool, flag)) return;
  if (variableOf({ flag, node, value }).length > 0) return;
  if (/^(?:-v|--volume)$/.test(flag)) readMount(reading, value, spot);
  if (INTERPRETER.test(tool) && /^(?:-c|-e|-p|--eval|--print)$/.test(flag)) {
    readProgram(reading, value, spot);
    return;
  }
  const json = embeddedJson(value);
  const named = PULLS.test(spot.endpoint ?? '') ? 'name' : 'model';
  const model = json && (stringOf(get(json, 'model')) ?? stringOf(at(json, 'model', 'name')) ?? stringOf(get(json, named)));
  const role = isShortModelFlag(tool, flag) ? 'model' : roleOf(flag.replace(/^-+/, ''));
  if (model) sightModel(reading, model, spot, { call });
  if (json) readBody(reading, value, spot);
  // That an option takes it says that it is a model, whatever runs.
  else if (role === 'model') readLoaded(reading, value, spot, call ?? (/^[a-z]/.test(tool) ? tool : null), options);
  else if (role) readScalar(reading, value, spot, { role, key: null, amongModels: false });
  else if (!readSettings(reading, value, spot, call)) readWord(reading, value, spot, 0);
}

/** Where a server of Ollama is told to load a model. */
const PULLS = /\/api\/(?:pull|create|show|push|copy)\/?$/;

const INTERPRETER = /^(?:python[\d.]*|node|bun|deno|ruby|tsx)$/;

/** Options that say what something is to be called. */
function isNameFlag(tool: string, flag: string): boolean {
  if (/^--(?:name|hostname|network|namespace|selector|container-name|job-name|step)$/.test(flag)) return true;
  return /^(?:docker|podman|nerdctl|buildah)$/.test(tool) && /^(?:-t|--tag|-l|--label)$/.test(flag);
}

/** True if the word sets something that touches a hit. */
function readSettings(reading: Reading, word: ScalarNode, spot: Spot, call: string | null): boolean {
  if (!isHitNode(reading, word) || isCommandLine(word.value)) return false;
  const records = recordsIn(word);
  const before = reading.out.length;
  for (const record of records.length > 0 ? records : [settingsIn(word)]) {
    const { provider } = scopeOf(mapOf(record, 0, 0), { ...NO_SCOPE, provider: spot.provider });
    const base = record.flatMap(({ key, value }) => (roleOf(key.value) === 'endpoint' ? (stringOf(value)?.value ?? []) : [])).find(isUrl);
    for (const { key, value } of record) {
      if (value.kind !== 'scalar' || !(isHitNode(reading, value) || isHitNode(reading, key))) continue;
      const role = roleOf(key.value) ?? roleOf(key.value.split('.').slice(-2).join('.'));
      const within = { ...spot, endpoint: base ?? spot.endpoint, provider, route: [...spot.route, key.value] };
      if (role === 'model') readLoaded(reading, value, within, call);
      else readScalar(reading, value, within, { role, key: role ? key : null, amongModels: false });
    }
  }
  return reading.out.length > before;
}

/** A name after `model`, or `alias=name` as adapters are listed. */
function readLoaded(reading: Reading, word: ScalarNode, spot: Spot, call: string | null, options: readonly Option[] = []): void {
  const revision = options.find(({ flag }) => flag === '--revision')?.value?.value ?? null;
  const remoteCode = options.some(({ flag, value }) => /^--trust[-_]remote[-_]code$/.test(flag) && value?.value !== 'false');
  const device = options.find(({ flag }) => /^--device(?:[-_]map)?$/.test(flag))?.value?.value ?? null;
  const before = reading.out.length;
  readScalar(reading, word, spot, { role: 'model', key: null, amongModels: true });
  for (let index = before; index < reading.out.length; index++) {
    const seen = reading.out[index];
    if (seen?.kind === 'model') reading.out[index] = { ...seen, call, revision, remoteCode, device };
  }
}

function readWord(reading: Reading, word: ScalarNode, spot: Spot, depth: number): void {
  if (isCommandLine(word.value) && depth < DEEPEST) {
    readCommandLine(reading, word, spot, depth + 1);
    return;
  }
  if (!isHitNode(reading, word) || readBody(reading, word, spot)) return;
  if (isUrl(word.value) || /\s|:\/\/|\$\{/.test(word.value)) readScalar(reading, word, spot, { role: null, key: null, amongModels: false });
  else if (isModelPath(word.value) || (isPlainlyModelLike(word.value) && /\d/.test(word.value) && /[/:-]/.test(word.value)))
    sightModel(reading, word, spot);
}

function endpointOf({ options, rest }: Line): string | null {
  const option = options.find(({ flag, value }) => value && isUrl(value.value) && roleOf(flag.replace(/^-+/, '')) === 'endpoint');
  return option?.value?.value ?? rest.find(({ value }) => isUrl(value))?.value ?? null;
}

/** `--served-model-name` is what clients ask for, and all that is said of a model that lies in a directory. */
function readServedName(reading: Reading, { options, loaded }: Line, spot: Spot): void {
  const served = options.find(({ flag }) => /^--served[-_]model[-_]name$/.test(flag))?.value;
  const model = loaded[0] ?? options.find(({ flag, value }) => value && /^--model(?:[-_](?:path|id|name))?$/.test(flag))?.value;
  const to = model?.value ?? spot.model;
  if (served && isHitNode(reading, served) && (!to || NO_NAME.test(to))) sightModel(reading, served, spot);
  if (served && to && !/[$\s]/.test(served.value)) sightEdge(reading, served, spot, { from: served.value, relation: 'alias', to });
}
