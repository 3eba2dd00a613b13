// Container images through the whole scan: programs, weights, and names that only hold a vendor's word.
import { describe, expect, it } from 'vitest';
import type { ScanReport } from '../../src/index.ts';
import { places, scanFiles } from '../project.ts';

const inventory = ({ inventory: subjects }: ScanReport) =>
  subjects.map(({ reference, identity }) => {
    const name = reference.kind === 'package' || reference.kind === 'model' ? reference.name : '';
    const version = reference.kind === 'package' ? reference.version : null;
    const { startLine, startColumn } = reference.evidence.region ?? {};
    return [`${startLine}:${startColumn}`, reference.kind, name, version, identity.packageRole];
  });
const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

const FORMS: readonly (readonly [string, string, (image: string) => string, string])[] = [
  ['Dockerfile', 'FROM', (image) => `FROM --platform=linux/amd64 ${image} AS base\n`, '1:29'],
  ['Containerfile', 'COPY --from', (image) => `FROM scratch\nCOPY --chown=1:1 --from=${image} /a /b\n`, '2:25'],
  ['Dockerfile', 'docker run', (image) => `FROM scratch\nRUN docker run --rm -v /a:/b ${image} --help\n`, '2:30'],
  ['compose.yaml', 'services', (image) => `services:\n  a:\n    image: "${image}"\n`, '3:13'],
  ['deploy/pod.yaml', 'containers', (image) => `kind: Pod\nspec:\n  containers:\n    - image: ${image}\n`, '4:14'],
  ['chart/values.yaml', 'repository', (image) => `image:\n  repository: ${image}\n`, '2:15'],
  ['.github/workflows/a.yml', 'uses', (image) => `jobs:\n  a:\n    steps:\n      - uses: docker://${image}\n`, '4:24'],
  ['ci.sh', 'a script', (image) => `#!/bin/sh\ndocker pull ${image}\n`, '2:13'],
];

describe.each(FORMS)('an image in %s (%s)', (path, _, write, place) => {
  it('of a coding agent is a package', async () => {
    const report = await scanFiles({ [path]: write('ghcr.io/qwenlm/qwen-code:0.15.10') });
    expect(inventory(report)).toEqual([[place, 'package', 'ghcr.io/qwenlm/qwen-code', '0.15.10', 'agent-cli']]);
    expect(places(report)).toEqual([`${path}:${place.split(':')[0]} alibaba-agent-cli`]);
  });

  it('that serves models of anybody is inventory, whether tag or digest follows', async () => {
    for (const [name, tag] of [
      ['vllm/vllm-openai', '@'],
      ['ollama/ollama', ':0.13.1'],
      ['ghcr.io/berriai/litellm', ''],
    ] as const) {
      const report = await scanFiles({ [path]: write(tag === '@' ? `${name}@${DIGEST}` : `${name}${tag}`) });
      expect(inventory(report)).toEqual([[place, 'package', name, tag === ':0.13.1' ? '0.13.1' : null, 'multi-provider']]);
      expect(places(report)).toEqual([]);
    }
  });

  it.each(['node:22', 'someone/qwen-code:1', 'ghcr.io/someone/vllm-openai', 'myorg/ollama:0.3', 'registry.test/team/kimi-proxy:2'])(
    'by another name is nothing: %s',
    async (image) => {
      const report = await scanFiles({ [path]: write(image) });
      expect(inventory(report)).toEqual([]);
      expect(places(report)).toEqual([]);
    },
  );
});

describe('an image whose name tells weights', () => {
  it.each([
    ['nvcr.io/nim/deepseek-ai/deepseek-r1:1.5', 'deepseek-weights'],
    ['nvcr.io/nim/qwen/qwen3-next:1', 'alibaba-weights'],
    ['ai/qwen3:8B-Q4_K_M', 'alibaba-weights'],
  ])('is a model: %s', async (image, rule) => {
    for (const [path, , write] of FORMS.slice(0, 1).concat(FORMS.slice(3, 5))) {
      const report = await scanFiles({ [path]: write(image) });
      expect(inventory(report)).toMatchObject([[expect.anything(), 'model', image, null, null]]);
      expect(places(report).map((place) => place.split(' ')[1])).toContain(rule);
    }
  });

  it('is a package where a fact says that the weights come from elsewhere', async () => {
    const report = await scanFiles({ Dockerfile: 'FROM qwenllm/qwen3-omni:3-cu124\n' });
    expect(inventory(report)).toEqual([['1:6', 'package', 'qwenllm/qwen3-omni', '3-cu124', 'weights-loader']]);
    expect(places(report)).toEqual(['Dockerfile:1 alibaba-sdk']);
  });

  it('is nothing where it is an earlier stage', async () => {
    const report = await scanFiles({ Dockerfile: 'FROM scratch AS qwen3\nCOPY --from=qwen3 /a /b\n' });
    expect(inventory(report)).toEqual([]);
  });
});
