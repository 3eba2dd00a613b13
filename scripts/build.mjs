// Builds everything that runs: the bundle (start-up time is dominated by the number of files that Node has to open),
// then each artefact that a script beside this one makes from its sources.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const started = Date.now();
await build({
  entryPoints: ['src/index.ts', 'src/cli/main.ts', 'src/reading/worker.ts'],
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
for (const step of ['./prefilter.mjs', './knowledge.mjs', './risks.mjs']) await import(step);
removeOlder('dist');
writeFileSync('dist/build.txt', `${buildId('dist')}\n`);

/** Chunks of an earlier build have other names and would be published; they go last, so that whoever runs meanwhile finds a whole build. */
function removeOlder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isFile() && statSync(path).mtimeMs < started) rmSync(path);
  }
}

/** What a cache depends on: readings of another build may say something else. */
function buildId(folder) {
  const hash = createHash('sha256');
  for (const path of readdirSync(folder, { recursive: true }).sort()) {
    if (path !== 'build.txt' && statSync(`${folder}/${path}`).isFile()) hash.update(path).update(readFileSync(`${folder}/${path}`));
  }
  return hash.digest('hex');
}
