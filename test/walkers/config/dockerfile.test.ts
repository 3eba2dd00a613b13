// Weights that a Dockerfile puts into an image.
import { describe, expect, it } from 'vitest';
import { scanFiles } from '../../project.ts';

const names = async (...lines: readonly string[]) => {
  const { inventory } = await scanFiles({ Dockerfile: `FROM scratch\n${lines.join('\n')}\n` });
  return inventory.flatMap(({ reference, identity }) =>
    reference.kind === 'model' ? [`${reference.evidence.region?.startLine} ${reference.name} ${identity.families.join()}`] : [],
  );
};

describe('weights that an image is given', () => {
  it.each([
    [
      'COPY ./hub/models--deepseek-ai--DeepSeek-R1-Distill-Llama-8B /cache/a',
      '2 ./hub/models--deepseek-ai--DeepSeek-R1-Distill-Llama-8B deepseek',
    ],
    ['COPY ./neuron/Qwen/Qwen3-4B-Thinking-2507 /root/neuron/', '2 ./neuron/Qwen/Qwen3-4B-Thinking-2507 qwen'],
    ['COPY --chown=app:app models/Qwen2.5-7B-Instruct /models/', '2 models/Qwen2.5-7B-Instruct qwen'],
    ['ADD qwen2.5-7b-instruct-q4_k_m.gguf /models/a.gguf', '2 qwen2.5-7b-instruct-q4_k_m.gguf qwen'],
  ])('are told: %s', async (line, expected) => {
    expect(await names(line)).toEqual([expected]);
  });

  it('are told where they are served by the path within', async () => {
    expect(await names('COPY models/Qwen2.5-7B-Instruct /opt/llm', 'CMD ["vllm", "serve", "/opt/llm"]')).toContain('3 /opt/llm qwen');
  });

  it('are told by the address that they come from', async () => {
    const { inventory } = await scanFiles({ Dockerfile: 'FROM scratch\nADD https://api.deepseek.com/x /x\n' });
    expect(inventory.map(({ reference }) => reference.kind)).toEqual(['endpoint']);
  });

  it.each([
    'COPY qwen_service /app/qwen',
    'COPY src/kimi-2/index.js /app/',
    'COPY --from=build /app/qwen3-demo /app/',
    'COPY docs/deepseek-r1.md scripts/qwen3.sh ./',
    'COPY . /apps/minimax-m2',
  ])('are none: %s', async (line) => {
    expect(await names(line)).toEqual([]);
  });
});
