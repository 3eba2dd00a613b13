// Any configuration file that no other walker knows: what a key says of its value, and what a value says of itself.
import type { Document } from '../../formats/document.ts';
import { parseIni } from '../../formats/ini.ts';
import { parseJson } from '../../formats/json.ts';
import type { Tree } from '../../formats/nodes.ts';
import { parseProperties } from '../../formats/properties.ts';
import { parseToml } from '../../formats/toml.ts';
import { parseYaml } from '../../formats/yaml.ts';
import type { Sighting } from '../../model.ts';
import { notice } from '../evidence.ts';
import type { Walker } from '../walker.ts';
import { startReading } from './sight.ts';
import { readTree } from './tree.ts';

/** The parser for a file, by its extension. */
export function parserFor(path: string): (text: string) => Tree {
  if (/\.(?:json|jsonc|json5|jsonl|ndjson|code-workspace|webmanifest|avsc|geojson)$|rc$/i.test(path)) return parseJson;
  if (/\.toml$/i.test(path)) return parseToml;
  if (/\.properties$/i.test(path)) return parseProperties;
  if (/\.ya?ml$/i.test(path)) return parseYaml;
  return parseIni;
}

export function* noticesOf(document: Document, { problems }: Tree): Iterable<Sighting> {
  const [first] = problems;
  if (first) yield notice(document, 'unreadable-part', first.detail, first.offset);
}

export const config: Walker = {
  name: 'config',
  reads: 'YAML, JSON, TOML, INI and properties files: models, endpoints and credentials by their keys',
  files:
    /(?:^|\/)(?!(?:package|composer|npm-shrinkwrap|deno)\.json$|(?:package-lock|composer\.lock|packages\.lock|project\.assets|\.package-lock)\.json$|(?:pyproject|Cargo|Pipfile|gradle\/libs\.versions)\.toml$|pnpm-lock\.ya?ml$|environment\.ya?ml$|pubspec\.ya?ml$)[^/]*\.(?:ya?ml|json|jsonc|json5|jsonl|ndjson|code-workspace|toml|ini|cfg|conf|cnf|properties)$/i,
  gate: 'hits',
  *read(document) {
    const tree = parserFor(document.path)(document.text);
    const reading = startReading(document);
    readTree(reading, tree.roots);
    yield* reading.out;
    yield* noticesOf(document, tree);
  },
};
