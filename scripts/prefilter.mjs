// Compiles the prefilter's search to dist/teddy.wasm; its memory is imported: files are read straight into it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

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
