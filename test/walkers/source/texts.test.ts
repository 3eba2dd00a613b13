// Names that do not stand alone: in lists, in lines of a text, behind a variable, as a member of an enumeration.
import { describe, expect, it } from 'vitest';
import { brief, covered, read } from './read.ts';

const see = (path: string, text: string) => brief(path, text).filter((line) => /^(?:model|credential)/.test(line));

describe('lists and lines in texts', () => {
  it.each([
    ['a.py', 'MODELS = "gpt-4.1,qwen-max, deepseek-chat"', ['model qwen-max entry MODELS', 'model deepseek-chat entry MODELS']],
    ['a.py', 'MODEL_MAP = "gpt-4:deepseek-r1-distill,gpt-5:other-1"', ['model deepseek-r1-distill entry MODEL_MAP']],
    ['a.ts', "const r = { fixedModel: 'Some Provider (EU) - Plan/kimi-k2' }", ['model kimi-k2 entry r.fixedModel']],
    ['a.ts', "const r = { model: 'Qwen-3.5-Plus (w/o thinking)' }", ['model Qwen-3.5-Plus entry r.model']],
    ['a.rb', 'MODELS = %w[gpt-4.1 qwen-max\n  kimi-k2]', ['model qwen-max entry MODELS', 'model kimi-k2 entry MODELS']],
    ['a.exs', '@models ~w(gpt-4.1 qwen-max)', ['model qwen-max entry models']],
    ['a.mjs', 'save(\'c.toml\', `\nmodel = "kimi-k2"\ntheme = "kimi"\n`)', ['model kimi-k2 value model']],
    ['a.ts', 'const r = `{ \'model\': "qwen-max", ${rest} }`', ['model qwen-max entry r.model']],
    ['a.nix', "content = ''\n  DEEPSEEK_API_KEY=${ref \"x\"}\n'';", ['credential DEEPSEEK_API_KEY entry content']],
    ['a.py', 't = "Theme: qwen, then model: qwen-max, for speed"', ['model qwen-max entry t.model']],
  ])('are read in %s: %s', (path, text, expected) => {
    expect(see(path, text).map((line) => line.replace(/ by=\S+/, ''))).toEqual(expected);
  });

  it.each([
    ['a.py', 'TAGS = "qwen, chat"'],
    ['a.py', 'x = "Our model: the Qwen family, is good"'],
    ['a.py', 'x = "theme = qwen-dark-2"'],
    ['a.py', 'description = "qwen-max,qwen-plus"'],
    ['a.ts', "const r = { name: 'Some Provider/kimi-k2', model: 'see the Qwen/docs page' }"],
    ['a.ts', "const r = { label: 'Qwen-3.5-Plus (fast)', model: 'two kimi-2 words (fast)' }"],
    ['a.rb', 'TEAMS = %w[kimi anna]'],
    ['a.ts', "const keys = 'Qwen:ApiKey'"],
  ])('say nothing in %s: %s', (path, text) => {
    expect(see(path, text)).toEqual([]);
  });

  it('are told where they stand', () => {
    const text = 'MODELS = "gpt-4.1, qwen-max"\nx = """\nmodel: qwen-plus\n"""';
    expect(read('a.py', text).flatMap((one) => (one.kind === 'model' ? [covered(one, text)] : []))).toEqual(['qwen-max', 'qwen-plus']);
  });
});

describe('names that other names stand for', () => {
  it.each([
    ['a.py', 'm = os.getenv("MINIMAX_IMAGE_MODEL", "image-01")', 'model image-01 default m by=minimax'],
    ['a.ts', "const m = process.env.MINIMAX_MODEL ?? 'image-01'", 'model image-01 default m by=minimax'],
    ['a.py', 'm = os.getenv("GROQ_MODEL", "qwen-qwq-32b")', 'model qwen-qwq-32b default m by=groq'],
    ['A.java', 'b.model(QwenModelName.QWEN_MAX)', 'model qwen-max argument model'],
    ['a.py', 'call(model=Generation.Models.qwen_max)', 'model qwen-max argument model'],
    ['a.kt', 'val model = ChatModel.QwenPlus.id', 'model qwen-plus assignment model'],
    ['a.go', 'r := Request{Model: sdk.ModelDeepSeek}\nx := Models.Qwen2_5', 'model qwen2.5 assignment x'],
    ['a.rs', 'match m { _ if m == ChatModel::DEEPSEEK_CHAT => 1 }', 'model deepseek-chat comparison model'],
    ['a.py', 'init_chat_model("r1", model_provider="deepseek")', null],
    ['a.py', 'run("/model qwen3:32b")', 'model qwen3:32b argument - call=run'],
    ['a.rb', 'dispatch("/model use qwen3:32b")', 'model qwen3:32b argument - call=dispatch'],
    ['a.py', 'M = {"qwen-2.5-coder": "the best one for code"}', 'model qwen-2.5-coder entry M'],
    ['a.ts', "createLlm({ provider: 'deepseek', region: 'cn' })", 'model deepseek argument provider call=createLlm by=deepseek'],
    ['a.py', 'make_agent(provider="deepseek", temperature=0)', 'model deepseek argument provider call=make_agent by=deepseek'],
    ['a.py', 'LLMConfig(provider="groq/qwen-2.5-32b")', 'model groq/qwen-2.5-32b argument provider call=LLMConfig'],
    ['a.py', 'C = {"provider": "deepseek/deepseek-chat"}', 'model deepseek/deepseek-chat entry C.provider'],
    ['a.ts', "const a = { metadata: { name: 'my-qwen-7b' } }", 'model my-qwen-7b entry a.metadata.name'],
    ['a.cs', 'var o = new Options() { ApiKey = "x", ChatModelId = "qwen-max" };', 'model qwen-max entry o.ChatModelId'],
    ['a.nix', '{ providers.models."qwen3-8b" = { path = "Qwen/Qwen3-8B"; }; }', 'model qwen3-8b entry -'],
  ])('are followed in %s: %s', (path, text, expected) => {
    if (expected === null) expect(see(path, text)).not.toContain('model deepseek argument model_provider call=init_chat_model');
    else expect(see(path, text)).toContain(expected);
  });

  it.each([
    ['a.py', 'os.getenv("MINIMAX_DEPTH", "image-01")'],
    ['a.ts', 'const view = ViewModels.KIMI_LIST'],
    ['a.ts', 'const size = Models.qwenSize()'],
    ['a.ts', 'Models.QWEN_MAX = 1'],
    ['a.py', 'open_account(identity_provider="deepseek")'],
    ['a.ts', "createClient({ provider: 'deepseek', region: 'cn' })"],
    ['a.py', 'PROMPTS = {"qwen-2.5-coder": "Answer in {lang} and be short"}'],
    ['a.py', 'T = {"qwen-2.5-coder": "You are a helpful assistant"}'],
    ['a.py', 'get_prompt("qwen-7b-chat")'],
    ['a.py', 'run("/path qwen3:32b")'],
    ['a.py', 'run("/model list of qwen3:32b")'],
    ['a.php', '<?php $app->bind("qwen-client", fn () => 1);'],
    ['a.py', 'c = Client(model_info={"family": "deepseek"})'],
    ['a.py', 'if provider == "deepseek": pass'],
    ['a.ts', "const a = { metadata: { name: 'my-qwen-7b', namespace: 'x' } }"],
    ['a.go', 'o := ObjectMeta{Name: "my-qwen-7b", Namespace: "x"}'],
    ['a.py', 'open_account(provider="@acme/minimax")'],
    ['a.py', 'open_account(provider="./lib/minimax.py")'],
    ['a.ts', "defineFunction({ name: 'bedrock-to-deepseek-stream' })"],
    ['a.ts', "headers.set('user-agent', 'kimi-cli/1.2.0')"],
    ['a.ts', "mkdtemp(join(tmp, 'kimi-2-'))"],
    ['a.ts', "const r = { key: 'oauth/kimi-code' }"],
    ['A.java', 'void f() { new Thread() { String name = "kimi"; }; }'],
  ])('are not guessed in %s: %s', (path, text) => {
    expect(see(path, text)).toEqual([]);
  });

  it('are followed into another file under their name there', () => {
    const script = "import { MODEL as M } from './config';\nrun({ model: M });";
    expect(brief('src/a.ts', `${script}\nconst q = 'qwen-max';`)).toContain('edge symbol:src/a.ts#M -> symbol:./src/config#MODEL');
    const python = 'from .config import MODEL as M\nrun(model=M)\nq = "qwen-max"';
    expect(brief('app/a.py', python)).toContain('edge symbol:app/a.py#M -> symbol:./app/config#MODEL');
  });
});

describe('calls whose name speaks of an exception', () => {
  it.each([
    ['a.php', "<?php $p->handleRequestException('deepseek-chat', $e);"],
    ['a.ts', "mapError('deepseek-chat', error)"],
  ])('take a model where they handle it, in %s: %s', (path, text) => {
    expect(see(path, text).join()).toContain('model deepseek-chat');
  });

  it.each([
    ['a.php', "<?php throw new RequestException('deepseek-chat');"],
    ['a.ts', "showError('deepseek-chat')"],
    ['a.ts', "new ParseError('deepseek-chat')"],
  ])('are given a message where they make it, in %s: %s', (path, text) => {
    expect(see(path, text)).toEqual([]);
  });
});

describe('what the address of a request asks for', () => {
  it.each([
    ['a.ts', 'const u = `/api/generate?model=deepseek-r1:1.5b&message=${m}`;', ['model deepseek-r1:1.5b entry u.model']],
    [
      'a.ts',
      'const u = `http://localhost:8090/generate?stream=1&model=qwen2.5:7b&message=${encodeURIComponent(m)}`;',
      ['model qwen2.5:7b entry u.model at=http://localhost:8090/generate', 'endpoint'],
    ],
    [
      'a.py',
      'connect("wss://dashscope.aliyuncs.com/api-ws/v1/realtime?model=qwen-omni-turbo-realtime")',
      ['model qwen-omni-turbo-realtime entry model at=wss://dashscope.aliyuncs.com/api-ws/v1/realtime', 'endpoint'],
    ],
  ])('is a model in %s: %s', (path, text, expected) => {
    const told = brief(path, text).filter((line) => !line.startsWith('edge'));
    expect(told.map((line) => (line.startsWith('endpoint') ? 'endpoint' : line))).toEqual(expected);
  });

  it.each([
    'const u = `/search?q=deepseek-r1&page=1`;',
    'const u = `/generate?model=${size}&vendor=deepseek-1`;',
    'const q = "Which model? model=deepseek is one";',
    'expect(u).toBe("/generate?model=deepseek-r1:7b");',
  ])('is none in %s', (text) => {
    expect(brief('a.ts', text).filter((line) => line.startsWith('model') && !line.includes('comparison'))).toEqual([]);
  });
});
