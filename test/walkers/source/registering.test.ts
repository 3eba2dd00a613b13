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
  ])('is none of a model: %s', (text) => {
    expect(models(text)).toEqual([]);
  });

  it.each([
    ['$client = make("deepseek-reasoner");', 'deepseek-reasoner'],
    ['$client->withModel("deepseek-chat");', 'deepseek-chat'],
    ['$this->app->singleton("llm", fn () => new Client(model: "deepseek-chat"));', 'deepseek-chat'],
    ['$this->app->singleton("qwen3-32b", fn () => 1);', 'qwen3-32b'],
  ])('is not %s', (text, name) => {
    expect(models(text)).toEqual([name]);
  });
});
