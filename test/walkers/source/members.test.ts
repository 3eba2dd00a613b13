// Members of enumerations where a model is asked for: what the tree defines is what its definition says, what a library brings
// is what its name spells.
import { describe, expect, it } from 'vitest';
import { scanFiles } from '../../project.ts';
import { brief } from './read.ts';

const models = (path: string, text: string) => brief(path, text).filter((line) => line.startsWith('model'));

describe('a member of an enumeration', () => {
  it.each([
    ['a.py', 'from sdk import ModelType\nf(model=ModelType.QWEN_MAX)', 'model qwen-max argument model'],
    ['a.java', 'class A { void f() { r.setModel(Models.QWEN_MAX.getValue()); } }', 'model qwen-max argument model'],
    ['a.kt', 'val c = Config(model = sdk.Models.QWEN_MAX)', 'model qwen-max argument model'],
    ['a.swift', 'let m = MLXVLM.VLMRegistry.qwen2VL2BInstruct4Bit', 'model qwen2-vl2-b-instruct4-bit assignment m'],
    ['a.go', 'package a\n\nimport "x.dev/dashscopego/qwen"\n\nfunc f() string { return qwen.QwenMax }', 'model qwen-max value model'],
    [
      'a.go',
      'package a\n\nimport gods "x.dev/y"\nimport deepseek "x.dev/z"\n\nvar m = deepseek.DeepSeekChat',
      'model deep-seek-chat assignment m',
    ],
  ])('is one model in %s: %s', (path, text, expected) => {
    expect(models(path, text)).toEqual([expected]);
  });

  it.each([
    ['a number of the file', 'a.py', 'class ModelType(Enum):\n    QWEN_MAX = 0x10\nMODEL_TYPE = ModelType.QWEN_MAX'],
    ['one that counts itself', 'a.py', 'class ModelType(Enum):\n    QWEN_MAX = auto()\nMODEL_TYPE = ModelType.QWEN_MAX'],
    [
      'a type of a package',
      'a.go',
      'package a\n\nimport "x.dev/qwen"\n\nfunc f(c *qwen.QwenChat) { g(qwen.QwenRole, qwen.QwenChat{}, []qwen.QwenMax{}) }',
    ],
    ['of a package that is not imported', 'a.go', 'package a\n\nfunc f(qwen T) string { return qwen.QwenMax }'],
    ['one of C, which are numbers', 'a.cpp', 'Chat(config, ModelType::QWEN_MAX);'],
  ])('is none where it is %s', (_, path, text) => {
    expect(models(path, text)).toEqual([]);
  });

  const use = 'import { ModelId } from "./ids";\nchat({ model: ModelId.QWEN_BIG });\n';

  it('stands for what the tree gives it', async () => {
    const { inventory } = await scanFiles({ 'ids.ts': 'export enum ModelId {\n  QWEN_BIG = "deepseek-chat",\n}\n', 'a.ts': use });
    const [subject] = inventory.filter(({ reference }) => reference.evidence.path === 'a.ts');
    expect(subject?.identity.vendor).toBe('deepseek');
    expect(subject?.lineage.map(({ to }) => to)).toEqual(['symbol:ids.ts#ModelId.QWEN_BIG', 'deepseek-chat']);
  });

  it('stands for what it is called where the tree does not say', async () => {
    const { inventory } = await scanFiles({ 'a.ts': use.replace('./ids', 'some-library').replaceAll('QWEN_BIG', 'QWEN_MAX') });
    expect(inventory.map(({ reference, identity, lineage }) => [reference.kind, identity.vendor, lineage])).toEqual([
      ['model', 'alibaba', []],
    ]);
  });

  it('is found in a class of the same file', async () => {
    const text =
      'class Names(str, Enum):\n    QWEN_BIG = "deepseek-chat"\n\nclass ModelName:\n    QWEN_TOP = "qwen-max"\n\nf(model=ModelName.QWEN_TOP)\n';
    const { inventory } = await scanFiles({ 'a.py': text });
    expect(inventory.map(({ reference }) => reference.evidence.region?.startLine)).toEqual([2, 5, 7]);
  });
});
