// Compares waybill's own lexer with syntax trees, on any source tree. Usage: node bench/oracle/oracle.mjs DIR... [--samples N]
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { withExports } from '../../scripts/bundled.mjs';
import { literalsOf } from './typescript_ast.mjs';

const LARGEST = 2_000_000;
const SKIPPED = /^(?:node_modules|\.git)$/;
const KINDS = [
  { title: 'TypeScript', language: 'javascript', files: /\.[cm]?tsx?$/ },
  { title: 'JavaScript', language: 'javascript', files: /\.[cm]?jsx?$/ },
  { title: 'Python', language: 'python', files: /\.pyi?$/ },
];
const ASPECTS = ['missed', 'span', 'value', 'call', 'callee', 'key', 'extra'];

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { samples: { type: 'string', default: '0' } } });
if (positionals.length === 0) {
  console.error('usage: node bench/oracle/oracle.mjs DIR... [--samples N]');
  process.exit(2);
}

function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !SKIPPED.test(entry.name)) yield* filesIn(path);
    else if (entry.isFile()) yield path;
  }
}

const script = fileURLToPath(new URL('./python_ast.py', import.meta.url));

function* pythonTrees(paths) {
  for (let at = 0; at < paths.length; at += 100) {
    const input = paths.slice(at, at + 100).join('\n');
    const lines = execFileSync('python3', [script], { input, encoding: 'utf8', maxBuffer: 1 << 29, stdio: ['pipe', 'pipe', 'inherit'] });
    for (const line of lines.split('\n').filter(Boolean)) {
      const { path, literals } = JSON.parse(line);
      yield { path, text: readFileSync(path, 'utf8'), literals: literals ?? null };
    }
  }
}

function* scriptTrees(paths) {
  for (const path of paths) {
    const text = readFileSync(path, 'utf8');
    if (text.length <= LARGEST) yield { path, text, literals: literalsOf(path, text) };
  }
}

const startTally = () => ({
  files: 0,
  skipped: 0,
  tree: 0,
  span: 0,
  value: 0,
  called: 0,
  call: 0,
  callee: 0,
  keyed: 0,
  key: 0,
  extra: 0,
  samples: {},
});

function disagree(tally, aspect, sample) {
  tally.samples[aspect] ??= [];
  tally.samples[aspect].push(sample);
}

/** One literal of the tree against what the lexer has at its place. */
function compareOne(tally, { path, text }, { wanted, found }) {
  const note = (aspect, said) => {
    const line = text.slice(0, wanted.start).split('\n').length;
    disagree(tally, aspect, { at: `${path}:${line}`, text: text.slice(wanted.start, wanted.end).slice(0, 90), ...said });
  };
  if (!found) return note('missed', {});
  if (found.end !== wanted.end) return note('span', { lexer: text.slice(found.start, found.end).slice(0, 90) });
  tally.span++;
  const value = found.value();
  if (value === wanted.value) tally.value++;
  else note('value', { tree: wanted.value?.slice(0, 200), lexer: value.slice(0, 200) });
  compareCall(tally, { wanted, found, note });
}

/** An import of a type does not end where its bracket does. */
const isSame = (call, wanted) => (wanted && wanted.end === null ? call?.name === wanted.name : call?.end === wanted?.end);

function compareCall(tally, { wanted, found, note }) {
  const call = found.call();
  tally.called += wanted.call || call ? 1 : 0;
  if (!isSame(call, wanted.call)) note('call', { tree: wanted.call?.name ?? null, lexer: call?.name ?? null });
  else if (call) {
    tally.call++;
    if (call.name === wanted.call.name) tally.callee++;
    else note('callee', { tree: wanted.call.name, lexer: call.name });
  }
  if (wanted.key === null) return;
  tally.keyed++;
  const keys = found.keys();
  if (keys.includes(wanted.key)) tally.key++;
  else note('key', { tree: wanted.key, lexer: keys });
}

function compare(tally, tree, lexed) {
  if (!tree.literals) {
    tally.skipped++;
    return;
  }
  tally.files++;
  tally.tree += tree.literals.length;
  const wanted = new Set(tree.literals.map(({ start }) => start));
  for (const literal of tree.literals) compareOne(tally, tree, { wanted: literal, found: lexed.get(literal.start) });
  for (const { start, end, isNested } of lexed.values()) {
    if (wanted.has(start) || (isNested && tree.path.includes('.py'))) continue;
    tally.extra++;
    const line = tree.text.slice(0, start).split('\n').length;
    disagree(tally, 'extra', { at: `${tree.path}:${line}`, text: tree.text.slice(start, end).slice(0, 90) });
  }
}

const rate = (part, whole) => (whole === 0 ? '-' : `${part} (${((100 * part) / whole).toFixed(3)}%)`);

function show(title, tally) {
  console.log(`\n${title}: ${tally.files} files compared, ${tally.skipped} that the compiler rejects left out`);
  console.log(`  literals in the tree        ${tally.tree}`);
  console.log(`  same span                   ${rate(tally.span, tally.tree)}`);
  console.log(`  same value                  ${rate(tally.value, tally.span)}`);
  console.log(`  in a call, the same one     ${rate(tally.call, tally.called)}`);
  console.log(`  and the same callee         ${rate(tally.callee, tally.call)}`);
  console.log(`  same keyword or key         ${rate(tally.key, tally.keyed)}`);
  console.log(`  only seen by the lexer      ${tally.extra}`);
  for (const aspect of ASPECTS) {
    const samples = tally.samples[aspect] ?? [];
    const step = Math.max(1, Math.floor(samples.length / Math.max(1, Number(options.samples))));
    for (const sample of samples.filter((_, index) => index % step === 0).slice(0, Number(options.samples)))
      console.log(`    ${aspect} of ${samples.length}: ${JSON.stringify(sample)}`);
  }
}

const all = positionals.flatMap((folder) => [...filesIn(folder)]);
await withExports({ contents: "export * from './lexed.ts';", folder: 'bench/oracle', name: 'oracle' }, ({ lexed, languages }) => {
  for (const { title, language, files } of KINDS) {
    const paths = all.filter((path) => files.test(path));
    if (paths.length === 0) continue;
    const tally = startTally();
    for (const tree of language === 'python' ? pythonTrees(paths) : scriptTrees(paths))
      compare(tally, tree, lexed(tree.text, languages[language]));
    show(title, tally);
  }
});
