// What is used where a variable is not set, as each language says it.
import { describe, expect, it } from 'vitest';
import { brief } from './read.ts';

const FALLBACKS: readonly (readonly [string, string])[] = [
  ['a.py', 'm = os.environ.get("M", "qwen-max")'],
  ['a.py', 'm = os.environ.setdefault("M", "qwen-max")'],
  ['a.py', 'm = os.getenv("M") or "qwen-max"'],
  ['a.py', 'm = config("M", default="qwen-max")'],
  ['a.ts', "const m = process.env['M'] || 'qwen-max'"],
  ['a.ts', "const m = import.meta.env.M ?? 'qwen-max'"],
  ['a.ts', "const m = Deno.env.get('M') ?? 'qwen-max'"],
  ['a.ts', "const m = getEnv('M', 'qwen-max')"],
  ['a.go', 'm := getenv("M", "qwen-max")'],
  ['a.go', 'm := cmp.Or(os.Getenv("M"), "qwen-max")'],
  ['a.go', 'm := utils.GetEnvOrDefault("M", "qwen-max")'],
  ['a.go', 'm := envOr("M", "qwen-max")'],
  ['A.java', 'String m = System.getenv().getOrDefault("M", "qwen-max");'],
  ['A.java', 'String m = Optional.ofNullable(System.getenv("M")).orElse("qwen-max");'],
  ['a.kt', 'val m = System.getenv("M") ?: "qwen-max"'],
  ['a.scala', 'val m = sys.env.getOrElse("M", "qwen-max")'],
  ['a.groovy', 'def m = System.getenv("M") ?: "qwen-max"'],
  ['a.rs', 'let m = env::var("M").unwrap_or("qwen-max".into());'],
  ['a.rs', 'let m = std::env::var("M").unwrap_or_else(|_| "qwen-max".to_string());'],
  ['a.cs', 'var m = Environment.GetEnvironmentVariable("M") ?? "qwen-max";'],
  ['a.rb', 'm = ENV.fetch("M", "qwen-max")'],
  ['a.rb', 'm = ENV["M"] || "qwen-max"'],
  ['a.php', '<?php $m = env("M", "qwen-max");'],
  ['a.php', '<?php $m = $_ENV["M"] ?? "qwen-max";'],
  ['a.swift', 'let m = ProcessInfo.processInfo.environment["M"] ?? "qwen-max"'],
  ['a.exs', 'm = System.get_env("M", "qwen-max")'],
  ['a.dart', 'const m = String.fromEnvironment("M", defaultValue: "qwen-max");'],
  ['a.dart', 'final m = Platform.environment["M"] ?? "qwen-max";'],
  ['a.ps1', '$m = $env:M ?? "qwen-max"'],
  ['a.R', 'm <- Sys.getenv("M", "qwen-max")'],
  ['a.R', 'm <- Sys.getenv("M", unset = "qwen-max")'],
  ['a.lua', 'local m = os.getenv("M") or "qwen-max"'],
  ['a.cpp', 'std::string m = env_or("M", "qwen-max");'],
];

describe('the default of a variable', () => {
  it.each(FALLBACKS)('is told with the variable in %s: %s', (path, text) => {
    const seen = brief(path, text);
    expect(seen[0]).toMatch(/^model qwen-max default m\b/);
    expect(seen).toContain('edge env:M -> qwen-max');
  });

  it.each([
    ['A.java', '@Value("${ai.model:qwen-max}") String m;', 'model qwen-max default Value'],
    ['A.java', '@ConfigProperty(name = "m", defaultValue = "qwen-max") String m;', 'model qwen-max default ConfigProperty.m'],
    ['a.rs', '#[arg(long, default_value = "qwen-max")]\nmodel: String,', 'model qwen-max default [0].default_value'],
    ['a.ts', "const s = z.object({ MODEL: z.string().default('qwen-max') })", 'model qwen-max default s.MODEL'],
    ['a.go', 'type C struct { Model string `env:"M" envDefault:"qwen-max"` }', 'model qwen-max entry envDefault'],
  ])('is told in a declaration of %s: %s', (path, text, expected) => {
    expect(brief(path, text).filter((line) => line.startsWith('model'))).toEqual([expected]);
  });

  it.each([
    ['the first argument', 'a.go', 'm := cmp.Or("qwen-max", os.Getenv("M"))'],
    ['a lookup of something else', 'A.java', 'String m = names.getOrDefault("M", "qwen-max");'],
    ['a comparison', 'a.ts', "const isOne = process.env.M === 'qwen-max'"],
    ['a variable that is set', 'a.py', 'os.environ["M"] = "qwen-max"'],
  ])('is not %s', (_, path, text) => {
    expect(brief(path, text)).not.toContain('edge env:M -> qwen-max');
  });
});
