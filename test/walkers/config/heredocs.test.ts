// Programs that a shell script hands to an interpreter or writes to a file.
import { describe, expect, it } from 'vitest';
import { scanFiles } from '../../project.ts';

const names = async (text: string, path = 'run.sh') => {
  const { inventory } = await scanFiles({ [path]: text });
  return inventory.flatMap(({ reference }) => (reference.kind === 'model' ? [reference.name] : []));
};

describe('a program in a shell script', () => {
  it.each([
    ["python - <<'PY'\nclient.chat(model='qwen-max')\nPY\n", ['qwen-max']],
    [
      "cat <<'EOF' > run.py\nfrom transformers import AutoModel\nm = AutoModel.from_pretrained('Qwen/Qwen2.5-7B')\nEOF\n",
      ['Qwen/Qwen2.5-7B'],
    ],
    ['python3 -c "from x import y; y.load(\'Qwen/Qwen2.5-7B\')"\n', ['Qwen/Qwen2.5-7B']],
    ["node <<'JS'\nchat({ model: 'deepseek-chat' })\nJS\n", ['deepseek-chat']],
    ["duckdb <<SQL\nCREATE MODEL('coder', 'qwen3-coder:30b', 'ollama');\nSQL\n", ['qwen3-coder:30b']],
    ["psql -d x <<'EOF'\nINSERT INTO models (name) VALUES ('qwen-plus');\nEOF\n", ['qwen-plus']],
    ["cat > app.py <<'EOF'\nMODEL = 'qwen-turbo'\nask(model=MODEL)\nEOF\n", ['qwen-turbo', 'MODEL']],
    ["tee src/a.ts <<'EOF'\nexport const m = 'qwen-max';\nEOF\n", ['qwen-max']],
    ['cat > m <<EOF\nFROM qwen2.5:7b\nEOF\n', ['qwen2.5:7b']],
    [
      "read -r -d '' CASES <<'EOF'\nLlama-1B.gguf|Llama|F16\nQwen3-0.6B-f16.gguf|Qwen3-0.6B|F16|standard\nQwen3-0.6B-f16.gguf|Qwen3-0.6B|F16|fast\nEOF\n",
      ['Qwen3-0.6B-f16.gguf'],
    ],
    ['while read -r f; do run "$f"; done <<EOF\nmodels/qwen2.5-1.5b-q8_0.gguf 3\nEOF\n', ['models/qwen2.5-1.5b-q8_0.gguf']],
    // Two programs: what one calls a model is none of the other's.
    ["python - <<'A'\nMODEL = 'qwen-max'\nA\npython - <<'B'\nask(model=MODEL)\nB\n", ['qwen-max']],
  ])('is read: %s', async (text, expected) => {
    expect(await names(text)).toEqual(expected);
  });

  it.each([
    "python - <<'PY'\nprint('qwen-max')\nPY\n",
    "cat <<EOF\nfrom kimi import board\nplay(title='kimi-2')\nEOF\n",
    'python3 -c "print(\'qwen-max\')"\n',
    'cat <<EOF\nWe once tried Qwen3-0.6B, and qwen3.txt says how.\nEOF\n',
  ])('says nothing: %s', async (text) => {
    expect(await names(text)).toEqual([]);
  });
});

const step = (...lines: readonly string[]) =>
  ['on: push', 'jobs:', '  a:', '    steps:', '      - run: |', ...lines.map((line) => `          ${line}`), ''].join('\n');

describe('a text that a step of a pipeline writes', () => {
  it.each([
    [
      ["cat > notes.py << 'EOF'", 'client.chat.completions.create(', '    model="deepseek-ai/DeepSeek-V3",', ')', 'EOF'],
      ['deepseek-ai/DeepSeek-V3'],
    ],
    [['values="$(mktemp)"', 'cat > "$values" <<\'YAML\'', 'env:', '  AI_MODEL: qwen3-14b-awq', 'YAML'], ['qwen3-14b-awq']],
    [['cat <<EOF > litellm.toml', '[llm]', 'model = "qwen-max"', 'EOF'], ['qwen-max']],
    [['cat > serve.sh <<EOF', 'vllm serve Qwen/Qwen3-8B', 'EOF'], ['Qwen/Qwen3-8B']],
    [['cat > Modelfile <<EOF', 'FROM qwen2.5:7b', 'EOF'], ['qwen2.5:7b']],
  ])('is read: %s', async (lines, expected) => {
    expect(await names(step(...lines), '.github/workflows/a.yml')).toEqual(expected);
  });

  it('has its place in the file', async () => {
    const { inventory } = await scanFiles({ '.github/workflows/a.yml': step('cat > Modelfile <<EOF', 'FROM qwen2.5:7b', 'EOF') });
    expect(inventory[0]?.reference.evidence.region).toMatchObject({ startLine: 7, startColumn: 16, endColumn: 26 });
  });

  it.each([
    [['cat > body.md <<EOF', 'We asked qwen-max and kimi-k2 to say it.', 'EOF']],
    [['cat <<EOF', 'title: qwen', 'EOF']],
    [['x=$((1 << minimax))', 'echo qwen']],
  ])('says nothing: %s', async (lines) => {
    expect(await names(step(...lines), '.github/workflows/a.yml')).toEqual([]);
  });
});
