// Markup of components, pages and templates: what is given to an element, what an expression says, what is only shown.
import { describe, expect, it } from 'vitest';
import { brief, covered, read } from './read.ts';

const see = (path: string, text: string) => brief(path, text).filter((line) => !line.startsWith('edge'));

describe('markup', () => {
  it.each([
    ['a.vue', '<option value="deepseek-chat">x</option>', 'model deepseek-chat argument value call=option'],
    ['a.vue', `<Chat :model="'qwen-max'" />`, 'model qwen-max argument model call=Chat'],
    ['a.vue', `<Chat :model="fast ? 'qwen-turbo' : other" />`, 'model qwen-turbo argument model call=Chat'],
    ['a.vue', `<Chat :options="{ model: 'qwen-max' }" />`, 'model qwen-max argument options.model call=Chat'],
    ['a.vue', `<b @click="choose('qwen-max')" />`, 'model qwen-max argument - call=choose'],
    ['a.vue', `<b v-if="model === 'qwen-max'" />`, 'model qwen-max comparison -'],
    ['a.vue', `<p>{{ model || 'qwen-max' }}</p>`, 'model qwen-max default -'],
    ['a.vue', '<p>It runs qwen2.5-7b here.</p>', 'model qwen2.5-7b text - docs'],
    ['a.svelte', `<Chat model={model ?? 'qwen-max'} />`, 'model qwen-max default model call=Chat'],
    ['a.svelte', `{#if model === 'qwen-max'}<p>x</p>{/if}`, 'model qwen-max comparison -'],
    ['a.astro', `<Chat model={'qwen-max'} />`, 'model qwen-max argument model call=Chat'],
    ['a.html', '<i name="page"></i><input value="qwen-max">', 'model qwen-max argument value call=input'],
    ['a.html', '<input name=model value=qwen-max>', 'model qwen-max argument value call=input'],
    ['a.html', '<div data-model="qwen-max">', 'model qwen-max argument model call=div'],
    ['a.html', '<textarea name="model">qwen-max</textarea>', 'model qwen-max argument textarea call=textarea'],
    ['a.html', '<code>ollama run qwen3:8b</code>', 'model qwen3:8b command - docs call=ollama run'],
    ['a.html', `<b onclick="chat({ model: 'qwen-max' })">`, 'model qwen-max argument model call=chat'],
    ['a.html', '<script type="application/json">{"model":"qwen-max"}</script>', 'model qwen-max value model'],
    ['a.html', '<!-- <Chat model="qwen3-8b"> -->', 'model qwen3-8b comment - docs'],
    ['a.html.j2', `<p>{{ chat(model='qwen-max') }}</p>`, 'model qwen-max argument model call=chat'],
    ['a.html.erb', '<p><%= chat(model: "qwen-max") %></p>', 'model qwen-max argument model call=chat'],
    ['a.ejs', `<p><%= chat({ model: 'qwen-max' }) %></p>`, 'model qwen-max argument model call=chat'],
    ['a.heex', '<.chat model={"qwen-max"} />', 'model qwen-max argument model call=.chat'],
    ['a.hbs', '<option value="qwen-max">{{title}}</option>', 'model qwen-max argument value call=option'],
    ['a.notes.j2', 'model: qwen-max\nnext: {{ x }}', 'model qwen-max value model'],
    ['a.php', '<?php f(); ?><option value="qwen-max">x</option>', 'model qwen-max argument value call=option'],
    ['a.blade.php', `<p>{{ config('ai.model', 'qwen-max') }}</p>`, 'model qwen-max default -'],
    ['a.tsx', 'const A = () => <p>It runs qwen2.5-7b here.</p>;', 'model qwen2.5-7b text - docs'],
    ['a.tsx', 'const A = [<p>{name}, now on qwen2.5-7b {x}</p>];', 'model qwen2.5-7b text - docs'],
    ['a.tsx', `const A = () => <option value='qwen-max'>x</option>;`, 'model qwen-max argument value call=option'],
  ])('is read in %s: %s', (path, text, expected) => {
    expect(see(path, text)).toEqual([expected]);
  });

  it.each([
    ['a.vue', '<p>Ask DeepSeek, qwen-like models or Kimi.</p>'],
    ['a.vue', '<p :class="theme">{{ $t("models.deepseek.title") }}</p>'],
    ['a.vue', '<style>.qwen-2 { color: red }</style>'],
    ['a.html', '<p title="about qwen-max" class="kimi-k2"><img src="/qwen-2.png" alt="qwen-2"></p>'],
    ['a.html', '<input placeholder="deepseek-chat">'],
    ['a.html', '<input type="hidden" name="page" value="deepseek-logs">'],
    ['a.php', '<?php f(); ?><input type="hidden" name=\'action\' value="deepseek-chat">'],
    ['a.html', '<a href="https://chat.qwen.ai/some">x</a>'],
    ['a.html', '<p>a < b and kimi > c</p>'],
    ['a.tsx', 'const A = () => <p>Don’t use "DeepSeek" here</p>;'],
    ['a.tsx', 'const a = b > c; kimi2(d); const e = x as Y<Z>'],
    ['a.php', '<?php if ($kimi < 3 && $a > 2) { f(); }'],
  ])('says nothing in %s: %s', (path, text) => {
    expect(see(path, text)).toEqual([]);
  });

  it('is told where it stands', () => {
    const text = `<Chat :model="fast ? 'qwen-turbo' : 'qwen-max'" />\n<p>on qwen2.5-7b</p>\n{{ f("qwen-plus") }}`;
    expect(read('a.vue', text).map((one) => covered(one, text))).toEqual(['qwen-turbo', 'qwen-max', 'qwen2.5-7b', 'qwen-plus']);
  });

  it('is a catalogue where it offers many', () => {
    const options = Array.from({ length: 6 }, (_, index) => `<option>qwen-plus-${index}</option>`).join('');
    expect(see('a.html', `<select>${options}</select>`).every((line) => line.endsWith('catalogue call=option'))).toBe(true);
    expect(see('a.html', '<select><option>qwen-plus-1</option></select>')).toEqual(['model qwen-plus-1 argument option call=option']);
  });

  it('is read in time, however broken', () => {
    for (const opening of ['<a qwen ', '<a b="', '{{ qwen', '<% ', '<!-- ', '<a b={', '<script>', '<qwen '])
      for (const path of ['a.vue', 'a.svelte', 'a.erb']) expect(() => read(path, opening.repeat(20_000))).not.toThrow();
  });
});
