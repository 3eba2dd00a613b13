// Values that stand for others: what parsers keep of them, and where.
import { describe, expect, it } from 'vitest';
import { parseBicep, parseHcl } from '../../src/formats/hcl.ts';
import { at, entriesOf, itemsOf, type Node, rawEnd, rawOffset, type ScalarNode, scalar, stringOf } from '../../src/formats/nodes.ts';
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

  it('keeps no functions or resources', () => {
    const [root] = parseHcl('a = lower(var.x)\nb = aws_x.y.id\nc = local.list[0]\nd = file("x")').roots;
    expect(stringOf(at(root, 'b'))).toBeNull();
    expect(stringOf(at(root, 'd'))).toBeNull();
  });

  it('names the elements of lists and maps', () => {
    const text = 'a = local.list[0]\nb = var.models["main"].id\nc = var.models[each.key]["x"]\n';
    const [root] = parseHcl(text).roots;
    const b = stringOf(at(root, 'b'));
    expect(stringOf(at(root, 'a'))?.value).toBe('${local.list.each}');
    expect(b?.value).toBe('${var.models.main.id}');
    expect(b && text.slice(b.start, b.end)).toBe('var.models["main"].id');
    expect(stringOf(at(root, 'c'))?.value).toBe('${var.models.each.x}');
  });

  it('keeps bare variables of Docker Bake, and of it alone', () => {
    const bake = 'variable "model" { default = "m" }\ntarget "app" {\n  args = { MODEL = model, N = upper(model) }\n}\n';
    expect(stringOf(at(parseHcl(bake).roots[0], 'target', 'app', 'args', 'MODEL'))?.value).toBe('${model}');
    expect(at(parseHcl('a "b" {\n  args = { MODEL = model }\n}\n').roots[0], 'a', 'b', 'args', 'MODEL')).toMatchObject({ type: 'null' });
  });

  it('takes a computed key for a key', () => {
    const { roots, problems } = parseHcl('a = {\n  ("${var.x}-y") = [{ model = "m" }]\n  (var.k) = "v"\n}\n');
    expect(problems).toEqual([]);
    expect(JSON.stringify(at(roots[0], 'a', '${var.x}-y'))).toContain('"m"');
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

  it('reads the types, decorators, texts and names of Bicep', () => {
    const text = [
      "@description('don\\'t (ask)')",
      "@allowed([\n  'a' // one\n  'b'\n])",
      "@metadata({\n  azd: { type: 'location' }\n})",
      "param format 'a' | 'b' = 'b'",
      'param names string[] = []',
      "var template = '''\n{\"k\": \"v\"}\n'''",
      "module m './m.bicep' = if (on) {\n  params: { name: model, url: a.properties.endpoint, n: toLower(model) }\n}",
      "resource r 'T@1' = [for m in models: {\n  name: m\n  tags: { text: 'say \"x\"' }\n}]",
    ].join('\n');
    const { roots, problems } = parseBicep(text);
    const [root] = roots;
    expect(problems).toEqual([]);
    const params = entriesOf(root).flatMap(({ key, value }) => (key.value === 'param' ? [value] : []));
    expect(stringOf(at(params[0], 'format'))?.value).toBe('b');
    expect(at(params[1], 'names')).toMatchObject({ kind: 'list', items: [] });
    expect(stringOf(at(root, 'var', 'template'))?.value).toBe('\n{"k": "v"}\n');
    const module = JSON.stringify(at(root, 'module', 'm', './m.bicep'));
    expect(module).toContain('${a.properties.endpoint}');
    expect(module).toContain('${model}');
    expect(JSON.stringify(at(root, 'resource', 'r'))).toContain('say \\"x\\"');
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

  it.each(['"', "'"])('takes a scalar in %s that goes on at the indentation of its key', (quote) => {
    const text = `a:\n  told: ${quote}one\n  two: x${quote}\n  again: ${quote}three\n\n  four${quote}\n  next: y\n`;
    const { problems } = parseYaml(text);
    expect(problems).toEqual([]);
    expect(scalarAt(text, 'a', 'told')?.value.split(/\s+/)).toEqual(['one', 'two:', 'x']);
    expect(scalarAt(text, 'a', 'again')?.value.split(/\s+/)).toEqual(['three', 'four']);
    const next = scalarAt(text, 'a', 'next');
    expect(next && covered(text, next)).toBe('y');
  });

  it('still says where a quote is never closed', () => {
    expect(parseYaml('a:\n  told: "one\n  two: x\n').problems).toHaveLength(1);
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
