import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

const loading = (path: string, text: string) =>
  read(path, text).flatMap((one) => (one.kind === 'model' ? [{ device: one.device, local: one.local, revision: one.revision }] : []));

describe('how weights are loaded', () => {
  it.each([
    ['a device', 'm = AutoModel.from_pretrained("Qwen/Qwen3-8B", device_map="auto")', { device: 'auto', local: false }],
    ['a numbered device', 'm = SentenceTransformer("Qwen/Qwen3-8B", device="cuda:0")', { device: 'cuda:0', local: false }],
    ['a device that a constant holds', 'D = "cpu"\nm = LLM(model="Qwen/Qwen3-8B", device=D)', { device: 'cpu', local: false }],
    ['a path', 'm = AutoModel.from_pretrained("/data/models/Qwen3-8B")', { device: null, local: true }],
    ['a path from here', 'm = LLM(model="./models/Qwen3-8B")', { device: null, local: true }],
    ['a cache and nothing else', 'm = AutoModel.from_pretrained("Qwen/Qwen3-8B", local_files_only=True)', { device: null, local: true }],
    ['nothing', 'm = AutoModel.from_pretrained("Qwen/Qwen3-8B", local_files_only=False)', { device: null, local: false }],
    ['a computed device', 'm = AutoModel.from_pretrained("Qwen/Qwen3-8B", device=pick())', { device: null, local: false }],
    ['a sentence', 'm = f(model="Qwen/Qwen3-8B", device="the one of the user")', { device: null, local: false }],
  ])('from %s', (_, text, expected) => {
    expect(loading('a.py', text)).toMatchObject([expected]);
  });

  it('is told with a revision, and of a constant from the call that takes it', () => {
    const text = 'NAME = "Qwen/Qwen3-8B"\nm = AutoModel.from_pretrained(NAME, revision="abc", device_map="cuda")';
    expect(loading('a.py', text)[0]).toEqual({ device: 'cuda', local: false, revision: 'abc' });
  });
});
