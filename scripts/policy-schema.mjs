// Writes `schema/policy.schema.json` from the schema that policies are checked with. Run it when that changes; a test tells.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { at, withExports } from './bundled.mjs';

const target = at('schema/policy.schema.json');
await withExports({ contents: "export * from './schema.ts';", folder: 'src/policy', name: 'policy-schema' }, ({ policyJsonSchema }) => {
  writeFileSync(target, `${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
  execFileSync(process.execPath, [at('node_modules/@biomejs/biome/bin/biome'), 'format', '--write', target]);
});
