// Images that pipelines and Dockerfiles start from, by the places that are easily passed over.
import { describe, expect, it } from 'vitest';
import { ci } from '../../../src/walkers/config/ci.ts';
import { compose } from '../../../src/walkers/config/compose.ts';
import { dockerfile } from '../../../src/walkers/config/dockerfile.ts';
import type { Walker } from '../../../src/walkers/walker.ts';
import { coveredBy, documentOf, hitsOf } from '../battery.ts';

function images(walker: Walker, path: string, lines: readonly string[]): readonly string[] {
  const text = `${lines.join('\n')}\n`;
  return [...walker.read(documentOf(path, text, hitsOf(text)))].flatMap((one) => {
    if (one.kind !== 'package' || one.ecosystem !== 'oci') return [];
    expect(coveredBy(text, one)).toBe(one.name);
    return `${one.evidence.region?.startLine} ${one.name}:${one.version}`;
  });
}

describe('an image of a Dockerfile', () => {
  it.each([
    ['whose tag is chosen at build time', ['ARG TAG=latest', 'FROM qwenllm/qwen:${TAG} AS base'], ['2 qwenllm/qwen:null']],
    ['whose tag is a plain variable', ['FROM --platform=linux/amd64 qwenllm/qwen:$TAG'], ['1 qwenllm/qwen:null']],
    ['that is the default of a variable', ['ARG BASE="qwenllm/qwen:cu117"', 'FROM ${BASE}'], ['1 qwenllm/qwen:cu117']],
    ['that another stage copies from', ['FROM scratch', 'COPY --from=docker.io/qwenllm/qwen:1 /a /b'], ['2 docker.io/qwenllm/qwen:1']],
  ])('%s', (_, lines, expected) => {
    expect(images(dockerfile, 'Dockerfile', lines)).toEqual(expected);
  });

  it.each([
    ['of a variable that starts nothing', ['ARG BASE=qwenllm/qwen:cu117', 'FROM scratch']],
    ['whose name is computed', ['FROM qwenllm/${NAME}:1']],
    ['that is a stage', ['FROM scratch AS qwen', 'COPY --from=qwen /a /b']],
  ])('is none %s', (_, lines) => {
    expect(images(dockerfile, 'Dockerfile', lines)).toEqual([]);
  });
});

describe('an image of a pipeline', () => {
  it.each([
    ['that a job runs in', '.github/workflows/a.yml', ['jobs:', '  a:', '    container: qwenllm/qwen:latest'], ['3 qwenllm/qwen:latest']],
    [
      'that a job runs in, as a table',
      '.github/workflows/a.yml',
      ['jobs:', '  a:', '    container:', '      image: qwenllm/qwen:1'],
      ['4 qwenllm/qwen:1'],
    ],
    ['by its name', '.gitlab-ci.yml', ['a:', '  image:', '    name: qwenllm/qwen:1'], ['3 qwenllm/qwen:1']],
    [
      'beside a job',
      '.gitlab-ci.yml',
      ['a:', '  services:', '    - qwenllm/qwen:1', '    - name: qwenllm/qwen:2', '      alias: qwen'],
      ['3 qwenllm/qwen:1', '4 qwenllm/qwen:2'],
    ],
  ])('%s', (_, path, lines, expected) => {
    expect(images(ci, path, lines)).toEqual(expected);
  });

  it('is none in a name, an expression or the inputs of a step', () => {
    const lines = [
      'jobs:',
      '  qwen:',
      '    name: qwenllm/qwen',
      '    container: ${{ matrix.qwen }}',
      '    steps:',
      '      - name: container qwen',
    ];
    expect(images(ci, '.github/workflows/a.yml', lines)).toEqual([]);
  });
});

describe('a tag of an image', () => {
  const models = (image: string) => {
    const text = `services:\n  llm:\n    image: ${image}\n`;
    return [...compose.read(documentOf('compose.yaml', text, hitsOf(text)))].flatMap((one) => (one.kind === 'model' ? one.name : []));
  };

  it.each([
    ['acme/vllm-neuron:qwen3-8b', 'qwen3-8b'],
    ['registry.acme.io:5000/llm/server:deepseek-r1-distill-7b-awq', 'deepseek-r1-distill-7b-awq'],
  ])('tells what was put into %s', (image, name) => {
    expect(models(image)).toContain(name);
  });

  it.each(['acme/app:qwen-1.2', 'acme/qwen:latest', 'acme/app:kimi-build-7', 'ai/qwen3:8b'])('tells nothing by itself in %s', (image) => {
    expect(models(image).filter((name) => !name.includes('/'))).toEqual([]);
  });
});
