import fc from 'fast-check';
import { dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parseBlockYaml } from '../../../src/formats/lockfile/block-yaml.ts';
import type { Node } from '../../../src/formats/nodes.ts';

/** A tree as plain values; all scalars as text. */
function plain(node: Node | undefined): unknown {
  if (node?.kind === 'map') return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, plain(value)]));
  if (node?.kind === 'list') return node.items.map(plain);
  return node?.kind === 'scalar' ? node.value : null;
}

const read = (text: string) => plain(parseBlockYaml(text).roots[0]);

describe('the reader of YAML that tools write', () => {
  it('reads what a lockfile holds', () => {
    const text = [
      "lockfileVersion: '9.0'",
      '',
      'packages:',
      '',
      "  '@scope/name@1.0.0(peer@2.0.0)':",
      "    resolution: {integrity: sha512-A==, tarball: 'https://packages.example.org/x.tgz'}",
      "    engines: {node: '>=10', os: [linux, darwin]}",
      '    cpu:',
      '    - x64 # the only one',
      '    - arm64',
      '    description: |',
      '      key: no key',
      '    dev: true',
      'list:',
      '  - name: a',
      '    version: 1.0',
      '  - - nested',
      '  - plain',
    ].join('\n');
    expect(read(text)).toEqual({
      lockfileVersion: '9.0',
      packages: {
        '@scope/name@1.0.0(peer@2.0.0)': {
          resolution: { integrity: 'sha512-A==', tarball: 'https://packages.example.org/x.tgz' },
          engines: { node: '>=10', os: ['linux', 'darwin'] },
          cpu: ['x64', 'arm64'],
          description: '',
          dev: 'true',
        },
      },
      list: [{ name: 'a', version: '1.0' }, ['nested'], 'plain'],
    });
  });

  it('reads what js-yaml writes', () => {
    const word = fc
      .stringMatching(/^[a-z@][a-z0-9@/._-]{0,12}[a-z0-9]$/)
      .filter((text) => !/^(?:null|true|false|yes|no|on|off|__proto__|y|n)$/.test(text));
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        word,
        fc.dictionary(word, tie('tree'), { minKeys: 1, maxKeys: 4 }),
        fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(word, tree, { minKeys: 1 }), (value) => {
        expect(read(dump(value, { lineWidth: -1, noRefs: true }))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('keeps places', () => {
    const text = 'a:\n  \'b\': "c"\n';
    const [root] = parseBlockYaml(text).roots;
    const inner = root?.kind === 'map' ? root.entries[0]?.value : undefined;
    const entry = inner?.kind === 'map' ? inner.entries[0] : undefined;
    expect(text.slice(entry?.key.start, entry?.key.end)).toBe('b');
    expect(text.slice(entry?.value.start, entry?.value.end)).toBe('c');
  });

  it('steps over the marks of a conflict and over separators', () => {
    expect(read('a:\n<<<<<<< HEAD\n  b: 1\n=======\n  c: 2\n>>>>>>> other\n')).toEqual({ a: { b: '1', c: '2' } });
    expect(parseBlockYaml('---\na: 1\n---\nb: 2\n').roots.map(plain)).toEqual([{ a: '1' }, { b: '2' }]);
  });
});
