// Recall and precision on labelled public repositories. Usage: node bench/accuracy/accuracy.mjs DIR [--misses] [--only OWNER/NAME]
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { load } from 'js-yaml';
import { judge, precision, recall, tally } from './measure.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const waybill = join(here, '..', '..', 'bin', 'waybill.js');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: 'boolean', default: false }, sample: { type: 'string', default: '0' }, only: { type: 'string' } },
});
const clones = positionals[0] && resolve(positionals[0]);
if (!clones || !existsSync(clones)) {
  console.error('usage: node bench/accuracy/accuracy.mjs DIR [--misses] [--sample N] [--only OWNER/NAME]');
  process.exit(2);
}

const pad = (number) => String(number).padStart(8);
const percent = (part) => (part === null ? '-' : `${(100 * part).toFixed(1)} %`);

const work = mkdtempSync(join(tmpdir(), 'waybill-accuracy-'));
try {
  main();
} finally {
  rmSync(work, { recursive: true, force: true });
}

function main() {
  const sets = readLabels().filter((labels) => !values.only || labels.repo === values.only);
  const judged = sets.map(measured).filter((result) => result !== null);
  printRepositories(judged);
  const places = judged.flatMap((result) => result.places);
  for (const property of [null, 'language', 'kind', 'family']) printTable(tally(places, property), property);
  if (values.misses) printMisses(judged);
  if (Number(values.sample) > 0) printSample(judged, Number(values.sample));
}

function readLabels() {
  const folder = join(here, 'labels');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return files.sort().map((name) => load(readFileSync(join(folder, name), 'utf8')));
}

function measured(labels) {
  const clone = join(clones, labels.repo.replace('/', '+'));
  if (!existsSync(clone)) {
    console.log(`${labels.repo}: no clone, left out`);
    return null;
  }
  const commit = execFileSync('git', ['-C', clone, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
  if (commit !== labels.commit) console.log(`${labels.repo}: the clone is at ${commit}, the labels speak of ${labels.commit}`);
  return { labels, ...judge(labels, scan(clone)) };
}

function scan(clone) {
  const file = join(work, 'report.json');
  const run = spawnSync(process.execPath, [waybill, 'scan', '.', '--format', 'json', '--exit-zero', '-o', file], {
    cwd: clone,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`waybill failed on ${clone}: ${run.stderr}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

function printRepositories(judged) {
  console.log('repository'.padEnd(48), '    told labelled unlabelled, each with all that a finding stands for');
  for (const { labels, places, told, unlabelled } of judged) {
    const wrong = labels.expect === 'nothing' && told > 0 ? '  expected none' : '';
    console.log(labels.repo.padEnd(48), pad(told), pad(places.length), pad(unlabelled.length) + wrong);
  }
}

function printTable(rows, property) {
  console.log(`\n${(property ?? 'total').padEnd(14)}    must  recall (told + grouped)    not  alarms  precision`);
  for (const [name, row] of rows) {
    const found = `${percent(recall(row))} (${row.told} + ${row.grouped})`;
    console.log(name.padEnd(14), pad(row.must), found.padStart(24), pad(row.not), pad(row.alarms), percent(precision(row)).padStart(9));
  }
}

function printMisses(judged) {
  for (const { labels, places, told, unlabelled } of judged) {
    for (const place of places) {
      if (place.verdict === 'must' && place.state === 'silent') print('miss ', labels.repo, place);
      if (place.verdict === 'not' && place.state === 'told') print('alarm', labels.repo, place);
    }
    if (labels.expect === 'nothing' && told > 0) for (const place of unlabelled) print('alarm', labels.repo, place);
  }
}

/** Findings nobody labelled, evenly spread: read them to judge what the labels cannot. */
function printSample(judged, size) {
  const all = judged.flatMap(({ labels, unlabelled }) => unlabelled.map((place) => ({ repo: labels.repo, place })));
  const step = Math.max(1, Math.floor(all.length / size));
  for (let index = 0; index < all.length; index += step) print('other', all[index].repo, all[index].place);
}

function print(what, repo, place) {
  console.log(what, repo, `${place.path}:${place.line}`, place.kind, place.family ?? [...place.families].join('+'), place.name ?? '');
}
