// How often a model id gets the right family: `node bench/identify.mjs FILE [--foreign] [--misses N]`.
// FILE holds `{ ids: [{ platform, id, family }] }` or such a list; with --foreign every id is somebody else's and any claim on the
// four vendors is a miss.
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

const FOUR = new Set(['alibaba', 'deepseek', 'minimax', 'moonshot']);
const [file, ...flags] = process.argv.slice(2);
if (file === undefined) throw new Error('give the path of a file of ids');
const shown = Number(flags[flags.indexOf('--misses') + 1]) || 60;

await build({
  stdin: {
    contents:
      "export { identify } from './src/catalog/identify.ts'; export { createCatalog } from './src/catalog/catalog.ts'; export { compileKnowledge } from './src/catalog/compile.ts'; export { readFacts } from './src/catalog/load.ts';",
    resolveDir: process.cwd(),
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  outfile: 'dist/bench-identify.mjs',
  logLevel: 'error',
});
const { identify, createCatalog, compileKnowledge, readFacts } = await import(`${process.cwd()}/dist/bench-identify.mjs`);
const { knowledge, problems } = compileKnowledge(readFacts('rules'));
for (const { path, line, what } of problems) console.error(`${path}:${line}: ${what}`);
const catalog = createCatalog(knowledge);
const parsed = JSON.parse(readFileSync(file, 'utf8'));
const ids = Array.isArray(parsed) ? parsed : parsed.ids;

const coarse = (identity) => {
  if (identity.outcome !== 'identified' || !FOUR.has(identity.vendor))
    return identity.outcome === 'identified' ? `(${identity.vendor})` : `(${identity.outcome})`;
  if (identity.vendor !== 'alibaba') return identity.family ?? identity.vendor;
  return identity.family === 'qwen' ? 'qwen' : 'alibaba-other';
};

identify(catalog, 'warm-up');
const started = process.hrtime.bigint();
const answers = ids.map((entry) => ({ entry, identity: identify(catalog, entry.id, { platform: entry.platform }) }));
const microseconds = Number(process.hrtime.bigint() - started) / 1000 / ids.length;

const tally = new Map();
const misses = [];
for (const { entry, identity } of answers) {
  const found = coarse(identity);
  const right = flags.includes('--foreign') ? !FOUR.has(identity.vendor) : found === entry.family;
  const key = flags.includes('--foreign') ? 'foreign' : entry.family;
  const [good, all] = tally.get(key) ?? [0, 0];
  tally.set(key, [good + Number(right), all + 1]);
  if (!right) misses.push(`${entry.platform}\t${entry.id}\texpected ${entry.family ?? 'none'}\tfound ${found}\t${identity.because}`);
}
for (const [family, [good, all]] of [...tally].sort()) console.log(`${family}\t${good}/${all}\t${((100 * good) / all).toFixed(2)} %`);
const good = ids.length - misses.length;
console.log(`all\t${good}/${ids.length}\t${((100 * good) / ids.length).toFixed(2)} %\t${microseconds.toFixed(1)} µs an id`);
for (const miss of misses.slice(0, shown)) console.log(miss);
