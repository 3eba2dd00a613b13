import { beforeAll, describe, expect, it } from 'vitest';
import { memoryTree, reporters, type ScanReport } from '../src/index.ts';
import { type Files, places, project, scanFiles, scanListed } from './project.ts';

const demo = project('demo');
const plain = { width: 100, color: false, inactive: true, brief: false };
const results = (report: ScanReport) => JSON.stringify(JSON.parse(reporters.sarif(report, plain)).runs[0].results);
const edited = (edit: (text: string) => string): Files =>
  Object.fromEntries(Object.entries(demo).map(([path, text]) => [path, edit(text)]));
const marks = ({ findings }: ScanReport) => findings.map(({ fingerprint }) => fingerprint).sort();

let first: ScanReport;
beforeAll(async () => {
  first = await scanFiles(demo);
});

describe('the demo project', () => {
  it('is what an engineer who knows these models would say', () => {
    expect(places(first)).toEqual([
      '.env.example:2 deepseek-endpoint',
      '.env.example:3 deepseek-credential',
      '.env.example:4 deepseek-endpoint',
      'app/answer.py:8 moonshot-endpoint',
      'app/answer.py:9 moonshot-credential',
      'app/answer.py:15 moonshot-endpoint',
      'app/answer.py:22 alibaba-derivative-weights',
      'app/answer.py:22 alibaba-remote-code',
      'app/answer.py:22 alibaba-unpinned-revision',
      'app/requirements.txt:2 alibaba-sdk',
      'deploy/compose.yaml:4 alibaba-weights',
      'deploy/compose.yaml:8 minimax-endpoint-international',
      'deploy/compose.yaml:9 minimax-endpoint-international',
      'deploy/litellm.yaml:9 alibaba-router-model',
      'deploy/litellm.yaml:14 alibaba-router-model',
      'models/chat-v2/README.md:3 alibaba-derivative-weights',
      'models/chat-v2/config.json:3 alibaba-architecture',
      'web/chat.ts:1 deepseek-sdk',
      'web/chat.ts:4 deepseek-endpoint',
      'web/package.json:6 deepseek-sdk',
    ]);
  });

  it('says in a chain whose weights a name stands for', () => {
    const finding = first.findings.find(({ subject }) => subject.reference.evidence.path === 'app/answer.py' && subject.lineage.length > 0);
    expect(finding?.subject.lineage.map(({ from, relation, to, attestedBy }) => `${from} ${relation} ${to} (${attestedBy})`)).toEqual([
      'NovaSky-AI/Sky-T1-32B-Preview finetune Qwen/Qwen2.5-32B-Instruct (catalog)',
    ]);
  });

  it('has nothing to say about the algorithm', () => {
    expect(JSON.stringify(first.findings)).not.toContain('minimax(');
  });
});

describe('the same tree', () => {
  it('gives the same bytes twice, and in any order of files', async () => {
    const shuffled = Object.fromEntries(Object.entries(demo).reverse());
    for (const format of ['text', 'json', 'sarif'] as const) {
      const bytes = reporters[format](first, plain);
      expect(reporters[format](await scanFiles(demo), plain)).toBe(bytes);
      expect(reporters[format](await scanFiles(shuffled), plain)).toBe(bytes);
    }
  });

  it('gives the same results with other line ends', async () => {
    expect(results(await scanFiles(edited((text) => text.replaceAll('\n', '\r\n'))))).toBe(results(first));
  });
});

describe('a fingerprint', () => {
  it.each([
    ['lines above', (text: string) => (/^[{-]/.test(text) ? text : `# one\n# two\n\n${text}`)],
    ['blank lines and spaces at line ends', (text: string) => text.replaceAll('\n', '  \n\n').replace(/^--- {2}\n\n/, '---\n')],
    [
      'a neighbouring line',
      (text: string) => text.replace('# The client library', '# Our client library').replace('"ai": "^6.0.0"', '"ai": "^7.0.0"'),
    ],
    ['the order of keys', (text: string) => text.replace(/( *ANTHROPIC_BASE_URL.*\n)( *ANTHROPIC_MODEL.*\n)/, '$2$1')],
  ])('survives %s', async (_, edit) => {
    const changed = edited(edit);
    expect(changed).not.toEqual(demo);
    expect(marks(await scanFiles(changed))).toEqual(marks(first));
  });

  it('survives another order of arguments and another name for what they make', async () => {
    const client = (name: string, ...settings: readonly string[]) => ({
      'a.ts': `const ${name} = new OpenAI({ ${settings.join(', ')} });\n`,
    });
    const [key, url] = ['apiKey: process.env.MOONSHOT_API_KEY', "baseURL: 'https://api.moonshot.cn/v1'"] as const;
    const credentials = async (files: Files) =>
      (await scanFiles(files)).findings.filter(({ rule }) => rule === 'moonshot-credential').map(({ fingerprint }) => fingerprint);
    const before = await credentials(client('one', key, url));
    expect(before).toHaveLength(1);
    expect(await credentials(client('two', url, key))).toEqual(before);
  });

  it('survives a cell above it in a notebook, which is laid out anew with it', async () => {
    const code = (source: string) => ({ cell_type: 'code', metadata: {}, outputs: [], source });
    const notebook = (...cells: readonly object[]) => ({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
    const before = notebook(code('m = AutoModel.from_pretrained("Qwen/Qwen3-8B")'), code('!ollama pull qwen3:8b'));
    const text = { cell_type: 'markdown', metadata: {}, source: 'Hello' };
    const after = notebook(text, code("\nm = AutoModel.from_pretrained(\n    'Qwen/Qwen3-8B',\n)\n"), code('!ollama pull qwen3:8b'));
    const found = await scanFiles({ 'a.ipynb': JSON.stringify(before) });
    expect(found.findings.length).toBeGreaterThan(1);
    expect(marks(await scanFiles({ 'a.ipynb': JSON.stringify(after, null, 1) }))).toEqual(marks(found));
  });

  it('survives a file that is laid out anew, which puts several findings on one line', async () => {
    const block =
      'models:\n  - model: qwen-max\n    fallback_model: qwen-plus\n    api_base: https://dashscope.aliyuncs.com/compatible-mode/v1\n';
    const flow = 'models: [{model: qwen-max, fallback_model: qwen-plus, api_base: https://dashscope.aliyuncs.com/compatible-mode/v1}]\n';
    const [apart, together] = [await scanFiles({ 'llm.yaml': block }), await scanFiles({ 'llm.yaml': flow })];
    expect(apart.findings.length).toBeGreaterThan(2);
    expect(marks(together)).toEqual(marks(apart));
    const json = (text: string) => JSON.stringify(JSON.parse(text), null, 1);
    const object = '{"a": {"model": "qwen-max", "base_url": "https://api.deepseek.com"}, "b": {"model": "kimi-k2"}}';
    expect(marks(await scanFiles({ 'llm.json': object }))).toEqual(marks(await scanFiles({ 'llm.json': json(object) })));
    const call = 'ChatOpenAI(model="deepseek-chat", base_url="https://api.deepseek.com/v1")\n';
    expect(marks(await scanFiles({ 'a.py': call }))).toEqual(marks(await scanFiles({ 'a.py': call.replace(/[(,]/g, '$&\n    ') })));
  });

  it('tells one model from another in the same place', async () => {
    const other = await scanFiles({ ...demo, '.env.example': 'OPENAI_MODEL=deepseek-reasoner\n' });
    const before = first.findings.find(({ subject }) => subject.reference.kind === 'model' && subject.reference.name === 'deepseek-chat');
    expect(before).toBeDefined();
    expect(marks(other)).not.toContain(before?.fingerprint);
  });
});

describe('a policy in the tree', () => {
  it('lets a comment accept one finding, and keeps it in the report', async () => {
    const file = 'MODEL_URL=https://api.deepseek.com/v1 # waybill: ignore[deepseek-endpoint] evaluated in May, see the register\n';
    const { findings, notices } = await scanFiles({ '.env': file });
    expect(findings.map(({ disposition, reason }) => [disposition, reason])).toEqual([
      ['suppressed', 'evaluated in May, see the register (comment in line 1)'],
    ]);
    expect(notices).toEqual([]);
  });

  it('says that a comment holds for nothing', async () => {
    const { findings, notices } = await scanFiles({
      '.env': 'MODEL_URL=https://notdeepseek.com/v1 # waybill: ignore[deepseek-endpoint] why\n',
    });
    expect([findings.length, notices.map(({ code, line }) => `${code} ${line}`)]).toEqual([0, ['suppression-unused 1']]);
  });
});

describe('a misspelt package', () => {
  it('is found in a manifest although it holds no name that is searched for', async () => {
    const manifest = '{ "dependencies": { "dashscpoe": "1.0.0", "react": "^18" } }';
    expect(places(await scanFiles({ 'package.json': manifest, 'requirements.txt': 'dashscpoe==1.0\ndeepspeed\n' }))).toEqual([
      'package.json:1 alibaba-lookalike-package',
      'requirements.txt:1 alibaba-lookalike-package',
    ]);
  });

  it('is not suspected in honest neighbours', async () => {
    expect(places(await scanFiles({ 'requirements.txt': 'deepspeed\ndash\nscope\nkimiko\nminimal\nmodelscan\n' }))).toEqual([]);
  });
});

describe('a shell script', () => {
  it('uses what a tool loads, not the directories that it walks through', async () => {
    const script = 'cd moonshot-v1/moonshot-v1-data\nmkdir -p out/moonshot-v1-8k && rm -rf qwen3-8b\nollama pull qwen3:8b\n';
    const lines = (await scanFiles({ 'a.sh': script })).findings.map(({ subject }) => subject.reference.evidence.region?.startLine);
    expect([...new Set(lines)]).toEqual([3]);
  });
});

describe('the coverage', () => {
  it('adds what was left out while listing to what was left out while reading', async () => {
    const tree = { ...memoryTree({ 'a.py': 'm = "qwen-max"', 'b.bin': 'x', 'c.py': '\u0000' }), skipped: { excluded: 2, binary: 1 } };
    const { coverage } = await scanListed(tree);
    expect(coverage).toEqual({ listed: 6, searched: 1, parsed: 1, bytes: 14, skipped: { binary: 2, excluded: 2, unclaimed: 1 } });
  });
});
