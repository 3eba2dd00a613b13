// Names that people give, names of values elsewhere, and whom a variable's name asks.
import { describe, expect, it } from 'vitest';
import { isNamedAfter, worthOf } from '../../../src/walkers/config/names.ts';
import { namingOf } from '../../../src/walkers/config/naming.ts';
import { moduleDirectory } from '../../../src/walkers/config/naming-infrastructure.ts';
import { isOutput } from '../../../src/walkers/config/roles.ts';
import { NO_SCOPE, providerFor } from '../../../src/walkers/config/scope.ts';
import { withoutSuffix } from '../../../src/walkers/config/suffix.ts';

describe('a name', () => {
  it('is worth what its key leaves to it', () => {
    expect(worthOf('qwen3-8b', 'run_name', [])).toBe('none');
    expect(worthOf('qwen3-8b', 'branch', [])).toBe('none');
    expect(worthOf('pt2_qwen_env', 'VENV_NAME', [])).toBe('none');
    expect(worthOf('qwen3', 'conda_env', [])).toBe('none');
    expect(worthOf('qwen3-8b', 'invented', [])).toBe('name');
    expect(worthOf('qwen', 'title', [])).toBe('none');
    expect(worthOf('qwen3-8b', 'title', [])).toBe('hint');
    expect(worthOf('qwen3', 'chat_template', [])).toBe('hint');
    expect(worthOf('qwen3-8b', 'x', ['metadata', 'x'])).toBe('hint');
    expect(worthOf('qwen3-8b', 'engine', [])).toBe('name');
  });

  it.each([
    ['secretName', ['ingress', 'tls', 'secretName']],
    ['RoleName', ['Resources', 'R', 'Properties', 'RoleName']],
    ['name', ['resource', 'aws_iam_role', 'r', 'name']],
    ['tags', ['resource', 'aws_instance', 'i', 'tags', 'Name']],
    ['Name', ['Resources', 'I', 'Properties', 'Tags', 'Name']],
    ['app', ['spec', 'selector', 'matchLabels', 'app']],
    ['app', ['spec', 'selector', 'app']],
  ])('of an object of a cloud or cluster is worth nothing: %s', (key, route) => expect(worthOf('deepseek-r1', key, route)).toBe('none'));

  it.each([
    ['name', ['resource', 'ollama_model', 'm', 'name']],
    ['name', ['resource', 'azurerm_cognitive_deployment', 'd', 'name']],
    ['name', ['models', '[0]', 'name']],
    ['serviceName', ['serviceName']],
  ])('of what serves models is worth something: %s %j', (key, route) => expect(worthOf('deepseek-r1', key, route)).not.toBe('none'));

  it('is given after a model that shares a word with it, unless it is a word of all', () => {
    expect(isNamedAfter('qwen3-server', ['Qwen/Qwen3-8B'])).toBe(true);
    expect(isNamedAfter('kimi-config', ['kimi-k2.6'])).toBe(true);
    expect(isNamedAfter('qwen-chat', ['deepseek-chat'])).toBe(false);
    expect(isNamedAfter('qwen-chat', [])).toBe(false);
  });
});

describe('what is written', () => {
  it.each([
    'output_dir',
    'hub_model_id',
    'run_name',
    'wandb_project',
    'output_dataset_name',
    'work-dir',
    'result_json_path',
    'dataset_name',
    'datasets',
    'eval_dataset',
  ])('under %s is no model that is used', (key) => expect(isOutput(key)).toBe(true));
  it.each(['model', 'model_dir', 'base_model', 'output', 'database', 'run', 'data', 'teacher_model'])('under %s may be one', (key) =>
    expect(isOutput(key)).toBe(false),
  );
});

describe('a value', () => {
  it('has the names that the language of its file gives it', () => {
    expect(namingOf('infra/main.tf').binds(['variable', 'model', 'default'])).toEqual(['symbol:infra#var.model']);
    expect(namingOf('infra/main.tf').binds(['locals', 'ids', 'fast'])).toEqual([
      'symbol:infra#local.ids.fast',
      'symbol:infra#local.ids.each',
    ]);
    expect(namingOf('infra/env/prod.tfvars').binds(['model'])).toEqual([
      'symbol:infra/env#var.model',
      'symbol:infra#var.model',
      'symbol:.#var.model',
    ]);
    expect(namingOf('chart/values-prod.yaml').binds(['model', 'name'])).toEqual(['symbol:chart#.Values.model.name']);
    expect(namingOf('chart/templates/a/b.yaml').refers('.Values.model.name')).toBe('symbol:chart#.Values.model.name');
    expect(namingOf('src/application-dev.yml').binds(['app', 'llm'])).toEqual(['env:app.llm']);
    expect(namingOf('template.yaml').binds(['Parameters', 'Model', 'Default'])).toEqual(['Model', 'env:Model']);
    expect(namingOf('Makefile').binds(['model'])).toEqual(['env:model']);
  });

  it('has none in a list, a resource or another language', () => {
    expect(namingOf('main.tf').binds(['resource', 'a', 'b', 'model'])).toEqual([]);
    expect(namingOf('values.yaml').binds(['models', '[0]'])).toEqual([]);
    expect(namingOf('main.tf').refers('aws_model.a.id')).toBeNull();
    expect(namingOf('app.toml').binds(['model'])).toEqual([]);
  });

  it('of a module belongs to the directory that its source names', () => {
    expect(moduleDirectory('infra/main.tf', './modules/llm')).toBe('infra/modules/llm');
    expect(moduleDirectory('infra/env/main.tf', '../../shared')).toBe('shared');
    expect(moduleDirectory('main.tf', 'terraform-aws-modules/eks/aws')).toBeNull();
  });
});

describe('the name of a variable', () => {
  const asked = (key: string, name: string, endpoint: string | null = null) => providerFor(NO_SCOPE, key, { endpoint, name });
  it('says who is asked', () => {
    expect([asked('GROQ_MODEL', 'qwen3-32b'), asked('OPENROUTER_MODELS', 'qwen/qwen3-coder:free'), asked('OLLAMA_MODEL', 'qwen3')]).toEqual(
      ['groq', 'openrouter', 'ollama'],
    );
  });
  it('says nothing beside an address, of weights, or if it names a protocol', () => {
    expect(asked('GROQ_MODEL', 'qwen3-32b', 'https://a.example')).toBeNull();
    expect([asked('QWEN_MODEL', 'Qwen/Qwen3-8B'), asked('QWEN_MODEL', 'qwen3:8b')]).toEqual([null, null]);
    expect([asked('OPENAI_MODEL', 'x-1'), asked('ANTHROPIC_MODEL', 'x-1'), asked('MODEL', 'x-1'), asked('model', 'x-1')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

it('a template is called after what it becomes', () => {
  expect(['a/config.yaml.tpl', 'values.yaml.gotmpl', '.env.example', 'x.toml.j2'].map(withoutSuffix)).toEqual([
    'a/config.yaml',
    'values.yaml',
    '.env',
    'x.toml',
  ]);
  expect(withoutSuffix('example.yaml')).toBe('example.yaml');
});
