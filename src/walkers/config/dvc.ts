// DVC: the commands of a pipeline's stages, and files that were fetched from somewhere. Names of data are no names of models.
import { entriesOf, get, itemsOf, type MapNode, mapOf, type Node, stringOf } from '../../formats/nodes.ts';
import { parseYaml } from '../../formats/yaml.ts';
import { isUrl, isWeights } from './looks.ts';
import { type Reading, type Spot, sightEdge, sightModel } from './sight.ts';
import { structured } from './structured.ts';
import { readTree } from './tree.ts';

/** What a stage reads and writes, and what describes it. */
const FILES: ReadonlySet<string> = new Set(['deps', 'outs', 'metrics', 'plots', 'params', 'desc', 'meta']);

export const dvc = structured({
  name: 'dvc',
  reads: 'pipelines and tracked files of DVC: commands, variables, weights and where they were fetched from',
  files: /(?:^|\/)dvc\.(?:ya?ml|lock)$|\.dvc$/,
  gate: 'hits',
  parse: parseYaml,
  owns: ['stages', 'deps', 'outs', 'artifacts', 'metrics', 'plots', 'params'],
  extra(reading, root, spot) {
    for (const { key, value } of entriesOf(get(root, 'stages'))) readStage(reading, value, { ...spot, route: ['stages', key.value] });
    readFiles(reading, root, spot);
  },
});

/** A stage, or one for each of many: `foreach: [...], do: { cmd: ... }`. */
function readStage(reading: Reading, stage: Node, spot: Spot): void {
  const rest = entriesOf(stage).filter(({ key }) => !FILES.has(key.value) && key.value !== 'do');
  readTree(reading, [mapOf(rest, stage.start, stage.end)], spot);
  readFiles(reading, stage, spot);
  const repeated = get(stage, 'do');
  if (repeated) readStage(reading, repeated, { ...spot, route: [...spot.route, 'do'] });
}

/** What a stage writes got its name here; what a `.dvc` file tracks was there before, or was fetched. */
function readFiles(reading: Reading, owner: Node, spot: Spot): void {
  const sources = itemsOf(get(owner, 'deps'));
  const files = itemsOf(get(owner, 'outs'));
  readEach(reading, sources, { ...spot, route: [...spot.route, 'deps'] });
  const [source, ...others] = sources;
  const [file] = files;
  if (source && file && others.length === 0 && spot.route.length === 0) readImport(reading, source, file, spot);
  else if (sources.length === 0 && spot.route.length === 0) readEach(reading, files, { ...spot, route: ['outs'] });
}

function readEach(reading: Reading, items: readonly Node[], spot: Spot): void {
  items.forEach((item, index) => {
    const path = pathOf(item);
    const within = { ...spot, route: [...spot.route, `[${index}]`] };
    if (path && (isUrl(path.value) || isWeights(path.value))) sightModel(reading, path, within);
  });
}

/** `path`, `{ path: ... }` or `{ path: options }`. */
function pathOf(item: Node) {
  return stringOf(item) ?? stringOf(get(item, 'path')) ?? (item.kind === 'map' ? onlyKey(item) : null);
}

function onlyKey({ entries: [entry, ...others] }: MapNode) {
  return entry && others.length === 0 ? entry.key : null;
}

/** `dvc import-url`: the file beside this one is what was fetched. */
function readImport(reading: Reading, source: Node, file: Node, spot: Spot): void {
  const from = pathOf(file);
  const to = pathOf(source);
  if (!from || !to || !isUrl(to.value)) return;
  const directory = reading.document.path.replace(/[^/]*$/, '');
  sightEdge(
    reading,
    from,
    { ...spot, route: [...spot.route, 'outs', '[0]'] },
    { from: `file:${directory}${from.value}`, relation: 'same', to: to.value },
  );
}
