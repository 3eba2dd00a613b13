// Waybill beside ripgrep, on the same tree and the same literals, run by run in turn. Usage: npm run bench -- DIR [--runs N]
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle } from '../scripts/bundled.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));
const TIME = '/usr/bin/time';

/** Until the catalog can be asked: enough of the same kind for the search to be compared. */
const BUILT_IN =
  'qwen qwq qvq deepseek minimax kimi moonshot dashscope tongyi modelscope aliyuncs bailian hailuo abab5 abab6 janus-pro wan2. marco-o1 ' +
  'sky-t1 openthinker limo-32b s1-32b acereason openreasoning-nemotron deepcoder deepscaler skywork-or1 light-r1 tinyr1 fin-r1 dolphin-r1 ' +
  'rombos-llm fuseo1 simplescaling/s1 open-thoughts dracarys2 calme-2 magnum-v4 athene-v2 cogito-v1';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '5' }, literals: { type: 'string' } },
});
const tree = positionals[0] && resolve(positionals[0]);
const runs = Number(values.runs);
if (!tree || !existsSync(tree) || !(runs > 0)) {
  console.error('usage: npm run bench -- DIR [--runs N] [--literals FILE]');
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), 'waybill-bench-'));
const probe = join(project, 'dist', 'bench-prefilter.mjs');
try {
  await main();
} finally {
  rmSync(work, { recursive: true, force: true });
  rmSync(probe, { force: true });
}

async function main() {
  const literals = await literalsToSearch();
  const list = join(work, 'literals.txt');
  writeFileSync(list, `${literals.join('\n')}\n`);
  await bundleProbe();
  const contestants = await contestantsFor(list);
  console.log(
    `${tree}: ${literals.length} literals, ${runs} runs each after one to warm up, ${cpus().length} processors, Node ${process.version}`,
  );
  const measured = contestants.map(() => []);
  for (let run = -1; run < runs; run++) {
    for (const [index, contestant] of contestants.entries()) {
      const sample = measure(contestant);
      if (run >= 0) measured[index].push(sample);
    }
  }
  print(contestants, measured);
}

/** From a file, from the catalog, or else the built-in ones. */
async function literalsToSearch() {
  if (values.literals) return lines(readFileSync(values.literals, 'utf8'));
  try {
    const { loadKnowledge, createCatalog } = await import(pathToFileURL(join(project, 'dist', 'index.js')).href);
    const { literals } = createCatalog(await loadKnowledge());
    if (literals.length >= 40) return literals;
  } catch {
    console.error('note: the catalog cannot be asked; built-in literals are used');
  }
  return BUILT_IN.split(' ');
}

/** Discovery and prefilter alone, as one more process: every file that a literal occurs in, as ripgrep has it. */
async function bundleProbe() {
  const contents = `
    import { readFileSync } from 'node:fs';
    import { discover } from './src/discover/discover.ts';
    import { createPrefilter } from './src/prefilter/prefilter.ts';
    const [tree, list] = process.argv.slice(2);
    const literals = readFileSync(list, 'utf8').trim().split('\\n');
    const any = { name: 'any', reads: 'any file', files: /(?:)/, gate: 'hits', read: () => [] };
    const found = [];
    const listed = await discover({ paths: [tree] }, () => {});
    const prefilter = createPrefilter([any], { literals });
    for (const path of listed.paths) {
      const looked = prefilter(listed, path);
      if (typeof looked === 'object' && 'document' in looked) found.push(path);
    }
    process.stdout.write(found.join('\\n') + '\\n');`;
  await bundle({ contents, folder: '.', outfile: probe });
}

async function contestantsFor(list) {
  const report = join(work, 'report.json');
  const scan = [join(project, 'bin', 'waybill.js'), 'scan', tree, '--format', 'json', '--exit-zero', '--output', report];
  const all = [
    { name: 'ripgrep', command: 'rg', options: ['-l', '-i', '-F', '-f', list, tree] },
    { name: 'node, nothing', command: process.execPath, options: ['-e', '0'] },
    { name: 'waybill, prefilter', command: process.execPath, options: [probe, tree, list] },
    { name: 'waybill, scan', command: process.execPath, options: [...scan, '--no-cache'], report },
    { name: 'waybill, scan again', command: process.execPath, options: scan, report },
  ];
  return existsSync(join(project, 'dist', 'cli', 'main.js')) ? all : all.slice(0, 3);
}

/** Wall clock in ms, CPU in ms and peak memory in MB; CPU and memory need GNU time. */
function measure({ name, command, options, report }) {
  const hasTime = existsSync(TIME);
  const usage = join(work, 'usage.txt');
  const [file, ...all] = hasTime ? [TIME, '-o', usage, '-f', '%U %S %M', command, ...options] : [command, ...options];
  const env = { ...process.env, WAYBILL_CACHE_DIR: join(work, 'cache') };
  const start = process.hrtime.bigint();
  const { status, stdout, stderr, error } = spawnSync(file, all, { cwd: work, env, maxBuffer: 2 ** 30, encoding: 'utf8' });
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  if (error || status > 1) throw new Error(`${name} failed: ${error?.message ?? stderr}`);
  // The last line: GNU time puts a sentence before it when the exit code is not 0.
  const [user, system, memory] = hasTime ? lines(readFileSync(usage, 'utf8')).at(-1).split(' ').map(Number) : [NaN, NaN, NaN];
  return { wall, cpu: (user + system) * 1000, memory: memory / 1024, found: report ? summaryOf(report) : `${lines(stdout).length} files` };
}

function summaryOf(report) {
  const { findings, coverage } = JSON.parse(readFileSync(report, 'utf8'));
  return `${findings.length} findings, ${coverage.parsed} of ${coverage.listed} files read closely`;
}

function print(contestants, measured) {
  const base = median(measured[0].map(({ wall }) => wall));
  const rows = contestants.map(({ name }, index) => {
    const samples = measured[index];
    const [wall, cpu, memory] = ['wall', 'cpu', 'memory'].map((key) => median(samples.map((sample) => sample[key])));
    const spread = `${Math.min(...samples.map((sample) => sample.wall)).toFixed(0)}-${Math.max(...samples.map((sample) => sample.wall)).toFixed(0)}`;
    return {
      '': name,
      'wall ms': Math.round(wall),
      spread,
      'CPU ms': Math.round(cpu),
      'peak MB': Math.round(memory),
      'x ripgrep': (wall / base).toFixed(2),
      found: samples[0].found,
    };
  });
  const columns = Object.keys(rows[0]);
  console.log(`| ${columns.join(' | ')} |\n|${columns.map(() => '---').join('|')}|`);
  for (const row of rows) console.log(`| ${columns.map((column) => row[column]).join(' | ')} |`);
  console.log(execFileSync('rg', ['--version'], { encoding: 'utf8' }).split('\n')[0]);
}

function lines(text) {
  return text.split('\n').filter((line) => line !== '');
}

function median(numbers) {
  const sorted = numbers.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
