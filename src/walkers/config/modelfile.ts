// Ollama's Modelfile: FROM names the weights, ADAPTER what is put on them.
import { type ScalarNode, scalar, slice } from '../../formats/nodes.ts';
import type { Walker } from '../walker.ts';
import { type Reading, rootSpot, type Spot, sightEdge, sightModel, startReading } from './sight.ts';

const INSTRUCTION = /^[ \t]{0,40}(FROM|ADAPTER)[ \t]{1,40}("?)([^\s"#]{1,400})\2/gim;

export const modelfile: Walker = {
  name: 'modelfile',
  reads: 'Modelfile of Ollama: FROM, ADAPTER',
  files: /(?:^|\/)(?:[\w.-]{0,60}[.-])?Modelfile(?:[.-][\w.-]{1,60})?$|\.modelfile$/i,
  gate: 'always',
  *read(document) {
    const reading = startReading(document);
    readModelfile(reading, scalar(document.text, 0, document.text.length), rootSpot(document));
    yield* reading.out;
  },
};

/** Also for one that stands in a here-document or a string. */
export function readModelfile(reading: Reading, source: ScalarNode, spot: Spot): void {
  for (const { 0: whole, 1: keyword = '', 3: name = '', index } of source.value.matchAll(INSTRUCTION)) {
    const start = index + whole.lastIndexOf(name);
    const node = slice(source, start, start + name.length);
    const isBase = keyword.toUpperCase() === 'FROM';
    const within: Spot = { ...spot, route: [...spot.route, keyword.toUpperCase()] };
    sightModel(reading, node, within, { call: 'ollama create' });
    sightEdge(reading, node, within, { from: `file:${reading.document.path}`, relation: isBase ? 'same' : 'adapter', to: name });
  }
}
