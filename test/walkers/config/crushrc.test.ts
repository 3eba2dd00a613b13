// crush's script of settings: a provider with an address of its own answers for every model behind its name.
import { describe, expect, it } from 'vitest';
import { scanFiles } from '../../project.ts';

async function modelsIn(path: string, text: string): Promise<readonly string[]> {
  const { inventory } = await scanFiles({ [path]: text });
  return inventory.flatMap(({ reference, identity }) => {
    if (reference.kind !== 'model') return [];
    const { region, route } = reference.evidence;
    return [`${region?.startLine}:${region?.startColumn} ${reference.name} ${identity.operator?.id ?? '-'} ${route.join('.')}`];
  });
}

describe('crushrc', () => {
  it('lets the address of a provider answer for its models', async () => {
    const text = `AGW=\${AGW:-https://api.deepseek.com}
provider add mine \\
  --type openai-compat \\
  --base-url "\${AGW}/v1"
model add mine/deepseek-chat --name "V3"
model large mine/qwen3-coder-plus
`;
    expect(await modelsIn('.crushrc', text)).toEqual([
      '5:16 deepseek-chat deepseek model.add',
      '6:18 qwen3-coder-plus deepseek model.large',
    ]);
  });

  it('asks a provider that is known where none is added', async () => {
    expect(await modelsIn('crushrc', 'model small deepseek/deepseek-chat\nmodel large openrouter/qwen/qwen3-coder\n')).toEqual([
      '1:22 deepseek-chat deepseek model.small',
      '2:24 qwen/qwen3-coder - model.large',
    ]);
  });

  it('does not take an address that the script does not know', async () => {
    const text = 'provider add mine --base-url "$UNKNOWN/v1"\nmodel large mine/qwen3-32b\n';
    expect(await modelsIn('crushrc', text)).toEqual(['2:18 qwen3-32b - model.large']);
  });

  it('is no other script, and no other command', async () => {
    expect(await modelsIn('setup.sh', 'model large deepseek/deepseek-chat\n')).toEqual([]);
    expect(await modelsIn('crushrc', 'model remove deepseek/deepseek-chat\noption context-path qwen/Home.md\n')).toEqual([]);
  });
});
