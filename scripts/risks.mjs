// Compiles `rules/risks/` into `dist/risks.json`, so that a scan reads no YAML. Cases stay: they are the documentation.
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const compiler = at('dist/risks-compiler.mjs');
await build({
  stdin: {
    contents: "export * from './compile.ts'; export { problemText } from '../catalog/source.ts';",
    resolveDir: at('src/rules'),
    loader: 'ts',
  },
  outfile: compiler,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  logLevel: 'warning',
});
try {
  const { compileRisks, problemText } = await import(new URL(`../dist/risks-compiler.mjs?${Date.now()}`, import.meta.url).href);
  const { risks, problems } = compileRisks(at('rules'));
  if (problems.length > 0) throw new Error(`rules/risks/ is not right:\n${problems.map(problemText).join('\n')}`);
  writeFileSync(at('dist/risks.json'), JSON.stringify(risks));
} finally {
  rmSync(compiler, { force: true });
}
