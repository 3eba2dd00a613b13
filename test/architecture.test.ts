import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom: one row a layer, each with its reason. `model` and the layer itself are open to all. */
const layers: Record<string, { readonly imports: readonly string[]; readonly because: string }> = {
  model: { imports: [], because: 'the nouns stand alone' },
  score: { imports: [], because: 'scoring sees factors only' },
  index: { imports: ['score'], because: 'the public API names what it offers' },
};

const LONGEST_FILE = 250;
const source = new URL('../src/', import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort();
const textOf = (path: string) => readFileSync(new URL(path, source), 'utf8');
const layerOf = (path: string) => path.split('/')[0]?.replace(/\.ts$/, '') ?? '';

/** The layers, third-party packages and Node modules that a file imports. */
function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) =>
    name.startsWith('.') ? layerOf(posix.join(posix.dirname(path), name)) : name,
  );
}

describe('the layers', () => {
  it('are all named in the table', () => {
    expect([...new Set(files.map(layerOf))].sort()).toEqual(Object.keys(layers).sort());
  });

  it.each(files)('%s imports only what its layer may', (path) => {
    const layer = layerOf(path);
    const allowed = [layer, 'model', ...(layers[layer]?.imports ?? [])];
    expect(importsOf(path, textOf(path)).filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it.each(files)('%s is short enough to read', (path) => {
    expect(textOf(path).split('\n').length).toBeLessThanOrEqual(LONGEST_FILE);
  });

  it('sees an import of another layer, of a package and of a Node module', () => {
    const text = "import { a } from '../model.ts';\nexport * from './table.ts';\nimport 'node:fs';\nconst z = await import('zod');\n";
    expect(importsOf('score/score.ts', text)).toEqual(['model', 'score', 'node:fs', 'zod']);
  });
});
