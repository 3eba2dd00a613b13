import { describe, expect, it } from 'vitest';
import { linesOf, maskComments } from '../../../src/formats/lockfile/lines.ts';
import { literalsWithin } from '../../../src/formats/lockfile/python-literals.ts';
import { parseRequirement, requirementLines } from '../../../src/formats/lockfile/requirements.ts';
import { descriptorsOf, parseYarn } from '../../../src/formats/lockfile/yarn.ts';
import { scalar } from '../../../src/formats/nodes.ts';

describe('lines', () => {
  it('have places, whatever ends them', () => {
    expect([...linesOf('\ufeffa\r\nb\n\nc')]).toEqual([
      { text: 'a', start: 1 },
      { text: 'b', start: 4 },
      { text: '', start: 6 },
      { text: 'c', start: 7 },
    ]);
  });

  it('keep their offsets without comments, and quotes hide what only looks like one', () => {
    const text = 'a \'x // y\' // gone\n/* b\n c */ d "# e"\n';
    const masked = maskComments(text, { line: '//', block: true });
    expect(masked).toHaveLength(text.length);
    expect(masked).toBe('a \'x // y\'        \n    \n      d "# e"\n');
    expect(maskComments('a # b', { line: '#', block: false })).toBe('a    ');
  });
});

describe('requirements', () => {
  const parse = (text: string) => parseRequirement(scalar(text, 0, text.length));

  it.each([
    ['name', 'name', [], null, null],
    ['name[a, b]>=1.0,<2', 'name', ['a', 'b'], '>=1.0,<2', null],
    ['a.b-c_d ~= 1 ; python_version > "3"', 'a.b-c_d', [], '~= 1', 'python_version > "3"'],
    ['name (>=1)', 'name', [], '>=1', null],
    ['name @ https://x.example.org/a;b ; marker', 'name', [], 'https://x.example.org/a;b', 'marker'],
    ['name==1 --hash=sha256:00 --hash=sha256:11', 'name', [], '==1', null],
  ])('%s', (text, name, extras, specifier, marker) => {
    expect(parse(text)).toMatchObject({ name: { value: name }, extras, specifier, marker });
  });

  it.each(['-r other.txt', 'two words', '', '==1.0', './name', 'name/other'])('%s is none', (text) => {
    expect(parse(text)).toBeNull();
  });

  it('are joined over backslashes and lose their comments', () => {
    const text = 'a \\\n  >=1 # why\n# all\nb#c\n';
    expect(requirementLines(text).map(({ value }) => value.replace(/\s+/g, ' ').trim())).toEqual(['a >=1', 'b#c']);
  });
});

describe('Python literals', () => {
  it('are found within one bracket, with the keys of a dictionary', () => {
    const text = 'x = {"a": ["b", \'c\'], # "d"\n "e": ("""f""",)}\n["g"]';
    const { literals: found, end } = literalsWithin(text, text.indexOf('{'));
    expect(text[end]).toBe('}');
    expect(found.map(({ text: { value }, key }) => [key, value])).toEqual([
      ['a', 'b'],
      ['a', 'c'],
      ['e', 'f'],
    ]);
    for (const { text: literal } of found) expect(text.slice(literal.start, literal.end)).toBe(literal.value);
  });
});

describe("Yarn's format", () => {
  it('has blocks with fields and needs', () => {
    const text = '# yarn lockfile v1\n\n"@s/a@^1", "@s/a@^2":\n  version "1.0.0"\n  dependencies:\n    b "^1"\n    "@c/d" "1 || 2"\n';
    const [root] = parseYarn(text).roots;
    const [block] = root?.kind === 'map' ? root.entries : [];
    expect(block && descriptorsOf(block.key).map(({ value }) => value)).toEqual(['@s/a@^1', '@s/a@^2']);
    for (const { start, end, value } of block ? descriptorsOf(block.key) : []) expect(text.slice(start, end)).toBe(value);
    const fields = block?.value.kind === 'map' ? block.value.entries : [];
    expect(fields.map(({ key }) => key.value)).toEqual(['version', 'dependencies']);
    const needs = fields[1]?.value.kind === 'map' ? fields[1].value.entries : [];
    expect(needs.map(({ key, value }) => [key.value, value.kind === 'scalar' && value.value])).toEqual([
      ['b', '^1'],
      ['@c/d', '1 || 2'],
    ]);
  });
});
