// Configuration files that lie beside weights: what the architecture is, what the adapter sits on, what a pipeline is made of.

import { parseJson } from '../../formats/json.ts';
import { at, type Entry, entriesOf, follow, get, itemsOf, type Node, type ScalarNode, stringOf } from '../../formats/nodes.ts';
import type { Walker } from '../walker.ts';
import { directoryNode, sightArtefact, sightParent } from './artefacts.ts';
import { isHitNode, type Reading, rootSpot, type Spot, startReading } from './sight.ts';
import { noticesOf, structured } from './structured.ts';

/** Parts of a larger model that have an architecture of their own. */
const PARTS =
  /^(?:text|llm|language|thinker|talker|decoder|encoder|text_encoder|language_model|audio|vision|backbone|draft|speech)_?config$/;

export const transformersConfig: Walker = {
  name: 'transformers-config',
  reads: 'config.json beside weights: model_type, architectures, auto_map, _name_or_path',
  files: /(?:^|\/)config\.json$/,
  signals: ['"model_type"', '"architectures"', '"auto_map"'],
  gate: 'always',
  *read(document) {
    const tree = parseJson(document.text);
    const reading = startReading(document);
    for (const root of tree.roots) readModelConfig(reading, root, rootSpot(document));
    yield* reading.out;
    yield* noticesOf(document, tree);
  },
};

function readModelConfig(reading: Reading, root: Node, spot: Spot): void {
  sightArchitecture(reading, root, spot);
  for (const { key, value } of entriesOf(root)) {
    if (PARTS.test(key.value)) sightArchitecture(reading, value, { ...spot, route: [...spot.route, key.value] });
  }
  const name = stringOf(get(root, '_name_or_path'));
  const relation = get(root, 'quantization_config') ? 'quantized' : 'finetune';
  sightParent(reading, name, { ...spot, route: ['_name_or_path'] }, { from: directoryNode(reading.document.path), relation });
}

export function sightArchitecture(reading: Reading, config: Node, spot: Spot): void {
  const type = stringOf(get(config, 'model_type'));
  const architectures = itemsOf(get(config, 'architectures')).flatMap((item) => stringOf(item) ?? []);
  const place = type ?? architectures[0];
  if (!place) return;
  sightArtefact(
    reading,
    place,
    { ...spot, route: [...spot.route, type ? 'model_type' : 'architectures'] },
    {
      format: 'transformers',
      name: stringOf(get(config, '_name_or_path'))?.value ?? null,
      modelType: type?.value ?? null,
      architectures: architectures.map(({ value }) => value),
      remoteCode: get(config, 'auto_map')?.kind === 'map',
    },
  );
}

export const adapterConfig = structured({
  name: 'adapter-config',
  reads: 'adapter_config.json of PEFT: base_model_name_or_path',
  files: /(?:^|\/)adapter_config\.json$/,
  gate: 'always',
  extra(reading, root, spot) {
    const revision = stringOf(get(root, 'revision'))?.value ?? null;
    const from = directoryNode(reading.document.path);
    sightParent(
      reading,
      get(root, 'base_model_name_or_path'),
      { ...spot, route: ['base_model_name_or_path'] },
      { from, relation: 'adapter', revision },
    );
  },
});

/** Components of a diffusion pipeline are written as `[library, class]`. */
export const modelIndex: Walker = {
  name: 'model-index',
  reads: 'model_index.json of diffusion pipelines: text encoders and other components',
  files: /(?:^|\/)model_index\.json$/,
  gate: 'always',
  *read(document) {
    const tree = parseJson(document.text);
    const reading = startReading(document);
    for (const entry of tree.roots.flatMap((root) => entriesOf(root))) readComponent(reading, entry, rootSpot(document));
    yield* reading.out;
    yield* noticesOf(document, tree);
  },
};

function readComponent(reading: Reading, { key, value }: Entry, spot: Spot): void {
  const type = classOf(value);
  if (!type || !(key.value.startsWith('text_encoder') || isHitNode(reading, type))) return;
  const declared = { format: 'diffusers', name: null, modelType: null, architectures: [type.value], remoteCode: false };
  sightArtefact(reading, type, { ...spot, route: [key.value] }, declared);
}

function classOf(value: Node): ScalarNode | null {
  const node = follow(value);
  if (node?.kind === 'list') return node.items.length === 2 ? stringOf(node.items[1]) : null;
  return stringOf(node);
}

/** Recipes of mergekit. */
export const mergekit = structured({
  name: 'mergekit',
  reads: 'mergekit recipes: models, slices, base_model',
  files: /\.ya?ml$/i,
  signals: ['merge_method'],
  gate: 'always',
  owns: ['models', 'slices', 'base_model', 'tokenizer_source', 'experts'],
  extra(reading, root, spot) {
    const parent = { from: `file:${reading.document.path}`, relation: 'merge' } as const;
    const read = (node: Node | null | undefined, route: readonly string[]) => sightParent(reading, node, { ...spot, route }, parent);
    read(get(root, 'base_model'), ['base_model']);
    itemsOf(get(root, 'models')).forEach((item, index) => {
      read(get(item, 'model') ?? item, ['models', `[${index}]`, 'model']);
    });
    itemsOf(get(root, 'experts')).forEach((item, index) => {
      read(get(item, 'source_model'), ['experts', `[${index}]`, 'source_model']);
    });
    itemsOf(get(root, 'slices')).forEach((slice, index) => {
      itemsOf(at(slice, 'sources')).forEach((source, part) => {
        read(get(source, 'model'), ['slices', `[${index}]`, 'sources', `[${part}]`, 'model']);
      });
    });
  },
});
