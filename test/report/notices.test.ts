import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noticeCodes, noticeKind } from '../../src/report/notices.ts';

const source = new URL('../../src/', import.meta.url);

/** Codes of notices in a source text; those of usage errors are none. */
function codesIn(text: string): string[] {
  const rest = text.replace(/UsageError\([\s\S]*?\}\)/g, '');
  return [/\bcode: '([a-z-]+)'/g, /\bnotice\(\w+, '([a-z-]+)'/g, /\bgap\('([a-z-]+)'/g].flatMap((pattern) =>
    [...rest.matchAll(pattern)].map(([, code = '']) => code),
  );
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts') && !/^cli[/\\]/.test(path));
const used = [...new Set(files.flatMap((path) => codesIn(readFileSync(new URL(path.replaceAll('\\', '/'), source), 'utf8'))))].sort();

describe('the kinds of notices', () => {
  it('are found in the sources, and usage errors are not', () => {
    const text = `note({ kind: 'notice', code: 'a-b', path });\nyield notice(document, 'c');\ngap('d', x);\nthrow new UsageError('x', { code: 'e' });`;
    expect(codesIn(text)).toEqual(['a-b', 'c', 'd']);
    expect(used.length).toBeGreaterThan(10);
  });

  it('are all explained', () => {
    expect(used.filter((code) => !noticeCodes.includes(code))).toEqual([]);
  });

  it.each(noticeCodes)('say what happened and what to do: %s', (code) => {
    const { says, help } = noticeKind(code);
    expect(says).toMatch(/^[A-Z].*\.$/);
    expect(help).toMatch(/^[A-Z].*\.$/);
  });

  it('have an answer for a kind of tomorrow', () => {
    expect(noticeKind('a-new-kind').says).toBe('Something was not seen.');
  });
});
