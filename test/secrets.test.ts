// Nothing of a secret's value may reach an output, however the file is written and wherever the secret stands beside a finding.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { discover } from '../src/discover/discover.ts';
import { createCatalog, loadKnowledge, reporters } from '../src/index.ts';
import { openReaders } from '../src/reading/readers.ts';
import { type Files, scanFiles } from './project.ts';

/** Made up here, each in the shape of its kind; none was ever valid. */
const keys: Readonly<Record<string, string>> = {
  deepseek: 'sk-0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  kimi: 'sk-kimi-Zq8Xw7Vu6Ts5Rq4Po3Nm2Lk1Ji0Hg9Fe8Dc7Ba6',
  dashscope: 'sk-9a8b7c6d5e4f30211203f4e5d6c7b8a9',
  minimax: 'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJHcm91cE5hbWUiOiJhY21lIn0.Qm9ndXNTaWduYXR1cmVGb3JUZXN0c09ubHk',
  hub: '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',
  aws: 'AKIAQ3EGEXAMPLE7ZKXN',
};

const forms: Readonly<Record<string, (key: string) => Files>> = {
  'an environment file': (key) => ({ '.env': `DEEPSEEK_API_KEY=${key}\nDEEPSEEK_BASE_URL=https://api.deepseek.com # ${key}\n` }),
  YAML: (key) => ({ 'a.yaml': `llm:\n  model: deepseek-chat\n  base_url: https://api.deepseek.com\n  api_key: ${key}\n` }),
  'a key of a map': (key) => ({ 'a.yaml': `users:\n  ${key}:\n    model: deepseek-chat\n    base_url: https://api.deepseek.com\n` }),
  'YAML on one line': (key) => ({ 'a.yaml': `llm: { model: deepseek-chat, api_key: "${key}", base_url: https://api.deepseek.com }\n` }),
  JSON: (key) => ({ 'a.json': JSON.stringify({ model: 'deepseek-chat', baseURL: 'https://api.deepseek.com', apiKey: key }) }),
  TOML: (key) => ({ 'a.toml': `[deepseek]\nmodel = "deepseek-chat"\napi_key = "${key}"\n` }),
  Python: (key) => ({ 'a.py': `client = OpenAI(api_key="${key}", base_url="https://api.deepseek.com")  # was ${key}\n` }),
  'a default in Python': (key) => ({ 'a.py': `key = os.getenv("DEEPSEEK_API_KEY", "${key}")\n` }),
  TypeScript: (key) => ({ 'a.ts': `const client = new OpenAI({ apiKey: '${key}', baseURL: 'https://api.moonshot.cn/v1' });\n` }),
  'an argument without a name': (key) => ({ 'a.go': `package a\n\nvar c = New("${key}", "https://api.moonshot.cn/v1")\n` }),
  'a URL': (key) => ({ 'a.yaml': `base_url: https://user:${key}@api.deepseek.com/v1?api_key=${key}\n` }),
  'a URL beside its model': (key) => ({
    'a.yaml': `model: deepseek-chat\nbase_url: https://user:${key}@api.deepseek.com/v1?api_key=${key}\n`,
    'a.sh': `curl "https://api.deepseek.com/chat?token=${key}" -d '{"model":"deepseek-chat"}'\n`,
  }),
  'a header': (key) => ({
    'a.sh': `curl https://api.deepseek.com/v1/chat -H "Authorization: Bearer ${key}" -d '{"model":"deepseek-chat"}'\n`,
  }),
  'a Dockerfile': (key) => ({
    Dockerfile: `FROM scratch\nENV DEEPSEEK_API_KEY=${key}\nRUN echo ${key} | login https://api.deepseek.com\n`,
  }),
  Compose: (key) => ({
    'compose.yaml': `services:\n  a:\n    environment:\n      - MOONSHOT_API_KEY=${key}\n      - URL=https://api.moonshot.cn\n`,
  }),
  'settings in XML': (key) => ({
    'web.config': `<configuration><add key="DEEPSEEK_API_KEY" value="${key}" /><add key="Url" value="https://api.deepseek.com" /></configuration>\n`,
  }),
  'a property list': (key) => ({
    'Info.plist': `<plist><dict><key>DEEPSEEK_API_KEY</key><string>${key}</string><key>url</key><string>https://api.deepseek.com</string></dict></plist>\n`,
  }),
  'a notebook': (key) => ({
    'a.ipynb': JSON.stringify({
      cells: [{ cell_type: 'code', source: [`client = OpenAI(api_key="${key}", base_url="https://api.deepseek.com")\n`] }],
    }),
  }),
};

async function outputs(files: Files): Promise<string> {
  const report = await scanFiles(files);
  const options = { width: 200, color: false, inactive: true, brief: false };
  return Object.values(reporters)
    .map((reporter) => reporter(report, options))
    .join('\n');
}

/** Any eight characters in a row are too much; a fixed lead (`sk-kimi-`) tells whose key it is and is meant to be shown. */
function leaked(key: string, text: string): string[] {
  const body = key.replace(/^(?:sk-kimi-|sk-|hf_|eyJ|AKIA)/, '');
  const pieces = Array.from({ length: body.length - 7 }, (_, at) => body.slice(at, at + 8));
  return pieces.filter((piece) => text.includes(piece));
}

describe.each(Object.entries(forms))('a key in %s', (_, form) => {
  it.each(Object.entries(keys))('of %s is not printed', async (_name, key) => {
    const text = await outputs(form(key));
    expect(leaked(key, text)).toEqual([]);
  });

  it('stands beside something that is found', async () => {
    expect((await scanFiles(form(keys.deepseek ?? ''))).findings.length).toBeGreaterThan(0);
  });
});

describe('what is kept for the next scan', () => {
  it('holds no key', async () => {
    const home = mkdtempSync(join(tmpdir(), 'waybill-'));
    try {
      const files = Object.values(forms).flatMap((form) => Object.values(keys).flatMap((key) => Object.entries(form(key))));
      // Twice: a cache is opened for a hundred files.
      for (const [at, [name, text]] of [...files, ...files].entries()) {
        mkdirSync(join(home, 'tree', `${at}`), { recursive: true });
        writeFileSync(join(home, 'tree', `${at}`, name), text);
      }
      const tree = await discover({ paths: [join(home, 'tree')] }, () => {});
      const directory = join(home, 'cache');
      const { literals } = createCatalog(await loadKnowledge());
      await openReaders(tree, { cache: { directory, now: Date.now() + 60_000 } }).read(tree.paths, { literals });
      const kept = readdirSync(directory).map((name) => readFileSync(join(directory, name), 'utf8'));
      expect(kept.map((text) => text.includes('DEEPSEEK_API_KEY'))).toEqual([true]);
      for (const key of Object.values(keys)) expect(leaked(key, kept.join(''))).toEqual([]);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
});

describe('every fixture', () => {
  const root = fileURLToPath(new URL('../fixtures/walkers', import.meta.url));
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(root, path)).isFile());
  const token = /\b(?:sk-|hf_|ghp_|AKIA|eyJ)[-_A-Za-z0-9]{16,}/g;
  const planted = paths
    .filter((path) => !path.endsWith('seen.txt'))
    .map((path) => [path, readFileSync(join(root, path), 'utf8')] as const)
    .filter(([, text]) => text.match(token));

  it('that holds a key keeps it', async () => {
    expect(planted.length).toBeGreaterThan(0);
    for (const [path, text] of planted) {
      const output = await outputs({ [path]: text });
      for (const key of text.match(token) ?? []) expect([path, leaked(key, output)]).toEqual([path, []]);
    }
  });
});
