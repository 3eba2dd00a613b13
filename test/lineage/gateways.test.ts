// Who uses an alias knows the gateway's address; what stands beside the name behind the alias says who answers.
import { describe, expect, it } from 'vitest';
import { scanFiles } from '../project.ts';

const GATEWAY = `
model_list:
  - model_name: house-coder
    litellm_params:
      model: anthropic/kimi-k2.6
      api_base: https://api.moonshot.cn/anthropic
  - model_name: deepseek-chat
    litellm_params:
      model: openai/deepseek-chat
      api_base: https://api.deepseek.com/v1
`;

/** `name operator location <- hop` of the models in a file. */
async function askedIn(path: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  const { inventory } = await scanFiles({ 'litellm.yaml': GATEWAY, ...files });
  return inventory.flatMap(({ reference, identity, lineage }) => {
    if (reference.kind !== 'model' || reference.evidence.path !== path) return [];
    const said = [reference.name, identity.operator?.id ?? identity.gateway?.id ?? identity.operatorKind, identity.location].join(' ');
    return [[said, ...lineage.map(({ to }) => to)].join(' <- ')];
  });
}

const job = (base: string, name: string) =>
  `env:\n  - name: ANTHROPIC_BASE_URL\n    value: ${base}\n  - name: ANTHROPIC_MODEL\n    value: ${name}\n`;

describe('an alias that a gateway of the user’s own passes on', () => {
  it.each(['http://litellm.litellm:4000', 'http://localhost:4000', 'https://llm.acme.test/v1'])('is answered behind %s', async (base) => {
    expect(await askedIn('job.yaml', { 'job.yaml': job(base, 'house-coder') })).toEqual([
      'house-coder moonshot mainland <- anthropic/kimi-k2.6',
    ]);
  });

  it('may be called by the model’s own name', async () => {
    expect(await askedIn('job.yaml', { 'job.yaml': job('http://litellm:4000', 'deepseek-chat') })).toEqual([
      'deepseek-chat deepseek mainland <- openai/deepseek-chat',
    ]);
  });

  it('is somebody else’s model where somebody else is asked', async () => {
    expect(await askedIn('job.yaml', { 'job.yaml': job('https://api.siliconflow.cn/v1', 'deepseek-chat') })).toEqual([
      'deepseek-chat siliconflow-cn mainland',
    ]);
  });
});
