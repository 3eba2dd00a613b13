// Recipes for training (axolotl, LLaMA-Factory, TRL, Unsloth, MLX, torchtune): the output is made from the base.
import { get, type Node, type ScalarNode, stringOf } from '../../formats/nodes.ts';
import type { Relation } from '../../model.ts';
import { isModelLike } from './looks.ts';
import { type Reading, type Spot, sightEdge } from './sight.ts';
import { structured } from './structured.ts';

const BASES = ['base_model', 'model_name_or_path', 'base_model_name_or_path', 'model_id', 'model_name', 'model'] as const;
const OUTPUTS = [
  'output_dir',
  'hub_model_id',
  'export_dir',
  'export_hub_model_id',
  'adapter_path',
  'push_to_hub_model_id',
  'run_name',
] as const;
const TEACHERS = ['teacher_model_name_or_path', 'teacher_model', 'teacher_model_id'] as const;

export const training = structured({
  name: 'training',
  reads: 'training recipes: base model to output directory or Hub repository',
  files: /\.(?:ya?ml|json|toml)$/i,
  signals: ['output_dir', 'hub_model_id', 'model_name_or_path', 'export_dir', 'adapter_path'],
  gate: 'always',
  extra(reading, root, spot) {
    readRecipe(reading, root, spot);
    // Recipes that group their keys (`model: { ... }, training: { ... }`).
    for (const part of ['model', 'training', 'train', 'args', 'config']) {
      const inner = get(root, part);
      if (inner?.kind === 'map') readRecipe(reading, inner, { ...spot, route: [part] });
    }
  },
});

function readRecipe(reading: Reading, recipe: Node, spot: Spot): void {
  const base = named(recipe, BASES);
  if (!base) return;
  const relation = relationOf(recipe);
  const teacher = named(recipe, TEACHERS);
  for (const key of OUTPUTS) {
    const output = stringOf(get(recipe, key));
    if (!output) continue;
    // The arrow stands where the output gets its name: the base itself is used as it was published.
    const within = { ...spot, route: [...spot.route, key] };
    for (const from of nodesOf(output.value.trim(), /dir|path/.test(key))) {
      sightEdge(reading, output, within, { from, relation, to: base.node.value.trim() });
      if (teacher) sightEdge(reading, output, within, { from, relation: 'distilled', to: teacher.node.value.trim() });
    }
  }
}

function named(recipe: Node, keys: readonly string[]): { readonly key: string; readonly node: ScalarNode } | null {
  for (const key of keys) {
    const node = stringOf(get(recipe, key));
    if (node && isModelLike(node.value.trim())) return { key, node };
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
