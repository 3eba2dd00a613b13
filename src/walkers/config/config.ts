// Any configuration file that no other walker knows: what a key says of its value, and what a value says of itself.
import { structured } from './structured.ts';
import { END } from './suffix.ts';

/** Manifests and locks of package managers, vocabularies of tokenizers: their own walkers read them, or nobody. */
const OTHERS = String.raw`(?:package|composer|npm-shrinkwrap|deno|package-lock|packages\.lock|project\.assets|\.package-lock|tokenizer|vocab|added_tokens|special_tokens_map|model\.safetensors\.index|bun)\.json$|(?:pyproject|Cargo|Pipfile|libs\.versions)\.toml$|pnpm-lock\.ya?ml$|environment\.ya?ml$|pubspec\.ya?ml$`;

export const config = structured({
  name: 'config',
  reads:
    'YAML, JSON, TOML, HOCON, INI, properties and text protobuf files, states of Terraform: models, endpoints and credentials by their keys',
  files: new RegExp(
    String.raw`(?:^|/)(?!${OTHERS})[^/]*\.(?:ya?ml|json|jsonc|json5|jsonl|ndjson|code-workspace|toml|ini|cfg|conf|hocon|cnf|properties|pbtxt|tfstate(?:\.backup)?)${END}`,
    'i',
  ),
  gate: 'hits',
});
