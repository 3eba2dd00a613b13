// Our scanners against the libraries that everybody uses: the same values, and every place decodes to its value.
import fc from 'fast-check';
import { load } from 'js-yaml';
import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/formats/json.ts';
import { type Node, rawOffset, type ScalarNode } from '../../src/formats/nodes.ts';
import { parseToml } from '../../src/formats/toml.ts';
import { parseYaml } from '../../src/formats/yaml.ts';

/** As plain data; keys that occur twice keep the last value, as in the libraries. */
function plain(node: Node | undefined): unknown {
  if (!node) return undefined;
  if (node.kind === 'alias') return plain(node.target);
  if (node.kind === 'list') return node.items.map(plain);
  if (node.kind === 'map') return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, plain(value)]));
  if (node.type === 'null') return null;
  if (node.type === 'boolean') return node.value.toLowerCase() === 'true';
  return node.type === 'number' ? Number(node.value.replaceAll('_', '')) : node.value;
}

function scalars(node: Node): ScalarNode[] {
  if (node.kind === 'scalar') return [node];
  if (node.kind === 'list') return node.items.flatMap(scalars);
  return node.kind === 'map' ? node.entries.flatMap(({ key, value }) => [key, ...scalars(value)]) : [];
}

const text = fc.string({ maxLength: 12 }).filter((value) => value !== '__proto__');
const json = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, text, fc.integer({ min: -1000, max: 1000 }), fc.boolean(), fc.constant(null), tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.dictionary(text, tie('value'), { maxKeys: 4 }),
}));
const container = fc.oneof(json.list, json.map);

describe('JSON', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(container, fc.constantFrom(0, 2), (value, indent) => {
        const { roots, problems } = parseJson(JSON.stringify(value, null, indent));
        expect(problems).toEqual([]);
        expect(plain(roots[0])).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('places each character of a decoded string', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', '\n', '\\', 'é', '\u0001', '/') }), (value) => {
        const source = JSON.stringify([value]);
        for (const node of parseJson(source).roots.flatMap(scalars)) {
          for (let at = 0; at < node.value.length; at++) {
            const raw = source[rawOffset(node, at)];
            expect(raw === node.value[at] || raw === '\\').toBe(true);
          }
        }
      }),
    );
  });

  it('reads what people write', () => {
    const source = `// c\n{ a: 1, 'b': [ "x", /* d */ 'y', ], /* e */ "c": {"d": tru, }, }`;
    expect(plain(parseJson(source).roots[0])).toEqual({ a: 1, b: ['x', 'y'], c: { d: 'tru' } });
  });

  it('passes over what is not wanted in a large text, and reads what is', () => {
    const rows = Array.from({ length: 30_000 }, (_, id) => `{"id": ${id}, "name": "a \\"quoted\\" name"}`).join(',\n');
    const source = `{"rows": [${rows}, {"model": "wanted"}], "after": {"x": 1}}`;
    const [root] = parseJson(source, [source.indexOf('wanted')]).roots;
    const { rows: read } = plain(root) as { rows: unknown[] };
    expect(read.filter(Boolean)).toEqual([{ model: 'wanted' }]);
    expect(read.length).toBe(30_001);
  });
});

const TOML = `title = "x"
empty = ''
n = 1_000
ok = true
"quoted key".inner = 'lit\\eral'
multi = """
one \\
   two"""
lit = '''
a 'b' c'''
inline = { a = 1, b.c = "d", e = [1, 2,] }
list = [
  "a", # c
  ["b"],
]

[a.b]
c = "d"

[a]
x = "\\u0041\\n"

[[items]]
name = "one"
[items.sub]
k = "v"
[[items]]
name = "two"
`;

describe('TOML', () => {
  it('reads what the reference parser reads', () => {
    expect(plain(parseToml(TOML).roots[0])).toEqual(getStaticTOMLValue(parseTOML(TOML)));
    expect(parseToml(TOML).problems).toEqual([]);
  });

  it('reads around a line that is broken', () => {
    const tree = parseToml('a = "x"\nbroken = = 1\n[t]\nmodel = "m"\nopen = "\nb = "y"\n');
    expect(plain(tree.roots[0])).toMatchObject({ a: 'x', t: { model: 'm', b: 'y' } });
    expect(tree.problems.length).toBe(1);
  });
});

const YAML = `plain: a b
single: 'it''s'
double: "a\\tb \\u00e9"
literal: |
  one
    two

  three
folded: >-
  one
  two

  three
lines: first
  second
quoted: "first
  second"
anchor: &x { a: 1 }
alias: *x
flow: [a, "b", { c: d }]
empty:
"key: x": v
tagged: !Ref name
`;

describe('YAML', () => {
  it.each([YAML, YAML.replaceAll('\n', '\r\n')])('reads what js-yaml reads', (source) => {
    expect(plain(parseYaml(source.replace('!Ref ', '')).roots[0])).toEqual(load(source.replace('!Ref ', '')));
  });

  it.each([YAML, YAML.replaceAll('\n', '\r\n')])('places each letter of a decoded value', (source) => {
    for (const node of parseYaml(source).roots.flatMap(scalars)) {
      for (let at = 0; at < node.value.length; at++) {
        const char = node.value[at] ?? '';
        if (/[a-z]/.test(char)) expect(source[rawOffset(node, at)]).toBe(char);
      }
    }
  });

  it('keeps the values of templates as written', () => {
    const [root] = parseYaml(
      '{{- if .x }}\nimage: {{ .Values.image }}:{{ .tag | default "v1" }}\n{{- end }}\nb: c: d\nlist:\n{{- range .y }}\n  - {{ . }}\n{{- end }}\n'.replace(
        'b: c: d\n',
        '',
      ),
    ).roots;
    expect(plain(root)).toEqual({ image: '{{ .Values.image }}:{{ .tag | default "v1" }}', list: ['{{ . }}'] });
  });

  it('reads directives over lines, and those that stand for entries beside others', () => {
    const text =
      '{# many: of, them [ #}\nlabels: {{- include "a" . | nindent 2 }}\n  app: x\n  {{- if .b }}\n  {{- end }}\nresources: {{- toYaml .Values.a\n  | nindent 4 }}\nimage: {{ .Values.a }}:{{ .b\n  | default "v1" }}\nlast: {{ .c }}\nmore: y\n';
    const { roots, problems } = parseYaml(text);
    expect(problems).toEqual([]);
    expect(plain(roots[0])).toEqual({
      labels: { app: 'x' },
      resources: '{{- toYaml .Values.a\n  | nindent 4 }}',
      image: '{{ .Values.a }}:{{ .b\n  | default "v1" }}',
      last: '{{ .c }}',
      more: 'y',
    });
  });

  it('gives the documents before and after a broken one', () => {
    const { roots, problems } = parseYaml('a: 1\n---\nb: [\n---\nc: x\n');
    expect(roots.map(plain)).toContainEqual({ a: 1 });
    expect(problems[0]?.offset).toBeGreaterThan(0);
  });

  it('does not expand aliases', () => {
    const levels = Array.from(
      { length: 60 },
      (_, level) => `a${level}: &a${level} [${level === 0 ? 'x' : `*a${level - 1}, *a${level - 1}`}]`,
    );
    expect(parseYaml(levels.join('\n')).roots.length).toBe(1);
  });
});
