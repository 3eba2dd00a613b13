// Objects that give a model a name of their own, and what asks for it by that name.
import { describe, expect, it } from 'vitest';
import { scanFiles } from '../../project.ts';

/** `path:line name vendor operator <- hop` of the models that were understood. */
async function models(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { inventory } = await scanFiles(files);
  return inventory.flatMap(({ reference, identity, lineage }) => {
    if (reference.kind !== 'model') return [];
    const { path, region } = reference.evidence;
    const said = `${path}:${region?.startLine} ${reference.name} ${identity.vendor} ${identity.gateway?.id ?? identity.operatorKind}`;
    return [[said, ...lineage.map(({ to }) => to)].join(' <- ')];
  });
}

const object = (kind: string, name: string, spec: string) =>
  `apiVersion: acme.dev/v1alpha1\nkind: ${kind}\nmetadata:\n  name: ${name}\nspec:\n${spec}`;
const ask = (name: string) => `services:\n  app:\n    environment:\n      RERANK_MODEL: ${name}\n`;

describe('an object of an operator', () => {
  it.each([
    ['Model', '  source: hf://Qwen/Qwen3-8B-GGUF\n', 'hf://Qwen/Qwen3-8B-GGUF'],
    ['Model', '  url: ollama://qwen3:8b\n', 'ollama://qwen3:8b'],
    ['InferenceService', '  predictor:\n    model:\n      storageUri: hf://Qwen/Qwen3-8B\n', 'hf://Qwen/Qwen3-8B'],
  ])('is what its source is: %s %s', async (kind, spec, source) => {
    const seen = await models({ 'k8s/model.yaml': object(kind, 'house-rerank', spec), 'compose.yaml': ask('house-rerank') });
    expect(seen).toContain(`compose.yaml:4 house-rerank alibaba self <- ${source}`);
  });

  it.each([
    ['Deployment', '  source: hf://Qwen/Qwen3-8B\n'],
    ['Model', '  source: hf://meta-llama/Llama-3.1-8B\n'],
  ])('says nothing of others: %s %s', async (kind, spec) => {
    const seen = await models({ 'k8s/model.yaml': object(kind, 'house-rerank', spec), 'compose.yaml': ask('house-rerank') });
    expect(seen.filter((line) => line.startsWith('compose.yaml'))).toEqual([]);
  });

  it('of LiteLLM is an alias for what answers at its address', async () => {
    const spec = '  modelName: house-chat\n  params:\n    model: openai/kimi-k2.6\n    apiBase: https://opencode.ai/zen/v1\n';
    expect(await models({ 'm.yaml': object('LiteLLMModel', 'any', spec), 'compose.yaml': ask('house-chat') })).toEqual([
      'compose.yaml:4 house-chat moonshot opencode <- openai/kimi-k2.6',
      'm.yaml:8 openai/kimi-k2.6 moonshot opencode',
    ]);
  });
});

describe('what a gateway asks if the first one fails', () => {
  const proxy = (kind: string, section: string) =>
    object(kind, 'gw', `  ${section}:\n    fallbacks:\n      - house-chat: ["moonshotai/kimi-k2.6"]\n`);
  it('stands in the object of LiteLLM’s operator', async () => {
    const seen = await models({ 'p.yaml': proxy('LiteLLMProxy', 'routerSettings') });
    expect(seen).toEqual(['p.yaml:8 moonshotai/kimi-k2.6 moonshot unknown <- moonshotai/kimi-k2.6']);
  });

  it('is no such thing under another key', async () => {
    const seen = await models({ 'p.yaml': proxy('Deployment', 'otherSettings') });
    expect(seen.filter((line) => line.includes('<-'))).toEqual([]);
  });
});

describe('an entry of llama-swap', () => {
  const run = (model: string) =>
    `models:\n  "fast.qwen-any":\n    cmd: |\n      docker run --rm -p 1:8000\n      vllm/vllm-openai:v0.25.1\n      --model ${model}\ngroups:\n  a:\n    members: ["fast.qwen-any"]\n`;

  it('is what its command loads', async () => {
    expect(await models({ 'config.yaml': run('Qwen/Qwen3-8B') })).toEqual([
      'config.yaml:2 fast.qwen-any alibaba self <- Qwen/Qwen3-8B',
      'config.yaml:6 Qwen/Qwen3-8B alibaba self',
      'config.yaml:9 fast.qwen-any alibaba self <- Qwen/Qwen3-8B',
    ]);
  });
});

describe('a directory within a container', () => {
  const serve = (mount: string, path: string, served = 'chat') =>
    `MODEL_DIR=/srv/models/Qwen3-8B\ndocker run -v ${mount} lmsysorg/sglang python3 -m sglang.launch_server --model-path ${path} --served-model-name ${served}\n`;

  it('is what is mounted there, also by a variable', async () => {
    expect(await models({ 'run.sh': serve('"$MODEL_DIR":/model:ro', '/model') })).toEqual([
      'run.sh:1 /srv/models/Qwen3-8B alibaba self',
      'run.sh:2 /model alibaba self <- env:MODEL_DIR <- /srv/models/Qwen3-8B',
    ]);
  });

  it('is told by the name that is served, if by nothing else', async () => {
    const told = await models({ 'run.sh': 'vllm serve /data --served-model-name qwen3-8b\n' });
    expect(told).toEqual(['run.sh:1 qwen3-8b alibaba unknown']);
    expect(await models({ 'run.sh': 'vllm serve Qwen/Qwen3-8B --served-model-name qwen3-chat\n' })).toEqual([
      'run.sh:1 Qwen/Qwen3-8B alibaba self',
    ]);
    expect(await models({ 'values.yaml': 'extraArgs:\n  - --served-model-name=Qwen/Qwen3-8B\n' })).toEqual([
      'values.yaml:2 Qwen/Qwen3-8B alibaba self',
    ]);
  });

  it('is nothing where something else is mounted', async () => {
    expect((await models({ 'run.sh': serve('"$OTHER":/model:ro', '/model') })).filter((line) => line.startsWith('run.sh:2'))).toEqual([]);
  });

  it('is found through a default that is another variable', async () => {
    const text = 'REPO=${REPO:-Qwen/Qwen3-8B}\nMODEL=${MODEL:-$REPO}\nvllm serve "$MODEL"\n';
    expect((await models({ 'run.sh': text })).filter((line) => line.startsWith('run.sh:3'))).toEqual([
      'run.sh:3 $MODEL alibaba self <- env:MODEL <- env:REPO <- Qwen/Qwen3-8B',
    ]);
  });
});
