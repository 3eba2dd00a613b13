// Ranges, versions and keys may be URLs with a token in them. None of it may be said.
import { expect, it } from 'vitest';
import { dependencyWalkers } from '../../../src/walkers/dependencies/index.ts';

const SECRET = 'glpat-0123456789abcdefghij';
const url = `git+https://robot:${SECRET}@git.example.org/acme/qwen-client.git`;

it.each([
  ['package.json', `{"dependencies":{"qwen-client":"${url}"}}`],
  ['package-lock.json', `{"lockfileVersion":3,"packages":{"node_modules/qwen-client":{"version":"${url}","resolved":"${url}"}}}`],
  ['package-lock.json', `{"lockfileVersion":1,"dependencies":{"qwen-client":{"version":"${url}"}}}`],
  ['pnpm-lock.yaml', `lockfileVersion: '9.0'\npackages:\n  qwen-client@${url}:\n    version: 1.0.0\n`],
  ['yarn.lock', `"qwen-client@${url}":\n  version "1.0.0"\n`],
  ['requirements.txt', `qwen-client @ ${url}\n-e ${url}#egg=qwen-agent\n`],
  ['pyproject.toml', `[project]\ndependencies = ["qwen-client @ ${url}"]\n`],
  ['composer.lock', `{"packages":[{"name":"acme/qwen","version":"${url}"}]}`],
  ['Podfile', `pod 'QwenKit', '${url}'\n`],
])('%s', (path, text) => {
  const walker = dependencyWalkers.find(({ files }) => files.test(path));
  const seen = [...(walker?.read({ path, text, hits: null, usage: 'runtime' }) ?? [])];
  expect(seen.some(({ kind }) => kind === 'package')).toBe(true);
  expect(JSON.stringify(seen)).not.toContain(SECRET);
});
