// Every fixture, damaged a hundred times: nothing throws, and what is still seen is placed where it stands.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../../src/model.ts';
import { configWalkers } from '../../../src/walkers/config/index.ts';
import { coveredBy, read } from '../battery.ts';

const PIECES = [
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ':',
  '=',
  ',',
  '\n',
  '  ',
  '- ',
  '#',
  '\\',
  '${',
  '{{',
  '}}',
  '\t',
  '|',
  '&a',
  '*a',
  '\0',
  '`',
  '<<E\n',
  '"""',
  '--model ',
  '\r\n',
  '---\n',
  '$(',
];
const TIMES = 100;

/** A generator of numbers that gives the same ones in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
}

function damage(text: string, next: (below: number) => number): string {
  const at = next(text.length + 1);
  const piece = PIECES[next(PIECES.length)] ?? '';
  switch (next(4)) {
    case 0:
      return text.slice(0, at) + piece + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(at + next(20));
    case 2:
      return text.slice(0, at) + piece.repeat(next(30)) + text.slice(at + 1);
    default: {
      const from = next(text.length + 1);
      return text.slice(0, at) + text.slice(from, from + 40) + text.slice(at);
    }
  }
}

function expectPlaced(text: string, one: Sighting): void {
  if (one.kind !== 'model' || one.partial || !one.evidence.region) return;
  const covered = coveredBy(text, one);
  // Quotes and escapes within a name are part of the place, not of the name.
  if (!/["'\\\s]/.test(covered)) expect(covered).toBe(one.name);
  else expect(covered.replace(/[^A-Za-z0-9]/g, '')).toContain(one.name.replace(/[^A-Za-z0-9]/g, '').slice(0, 3));
}

const root = fileURLToPath(new URL('../../../fixtures/walkers/', import.meta.url));

describe.each(configWalkers.map((walker) => [walker.name, walker] as const))('%s', (name, walker) => {
  const folder = join(root, name);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.endsWith('seen.txt') && statSync(join(folder, file)).isFile())
    .sort();

  it.each(files)('survives damage to %s', (file) => {
    const whole = readFileSync(join(folder, file), 'utf8');
    const next = numbers(file.length);
    for (let time = 0; time < TIMES; time++) {
      let text = damage(whole, next);
      for (let more = next(3); more > 0; more--) text = damage(text, next);
      const seen = read(walker, file, text);
      expect(seen.filter(({ kind }) => kind === 'notice').length).toBeLessThanOrEqual(1);
      for (const one of seen) expectPlaced(text, one);
    }
  });
});
