import { describe, expect, it } from 'vitest';
import { brief, covered, read } from './read.ts';

const keys = (path: string, text: string) => brief(path, text).flatMap((line) => /^credential (\S+)/.exec(line)?.[1] ?? []);

describe('a field that is to hold a key', () => {
  it.each([
    ['a.py', 'class Settings(BaseSettings):\n    deepseek_api_key: SecretStr\n', 'deepseek_api_key'],
    ['a.py', 'class Settings(BaseSettings):\n    dashscope_api_key: Optional[str] = None\n', 'dashscope_api_key'],
    ['a.py', 'class Settings(BaseSettings):\n    minimax_api_key: str | None = None  # optional\n', 'minimax_api_key'],
    ['a.py', 'class Settings(BaseSettings):\n    moonshot_api_key: str = ""\n', 'moonshot_api_key'],
    ['a.py', 'class Settings(BaseSettings):\n    qwen_api_key: str = Field(default="", description="a key")\n', 'qwen_api_key'],
    ['a.ts', 'interface Env {\n  deepseekApiKey?: string;\n}', 'deepseekApiKey'],
    ['a.ts', 'type Env = { deepseekApiKey: string | null; port: number };', 'deepseekApiKey'],
    ['a.ts', "export default defineNuxtConfig({ runtimeConfig: { deepseekApiKey: '' } });", 'deepseekApiKey'],
    ['A.java', 'class Props {\n  private String deepseekApiKey;\n}', 'deepseekApiKey'],
    ['a.kt', 'data class Props(val deepseekApiKey: String, val port: Int)', 'deepseekApiKey'],
    ['a.go', 'type Config struct {\n\tDeepSeekAPIKey string\n}\n', 'DeepSeekAPIKey'],
    ['a.go', 'type Config struct {\n\tDeepSeekAPIKey string `json:"deepseek_api_key"`\n}\n', 'DeepSeekAPIKey'],
    ['a.go', 'type Config struct {\n\tKey string `env:"DEEPSEEK_API_KEY"`\n}\n', 'DEEPSEEK_API_KEY'],
    ['a.go', 'type Config struct {\n\tDeepSeekKey string `envconfig:"DEEPSEEK_API_KEY" required:"true"`\n}\n', 'DEEPSEEK_API_KEY'],
    ['a.rs', 'struct Args {\n    #[arg(long, env)]\n    moonshot_api_key: Option<String>,\n}', 'moonshot_api_key'],
    ['a.cs', 'class Options {\n  public string DeepSeekApiKey { get; set; } = string.Empty;\n}', 'DeepSeekApiKey'],
    ['a.cs', 'class Options {\n  public required string QwenApiKey { get; init; }\n}', 'QwenApiKey'],
  ])('%s: %s', (path, text, name) => {
    expect(keys(path, text)).toEqual([name]);
  });

  it.each([
    ['a parameter', 'a.py', 'def f(deepseek_api_key: str, x: int):\n    pass\n'],
    ['a parameter', 'a.ts', 'function f(deepseekApiKey: string) {}'],
    ['filled by what is named above it', 'A.java', 'class A {\n  @Value("${app.key}")\n  private String deepseekApiKey;\n}'],
    ['filled by a variable', 'a.rs', 'struct A {\n    #[arg(env = "APP_KEY")]\n    deepseek_api_key: String,\n}'],
    ['filled by a variable of another name', 'a.py', 'class S:\n    deepseek_api_key: str = Field(env="APP_KEY")\n'],
    ['a number', 'a.py', 'class S:\n    deepseek_max_tokens: int = 4000\n'],
    ['a part of a request', 'a.ts', 'const body = z.object({ qwenApiKey: z.string().min(1) });'],
    ['shown by a component', 'a.ts', 'interface FormProps { deepseekApiKey: string }'],
    ['a switch', 'a.ts', 'interface S { hasDeepseekApiKey: boolean }'],
    ['an assignment of a local', 'a.py', 'deepseek_api_key = load()\n'],
  ])('is none where it is %s', (_, path, text) => {
    expect(keys(path, text)).toEqual([]);
  });
});

describe('a member of settings', () => {
  it.each([
    ['a.py', 'client = OpenAI(api_key=settings.deepseek_api_key)', 'deepseek_api_key'],
    ['a.ts', 'const key = useRuntimeConfig().deepseekApiKey;', 'deepseekApiKey'],
    ['a.ts', 'const { dashscopeApiKey, public: open } = useRuntimeConfig();', 'dashscopeApiKey'],
    ['a.rb', 'key = Rails.application.credentials.deepseek_api_key', 'deepseek_api_key'],
  ])('%s: %s', (path, text, name) => {
    expect(keys(path, text)).toEqual([name]);
  });

  it('is told once a file', () => {
    expect(keys('a.py', 'a(settings.deepseek_api_key)\nb(settings.deepseek_api_key)\n')).toHaveLength(1);
  });

  it.each([
    ['set', 'a.py', 'settings.deepseek_api_key = key'],
    ['asked for', 'a.ts', 'if (!settings.deepseekApiKey) stop();'],
    ['a member of something else', 'a.ts', 'form.deepseekApiKey.focus();'],
    ['a method', 'a.ts', 'config.deepseekApiKey();'],
  ])('is not where it is %s', (_, path, text) => {
    expect(keys(path, text)).toEqual([]);
  });
});

describe('a key below the name of a vendor', () => {
  it.each([
    ['a.py', 'k = st.secrets["deepseek"]["api_key"]', 'deepseek.api_key', 'deepseek"]["api_key'],
    ['a.py', 'k = st.secrets.deepseek.api_key', 'deepseek.api_key', 'deepseek.api_key'],
    ['a.py', 'k = st.secrets["qwen"].api_key', 'qwen.api_key', 'qwen"].api_key'],
    ['a.py', 'k = config.get("deepseek", {}).get("api_key")', 'deepseek.api_key', 'deepseek", {}).get("api_key'],
    ['a.py', 'k = st.secrets["api_keys"]["deepseek"]', 'api_keys.deepseek', 'api_keys"]["deepseek'],
    ['a.rb', 'k = Rails.application.credentials.deepseek[:api_key]', 'deepseek.api_key', 'deepseek[:api_key'],
    ['a.rb', 'k = Rails.application.credentials.dig(:deepseek, :api_key)', 'deepseek.api_key', 'deepseek, :api_key'],
    ['a.cs', 'var k = config["DeepSeek:ApiKey"];', 'DeepSeek:ApiKey', 'DeepSeek:ApiKey'],
    ['a.cs', 'var k = config.GetValue<string>("Ai:Moonshot:ApiKey");', 'Ai:Moonshot:ApiKey', 'Ai:Moonshot:ApiKey'],
    ['a.php', "<?php $k = config('services.deepseek.key');", 'services.deepseek.key', 'services.deepseek.key'],
    ['a.go', 'var k = viper.GetString("deepseek.api_key")', 'deepseek.api_key', 'deepseek.api_key'],
  ])('%s: %s', (path, text, name, place) => {
    const found = read(path, text).filter(({ kind }) => kind === 'credential');
    expect(found).toMatchObject([{ name }]);
    expect(found.map((one) => covered(one, text))).toEqual([place]);
  });

  it.each([
    ['another setting', 'a.py', 'k = config["deepseek"]["timeout"]'],
    ['something else than settings', 'a.py', 'k = prices["deepseek"]["input"]'],
    ['a text for people', 'a.ts', "const s = t('providers.deepseek.apiKey');"],
    ['a setting by its path', 'a.php', "<?php $k = config('services.deepseek.timeout');"],
    ['what a text is compared with', 'a.cs', 'if (name == "DeepSeek:ApiKey") stop();'],
  ])('is not %s', (_, path, text) => {
    expect(keys(path, text)).toEqual([]);
  });
});

describe('a key that is given a variable which says nothing', () => {
  it.each([
    [
      'K.cs',
      'class K { public static string DeepSeekApiKey = Environment.GetEnvironmentVariable("ASSISTANT_API_KEY"); }',
      'DeepSeekApiKey',
    ],
    ['a.py', 'DEEPSEEK_API_KEY = os.environ["LLM_KEY"]', 'DEEPSEEK_API_KEY'],
    ['a.go', 'var moonshotKey = os.Getenv("APP_API_KEY")', 'moonshotKey'],
    ['a.ts', 'const qwenApiKey: string | undefined = process.env.APP_API_KEY;', 'qwenApiKey'],
    ['a.rb', "deepseek_key = ENV.fetch('APP_API_KEY')", 'deepseek_key'],
    ['a.kt', 'val deepseekKey = System.getenv("APP_API_KEY")', 'deepseekKey'],
    ['a.rs', 'let deepseek_key = std::env::var("APP_API_KEY").unwrap();', 'deepseek_key'],
  ])('%s: %s', (path, text, name) => {
    expect(keys(path, text)).toEqual([name]);
  });

  it.each([
    ['a.py', 'deepseek_key = os.environ["DEEPSEEK_API_KEY"]', ['DEEPSEEK_API_KEY']],
    ['a.py', 'deepseek_key = os.environ["APP_MODE"]', []],
    ['a.ts', 'if (deepseekKey == process.env.APP_API_KEY) warn();', []],
    ['a.ts', 'const deepseekKey = vault.read("APP_API_KEY");', []],
  ])('is told by what tells it: %s: %s', (path, text, names) => {
    expect(keys(path, text)).toEqual(names);
  });
});
