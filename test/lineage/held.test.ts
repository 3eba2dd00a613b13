// Addresses that a constant holds, told where they are asked: in its own file and in another.
import { describe, expect, it } from 'vitest';
import { scanFiles } from '../project.ts';

const told = async (files: Record<string, string>) => {
  const { inventory } = await scanFiles(files);
  return inventory.flatMap(({ reference, lineage }) =>
    reference.kind === 'endpoint'
      ? [`${reference.evidence.path}:${reference.evidence.region?.startLine} ${reference.url} ${lineage.length}`]
      : [],
  );
};
const URL = 'https://api.deepseek.com/v1';

describe('an address that a constant holds', () => {
  it.each([
    ['a.py', `BASE = "${URL}"\nc = OpenAI(base_url=BASE)\n`, 2],
    ['a.py', `URL = "${URL}"\nr = requests.post(f"{URL}/chat")\n`, 2],
    ['a.py', `URL = "${URL}"\nr = requests.post(URL + "/chat")\n`, 2],
    ['a.py', `class A:\n    url = "${URL}"\n    def f(self):\n        return OpenAI(base_url=self.url)\n`, 4],
    ['a.ts', `const API_URL = '${URL}';\nawait fetch(\`\${API_URL}/chat\`);\n`, 2],
    ['a.ts', `const base = '${URL}';\nconst c = createOpenAI({ baseURL: base });\n`, 2],
    ['A.java', `class A { static final String BASE_URL = "${URL}";\n void f() { b.baseUrl(BASE_URL).build(); } }\n`, 2],
    ['a.go', `const baseURL = "${URL}"\nfunc f() { c := openai.Config{\n\tBaseURL: baseURL,\n} }\n`, 3],
    ['a.rs', `const API_URL: &str = "${URL}";\nfn f() { c.post(API_URL).send(); }\n`, 2],
  ])('is told where its own file asks it: %s %s', async (path, text, line) => {
    const [value, use] = [`${path}:${text.split('\n').findIndex((one) => one.includes(URL)) + 1} ${URL} 0`, `${path}:${line} ${URL} 2`];
    expect(await told({ [path]: text })).toEqual([value, use]);
  });

  it('may be a host alone', async () => {
    const text = 'const API_HOST = "api.deepseek.com";\nfetch(`https://${API_HOST}/v1/chat`);\n';
    expect(await told({ 'a.ts': text })).toEqual(['a.ts:1 api.deepseek.com 0', 'a.ts:2 api.deepseek.com 2']);
  });

  it('joins the finding at the value', async () => {
    const { findings } = await scanFiles({ 'a.py': `BASE = "${URL}"\nc = OpenAI(base_url=BASE)\n` });
    const [first] = findings;
    expect(findings).toHaveLength(1);
    expect([first?.subject.reference.evidence.region?.startLine, first?.also.length]).toEqual([1, 1]);
  });

  it('is told where another file asks it, and says who answers for its models', async () => {
    const { findings } = await scanFiles({
      'app/config.py': `DEEPSEEK_BASE_URL = "${URL}"\n`,
      'app/main.py':
        'from app.config import DEEPSEEK_BASE_URL\nfrom app import config\nc = OpenAI(base_url=DEEPSEEK_BASE_URL)\n' +
        'c.chat.completions.create(model="deepseek-chat")\nd = OpenAI(base_url=config.DEEPSEEK_BASE_URL)\n',
    });
    const seen = findings.map(({ rule, subject: { reference, identity } }) => {
      const { path, region } = reference.evidence;
      return `${path}:${region?.startLine} ${rule} ${identity.operator?.id}`;
    });
    expect(seen).toEqual([
      'app/config.py:1 deepseek-endpoint deepseek',
      'app/main.py:3 deepseek-endpoint deepseek',
      'app/main.py:4 deepseek-endpoint deepseek',
      'app/main.py:5 deepseek-endpoint deepseek',
    ]);
  });

  it.each([
    ['app/client.py', 'from app.config import BASE_URL\nc = OpenAI(base_url=BASE_URL)\n', 'app/config.py', `BASE_URL = "${URL}"\n`],
    ['a.ts', "import { API_URL } from './config';\nawait fetch(API_URL);\n", 'config.ts', `export const API_URL = '${URL}';\n`],
    [
      'main.go',
      'package main\nimport "example.com/app/llm"\nvar c = openai.NewClient(key, llm.BaseURL)\n',
      'llm/a.go',
      `package llm\nconst BaseURL = "${URL}"\n`,
    ],
    [
      'Main.java',
      'class Main { void f() { b.baseUrl(Llm.URL).build(); } }\n',
      'Llm.java',
      `class Llm { static final String URL = "${URL}"; }\n`,
    ],
  ])('is told where another file, which names no vendor, asks it: %s', async (path, text, other, value) => {
    expect((await told({ [path]: text, [other]: value })).filter((line) => line.startsWith(path))).toHaveLength(1);
  });

  it('is not told where a file that imports the name gives it to something else', async () => {
    const files = {
      'app/settings.py': `BASE_URL = "${URL}"\nCHAT_MODEL = "deepseek-chat"\n`,
      'app/a.py':
        'from app.settings import BASE_URL, CHAT_MODEL\ndef f(BASE_URL, CHAT_MODEL):\n    OpenAI(base_url=BASE_URL).ask(model=CHAT_MODEL)\n',
    };
    const { inventory } = await scanFiles(files);
    expect(inventory.filter(({ reference }) => reference.evidence.path === 'app/a.py')).toEqual([]);
  });

  it('is not told where another file prints it or has one of its own', async () => {
    const files = {
      'app/config.py': `BASE_URL = "${URL}"\n`,
      'app/a.py': 'from app import config\nprint(config.BASE_URL)\n',
      'app/b.py': 'from app import config\nBASE_URL = "https://api.openai.com/v1"\nc = OpenAI(base_url=BASE_URL)\n',
    };
    expect(await told(files)).toEqual([`app/config.py:1 ${URL} 0`]);
  });

  it.each([
    ['a comparison', { 'a.py': `BASE = "${URL}"\nif url == BASE:\n    pass\n` }],
    ['a log', { 'a.py': `BASE = "${URL}"\nprint(BASE)\n` }],
    ['a parameter of the name', { 'a.py': `url = "${URL}"\ndef f(url):\n    return get(base_url=url)\n` }],
    ['a name with two values', { 'a.py': `BASE = "${URL}"\nBASE = "https://api.openai.com/v1"\nc = OpenAI(base_url=BASE)\n` }],
    ['a constant that no file explains', { 'a.py': `x = "${URL}"\nfrom lib.config import BASE_URL\nc = OpenAI(base_url=BASE_URL)\n` }],
    [
      'a constant of another server',
      {
        'c.py': 'BASE_URL = "https://api.openai.com/v1"\n',
        'a.py': `from c import BASE_URL\nx = "${URL}"\nc = OpenAI(base_url=BASE_URL)\n`,
      },
    ],
  ])('is not told at %s', async (_, files) => {
    const vendors = (await told(files)).filter((line) => line.includes('deepseek'));
    expect(vendors).toHaveLength(1);
  });
});
