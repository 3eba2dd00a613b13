// Programs that a shell script hands to an interpreter or writes to a file.
import { describe, expect, it } from 'vitest';
import { scanFiles } from '../../project.ts';

const names = async (text: string) => {
  const { inventory } = await scanFiles({ 'run.sh': text });
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
  ])('is read: %s', async (text, expected) => {
    expect(await names(text)).toEqual(expected);
  });

  it.each([
    "python - <<'PY'\nprint('qwen-max')\nPY\n",
    "cat <<EOF\nfrom kimi import board\nplay(title='kimi-2')\nEOF\n",
    'python3 -c "print(\'qwen-max\')"\n',
  ])('says nothing: %s', async (text) => {
    expect(await names(text)).toEqual([]);
  });
});
