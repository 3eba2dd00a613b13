import { describe, expect, it } from 'vitest';
import { identify } from '../../src/catalog/identify.ts';
import { catalog } from './own.ts';

describe('a package', () => {
  it.each([
    ['pypi', 'dashscope', 'alibaba', 'official-sdk'],
    ['pypi', 'Langchain_DeepSeek', 'deepseek', 'adapter'],
    ['pypi', 'qwen.vl.utils', 'alibaba', 'weights-loader'],
    ['pypi', 'deepseeek', 'deepseek', 'malicious'],
    ['pypi', 'deepseekai', 'deepseek', 'malicious'],
    ['conda', 'conda-forge::dashscope', 'alibaba', 'official-sdk'],
    ['npm', '@ai-sdk/deepseek', 'deepseek', 'adapter'],
    ['npm', '@qwen-code/qwen-code', 'alibaba', 'agent-cli'],
    ['maven', 'com.alibaba:dashscope-sdk-java', 'alibaba', 'official-sdk'],
    ['golang', 'github.com/cohesion-org/deepseek-go', 'deepseek', 'adapter'],
    ['golang', 'github.com/cohesion-org/deepseek-go/v2', 'deepseek', 'adapter'],
    ['go', 'github.com/cloudwego/eino-ext/components/model/qwen', 'alibaba', 'adapter'],
    ['cargo', 'deepseek-rs', 'deepseek', 'adapter'],
    ['nuget', 'deepseek.core', 'deepseek', 'adapter'],
    ['gem', 'deepseek-ruby', 'deepseek', 'adapter'],
    ['composer', 'deepseek-php/deepseek-laravel', 'deepseek', 'adapter'],
    ['githubactions', 'QwenLM/qwen-code-action', 'alibaba', 'agent-cli'],
    ['githubactions', 'QwenLM/qwen-code-action/.github/workflows/review.yml', 'alibaba', 'agent-cli'],
    ['vscode-extension', 'alibaba-cloud.tongyi-lingma', 'alibaba', 'agent-cli'],
    ['vscode-extension', 'moonshot-ai.kimi-code', 'moonshot', 'agent-cli'],
    ['dify', 'langgenius/tongyi', 'alibaba', 'adapter'],
    ['dify', 'langgenius/deepseek', 'deepseek', 'adapter'],
    ['dify', 'langgenius/minimax', 'minimax', 'adapter'],
    ['dify', 'langgenius/moonshot', 'moonshot', 'adapter'],
    ['oci', 'nvcr.io/nim/qwen/qwen2.5-7b-instruct:1.8', 'alibaba', 'weights-loader'],
    ['oci', 'docker.io/qwenllm/qwenvl:latest', 'alibaba', 'weights-loader'],
    ['oci', 'index.docker.io/qwenllm/qwen@sha256:abc', 'alibaba', 'weights-loader'],
    ['docker', 'nvcr.io/nim/deepseek-ai/deepseek-r1@sha256:abc', 'deepseek', 'weights-loader'],
    ['pypi', 'deepseek', 'deepseek', 'plugin'],
    ['pypi', 'llm-deepseek', 'deepseek', 'adapter'],
    ['pypi', 'vision-agents-plugins-qwen', 'alibaba', 'adapter'],
    ['pypi', 'Qwen_TTS_HF', 'alibaba', 'weights-loader'],
    ['pypi', 'kimi-agent-sdk', 'moonshot', 'official-sdk'],
    ['pypi', 'kimi-code', 'moonshot', 'agent-cli'],
    ['pypi', 'minimax-client', 'minimax', 'adapter'],
    ['npm', '@activepieces/piece-deepseek', 'deepseek', 'adapter'],
    ['npm', '@3-/qwen-code', 'alibaba', 'agent-cli'],
    ['golang', 'github.com/firebase/genkit/go/plugins/compat_oai/kimi', 'moonshot', 'adapter'],
    ['golang', 'github.com/MoonshotAI/kimi-agent-sdk/go', 'moonshot', 'official-sdk'],
    ['nuget', 'deepseek.apiclient', 'deepseek', 'adapter'],
    ['cargo', 'async_dashscope', 'alibaba', 'adapter'],
    ['composer', 'lanos/deepseek-client', 'deepseek', 'adapter'],
    ['pub', 'deepseek_api', 'deepseek', 'adapter'],
  ])('%s %s is for %s: %s', (ecosystem, name, vendor, role) => {
    expect(catalog.packageOf(ecosystem, name, null)).toMatchObject({ vendor, package: { role } });
  });

  it.each([
    ['1.37.0', undefined, undefined],
    ['1.38.0rc1', undefined, undefined],
    ['1.38.0', '>=1.38.0', /telemetry/],
    ['1.100', '>=1.38.0', /telemetry/],
    [null, '>=1.38.0', /telemetry/],
  ])('is known by its version: %s', (version, versions, note) => {
    const found = catalog.packageOf('pypi', 'kimi-cli', version);
    expect(found).toMatchObject({ vendor: 'moonshot', package: { role: 'agent-cli' } });
    expect(found?.package.versions).toBe(versions);
    expect(found?.fact.id).toBe(`vendors/moonshot#packages/pypi/kimi-cli${versions ? ` ${versions}` : ''}`);
    expect(found?.package.note ?? '').toMatch(note ?? /^$/);
  });

  it.each([
    ['pypi', 'litellm'],
    ['pypi', 'LangChain_Community'],
    ['pypi', 'vllm'],
    ['pypi', 'openai'],
    ['npm', 'ai'],
    ['npm', '@langchain/community'],
    ['maven', 'org.springframework.ai:spring-ai-openai'],
    ['docker', 'vllm/vllm-openai@sha256:abc'],
    ['oci', 'ollama/ollama:0.13'],
  ])('that serves many vendors is inventory: %s %s', (ecosystem, name) => {
    expect(catalog.packageOf(ecosystem, name, null)).toMatchObject({ vendor: null, package: { role: 'multi-provider' } });
    expect(identify(catalog, name, { kind: 'package', ecosystem })).toMatchObject({
      outcome: 'indeterminate',
      vendor: null,
      developer: null,
      exposure: 'package',
      packageRole: 'multi-provider',
      because: expect.stringContaining('serves models of many vendors'),
    });
  });

  it.each([
    ['pypi', 'vllm2'],
    ['pypi', 'openai-whisper'],
    ['npm', 'chai'],
    ['npm', 'vllm'],
    ['npm', 'openai-edge'],
    ['oci', 'someone/ollama'],
    ['oci', 'ghcr.io/ollama/ollama'],
  ])('that only sounds like one that serves many is nothing: %s %s', (ecosystem, name) => {
    expect(catalog.packageOf(ecosystem, name, null)).toBeNull();
  });

  it.each([
    ['0.10.0', false],
    ['0.10.1rc1', false],
    ['0.10.1', true],
    ['0.17.9', true],
    ['0.17.1.post1+cu128', true],
    ['0.18.0', false],
    ['1.0', false],
  ])('is known by its version also where it serves many: vllm %s', (version, isAffected) => {
    const { fact, package: found } = catalog.packageOf('pypi', 'vllm', version) ?? {};
    expect(found?.versions).toBe(isAffected ? '>=0.10.1,<0.18.0' : undefined);
    expect(fact?.says.includes('GHSA-7972-pg2x-xr59')).toBe(isAffected);
    expect(fact?.id).toBe(`libraries/multi-provider#packages/pypi/vllm${isAffected ? ' >=0.10.1,<0.18.0' : ''}`);
  });

  it.each([
    ['pypi', 'deepspeed'],
    ['pypi', 'minimax'],
    ['pypi', 'chess-minimax'],
    ['pypi', 'pyminimax'],
    ['pypi', 'minimax-lib'],
    ['pypi', 'kimi'],
    ['pypi', 'kimimaro'],
    ['pypi', 'kimina-client'],
    ['pypi', 'quantrocket-moonshot'],
    ['pypi', 'aiverify-moonshot'],
    ['pypi', 'qwendy'],
    ['pypi', 'mcp-weather-bailian'],
    ['npm', 'kimi'],
    ['npm', 'kimi-plugin-inspect-react'],
    ['golang', 'github.com/firebase/genkit/go/plugins/compat_oai'],
    ['npm', 'dashscope-java'],
    ['npm', 'moonshot-ai.kimi-code'],
    ['githubactions', 'someone/qwen-code-action'],
    ['vscode-extension', 'someone.tongyi-lingma'],
    ['npm', 'deepseek'],
    ['npm', '@alibaba/fusion'],
    ['maven', 'com.alibaba:fastjson'],
    ['maven', 'com.alibaba:druid'],
    ['maven', 'com.alibaba.nacos:nacos-client'],
    ['maven', 'com.alibaba:DASHSCOPE-SDK-JAVA'],
    ['golang', 'github.com/cohesion-org/deepseek-gopher'],
    ['golang', 'github.com/cohesion-org'],
    ['gem', 'dashscope'],
    ['oci', 'nvcr.io/nim/meta/llama-3.1-8b'],
    ['oci', 'nvcr.io/nim/qwen/a/b'],
    ['unknown', 'dashscope'],
  ])('%s %s is for none of them', (ecosystem, name) => {
    expect(catalog.packageOf(ecosystem, name, null)).toBeNull();
  });
});

describe('an import', () => {
  it.each([
    ['pypi', 'dashscope', 'alibaba'],
    ['pypi', 'dashscope.audio.asr', 'alibaba'],
    ['pypi', 'llama_index.llms.deepseek', 'deepseek'],
    ['pypi', 'qwen_agent.agents', 'alibaba'],
    ['npm', '@ai-sdk/moonshotai/internal', 'moonshot'],
    ['maven', 'com.alibaba.dashscope.aigc.generation.Generation', 'alibaba'],
    ['maven', 'dev.langchain4j.community.model.dashscope.QwenChatModel', 'alibaba'],
    ['maven', 'org.springframework.ai.deepseek.DeepSeekChatModel', 'deepseek'],
    ['golang', 'github.com/northes/go-moonshot', 'moonshot'],
    ['cargo', 'deepseek_rs::client', 'deepseek'],
    ['nuget', 'Cnblogs.DashScope.Core.Internals', 'alibaba'],
    ['composer', '\\DeepSeek\\DeepSeekClient', 'deepseek'],
    ['pypi', 'langchain_community.chat_models.tongyi', 'alibaba'],
    ['pypi', 'langchain_community.embeddings.DashScopeEmbeddings', 'alibaba'],
    ['pypi', 'langchain_community.chat_models.MoonshotChat', 'moonshot'],
    ['npm', '@langchain/community/chat_models/minimax', 'minimax'],
    ['pypi', 'agno.models.deepseek', 'deepseek'],
  ])('%s %s is for %s', (ecosystem, module, vendor) => {
    expect(catalog.importOf(ecosystem, module)?.vendor).toBe(vendor);
  });

  it.each([
    ['pypi', 'dashscope_utils'],
    ['pypi', 'llama_index.llms'],
    ['pypi', 'minimax'],
    ['npm', '@ai-sdk/openai'],
    ['npm', '@ai-sdk'],
    ['maven', 'com.alibaba.fastjson.JSON'],
    ['maven', 'com.alibaba'],
    ['pub', 'package:deepseek/base/store.dart'],
    ['pypi', 'langchain_community.chat_models'],
    ['pypi', 'langchain_community.chat_models.tongyi_utils'],
    ['pypi', 'app.chat_models.tongyi'],
  ])('%s %s is for none of them', (ecosystem, module) => {
    expect(catalog.importOf(ecosystem, module)).toBeNull();
  });
});

describe('a library of many vendors, of which some modules are for one', () => {
  it('is no package of that vendor', () => {
    expect(catalog.packageOf('pypi', 'langchain-community', null)).toMatchObject({ vendor: null });
    expect(catalog.packageOf('npm', '@langchain/community', null)).toMatchObject({ vendor: null });
    expect(catalog.importOf('npm', '@langchain/community')?.vendor ?? null).toBeNull();
  });

  it('may be known by the function that is called', () => {
    expect(catalog.importOf('cran', 'chat_deepseek')).toMatchObject({ vendor: 'deepseek', package: { name: 'ellmer', role: 'adapter' } });
    expect(catalog.importOf('cran', 'ellmer.chat_deepseek')).toMatchObject({ vendor: 'deepseek' });
    expect(['ellmer', 'ellmer.chat_openai', 'ask_deepseek', 'my_chat_deepseek'].map((name) => catalog.importOf('cran', name))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('says whose module it is', () => {
    expect(catalog.importOf('pypi', 'langchain_community.llms.tongyi')?.fact.says).toContain('a module of langchain-community (pypi)');
  });
});
