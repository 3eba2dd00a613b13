import { describe, expect, it } from 'vitest';
import { brief, covered, read } from './read.ts';

const cell = (source: string | readonly string[], more: object = {}) => ({ cell_type: 'code', metadata: {}, outputs: [], source, ...more });
const notebook = (...cells: readonly object[]) => JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1);
const see = (...cells: readonly object[]) => brief('a.ipynb', notebook(...cells));

describe('notebook', () => {
  it('reads code cells, and follows names from cell to cell', () => {
    expect(
      see(
        cell(['import dashscope\n', 'client = OpenAI(base_url="https://api.deepseek.com")\n']),
        { cell_type: 'markdown', source: ['uses qwen-max and `Qwen/Qwen2.5-7B`'] },
        cell('r = client.chat.completions.create(\n    model="ep-1")'),
        cell(['m = "qwen-max"'], { outputs: [{ text: ['m = "kimi-k2"'] }] }),
      ),
    ).toEqual([
      'package pypi dashscope',
      'endpoint https://api.deepseek.com argument cells.[0].client.base_url',
      'model qwen-max assignment cells.[3].m',
      'edge symbol:a.ipynb#m -> qwen-max',
      'model ep-1 argument cells.[2].r.model call=client.chat.completions.create at=https://api.deepseek.com by=OpenAI',
    ]);
  });

  it('reads command lines', () => {
    expect(see(cell(['!ollama pull qwen3\n', 'x = 1\n', '%env DEEPSEEK_MODEL=deepseek-chat']))).toEqual([
      'model qwen3 command cells.[0] call=ollama pull',
      'model deepseek-chat command cells.[0].DEEPSEEK_MODEL by=deepseek',
      'edge env:DEEPSEEK_MODEL -> deepseek-chat',
    ]);
    expect(see(cell('%%bash\nollama run deepseek-r1\n'))).toEqual(['model deepseek-r1 command cells.[0] call=ollama run']);
    expect(see(cell(['!python3 -m acme.main \\\n', ' data.path=qwen-1 \\\n', ' policy.model.path=$HOME/models/Qwen2.5-0.5B']))).toEqual([
      'model */models/Qwen2.5-0.5B command cells.[0].policy.model.path call=acme.main partial',
    ]);
    expect(see(cell('%%writefile x.txt\nm = "qwen-max"'))).toEqual([]);
  });

  it('reads the files that cells write', () => {
    expect(
      see(cell(['%%writefile code/serving.properties\n', 'engine=Python\n', 'option.model_id=deepseek-ai/DeepSeek-V3-0324\n'])),
    ).toEqual(['model deepseek-ai/DeepSeek-V3-0324 value cells.[0].option.model_id']);
    expect(see(cell('%%writefile -a run.py\nm = load(model="qwen-max")\n'))).toEqual(['model qwen-max argument m.model call=load']);
    expect(see(cell('%%writefile config.yaml\nllm:\n  model: qwen-plus\n'))).toEqual(['model qwen-plus value cells.[0].llm.model']);
    expect(see(cell('%%writefile serve.sh\nollama pull qwen3\n'))).toEqual(['model qwen3 command cells.[0] call=ollama pull']);
    expect(see(cell('%%writefile README.md\nmodel: qwen-max\n'))).toEqual([]);
    expect(see(cell('%%writefile data.csv\nmodel,qwen-max\n'))).toEqual([]);
  });

  it('covers what a cell writes', () => {
    const text = notebook(cell(['%%writefile a.yaml\n', 'note: "\\té"\n', 'model: qwen-max\n']));
    expect(read('a.ipynb', text).map((sighting) => covered(sighting, text))).toEqual(['qwen-max']);
  });

  it('reads blocks of code in text, and no sentence', () => {
    const text = (source: string) => ({ cell_type: 'markdown', source });
    expect(see(text('Run:\n```bash\nollama pull qwen3\n```\nnot qwen-max'))).toEqual([
      'model qwen3 command cells.[0] docs call=ollama pull',
    ]);
    expect(see(text('```\nollama run deepseek-r1\n```'))).toEqual(['model deepseek-r1 command cells.[0] docs call=ollama run']);
    expect(see(text('```python\nm = load(model="qwen-max")\n```'))).toEqual(['model qwen-max argument cells.[0].m.model call=load']);
    expect(see(text('```text\nqwen-max is asked\n```\n\n```python\nm = "qwen-max"'))).toEqual([]);
  });

  it('covers the raw text, also through escapes', () => {
    const text = notebook(cell(['s = "\\t\\u00e9"\n', 'f("é", model="qwen-max")\n', 'g(f"Qwen/{a}")']));
    const seen = read('a.ipynb', text);
    expect(seen.map((sighting) => covered(sighting, text))).toEqual(['qwen-max', 'Qwen/{a}']);
  });

  it('says nothing of outputs, and one thing of a broken file', () => {
    expect(see(cell('x = 1', { outputs: [{ text: ['model="qwen-max"', 'DEEPSEEK_API_KEY'] }] }))).toEqual([]);
    expect(brief('a.ipynb', '{"cells": [{"cell_type": "code", "source": ["qwen')).toEqual(['notice unparsable']);
  });
});
