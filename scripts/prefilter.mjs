// Compiles the prefilter's search to dist/teddy.wasm (its memory is imported: files are read straight into it), and the program of
// the threads that search ahead to dist/search-ahead.js.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';
import { build } from 'esbuild';

const source = 'src/prefilter/assembly/teddy.ts';
const options = [
  '--outFile',
  'teddy.wasm',
  '-O3',
  '--noAssert',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--importMemory',
  '--use',
  'abort=',
];
const { error, stderr } = await asc.main([source, ...options], {
  readFile: (path) => (path === source ? readFileSync(path, 'utf8') : null),
  writeFile: (path, contents) => {
    mkdirSync('dist', { recursive: true });
    writeFileSync(`dist/${path}`, contents);
  },
  listFiles: () => [],
});
if (error) throw new Error(stderr.toString(), { cause: error });

await build({
  entryPoints: ['src/prefilter/ahead-worker.ts'],
  outfile: 'dist/search-ahead.js',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  logLevel: 'warning',
});
