import { describe, expect, it } from 'vitest';
import { brief } from './read.ts';

const keys = (path: string, text: string) => brief(path, text).flatMap((line) => /^credential (\S+)/.exec(line)?.[1] ?? []);

describe('a variable that is given as a key', () => {
  it.each([
    ['a.py', 'c = OpenAI(api_key=os.getenv("DEEPSEEK_V3_API"))'],
    ['a.py', 'c = OpenAI(api_key=os.environ["DEEPSEEK_V3_API"])'],
    ['a.ts', 'const c = new OpenAI({ apiKey: process.env.DEEPSEEK_V3_API });'],
    ['a.ts', 'const h = { Authorization: `Bearer ${process.env.DEEPSEEK_V3_API}` };'],
  ])('%s: %s', (path, text) => {
    expect(keys(path, text)).toEqual(['DEEPSEEK_V3_API']);
  });

  it.each([
    ['a.py', 'c = OpenAI(region=os.getenv("DEEPSEEK_V3_API"))'],
    ['a.py', 'flag = os.getenv("USE_DEEPSEEK_API")'],
    ['a.ts', 'const c = new OpenAI({ timeout: process.env.DEEPSEEK_TIME });'],
    ['a.ts', 'const c = new OpenAI({ apiKey: process.env.DEEPSEEK_MODEL });'],
  ])('is not %s: %s', (path, text) => {
    expect(keys(path, text)).toEqual([]);
  });
});

describe('a variable that is taken out of the environment', () => {
  it.each([
    "import { DEEPSEEK_API_KEY } from '$env/static/private';",
    "import {\n  DEEPSEEK_API_KEY,\n  OTHER,\n} from 'astro:env/server';",
    'const { DEEPSEEK_API_KEY, PORT } = process.env;',
    'const { PORT, DEEPSEEK_API_KEY: key } = import.meta.env;',
    "const { DEEPSEEK_API_KEY = '' } = c.env;",
    'const { DEEPSEEK_API_KEY } = env(c);',
    'const key = env(c).DEEPSEEK_API_KEY;',
  ])('is told: %s', (text) => {
    expect(keys('a.ts', text)).toEqual(['DEEPSEEK_API_KEY']);
  });

  it.each([
    "import { DEEPSEEK_API_KEY } from './config';",
    'const { DEEPSEEK_API_KEY } = defaults;',
    'function f({ DEEPSEEK_API_KEY }) {}\nconst { a } = process.env;',
    'const o = { DEEPSEEK_API_KEY };',
  ])('is not: %s', (text) => {
    expect(keys('a.ts', text)).toEqual([]);
  });
});

describe('a variable that is called like a vendor', () => {
  it.each([
    ['a.py', 'key = os.getenv("DEEPSEEK")'],
    ['a.py', 'key = os.environ["DEEPSEEK_API"]'],
    ['a.py', 'key = os.environ.get("DEEPSEEK", "")'],
    ['a.ts', 'const key = process.env.DEEPSEEK;'],
    ['a.ts', 'const keys = { a: process.env.DEEPSEEK_API, b: 1 };'],
    ['a.go', 'var key = os.Getenv("DEEPSEEK")'],
    ['A.java', 'class A { String key = System.getenv("DEEPSEEK_API"); }'],
    ['a.rs', 'fn f() { let key = env::var("DEEPSEEK").unwrap(); }'],
    ['a.rb', 'key = ENV.fetch("DEEPSEEK")'],
    ['a.cs', 'var key = Environment.GetEnvironmentVariable("DEEPSEEK");'],
  ])('is a key in %s: %s', (path, text) => {
    expect(keys(path, text)).toHaveLength(1);
  });

  it.each([
    ['a switch', 'a.py', 'if os.getenv("DEEPSEEK") == "1": pass'],
    ['a switch with a default', 'a.py', 'flag = os.getenv("DEEPSEEK", "false")'],
    ['a switch in small letters', 'a.py', 'flag = os.getenv("DEEPSEEK").lower()'],
    ['a condition', 'a.ts', 'if (process.env.DEEPSEEK && x) f();'],
    ['a setting', 'a.py', 'os.getenv("DEEPSEEK_TIMEOUT")'],
    ['a word', 'a.py', 'title("DEEPSEEK")'],
    ['a constant', 'a.ts', 'const name = Vendors.DEEPSEEK;'],
  ])('is none where it is %s', (_, path, text) => {
    expect(keys(path, text)).toEqual([]);
  });
});

describe('a variable that a schema checks', () => {
  it.each([
    ['a.ts', 'export const env = createEnv({ server: { DEEPSEEK_API_KEY: z.string().min(1) } });'],
    ['a.ts', 'const shape = z.object({\n  DEEPSEEK_API_KEY: z\n    .string()\n    .optional(),\n});'],
    ['a.ts', 'const env = cleanEnv(process.env, { PORT: port(), DEEPSEEK_API_KEY: str({ default: "" }) });'],
    ['a.ts', 'const shape = { DEEPSEEK_API_KEY: secretString("A key of DeepSeek.") };'],
    ['a.js', 'module.exports = Joi.object({ DEEPSEEK_API_KEY: Joi.string().required() });'],
    ['a.py', 'env = environ.Env(DEEPSEEK_API_KEY=(str, ""))'],
  ])('is a key in %s: %s', (path, text) => {
    expect(keys(path, text)).toEqual(['DEEPSEEK_API_KEY']);
  });

  it.each([
    ['a cost', 'const shape = { DEEPSEEK_COST_PER_INPUT_TOKEN: optionalString() };'],
    ['a model', 'const shape = { DEEPSEEK_MODEL_NAME: z.string() };'],
    ['a part of a page', 'const icons = { DEEPSEEK_API_KEY: renderIcon("key") };'],
    ['a name of another constant', 'const table = { deepseekApiKey: z.string() };'],
  ])('is none where it is %s', (_, text) => {
    expect(keys('a.ts', text)).toEqual([]);
  });

  it('is told once where the schema reads the environment itself', () => {
    expect(keys('a.ts', 'const c = { DEEPSEEK_API_KEY: str(process.env.DEEPSEEK_API_KEY) };')).toEqual(['DEEPSEEK_API_KEY']);
  });
});

describe('a key that was left in a comment', () => {
  const go = (lines: string) =>
    keys('a.go', `cm, err := deepseek.NewChatModel(ctx, &deepseek.ChatModelConfig{\n${lines}\n\tBaseURL: "https://api.deepseek.com",\n})`);

  it('is not the key that is sent', () => {
    expect(go('\t// APIKey: os.Getenv("ARK_API_KEY"),\n\tAPIKey: os.Getenv("DEEPSEEK_API_KEY"),')).toEqual(['DEEPSEEK_API_KEY']);
    expect(go('\tAPIKey: /* os.Getenv("ARK_API_KEY") */ os.Getenv("LLM_API_KEY"),')).toEqual(['LLM_API_KEY']);
  });

  it('does not hide one that is', () => {
    expect(go('\tAPIKey: os.Getenv("ARK_API_KEY"), // a key')).toEqual(['ARK_API_KEY']);
  });
});

describe("a vendor's module that is given its key", () => {
  it.each([
    ['a.py', 'dashscope.api_key = open("key").read()'],
    ['a.py', 'dashscope.api_key = settings.key'],
    ['a.py', 'if x:\n    dashscope.api_key=key'],
  ])('%s: %s', (path, text) => {
    expect(keys(path, text)).toEqual(['dashscope.api_key']);
  });

  it('is told by the variable where one is named', () => {
    expect(keys('a.py', 'dashscope.api_key = os.getenv("DASHSCOPE_API_KEY")')).toEqual(['DASHSCOPE_API_KEY']);
  });

  it.each(['if dashscope.api_key == key: pass', 'f(dashscope.api_key)', 'self.dashscope.api_key = key', 'dashscope.api_keys = keys'])(
    'is not one that is asked, or of an object: %s',
    (text) => {
      expect(keys('a.py', text)).toEqual([]);
    },
  );
});

describe('a property of the settings', () => {
  it.each([
    ['spring.ai.dashscope.api-key', '@Value("${spring.ai.dashscope.api-key}") String key;'],
    ['spring.ai.dashscope.api-key', '@Value("${spring.ai.dashscope.api-key:none}") String key;'],
    ['DEEPSEEK_API_KEY', '@Value("${DEEPSEEK_API_KEY}") String key;'],
    ['deepseek.api.key', '@Value("${deepseek.api.key}") String key;'],
  ])('is a key: %s (%#)', (name, field) => {
    expect(keys('A.java', `class A {\n  ${field}\n}`)).toEqual([name]);
  });

  it.each([
    '@Value("${spring.ai.dashscope.base-url}") String url;',
    '@Value("${deepseek.tokens}") int n;',
    '@Value("${deepseek}") String s;',
    '@Value("${deepseek.cache.key}") String s;',
  ])('is none: %s', (field) => {
    expect(keys('A.java', `class A {\n  ${field}\n}`)).toEqual([]);
  });
});

describe('a key that is still to be filled in', () => {
  it.each([
    ['K.cs', 'class K { public const string DeepSeekApiKey = "sk-xxx"; }', ['DeepSeekApiKey']],
    ['a.ts', "const deepseekApiKey = 'your-api-key';", ['deepseekApiKey']],
    ['a.go', 'const qwenAPIKey = "<your key>"', ['qwenAPIKey']],
    ['a.ts', "const labels = { deepseekApiKey: 'DeepSeek API key' };", []],
    ['a.ts', "const labels = { deepseekApiKey: 'Your key is kept on this machine, and nowhere else than there' };", []],
    ['a.ts', "if (deepseekApiKey === 'sk-xxx') warn();", []],
  ])('%s %s', (path, text, expected) => {
    expect(keys(path, text)).toEqual(expected);
  });
});

describe('a key that the preprocessor is told', () => {
  it.each([
    ['#define CONFIG_QWEN_KEY "sk-d51ad5c147ef4d438e42b7f01f3888db"', ['CONFIG_QWEN_KEY']],
    ['#define DEEPSEEK_API_KEY "your-api-key"', ['DEEPSEEK_API_KEY']],
    ['#ifdef DEEPSEEK_API_KEY\n#endif', []],
    ['#define DEEPSEEK_API_KEY_LENGTH 35', []],
  ])('%s', (text, expected) => {
    expect(keys('config.h', text)).toEqual(expected);
  });
});
