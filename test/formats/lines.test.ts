// Formats that are read line by line: what people write in them, and where it stands.
import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../src/formats/dockerfile.ts';
import { parseDotenv } from '../../src/formats/dotenv.ts';
import { parseFrontMatter } from '../../src/formats/frontmatter.ts';
import { parseHcl } from '../../src/formats/hcl.ts';
import { parseIni } from '../../src/formats/ini.ts';
import {
  at,
  entriesOf,
  get,
  type Node,
  rawEnd,
  rawOffset,
  relocate,
  type ScalarNode,
  scalar,
  slice,
  stringOf,
  type Tree,
} from '../../src/formats/nodes.ts';
import { parseProperties } from '../../src/formats/properties.ts';
import { splitCommands } from '../../src/formats/shell.ts';
import { parseYaml } from '../../src/formats/yaml.ts';

const pairs = (tree: Tree) =>
  tree.roots.flatMap((root) => entriesOf(root).map(({ key, value }) => [key.value, value.kind === 'scalar' ? value.value : '…']));
const cut = (text: string, node: Node | null) => (node ? text.slice(node.start, node.end) : null);

describe('dotenv', () => {
  const text = `# c\nexport A=1\n B = two words # c\nC="x # y" # c\nD='$\{RAW}'\nE="1\n2"\nF=a#b\nG=\nset H=5\nI: yaml\n=bad\nJ="open\nK=v\n`;
  it('reads what shells and libraries read', () => {
    expect(pairs(parseDotenv(text))).toEqual([
      ['A', '1'],
      ['B', 'two words'],
      ['C', 'x # y'],
      ['D', '${RAW}'],
      ['E', '1\n2'],
      ['F', 'a#b'],
      ['G', ''],
      ['H', '5'],
      ['I', 'yaml'],
      ['J', '"open'],
      ['K', 'v'],
    ]);
  });

  it('places keys and values', () => {
    for (const { key, value } of entriesOf(parseDotenv(text).roots[0])) {
      expect(cut(text, key)).toBe(key.value);
      if (value.kind === 'scalar' && value.jumps === null) expect(cut(text, value)).toBe(value.value);
    }
  });
});

describe('INI and properties', () => {
  it('read sections, continuation and dotted keys', () => {
    const ini = parseIni('; c\ntop = 1\n[a b]\nk: v ; c\nq = "x y"\nlong = a \\\n  b\nno value\n');
    expect(pairs(ini)).toEqual([
      ['top', '1'],
      ['a b', '…'],
    ]);
    expect(stringOf(at(ini.roots[0], 'a b', 'k'))?.value).toBe('v');
    expect(stringOf(at(ini.roots[0], 'a b', 'q'))?.value).toBe('x y');
    const text = '! c\na.b.c=v1\na.b.d : v2\na.url=https\\://h\\\n  .test\n';
    const properties = parseProperties(text);
    expect(stringOf(at(properties.roots[0], 'a', 'b', 'd'))?.value).toBe('v2');
    expect(stringOf(at(properties.roots[0], 'a', 'url'))?.value.replace(/\s/g, '')).toBe('https://h.test');
  });
});

describe('a Dockerfile', () => {
  const text = '# syntax\nARG A=1\nRUN one && \\\n # c\n\n  two\nENV X=y\nRUN <<EOF\nthree\nEOF\nCMD ["a", \\\n "b"]\n';
  it('is cut into instructions', () => {
    const read = parseDockerfile(text);
    expect(read.map(({ keyword }) => keyword)).toEqual(['ARG', 'RUN', 'ENV', 'RUN', 'CMD']);
    expect(read[1]?.body.value.replace(/\s+/g, ' ')).toBe('one && two');
    expect(read[3]?.heredocs[0]?.value).toBe('three\n');
  });

  it('keeps the places of joined lines', () => {
    const body = parseDockerfile(text)[1]?.body as ScalarNode;
    const two = body.value.indexOf('two');
    expect(text.slice(rawOffset(body, two), rawEnd(body, two + 3))).toBe('two');
  });
});

describe('a command line', () => {
  const split = (text: string) => splitCommands(scalar(text, 0, text.length));
  const words = (text: string) => split(text).map((command) => command.words.map(({ value }) => value));

  it('is cut as a shell would', () => {
    expect(words(`A=1 B='x y' cmd "two words" pre"mid"'end' a\\ b # c\nnext | pipe && (sub; $(inner x)) \\\n  more`)).toEqual([
      ['cmd', 'two words', 'premidend', 'a b'],
      ['next'],
      ['pipe'],
      ['sub'],
      ['inner', 'x'],
      ['more'],
    ]);
    expect(split(`export A=1 B="2"`)[0]?.assignments.map(({ key }) => key.value)).toEqual(['A', 'B']);
  });

  it('gives here-documents to their command', () => {
    const [cat, after] = split("cat > f <<'EOF'\nFROM x\nEOF\necho done\n");
    expect(cat?.heredocs[0]?.value).toBe('FROM x\n');
    expect(after?.words[0]?.value).toBe('echo');
  });

  it('places words without their quotes', () => {
    const text = `x --model="org/name" 'a'"b"`;
    const [command] = split(text);
    expect(cut(text, command?.words[2] ?? null)).toBe(`a'"b`);
    const option = command?.words[1] as ScalarNode;
    expect(cut(text, slice(option, 8, option.value.length))).toBe('org/name');
  });
});

describe('HCL', () => {
  const text =
    'variable "m" {\n  default = "a"\n}\nlocals { x = coalesce(var.y, "b") }\nm "a" "b" {\n  k = <<-EOT\n    text\n  EOT\n  "quoted" = { n = 1, s = "v" }\n  t = "x ${lookup(m, "k")} y"\n}\n';
  it('is a tree of blocks and attributes', () => {
    const [root] = parseHcl(text).roots;
    expect(cut(text, at(root, 'variable', 'm', 'default'))).toBe('a');
    expect(stringOf(at(root, 'm', 'a', 'b', 'quoted', 's'))?.value).toBe('v');
    expect(stringOf(at(root, 'm', 'a', 'b', 'k'))?.value.trim()).toBe('text');
    expect(stringOf(at(root, 'm', 'a', 'b', 't'))?.value).toBe('x ${lookup(m, "k")} y');
    expect(JSON.stringify(at(root, 'locals', 'x'))).toContain('"b"');
  });
});

describe('front matter', () => {
  it('is placed in the file, and tells where the text starts', () => {
    const text = '---\r\nbase_model: org/name\r\n---\r\n# Text\n---\n';
    const { tree, body } = parseFrontMatter(text);
    expect(cut(text, get(tree.roots[0], 'base_model'))).toBe('org/name');
    expect(text.slice(body)).toBe('# Text\n---\n');
    expect(parseFrontMatter('# no\n---\na: b\n---\n').body).toBe(0);
    expect(parseFrontMatter('---\na: b\n').body).toBe(0);
  });
});

describe('a file within a file', () => {
  it('keeps its places through both', () => {
    const text = 'data:\n  .env: |\n    A=1\n    B="x\\ty"\n';
    const outer = stringOf(at(parseYaml(text).roots[0], 'data', '.env')) as ScalarNode;
    const inner = relocate(parseDotenv(outer.value).roots[0] as Node, outer);
    expect(cut(text, get(inner, 'A'))).toBe('1');
    const value = stringOf(get(inner, 'B')) as ScalarNode;
    expect(value.value).toBe('x\ty');
    expect(text.slice(rawOffset(value, 2), rawEnd(value, 3))).toBe('y');
  });
});
