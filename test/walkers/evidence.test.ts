import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/formats/document.ts';
import { evidence } from '../../src/walkers/evidence.ts';

const documentOf = (text: string): Document => ({ path: 'a.js', text, hits: null, usage: 'runtime' });

function excerptOf(text: string, name: string) {
  const start = text.indexOf(name);
  return evidence(documentOf(text), { start, end: start + name.length }).excerpt;
}

describe('the excerpt of a line', () => {
  it('begins where the line is no longer blank', () => {
    expect(excerptOf("a\n  model: 'qwen-max',\nb", 'qwen-max')).toEqual({ text: "model: 'qwen-max',", startColumn: 3 });
  });

  it('shows the value of a long line with a piece of what stands before it', () => {
    const { text, startColumn } = excerptOf(`${'x '.repeat(500)}model: qwen-max${' y'.repeat(500)}`, 'qwen-max');
    expect(text).toHaveLength(200);
    expect(text.indexOf('qwen-max')).toBe(60);
    expect(startColumn).toBe(1008 - 60);
  });

  it.each([0, 1990, 2000, 4100, 5995, 6000, 9000])('is at its own column in a line of many pieces: %i', (lead) => {
    const line = `${'x '.repeat(lead / 2)}qwen-max${' y'.repeat(4000)}`;
    const { text, startColumn } = excerptOf(`first\n${line}`, 'qwen-max');
    expect(text).toContain('qwen-max');
    expect(line.slice(startColumn - 1, startColumn - 1 + text.length)).toBe(text);
  });

  it('hides a secret beside each of several names, before the line is cut', () => {
    const line = Array.from({ length: 400 }, (_, at) => `{"model":"qwen-max","api_key":"sk-0123456789abcdef${at}"}`).join(',');
    const document = documentOf(line);
    for (let start = line.indexOf('qwen-max'); start >= 0; start = line.indexOf('qwen-max', start + 1)) {
      expect(evidence(document, { start, end: start + 8 }).excerpt.text).not.toMatch(/sk-0123|[0-9a-f]{8}/);
    }
  });
});
