// A class of an architecture that loads what is not written: a hint, told once, where nothing says more.
import { describe, expect, it } from 'vitest';
import { scanFiles } from '../../project.ts';
import { read } from './read.ts';

const classes = (text: string) => read('a.py', text).flatMap((one) => (one.kind === 'artefact' ? one.architectures : []));

describe('a class that loads weights', () => {
  it.each([
    'm = Qwen2VLForConditionalGeneration.from_pretrained(args.path, torch_dtype="auto")',
    'm = Qwen2ForCausalLM.from_pretrained(model_path)',
    'm = Qwen2Model.from_pretrained(\n    self.config["path"],\n)',
    'm = Qwen2Model.from_pretrained(pretrained_model_name_or_path=args.path)\nn = Qwen2Model.from_pretrained(args.path)',
  ])('is told: %s', (text) => {
    expect(classes(text)).toHaveLength(1);
  });

  it.each([
    ['the model is written', 'm = Qwen2Model.from_pretrained("Qwen/Qwen2-7B")'],
    ['a constant is the model', 'PATH = "Qwen/Qwen2-7B"\nm = Qwen2Model.from_pretrained(PATH)'],
    ['a constant is a part of it', 'm = Qwen2Model.from_pretrained(os.path.join(ROOT, "Qwen2-7B"))'],
    ['a tokenizer is loaded', 't = Qwen2Tokenizer.from_pretrained(path)'],
    ['nothing is loaded', 'm = Qwen2Model(config)'],
    ['it is defined', 'class Qwen2Model(PreTrainedModel):\n    pass'],
  ])('is silent where %s', (_, text) => {
    expect(classes(text)).toEqual([]);
  });

  it('is an architecture, not weights', async () => {
    const { findings } = await scanFiles({ 'a.py': 'm = Qwen2ForCausalLM.from_pretrained(args.path)\n' });
    expect(findings.map(({ rule, subject }) => [rule, subject.identity.exposure])).toEqual([['alibaba-architecture', 'artefact']]);
  });
});
