// What holds for every format that gives a tree: places are exact, broken input does no harm.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDotenv } from '../../src/formats/dotenv.ts';
import { parseHcl } from '../../src/formats/hcl.ts';
import { parseHocon } from '../../src/formats/hocon.ts';
import { parseIni } from '../../src/formats/ini.ts';
import { parseJson } from '../../src/formats/json.ts';
import { MAX_DEPTH, type Node, type ScalarNode, type Tree } from '../../src/formats/nodes.ts';
import { parseProperties } from '../../src/formats/properties.ts';
import { parseToml } from '../../src/formats/toml.ts';
import { parseYaml } from '../../src/formats/yaml.ts';

const SAMPLES: Record<string, readonly [(text: string) => Tree, string]> = {
  json: [parseJson, '{"a": {"model": "qwen3-max", /* c */ "list": ["x", 1, null,],}, // d\n "url": "https:\\/\\/h.test\\u0041"}\n'],
  yaml: [
    parseYaml,
    'a: &x\n  model: qwen3-max # c\n  list: [x, "y", \'z\']\nb: *x\nc: |\n  one\n  two\nd: >-\n  three\n  four\n---\nf: {k: v}\n',
  ],
  toml: [parseToml, 'model = "qwen3-max" # c\n[a.b]\nlist = ["x", 1, { k = \'v\' }]\ntext = """\nlong\n"""\n[[c]]\n"q.r".s = true\n'],
  dotenv: [parseDotenv, 'export MODEL=qwen3-max # c\nA="x\\ny"\nB=\'z\'\nC="1\n2"\n'],
  hocon: [parseHocon, 'include "x"\na { model = "qwen3-max", list = [x, "y\\n" , z w] # c\n}\na.b = ${?X}\nc = """l\nm"""\n'],
  ini: [parseIni, '; c\n[a]\nmodel = qwen3-max\nExecStart=vllm serve \\\n  org/name\n'],
  properties: [parseProperties, '# c\na.model=qwen3-max\na.url: https\\://h.test/v1\n'],
  hcl: [parseHcl, 'resource "t" "n" {\n  model = "qwen3-max" # c\n  list = ["x", var.y]\n  m = { k = "v" }\n  h = <<-EOT\n  a\n  EOT\n}\n'],
};

function scalars(node: Node): ScalarNode[] {
  if (node.kind === 'scalar') return [node];
  if (node.kind === 'list') return node.items.flatMap(scalars);
  if (node.kind === 'alias') return [];
  return node.entries.flatMap(({ key, value }) => [key, ...scalars(value)]);
}

describe.each(Object.entries(SAMPLES))('%s', (_, [parse, sample]) => {
  it('places the model exactly', () => {
    const found = parse(sample)
      .roots.flatMap(scalars)
      .filter(({ value }) => value === 'qwen3-max');
    expect(found.length).toBeGreaterThan(0);
    expect(sample.slice(found[0]?.start, found[0]?.end)).toBe('qwen3-max');
  });

  it('keeps every place inside the text, for any cut and with any line end', () => {
    for (const whole of [sample, sample.replaceAll('\n', '\r\n')]) {
      for (let cut = 0; cut <= whole.length; cut++) {
        const text = whole.slice(0, cut);
        for (const { start, end } of parse(text).roots.flatMap(scalars)) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }
    }
  });

  it('reads nothing wrong with a whole sample', () => {
    expect(parse(sample).problems).toEqual([]);
  });

  it('survives any text', () => {
    const pieces = fc.constantFrom(
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
      '<<E',
      '${',
      '{{',
      '}}',
      'a',
      '|',
      '&x',
      '*x',
      '\t',
      '"""',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => parse(parts.join('')).problems.length <= 1),
      { numRuns: 300 },
    );
  });

  it.each(['{', '[', '- ', '{"a":', '[[', 'a {\n', 'a = [', 'a: &a [*a,', '{{'])('survives a bomb of %j', (piece) => {
    const tree = parse(piece.repeat(50_000));
    expect(depth(tree.roots)).toBeLessThanOrEqual(MAX_DEPTH + 2);
    expect(tree.problems.length).toBeLessThanOrEqual(1);
  });
});

function depth(nodes: readonly Node[]): number {
  let level = 0;
  for (let layer = nodes; layer.length > 0; level++) {
    layer = layer.flatMap((node) =>
      node.kind === 'list' ? node.items : node.kind === 'map' ? node.entries.map(({ value }) => value) : [],
    );
  }
  return level;
}
