// Files that no person wrote: nothing is thrown, and what was not read is said once.
import { describe, expect, it } from 'vitest';
import { javascript } from '../../../src/formats/code/languages/javascript.ts';
import { scalar } from '../../../src/formats/nodes.ts';
import { startReading } from '../../../src/walkers/config/sight.ts';
import { readSource } from '../../../src/walkers/source/source.ts';
import { documentOf, read } from './read.ts';

const MANY = 30_000;

describe('source code that no person wrote', () => {
  it.each([
    ['a bundle', 'a.js', 'function a(b){return b?{model:"qwen-max"}:c(/x[/]y/)}'.repeat(MANY)],
    ['a list', 'a.py', `X = [${'"qwen-max", '.repeat(MANY)}]`],
    ['a union', 'a.ts', `type X = ${"| 'qwen-max-1' ".repeat(MANY)}`],
    ['constants', 'a.ts', "const QWEN_1 = 'qwen-max-1';\n".repeat(MANY)],
    ['settings in a text', 'a.py', `x = """${'a model: qwen-max\n'.repeat(200)}"""\ny = """${'a model: qwen-max\n'.repeat(600)}"""`],
    ['members of an enumeration', 'a.py', 'f(model=Models.QWEN_MAX)\n'.repeat(MANY)],
    ['attributes', 'a.html', '<option value="qwen-max">'.repeat(MANY)],
  ])('is read up to a notice: %s', (_, path, text) => {
    const seen = read(path, text);
    expect(seen.length).toBeGreaterThan(500);
    expect(seen.filter(({ kind }) => kind === 'notice')).toHaveLength(1);
  });

  it('says once that a file of many pieces has too many', () => {
    const piece = (name: string) => `<script>const x = "${name}";</script>\n`;
    const reading = startReading(documentOf('a.html', piece('qwen-max')));
    const [edge] = read('a.py', 'QWEN = "qwen-max"').filter(({ kind }) => kind === 'edge');
    if (edge) for (let count = 0; count <= 20_000; count++) reading.out.push(edge);
    const source = scalar(reading.document.text, 0, reading.document.text.length);
    for (let count = 0; count < 3; count++) readSource(reading, { source, language: javascript, ecosystem: 'npm' });
    expect(reading.out.filter(({ kind }) => kind === 'notice')).toHaveLength(1);
  });

  it.each(['{', '([{"x"', 'f(', '`${', '<a qwen '])('does not end in %s', (opening) => {
    for (const path of ['a.ts', 'a.rs', 'a.py', 'a.vue']) {
      const text = `${opening.repeat(MANY)} f("qwen-max"); g({ model: "qwen-max" })`;
      expect(() => read(path, text)).not.toThrow();
    }
  });

  it('says nothing of a file that is read whole', () => {
    expect(read('a.py', 'X = ["qwen-max"]\n'.repeat(100)).filter(({ kind }) => kind === 'notice')).toEqual([]);
  });
});
