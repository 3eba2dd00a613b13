// Values that stand for others: what parsers keep of them, and where.
import { describe, expect, it } from 'vitest';
import { parseBicep, parseHcl } from '../../src/formats/hcl.ts';
import { at, itemsOf, type Node, rawEnd, rawOffset, type ScalarNode, scalar, stringOf } from '../../src/formats/nodes.ts';
import { splitCommands } from '../../src/formats/shell.ts';
import { parseYaml } from '../../src/formats/yaml.ts';

const covered = (text: string, node: ScalarNode) => text.slice(rawOffset(node, 0), rawEnd(node, node.value.length));
const words = (text: string) => splitCommands(scalar(text, 0, text.length)).map((command) => command.words.map(({ value }) => value));
const set = (text: string) =>
  splitCommands(scalar(text, 0, text.length)).flatMap(({ assignments }) =>
    assignments.map(({ key, value }) => `${key.value}=${value.kind === 'scalar' ? value.value : ''}`),
  );

describe('HCL', () => {
  it('keeps references to variables and locals, in their place', () => {
    const text = 'a { model = var.model_id\n other = local.ids.fast }';
    const model = stringOf(at(parseHcl(text).roots[0], 'a', 'model'));
    expect(model?.value).toBe('${var.model_id}');
    expect(model && covered(text, model)).toBe('var.model_id');
  });

  it('keeps no functions, resources or elements of lists', () => {
    const [root] = parseHcl('a = lower(var.x)\nb = aws_x.y.id\nc = local.list[0]\nd = file("x")').roots;
    expect(stringOf(at(root, 'b'))).toBeNull();
    expect(stringOf(at(root, 'c'))).toBeNull();
  });

  it('reads past a computed map', () => {
    const { roots, problems } = parseHcl('a = {\n  for k, v in zip(x, y) : k => { id = v }\n}\nmodel = "m"\n');
    expect(problems).toEqual([]);
    expect(stringOf(at(roots[0], 'model'))?.value).toBe('m');
  });

  it('reads Bicep', () => {
    const { roots, problems } = parseBicep("@secure()\nparam model string = 'm-1'\nresource a 'T@1' = {\n  name: 'x'\n}\n");
    expect(problems).toEqual([]);
    expect(stringOf(at(roots[0], 'param', 'model'))?.value).toBe('m-1');
    expect(stringOf(at(roots[0], 'resource', 'a', 'name'))?.value).toBe('x');
  });
});

describe('a command line', () => {
  it('keeps what is filled in before the shell sees it', () => {
    expect(words('llm -m ${{ inputs.model }} hi')).toEqual([['llm', '-m', '${{ inputs.model }}', 'hi']]);
    expect(words('vllm serve $(MODEL) --x={{ .Values.a }}')).toEqual([['vllm', 'serve', '$(MODEL)', '--x={{ .Values.a }}']]);
  });

  it('still looks into substitutions', () => {
    expect(words('echo $(ollama pull m)')).toEqual([['echo'], ['ollama', 'pull', 'm']]);
    expect(words('awk {print}')).toEqual([['awk', '{print}']]);
  });

  it('sets variables in the manner of other shells', () => {
    expect(set('set -gx A_B value')).toEqual(['A_B=value']);
    expect(set('setx A_B "value"')).toEqual(['A_B=value']);
    expect(set('$env:A_B = "value"')).toEqual(['A_B=value']);
    expect(set('set -e\nset -o pipefail')).toEqual([]);
  });
});

describe('YAML', () => {
  const scalarAt = (text: string, ...path: readonly string[]) => stringOf(at(parseYaml(text).roots[0], ...path));

  it('takes an unquoted directive for a word, not for a map in a map', () => {
    const text = 'value: {{ .Values.model | quote }}\nnext: x\n';
    const value = scalarAt(text, 'value');
    expect(value?.value).toBe('{{ .Values.model | quote }}');
    expect(value && covered(text, value)).toBe('{{ .Values.model | quote }}');
    expect(scalarAt('a: { b: { c: d }}\n', 'a', 'b', 'c')?.value).toBe('d');
  });

  it('takes a bracket that closes at the indentation of its key', () => {
    const text = 'a:\n  list: [\n    one,\n    two,\n  ]\n  next: x\n';
    const { roots, problems } = parseYaml(text);
    expect(problems).toEqual([]);
    expect(itemsOf(at(roots[0], 'a', 'list')).map((item: Node) => stringOf(item)?.value)).toEqual(['one', 'two']);
    const next = stringOf(at(roots[0], 'a', 'next'));
    expect(next && covered(text, next)).toBe('x');
  });
});
