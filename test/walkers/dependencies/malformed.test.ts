// A line that a format does not allow, for each format: the notice names it, and the packages around it are still read.
import { describe, expect, it } from 'vitest';
import { dependencyWalkers } from '../../../src/walkers/dependencies/index.ts';

function read(path: string, text: string) {
  const claims = dependencyWalkers.find(
    ({ files, signals }) => files.test(path) && (signals?.some((signal) => text.includes(signal)) ?? true),
  );
  const seen = [...(claims?.read({ path, text, hits: null, usage: 'runtime' }) ?? [])];
  return {
    walker: claims?.name,
    names: seen.flatMap((one) => (one.kind === 'package' ? one.name : [])),
    notices: seen.flatMap((one) => (one.kind === 'notice' ? [{ code: one.code, line: one.line }] : [])),
  };
}

type Row = readonly [path: string, lines: readonly string[], line: number, names: readonly string[]];

const BROKEN: readonly Row[] = [
  ['package.json', ['{"dependencies":{"a":"1",,', '"b":"2"}}'], 1, ['a', 'b']],
  [
    'package-lock.json',
    ['{"lockfileVersion":3,"packages":{', '"node_modules/a":{"version":"1"},,', '"node_modules/b":{"version":"2"}}}'],
    2,
    ['a', 'b'],
  ],
  [
    'package-lock.json',
    ['{"lockfileVersion":3,"packages":{"node_modules/a":{"version":"1"}', '"node_modules/b":{"version":"2"}}}'],
    2,
    ['a', 'b'],
  ],
  ['npm-shrinkwrap.json', ['{"lockfileVersion":1,"dependencies":{"a":{"version":"1"}', '"b":{"version":"2"}}}'], 2, ['a', 'b']],
  ['pnpm-lock.yaml', ["lockfileVersion: '9.0'", 'packages:', '  a@1.0.0: {}', '  b@1.0.0 {}', '  c@1.0.0: {}'], 4, ['a', 'c']],
  ['pnpm-workspace.yaml', ['catalog:', '  a: ^1.0.0', '  b ^1.0.0', '  c: ^1.0.0'], 4, ['a', 'c']],
  ['yarn.lock', ['a@^1:', '  version "1.0.0"', '', 'b@^1', '  version "1.0.0"', '', 'c@^1:', '  version "1.0.1"'], 4, ['a', 'c']],
  [
    'yarn.lock',
    [
      '__metadata:',
      '  version: 8',
      '',
      '"a@npm:1":',
      '  version: 1.0.0',
      '',
      '"b@npm:1"',
      '  version: 1.0.0',
      '',
      '"c@npm:1":',
      '  version: 1.0.0',
    ],
    7,
    ['a', 'c'],
  ],
  ['bun.lock', ['{"lockfileVersion": 1,"packages":{', '"a":["a@1.0.0"],,', '"b":["b@1.0.0"]}}'], 2, ['a', 'b']],
  ['requirements.txt', ['a==1', '===', 'b==2'], 2, ['a', 'b']],
  ['requirements.txt', ['a==1', 'pip install kimi --index-url https://x.test/y', 'b==2'], 2, ['a', 'b']],
  ['pyproject.toml', ['[project', 'dependencies=["a==1"]', '[project.optional-dependencies]', 'x=["b==2"]'], 1, ['a', 'b']],
  ['Pipfile', ['[packages]', 'a = "*"', '[dev-packages', 'b = "*"'], 3, ['a', 'b']],
  ['Pipfile.lock', ['{"_meta":{},"default":{"a":{"version":"==1"}', '"b":{"version":"==1"}}}'], 2, ['a', 'b']],
  ['poetry.lock', ['[[package]]', 'name = "a"', 'version = "1"', '[[package]', 'name = "b"', 'version = "1"'], 4, ['a', 'b']],
  ['poetry.lock', ['[[package]]', 'name = "a"', 'version = 1"', '[[package]]', 'name = "b"'], 3, ['a', 'b']],
  ['pdm.lock', ['[[package]]', 'name = "a"', 'version', '[[package]]', 'name = "b"'], 3, ['a', 'b']],
  ['uv.lock', ['version = 1', '[[package]', 'name = "a"', '[[package]]', 'name = "b"'], 2, ['a', 'b']],
  ['pylock.toml', ['lock-version = "1.0"', '[[packages]', 'name = "a"', '[[packages]]', 'name = "b"'], 2, ['a', 'b']],
  [
    'conda-lock.yml',
    ['version: 1', 'package:', '- name: a', '  version: 1.0', '- name b', '  version: 1.0', '- name: c', '  version: 1.0'],
    6,
    ['a', 'c'],
  ],
  ['environment.yml', ['dependencies:', '  - a=1', '  - b=1: x: y', ' - c=1'], 3, ['a', 'c']],
  ['go.mod', ['module x', 'go 1.22', 'require (', ' a.test/a v1.0.0', ' a.test/b', ' a.test/c v1.0.0', ')'], 5, ['a.test/a', 'a.test/c']],
  ['go.mod', ['module x', 'requires a.test/b v1.0.0', 'require a.test/c v1.0.0'], 2, ['a.test/c']],
  ['go.sum', ['a.test/a v1.0.0 h1:x=', 'broken', 'a.test/c v1.0.0 h1:y='], 2, ['a.test/a', 'a.test/c']],
  [
    'vendor/modules.txt',
    ['# a.test/a v1.0.0', '## explicit', 'a.test/a/b', 'broken line', '# a.test/c v1.0.0'],
    4,
    ['a.test/a', 'a.test/c'],
  ],
  ['Cargo.toml', ['[dependencies', 'a = "1"', '[dev-dependencies]', 'b = "1"'], 1, ['a', 'b']],
  ['Cargo.lock', ['version = 4', '[[package]', 'name = "a"', 'source = "x"', '[[package]]', 'name = "b"', 'source = "x"'], 2, ['a', 'b']],
  [
    'pom.xml',
    [
      '<project><dependencies><dependency><groupId>a</groupId><artifactId>a</artifactId></dependency>',
      '<dependency><groupId>b<artifactId>b</artifactId></dependency>',
      '<dependency><groupId>c</groupId><artifactId>c</artifactId></dependency></dependencies></project>',
    ],
    2,
    ['a:a', 'c:c'],
  ],
  ['gradle/libs.versions.toml', ['[libraries', 'a = "a:a:1"', 'b = "b:b:1"'], 1, ['a:a', 'b:b']],
  ['gradle.lockfile', ['# This is a Gradle generated file', 'a:a:1=x', 'broken', 'c:c:1=x', 'empty=y'], 3, ['a:a', 'c:c']],
  [
    'a.csproj',
    [
      '<Project><ItemGroup><PackageReference Include="a" Version="1" />',
      '<PackageReference Include="b Version="1" />',
      '<PackageReference Include="c" /></ItemGroup></Project>',
    ],
    2,
    ['a', 'b Version=', 'c'],
  ],
  [
    'packages.lock.json',
    ['{"version":1,"dependencies":{"net8.0":{"a":{"type":"Direct","resolved":"1"},,', '"b":{"type":"Direct"}}}}'],
    1,
    ['a', 'b'],
  ],
  [
    'Gemfile.lock',
    [
      'GEM',
      '  remote: https://x',
      '  specs:',
      '    a (1.0)',
      '    b (1.0',
      '      x (~> 1)',
      '    c (1.0)',
      '',
      'DEPENDENCIES',
      '  a',
      '  c!',
    ],
    5,
    ['a', 'c'],
  ],
  ['composer.json', ['{"require":{"a/b":"1"', '"c/d":"2"}}'], 2, ['a/b', 'c/d']],
  ['composer.lock', ['{"packages":[{"name":"a/a","version":"1"}', '{"name":"b/b","version":"2"}]}'], 2, ['a/a', 'b/b']],
  ['pubspec.yaml', ['name: x', 'dependencies:', '  a: ^1.0.0', '  b ^1.0.0', '  c: ^1.0.0'], 5, ['a', 'c']],
  ['pubspec.lock', ['packages:', '  a:', '    version: "1.0"', '  b', '    version: "1.0"', '  c:', '    version: "2.0"'], 4, ['a', 'c']],
  [
    'mix.lock',
    [
      '%{',
      '  "a": {:hex, :a, "1.0", "x", [:mix], [], "hexpm", "y"},',
      '  "b": {:hex, :b',
      '  "c": {:hex, :c, "1.0", "x", [:mix], [], "hexpm", "y"},',
      '}',
    ],
    3,
    ['a', 'b', 'c'],
  ],
  [
    'Package.resolved',
    ['{"version":2,"pins":[{"location":"https://github.com/x/a","state":{"version":"1"}}', '{"location":"https://github.com/x/b"}]}'],
    2,
    ['github.com/x/a', 'github.com/x/b'],
  ],
  ['Podfile.lock', ['PODS:', '  - a (1.0)', '  - b (1.0', '  - c (1.0)', '', 'DEPENDENCIES:', '  - a'], 3, ['a', 'b', 'c']],
  [
    'Chart.yaml',
    ['name: x', 'dependencies:', '  - name: a', '    version: 1.0.0', '  - name: b', '   version: 2', '  - name: c', '    version: 3.0.0'],
    6,
    ['a', 'b', 'c'],
  ],
  [
    'Chart.lock',
    ['dependencies:', '- name: a', '  version: 1.0.0', '- name "b"', '  version: 1.0.0', '- name: c', '  version: 3.0.0'],
    5,
    ['a', 'c'],
  ],
  [
    '.pre-commit-config.yaml',
    ['repos:', '- repo: https://github.com/a/a', '  rev: v1', ' repo: q', '- repo: https://github.com/b/b', '  rev: v1'],
    4,
    ['a/a', 'b/b'],
  ],
  ['.vscode/extensions.json', ['{"recommendations":["a.b"', '"c.d"]}'], 2, ['a.b', 'c.d']],
  ['.devcontainer/devcontainer.json', ['{"image":"a/b:1",,', '"features":{"ghcr.io/x/y:1":{}}}'], 1, ['a/b', 'ghcr.io/x/y']],
  [
    'bom.json',
    ['{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"name":"a","purl":"pkg:npm/a@1"}', '{"name":"c","purl":"pkg:npm/c@1"}]}'],
    2,
    ['a', 'c'],
  ],
  [
    'bom.xml',
    [
      '<bom xmlns="http://cyclonedx.org/schema/bom/1.5"><components><component><name>a</name><purl>pkg:npm/a@1</purl></component>',
      '<component><name>b<version>1</version></component>',
      '<component><name>c</name><purl>pkg:npm/c@1</purl></component></components></bom>',
    ],
    2,
    ['a', 'b', 'c'],
  ],
  [
    'x.spdx.json',
    ['{"spdxVersion":"SPDX-2.3","packages":[{"name":"a","SPDXID":"SPDXRef-a"}', '{"name":"c","SPDXID":"SPDXRef-c"}]}'],
    2,
    ['a', 'c'],
  ],
  [
    'x.spdx',
    ['SPDXVersion: SPDX-2.3', 'PackageName: a', 'PackageComment: <text>no tag', 'here</text>', 'broken', 'PackageName: c'],
    5,
    ['a', 'c'],
  ],
];

describe('a line that the format does not allow', () => {
  it.each(BROKEN)('in %s: %j', (path, lines, line, names) => {
    const seen = read(path, `${lines.join('\n')}\n`);
    expect(seen.names.toSorted()).toEqual(names);
    expect(seen.notices).toEqual([{ code: 'unreadable-part', line }]);
  });

  it('is looked for in every lockfile and bill of materials', () => {
    const walkers = new Set(BROKEN.map(([path, lines]) => read(path, lines.join('\n')).walker));
    const locks = dependencyWalkers.map(({ name }) => name).filter((name) => /lock|^go-|resolved|^cyclonedx|^spdx(?:-tag)?$/.test(name));
    expect(locks.filter((name) => !walkers.has(name))).toEqual([]);
  });
});

const VERSIONS: readonly Row[] = [
  ['package-lock.json', ['{', '"lockfileVersion":9,"packages":{"node_modules/a":{"version":"1"}}}'], 2, ['a']],
  ['pnpm-lock.yaml', ["lockfileVersion: '12.0'", 'packages:', '  a@1.0.0: {}'], 1, ['a']],
  ['yarn.lock', ['__metadata:', '  version: 99', '', '"a@npm:1":', '  version: 1.0.0'], 2, ['a']],
  ['bun.lock', ['{', '"lockfileVersion": 7,"packages":{"a":["a@1.0.0"]}}'], 2, ['a']],
  ['Pipfile.lock', ['{"_meta":{', '"pipfile-spec": 99},"default":{"a":{"version":"==1"}}}'], 2, ['a']],
  ['poetry.lock', ['[[package]]', 'name = "a"', '[metadata]', 'lock-version = "9.0"'], 4, ['a']],
  ['pdm.lock', ['[metadata]', 'lock_version = "9.0"', '[[package]]', 'name = "a"'], 2, ['a']],
  ['uv.lock', ['', 'version = 9', '[[package]]', 'name = "a"'], 2, ['a']],
  ['pylock.toml', ['lock-version = "9.0"', '[[packages]]', 'name = "a"'], 1, ['a']],
  ['conda-lock.yml', ['version: 9', 'package:', '- name: a'], 1, ['a']],
  ['Cargo.lock', ['version = 9', '[[package]]', 'name = "a"', 'source = "x"'], 1, ['a']],
  ['packages.lock.json', ['{', '"version":7,"dependencies":{"net8.0":{"a":{"type":"Direct"}}}}'], 2, ['a']],
  ['Package.resolved', ['{"pins":[{"location":"https://github.com/x/a"}],', '"version":9}'], 2, ['github.com/x/a']],
  ['bom.json', ['{"bomFormat":"CycloneDX",', '"specVersion":"9.5","components":[{"name":"a"}]}'], 2, ['a']],
  ['x.spdx.json', ['{', '"spdxVersion":"SPDX-9.3","packages":[{"name":"a","SPDXID":"SPDXRef-a"}]}'], 2, ['a']],
];

describe('a version that nobody knows', () => {
  it.each(VERSIONS)('of %s', (path, lines, line, names) => {
    const seen = read(path, `${lines.join('\n')}\n`);
    expect(seen.names).toEqual(names);
    expect(seen.notices).toEqual([{ code: 'unknown-lockfile-version', line }]);
  });
});

const TWICE: readonly Row[] = [
  ['package.json', ['{"dependencies":{"a":"1",', '"a":"2"}}'], 2, ['a', 'a']],
  [
    'package-lock.json',
    ['{"lockfileVersion":3,"packages":{"node_modules/a":{"version":"1"},', '"node_modules/a":{"version":"2"}}}'],
    2,
    ['a', 'a'],
  ],
  ['npm-shrinkwrap.json', ['{"lockfileVersion":1,"dependencies":{"a":{"version":"1"},', '"a":{"version":"2"}}}'], 2, ['a', 'a']],
  ['pnpm-lock.yaml', ["lockfileVersion: '9.0'", 'packages:', '  a@1.0.0: {}', '  a@1.0.0: {}'], 4, ['a']],
  ['yarn.lock', ['a@^1:', '  version "1.0.0"', '', 'a@^1:', '  version "1.0.1"'], 4, ['a', 'a']],
  ['bun.lock', ['{"lockfileVersion": 1,"packages":{"a":["a@1.0.0"],', '"a":["a@1.0.0"]}}'], 2, ['a']],
  ['Pipfile', ['[packages]', 'a = "*"', 'a = "1"'], 3, ['a', 'a']],
  ['Pipfile.lock', ['{"_meta":{"pipfile-spec":6},"default":{"a":{"version":"==1"},', '"a":{"version":"==1"}}}'], 2, ['a']],
  ['pyproject.toml', ['[tool.poetry.dependencies]', 'a = "1"', 'a = "2"'], 3, ['a', 'a']],
  ['poetry.lock', ['[[package]]', 'name = "a"', 'version = "1"', 'version = "2"'], 4, ['a']],
  ['pdm.lock', ['[[package]]', 'name = "a"', 'version = "1"', 'version = "2"'], 4, ['a']],
  ['uv.lock', ['version = 1', '[[package]]', 'name = "a"', 'version = "1"', 'version = "2"'], 5, ['a']],
  ['pylock.toml', ['lock-version = "1.0"', '[[packages]]', 'name = "a"', 'version = "1"', 'version = "2"'], 5, ['a']],
  ['conda-lock.yml', ['version: 1', 'package:', '- name: a', '  version: 1.0', '  version: 2.0'], 5, ['a']],
  ['Cargo.toml', ['[dependencies]', 'a = "1"', 'a = "2"'], 3, ['a', 'a']],
  ['Cargo.lock', ['version = 4', '[[package]]', 'name = "a"', 'version = "1"', 'version = "2"', 'source = "x"'], 5, ['a']],
  ['gradle/libs.versions.toml', ['[libraries]', 'a = "a:a:1"', 'a = "a:a:2"'], 3, ['a:a', 'a:a']],
  ['packages.lock.json', ['{"version":1,"dependencies":{"net8.0":{"a":{"type":"Direct"},', '"a":{"type":"Direct"}}}}'], 2, ['a']],
  ['composer.json', ['{"require":{"a/b":"1",', '"a/b":"2"}}'], 2, ['a/b', 'a/b']],
  ['composer.lock', ['{"packages":[{"name":"a/a","version":"1",', '"version":"2"}]}'], 2, ['a/a']],
  ['pubspec.lock', ['packages:', '  a:', '    version: "1.0"', '  a:', '    version: "1.0"'], 4, ['a']],
  [
    'Package.resolved',
    ['{"version":2,"pins":[{"location":"https://github.com/x/a",', '"location":"https://github.com/x/a"}]}'],
    2,
    ['github.com/x/a'],
  ],
  ['Podfile.lock', ['PODS:', '  - a (1.0)', 'PODS:', '  - a (1.0)'], 3, ['a']],
];

describe('a key that stands twice', () => {
  it.each(TWICE)('in %s: %j', (path, lines, line, names) => {
    const seen = read(path, `${lines.join('\n')}\n`);
    expect(new Set(seen.names)).toEqual(new Set(names));
    expect(seen.notices).toEqual([{ code: 'duplicate-key', line }]);
  });
});

const CYCLES: readonly (readonly [path: string, lines: readonly string[], line: number])[] = [
  [
    'package-lock.json',
    [
      '{"lockfileVersion":3,"packages":{"":{"dependencies":{"a":"1"}},',
      '"node_modules/a":{"version":"1","dependencies":{"b":"1"}},',
      '"node_modules/b":{"version":"1","dependencies":{"a":"1"}}}}',
    ],
    2,
  ],
  [
    'pnpm-lock.yaml',
    [
      "lockfileVersion: '9.0'",
      'importers:',
      '  .:',
      '    dependencies:',
      '      a:',
      '        version: 1.0.0',
      'packages:',
      '  a@1.0.0: {}',
      '  b@1.0.0: {}',
      'snapshots:',
      '  a@1.0.0:',
      '    dependencies:',
      '      b: 1.0.0',
      '  b@1.0.0:',
      '    dependencies:',
      '      a: 1.0.0',
    ],
    8,
  ],
  [
    'yarn.lock',
    [
      '__metadata:',
      '  version: 8',
      '"x@workspace:.":',
      '  version: 0.0.0',
      '  linkType: soft',
      '  dependencies:',
      '    a: "npm:1"',
      '"a@npm:1":',
      '  version: 1.0.0',
      '  dependencies:',
      '    b: "npm:1"',
      '"b@npm:1":',
      '  version: 1.0.0',
      '  dependencies:',
      '    a: "npm:1"',
    ],
    8,
  ],
  [
    'bun.lock',
    [
      '{"lockfileVersion":1,"workspaces":{"":{"dependencies":{"a":"1"}}},"packages":{',
      '"a":["a@1.0.0","",{"dependencies":{"b":"1"}}],',
      '"b":["b@1.0.0","",{"dependencies":{"a":"1"}}]}}',
    ],
    2,
  ],
  ['requirements.txt', ['a==1', '    # via', '    #   -r requirements.in', '    #   b', 'b==1', '    # via a'], 1],
  [
    'uv.lock',
    [
      'version = 1',
      '[[package]]',
      'name = "x"',
      'source = { virtual = "." }',
      'dependencies = [{ name = "a" }]',
      '[[package]]',
      'name = "a"',
      'version = "1"',
      'dependencies = [{ name = "b" }]',
      '[[package]]',
      'name = "b"',
      'version = "1"',
      'dependencies = [{ name = "a" }]',
    ],
    7,
  ],
  [
    'Cargo.lock',
    [
      'version = 4',
      '[[package]]',
      'name = "x"',
      'version = "0"',
      'dependencies = ["a"]',
      '[[package]]',
      'name = "a"',
      'version = "1"',
      'source = "x"',
      'dependencies = ["b"]',
      '[[package]]',
      'name = "b"',
      'version = "1"',
      'source = "x"',
      'dependencies = ["a"]',
    ],
    7,
  ],
  [
    'packages.lock.json',
    [
      '{"version":1,"dependencies":{"net8.0":{',
      '"a":{"type":"Direct","dependencies":{"b":"1"}},',
      '"b":{"type":"Transitive","dependencies":{"a":"1"}}}}}',
    ],
    2,
  ],
  ['Gemfile.lock', ['GEM', '  specs:', '    a (1.0)', '      b', '    b (1.0)', '      a', '', 'DEPENDENCIES', '  a'], 3],
  [
    'composer.lock',
    [
      '{"packages":[{"name":"r/r","require":{"a/a":"1"}},',
      '{"name":"a/a","require":{"b/b":"1"}},',
      '{"name":"b/b","require":{"a/a":"1"}}]}',
    ],
    2,
  ],
  ['Podfile.lock', ['PODS:', '  - a (1.0):', '    - b', '  - b (1.0):', '    - a', 'DEPENDENCIES:', '  - a'], 2],
  [
    'bom.json',
    [
      '{"bomFormat":"CycloneDX","specVersion":"1.5","metadata":{"component":{"bom-ref":"x"}},"components":[',
      '{"name":"a","bom-ref":"a"},{"name":"b","bom-ref":"b"}],',
      '"dependencies":[{"ref":"x","dependsOn":["a"]},{"ref":"a","dependsOn":["b"]},{"ref":"b","dependsOn":["a"]}]}',
    ],
    2,
  ],
  [
    'x.spdx',
    [
      'SPDXVersion: SPDX-2.3',
      'PackageName: x',
      'SPDXID: x',
      'PackageName: a',
      'SPDXID: a',
      'PackageName: b',
      'SPDXID: b',
      'Relationship: SPDXRef-DOCUMENT DESCRIBES x',
      'Relationship: x DEPENDS_ON a',
      'Relationship: a DEPENDS_ON b',
      'Relationship: b DEPENDS_ON a',
    ],
    4,
  ],
];

describe('packages that need each other', () => {
  it.each(CYCLES)('in %s are all read, with a notice', (path, lines, line) => {
    const seen = read(path, `${lines.join('\n')}\n`);
    expect(seen.names.filter((name) => /^[ab]/.test(name)).toSorted()).toHaveLength(2);
    expect(seen.notices).toEqual([{ code: 'dependency-cycle', line }]);
  });
});
