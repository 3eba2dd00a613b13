import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScanReport } from '../../src/model.ts';
import { cells } from '../../src/report/cells.ts';
import { reporters } from '../../src/report/index.ts';
import type { ReportOptions } from '../../src/report/options.ts';
import { empty, evidence, finding, identity, model, notices, report, subject } from './sample.ts';

const options: ReportOptions = { width: 100, color: false, inactive: false, brief: false };
const text = (of: ScanReport, more: Partial<ReportOptions> = {}) => reporters.text(of, { ...options, ...more });
const golden = (name: string) => `../../fixtures/reports/${name}.txt`;
const one = (line: string, number = 7) =>
  report({ findings: [finding({ rule: 'qwen-licence', subject: subject(model('m', evidence('a.py', number, line)), identity()) })] });
/** The source line and the line of carets below it. */
const sourceOf = (printed: string) => {
  const lines = printed.split('\n');
  const at = lines.findIndex((line) => /│ +\^+$/.test(line));
  return { source: lines[at - 1] ?? '', carets: lines[at] ?? '' };
};

describe('the text report', () => {
  it.each<readonly [string, ScanReport, Partial<ReportOptions>]>([
    ['wide', report(), { width: 140 }],
    ['narrow', report(), { width: 60 }],
    ['narrowest', report(), { width: 1 }],
    ['color', report(), { color: true }],
    ['inactive', report(), { inactive: true }],
    ['brief', report(), { brief: true }],
    ['empty', empty, {}],
  ])('reads as it should: %s', async (name, of, more) => {
    await expect(text(of, more)).toMatchFileSnapshot(golden(name));
  });

  it('says how much was searched wherever it says that nothing was found', () => {
    for (const brief of [true, false])
      expect(text(empty, { brief })).toMatch(/^0 findings\.\nSearched 1,182 of 1,240 files \(4\.8 MB\), parsed 87;/);
  });

  it('says that all was read only if it was', () => {
    const coverage = { listed: 1, searched: 1, parsed: 1, bytes: 999, skipped: { binary: 0 } };
    expect(text({ ...empty, coverage })).toContain('Searched 1 of 1 file (999 B), parsed 1; all were read.');
    expect(text({ ...empty, coverage: { ...coverage, skipped: { binary: 1 } } })).toContain('not read: 1 binary.');
    expect(text({ ...empty, coverage: { ...coverage, skipped: { symlink: 1 } } })).toContain('not read: 1 symbolic link.');
    expect(text({ ...empty, coverage: { ...coverage, skipped: { symlink: 2 } } })).toContain('not read: 2 symbolic links.');
  });

  it('tells the reasons of a rule once a file', () => {
    const twice = [1, 2].map((line) =>
      finding({ rule: 'qwen-licence', subject: subject(model('m', evidence('a.py', line, '«m»')), identity()) }),
    );
    expect(text(report({ findings: twice })).match(/ why {4}/g)).toHaveLength(1);
  });

  it('tells the reasons of a rule once in all where it gives notes only', () => {
    const in2 = (level: 'note' | 'warning') =>
      ['a.py', 'b.py'].map((path) =>
        finding({ rule: 'qwen-licence', level, subject: subject(model('m', evidence(path, 1, '«m»')), identity()) }),
      );
    expect(text(report({ findings: in2('note') })).match(/ why {4}/g)).toHaveLength(1);
    expect(text(report({ findings: in2('warning') })).match(/ why {4}/g)).toHaveLength(2);
  });

  it('lets two notes of a rule stand for the others of a file, but no warning', () => {
    const five = (level: 'note' | 'warning') =>
      [3, 5, 8, 13, 21].map((line) =>
        finding({ rule: 'qwen-licence', level, subject: subject(model('m', evidence('a.py', line, '«m»')), identity()) }),
      );
    const notes = text(report({ findings: five('note') }));
    expect(notes.match(/│ m$/gm)).toHaveLength(2);
    expect(notes).toContain('  note qwen-licence\n    3 more notes of this rule on lines 8, 13, 21\n');
    expect(notes).toContain('5 notes in 1 file.');
    expect(text(report({ findings: five('warning') })).match(/│ m$/gm)).toHaveLength(5);
  });

  it('folds many notices of a kind', () => {
    const many = Array.from(
      { length: 1007 },
      (_, at) => ({ ...notices[0], kind: 'notice', code: 'x', path: `f${at}`, line: null, detail: 'd' }) as const,
    );
    expect(text({ ...empty, notices: many })).toMatch(
      /Notices \(1,007\)\n {2}x: .*\n(?: {4}f\d+: d\n){5} {4}and 1,002 more\n {4}help {4}The message says/,
    );
  });

  it('says once a kind of notice what to do about it', () => {
    const of = (code: string, path: string) => ({ kind: 'notice', code, path, line: 1, detail: 'd' }) as const;
    const printed = text({ ...empty, notices: [of('unreadable', 'a'), of('unreadable', 'b'), of('too-deep', 'c')] }, { width: 60 });
    expect(printed).toContain(
      [
        'Notices (3)',
        '  too-deep: Some files lie too deep to be scanned.',
        '    c:1: d',
        '    help    Scan the folder that holds them by itself.',
        '  unreadable: A file or folder could not be read.',
        '    a:1: d',
        '    b:1: d',
        '    help    Give the scan the right to read it, or exclude',
        '            it.',
        '',
      ].join('\n'),
    );
  });

  it('does not fold what is in use because a catalogue stands in the same file', () => {
    const where = { usage: 'catalogue' } as const;
    const mixed = [
      finding({ rule: 'qwen-licence', subject: subject(model('listed', evidence('a.py', 1, '«listed»', where)), identity()) }),
      finding({ rule: 'qwen-licence', subject: subject(model('used', evidence('a.py', 2, '«used»')), identity()) }),
    ];
    const printed = text(report({ findings: mixed }));
    expect(printed).toContain('    2 │ used');
    expect(printed).toContain('line 1: listed, listed in a catalogue');
    expect(printed).not.toContain('│ listed');
    const denied = finding({
      rule: 'qwen-licence',
      subject: subject(model('x', evidence('a.py', 1, '«x»', { usage: 'denylist' })), identity()),
    });
    expect(text(report({ findings: [denied] }))).toContain('line 1: x, on a deny-list');
  });
});

describe('the source line', () => {
  it.each([
    ['plain', 'a = «b»', '    7 │ a = b', '      │     ^'],
    ['wide characters before the value', '模型 = «deepseek»', '    7 │ 模型 = deepseek', '      │        ^^^^^^^^'],
    ['a wide value', 'x = «深度求索»', '    7 │ x = 深度求索', '      │     ^^^^^^^^'],
    ['emoji', '🚀🚀 «m» 🚀', '    7 │ 🚀🚀 m 🚀', '      │      ^'],
    ['a sign that is a picture', '# ✅ «m» ok', '    7 │ # ✅ m ok', '      │      ^'],
    ['a tab', 'a\t= «m»', '    7 │ a = m', '      │     ^'],
    ['combining marks', 'e\u0301 «m»', '    7 │ e\u0301 m', '      │   ^'],
  ])('has its carets under the value: %s', (_, line, source, carets) => {
    expect(sourceOf(text(one(line)))).toEqual({ source, carets });
  });

  it('stands below its whole path, which leads to the file', () => {
    const path = `${'directory/'.repeat(20)}config.yaml`;
    const there = finding({ rule: 'r', message: 'm', subject: subject(model('m', evidence(path, 7, '«m»')), identity()) });
    for (const width of [40, 200]) expect(text(report({ findings: [there] }), { width }).split('\n')).toContain(path);
  });

  it('ends where its text does', () => {
    for (const width of [40, 60, 80]) expect(text(one('«m» \u202e \u0007'), { width })).not.toMatch(/ $/m);
  });

  it('keeps the value in sight when it is long', () => {
    const { source, carets } = sourceOf(text(one(`${'x'.repeat(100)}«model»${'y'.repeat(100)}`), { width: 60 }));
    expect(source).toMatch(/^ {4}7 │ …x{12}modely+…$/);
    expect(source).toHaveLength(60);
    expect(carets).toBe(`      │ ${' '.repeat(13)}^^^^^`);
  });

  it('marks what fits of a value that is longer than the line', () => {
    const { source, carets } = sourceOf(text(one(`«${'m'.repeat(300)}»`), { width: 40 }));
    expect([cells(source), cells(carets)]).toEqual([40, 39]);
  });

  it('never lets scanned text act on the terminal', () => {
    const evil = 'a \u001b[2J\u001b]0;title\u0007 «m» \u001b]8;;http://x\u001b\\ \u009b31m \u202e\u2066 \r\b\0 \u{e0041}';
    const printed = text(one(evil));
    expect(printed.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u);
    expect(printed).not.toContain('title');
  });
});

describe('any text, at any width', () => {
  const anything = fc.string({
    unit: fc.constantFrom(...'ab «»"[]\\\t\r\n\u001b[m;^深🚀\u0301\u202e\ud800'.split(''), '🚀', '深度'),
    maxLength: 120,
  });

  it('stays within the width, on as many lines as it takes, and inert', () => {
    fc.assert(
      fc.property(anything, anything, fc.integer({ min: 40, max: 140 }), fc.nat(130), fc.nat(130), (line, name, width, start, length) => {
        const where = {
          ...evidence('a.py', 3, '«m»'),
          excerpt: { text: line, startColumn: 3 },
          region: { startLine: 3, startColumn: start + 1, endLine: 3, endColumn: start + length + 1 },
        };
        const of = finding({ rule: 'r', message: name, subject: subject(model(name, where), identity({ vendor: name })) });
        const printed = text(report({ findings: [of], notices: [{ kind: 'notice', code: 'c', path: line, line: 1, detail: name }] }), {
          width,
        });
        for (const printedLine of printed.split('\n')) {
          expect(cells(printedLine)).toBeLessThanOrEqual(Math.min(120, width));
          expect(printedLine).not.toMatch(/[\p{Cc}\p{Surrogate}\u202e]/u);
        }
      }),
    );
  });
});
