import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

/** The line, name, context and call of the places that stand for a model which another place of the file names. */
function uses(path: string, text: string): string[] {
  const places = new Set(
    read(path, text).flatMap((one) => (one.kind === 'edge' && /#\(.+\)$/.test(one.from) ? [JSON.stringify(one.evidence.region)] : [])),
  );
  return read(path, text).flatMap((one) => {
    if (one.kind !== 'model' || !places.has(JSON.stringify(one.evidence.region))) return [];
    return [[one.evidence.region?.startLine, one.name, one.evidence.context, one.call].filter(Boolean).join(' ')];
  });
}

describe('a constant at its use in its own file', () => {
  it.each([
    ['a.py', 'MODEL = "qwen-plus"\ncreate(model=MODEL)', ['2 MODEL argument create']],
    ['a.py', 'CHAT_MODEL = "qwen-plus"\nagent = make(CHAT_MODEL)', ['2 CHAT_MODEL argument make']],
    ['a.py', 'MODEL = "qwen-plus"\ndef ask(q, model=MODEL):\n    pass', ['2 MODEL default']],
    ['a.py', 'MODEL = "qwen-plus"\nnames = [MODEL, OTHER]', ['2 MODEL entry']],
    ['a.py', 'name = "Qwen/Qwen3-8B"\nm = AutoModel.from_pretrained(name)', ['2 name argument AutoModel.from_pretrained']],
    ['a.py', 'class A:\n    model = "qwen-plus"\n    def f(self):\n        create(model=self.model)', ['4 model argument create']],
    ['a.rb', 'class Chat\n  MODEL = "qwen-plus"\nend\ncreate(model: Chat::MODEL)', ['4 MODEL argument create']],
    ['a.php', "<?php\nclass A { const MODEL = 'qwen-plus';\n function f() { create(self::MODEL); } }", ['3 MODEL argument create']],
    ['a.ts', "const MODEL = 'qwen-plus';\nstreamText({ model: provider(MODEL) });", ['2 MODEL argument provider']],
    ['a.ts', "const CHAT = 'qwen-plus';\nexport const f = () => ask(CHAT);", ['2 CHAT argument ask']],
    ['A.java', 'class A { static final String MODEL = "qwen-plus";\n void f() { b.model(MODEL).build(); } }', ['2 MODEL argument b.model']],
    ['a.go', 'const chatModel = "qwen-plus"\nvar r = Request{\n\tModel: chatModel,\n}', ['3 chatModel entry']],
  ])('is told: %s %s', (path, text, expected) => {
    expect(uses(path, text)).toEqual(expected);
  });

  it.each([
    ['a parameter of its name', 'a.py', 'model = "qwen-plus"\ndef ask(model):\n    create(model=model)'],
    ['a variable of a loop', 'a.py', 'model = "qwen-plus"\nfor model in models:\n    create(model=model)'],
    ['a second value', 'a.py', 'model = "qwen-plus"\nif x:\n    model = pick()\ncreate(model=model)'],
    ['two models', 'a.py', 'MODEL = "qwen-plus"\nMODEL = "deepseek-chat"\ncreate(model=MODEL)'],
    ['an arrow function', 'a.ts', "let model = 'qwen-plus';\nconst f = (model: string) => create({ model });\ncreate({ model: model });"],
    ['a short arrow function', 'a.ts', "let model = 'qwen-plus';\nconst f = model => create({ model: model });"],
    ['what is taken apart', 'a.ts', "let model = 'qwen-plus';\nconst f = ({ model, q }) => create({ model: model });"],
    ['a typed parameter', 'A.java', 'class A { String model = "qwen-plus";\n void f(String q, String model) { b.model(model).build(); } }'],
    ['a log', 'a.py', 'MODEL = "qwen-plus"\nprint(MODEL)'],
    ['a comparison', 'a.ts', "const MODEL = 'qwen-plus';\nif (name === MODEL) go();"],
    ['a list of exports', 'a.ts', "const MODEL = 'qwen-plus';\nexport { MODEL };"],
    ['a text', 'a.py', 'MODEL = "qwen-plus"\nx = "MODEL"'],
    ['a property of something else', 'a.py', 'MODEL = "qwen-plus"\ncreate(other.MODEL)'],
    ['what is added to', 'a.py', 'MODEL = "qwen-plus"\nMODEL += "-x"\ncreate(model=MODEL)'],
    ['a value of several', 'a.py', 'MODEL = "qwen-plus"\nMODEL, other = pick()\ncreate(model=MODEL)'],
    [
      'an attribute that another class is given',
      'a.py',
      'class A:\n    model = "qwen-plus"\nclass B:\n    def f(self, name):\n        self.model = name\n        create(model=self.model)',
    ],
    ['a constant of another class', 'a.rb', 'MODEL = "qwen-plus"\ncreate(model: Other::MODEL)'],
    ['a parameter in capitals', 'A.java', 'class A { static final String MODEL = "qwen-plus";\n void f(String MODEL) {} }'],
    ['another name', 'a.py', 'MODEL = "qwen-plus"\ncreate(MODEL_NAME, MY_MODEL)'],
  ])('is not, at %s', (_, path, text) => {
    expect(uses(path, text)).toEqual([]);
  });
});
