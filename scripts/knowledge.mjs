// Compiles `rules/` into `dist/knowledge.json`. Node 20 does not read TypeScript, so the compiler is bundled first.
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const compiler = at('dist/knowledge-compiler.mjs');
await build({
  stdin: {
    contents: "export * from './compile.ts'; export * from './load.ts'; export * from './artefact.ts'; export * from './source.ts';",
    resolveDir: at('src/catalog'),
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
  const { compileKnowledge, packed, problemText, readFacts } = await import(
    new URL(`../dist/knowledge-compiler.mjs?${Date.now()}`, import.meta.url).href
  );
  const { knowledge, problems } = compileKnowledge(readFacts(at('rules')));
  if (problems.length > 0) throw new Error(`rules/ is not right:\n${problems.map(problemText).join('\n')}`);
  writeFileSync(at('dist/knowledge.json'), packed(knowledge));
} finally {
  rmSync(compiler, { force: true });
}
