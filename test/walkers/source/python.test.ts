import { describe, expect, it } from 'vitest';
import { brief, covered, read } from './read.ts';

const see = (text: string) => brief('a.py', text);

describe('python: models', () => {
  it.each([
    [
      'AutoModel.from_pretrained("Qwen/Qwen2.5-7B", revision="abc", trust_remote_code=True)',
      'model Qwen/Qwen2.5-7B argument - call=AutoModel.from_pretrained rev=abc remote',
    ],
    [
      "AutoTokenizer.from_pretrained('/root/tmp/qwen/Qwen-7B-Chat')",
      'model /root/tmp/qwen/Qwen-7B-Chat argument - call=AutoTokenizer.from_pretrained local',
    ],
    ["model_dir = './qwen/Qwen-7B-Chat/'", 'model ./qwen/Qwen-7B-Chat/ assignment model_dir local'],
    ['f(1, model="qwen-max")', 'model qwen-max argument model call=f'],
    [
      'llm = ChatOpenAI(model="deepseek-chat", base_url="http://local:1/v1")',
      'model deepseek-chat argument llm.model call=ChatOpenAI at=http://local:1/v1',
    ],
    ['init_chat_model("deepseek-v3", model_provider="bedrock")', 'model deepseek-v3 argument - call=init_chat_model by=bedrock'],
    ['class A:\n    model: str = "qwen-max"', 'model qwen-max assignment model'],
    ['self.model = "qwen-max"', 'model qwen-max assignment model'],
    ['def f(a, model: str = "qwen-max"): pass', 'model qwen-max default model'],
    ['parser.add_argument("--model", default="Qwen/Qwen3-8B")', 'model Qwen/Qwen3-8B default model'],
    ['class A:\n    m: str = Field(default="qwen-max", title="x")', 'model qwen-max default m'],
    ['x = {"llm": {"model": "qwen-max"}}', 'model qwen-max entry x.llm.model'],
    ['x = ["kimi-k2"]', 'model kimi-k2 entry x.[0]'],
    ['if m == "qwen-max": pass', 'model qwen-max comparison -'],
    ['if "qwen" in model.lower(): pass', 'model qwen comparison -'],
    ['m.startswith("deepseek-")', 'model deepseek- comparison -'],
    ['if m in ("qwen-max", "b"): pass', 'model qwen-max comparison -'],
    ['def f() -> str:\n    return "qwen-max"', 'model qwen-max value -'],
    ['x: Literal["qwen-max", "b"]', 'model qwen-max comparison x'],
    ['# from_pretrained("/root/tmp/Qwen/Qwen2.5-7B")', 'model /root/tmp/Qwen/Qwen2.5-7B comment - docs local'],
    ['# see qwen2.5-coder:7b', 'model qwen2.5-coder:7b comment - docs'],
    ['"""Loads Qwen/Qwen2.5-7B."""', 'model Qwen/Qwen2.5-7B comment - docs'],
    ['DENIED_MODELS = ["qwen-max"]', 'model qwen-max entry DENIED_MODELS.[0] denylist'],
    ["f(rb'x', '''qwen-max''')", 'model qwen-max argument - call=f'],
    ['subprocess.run(["ollama", "pull", "qwen3"])', 'model qwen3 command - call=ollama pull'],
    ['os.system("ollama run deepseek-r1")', 'model deepseek-r1 command - call=ollama run'],
  ])('reads %s', (text, expected) => {
    expect(see(text).filter((line) => line.startsWith('model'))).toEqual([expected]);
  });

  it.each([
    'print("qwen-max")',
    'raise ValueError("deepseek-chat is not supported")',
    'logger.info("Using Qwen/Qwen2.5")',
    'def minimax(depth): pass\nminimax(3)',
    'class Kimi: pass\nx = Kimi.load()',
    'label = "DeepSeek Chat"',
    'x = "qwen"',
    'if prompt_type == "qwen": pass',
    'createDeepSeek(api_key="test-api-key")',
    'from models import QwenModel',
    're.compile(r"qwen|kimi")',
    "# DeepSeek is a vendor; qwen-compatible; DeepSeek's model",
    'f("./qwen/utils.py", "/srv/qwen-7b.txt")',
    'from .qwen import x',
    'cb = Callback(experiment_name="Qwen3-8B-LoRA-experiment", work_dir="out/qwen3-8b")',
    'x = load("/data/qwen2.5-7b")',
    'DEEPSEEK_MODEL = os.environ["DEEPSEEK_MODEL"]',
    'ds = load_dataset("Qwen/ProcessBench-2", split="train")',
    'ds = datasets.load_dataset(path="deepseek-ai/DeepSeek-Prover-V1")',
  ])('says nothing about %s', (text) => {
    expect(see(text)).toEqual([]);
  });
});

describe('python: names', () => {
  it('follows constants, defaults and clients', () => {
    const text = `MODEL = "deepseek-chat"
URL = os.getenv("URL", "https://api.deepseek.com")
client = OpenAI(base_url=URL, api_key=os.environ["OPENAI_API_KEY"])
client.chat.completions.create(model=MODEL)
client.chat.completions.create(model="ep-123")
other.chat.completions.create(model="ep-456")
`;
    expect(see(text)).toEqual([
      'model deepseek-chat assignment MODEL call=client.chat.completions.create at=https://api.deepseek.com by=OpenAI',
      'edge symbol:a.py#MODEL -> deepseek-chat',
      'endpoint https://api.deepseek.com default URL',
      'edge symbol:a.py#URL -> https://api.deepseek.com',
      'model ep-123 argument model call=client.chat.completions.create at=https://api.deepseek.com by=OpenAI',
      'endpoint symbol:a.py#(URL) argument URL',
      'edge symbol:a.py#(URL) -> symbol:a.py#URL',
      'model MODEL argument MODEL call=client.chat.completions.create at=https://api.deepseek.com by=OpenAI',
      'edge symbol:a.py#(MODEL) -> symbol:a.py#MODEL',
    ]);
  });

  it('follows a constant into the file that defines it', () => {
    const text = 'from .config import MODEL\nfrom langchain import Other\nx = "deepseek-chat"\nf(model=MODEL)\nother(model=OTHER)';
    expect(brief('src/app/a.py', text)).toContain('edge symbol:src/app/a.py#MODEL -> symbol:./src/app/config#MODEL');
    expect(brief('src/app/a.py', text).join()).not.toContain('OTHER');
    expect(brief('src/app/a.py', text.replace('.config', '..lib.config'))).toContain(
      'edge symbol:src/app/a.py#MODEL -> symbol:./src/lib/config#MODEL',
    );
  });

  it('reads the default of a variable', () => {
    expect(see('m = os.environ.get("MODEL", "qwen-max")')).toEqual([
      'model qwen-max default m',
      'edge env:MODEL -> qwen-max',
      'edge symbol:a.py#m -> qwen-max',
    ]);
    expect(see('m = os.getenv("MODEL") or "qwen-max"')).toContain('edge env:MODEL -> qwen-max');
  });

  it('joins what is written in pieces and stars what is computed', () => {
    expect(see('f("Qwen/" "Qwen3")')).toEqual(['model Qwen/Qwen3 argument - call=f']);
    expect(see('f("Qwen/" + "Qwen3")')).toEqual(['model Qwen/Qwen3 argument - call=f']);
    expect(see('f(f"Qwen/{name}")')).toEqual(['model Qwen/* argument - call=f partial']);
    expect(see('f("Qwen/" + name)')).toEqual(['model Qwen/* argument - call=f partial']);
    expect(see('f("Qwen/%s" % name)')).toEqual(['model Qwen/* argument - call=f partial']);
  });
});

describe('python: credentials, imports, addresses', () => {
  it('reads names of credentials, and of values only the shape', () => {
    expect(see('k = os.environ["DEEPSEEK_API_KEY"]')).toEqual(['credential DEEPSEEK_API_KEY entry k']);
    expect(see('k = os.getenv("QWEN_API_KEY")')).toEqual(['credential QWEN_API_KEY argument k']);
    expect(see('deepseek_api_key = "sk-1234abcd5678efgh90ab"')).toEqual([
      'credential deepseek_api_key assignment deepseek_api_key shape=sk-20',
    ]);
    expect(see('C(base_url="https://api.deepseek.com", api_key="sk-1234abcd5678efgh90ab")')).toEqual([
      'endpoint https://api.deepseek.com argument base_url',
      'credential api_key argument api_key shape=sk-20',
    ]);
    expect(JSON.stringify(read('a.py', 'deepseek_api_key = "sk-1234abcd5678efgh90ab"'))).not.toContain('abcd5678');
    expect(see('deepseek_api_key = ""')).toEqual([]);
  });

  it('reads what is imported from a library of many vendors', () => {
    expect(see('from lib.models import Other, ChatQwen as C\nfrom lib.llms.qwen import A, B\nfrom lib.models import Other')).toEqual([
      'package pypi lib.models.ChatQwen',
      'package pypi lib.llms.qwen',
    ]);
  });

  it('reads imports that touch a hit', () => {
    expect(see('import dashscope\nfrom langchain_deepseek import X\nimport os')).toEqual([
      'package pypi dashscope',
      'package pypi langchain_deepseek',
    ]);
  });

  it('says where, exactly', () => {
    const text = 'x = "é𝒳"\nf(f"Qwen/{a}", model="qwen-\\x6dax")';
    expect(read('a.py', text).map((sighting) => covered(sighting, text))).toEqual(['Qwen/{a}', 'qwen-\\x6dax']);
    expect(see(text)[1]).toContain('model qwen-max ');
  });
});
