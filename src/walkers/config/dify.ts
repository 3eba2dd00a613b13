// Dify's applications: besides the models that their nodes name, the plugins through which these are reached.
import { at, itemsOf, stringOf } from '../../formats/nodes.ts';
import { evidence } from '../evidence.ts';
import type { Reading, Spot } from './sight.ts';
import { structured } from './structured.ts';

/** `author/plugin:version@hash` */
const PLUGIN = /^([\w-]{1,60}\/[\w-]{1,60}):([\w.+-]{1,40})(?:@[0-9a-f]{6,64})?$/;

export const dify = structured({
  name: 'dify',
  reads: 'Dify applications and workflows: models, and plugins by author, name and version',
  files: /\.(?:ya?ml|json|dsl)$/i,
  signals: ['marketplace_plugin_unique_identifier', 'plugin_unique_identifier'],
  gate: 'hits',
  extra(reading, root, spot) {
    itemsOf(at(root, 'dependencies')).forEach((item, index) => {
      for (const key of ['marketplace_plugin_unique_identifier', 'github_plugin_unique_identifier', 'plugin_unique_identifier'])
        readPlugin(reading, at(item, 'value', key), { ...spot, route: ['dependencies', `[${index}]`, 'value', key] });
    });
  },
});

function readPlugin(reading: Reading, node: ReturnType<typeof at>, { route, usage }: Spot): void {
  const written = stringOf(node);
  const [, name, version] = PLUGIN.exec(written?.value.trim() ?? '') ?? [];
  if (!written || name === undefined || version === undefined) return;
  reading.out.push({
    kind: 'package',
    ecosystem: 'dify',
    name,
    as: 'dependency',
    version,
    requirement: version,
    scope: 'runtime',
    direct: true,
    introducedBy: [],
    pathCount: 0,
    evidence: evidence(reading.document, { start: written.start, end: written.start + name.length, route, usage, context: 'dependency' }),
  });
}
