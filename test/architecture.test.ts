import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom: one row a layer, each with its reason. `model`, `util` and the layer itself are open to all. */
const layers: Record<string, { readonly imports: readonly string[]; readonly because: string }> = {
  model: { imports: [], because: 'the nouns stand alone' },
  util: { imports: [], because: 'it serves everybody and knows nobody' },
  formats: { imports: [], because: 'a parser knows syntax, not models' },
  walkers: { imports: ['formats'], because: 'a walker that knew vendors or rules could not be reused' },
  discover: { imports: [], because: 'a tree is listed whatever is asked of it later' },
  catalog: { imports: [], because: 'knowledge answers for names, wherever they were seen' },
  prefilter: { imports: ['discover', 'formats', 'walkers'], because: 'it only decides what is worth reading' },
  reading: { imports: ['discover', 'policy', 'prefilter', 'walkers'], because: 'it says what files say, and what their comments suppress' },
  lineage: { imports: ['catalog'], because: 'origin is argued from references, not from files' },
  score: { imports: ['catalog'], because: 'a score is computed from a subject and facts about its vendor' },
  rules: { imports: ['catalog', 'score'], because: 'a rule judges subjects; it never reads a scanned file' },
  policy: { imports: ['catalog', 'score'], because: 'it works on findings, is written as facts are, and may raise a score' },
  report: { imports: [], because: 'it works on findings whatever made them' },
  scan: {
    imports: ['catalog', 'discover', 'lineage', 'policy', 'reading', 'rules'],
    because: 'the story names every stage',
  },
  cli: { imports: ['catalog', 'discover', 'report', 'rules', 'policy', 'scan'], because: 'the only place with a process and a console' },
  index: { imports: ['catalog', 'discover', 'report', 'rules', 'scan', 'score'], because: 'the public API names what it offers' },
};

/** One owner a package (a layer, or one file of it), so that replacing it is one change. */
const owners: Record<string, readonly string[]> = {
  '@huggingface/hub': ['lineage/hub.ts'],
  '@microsoft/sarif': ['report'],
  '@renovatebot/pep440': ['catalog'],
  commander: ['cli'],
  'fast-glob': ['discover'],
  ignore: ['discover'],
  'js-yaml': ['formats', 'catalog', 'rules'],
  picocolors: ['report'],
  sarif: ['report'],
  semver: ['catalog'],
  yaml: ['formats', 'catalog', 'rules', 'policy'],
  zod: ['catalog', 'rules', 'policy'],
  'node:child_process': ['discover'],
  'node:crypto': ['catalog', 'cli', 'reading', 'report', 'rules'],
};

const LONGEST_FILE = 250;
/** Tables of types are read from top to bottom, once. */
const LONGER_FILES: Record<string, number> = { 'model.ts': 350 };
const source = new URL('../src/', import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.includes('/assembly/'))
  .sort();
const textOf = (path: string) => readFileSync(new URL(path, source), 'utf8');
const layerOf = (path: string) => path.split('/')[0]?.replace(/\.ts$/, '') ?? '';

/** What a file imports, at once or late (`load` is what `createRequire` gives): other files by their path, packages and Node modules by their name. */
function importsOf(path: string, text: string): string[] {
  const statement = /^(?:(?:import|export)\b|\})[^'\n]*\bfrom '([^'\n]+)'|^import '([^'\n]+)'|\b(?:import|load)\('([^'\n]+)'\)/gm;
  return [...text.matchAll(statement)].map(([, from, bare, late]) => {
    const name = from ?? bare ?? late ?? '';
    return name.startsWith('.') ? posix.join(posix.dirname(path), name) : name;
  });
}

const isOwn = (name: string) => name.endsWith('.ts');
const foreign = (path: string) => importsOf(path, textOf(path)).filter((name) => !isOwn(name));

describe('the layers', () => {
  it('are all named in the table', () => {
    expect([...new Set(files.map(layerOf))].sort()).toEqual(Object.keys(layers).sort());
  });

  it('make no circle', () => {
    const reaches = (from: string, to: string): boolean => (layers[from]?.imports ?? []).some((next) => next === to || reaches(next, to));
    expect(Object.keys(layers).filter((layer) => reaches(layer, layer))).toEqual([]);
  });

  it.each(files)('%s imports only what its layer may', (path) => {
    const layer = layerOf(path);
    const allowed = [layer, 'model', 'util', ...(layers[layer]?.imports ?? [])];
    const imported = importsOf(path, textOf(path)).filter(isOwn).map(layerOf);
    expect(imported.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it.each(files)('%s is short enough to read', (path) => {
    expect(textOf(path).trimEnd().split('\n').length).toBeLessThanOrEqual(LONGER_FILES[path] ?? LONGEST_FILE);
  });
});

describe('packages', () => {
  it.each(Object.entries(owners))('%s is imported only by its owner', (name, allowed) => {
    const users = files.filter((path) => foreign(path).includes(name));
    expect(users.filter((path) => !allowed.some((owner) => path === owner || layerOf(path) === owner))).toEqual([]);
  });

  it('all have an owner', () => {
    const used = [...new Set(files.flatMap(foreign))].filter((name) => !name.startsWith('node:') && name !== 'waybill/package.json');
    expect(used.filter((name) => !(name in owners))).toEqual([]);
  });
});

describe('the reading of imports', () => {
  it('sees another layer, a package, a Node module, and what is imported late', () => {
    const text =
      "import { a } from '../model.ts';\nexport * from './table.ts';\nimport 'node:fs';\nconst z = await import('zod');\nconst y = load('yaml');\n";
    expect(importsOf('score/score.ts', text)).toEqual(['model.ts', 'score/table.ts', 'node:fs', 'zod', 'yaml']);
  });
});
