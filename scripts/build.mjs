// Builds everything that runs: the bundle (start-up time is dominated by the number of files that Node has to open),
// then each artefact that a script beside this one makes from its sources.
import { existsSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

// Chunks of an earlier build have other names and would stay.
rmSync('dist', { recursive: true, force: true });
const entryPoints = ['src/index.ts', 'src/cli/main.ts'].filter((path) => existsSync(path));
await build({
  entryPoints,
  outdir: 'dist',
  outbase: 'src',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  logLevel: 'warning',
});
for (const step of ['./prefilter.mjs', './knowledge.mjs', './risks.mjs']) {
  if (existsSync(new URL(step, import.meta.url))) await import(step);
}
