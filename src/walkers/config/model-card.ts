// Model cards: the front matter of a Hub repository's README says what the model was made from.
import { parseFrontMatter } from '../../formats/frontmatter.ts';
import { follow, get, type Node, type ScalarNode, stringOf } from '../../formats/nodes.ts';
import type { Relation } from '../../model.ts';
import type { Walker } from '../walker.ts';
import { directoryNode, sightParent } from './artefacts.ts';
import { isHitNode, type Reading, rootSpot, type Spot, sightEdge, sightModel, startReading } from './sight.ts';
import { noticesOf } from './structured.ts';
import { readText } from './text.ts';

export const modelCard: Walker = {
  name: 'model-card',
  reads: 'README.md of Hub repositories: base_model, base_model_relation, tags, datasets in the front matter; the text below it',
  files: /(?:^|\/)(?:README|model[-_]?card|card)[\w.-]{0,40}\.mdx?$/i,
  signals: ['base_model', 'pipeline_tag', 'library_name'],
  gate: 'always',
  *read(document) {
    const reading = startReading(document);
    const { tree, body } = parseFrontMatter(document.text);
    for (const root of tree.roots) readCard(reading, root, rootSpot(document));
    readText(reading, body);
    yield* reading.out;
    yield* noticesOf(document, tree);
  },
};

const RELATIONS: Readonly<Record<string, Relation>> = { finetune: 'finetune', quantized: 'quantized', adapter: 'adapter', merge: 'merge' };
/** `base_model:quantized:org/name`, as the Hub writes its tags. */
const BASE_TAG = /^base_model:(?:(finetune|quantized|adapter|merge):)?([\w.-]{1,96}\/[\w.-]{1,96})$/;

function readCard(reading: Reading, card: Node, spot: Spot): void {
  const from = directoryNode(reading.document.path);
  const relation = relationOf(card);
  for (const { node, route } of textsOf(card, 'base_model')) sightParent(reading, node, { ...spot, route }, { from, relation });
  for (const { node, route } of textsOf(card, 'tags')) readTag(reading, node, { ...spot, route }, from);
  for (const { node, route } of textsOf(card, 'datasets')) {
    // Answers of another model, to be trained on.
    if (isHitNode(reading, node)) sightEdge(reading, node, { ...spot, route }, { from, relation: 'distilled', to: node.value.trim() });
  }
}

interface Text {
  readonly node: ScalarNode;
  readonly route: readonly string[];
}

/** One string or a list of them. */
function textsOf(card: Node, key: string): Text[] {
  const value = follow(get(card, key));
  const one = stringOf(value);
  if (one) return [{ node: one, route: [key] }];
  const items = value?.kind === 'list' ? value.items : [];
  return items.flatMap((item, index) => {
    const node = stringOf(item);
    return node ? [{ node, route: [key, `[${index}]`] }] : [];
  });
}

function readTag(reading: Reading, node: ScalarNode, spot: Spot, from: string): void {
  const found = BASE_TAG.exec(node.value.trim());
  if (!found?.[2]) return;
  const name = found[2];
  const start = node.value.indexOf(name);
  sightModel(reading, node, spot, { range: { start, end: start + name.length } });
  sightEdge(reading, node, spot, {
    from,
    relation: RELATIONS[found[1] ?? ''] ?? 'finetune',
    to: name,
    range: { start, end: start + name.length },
  });
}

/** As the card says; else as the Hub itself guesses, from the library and the tags. */
function relationOf(card: Node): Relation {
  const said = RELATIONS[stringOf(get(card, 'base_model_relation'))?.value ?? ''];
  if (said) return said;
  const marks = [...textsOf(card, 'tags'), ...textsOf(card, 'library_name')].map(({ node }) => node.value.toLowerCase());
  if (marks.some((mark) => /^(?:merge|mergekit)$/.test(mark)) || textsOf(card, 'base_model').length > 1) return 'merge';
  if (marks.some((mark) => /^(?:peft|lora|adapter|qlora)$/.test(mark))) return 'adapter';
  return marks.some((mark) => /^(?:gguf|awq|gptq|exl[23]|mlx|quantized|\d-bit|fp8|nvfp4|bitsandbytes|openvino|onnx)$/.test(mark))
    ? 'quantized'
    : 'finetune';
}
