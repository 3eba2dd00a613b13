// Values behind functions of a template's language, loops of tasks, tables of names, and addresses that are no model's.
import { describe, expect, it } from 'vitest';
import { rewritten, scalar, slice } from '../../../src/formats/nodes.ts';
import { parseYaml } from '../../../src/formats/yaml.ts';
import { scanFiles } from '../../project.ts';

type Files = Readonly<Record<string, string>>;

/** `line:column vendor operator <- hop <- hop` of every subject in the first file. */
async function subjectsIn(files: Files): Promise<string[]> {
  const { inventory } = await scanFiles(files);
  const [path] = Object.keys(files);
  return inventory
    .filter(({ reference }) => reference.evidence.path === path)
    .map(({ reference: { evidence }, identity, lineage }) => {
      const hops = lineage.map(({ to, evidence: at }) => `${to}${at ? ` @${at.path}:${at.region?.startLine}` : ''}`);
      const place = `${evidence.region?.startLine}:${evidence.region?.startColumn}`;
      return [`${place} ${identity.vendor} ${identity.operator?.id ?? '-'}`, ...hops].join(' <- ');
    });
}

const MAPPINGS = 'Mappings:\n  Models:\n    prod: { Id: qwen.qwen3-32b-v1:0 }\n    dev: { Id: amazon.nova-lite-v1:0 }\n';

describe('functions of CloudFormation', () => {
  it('look a model up by keys, of which one may be computed', async () => {
    const seen = [
      '3:17 alibaba amazon-bedrock',
      '6:25 alibaba amazon-bedrock <- symbol:t.yaml#Mappings.Models.each.Id @t.yaml:6 <- qwen.qwen3-32b-v1:0 @t.yaml:3',
      '7:33 alibaba amazon-bedrock <- symbol:t.yaml#Mappings.Models.prod.Id @t.yaml:7 <- qwen.qwen3-32b-v1:0 @t.yaml:3',
    ];
    const uses = 'Vars:\n  MODEL_ID: !FindInMap [Models, !Ref Stage, Id]\n  CHAT_MODEL: { Fn::FindInMap: [Models, prod, Id] }\n';
    expect(await subjectsIn({ 't.yaml': MAPPINGS + uses })).toEqual(seen);
    const lines = 'Vars:\n  MODEL_ID: !FindInMap\n    - Models\n    - prod\n    - Id\n';
    expect((await subjectsIn({ 't.yaml': MAPPINGS + lines })).at(-1)).toContain(
      '7:7 alibaba amazon-bedrock <- symbol:t.yaml#Mappings.Models.prod.Id',
    );
  });

  it('look up another key, another map, or nothing that can be told', async () => {
    const uses =
      'Vars:\n  MODEL_ID: !FindInMap [Models, dev, Id]\n  CHAT_MODEL: !FindInMap [Sizes, prod, Id]\n  LLM_MODEL: !FindInMap [!Ref Map, prod, Id]\n';
    expect(await subjectsIn({ 't.yaml': MAPPINGS + uses })).toEqual(['3:17 alibaba amazon-bedrock']);
  });

  it('join, choose and substitute', async () => {
    const text =
      "A:\n  MODEL_ID: !Join ['', ['arn:aws:bedrock:', !Ref AWS::Region, '::foundation-model/deepseek.v3-v1:0']]\n  MODEL: !If [Big, qwen.qwen3-32b-v1:0, x]\n  LLM: { Fn::Sub: 'kimi-k2' }\n";
    expect(await subjectsIn({ 't.yaml': text })).toEqual([
      '2:26 deepseek amazon-bedrock',
      '3:20 alibaba amazon-bedrock',
      '4:20 moonshot -',
    ]);
  });

  it('are read in their short form as in the long one', () => {
    const [root] = parseYaml('a: !Join [x, y]\nb: !reference [x, y]\n').roots;
    const [first, second] = root?.kind === 'map' ? root.entries : [];
    expect(first?.value.kind === 'map' && first.value.entries[0]?.key.value).toBe('Fn::Join');
    expect(second?.value.kind).toBe('list');
  });
});

describe('an ARN with a computed account', () => {
  const arn = (rest: string) =>
    `resource "x" "y" {\n  value = "arn:aws:bedrock:\${var.region}:\${data.aws_caller_identity.me.account_id}:${rest}"\n}\n`;

  it('gives the model', async () => {
    const { inventory } = await scanFiles({ 'main.tf': arn('inference-profile/us.deepseek.r1-v1:0') });
    expect(
      inventory.map(({ reference, identity }) => [reference.kind === 'model' && reference.partial, identity.vendor, identity.certainty]),
    ).toEqual([[false, 'deepseek', 'strong']]);
    expect(
      await subjectsIn({
        'a.py': 'client.converse(modelId=f"arn:aws:bedrock:us-east-1:{account}:inference-profile/us.deepseek.r1-v1:0")\n',
      }),
    ).toEqual(['1:27 deepseek amazon-bedrock']);
  });

  it('gives no more than a family where its end is computed, and none where it names something else', async () => {
    const { inventory } = await scanFiles({ 'main.tf': arn('inference-profile/us.deepseek.${var.model}') });
    expect(inventory.map(({ identity }) => identity.certainty)).toEqual(['weak']);
    expect(await subjectsIn({ 'main.tf': arn('function/deepseek-proxy') })).toEqual([]);
  });
});

describe('modules of Bicep', () => {
  const engine = "var engine = 'DeepSeek-R1'\noutput modelName string = engine\n";

  it('give what they put out to those who use them', async () => {
    const main =
      "module ai './ai.bicep' = {\n  name: 'ai'\n}\nmodule app './app.bicep' = {\n  params: {\n    model: ai.outputs.modelName\n  }\n}\n";
    const app =
      "param model string\nresource d 'x@1' = {\n  properties: {\n    model: { format: 'DeepSeek', name: model, version: '1' }\n  }\n}\n";
    expect(await subjectsIn({ 'app.bicep': app, 'main.bicep': main, 'ai.bicep': engine })).toEqual([
      '4:40 deepseek azure <- symbol:app.bicep#model @app.bicep:4 <- symbol:main.bicep#ai.outputs.modelName @main.bicep:6 <- symbol:ai.bicep#outputs.modelName @main.bicep:6 <- symbol:ai.bicep#engine @ai.bicep:2 <- DeepSeek-R1 @ai.bicep:1',
    ]);
  });

  it('give what a resource of theirs holds', async () => {
    const ai =
      "resource d 'x@1' = {\n  properties: {\n    model: { format: 'DeepSeek', name: 'DeepSeek-R1', version: '1' }\n  }\n}\noutput modelName string = d.properties.model.name\n";
    expect((await subjectsIn({ 'ai.bicep': ai })).at(-1)).toBe(
      '6:27 deepseek azure <- symbol:ai.bicep#d.properties.model.name @ai.bicep:6 <- DeepSeek-R1 @ai.bicep:3',
    );
  });

  it('give nothing to one that uses another file', async () => {
    const main = "module ai './other.bicep' = {\n  name: 'ai'\n}\nresource s 'x@1' = {\n  model: ai.outputs.modelName\n}\n";
    expect(await subjectsIn({ 'main.bicep': main, 'ai.bicep': engine, 'other.bicep': "output modelName string = 'gpt-4o'\n" })).toEqual([]);
  });
});

describe('a mapping of models', () => {
  const channel = (mapping: string) => `{"base_url": "https://llm.example.com", "models": "gpt-4o", "model_mapping": ${mapping}}`;

  it('says who answers to a name', async () => {
    const seen = ['1:52 deepseek - <- deepseek-chat @c.json:1', '1:90 deepseek -'];
    expect(await subjectsIn({ 'c.json': channel('{"gpt-4o": "deepseek-chat"}') })).toEqual(seen);
    expect((await subjectsIn({ 'c.json': channel('"{\\"gpt-4o\\": \\"deepseek-chat\\"}"') }))[0]).toBe(seen[0]);
  });

  it('says nothing of other names, or of a table of something else', async () => {
    expect(await subjectsIn({ 'c.json': channel('{"gpt-4": "deepseek-chat"}') })).toEqual(['1:89 deepseek -']);
    expect(
      (await subjectsIn({ 'c.json': channel('{}').replace('model_mapping": {}', 'prices": {"gpt-4o": "deepseek-chat"}') })).length,
    ).toBe(1);
  });
});

describe('variables of supervisord', () => {
  it('are those of the environment', async () => {
    const conf = '[program:llm]\ncommand=vllm serve %(ENV_MODEL_ID)s --port 80\nenvironment=LLM_MODEL="%(ENV_CHAT)s",X="1"\n';
    expect(await subjectsIn({ 'supervisord.conf': conf, '.env': 'MODEL_ID=Qwen/Qwen3-8B\nCHAT=kimi-k2\n' })).toEqual([
      '2:20 alibaba - <- env:MODEL_ID @supervisord.conf:2 <- Qwen/Qwen3-8B @.env:1',
      '3:24 moonshot - <- env:CHAT @supervisord.conf:3 <- kimi-k2 @.env:2',
    ]);
  });

  it('are none where they name the program', async () => {
    const conf = '[program:llm]\ncommand=vllm serve %(program_name)s\n';
    expect(await subjectsIn({ 'supervisord.conf': conf, '.env': 'program_name=Qwen/Qwen3-8B\n' })).toEqual([]);
  });
});

describe('substitutions of HOCON', () => {
  const base = 'llm {\n  models { chat = "qwen-max" }\n}\n';

  it('name another place of the configuration, in this file or one beside it', async () => {
    const seen = '2:11 alibaba alibaba <- symbol:conf#hocon.llm.models.chat @conf/application.conf:2 <- qwen-max';
    expect(await subjectsIn({ 'conf/application.conf': 'agent {\n  model = ${llm.models.chat}\n}\n', 'conf/llm.conf': base })).toEqual([
      `${seen} @conf/llm.conf:2`,
    ]);
  });

  it('name nothing of another folder, and no other place', async () => {
    expect(await subjectsIn({ 'a/application.conf': 'agent { model = ${llm.models.chat} }\n', 'b/llm.conf': base })).toEqual([]);
    expect(await subjectsIn({ 'application.conf': 'agent { model = ${llm.models.small} }\n', 'llm.conf': base })).toEqual([]);
  });
});

describe('loops of Ansible', () => {
  const task = (name: string, loop: string) => `- name: pull\n  command: ollama pull {{ ${name} }}\n${loop}`;

  it('go through what is written, or through a variable', async () => {
    expect(await subjectsIn({ 'roles/m/tasks/main.yml': task('item', '  loop:\n    - qwen3:8b\n    - llama3\n') })).toEqual([
      '2:24 alibaba - <- symbol:roles/m/tasks/main.yml#loop.0.loop @roles/m/tasks/main.yml:2 <- qwen3:8b @roles/m/tasks/main.yml:4',
      '4:7 alibaba -',
    ]);
    const loop = '  loop: "{{ models | default([]) }}"\n  loop_control: { loop_var: one }\n';
    const files = { 'roles/m/tasks/main.yml': task('one.name', loop), 'group_vars/all.yml': 'models:\n  - { name: "deepseek-r1:7b" }\n' };
    expect(await subjectsIn(files)).toEqual([
      '2:24 deepseek - <- env:models.name @roles/m/tasks/main.yml:2 <- deepseek-r1:7b @group_vars/all.yml:2',
    ]);
  });

  it('give nothing to a task beside them, or to another variable', async () => {
    const beside = '- name: other\n  command: ollama pull {{ item }}\n- name: pull\n  debug: { msg: x }\n  loop: [qwen3:8b]\n';
    expect(await subjectsIn({ 'roles/m/tasks/main.yml': beside })).toEqual(['5:10 alibaba -']);
    expect(await subjectsIn({ 'roles/m/tasks/main.yml': task('model', '  loop: [qwen3:8b]\n') })).toEqual(['3:10 alibaba -']);
  });
});

describe('parsers of answers', () => {
  it('are called after families that many others use', async () => {
    const nix =
      '{ lib, ... }: {\n  toolParser = lib.mkOption { type = lib.types.enum [ "hermes" "qwen3_coder" "kimi_k2" ]; default = "qwen3_coder"; };\n  parsers = [ "kimi_k2" ];\n}\n';
    expect(await subjectsIn({ 'vllm.nix': nix })).toEqual([]);
    expect(await subjectsIn({ 'a.py': 'config = dict(tool_call_parser="kimi_k2")\n' })).toEqual([]);
    expect(await subjectsIn({ 'values.yaml': 'model: llama3\nreasoning_parser_plugin: qwen3\n' })).toHaveLength(1);
  });

  it('are no names of models', async () => {
    expect(await subjectsIn({ 'vllm.nix': '{ loadModels = [ "qwen3:8b" ]; pdfParser = "qwen/qwen-vl-max"; }\n' })).toHaveLength(2);
  });
});

describe('who carries mail, messages and payments', () => {
  it('answers no prompt', async () => {
    expect(await subjectsIn({ '.env': 'MAIL_PROVIDER=deepseek\nSMS_PROVIDER=minimax\nPAYMENT_PLATFORM=qwen\n' })).toEqual([]);
    expect(await subjectsIn({ 's.json': '{"mailProvider": "deepseek", "notification_provider": "minimax"}' })).toEqual([]);
  });

  it('answers for no model beside it', async () => {
    const { inventory } = await scanFiles({ '.env': 'SMTP_HOST=smtp.example.com\nREDIS_HOST=cache.example.com\nLLM_MODEL=qwen-max\n' });
    expect(inventory.map(({ reference }) => reference.kind === 'model' && reference.endpoint)).toEqual([null]);
  });

  it.each([
    ['SEARXNG_URL=https://search.example.com', null],
    ['LANGFUSE_HOST=https://trace.example.com', null],
    ['OTEL_EXPORTER_ENDPOINT=https://otel.example.com', null],
    ['LLM_BASE_URL=https://api.siliconflow.cn/v1', 'https://api.siliconflow.cn/v1'],
  ])('is told from who answers: %s', async (line, endpoint) => {
    const { inventory } = await scanFiles({ '.env': `${line}\nLLM_MODEL=qwen-max\n` });
    expect(inventory.flatMap(({ reference }) => (reference.kind === 'model' ? [reference.endpoint] : []))).toEqual([endpoint]);
  });

  it('is asked where the word says so', async () => {
    expect(await subjectsIn({ '.env': 'LLM_PROVIDER=deepseek\n' })).toEqual(['1:14 deepseek deepseek']);
  });
});

describe('the maker of a model', () => {
  const entry = (vendor: string) => ({ 'models.yaml': `models:\n  - model: qwen3-32b\n    vendor: ${vendor}\n` });
  it('is not who answers', async () => {
    expect(await subjectsIn(entry('Alibaba'))).toEqual(['2:12 alibaba -']);
    expect(await subjectsIn(entry('Alibaba Cloud'))).toEqual(['2:12 alibaba -']);
  });

  it('but the id of a provider is', async () => {
    expect(await subjectsIn(entry('alibaba'))).not.toEqual(['2:12 alibaba -']);
  });
});

describe('several addresses in one value', () => {
  it('do not say which of them is asked for a model', async () => {
    const env = (urls: string) => ({ '.env': `OPENAI_API_BASE_URLS=${urls}\nDEFAULT_MODELS=Qwen/Qwen3-8B\n` });
    expect((await subjectsIn(env('https://api.deepseek.com/v1;https://api.siliconflow.cn/v1'))).at(-1)).toBe('2:16 alibaba -');
    expect((await subjectsIn(env('https://api.siliconflow.cn/v1'))).at(-1)).toBe('2:16 alibaba siliconflow-cn');
  });
});

describe('a rewritten scalar', () => {
  it('stands for the whole of what it was written from', () => {
    const node = rewritten(scalar('a {{ item }} b', 10, 24), [{ start: 2, end: 12, text: '${x}' }]);
    expect(node.value).toBe('a ${x} b');
    const piece = slice(node, 2, 6);
    expect([piece.start, piece.end]).toEqual([12, 22]);
    expect([slice(node, 7, 8).start, slice(node, 7, 8).end]).toEqual([23, 24]);
    expect(rewritten(node, [])).toBe(node);
  });
});

describe('files of Triton', () => {
  const text = (name: string) =>
    `backend: "python"\ninput [ { name: "PROMPT" dims: [ 1 ] } ]\nparameters: {\n  key: "${name}"\n  value: { string_value: "Qwen/Qwen3-8B" }\n}\n`;

  it('give the parameter of a model, and are read as a whole', async () => {
    const { inventory, notices } = await scanFiles({ 'm/config.pbtxt': text('model_name') });
    expect(inventory.map(({ reference: { evidence } }) => evidence.route.join('.'))).toEqual(['parameters.model_name']);
    expect(notices).toEqual([]);
  });

  it('give no path to which something is written', async () => {
    expect(await subjectsIn({ 'm/config.pbtxt': text('output_dir') })).toEqual([]);
  });
});

describe('a variable of a Makefile', () => {
  it('goes on after a backslash', async () => {
    expect(await subjectsIn({ Makefile: 'MODELS ?= \\\n\tllama-3 \\\n\tqwen3:8b \\\n\tdeepseek-r1:7b\nNEXT = 7 # qwen-max\n' })).toEqual([
      '3:2 alibaba -',
      '4:2 deepseek -',
    ]);
  });
});

describe('a list of options', () => {
  it('says what may be chosen where its items are names', async () => {
    const { inventory } = await scanFiles({ 'flow.json': '{"model_name": {"options": ["qwen-plus", "gpt-4o"], "value": "qwen-plus"}}' });
    expect(inventory.map(({ reference: { evidence } }) => evidence.usage)).toEqual(['catalogue', 'runtime']);
  });

  it('says what is used where its items are settings', async () => {
    const { inventory } = await scanFiles({
      'flow.json': '{"mode": "fallback", "options": [{"model": "gpt-4o"}, {"model": "qwen-plus"}]}',
    });
    expect(new Set(inventory.map(({ reference: { evidence } }) => evidence.usage))).toEqual(new Set(['runtime']));
  });
});

describe('an address of a registry', () => {
  it('is an image under any key', async () => {
    const { inventory } = await scanFiles({
      'nim.yaml': 'spec:\n  modelPuller: nvcr.io/nim/qwen/qwen3-32b:1.0.3\n  proxy: deepseek.example.com\n',
    });
    expect(inventory.map(({ reference, identity }) => [reference.kind, identity.exposure])).toEqual([['model', 'weights']]);
  });
});

describe('what an object is told from', () => {
  it('is no list of what is forbidden', async () => {
    const text =
      'spec:\n  requiredDuringSchedulingIgnoredDuringExecution:\n  - labelSelector:\n      matchExpressions:\n      - values: [deepseek-v2-5]\n  command: [vllm, serve, deepseek-ai/DeepSeek-V2.5]\n';
    expect(await subjectsIn({ 'a.yaml': text })).toEqual(['6:26 deepseek -']);
  });
});

describe('an example in a description of a field', () => {
  it('is shown to people, and elsewhere it is a value', async () => {
    const usages = async (text: string) =>
      (await scanFiles({ 'services.yaml': text })).inventory.map(({ reference }) => reference.evidence.usage);
    expect(await usages('model:\n  description: Which one\n  example: deepseek-chat\n')).toEqual(['example']);
    expect(await usages('example:\n  model: deepseek-chat\n')).toEqual(['runtime']);
  });
});

describe('a list below a key of an INI file', () => {
  it('holds one value a line', async () => {
    const text = '[testenv]\npassenv =\n  OPENAI_API_KEY\n  DEEPSEEK_API_KEY\nmodels =\n    qwen3:8b\n    llama3\nname = x\n';
    expect(await subjectsIn({ 'tox.ini': text })).toEqual(['4:3 deepseek -', '6:5 alibaba -']);
  });

  it('ends where pairs begin', async () => {
    expect(await subjectsIn({ 'tox.ini': '[a]\nsetenv =\n    LLM_MODEL = qwen-max\n    OTHER = llama\n' })).toHaveLength(1);
  });
});

describe('what may be asked, as a policy names it', () => {
  it('is a family where its end is a star, and nobody where all of it is', async () => {
    const arn = (end: string) => `Resource:\n  - !Sub 'arn:aws:bedrock:\${AWS::Region}::foundation-model/${end}'\n`;
    expect(await subjectsIn({ 'p.yaml': arn('deepseek.*') })).toEqual(['2:11 deepseek amazon-bedrock']);
    expect(await subjectsIn({ 'p.yaml': `${arn('*')}# deepseek\n` })).toEqual([]);
  });
});

describe('the default model of an application', () => {
  const settings = (urls: readonly string[], model: string) =>
    JSON.stringify({
      openai: { api_base_urls: urls, api_keys: ['x'] },
      ollama: { base_urls: ['http://ollama:11434'] },
      ui: { default_models: model },
    });
  const last = async (text: string) => (await subjectsIn({ 'config.json': text })).at(-1)?.replace(/^\S+ /, '');

  it('is asked from the one client that another block sets up', async () => {
    expect(await last(settings(['https://api.siliconflow.cn/v1'], 'deepseek-v3'))).toBe('deepseek siliconflow-cn');
    expect(await last(settings(['https://api.deepseek.com/v1'], 'deepseek-chat'))).toBe('deepseek deepseek');
  });

  it('is asked from nobody known where there are two, where it has a tag, or where it is another model', async () => {
    expect(await last(settings(['https://api.siliconflow.cn/v1', 'https://api.deepseek.com'], 'deepseek-v3'))).toBe('deepseek -');
    expect(await last(settings(['https://api.siliconflow.cn/v1'], 'qwen3:8b'))).toBe('alibaba -');
    const { inventory } = await scanFiles({ 'config.json': settings(['https://api.deepseek.com/v1'], 'gpt-4o') });
    expect(inventory.map(({ reference }) => reference.kind)).toEqual(['endpoint', 'credential']);
  });
});

describe('providers for purposes', () => {
  it('answer for the model of the same purpose, whatever address another one has', async () => {
    const env =
      'LLM_PROVIDER=openai\nOPENAI_BASE_URL=https://api.deepseek.com\nOPENAI_MODEL=deepseek-chat\nEMBEDDING_PROVIDER=ollama\nEMBEDDING_MODEL=qwen3-embedding\nVISION_PROVIDER=siliconflow\nVISION_MODEL=qwen/qwen-vl-max\n';
    expect((await subjectsIn({ '.env': env })).slice(1)).toEqual(['3:14 deepseek deepseek', '5:17 alibaba -', '7:14 alibaba siliconflow']);
    const cline = {
      planModeApiProvider: 'deepseek',
      planModeApiModelId: 'deepseek-chat',
      actModeApiProvider: 'openai',
      openAiBaseUrl: 'https://api.moonshot.cn/v1',
      actModeOpenAiModelId: 'kimi-k2-0905-preview',
    };
    const seen = await subjectsIn({ 'globalState.json': JSON.stringify(cline) });
    expect(seen.map((one) => one.replace(/^\S+ /, ''))).toEqual(['deepseek deepseek', 'moonshot moonshot', 'moonshot moonshot']);
  });

  it('answer for the model whose key names them after the purpose, and for no other of that purpose', async () => {
    const cline = {
      planModeApiProvider: 'openai-codex',
      planModeOpenRouterModelId: 'qwen/qwen3-coder',
      actModeApiProvider: 'openrouter',
      actModeOpenRouterModelId: 'moonshotai/kimi-k2',
      actModeGroqModelId: 'moonshotai/kimi-k2-instruct',
    };
    const { inventory } = await scanFiles({ 'globalState.json': JSON.stringify(cline) });
    const found = inventory.map(({ reference }) => reference.kind === 'model' && `${reference.name} ${reference.provider}`);
    expect(found).toEqual(['qwen/qwen3-coder openai-codex', 'moonshotai/kimi-k2 openrouter', 'moonshotai/kimi-k2-instruct openai-codex']);
  });

  it('leave a model of another purpose, or of none, to the address', async () => {
    const env = 'OPENAI_BASE_URL=https://api.deepseek.com\nEMBEDDING_PROVIDER=ollama\nSUMMARY_MODEL=deepseek-chat\n';
    expect((await subjectsIn({ '.env': env })).at(-1)).toBe('3:15 deepseek deepseek');
  });
});
