// Command-line tools that load, serve or call models, and where on their line the model's name stands.

/** A tool and its subcommand; the words after it that are no options are models. `most` says how many. */
interface Loader {
  readonly words: readonly string[];
  readonly most: number;
}

const LOADERS: readonly Loader[] = [
  ...['run', 'pull', 'push', 'show', 'stop', 'cp', 'rm'].map((verb) => ({ words: ['ollama', verb], most: verb === 'pull' ? 9 : 1 })),
  { words: ['vllm', 'serve'], most: 1 },
  { words: ['vllm', 'chat'], most: 1 },
  { words: ['sglang', 'serve'], most: 1 },
  { words: ['hf', 'download'], most: 1 },
  { words: ['huggingface-cli', 'download'], most: 1 },
  { words: ['modelscope', 'download'], most: 1 },
  { words: ['docker', 'model', 'pull'], most: 1 },
  { words: ['docker', 'model', 'run'], most: 1 },
  { words: ['lms', 'get'], most: 1 },
  { words: ['lms', 'load'], most: 1 },
  { words: ['lmdeploy', 'serve', 'api_server'], most: 1 },
  { words: ['lmdeploy', 'chat'], most: 1 },
  { words: ['trtllm-serve', 'serve'], most: 1 },
  { words: ['trtllm-serve'], most: 1 },
  ...['run', 'pull', 'serve'].map((verb) => ({ words: ['ramalama', verb], most: 1 })),
  ...['run', 'pull', 'start'].map((verb) => ({ words: ['local-ai', verb], most: 1 })),
  { words: ['optimum-cli', 'export'], most: 0 },
  { words: ['llamafactory-cli', 'train'], most: 0 },
  { words: ['foundry', 'model', 'run'], most: 1 },
  { words: ['tabby', 'serve'], most: 0 },
  { words: ['xinference', 'launch'], most: 0 },
  { words: ['cortex', 'run'], most: 1 },
  { words: ['llm', 'install'], most: 0 },
];

export interface Loading {
  /** Dotted by blanks, as written: `ollama pull`. */
  readonly call: string;
  /** The index of the first word after tool and subcommand. */
  readonly next: number;
  readonly most: number;
}

const byTool = new Map<string, readonly Loader[]>();
for (const loader of LOADERS) byTool.set(loader.words[0] ?? '', [...(byTool.get(loader.words[0] ?? '') ?? []), loader]);

/** What the line loads: by its first words, or in an argument list behind a wrapper such as `docker exec name`. */
export function loadingOf(words: readonly string[]): Loading | null {
  for (let at = 0; at < words.length; at++) {
    const tool = baseName(words[at] ?? '');
    const loader = byTool.get(tool)?.find(({ words: wanted }) => wanted.every((word, index) => index === 0 || words[at + index] === word));
    if (loader) return { call: loader.words.join(' '), next: at + loader.words.length, most: loader.most };
  }
  return null;
}

/** A variable that a Makefile or script keeps the tool's path in: `$(OLLAMA) pull`, `${LMS_BIN} load`. */
const VARIABLE = /^\$[({]?([A-Z][A-Z0-9_]{1,40}?)(?:_(?:BIN|CMD|PATH|EXE|CLI))?[)}]?$/;

export function baseName(word: string): string {
  const variable = VARIABLE.exec(word)?.[1];
  if (variable !== undefined) return variable.toLowerCase().replaceAll('_', '-');
  return word.slice(word.lastIndexOf('/') + 1).replace(/\.exe$/i, '');
}

/** Short options that take a model, by tool. */
const SHORT: readonly { readonly tools: RegExp; readonly flags: RegExp }[] = [
  { tools: /^(?:llama|main|server|koboldcpp|llamafile)/, flags: /^-{1,2}(?:m|md|mu|hf|hfr|hfd|hfrd|hff)$/ },
  {
    tools: /^(?:llm|aichat|codex|opencode|claude|mods|gptme|goose|crush|gemini|tgpt|sgpt|q|oterm|llama-swap|aider|interpreter|mlx_lm)/,
    flags: /^-m$/,
  },
];
/** Short options that nobody uses for anything else. */
const SURE = /^-(?:hf|hfr|hfd|mu|md)$/;

export function isShortModelFlag(tool: string, flag: string): boolean {
  return SURE.test(flag) || SHORT.some(({ tools, flags }) => tools.test(tool) && flags.test(flag));
}

/** Options that load a fixed model without naming it elsewhere: the option is the name. */
export function isPresetFlag(flag: string): boolean {
  return /^--(?:fim|embd|vision|chat|tts)-[\w.-]{3,60}-(?:default|spec)$/.test(flag);
}

/** Options whose value is no model although their name says so, and options that say how a model is read. */
export function isFormatFlag(flag: string): boolean {
  return /^--?(?:tool-call-parser|reasoning-parser|reasoning-format|chat-template|served-model-name|tokenizer-mode|model-impl|model-type|conversation-template|load-format|quantization)$/.test(
    flag.replaceAll('_', '-'),
  );
}

const TOOL =
  /^\s{0,20}(?:[A-Za-z_]\w{0,60}=\S{0,200}\s{1,8}){0,6}(?:sudo |exec |nohup |time |env |then |do |- |@|\$ |> ){0,3}(?:\/[\w./-]{1,100}\/)?(?:ollama|vllm|sglang|python[\d.]{0,4}|pip[\d.]{0,4}|uvx?|pipx|npx|npm|pnpm|yarn|bunx?|docker|podman|hf|huggingface-cli|modelscope|lms|lmdeploy|llama-\w{1,20}|llm|llamafactory-cli|curl|wget|git|aider|claude|codex|opencode|crush|export|set|setx|bash|sh|zsh|cargo|go|gem|torchrun|accelerate|deepspeed|text-generation-launcher|mlx_lm[\w.]{0,20}|xinference|ramalama|litellm|kubectl|helm|brew|conda|poetry)(?:\s|$)/;

/** Whether a value is a line for a shell and not a sentence. */
export function isCommandLine(value: string): boolean {
  if (!/\s/.test(value.trim())) return false;
  if (TOOL.test(value) || /(?:^|\s)--[a-z][\w-]{1,40}(?:[\s=]|$)/.test(value)) return true;
  return /(?:&&|\|\|)\s{1,20}(?!["'`\s])/.test(value) || (value.includes('<<') && FEEDS.test(value));
}

/** A text that is fed to a command, or written to a file by one: `cat > app.py <<'EOF'`. */
const FEEDS =
  /(?:^|[\n;&|(])[ \t]{0,40}(?:sudo[ \t]{1,8})?(?:cat|tee|python[\d.]{0,4}|node|bash|sh|ssh|psql|mysql|kubectl|helm|curl|jq)\b[^\n]{0,200}<<-?[ \t]{0,8}\\?["']?[A-Za-z_]\w{0,60}["']?[^\n]{0,200}\n/;

/** A line of prose that is nothing but a command, or goes on with one: a tool that loads something or takes options. */
export function isTypedLine(line: string): boolean {
  if (/^\s{0,20}-(?:d|-data(?:-raw)?) ["'{]/.test(line)) return true;
  if (/`|[.,;!?](?:\s|$)/.test(line)) return false;
  if (/^\s{0,20}--[a-z][\w-]{1,40}(?:[\s=]|$)/.test(line)) return true;
  return TOOL.test(line) && (/\s-{1,2}[a-z]/.test(line) || loadingOf(line.trim().split(/\s{1,20}/, 12)) !== null);
}

/** A command that is written as a list of its words. */
export function isArguments(route: readonly string[]): boolean {
  return /^(?:command|entrypoint|args|cmd|argv)$/i.test(route.at(-1) ?? '');
}
