// Which parser reads a file, by its name.
import { parseConf } from '../../formats/conf.ts';
import { parseDotenv } from '../../formats/dotenv.ts';
import { parseHcl } from '../../formats/hcl.ts';
import { parseHocon } from '../../formats/hocon.ts';
import { parseIni } from '../../formats/ini.ts';
import { parseJson } from '../../formats/json.ts';
import type { Tree } from '../../formats/nodes.ts';
import { parseProperties } from '../../formats/properties.ts';
import { parseToml } from '../../formats/toml.ts';
import { parseYaml } from '../../formats/yaml.ts';
import { withoutSuffix } from './suffix.ts';

/** The hits tell a parser of large files where to look. */
export type Parse = (text: string, hits?: readonly number[] | null) => Tree;

const PARSERS: readonly (readonly [RegExp, Parse])[] = [
  [/\.(?:json|jsonc|json5|jsonl|ndjson|code-workspace|webmanifest|tfstate(?:\.backup)?)$/i, parseJson],
  [/\.hocon$/i, parseHocon],
  [/\.conf$/i, parseConf],
  [/\.toml$/i, parseToml],
  [/\.properties$/i, parseProperties],
  [/\.(?:ya?ml|dsl)$/i, parseYaml],
  [/\.(?:tf|tfvars|hcl|nomad)$/i, parseHcl],
  // Protocol buffers as text, as Triton's models are configured.
  [/\.pbtxt$/i, parseHcl],
  [/(?:^|\/)\.env[^/]*$|\.env$|\.envrc$/i, parseDotenv],
];

/** INI where no extension tells. */
export function parserFor(path: string): Parse {
  const name = withoutSuffix(path);
  return PARSERS.find(([pattern]) => pattern.test(name))?.[1] ?? parseIni;
}
