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
    [
      'a.go',
      'const FastModel, BestModel = "qwen-plus", "gpt-4o"\nvar r = ask(Request{Model: FastModel}, Request{Model: BestModel})',
      ['2 FastModel argument ask'],
    ],
    [
      'A.java',
      'class A { static final String FAST = "gpt-4o", BEST = "qwen-plus";\n void f() { b.model(FAST).model(BEST); } }',
      ['2 BEST argument b.model.model'],
    ],
    [
      'a.ts',
      'enum Models { Fast = "gpt-4o", Best = "qwen-plus" }\ncreate({ model: Models.Fast });\ncreate({ model: Models.Best });',
      ['3 Models.Best argument create'],
    ],
    [
      'a.py',
      'class A:\n    model = "qwen-plus"\nclass B(A):\n    def f(self):\n        create(model=self.model)',
      ['5 model argument create'],
    ],
    ['a.py', 'def f():\n    model = "qwen-plus"\n    if x:\n        create(model=model)', ['4 model argument create']],
    [
      'a.kt',
      'class A {\n companion object { const val MODEL = "qwen-plus" }\n fun f() = create(model = MODEL)\n}',
      ['3 MODEL argument create'],
    ],
    [
      'a.swift',
      'struct A { let model = "qwen-plus"; func f() { create(model: self.model) } }\nstruct B { let model: String; func f() { create(model: self.model) } }',
      ['1 model argument create'],
    ],
    [
      'a.py',
      'class A:\n    envs = {"A_MODEL": "qwen-plus"}\n    def f(self):\n        self.model = self.envs["A_MODEL"]\nclass B:\n    envs = {"B_MODEL": "gpt-4o"}',
      ['4 envs["A_MODEL"] assignment'],
    ],
    [
      'a.ts',
      "async function ask(\n  q: string,\n  model: string,\n) {}\nfunction main() {\n  const model = 'qwen-plus';\n  ask('x', model);\n}",
      ['7 model argument ask'],
    ],
    [
      'a.js',
      "class A {\n  constructor() { this.model = 'qwen-plus'; }\n  isValid(model = '') { return model; }\n  f() { create({ model: this.model }); }\n}",
      ['4 model argument create'],
    ],
    [
      'a.rs',
      'impl A {\n  pub const MODEL: &str = "qwen-plus";\n  /// The class of models.\n  pub fn new(key: impl Into<String>) -> Self {\n    Self { model: Self::MODEL }\n  }\n}',
      ['5 MODEL entry'],
    ],
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
    [
      'a parameter in capitals, on a line of its own',
      'a.py',
      'MODEL = "qwen-plus"\ndef ask(\n    q: str,\n    MODEL: str,\n):\n    create(model=MODEL)',
    ],
    ['a variable of a loop, in capitals', 'a.py', 'MODEL = "qwen-plus"\nfor i, MODEL in enumerate(all):\n    create(model=MODEL)'],
    ['a loop in a list', 'a.py', 'MODEL = "qwen-plus"\nx = [create(model=MODEL) for MODEL in all]'],
    ['what a block opens', 'a.py', 'MODEL = "qwen-plus"\nwith pick() as MODEL:\n    create(model=MODEL)'],
    ['an import', 'a.py', 'MODEL = "qwen-plus"\ndef f():\n    from other import GPT as MODEL\n    create(model=MODEL)'],
    ['the second of several', 'a.py', 'MODEL = "qwen-plus"\nother, MODEL = pick()\ncreate(model=MODEL)'],
    ['several in brackets', 'a.py', 'MODEL = "qwen-plus"\n(MODEL, other) = pick()\ncreate(model=MODEL)'],
    ['a value within a condition', 'a.py', 'MODEL = "qwen-plus"\nif (MODEL := pick()):\n    create(model=MODEL)'],
    ['two names at once', 'a.py', 'MODEL = "qwen-plus"\nother = MODEL = pick()\ncreate(model=MODEL)'],
    ['a lambda', 'a.py', 'MODEL = "qwen-plus"\nf = lambda MODEL: create(model=MODEL)'],
    ['a pattern', 'a.py', 'MODEL = "qwen-plus"\nmatch x:\n    case {"m": MODEL}:\n        create(model=MODEL)'],
    [
      'what is taken apart in capitals',
      'a.ts',
      "const MODEL = 'qwen-plus';\nfunction f() { const { MODEL } = load(); create({ model: MODEL }); }",
    ],
    [
      'what is taken apart under another name',
      'a.ts',
      "const MODEL = 'qwen-plus';\nfunction f() { const { other: MODEL } = load(); create({ model: MODEL }); }",
    ],
    [
      'a list that is taken apart',
      'a.ts',
      "const MODEL = 'qwen-plus';\nfunction f() { const [MODEL, set] = useState(); create({ model: MODEL }); }",
    ],
    ['a part of a parameter', 'a.ts', "const MODEL = 'qwen-plus';\nconst f = ({ MODEL = 'gpt-4o' }) => create({ model: MODEL });"],
    ['a loop over a list', 'a.ts', "const MODEL = 'qwen-plus';\nfor (const MODEL of all) create({ model: MODEL });"],
    ['a second value within a block', 'a.ts', "let MODEL = 'qwen-plus';\nexport function set(m) { MODEL = m; }\ncreate({ model: MODEL });"],
    [
      'a property that a constructor declares',
      'a.ts',
      "const MODEL = 'qwen-plus';\nclass A { constructor(private MODEL: string) {} f() { create({ model: this.MODEL }); } }",
    ],
    [
      'a loop of Java',
      'A.java',
      'class A { static final String MODEL = "qwen-plus";\n void f() { for (String MODEL : all) b.model(MODEL).build(); } }',
    ],
    [
      'what is caught',
      'A.java',
      'class A { static final String MODEL = "qwen-plus";\n void f() { try {} catch (Exception MODEL) { b.model(MODEL).build(); } } }',
    ],
    [
      'a function of Java',
      'A.java',
      'class A { static final String MODEL = "qwen-plus";\n void f() { all.forEach(MODEL -> b.model(MODEL).build()); } }',
    ],
    ['a block of Ruby', 'a.rb', 'CHAT = "qwen-plus"\nall.each { |CHAT| create(model: CHAT) }'],
    ['a pair of Kotlin', 'a.kt', 'const val MODEL = "qwen-plus"\nfun f() { val (x, MODEL) = pair; create(model = MODEL) }'],
    [
      'a range of Go',
      'a.go',
      'const ChatModel = "qwen-plus"\nfunc f() { for _, ChatModel := range all { ask(Request{Model: ChatModel}) } }',
    ],
    [
      'a constant of another module',
      'a.rs',
      'const MODEL: &str = "qwen-plus";\nmod other { pub const MODEL: &str = "gpt-4o"; }\nfn f() { ask(Request { model: other::MODEL }); }',
    ],
    ['another class', 'a.py', 'class A:\n    model = "qwen-plus"\nclass B(Base):\n    def f(self):\n        create(model=self.model)'],
    ['a class, of a variable', 'a.py', 'model = "qwen-plus"\nclass A:\n    def f(self):\n        create(model=self.model)'],
    ['another class of PHP', 'a.php', "<?php\nclass A { const MODEL = 'qwen-plus'; }\nclass B { function f() { create(self::MODEL); } }"],
    ['another function', 'a.py', 'def f():\n    MODEL = "qwen-plus"\ndef g():\n    create(model=MODEL)'],
    ['another block', 'a.ts', "function f() { const MODEL = 'qwen-plus'; }\nfunction g() { create({ model: MODEL }); }"],
    ['another name', 'a.py', 'MODEL = "qwen-plus"\ncreate(MODEL_NAME, MY_MODEL)'],
  ])('is not, at %s', (_, path, text) => {
    expect(uses(path, text)).toEqual([]);
  });
});
