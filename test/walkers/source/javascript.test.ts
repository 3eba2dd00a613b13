import { describe, expect, it } from 'vitest';
import { brief, covered, read } from './read.ts';

const see = (text: string) => brief('a.tsx', text);

describe('javascript: attributes within brackets', () => {
  it.each([
    ['what an element is styled by', 'return (\n<div id="a">\n<Item className="qwen-max">text</Item>\n</div>\n);'],
    ['what an element is found by', 'return (\n<div id="qwen-max" />\n);'],
    ['which element a label is for', 'return (\n<label className="a" htmlFor="qwen-max">text</label>\n);'],
    ['what it shows to a reader', 'return (\n<div model="a">\n<Item className="qwen-max" />\n</div>\n);'],
  ])('takes no model of %s', (_, text) => {
    expect(see(text)).toEqual([]);
  });

  it('keeps a comparison of numbers what it is', () => {
    expect(see("f(a <b, model = 'qwen-max')")).toEqual(['model qwen-max argument model call=f']);
  });
});

describe('javascript: models', () => {
  it.each([
    ["streamText({ model: deepseek('deepseek-chat') })", 'model deepseek-chat argument model call=deepseek'],
    ['const m = new ChatOpenAI({ modelName: "qwen-max" })', 'model qwen-max argument m.modelName call=ChatOpenAI'],
    [
      "fetch('https://x.test/v1', { body: JSON.stringify({ model: 'qwen-max' }) })",
      'model qwen-max argument body.model call=fetch at=https://x.test/v1',
    ],
    ["class A { private model = 'qwen-max'; }", 'model qwen-max assignment model'],
    ["class A { constructor(m = 'qwen-max') {} }", 'model qwen-max default m'],
    ["const f = (m: string = 'qwen-max') => m", 'model qwen-max default m'],
    ["function f({ model = 'qwen-max' }) {}", 'model qwen-max default model'],
    ["const m = process.env.M ?? 'qwen-max'", 'model qwen-max default m'],
    ["const m = a ? 'qwen-max' : b", 'model qwen-max assignment m'],
    ["export type Id = 'qwen-max' | (string & {});", 'model qwen-max comparison -'],
    ["switch (m) { case 'qwen-max': break; }", 'model qwen-max comparison -'],
    ["if (m === 'qwen-max') x()", 'model qwen-max comparison -'],
    ["if (m.startsWith('qwen-')) x()", 'model qwen- comparison -'],
    ["const o = { 'qwen-max': 1 }", 'model qwen-max entry o'],
    ["const o = { a: [{ id: 'qwen-max' }] }", 'model qwen-max entry o.a.[0].id'],
    ['<Select value="qwen-max">text</Select>', 'model qwen-max argument value call=Select'],
    ['return (\n<div className="a">\n<Item value="qwen-max">text</Item>\n</div>\n);', 'model qwen-max argument value call=Item'],
    ['const a = on && (<p id="a"><Chat model="qwen-max" /></p>)', 'model qwen-max argument model call=Chat'],
    ['render(<Chat id="qwen-max" />)', 'model qwen-max argument id call=Chat'],
    ['render(<p className="a"><Chat model="qwen-max" /></p>)', 'model qwen-max argument model call=Chat'],
    ['<p>{on ? <b className="a" /> : <Chat model="qwen-max" />}</p>', 'model qwen-max argument model call=Chat'],
    ["const o = on ? { a: 1, model: 'qwen-max' } : {}", 'model qwen-max entry o.model'],
    ["const o = [{ a: 1 },\n// a second call\n{ a: 2, model: 'qwen-max' }]", 'model qwen-max entry o.[1].model'],
    ["function f(){return'qwen-max'}", 'model qwen-max value -'],
    ["generateText({ model: createOpenAI({ a: 1 })('qwen-max') })", 'model qwen-max argument model call=createOpenAI'],
    ["expect(x).toBe('qwen-max')", 'model qwen-max comparison -'],
    ['const t = `Qwen/${size}`', 'model Qwen/* assignment t partial'],
    ["const f = () => { return 'qwen-max' }", 'model qwen-max value -'],
    ["const BLOCKED_MODELS = new Set(['qwen-max'])", 'model qwen-max entry BLOCKED_MODELS.[0] denylist'],
    ["execSync('ollama pull qwen3')", 'model qwen3 command - call=ollama pull'],
    ['// uses Qwen/Qwen2.5-7B', 'model Qwen/Qwen2.5-7B comment - docs'],
  ])('reads %s', (text, expected) => {
    expect(see(text).filter((line) => line.startsWith('model'))).toEqual([expected]);
  });

  it.each([
    "console.log('qwen-max')",
    "throw new Error('deepseek-chat is not supported')",
    "t('settings.deepseek.title')",
    'const re = /qwen|kimi"/; const s = 1',
    "<p>Don't use DeepSeek</p>",
    "import x from './qwen-utils'",
    "const name = 'DeepSeek'",
    'function minimax(board) { return minimax(board) }',
    "const icon = { icon: 'qwen-logo.svg', className: 'kimi-2' }",
    'class KimiView { viewModelScope() {} }',
    "const k = document.getElementById('deepseek-key').value",
    "form.querySelector('kimi-panel')?.classList.add('kimi-k2')",
  ])('says nothing about %s', (text) => {
    expect(see(text)).toEqual([]);
  });
});

describe('javascript: names, addresses, credentials', () => {
  it('follows providers that are made with an address', () => {
    const text = `const p = createOpenAI({ baseURL: 'https://api.moonshot.cn/v1', apiKey: process.env.MOONSHOT_API_KEY });
generateText({ model: p('some-id'), prompt: 'x' });
generateText({ model: p('kimi-k2') });`;
    expect(see(text)).toEqual([
      'endpoint https://api.moonshot.cn/v1 argument p.baseURL',
      'credential MOONSHOT_API_KEY argument p.apiKey',
      'model kimi-k2 argument model call=p at=https://api.moonshot.cn/v1 by=createOpenAI',
    ]);
  });

  it('follows a constant into the file that defines it', () => {
    const text = "import { MODEL } from '../config.js';\nconst x = 'qwen-max';\nf({ model: MODEL });";
    expect(brief('src/app/a.ts', text)).toContain('edge symbol:src/app/a.ts#MODEL -> symbol:./src/config#MODEL');
  });

  it('takes an entry between two objects for no text of a page', () => {
    const text = "const C = {\n  LIST: [\n    { a: 1 }\n  ],\n  URL: 'https://api.deepseek.com/v1',\n  M: [\n    { b: 2 }\n  ],\n};";
    expect(see(text)[0]).toBe('endpoint https://api.deepseek.com/v1 entry C.URL');
    expect(see(text.replace('URL', 'DEEPSEEK_URL'))[0]).toBe('endpoint https://api.deepseek.com/v1 entry C.DEEPSEEK_URL');
  });

  it('takes what is found beside an element for what is used', () => {
    expect(see("const m = document.getElementById('model').value || 'deepseek-chat'")[0]).toBe('model deepseek-chat default m');
  });

  it('takes what a module is called with for no module', () => {
    expect(see("const log = require('debug')('@x/qwen');").filter((line) => line.startsWith('package'))).toEqual([]);
  });

  it('names a constant behind a long type', () => {
    expect(see("export const T: Record<'a:b', { c: string }> = { model: 'qwen-max' };")).toContain('model qwen-max entry T.model');
  });

  it('names the module of a provider', () => {
    expect(see("import { deepseek } from '@ai-sdk/deepseek';\nf({ model: deepseek('deepseek-chat') });")).toEqual([
      'package npm @ai-sdk/deepseek',
      'model deepseek-chat argument model call=deepseek by=@ai-sdk/deepseek',
    ]);
    expect(see("const d = require('dashscope');\nconst e = await import('@x/qwen');")).toEqual([
      'package npm dashscope',
      'package npm @x/qwen',
    ]);
  });

  it('reads variables of the environment', () => {
    expect(see('const k = process.env.DEEPSEEK_API_KEY')).toEqual(['credential DEEPSEEK_API_KEY value DEEPSEEK_API_KEY']);
    expect(see("const k = process.env['DEEPSEEK_API_KEY']")).toEqual(['credential DEEPSEEK_API_KEY entry k']);
    expect(see("loadApiKey({ environmentVariableName: 'DEEPSEEK_API_KEY' })")).toEqual([
      'credential DEEPSEEK_API_KEY argument environmentVariableName',
    ]);
    expect(see("const k = getCredentialParam('deepseekApiKey', data)")).toEqual(['credential deepseekApiKey argument k']);
    for (const text of ["t('deepseekApiKey')", "show('deepseekApiKey')", "f({ placeholder: 'qwen3-max' })"]) expect(see(text)).toEqual([]);
    expect(see("const m = process.env.MODEL || 'qwen-max'")).toContain('edge env:MODEL -> qwen-max');
  });

  it('says where, exactly', () => {
    const text = 'const t = `Qwen/${size}`; const b = "\\u0071wen-max"; const c = \'qwen\\x2dmax\'';
    expect(
      read('a.ts', text)
        .filter(({ kind }) => kind === 'model')
        .map((sighting) => covered(sighting, text)),
    ).toEqual(['Qwen/${size}', 'qwen\\x2dmax']);
  });
});

it.each(["meta = { i18nScope: 'models.acme-qwen-image-3.0' }", "meta = { translationKey: 'models.qwen3-8b' }"])(
  'takes no key of a translation for a model: %s',
  (text) => {
    expect(see(text)).toEqual([]);
  },
);

it('reads the same text where no key says so', () => {
  expect(see("meta = { id: 'acme-qwen-image-3.0' }")).not.toEqual([]);
});
