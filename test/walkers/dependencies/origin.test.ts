// Who brought a package in, where a format makes that hard to tell.
import { describe, expect, it } from 'vitest';
import { dependencyWalkers } from '../../../src/walkers/dependencies/index.ts';

function origins(path: string, lines: readonly string[]) {
  const text = `${lines.join('\n')}\n`;
  const seen = [...(dependencyWalkers.find(({ files }) => files.test(path))?.read({ path, text, hits: null, usage: 'runtime' }) ?? [])];
  return Object.fromEntries(
    seen.flatMap((one) => (one.kind === 'package' ? [[one.name, one.direct ? 'direct' : one.introducedBy.join(' > ')]] : [])),
  );
}

describe('a package is brought in', () => {
  it('in Bun\u2019s lockfile by one of a scope whose last part has its name', () => {
    const lines = [
      '{"lockfileVersion":1,"workspaces":{"":{"dependencies":{"@types/ink":"1"}}},"packages":{',
      '"@types/ink":["@types/ink@1.0.0","",{"dependencies":{"ink":"*"}}],',
      '"ink":["ink@6.0.0","",{"dependencies":{"@a/b":"1"}}],',
      '"ink/@a/b":["@a/b@1.0.0","",{"dependencies":{"c":"1"}}],',
      '"ink/@a/b/c":["c@2.0.0"],',
      '"c":["c@1.0.0"]}}',
    ];
    expect(origins('bun.lock', lines)).toMatchObject({ '@types/ink': 'direct', ink: '@types/ink', '@a/b': '@types/ink > ink' });
  });

  it('in Yarn\u2019s lockfile by who asks for what was patched', () => {
    const lines = [
      '__metadata:',
      '  version: 8',
      '"app@workspace:.":',
      '  version: 0.0.0',
      '  linkType: soft',
      '  dependencies:',
      '    vite: "npm:1"',
      '"vite@npm:1":',
      '  version: 1.0.0',
      '  dependencies:',
      '    fsevents: "npm:~2.3.2"',
      '"fsevents@npm:~2.3.2":',
      '  version: 2.3.3',
      '"fsevents@patch:fsevents@npm%3A~2.3.2#optional!builtin<compat/fsevents>":',
      '  version: 2.3.3',
    ];
    expect(origins('yarn.lock', lines)).toEqual({ vite: 'direct', fsevents: 'vite > fsevents' });
  });

  it('in Cargo\u2019s lockfile by its source, where two have one name and version', () => {
    const entry = (name: string, source: string | null, needs: readonly string[]) => [
      '[[package]]',
      `name = "${name}"`,
      'version = "1.0.0"',
      ...(source ? [`source = "${source}"`] : []),
      `dependencies = [${needs.map((need) => `"${need}"`).join(', ')}]`,
    ];
    const lines = [
      'version = 4',
      ...entry('app', null, ['a', 'x 1.0.0 (registry+https://index.test)']),
      ...entry('a', 'registry+https://index.test', ['x 1.0.0 (git+https://git.test/x#0123)']),
      ...entry('x', 'git+https://git.test/x#0123', ['y']),
      ...entry('x', 'registry+https://index.test', ['z 1.0.0']),
      ...entry('y', 'registry+https://index.test', []),
      ...entry('z', 'registry+https://index.test', []),
    ];
    expect(origins('Cargo.lock', lines)).toEqual({ a: 'direct', x: 'direct', y: 'a > x', z: 'x' });
  });

  it('by packages that need each other, where nobody else needs those and the file does not say what the project asks for', () => {
    const entry = (name: string, needs: readonly string[]) => [
      '[[package]]',
      `name = "${name}"`,
      'version = "1"',
      '[package.dependencies]',
      ...needs.map((need) => `${need} = "*"`),
    ];
    const lines = [...entry('crewai', ['crewai-tools', 'litellm']), ...entry('crewai-tools', ['crewai']), ...entry('litellm', [])];
    expect(origins('poetry.lock', lines)).toEqual({ crewai: 'direct', 'crewai-tools': 'direct', litellm: 'crewai' });
  });
});

describe('a package that is brought in as an option', () => {
  const scopesOf = (path: string, lines: readonly string[]) => {
    const document = { path, text: `${lines.join('\n')}\n`, hits: null, usage: 'runtime' } as const;
    const seen = [...(dependencyWalkers.find(({ files }) => files.test(path))?.read(document) ?? [])];
    return Object.fromEntries(seen.flatMap((one) => (one.kind === 'package' ? [[one.name, one.scope]] : [])));
  };

  it('is optional in Yarn\u2019s lockfile, and runtime where another needs it', () => {
    const lines = ['a@1:', '  version "1.0.0"', '  dependencies:', '    c "1"', '  optionalDependencies:', '    b "1"', '    c "1"'];
    const rest = ['b@1:', '  version "1.0.0"', '  dependencies:', '    d "1"', 'c@1:', '  version "1.0.0"', 'd@1:', '  version "1.0.0"'];
    expect(scopesOf('yarn.lock', [...lines, '', ...rest])).toEqual({ a: 'runtime', b: 'optional', c: 'runtime', d: 'optional' });
  });

  it('is optional in Bun\u2019s lockfile', () => {
    const lines = [
      '{"lockfileVersion":1,"workspaces":{"":{"dependencies":{"a":"1"}}},"packages":{',
      '"a":["a@1.0.0","",{"dependencies":{"c":"1"},"optionalDependencies":{"b":"1"}}],',
      '"b":["b@1.0.0",""],',
      '"c":["c@1.0.0",""]}}',
    ];
    expect(scopesOf('bun.lock', lines)).toEqual({ a: 'runtime', b: 'optional', c: 'runtime' });
  });
});
