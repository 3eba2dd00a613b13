// `.conf` in its dialects: what is read, and that nothing that was hit is passed over in silence.
import { describe, expect, it } from 'vitest';
import { parseConf } from '../../src/formats/conf.ts';
import { parseHocon } from '../../src/formats/hocon.ts';
import type { Node, Tree } from '../../src/formats/nodes.ts';

function plain(node: Node): unknown {
  if (node.kind === 'alias') return plain(node.target);
  if (node.kind === 'list') return node.items.map(plain);
  return node.kind === 'map' ? Object.fromEntries(node.entries.map(({ key, value }) => [key.value, plain(value)])) : node.value;
}

const told = ({ roots }: Tree) => roots.map(plain);
const hits = (text: string) => Array.from(text.matchAll(/qwen|deepseek/g), ({ index }) => index);

describe('HOCON', () => {
  it.each([
    ['a = ["x", y z, 3]', { a: ['x', 'y z', '3'] }],
    ['a {\n b: [\n  "x"\n  y # c\n ]\n}', { a: { b: ['x', 'y'] } }],
    ['include "base"\ninclude required(file("x"))\na = 1', { a: '1' }],
    ['a = "x"\nb = ${?MODEL}', { a: 'x', b: '${MODEL}' }],
    ['a.b = 1\na.c = 2\n"x.y".z = 3', { a: { b: '1', c: '2' }, 'x.y': { z: '3' } }],
    ['a += x\nb = """say "hi" """"', { a: 'x', b: 'say "hi" "' }],
    ['a = ${base} { k = v }\nb = [1] [2]', { a: { k: 'v' }, b: ['1', '2'] }],
    ['{ "a": { "b": 1, }, c: http://h.test/v1 // no\n}', { a: { b: '1' }, c: 'http://h.test/v1' }],
    ['a =\n  "x"', { a: 'x' }],
    ['include_all = yes\na.b { c = d }', { include_all: 'yes', a: { b: { c: 'd' } } }],
  ])('%j', (text, expected) => {
    const tree = parseHocon(text);
    expect(told(tree)).toEqual([expected]);
    expect(tree.problems).toEqual([]);
  });

  it.each(['a { b = [ 1, { c = qwen', 'a = "x\nb = 1', 'a = """x', 'a { qwen3 }', `${'a{'.repeat(300)}`])(
    'says what it could not read: %j',
    (text) => {
      expect(parseHocon(text).problems).not.toEqual([]);
    },
  );
});

describe('.conf', () => {
  it.each([
    ['llm { models = ["qwen3-max"] }', { llm: { models: ['qwen3-max'] } }],
    ['[a]\nmodel = qwen3-max', { a: { model: 'qwen3-max' } }],
    ['model = qwen3-max\nurl = https://h.test/#x', { model: 'qwen3-max', url: 'https://h.test/#x' }],
    ['<VirtualHost *>\n  SetEnv LLM_MODEL "qwen3-max"\n</VirtualHost>', { LLM_MODEL: 'qwen3-max' }],
    ['server {\n  set $model qwen3-max;\n}', { model: 'qwen3-max' }],
  ])('%j', (text, expected) => {
    const tree = parseConf(text, hits(text));
    expect(told(tree)).toEqual([expected]);
    expect(tree.problems).toEqual([]);
  });

  it('says which line with a hit was not read, and leaves comments alone', () => {
    const text = '[a]\n# qwen3\nthe deepseek one\nb = 1\n';
    expect(parseConf(text, hits(text)).problems).toEqual([{ detail: 'a line that is no key and value', offset: 16 }]);
    expect(parseConf('[a]\n# qwen3\nb = 1 ; qwen\n', [6]).problems).toEqual([]);
  });
});
