// Rasa: assistants name a group of models, and another file says who is in it.
import { entriesOf, get, itemsOf, MAX_DEPTH, mapOf, type Node, stringOf } from '../../formats/nodes.ts';
import { isModelLike } from './looks.ts';
import { type Reading, type Spot, sightEdge, sightModel } from './sight.ts';
import { structured } from './structured.ts';
import { readTree } from './tree.ts';

export const rasa = structured({
  name: 'rasa',
  reads: 'endpoints and pipelines of Rasa: groups of models, and what asks them',
  files: /\.ya?ml$/i,
  signals: ['model_group'],
  gate: 'always',
  owns: ['model_groups'],
  extra(reading, root, spot) {
    itemsOf(get(root, 'model_groups')).forEach((group, index) => {
      readGroup(reading, group, { ...spot, route: ['model_groups', `[${index}]`] });
    });
    readUses(reading, root, spot, 0);
  },
});

/** The name of a group is no name of a model, but it stands for those in it. */
function readGroup(reading: Reading, group: Node, spot: Spot): void {
  const name = stringOf(get(group, 'id'))?.value.trim();
  const rest = entriesOf(group).filter(({ key }) => key.value !== 'id');
  readTree(reading, [mapOf(rest, group.start, group.end)], spot);
  itemsOf(get(group, 'models')).forEach((item, index) => {
    const model = stringOf(get(item, 'model'));
    const route = [...spot.route, 'models', `[${index}]`, 'model'];
    if (name && model && isModelLike(model.value.trim()))
      sightEdge(reading, model, { ...spot, route }, { from: name, relation: 'alias', to: model.value.trim() });
  });
}

/** `llm: { model_group: name }`, wherever a component asks. */
function readUses(reading: Reading, node: Node, spot: Spot, depth: number): void {
  if (depth > MAX_DEPTH) return;
  if (node.kind === 'list') {
    node.items.forEach((item, index) => {
      readUses(reading, item, { ...spot, route: [...spot.route, `[${index}]`] }, depth + 1);
    });
  }
  for (const { key, value } of entriesOf(node)) {
    const within = { ...spot, route: [...spot.route, key.value] };
    const group = key.value === 'model_group' ? stringOf(value) : null;
    if (group && isModelLike(group.value.trim())) sightModel(reading, group, within);
    else readUses(reading, value, within, depth + 1);
  }
}
