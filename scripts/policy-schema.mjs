// Writes `schema/policy.schema.json` from the schema that policies are checked with. Run it when that changes; a test tells.
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const bundle = at('dist/policy-schema.mjs');
const target = at('schema/policy.schema.json');
await build({
  entryPoints: [at('src/policy/schema.ts')],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  logLevel: 'warning',
});
try {
  const { policyJsonSchema } = await import(new URL('../dist/policy-schema.mjs', import.meta.url).href);
  writeFileSync(target, `${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
  execFileSync(process.execPath, [at('node_modules/@biomejs/biome/bin/biome'), 'format', '--write', target]);
} finally {
  rmSync(bundle, { force: true });
}
