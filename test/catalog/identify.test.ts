import { describe, expect, it } from 'vitest';
import { type IdentifyContext, identifier, identify, identifyReference } from '../../src/catalog/identify.ts';
import { describeIdentity, identityText } from '../../src/catalog/identify-lines.ts';
import type { Identity, ModelReference } from '../../src/model.ts';
import { catalog } from './own.ts';

const answer = (text: string, context: IdentifyContext = {}) => identify(catalog, text, context);
const weights = { exposure: 'weights', operatorKind: 'self', operator: null } as const;

type Expected = Partial<Omit<Identity, 'operator' | 'gateway' | 'publisher' | 'developer'>> & {
  readonly operator?: string | null;
  readonly gateway?: string | null;
  readonly publisher?: string | null;
  readonly developer?: string | null;
};

/** Parties by id. */
function flat({ operator, gateway, publisher, developer, ...rest }: Identity) {
  const id = (party: Identity['operator']) => party?.id ?? null;
  return { ...rest, operator: id(operator), gateway: id(gateway), publisher: id(publisher), developer: id(developer) };
}

const cases: readonly (readonly [string, string, IdentifyContext, Expected])[] = [
  [
    'a provider that no router writes',
    'dashscope/qwen-plus',
    {},
    { vendor: 'alibaba', operator: 'alibaba', location: 'unknown', exposure: 'api' },
  ],
  ['an owner that both hubs and clients write', 'minimax/MiniMax-M2', {}, { vendor: 'minimax', exposure: 'unknown' }],
  ['formats are not words', 'RedHatAI/Qwen2.5-7B-Instruct-quantized.w4a16', {}, { provenance: 'repack', publisher: 'redhatai' }],
  ['random weights', 'tiny-random/qwen3', {}, { provenance: 'architecture-only', certainty: 'weak' }],
  ['a service in the own network', 'Qwen/Qwen3-8B', { endpoint: 'http://vllm:8000/v1' }, { vendor: 'alibaba', ...weights }],
  ['an image that keeps many', 'oci://quay.io/acme/modelcar-catalog:qwen2.5-7b-instruct', {}, { vendor: 'alibaba', ...weights }],
  ['the same without a scheme', 'quay.io/acme/models:qwen--qwen3-8b-modelcar', {}, { vendor: 'alibaba', ...weights }],
  ['an image that keeps somebody else’s', 'quay.io/acme/models:baai--bge-m3-modelcar', {}, { outcome: 'unknown' }],
  ['an image of models by its version', 'registry.acme.test/models:v1.2', {}, { outcome: 'unknown' }],
  ['an image in a registry', 'oci://registry.acme.test/models/qwen3:8b', {}, { vendor: 'alibaba', exposure: 'weights' }],
  [
    'a client before a name as hubs write it',
    'openai/Qwen3-8B',
    { endpoint: 'http://vllm:8000/v1' },
    { provenance: 'first-party', publisher: null, ...weights },
  ],
  ['a client of another protocol', 'anthropic/MiniMax-M2', {}, { vendor: 'minimax', provenance: 'first-party', publisher: null }],
  ['an owner that is a client’s namesake in capitals', 'OpenAI/Qwen3-8B', {}, { provenance: 'repack', publisher: 'openai' }],
  [
    'a user’s own name before a router',
    'house-llm/openrouter/qwen/qwen3-max',
    {},
    { vendor: 'alibaba', gateway: 'openrouter', exposure: 'api' },
  ],
  ['a user’s own name before an owner', 'house-llm/qwen3-8b', {}, { vendor: 'alibaba', ...weights, publisher: 'house-llm' }],
  ['all models of a provider', 'deepseek/*', { expected: true }, { vendor: 'deepseek', certainty: 'weak' }],
  ['a deployment behind a prefix', 'azure/my-deploy', { expected: true }, { outcome: 'indeterminate', operator: 'azure' }],
  ['a folder of that name', 'azure/my-deploy', {}, { outcome: 'unknown' }],
  ['a part of another vendor', 'MiniMaxAI/MiniMax-H3', {}, { vendor: 'minimax', families: ['minimax', 'qwen'], provenance: 'first-party' }],
  ['the same without its owner', 'MiniMax-H3', {}, { vendor: 'minimax', families: ['minimax', 'qwen'], provenance: 'first-party' }],
  ['a part in a stranger', 'fishaudio/s2-pro', {}, { families: ['qwen'], provenance: 'derivative' }],
  ['a word of the vendor in the key', 'video-01', { key: 'MINIMAX_VIDEO_MODEL' }, { vendor: 'minimax', family: 'minimax' }],
  ['a word of no vendor in the key', 'video-01', { key: 'MY_VIDEO_MODEL' }, { outcome: 'unknown' }],
  ['somebody else’s name under a vendor’s key', 'gpt-4o', { key: 'DEEPSEEK_MODEL' }, { outcome: 'unknown' }],
  ['the id of an answer', 'chatcmpl-deepseek-test', { expected: true }, { outcome: 'unknown' }],
  ['a host as plain text', 'api.deepseek.com', {}, { vendor: 'deepseek', operatorKind: 'vendor', model: null, exposure: 'api' }],
  ['a host with a path as plain text', 'api.deepseek.com/v1', {}, { vendor: 'deepseek', model: null, exposure: 'api' }],
  ['somebody else’s host as plain text', 'api.deepseek.com.evil.test', {}, { outcome: 'unknown' }],
  ['a page of a hub as plain text', 'https://huggingface.co/Qwen/Qwen3-8B', {}, { family: 'qwen', exposure: 'weights' }],
  ['a file of weights in snake case', 'Wan2_1_VAE_bf16.safetensors', {}, { vendor: 'alibaba', family: 'wan' }],
  ['an identifier in snake case', 'wan2_1_vae_bf16', {}, { outcome: 'unknown' }],
  ['a size behind a word inside', 'replete-llm-v2.5-qwen-7b', {}, { vendor: 'alibaba', provenance: 'derivative' }],
  ['a path below a computed directory', '*/models/Qwen2.5-0.5B-Instruct', {}, { vendor: 'alibaba', model: 'Qwen2.5-0.5B-Instruct' }],
  ['a name below a computed prefix', '*/deepseek/chat-7b', {}, { outcome: 'unknown' }],
  ['a directory of one precision', './models/Qwen/Qwen3-8B/INT4_compressed_weights', {}, { vendor: 'alibaba', model: 'Qwen3-8B' }],
  ['a remote tag alone', 'kimi-k2.6:cloud', {}, { vendor: 'moonshot', operator: 'ollama-cloud', exposure: 'api' }],
  [
    'a remote tag of the local server',
    'kimi-k2.6:cloud',
    { endpoint: 'http://localhost:11434' },
    { operator: 'ollama-cloud', exposure: 'api' },
  ],
  ['a loader of the same name', 'deepseek/deepseek-chat', { call: 'LLM' }, { vendor: 'deepseek', exposure: 'api', operator: null }],
  [
    'LiteLLM and the inference service',
    'huggingface/together/deepseek-ai/DeepSeek-R1',
    { call: 'litellm.completion' },
    { vendor: 'deepseek', publisher: 'deepseek', operator: 'togetherai', gateway: 'huggingface-router' },
  ],
  [
    'a protocol, not an owner',
    'openai/kimi-k2.6',
    { call: 'litellm.completion' },
    { vendor: 'moonshot', provenance: 'first-party', operator: null },
  ],
  [
    'a protocol and the host',
    'openai/kimi-k2.6',
    { endpoint: 'https://api.moonshot.ai/v1', call: 'litellm.completion' },
    { vendor: 'moonshot', operator: 'moonshot', location: 'outside' },
  ],
  ['a further vendor', 'zai-org/GLM-4.6', {}, { vendor: 'zhipu', family: 'glm', ...weights }],
  [
    'a further vendor on the host of another',
    'glm-5',
    { endpoint: 'https://dashscope.aliyuncs.com/compatible-mode/v1' },
    { vendor: 'zhipu', operator: 'alibaba' },
  ],
  ['a hub id', 'Qwen/Qwen3-8B', {}, { vendor: 'alibaba', family: 'qwen', provenance: 'first-party', certainty: 'exact', ...weights }],
  ['a hub id in a loader', 'Qwen/Qwen3-8B', { call: 'AutoModel.from_pretrained' }, { family: 'qwen', ...weights }],
  ['a hub id for vLLM', 'qwen/Qwen3-8B', { call: 'vllm.LLM' }, { family: 'qwen', ...weights }],
  ['next year', 'deepseek-v6', {}, { vendor: 'deepseek', family: 'deepseek', exposure: 'unknown', certainty: 'exact' }],
  ['next year, Kimi', 'kimi-k4.2', {}, { vendor: 'moonshot', family: 'kimi' }],
  ['next year, MiniMax', 'MiniMax-M5', {}, { vendor: 'minimax', family: 'minimax' }],
  ['next year, Qwen', 'qwen5-coder', {}, { vendor: 'alibaba', family: 'qwen' }],
  [
    'the host beats the name',
    'claude-opus-4-5',
    { endpoint: 'https://api.deepseek.com/anthropic' },
    {
      vendor: 'deepseek',
      developer: 'deepseek',
      operator: 'deepseek',
      operatorKind: 'vendor',
      location: 'mainland',
      exposure: 'api',
      certainty: 'exact',
    },
  ],
  [
    'a look-alike host is nobody',
    'claude-opus-4-5',
    { endpoint: 'https://api.deepseek.com.evil.test/v1' },
    { outcome: 'unknown', vendor: null },
  ],
  [
    'a model on a host that nobody knows',
    'deepseek-chat',
    { endpoint: 'https://llm.acme.test/v1' },
    { vendor: 'deepseek', operator: null, operatorKind: 'unknown', location: 'unknown', exposure: 'api' },
  ],
  [
    'a service passed on by the own machine',
    'qwen-plus',
    { endpoint: 'http://localhost:8000/v1' },
    { vendor: 'alibaba', exposure: 'api', operatorKind: 'unknown' },
  ],
  ['a model on the own machine', 'Qwen/Qwen3-8B', { endpoint: 'http://localhost:8000/v1' }, { vendor: 'alibaba', ...weights }],
  [
    'the US entry point has global scope',
    'qwen-plus',
    { endpoint: 'https://dashscope-us.aliyuncs.com/compatible-mode/v1' },
    { vendor: 'alibaba', location: 'global-scope', operatorKind: 'vendor', exposure: 'api', certainty: 'exact' },
  ],
  [
    'but a -us model stays',
    'deepseek-v4-pro-us',
    { endpoint: 'https://dashscope-us.aliyuncs.com/compatible-mode/v1' },
    { vendor: 'deepseek', location: 'outside', operator: 'alibaba', operatorKind: 'vendor' },
  ],
  [
    'a rival on DashScope',
    'kimi-k2.6',
    { endpoint: 'https://dashscope.aliyuncs.com/compatible-mode/v1' },
    { vendor: 'moonshot', developer: 'moonshot', operator: 'alibaba', location: 'mainland', exposure: 'api' },
  ],
  [
    're-packed weights',
    'unsloth/Qwen2.5-7B-Instruct-bnb-4bit',
    {},
    { vendor: 'alibaba', developer: 'alibaba', publisher: 'unsloth', provenance: 'repack', ...weights },
  ],
  ['a trusted re-packer', 'nvidia/Qwen3-8B-NVFP4', {}, { vendor: 'alibaba', publisher: 'nvidia', provenance: 'repack', ...weights }],
  [
    'a stranger adds a word',
    'somebody/Qwen2.5-7B-Instruct-Finance-Expert',
    {},
    { vendor: 'alibaba', provenance: 'derivative', ...weights },
  ],
  [
    'an organisation in a name',
    'bartowski/Qwen_Qwen3-8B-GGUF',
    {},
    { vendor: 'alibaba', family: 'qwen', publisher: 'bartowski', provenance: 'repack' },
  ],
  [
    'distilled onto Qwen',
    'deepseek-ai/DeepSeek-R1-Distill-Qwen-7B',
    {},
    { vendor: 'deepseek', family: 'deepseek', families: ['deepseek', 'qwen'], provenance: 'distilled', publisher: 'deepseek', ...weights },
  ],
  [
    'a derivative without a family word',
    'NovaSky-AI/Sky-T1-32B-Preview',
    {},
    { vendor: 'alibaba', family: 'qwen', provenance: 'derivative' },
  ],
  ['Bedrock', 'us.deepseek.r1-v1:0', {}, { vendor: 'deepseek', operator: 'amazon-bedrock', location: 'outside', exposure: 'api' }],
  ['Bedrock, either spelling', 'moonshot.kimi-k2-thinking', { platform: 'bedrock' }, { vendor: 'moonshot', operator: 'amazon-bedrock' }],
  [
    'a Bedrock ARN',
    'arn:aws:bedrock:us-east-1::foundation-model/qwen.qwen3-32b-v1:0',
    {},
    { vendor: 'alibaba', operator: 'amazon-bedrock' },
  ],
  [
    'a Bedrock ARN whose account is computed',
    'arn:*:bedrock:*:*:inference-profile/us.deepseek.r1-v1:0',
    {},
    { operator: 'amazon-bedrock' },
  ],
  ['Bedrock, said twice', 'bedrock/us.deepseek.r1-v1:0', { provider: 'bedrock' }, { operator: 'amazon-bedrock', certainty: 'strong' }],
  ['a kind of call before the name', 'bedrock:converse:qwen.qwen3-32b-v1:0', {}, { vendor: 'alibaba', operator: 'amazon-bedrock' }],
  [
    'a kind of call at a hub, which is no download',
    'huggingface:chat:deepseek-ai/DeepSeek-R1',
    {},
    { exposure: 'api', operatorKind: 'router' },
  ],
  ['a kind of call at nobody we know', 'someapi:chat:deepseek-r1', {}, { vendor: 'deepseek' }],
  ['a tag that is no kind of call', 'hub:qwen', {}, { outcome: 'unknown' }],
  ['Workers AI as promptfoo calls it', 'cloudflare-ai:chat:@cf/qwen/qwq-32b', {}, { operator: 'cloudflare-workers-ai' }],
  ['a platform whose names have capitals', 'sambanova/DeepSeek-R1', {}, { operator: 'sambanova', exposure: 'api' }],
  [
    'a provider of Portkey',
    '@my-deepseek/deepseek-chat',
    {},
    { vendor: 'deepseek', gateway: 'portkey', operatorKind: 'router', exposure: 'api' },
  ],
  ['a package that is scoped like one', '@ai-sdk/deepseek', {}, { outcome: 'unknown' }],
  ['Foundry', 'FW-Kimi-K3', {}, { vendor: 'moonshot', operator: 'azure', exposure: 'api' }],
  ['Vertex', 'deepseek-ai/deepseek-v3.1-maas', {}, { vendor: 'deepseek', operator: 'google-vertex', exposure: 'api' }],
  ['Workers AI', '@cf/qwen/qwq-32b', {}, { vendor: 'alibaba', operator: 'cloudflare-workers-ai' }],
  ['Fireworks writes p for a dot', 'accounts/fireworks/models/qwen3p7-plus', {}, { vendor: 'alibaba', operator: 'fireworks-ai' }],
  [
    'a router without a filter',
    'deepseek/deepseek-v3.2:free',
    { provider: 'openrouter' },
    { vendor: 'deepseek', operator: null, gateway: 'openrouter', operatorKind: 'router', location: 'unknown', exposure: 'api' },
  ],
  [
    'another provider of LiteLLM',
    'zai/glm-4.6',
    { provider: 'zai' },
    { vendor: 'zhipu', operator: 'zhipu', location: 'outside', exposure: 'api' },
  ],
  ['its owner’s name at a router', 'z-ai/glm-4.6', { provider: 'openrouter' }, { vendor: 'zhipu', operator: null, gateway: 'openrouter' }],
  ['a file of weights', 'qwen_image_vae.safetensors', {}, { vendor: 'alibaba', ...weights }],
  ['a machine of the user’s own net', 'qwen3:30b', { endpoint: 'https://gpu.tail6fbc5.ts.net' }, { vendor: 'alibaba', ...weights }],
  ['a variable of which nothing is told', 'deepseek-chat', { endpoint: 'env:LLM_BASE' }, { vendor: 'deepseek', exposure: 'api' }],
  ['a node of a workflow', 'qwen/qwen3-32b', { provider: 'lmChatOpenRouter' }, { vendor: 'alibaba', gateway: 'openrouter' }],
  ['another', 'deepseek-r1-distill-llama-70b', { provider: 'groqChat' }, { vendor: 'deepseek', operator: 'groq' }],
  [
    'a router with a chosen host',
    'moonshotai/Kimi-K2-Instruct-0905:groq',
    { provider: 'huggingface-router' },
    { vendor: 'moonshot', operator: 'groq', gateway: 'huggingface-router', location: 'outside' },
  ],
  [
    'LiteLLM in front of a router',
    'openrouter/qwen/qwen3-coder',
    { call: 'litellm.completion' },
    { vendor: 'alibaba', gateway: 'openrouter' },
  ],
  [
    'LiteLLM',
    'deepseek/deepseek-chat',
    { call: 'litellm.completion' },
    { vendor: 'deepseek', operator: 'deepseek', location: 'mainland', exposure: 'api' },
  ],
  ['slug without a platform', 'deepseek/deepseek-chat', {}, { vendor: 'deepseek', operator: null, location: 'unknown', exposure: 'api' }],
  ['Ollama', 'qwen2.5-coder:7b', { call: 'ollama pull' }, { vendor: 'alibaba', ...weights }],
  [
    'the remote behind a local tool',
    'kimi-k2.6:cloud',
    { provider: 'ollama' },
    { vendor: 'moonshot', operator: 'ollama-cloud', exposure: 'api', location: 'outside' },
  ],
  [
    'a size before cloud',
    'qwen3-coder:480b-cloud',
    { call: 'ollama run' },
    { vendor: 'alibaba', operator: 'ollama-cloud', exposure: 'api' },
  ],
  [
    'a hub id in Ollama',
    'hf.co/bartowski/DeepSeek-R1-Distill-Qwen-7B-GGUF:Q4_K_M',
    {},
    { vendor: 'deepseek', publisher: 'bartowski', ...weights },
  ],
  ['Docker Model Runner', 'ai/qwen3:8B-Q4_K_M', {}, { vendor: 'alibaba', ...weights }],
  ['a NIM container', 'nvcr.io/nim/qwen/qwen3-32b-dgx-spark:1.1.0-variant', {}, { vendor: 'alibaba', ...weights }],
  ['a scheme', 'hf://deepseek-ai/DeepSeek-V3', {}, { vendor: 'deepseek', ...weights }],
  ['a scheme of Ollama', 'ollama://deepseek-r1:1.5b', {}, { vendor: 'deepseek', ...weights }],
  ['a page of the hub', 'https://huggingface.co/moonshotai/Kimi-K2-Instruct/tree/main', {}, { vendor: 'moonshot', ...weights }],
  [
    'a file on the hub',
    'https://huggingface.co/unsloth/Qwen3-8B-GGUF/resolve/main/Qwen3-8B-Q4_K_M.gguf',
    {},
    { vendor: 'alibaba', provenance: 'repack' },
  ],
  ['another file on the hub', 'https://huggingface.co/Qwen/Qwen3-8B/resolve/main/tokenizer.json', {}, { vendor: 'alibaba', ...weights }],
  ['a cache path', '/root/.cache/huggingface/hub/models--Qwen--Qwen3-8B/snapshots/abc', {}, { vendor: 'alibaba', ...weights }],
  ['a local file', './models/Qwen2.5-7B-Instruct-Q4_K_M.gguf', {}, { vendor: 'alibaba', exposure: 'weights', certainty: 'strong' }],
  [
    'a file below the project',
    'models/Qwen2.5-7B-Instruct-Q4_K_M.gguf',
    {},
    { vendor: 'alibaba', exposure: 'weights', provenance: 'first-party', publisher: null },
  ],
  [
    'an owner below the project',
    'models/Qwen/Qwen3-0.6B-GGUF/Qwen3-0.6B-Q8_0.gguf',
    {},
    { vendor: 'alibaba', exposure: 'weights', provenance: 'first-party', publisher: null },
  ],
  [
    'a directory below the project',
    'checkpoints/Qwen3-8B',
    {},
    { vendor: 'alibaba', exposure: 'weights', provenance: 'first-party', publisher: null },
  ],
  [
    'a file in lower case below the project',
    'weights/qwen3-8b-q4_k_m.gguf',
    {},
    { vendor: 'alibaba', exposure: 'weights', provenance: 'first-party', publisher: null },
  ],
  ['what a service calls so', 'models/Qwen3-8B', { endpoint: 'https://openrouter.ai/api/v1' }, { vendor: 'alibaba', exposure: 'api' }],
  ['a file that a stranger publishes', 'someone/Qwen3-8B-GGUF', {}, { vendor: 'alibaba', provenance: 'repack' }],
  ['a window size behind the name', 'deepseek-v4-pro[1m]', {}, { vendor: 'deepseek' }],
  ['an expression', '=qwen-plus', {}, { vendor: 'alibaba' }],
  ['a revision', 'Qwen/Qwen3-8B@main', {}, { vendor: 'alibaba', model: 'Qwen/Qwen3-8B' }],
  ['provider and hub', 'synthetic/hf:moonshotai/Kimi-K3', {}, { vendor: 'moonshot' }],
  ['provider, model', 'ds,deepseek-v4-pro', {}, { vendor: 'deepseek' }],
  [
    'a name of the service only',
    'qwen-max',
    {},
    { vendor: 'alibaba', exposure: 'api', location: 'unknown', certainty: 'strong', operator: 'alibaba' },
  ],
  ['an older service name', 'abab6.5s-chat', {}, { vendor: 'minimax', exposure: 'api' }],
  [
    'an un-branded name with its host',
    'speech-02-hd',
    { endpoint: 'https://api.minimax.io/v1/t2a_v2' },
    { vendor: 'minimax', family: 'minimax' },
  ],
  [
    'an un-branded name with its kit',
    'text-embedding-v3',
    { call: 'dashscope.TextEmbedding.call' },
    { vendor: 'alibaba', exposure: 'api' },
  ],
  ['an un-branded name with a family for a provider', 'text-embedding-v3', { provider: 'qwen' }, { vendor: 'alibaba', exposure: 'api' }],
  ['an un-branded name with another provider', 'multimodal-embedding-v1', { provider: 'acme' }, { outcome: 'unknown' }],
  [
    'a name that one vendor gives, where a model is expected',
    'text-embedding-v3',
    { expected: true },
    { vendor: 'alibaba', exposure: 'api' },
  ],
  ['the same by itself', 'text-embedding-v3', {}, { outcome: 'unknown' }],
  ['a like name, where a model is expected', 'text-embedding-004', { expected: true }, { outcome: 'unknown' }],
  ["a user's own name for a provider", 'local-vllm:qwen3-coder', { expected: true }, { vendor: 'alibaba', family: 'qwen' }],
  ["a user's own name for a provider, and no model expected", 'my-chess:minimax-m2', {}, { outcome: 'unknown' }],
  ['a name and its tag', 'acme-large:8b', { expected: true }, { outcome: 'unknown' }],
  ['an un-branded name alone', 'speech-02-hd', {}, { outcome: 'unknown' }],
  ['a coding plan', 'k2p5', { endpoint: 'https://api.kimi.com/coding/v1' }, { vendor: 'moonshot', location: 'mainland' }],
  ['a coding plan without context', 'k2p5', {}, { outcome: 'unknown' }],
  [
    'an opaque endpoint id',
    'ep-20250101123456-abcde',
    {},
    { outcome: 'indeterminate', vendor: null, operator: 'volcengine', location: 'mainland' },
  ],
  ['a router that chooses', 'openrouter/auto', {}, { outcome: 'indeterminate', gateway: 'openrouter', operatorKind: 'router' }],
  [
    'a deployment',
    'prod-assistant',
    { endpoint: 'https://acme.openai.azure.com/' },
    { outcome: 'indeterminate', operator: 'azure', location: 'outside' },
  ],
  [
    'a hidden name',
    'perplexity/sonar-reasoning-pro',
    { provider: 'openrouter' },
    { vendor: 'deepseek', provenance: 'derivative', gateway: 'openrouter' },
  ],
  ['another lab, not Kimi', 'LLM360/K2-Think', {}, { vendor: 'alibaba', families: ['qwen'] }],
  ['a part of a name', 'Qwen/*', {}, { vendor: 'alibaba', certainty: 'weak' }],
  ['an owner that is called as a provider is', 'ZhipuAI/chatglm3-6b', {}, { vendor: 'zhipu', operator: null, publisher: 'zhipu' }],
  ['that provider', 'zhipuai/glm-4.6', {}, { vendor: 'zhipu', operator: 'zhipu', exposure: 'api' }],
  [
    'weights from a house that serves, too',
    'Qwen/Qwen2-VL-2B-Instruct',
    { call: 'snapshot_download', provider: 'modelscope' },
    { vendor: 'alibaba', ...weights },
  ],
  [
    'what that house serves',
    'Qwen/Qwen2-VL-2B-Instruct',
    { call: 'ChatOpenAI', provider: 'modelscope' },
    { vendor: 'alibaba', exposure: 'api', location: 'mainland' },
  ],
  ['bare ModelScope', 'qwen/Qwen-7B-Chat', { call: 'modelscope.snapshot_download' }, { vendor: 'alibaba', ...weights }],
  [
    'a mainland host of others',
    'deepseek-ai/DeepSeek-V3',
    { endpoint: 'https://api.siliconflow.cn/v1' },
    { vendor: 'deepseek', operator: 'siliconflow-cn', location: 'mainland' },
  ],
];

describe('identify', () => {
  it.each(cases)('%s: %s', (_, text, context, expected) => {
    expect(flat(answer(text, context))).toMatchObject(expected);
  });
});

describe('what is no name', () => {
  it.each(['', ' ', 'a', 'use qwen3 here', 'Qwen3\n', 'q'.repeat(400), 'qwen3.py', 'test_qwen3.ts', '${model}', '<model>', '通义千问'])(
    '%j',
    (text) => {
      expect(answer(text).outcome).toBe('unknown');
    },
  );
});

describe('endpoints', () => {
  it('of a vendor, a router, a documentation host and nobody', () => {
    const of = (url: string) => answer(url, { kind: 'endpoint' });
    expect(flat(of('https://api.deepseek.com/v1'))).toMatchObject({
      vendor: 'deepseek',
      exposure: 'api',
      location: 'mainland',
      certainty: 'exact',
    });
    expect(flat(of('https://openrouter.ai/api/v1'))).toMatchObject({
      outcome: 'indeterminate',
      gateway: 'openrouter',
      operatorKind: 'router',
    });
    expect(of('https://api-docs.deepseek.com/').outcome).toBe('unknown');
    expect(of('https://notdeepseek.com/v1').outcome).toBe('unknown');
    expect(of('not a url').outcome).toBe('unknown');
  });

  it('of a host that a path is joined to when the program runs, and of no host whose name goes on', () => {
    const of = (url: string) => answer(url, { kind: 'endpoint' });
    for (const end of ['*', '%s', '{}', '{path}', '{{path}}', '${PATH}', '$1', '<path>', '*/v1/chat', '{0}?stream=true'])
      expect(flat(of(`https://api.deepseek.com${end}`)), end).toMatchObject({ vendor: 'deepseek', exposure: 'api' });
    for (const end of ['*.test/v1', '{}.test', '.*', '-%s', '%20', '{path', '$'])
      expect(of(`https://api.deepseek.com${end}`).outcome, end).toBe('unknown');
    for (const url of ['https://api.deepseek*', 'https://*deepseek.com', 'https://{}deepseek.com'])
      expect(of(url).outcome, url).toBe('unknown');
  });

  it('of a store of weights, but for what holds none', () => {
    const of = (file: string) => answer(`https://modelscope.oss-cn-beijing.aliyuncs.com/${file}`, { kind: 'endpoint' }).outcome;
    expect(of('model/x.safetensors')).toBe('identified');
    expect(of('model.zip')).toBe('identified');
    expect(of('test/sheet.xlsx')).toBe('unknown');
    expect(of('test/cat.jpg?x=1')).toBe('unknown');
  });
});

describe('packages, credentials and files', () => {
  it('of a vendor', () => {
    expect(answer('dashscope', { kind: 'package', ecosystem: 'pypi' })).toMatchObject({
      vendor: 'alibaba',
      exposure: 'package',
      packageRole: 'official-sdk',
    });
    expect(answer('left-pad', { kind: 'package', ecosystem: 'npm' }).outcome).toBe('unknown');
    expect(answer('DEEPSEEK_API_KEY', { kind: 'credential' })).toMatchObject({ vendor: 'deepseek', exposure: 'credential' });
    expect(answer('OPENAI_API_KEY', { kind: 'credential' }).outcome).toBe('unknown');
    expect(answer('OPENAI_API_KEY', { kind: 'credential', endpoint: 'https://api.moonshot.cn/v1' })).toMatchObject({
      vendor: 'moonshot',
      location: 'mainland',
    });
    expect(answer('Qwen/Qwen3-8B', { kind: 'artefact' })).toMatchObject({ vendor: 'alibaba', exposure: 'artefact' });
  });
});

const evidence: ModelReference['evidence'] = {
  path: 'a.yaml',
  region: null,
  route: ['llm', 'model'],
  excerpt: { text: '', startColumn: 1 },
  usage: 'runtime',
  context: 'value',
};
const reference: ModelReference = {
  kind: 'model',
  name: 'qwen',
  partial: false,
  endpoint: null,
  provider: null,
  call: null,
  revision: null,
  remoteCode: false,
  device: null,
  local: false,
  evidence,
};

describe('references', () => {
  it('believe a bare word where a model is expected, and only there', () => {
    expect(identifyReference(catalog, reference)).toMatchObject({ vendor: 'alibaba', certainty: 'weak' });
    expect(identifyReference(catalog, { ...reference, evidence: { ...evidence, route: ['title'] } }).outcome).toBe('unknown');
    expect(identifyReference(catalog, { ...reference, evidence: { ...evidence, context: 'comment' } }).outcome).toBe('unknown');
  });
  it('do not take what an entry calls itself for what its URL is asked', () => {
    const at = (...route: string[]) => {
      const beside = { ...reference, name: 'minimax-cn', endpoint: 'https://api.minimaxi.com/v1' };
      return identifyReference(catalog, { ...beside, evidence: { ...evidence, context: 'entry', route } });
    };
    expect(at('presets', '[0]', 'id').outcome).toBe('unknown');
    expect(at('presets', '[0]', 'presetId').outcome).toBe('unknown');
    expect(at('presets', '[0]', 'modelId').outcome).toBe('identified');
    expect(at('presets', '[0]', 'model')).toMatchObject({ outcome: 'identified', vendor: 'minimax' });
    expect(at('models', '[0]', 'id')).toMatchObject({ outcome: 'identified', vendor: 'minimax' });
  });
  it('do not take the kind of a tokenizer for a model, but a path for its weights', () => {
    const at = (name: string) =>
      identifyReference(catalog, { ...reference, name, provider: 'openrouter', evidence: { ...evidence, route: ['data', 'tokenizer'] } });
    expect(at('Qwen3').outcome).toBe('unknown');
    expect(at('Qwen/Qwen2.5-32B-Instruct')).toMatchObject({ vendor: 'alibaba' });
  });
  it('are weak where part of the name is computed', () => {
    expect(identifyReference(catalog, { ...reference, name: 'Qwen/Qwen3-*', partial: true })).toMatchObject({
      vendor: 'alibaba',
      certainty: 'weak',
    });
  });
  it('are worked out once a scan, and anew where something else stands beside the name', () => {
    const ask = identifier(catalog);
    const elsewhere = { ...reference, evidence: { ...evidence, path: 'b.json' } };
    const others = [{ evidence: { ...evidence, route: ['title'] } }, { name: 'qwen-max' }, { endpoint: 'https://api.deepseek.com' }];
    expect(ask(elsewhere)).toBe(ask(reference));
    for (const other of others.map((change) => ({ ...reference, ...change })))
      expect(ask(other)).toEqual(identifyReference(catalog, other));
  });
});

describe('every answer', () => {
  it('says why, and cites facts with source and date where it claims something', () => {
    for (const [, text, context] of cases) {
      const found = answer(text, context);
      expect(found.because, text).not.toBe('');
      if (found.outcome === 'identified') expect(found.facts.length, text).toBeGreaterThan(0);
      for (const fact of found.facts)
        expect(fact, text).toMatchObject({ source: expect.stringMatching(/\S/), checked: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    }
  });
  it('is one flat object or one line', () => {
    const described = describeIdentity('nothing', answer('nothing'));
    expect(described).toMatchObject({ name: 'nothing', family: null, outcome: 'unknown', facts: [] });
    expect(identityText(described)).toMatch(/^nothing: unknown/);
    expect(identityText(describeIdentity('qwen3-8b', answer('qwen3-8b')))).toMatch(/^qwen3-8b: alibaba \/ qwen, exact/);
    expect(JSON.parse(JSON.stringify(describeIdentity('openrouter/auto', answer('openrouter/auto'))))).toMatchObject({
      outcome: 'indeterminate',
    });
  });
});
