// Recipes for training (axolotl, LLaMA-Factory, TRL, Unsloth, MLX, NeMo, verl, torchtune): the output is made from the base.
import { at, get, type Node, type ScalarNode, stringOf } from '../../formats/nodes.ts';
import type { Relation } from '../../model.ts';
import { isComputed } from './interpolate.ts';
import { isModelLike } from './looks.ts';
import { type Reading, type Spot, sightEdge, sightModel } from './sight.ts';
import { structured } from './structured.ts';

const BASES = ['base_model', 'model_name_or_path', 'base_model_name_or_path', 'model_id', 'model_name', 'model', '_name_or_path'] as const;
const OUTPUTS = [
  'output_dir',
  'hub_model_id',
  'export_dir',
  'export_hub_model_id',
  'adapter_path',
  'push_to_hub_model_id',
  'run_name',
  'default_local_dir',
] as const;
const TEACHERS = ['teacher_model_name_or_path', 'teacher_model', 'teacher_model_id'] as const;

/** Where recipes group their keys: `model: { ... }, training: { ... }`, `policy` and `checkpointing` of NeMo, `trainer` of verl. */
const GROUPS: readonly (readonly string[])[] = [
  [],
  ...['model', 'training', 'train', 'args', 'config', 'policy', 'trainer', 'checkpointing'].map((key) => [key]),
  ['actor_rollout_ref', 'model'],
];

export const training = structured({
  name: 'training',
  reads: 'training recipes: base model to output directory or Hub repository',
  files: /\.(?:ya?ml|json|toml)$/i,
  signals: ['output_dir', 'hub_model_id', 'model_name_or_path', 'export_dir', 'adapter_path', 'checkpoint_dir', 'default_local_dir'],
  gate: 'always',
  extra(reading, root, spot) {
    readGroups(reading, root, spot);
    readCheckpoints(reading, root, spot);
  },
});

interface Group {
  readonly route: readonly string[];
  readonly recipe: Node;
}

/** A group that names no base of its own belongs to the only one that does. */
function readGroups(reading: Reading, root: Node, spot: Spot): void {
  const groups = GROUPS.flatMap((route) => {
    const recipe = route.length === 0 ? root : at(root, ...route);
    return recipe?.kind === 'map' ? [{ route, recipe }] : [];
  });
  const bases = groups.filter((group) => baseOf(group) !== null);
  for (const group of groups) {
    const based = bases.includes(group) ? group : bases.length === 1 ? bases[0] : undefined;
    if (based) readOutputs(reading, group.recipe, { ...spot, route: group.route }, partsOf(based));
  }
}

function baseOf({ route, recipe }: Group): ScalarNode | null {
  return named(recipe, BASES) ?? (route.at(-1) === 'model' ? named(recipe, ['path', 'name', 'name_or_path', 'pretrained']) : null);
}

interface Parts {
  readonly base: ScalarNode;
  readonly teacher: ScalarNode | null;
  readonly relation: Relation;
}

function partsOf(group: Group): Parts | null {
  const base = baseOf(group);
  return base && { base, teacher: named(group.recipe, TEACHERS), relation: relationOf(group.recipe) };
}

/** The settings of one run, all in one map. */
export function readRecipe(reading: Reading, recipe: Node, spot: Spot): void {
  readOutputs(reading, recipe, spot, partsOf({ route: [], recipe }));
}

function readOutputs(reading: Reading, recipe: Node, spot: Spot, parts: Parts | null): void {
  if (!parts) return;
  for (const key of [...OUTPUTS, ...(spot.route.at(-1) === 'checkpointing' ? ['checkpoint_dir'] : [])]) {
    const output = stringOf(get(recipe, key));
    // The arrow stands where the output gets its name: the base itself is used as it was published.
    if (output) sightOutput(reading, output, { ...spot, route: [...spot.route, key] }, { ...parts, isPath: /dir|path/.test(key) });
  }
}

function sightOutput(reading: Reading, output: ScalarNode, spot: Spot, made: Parts & { readonly isPath: boolean }): void {
  for (const from of nodesOf(output.value.trim(), made.isPath)) {
    sightEdge(reading, output, spot, { from, relation: made.relation, to: made.base.value.trim() });
    if (made.teacher) sightEdge(reading, output, spot, { from, relation: 'distilled', to: made.teacher.value.trim() });
  }
}

/** torchtune: what a checkpointer reads is the base, whatever the directory's key is called elsewhere. */
function readCheckpoints(reading: Reading, root: Node, spot: Spot): void {
  const base = checkpoint(reading, root, 'checkpointer', spot);
  const teacher = checkpoint(reading, root, 'teacher_checkpointer', spot);
  const output = stringOf(get(root, 'output_dir'));
  if (!base || !output) return;
  const relation = /(?:^|[._])(?:q?lora|dora)_/.test(stringOf(at(root, 'model', '_component_'))?.value ?? '') ? 'adapter' : 'finetune';
  sightOutput(reading, output, { ...spot, route: ['output_dir'] }, { base, teacher, relation, isPath: true });
}

function checkpoint(reading: Reading, root: Node, key: string, spot: Spot): ScalarNode | null {
  const checkpointer = get(root, key);
  const component = stringOf(get(checkpointer, '_component_'));
  const directory = component ? stringOf(get(checkpointer, 'checkpoint_dir')) : null;
  if (!directory || isComputed(directory.value) || !isModelLike(directory.value.trim())) return null;
  sightModel(reading, directory, { ...spot, route: [key, 'checkpoint_dir'] });
  return directory;
}

function named(recipe: Node, keys: readonly string[]): ScalarNode | null {
  for (const key of keys) {
    const node = stringOf(get(recipe, key));
    if (node && isModelLike(node.value.trim())) return node;
  }
  return null;
}

/** A directory is known by its path as written and as it is below the root; a repository by its name. */
function nodesOf(output: string, isPath: boolean): readonly string[] {
  if (!isModelLike(output)) return [];
  const path = output.replace(/^\.\//, '').replace(/\/+$/, '');
  return !isPath || output.startsWith('/') || path.startsWith('..') ? [output] : [output, `file:${path}`];
}

function relationOf(recipe: Node): Relation {
  const words = ['adapter', 'finetuning_type', 'peft_type', 'use_peft', 'use_lora', 'train_type', 'fine_tune_type'].map((key) =>
    get(recipe, key),
  );
  const said = words.map((node) => (node?.kind === 'scalar' ? node.value.toLowerCase() : ''));
  return said.some((word) => /lora|dora|true|adapter|peft/.test(word)) ? 'adapter' : 'finetune';
}
