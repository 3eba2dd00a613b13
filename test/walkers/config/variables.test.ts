// What commands set where a program will run, and items of arrays.
import { describe, expect, it } from 'vitest';
import { scanFiles } from '../../project.ts';

const seen = async (text: string) => {
  const { inventory } = await scanFiles({ 'deploy.sh': text });
  return inventory.flatMap(({ reference }) => (reference.kind === 'model' || reference.kind === 'credential' ? [reference.name] : []));
};

describe('variables that a command sets', () => {
  it.each([
    'gh secret set DEEPSEEK_API_KEY --body "$KEY"',
    'vercel env add DEEPSEEK_API_KEY production',
    'wrangler secret put DEEPSEEK_API_KEY',
    'fly secrets set DEEPSEEK_API_KEY=abc',
    'heroku config:set DEEPSEEK_API_KEY=abc',
    'aws ssm put-parameter --name /app/prod/DEEPSEEK_API_KEY --value "$KEY" --type SecureString',
    'az webapp config appsettings set --name app --settings DEEPSEEK_API_KEY=abc',
    'modal secret create llm DEEPSEEK_API_KEY=abc',
  ])('tells the key of %s', async (text) => {
    expect(await seen(text)).toEqual(['DEEPSEEK_API_KEY']);
  });

  it.each([
    ['gh variable set MODEL --body deepseek-chat', ['deepseek-chat']],
    ['eas env:create --name EXPO_PUBLIC_LLM_PROVIDER --value deepseek', ['deepseek']],
    ['eas env:create --value=qwen-max --name=LLM_MODEL', ['qwen-max']],
    ['create_or_update_secret "EXPO_PUBLIC_AI_PROVIDER" "deepseek" "Primary"', ['deepseek']],
    ['set_env LLM_MODEL qwen-max', ['qwen-max']],
    ['fly secrets set DEEPSEEK_API_KEY=abc LLM_MODEL=deepseek-chat', ['DEEPSEEK_API_KEY', 'deepseek-chat']],
  ])('tells what is set by %s', async (text, expected) => {
    expect((await seen(text)).toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    'git config set user.name deepseek',
    'gh secret list DEEPSEEK_API_KEY',
    'check_env AI_PROVIDER deepseek',
    'kubectl create namespace deepseek',
    'gh secret set GITHUB_PAT --body deepseek',
  ])('tells nothing of %s', async (text) => {
    expect(await seen(text)).toEqual([]);
  });

  it('holds nothing of the value', async () => {
    const report = await scanFiles({ 'deploy.sh': 'fly secrets set DEEPSEEK_API_KEY=sk-0123456789abcdef0123456789abcdef\n' });
    expect(JSON.stringify(report)).not.toContain('0123456789abcdef');
  });
});

describe('items of an array', () => {
  it.each([
    ['M=(\n  "Qwen/Qwen2.5-7B 7 bf16"\n  "meta-llama/Llama-3-8B 8"\n)\n', ['Qwen/Qwen2.5-7B']],
    ['M=("meta-llama/Llama-3-8B 8" "Qwen/Qwen2.5-7B|7")\n', ['Qwen/Qwen2.5-7B']],
    ['declare -A M=( [a]="Qwen/Qwen2.5-7B" [b]=deepseek-ai/DeepSeek-V3 )\n', ['Qwen/Qwen2.5-7B', 'deepseek-ai/DeepSeek-V3']],
    ['for m in "Qwen/Qwen2.5-7B 7"; do run $m; done\n', ['Qwen/Qwen2.5-7B']],
  ])('are read: %j', async (text, expected) => {
    expect(await seen(text)).toEqual(expected);
  });

  it.each(['echo "Qwen/Qwen2.5-7B 3 times"\n', 'M=(\n  "Qwen/Qwen2.5-7B is loaded"\n)\n', "M=(\n  'src/qwen2/main.py 7'\n)\n"])(
    'are not %j',
    async (text) => {
      expect(await seen(text)).toEqual([]);
    },
  );
});

describe('what a script takes where it is given nothing', () => {
  it.each(['MODEL_PATH=${1:-"Qwen/Qwen2.5-7B"}', 'MODEL=${2:-Qwen/Qwen2.5-7B}', 'MODEL="${1-Qwen/Qwen2.5-7B}"'])(
    'is read: %s',
    async (text) => {
      expect(await seen(`${text}\n`)).toEqual(['Qwen/Qwen2.5-7B']);
    },
  );

  it.each(['MODEL=${1:?qwen3-8b or another}', 'OUTPUT_DIR=${1:-qwen3-8b}', 'MODEL=$1 # qwen3'])('is not: %s', async (text) => {
    expect(await seen(`${text}\n`)).toEqual([]);
  });
});

describe('an option that takes a model', () => {
  it.each(['python serve.py --model /data/qwen-sft', 'torchrun train.py --model_name_or_path ./qwen-sft'])(
    'says so in %s',
    async (text) => {
      expect(await seen(text)).toHaveLength(1);
    },
  );

  it.each(['python serve.py --output /data/qwen-sft', 'python qwen-sft.py --name qwen-sft'])('has a near miss: %s', async (text) => {
    expect(await seen(text)).toEqual([]);
  });
});
