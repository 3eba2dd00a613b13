// What trackers of experiments keep of a run: MLflow's description of a logged model, the settings and the command line of W&B.
import { entriesOf, get, mapOf, type Node, stringOf } from '../../formats/nodes.ts';
import { parseYaml } from '../../formats/yaml.ts';
import type { Relation } from '../../model.ts';
import type { Walker } from '../walker.ts';
import { directoryNode, sightArtefact, sightParent } from './artefacts.ts';
import { sightArchitecture } from './hub-files.ts';
import { parserFor } from './parsers.ts';
import { type Reading, rootSpot, type Spot, startReading } from './sight.ts';
import { noticesOf, structured } from './structured.ts';
import { readRecipe } from './training.ts';
import { readTree } from './tree.ts';

export const mlflow = structured({
  name: 'mlflow',
  reads: 'MLmodel of MLflow: the model that a logged pipeline was made from',
  files: /(?:^|\/)MLmodel$/,
  gate: 'hits',
  parse: parseYaml,
  owns: ['flavors'],
  extra(reading, root, spot) {
    const flavors = get(root, 'flavors');
    const flavor = get(flavors, 'transformers');
    const revision = stringOf(get(flavor, 'source_model_revision'))?.value ?? null;
    const from = directoryNode(reading.document.path);
    const route = ['flavors', 'transformers', 'source_model_name'];
    sightParent(reading, get(flavor, 'source_model_name'), { ...spot, route }, { from, relation: relationOf(flavor), revision });
    for (const { key, value } of entriesOf(flavors)) {
      const within = { ...spot, route: ['flavors', key.value] };
      sightClass(reading, value, within);
      readTree(reading, [withoutClasses(value)], within);
    }
  },
});

/** The class of the weights, which is none of a model's names. */
function sightClass(reading: Reading, flavor: Node, spot: Spot): void {
  const type = stringOf(get(flavor, 'pipeline_model_type'));
  const name = stringOf(get(flavor, 'source_model_name'))?.value ?? null;
  if (!type) return;
  const declared = { format: 'mlflow', name, modelType: null, architectures: [type.value], remoteCode: false };
  sightArtefact(reading, type, { ...spot, route: [...spot.route, 'pipeline_model_type'] }, declared);
}

function withoutClasses(flavor: Node): Node {
  const rest = entriesOf(flavor).filter(({ key }) => !/_type$|^(?:pickled_model|model_binary|model_path)$/.test(key.value));
  return mapOf(rest, flavor.start, flavor.end);
}

/** Weights that were saved may have been trained further; without any, those of the source are loaded. */
function relationOf(flavor: Node | null): Relation {
  if (get(flavor, 'peft_adaptor')) return 'adapter';
  return get(flavor, 'model_binary') ? 'finetune' : 'same';
}

/** Each setting stands below `value`, beside others that describe it. */
function unwrapped(root: Node): Node {
  const entries = entriesOf(root).map(({ key, value }) => ({ key, value: get(value, 'value') ?? value }));
  return mapOf(entries, root.start, root.end);
}

const ARCHITECTURE: ReadonlySet<string> = new Set(['model_type', 'architectures', '_wandb']);

export const wandbConfig: Walker = {
  name: 'wandb-config',
  reads: 'config.yaml of a W&B run: the base model, its architecture and where the result is written',
  files: /(?:^|\/)config\.ya?ml$/,
  signals: ['_wandb'],
  gate: 'hits',
  *read(document) {
    const tree = parserFor(document.path)(document.text, document.hits);
    const reading = startReading(document);
    for (const root of tree.roots) readRun(reading, unwrapped(root), { ...rootSpot(document), usage: usageOf(document.usage) });
    yield* reading.out;
    yield* noticesOf(document, tree);
  },
};

function usageOf<T>(usage: T): T | 'experiment' {
  return usage === 'runtime' ? 'experiment' : usage;
}

function readRun(reading: Reading, run: Node, spot: Spot): void {
  sightArchitecture(reading, run, spot);
  readRecipe(reading, run, spot);
  const rest = entriesOf(run).filter(({ key }) => !ARCHITECTURE.has(key.value));
  readTree(reading, [mapOf(rest, run.start, run.end)], spot);
}

/** The machine that a run was started on is no server of models. */
export const wandbMetadata: Walker = {
  name: 'wandb-metadata',
  reads: 'wandb-metadata.json of a W&B run: the command line',
  files: /(?:^|\/)wandb-metadata\.json$/,
  gate: 'hits',
  *read(document) {
    const tree = parserFor(document.path)(document.text, document.hits);
    const reading = startReading(document);
    for (const root of tree.roots) {
      const command = entriesOf(root).filter(({ key }) => key.value === 'args');
      readTree(reading, [mapOf(command, root.start, root.end)], { ...rootSpot(document), usage: usageOf(document.usage) });
    }
    yield* reading.out;
    yield* noticesOf(document, tree);
  },
};
