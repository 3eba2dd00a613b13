import { describe, expect, it } from 'vitest';
import { brief } from './read.ts';

const models = (text: string) => brief('a.php', `<?php\n${text}`).flatMap((line) => /^model (\S+)/.exec(line)?.[1] ?? []);

describe('a name by which a framework finds a part of the program', () => {
  it.each([
    '$this->publishes([__DIR__."/../config/deepseek.php" => config_path("deepseek.php")], "deepseek-config");',
    '$this->publishesMigrations([__DIR__."/m" => database_path("m")], "deepseek-migrations");',
    '$this->mergeConfigFrom(__DIR__."/../config/deepseek.php", "deepseek-config");',
    '$this->loadViewsFrom(__DIR__."/v", "deepseek-chat-ui");',
    '$this->loadTranslationsFrom(__DIR__."/l", "qwen-lang");',
    'Route::middleware("deepseek-auth")->group(1);',
    'RateLimiter::for("deepseek-api", fn () => 1);',
    '$this->app->singleton("deepseek-client", fn () => 1);',
    'Artisan::call("vendor:publish", ["--tag" => "deepseek-config"]);',
    '$o = ["max_tokens" => (int) config("ai.engines.deepseek.max_tokens", 4096)];',
    '$presets = config("ai.engines.deepseek.recommended_presets", []);',
    '$t = config("deepseek.top_p", 1);',
    '$title = trans("ai.providers.deepseek.title");',
  ])('is none of a model: %s', (text) => {
    expect(models(text)).toEqual([]);
  });

  it.each([
    ['$client = make("deepseek-reasoner");', 'deepseek-reasoner'],
    ['$client->withModel("deepseek-chat");', 'deepseek-chat'],
    ['$this->app->singleton("llm", fn () => new Client(model: "deepseek-chat"));', 'deepseek-chat'],
    ['$o = ["model" => config("ai.engines.deepseek.model", "deepseek-chat")];', 'deepseek-chat'],
    ['$id = "us.deepseek.r1-v1:0";', 'us.deepseek.r1-v1:0'],
    ['$this->app->singleton("qwen3-32b", fn () => 1);', 'qwen3-32b'],
  ])('is not %s', (text, name) => {
    expect(models(text)).toEqual([name]);
  });
});

describe('a shouted name', () => {
  const named = (text: string) => brief('A.cs', text).flatMap((line) => /^model (\S+)/.exec(line)?.[1] ?? []);

  it.each([
    ['class A : B { A() : base("Test encoding", "TEST-DEEPSEEK-ENC", "Tests") {} }', []],
    ['Send("ON-QWEN-DONE");', []],
    ['Ask("DEEPSEEK-R1");', ['DEEPSEEK-R1']],
    ['Ask("QWEN-MAX");', ['QWEN-MAX']],
    ['Ask("MY-QWEN-32B");', ['MY-QWEN-32B']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});
