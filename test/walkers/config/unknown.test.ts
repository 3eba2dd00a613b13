// A tool gets new keys faster than its walker does: what a walker does not know is read as in any other file, and never dropped.
import { describe, expect, it } from 'vitest';
import { configWalkers } from '../../../src/walkers/config/index.ts';
import { documentOf } from '../battery.ts';

const NEW = { model: 'deepseek-chat', base_url: 'https://api.deepseek.com/v1', api_key: 'env.DEEPSEEK_API_KEY' };
const FILES: readonly (readonly [string, string, unknown])[] = [
  ['litellm', 'litellm.json', { model_list: [], litellm_settings: { next_year: NEW }, unheard_of: NEW }],
  ['rasa', 'endpoints.yml', { model_groups: [{ id: 'main', models: [], unheard_of: NEW }], next_year: NEW }],
  ['compose', 'compose.yaml', { services: { app: { unheard_of: NEW } }, 'x-next-year': NEW }],
  ['agents', '.codex/settings.json', { Router: { next: NEW }, unheard_of: { deeper: [NEW] } }],
  ['agents', 'opencode.json', { provider: { one: { next_year: NEW } }, unheard_of: NEW }],
  ['agents', '.claude/settings.json', { env: {}, next_year: NEW, hooks: { unheard_of: NEW } }],
  ['agent-settings', 'kimi.json', { env: { ANTHROPIC_SMALL_FAST_MODEL: 'x' }, next_year: NEW, hooks: { unheard_of: NEW } }],
  ['training', 'train.yaml', { output_dir: 'out', unheard_of: NEW, reward: { judge: NEW } }],
  ['mergekit', 'merge.yaml', { merge_method: 'slerp', models: [], unheard_of: NEW, next_year: { judge: NEW } }],
  ['mlflow', 'model/MLmodel', { flavors: { next_year: NEW }, unheard_of: NEW }],
  ['wandb-config', 'config.yaml', { _wandb: { value: {} }, next_year: { value: NEW }, unheard_of: NEW }],
  ['dvc', 'dvc.yaml', { stages: { ask: { cmd: 'true', next_year: NEW } }, unheard_of: NEW }],
  ['dify', 'app.yml', { dependencies: [{ value: { plugin_unique_identifier: 'a/b:1' } }], unheard_of: NEW, workflow: { next_year: NEW } }],
  ['adapter-config', 'adapter_config.json', { base_model_name_or_path: 'acme/x', unheard_of: NEW, next_year: [NEW] }],
  ['spring', 'application.yml', { spring: { ai: { next_year: NEW } }, unheard_of: NEW }],
];

describe('a key that the walker does not know', () => {
  it.each(FILES)('is read in a file of %s (%s)', (name, path, tree) => {
    const text = JSON.stringify(tree, null, 2);
    const walker = configWalkers.find(
      ({ files, signals }) => files.test(path) && (signals?.some((signal) => text.includes(signal)) ?? true),
    );
    expect(walker?.name).toBe(name);
    const seen = [...(walker?.read(documentOf(path, text)) ?? [])];
    const models = seen.filter((one) => one.kind === 'model' && one.name === 'deepseek-chat');
    expect(models.map((one) => one.kind === 'model' && one.endpoint)).toEqual([NEW.base_url, NEW.base_url]);
    expect(seen.filter((one) => one.kind === 'endpoint')).toHaveLength(2);
    expect(seen.filter((one) => one.kind === 'credential').length).toBeGreaterThan(0);
    expect(seen.filter((one) => one.kind === 'notice')).toEqual([]);
  });
});
