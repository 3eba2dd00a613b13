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
    'add_settings_field("k", "Key", "key_callback", "deepseek-chat", "deepseek_main_section");',
    'add_settings_section("deepseek_main_section", "Settings", null, "deepseek-chat");',
    'add_submenu_page("deepseek", "General", "General", "manage_options", "deepseek-general", "render");',
    'add_options_page("DeepSeek", "DeepSeek", "manage_options", "deepseek-chat", "render");',
    'wp_enqueue_script("deepseek-chat", plugins_url("chat.js", __FILE__));',
    'do_settings_sections("deepseek-chat");',
    'register_rest_route("deepseek/v1", "/send", array("methods" => "POST"));',
    'if ($is_image_model = ($interface === "qwen" && 1)) {}',
    '$o = ["app_name" => "deepseek-chat", "packageName" => "qwen-helper"];',
    '$page = "deepseek-chat";',
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
    ['$model = get_option("vendor_model", "deepseek-chat");', 'deepseek-chat'],
    ['register_setting("group", "vendor_model", array("default" => "deepseek-chat"));', 'deepseek-chat'],
    ['if ($model === "qwen") {}', 'qwen'],
    ['$o = ["app_name" => "qwen2.5:7b"];', 'qwen2.5:7b'],
    ['$o = ["page" => 1, "model" => "deepseek-chat"];', 'deepseek-chat'],
    ['$this->app->singleton("qwen3-32b", fn () => 1);', 'qwen3-32b'],
  ])('is not %s', (text, name) => {
    expect(models(text)).toEqual([name]);
  });
});

describe('a name that a package gives to its parts', () => {
  const named = (text: string) => brief('Package.swift', text).flatMap((line) => /^model (\S+)/.exec(line)?.[1] ?? []);

  it.each([
    ['let p = Package(products: [.executable(name: "deepseek-cli", targets: ["CLI"]), .library(name: "qwen-kit", targets: ["Kit"])])', []],
    [
      'let t: [Target] = [.target(name: "deepseek-core"), .testTarget(name: "deepseek-tests", dependencies: [.product(name: "qwen-kit", package: "k")])]',
      [],
    ],
    ['let c = CommandConfiguration(commandName: "deepseek-cli", abstract: "Asks")', []],
    ['let m = Model(name: "deepseek-chat")', ['deepseek-chat']],
    ['let m = library.model(name: "deepseek-chat")', ['deepseek-chat']],
    ['let t = [.target(name: "qwen3-32b")]', ['qwen3-32b']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

describe('what an engine shows a member of an enumeration as', () => {
  const named = (text: string) => brief('Models.h', text).flatMap((line) => /^model (\S+)/.exec(line)?.[1] ?? []);

  it.each([
    ['enum class E : uint8 { Chat UMETA(DisplayName = "deepseek-chat"), Other UMETA(DisplayName = "unknown") };', ['deepseek-chat']],
    ['enum class E : uint8 { DeepSeek UMETA(DisplayName = "DeepSeek"), R1 UMETA(DisplayName = "DeepSeek-R1") };', []],
    ['UPROPERTY(EditAnywhere, meta = (DisplayName = "qwen-max")) FString Model;', []],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
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
