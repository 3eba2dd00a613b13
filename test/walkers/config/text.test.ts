import { describe, expect, it } from 'vitest';
import { text } from '../../../src/walkers/config/text.ts';
import { scanFiles } from '../../project.ts';
import { linesSeen } from '../battery.ts';

describe('a command that stands in a page without a fence', () => {
  it.each([
    ['vllm serve Qwen/Qwen3-0.6B', 'Qwen/Qwen3-0.6B'],
    ['docker run --gpus all \\\n    vllm/vllm-openai:latest \\\n    --model Qwen/Qwen3-0.6B', 'Qwen/Qwen3-0.6B'],
    ['$ python -m vllm.entrypoints.openai.api_server --model Qwen/Qwen3-0.6B', 'Qwen/Qwen3-0.6B'],
    ['    ollama pull qwen2.5:7b', 'qwen2.5:7b'],
    ['    curl http://localhost:11434/api/generate \\\n     -d \'{"model": "qwen:7b", "prompt": "Hello!", "n": 1}\'', 'qwen:7b'],
  ])('is read: %s', (page, name) => {
    expect(linesSeen(text, 'docs/page.md', `A page\n\n${page}\n`)).toEqual([expect.stringContaining(`model ${name}`)]);
  });

  it.each([
    'ollama run deepseek-r1 is what you type, or another',
    'llm models such as qwen2.5-7b are good',
    'We pass --model and qwen3:8b to it.',
    'python is used to run qwen2.5-7b',
    '- d "qwen2.5-7b" is a word in a list',
  ])('is none: %s', (page) => {
    expect(linesSeen(text, 'docs/page.md', `A page\n\n${page}\n`)).toEqual([]);
  });
});

describe('the head of a page', () => {
  const head = (lines: string) => `---\n${lines}\n---\nAsk it well.\n`;
  const seen = async (path: string, page: string) => {
    const { inventory } = await scanFiles({ [path]: page });
    return inventory.flatMap(({ reference }) => (reference.kind === 'model' ? [`${reference.name} ${reference.evidence.usage}`] : []));
  };

  it.each([
    ['.opencode/agent/review.md', 'developer-tool'],
    ['.claude/agents/review.md', 'developer-tool'],
    ['.github/prompts/review.prompt.md', 'docs'],
    ['prompts/greet.prompt', 'runtime'],
    ['prompts/greet.prompty', 'runtime'],
  ])('says which model is asked: %s', async (path, usage) => {
    expect(await seen(path, head('description: reviews\nmodel: openrouter/qwen/qwen3-coder'))).toEqual([
      `openrouter/qwen/qwen3-coder ${usage}`,
    ]);
    expect(await seen(path, head('model:\n  name: qwen3-coder-plus'))).toEqual([`qwen3-coder-plus ${usage}`]);
  });

  it('tells of titles and subjects nothing, nor points a tool to what it is told of', async () => {
    expect(await seen('posts/a.md', head('title: On qwen3-8b\ntags: [qwen3-8b, kimi-k2]\nslug: qwen3-8b'))).toEqual([]);
    expect(await seen('.claude/notes.md', 'We had `qwen3-8b` before.\n')).toEqual(['qwen3-8b docs']);
    expect(await seen('.claude/commands/run.md', '```sh\nollama run qwen3:8b\n```\n')).toEqual(['qwen3:8b developer-tool']);
    expect(await seen('posts/b.md', '---\nmodel: qwen3-8b\n')).toEqual([]);
  });
});

describe('code in a fence', () => {
  it('is no command where it names what is used instead', () => {
    const page = "```js\nconst c = {\n  url: o.url || 'https://api.deepseek.com/v1',\n  model: o.model || 'deepseek-chat',\n};\n```\n";
    expect(linesSeen(text, 'docs/page.md', page)).toEqual([
      expect.stringContaining('endpoint https://api.deepseek.com/v1'),
      expect.stringContaining('model deepseek-chat'),
    ]);
  });

  it('is one where a command stands behind the bars', () => {
    const page = '```sh\ncurl -f x || ollama-start qwen2.5:7b\n[ -f m ] || ollama pull qwen3:8b\n```\n';
    expect(linesSeen(text, 'docs/page.md', page)).toContainEqual(expect.stringContaining('model qwen3:8b'));
  });
});

describe('a command over several lines of a fence', () => {
  it('is read as one, once', () => {
    const page = '```bash\nllama-server \\\n    -hf ggml-org/Qwen2.5-Coder-7B-Q8_0-GGUF \\\n    --alias qwen \\\n    --port 8012\n```\n';
    expect(linesSeen(text, 'docs/page.md', page)).toEqual([expect.stringContaining('model ggml-org/Qwen2.5-Coder-7B-Q8_0-GGUF')]);
  });

  it.each([
    '```\nC:\\models\\\nqwen2.5-7b is loaded\n```\n',
    '```bash\necho \\\n  qwen2.5-7b \\\n  is slow\n```\n',
    'llama-server \\\n\nqwen2.5-7b follows\n',
  ])('is none: %s', (page) => {
    expect(linesSeen(text, 'docs/page.md', page)).toEqual([]);
  });
});

describe('pages of R and of Quarto', () => {
  it.each(['README.Rmd', 'vignettes/chat.qmd'])('%s is read as Markdown', (path) => {
    const page = '```{r}\nSys.setenv(DEEPSEEK_API_KEY = "x")\nchat <- chat_deepseek(model = "deepseek-chat")\n```\nAsk deepseek-chat.\n';
    expect(text.files.test(path)).toBe(true);
    expect(linesSeen(text, path, page).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'credential DEEPSEEK_API_KEY',
      'model deepseek-chat',
    ]);
  });

  it('are no other files', () => {
    expect(text.files.test('src/a.md5')).toBe(false);
  });
});

describe('a command of a tool that nobody knows', () => {
  it('is read in a block for a shell', () => {
    const page = '<Tabs>\n\n```bash\nacme-model download Qwen/Qwen3-0.6B\n```\n\n</Tabs>\n';
    expect(linesSeen(text, 'docs/page.mdx', page)).toEqual([expect.stringContaining('model Qwen/Qwen3-0.6B')]);
  });

  it.each([
    '```bash\ncd Qwen/Qwen3-Coder\nls Qwen/Qwen3-fixes\n```\n',
    '```bash\nacme-model push kimi/assets-2\n```\n',
    '```text\nacme-model download Qwen/Qwen3-0.6B\n```\n',
    'acme-model download Qwen/Qwen3-0.6B\n',
  ])('is none: %s', (page) => {
    expect(linesSeen(text, 'docs/page.md', page)).toEqual([]);
  });
});

describe('a path of weights in a block', () => {
  it('is told', () => {
    const page = '```toml\npath = "/tmp/qwen2.5-0.5b-instruct-q4_k_m.gguf"\n```\n';
    expect(linesSeen(text, 'docs/page.md', page)).toEqual([expect.stringContaining('model /tmp/qwen2.5-0.5b-instruct-q4_k_m.gguf')]);
  });

  it('is none of something else', () => {
    expect(linesSeen(text, 'docs/page.md', '```toml\npath = "/tmp/kimi-2/index"\n```\n')).toEqual([]);
  });
});
