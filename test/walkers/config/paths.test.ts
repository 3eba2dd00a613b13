// Directories of weights under keys that say nothing of models.
import { describe, expect, it } from 'vitest';
import { scanFiles } from '../../project.ts';

const names = async (key: string, value: string) => {
  const { inventory } = await scanFiles({ 'deploy/app.yaml': `env:\n  - name: ${key}\n    value: ${value}\n` });
  return inventory.flatMap(({ reference }) => (reference.kind === 'model' ? [reference.name] : []));
};

describe('a path under a key that says nothing', () => {
  it.each([
    ['NEURON_COMPILED_ARTIFACTS', '/root/.cache/neuron/deepseek-ai/DeepSeek-R1-Distill-Llama-8B-int8'],
    ['SERVED_FROM', '/data/models/qwen2.5-7b-instruct'],
  ])('is told if it is one of weights: %s', async (key, value) => {
    expect(await names(key, value)).toEqual([value]);
  });

  it.each([
    ['LOG_DIR', '/var/log/models/Qwen2.5-7B-Instruct'],
    ['EXPERIMENT', '/data/outputs/Qwen2.5-7B-sft'],
    ['SCRIPT', '/opt/models/qwen-3.py'],
    ['ROUTE', '/api/qwen3-chat/stream'],
    ['WWW_ROOT', '/srv/kimi-7b/public'],
  ])('is none for %s', async (key, value) => {
    expect(await names(key, value)).toEqual([]);
  });
});

describe('a file by its name', () => {
  const kinds = async (path: string, text: string) => {
    const { inventory } = await scanFiles({ [path]: text });
    return inventory.map(({ reference }) => `${reference.kind} ${reference.evidence.region?.startLine}`);
  };

  it.each(['terraform.tfstate', 'deploy/prod.tfstate.backup'])('is a state of Terraform: %s', async (path) => {
    const state = { resources: [{ instances: [{ attributes: { environment: { HF_MODEL_ID: 'Qwen/Qwen3-8B' } } }] }] };
    expect(await kinds(path, JSON.stringify(state))).toEqual(['model 1']);
  });

  it.each(['env.example', 'env_sample', '.env.example', 'docker/env.template', 'env.RTX4070', 'env.prod'])(
    'is one of variables, with those taken out: %s',
    async (path) => {
      expect(await kinds(path, '# KIMI_API_KEY=your_key\nDEEPSEEK_API_KEY=\n')).toEqual(['credential 1', 'credential 2']);
    },
  );

  it.each(['notes.tfstates', 'environment', 'env.rst2'])('is none of them: %s', async (path) => {
    expect(await kinds(path, '# KIMI_API_KEY=your_key\n')).toEqual([]);
  });
});

describe('a folder of a hub’s cache', () => {
  const told = async (argument: string) => {
    const { inventory } = await scanFiles({
      'pod.yaml': `containers:\n  - command: ["acme", "serve"]\n    args:\n      - '${argument}'\n`,
    });
    return inventory.flatMap(({ reference }) => (reference.kind === 'model' ? [reference.name] : []));
  };

  it('is told within the JSON of an argument', async () => {
    const path = '/root/hub/models--Qwen--Qwen3-8B/snapshots/b968826d';
    expect(await told(`--override={"quantized": true, "checkpoints_path": "${path}"}`)).toEqual([path]);
  });

  it('is none without an owner', async () => {
    expect(await told('--override={"a": true, "checkpoints_path": "/root/hub/models--qwen/x"}')).toEqual([]);
  });
});
