// What a router may choose from, beside a model in code.
import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../../src/model.ts';
import { covered, read } from './read.ts';

function edges(path: string, text: string): readonly string[] {
  return read(path, text).flatMap((sighting) => edge(sighting, text));
}

function edge(sighting: Sighting, text: string): readonly string[] {
  if (sighting.kind !== 'edge' || sighting.relation !== 'served-by') return [];
  const { usage, route } = sighting.evidence;
  return [`${sighting.from} -> ${sighting.to} [${covered(sighting, text)}] ${route.at(-1)}${usage === 'runtime' ? '' : ` ${usage}`}`];
}

describe('filters of a router in code', () => {
  it('are read beside the model of a call in Python', () => {
    const text = `r = client.chat.completions.create(
    model="deepseek/deepseek-r1",
    extra_body={"provider": {"order": ["Together", "DeepInfra/fp8"], "ignore": ["deepseek"], "allow_fallbacks": False}},
)`;
    expect(edges('a.py', text)).toEqual([
      'deepseek/deepseek-r1 -> Together [Together] order',
      'deepseek/deepseek-r1 -> DeepInfra [DeepInfra/fp8] order',
      'deepseek/deepseek-r1 -> deepseek [deepseek] ignore denylist',
    ]);
  });

  it('leave any other host open where an order does not forbid to fall back', () => {
    const text = `await generateText({
  model: openrouter('qwen/qwen3-32b'),
  providerOptions: { openrouter: { provider: { order: ['groq'] } } },
});`;
    expect(edges('a.ts', text)).toEqual(['qwen/qwen3-32b -> groq [groq] order', 'qwen/qwen3-32b -> * [groq] order']);
  });

  it('close a route by naming the only hosts', () => {
    const text = `const body = { model: 'moonshotai/kimi-k2', provider: { only: ['groq'] } }; post("https://openrouter.ai/api/v1", body);`;
    expect(edges('a.js', text)).toEqual(['moonshotai/kimi-k2 -> groq [groq] only']);
  });

  it('are read where another vendor’s model is asked for', () => {
    const text = `post("https://openrouter.ai", {"model": "meta-llama/llama-3.3-70b-instruct", "provider": {"only": ["DeepSeek"]}})`;
    expect(edges('a.py', text)).toEqual(['meta-llama/llama-3.3-70b-instruct -> DeepSeek [DeepSeek] only']);
  });

  it('are read beside a model that a call is given first', () => {
    const text = `lm = dspy.LM("openrouter/qwen/qwen3-8b", num_retries=0, extra_body={"provider": {"only": ["alibaba"]}})`;
    expect(edges('a.py', text)).toEqual(['openrouter/qwen/qwen3-8b -> alibaba [alibaba] only']);
    expect(edges('b.py', `# openrouter\nload("qwen file.json", {"provider": {"only": ["alibaba"]}})`)).toEqual([]);
  });

  it('follow a name to where it is used beside a model', () => {
    const text = `ROUTING = {"order": ["groq"], "allow_fallbacks": False}

def ask(text):
    extra = {"provider": {"only": ["together"]}}
    return client.create(model="qwen/qwen3-32b", extra_body=extra)

def other():
    extra = {"provider": {"only": ["novita"]}}
    return client.create(model="deepseek/deepseek-r1", extra_body={"provider": ROUTING}, more=extra)
`;
    expect(edges('a.py', `# openrouter\n${text}`)).toEqual([
      'deepseek/deepseek-r1 -> groq [groq] order',
      'qwen/qwen3-32b -> together [together] only',
      'deepseek/deepseek-r1 -> novita [novita] only',
    ]);
  });

  it('follow what a body is given later back to its model', () => {
    const text = `def ask():
    payload = {"model": "qwen/qwen3-32b", "messages": []}
    payload["provider"] = {"only": ["alibaba"]}
    requests.post("https://openrouter.ai/api/v1/chat/completions", json=payload)
`;
    expect(edges('a.py', text)).toEqual(['qwen/qwen3-32b -> alibaba [alibaba] only']);
  });

  it('are read in Go and Java', () => {
    const go = `package a
const url = "https://openrouter.ai/api/v1"
var body = map[string]any{"model": "qwen/qwen3-32b", "provider": map[string]any{"order": []string{"groq"}, "allow_fallbacks": false}}
var typed = Request{Model: "deepseek/deepseek-r1", Provider: &Preferences{Only: []string{"together"}, AllowFallbacks: false}}`;
    expect(edges('a.go', go)).toEqual(['qwen/qwen3-32b -> groq [groq] order', 'deepseek/deepseek-r1 -> together [together] only']);
    const java = `class A { Object body = Map.of("model", "qwen/qwen3-32b",
      "provider", Map.of("order", List.of("groq"), "allow_fallbacks", false)); String url = "https://openrouter.ai"; }`;
    expect(edges('A.java', java)).toEqual(['qwen/qwen3-32b -> groq [groq] order']);
  });
});

describe('what looks like a filter', () => {
  it('is none beside no model', () => {
    expect(edges('a.ts', `const x = { provider: { order: ['deepseek'] } }; // openrouter`)).toEqual([]);
  });

  it('is an order of something else', () => {
    const text = `query({ model: 'qwen/qwen3-32b', sort: { order: ['created'] }, lint: { ignore: ['dist'] } }); // openrouter`;
    expect(edges('a.ts', text)).toEqual([]);
  });

  it('does not reach into another function', () => {
    const text = `def one():
    extra = {"provider": {"only": ["groq"]}}

def two(extra):
    return openrouter.create(model="qwen/qwen3-32b", extra_body=extra)
`;
    expect(edges('a.py', text)).toEqual([]);
  });

  it('is not asked for in code that knows no router', () => {
    expect(edges('a.ts', `run({ model: 'qwen/qwen3-32b', provider: { order: ['id'] } })`)).toEqual([]);
  });

  it('is compared', () => {
    const text = `expect(body.provider).toEqual({ model: 'qwen/qwen3-32b', provider: { only: ['groq'] } }); // openrouter`;
    expect(edges('a.ts', text)).toEqual([]);
  });
});
