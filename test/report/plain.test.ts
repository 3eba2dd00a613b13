import { describe, expect, it } from 'vitest';
import { cells, keepEnd, wrap } from '../../src/report/cells.ts';
import { cut, firstSentence, oneLine, plain, plainAligned } from '../../src/report/plain.ts';

describe('text that must not act', () => {
  it.each([
    ['a colour', 'a\u001b[1;31mb\u001b[0m', 'ab'],
    ['a title', 'a\u001b]0;evil\u0007b', 'ab'],
    ['a link', '\u001b]8;;http://e.org\u001b\\here\u001b]8;;\u001b\\', 'here'],
    ['an 8-bit introducer', 'a\u009b31mb', 'ab'],
    ['a charset switch', 'a\u001b(0b', 'ab'],
    ['a half sequence', 'a\u001b[', 'a'],
    ['a bell, a backspace and a null', 'a\u0007\b\0b', 'ab'],
    ['line breaks', 'a\r\nb\u2028c', 'a  b c'],
    ['a bidirectional override', 'a\u202eb\u2066c', 'abc'],
    ['a zero-width space and tags', 'a\u200bb\u{e0041}c', 'abc'],
    ['half a character', 'a\ud83db', 'a\ufffdb'],
  ])('loses %s', (_, text, safe) => {
    expect(plain(text)).toBe(safe);
  });

  it.each(['plain', 'naïve', '深度求索', '👩‍💻', 'a [31m b', 'क्‍ष'])('keeps what only shows: %s', (text) => {
    expect(plain(text)).toBe(text);
    expect(plainAligned(text)).toBe(text);
  });

  it('keeps its columns where they count', () => {
    expect(plainAligned('a\u001b[31mb\tc\u{e0041}d')).toBe('a     b c  d');
  });
});

describe('short forms', () => {
  it('are one line', () => {
    expect(oneLine('  a\n\tb  ')).toBe('a b');
  });

  it.each([
    ['One. Two.', 'One.'],
    ['Served by api.deepseek.com v1.2 only', 'Served by api.deepseek.com v1.2 only'],
    ['First\nline\n\nSecond paragraph. More.', 'First line'],
    ['Is it? Yes.', 'Is it?'],
    ['- If so: do\n  this.\n- If not: do that.', 'If so: do this.'],
    ['Pick one:\n- a\n- b', 'Pick one:'],
    ['', ''],
  ])('are the first sentence of %j', (text, first) => {
    expect(firstSentence(text)).toBe(first);
  });

  it('do not cut a character in half', () => {
    expect(cut('a😀b', 3)).toBe('a…');
    expect(cut('abc', 3)).toBe('abc');
  });

  it('keep the end of a path', () => {
    expect(keepEnd('a/long/path.py', 8)).toBe('…path.py');
    expect(keepEnd('a/b.py', 8)).toBe('a/b.py');
    expect(keepEnd('模型/模型', 6)).toBe('…/模型');
  });
});

describe('columns', () => {
  it.each([
    ['abc', 3],
    ['é', 1],
    ['e\u0301', 1],
    ['深度', 4],
    ['🚀', 2],
    ['ｱ', 1],
    ['한', 2],
    ['…│→×', 4],
    ['✅⚡⭐', 6],
    ['🟢🪄', 4],
    ['🇨🇳', 2],
    ['✓★', 2],
  ])('of %s', (text, width) => {
    expect(cells(text)).toBe(width);
  });

  it('wrap at blanks, and in a word only if it must', () => {
    expect(wrap('aa bb cc', 5)).toEqual(['aa bb', 'cc']);
    expect(wrap('aaaaaaa bb', 3)).toEqual(['aaa', 'aaa', 'a', 'bb']);
    expect(wrap('深度求索', 5)).toEqual(['深度', '求索']);
    expect(wrap('', 5)).toEqual(['']);
  });
});
