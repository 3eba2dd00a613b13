// Templates of YAML: what is left of them when their directives are taken out.
import { describe, expect, it } from 'vitest';
import { at, type Node, stringOf } from '../../src/formats/nodes.ts';
import { parseYaml } from '../../src/formats/yaml.ts';
import { maskTemplates } from '../../src/formats/yaml-template.ts';

const value = (text: string, ...route: readonly string[]) => {
  const { roots, problems } = parseYaml(text);
  expect(problems).toEqual([]);
  return stringOf(at(roots[0] as Node, ...route))?.value;
};

describe('a template of YAML', () => {
  it.each([
    ['several directives on one line', '{{- if .a }}{{- if .b }}\nmodel: acme-1\n{{- end }}{{/* of b */}}\n{{- end }}\n', ['model']],
    ['a directive within the text of another', '{{- if .a }}\n{{- fail "no {{ template }}" }}\n{{- end }}\nmodel: acme-1\n', ['model']],
    ['one within a text between backquotes', '{{- fail `no {{ template }} "here` }}\nmodel: acme-1\n', ['model']],
    ["a text that is all a directive's", 'a:\n  key.json: | {{ .b | nindent 4 }}\n{{- if .c }}\n{{- end }}\nmodel: acme-1\n', ['model']],
    [
      'one over several lines within a text',
      'data:\n  a.yaml: |-\n    x: {{ .x }}\n    {{- $y := dict "a" (dict\n        "b" .c\n      )\n    }}\n    z: 1\nmodel: acme-1\n',
      ['model'],
    ],
  ])('may have %s', (_, text, route) => {
    expect(value(text, ...route)).toBe('acme-1');
  });

  it('keeps the text around a directive of several lines whole', () => {
    const text = 'a.yaml: |-\n  x: {{ .x }}\n  {{- $y := dict\n    "b" .c\n  }}\n  model: acme-1\n';
    expect(value(text, 'a.yaml')).toContain('model: acme-1');
  });

  it('keeps its length, whatever is taken out', () => {
    for (const text of ['a: {{ "}}" }} b', '{{ "a\n{{ b }}', '{{ `{{` }}\nx: {{ y', '{%a%}{%b%}\nx: 1', 'a: | {{ b\n  c }}\n'])
      expect(maskTemplates(text)).toHaveLength(text.length);
  });

  it('says of what it cannot read where it gave up', () => {
    const { problems } = parseYaml('a: {{ .b }}\nc:\n  - x: 1\n   y: 2\n');
    expect(problems[0]?.offset).toBeGreaterThan(11);
  });
});
